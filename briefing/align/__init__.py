"""Aligning: when each word of a text is spoken in a recording."""
