"""Talking books that a briefing goes out as: EPUB 3 with media overlays, and DAISY 2.02 in a zip.

`content` parts the text into files, `overlay` says what is heard with it, `package` what the book says of
itself; `epub` and `daisy` put a book together, and are what the registry names.
"""
