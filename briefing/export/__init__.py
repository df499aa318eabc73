"""Writing briefings and their timings: for other programs, and to look at.

`files` writes whole or not at all; what it writes, `formats` says. `show` is a document as JSON; `report` is
what an alignment looks like, as a page or as a picture. An adapter: it imports formats and values, and no
other adapter.
"""
