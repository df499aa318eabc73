"""How names and words are said that a voice would say otherwise: the user's own, and names in the news.

An `entry` is a word and its sound; a `dictionary` finds the words of a text that have one; a `table` is the
user's file, and `news` what ships. `speech` says by them, and `align` hears by them.
"""
