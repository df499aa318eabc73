"""Formats: what a source's text turns out to be, told apart and read by pure modules."""
