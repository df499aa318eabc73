"""The rounds of a format: the same for the same seed, each by itself."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, NamedTuple

from fuzzing.mutations import mutated
from fuzzing.seeds import seeds
from fuzzing.trial import fault_of

if TYPE_CHECKING:
    from briefing.formats.rows import FormatRow


class Finding(NamedTuple):
    """A file that something was wrong with, and the round that made it."""

    number: int
    fault: str
    data: bytes


class Report(NamedTuple):
    """What the rounds of a format found: one file for each fault, and the longest that one took."""

    rounds: int
    findings: list[Finding]
    worst_s: float


def run(row: FormatRow, rounds: int, seed: int) -> Report:
    """Mutate files of a format and read them; a fault that shows twice is kept once.

    Args:
        row: The format.
        rounds: How many files.
        seed: What the chance of every round begins with, together with the round's number.
    """
    every = seeds()
    own = every[row.module]
    others = [*own, *(data for each in every.values() for data in each)]
    found: dict[str, Finding] = {}
    worst_s = 0.0
    for number in range(rounds):
        chance = random.Random(f"{row.module} {seed} {number}")
        data = mutated(chance.choice(own), others, chance)
        began_s = time.process_time()
        fault = fault_of(row, data)
        worst_s = max(worst_s, time.process_time() - began_s)
        if fault is not None:
            found.setdefault(fault, Finding(number, fault, data))
    return Report(rounds, list(found.values()), worst_s)
