"""Braille files, for embossers and braille displays.

`liblouis` makes cells of text, by the program of that library; `layout` puts them on pages; `brf` is what the
registry names.
"""
