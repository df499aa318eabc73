"""The mutants of a target: the same for the same seed and number, each by itself."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

from fuzzing.mutations import mutated
from fuzzing.seeds import seeds

if TYPE_CHECKING:
    from collections.abc import Sequence


def mutant(target: str, seed: int, number: int) -> bytes:
    """Return the file that is read in a round.

    Args:
        target: The name of what reads it.
        seed: What the chance of every round begins with.
        number: The round's number.
    """
    chance = random.Random(f"{target} {seed} {number}")
    return mutated(chance.choice(_seeds()[target]), _others(target), chance)


@cache
def _seeds() -> dict[str, Sequence[bytes]]:
    return seeds()


@cache
def _others(target: str) -> list[bytes]:
    """Return what parts are taken from: a target's own files, and those of all."""
    every = _seeds()
    return [*every[target], *(data for each in every.values() for data in each)]
