"""Mutates files of every format and reads them: nothing but documented errors, no hang, no growth.

    seeds, sounds (small files of every kind) -> mutations -> rounds (the mutant of a number)
    targets (what reads them) -> trial (one reading) -> worker (many, in a process of their own)
    watch (that process, from outside) -> __main__ (all targets)

A round is told by its target, the seed of the run and its number, so that it can be done again.
"""
