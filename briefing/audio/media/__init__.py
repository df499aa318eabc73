"""Recordings: decoding them, playing them, and what they say of themselves.

`recording` is one that is played from anywhere, `whole` gives its sound to who works on all of it, `probe`
its tags and its length. Whatever looks into foreign bytes (libav, mutagen) does so in a process that may die,
behind `remote`: `decoder`, with `containers` and `parts` for files that are more than one, and `tags`.
"""
