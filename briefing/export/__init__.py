"""Writing briefings and their timings: for other programs, and to look at.

`timings` makes captions of a timeline and `files` writes them, whole or not at all; how each format is
written stands in `formats`. `show` is a document as JSON; `report` is what an alignment looks like, as a
page or as a picture. An adapter: it imports formats and values, and no other adapter.
"""
