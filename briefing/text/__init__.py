"""A document's text: its sentences and words, their languages, and how they are spoken.

`transcript` cuts a text into sentences and words, which is what is lit, moved to and timed; `sentences`,
`abbreviations` and `words` tell where one ends, and `search` finds some. `language` tells which one a
passage is in. `encodings` turns bytes into text, and `normalise` written tokens into spoken words. Pure,
and below all that reads, plays or shows: it imports values alone. What knows a format, a page or a voice
does not belong here.
"""
