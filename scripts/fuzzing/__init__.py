"""Mutates files of every format and reads them: nothing but documented errors, no hang, no growth.

    seeds (small files of every format) -> mutations -> trial (one reading, watched) -> __main__ (all of them)

A round is told by its format, the seed of the run and its number, so that it can be done again.
"""
