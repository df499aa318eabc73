"""Talking books that a briefing goes out as: EPUB 3 with media overlays, and DAISY 2.02 in a zip."""
