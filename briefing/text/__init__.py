"""A document's text: its sentences and words, their languages, and how they are spoken."""
