"""Timed texts: one module a format, which reads its lines, and writes them where it can be written.

What all of them read and write is a `formats.timed_text`; `transcript` makes a document's text of it.
"""
