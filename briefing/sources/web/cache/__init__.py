"""Copies of what was fetched: for when there is no network, and to ask whether there is anything newer.

`folder` owns the files, `copies` knows which is of what address, `partial` is what has come of something so
far, to go on from there.
"""
