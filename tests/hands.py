"""Which process runs which tests where all of them are run, as `scripts/test` does.

Tests of a part keep a processor busy. Those of the whole program wait: for processes, for terminals, and for
sound, which takes as long as it is. Those that listen, to sound or to a screen reader, want to be alone with
it, too. So there is a kind of process, a *hand*, for each, and they work in two shifts: first `parts`, one a
processor; then, when these are done and the processors have time, `whole`, and `ears`, which listens, one
test after the other.

`scripts/test` has them all in a line. A hand is told in its environment what it runs, and collects no more.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from execnet import XSpec
from xdist.scheduler import WorkStealingScheduling
from xdist.workermanage import parse_tx_spec_config

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

TESTS_OF: Final = "TESTS_OF"
"""The name in the environment of a hand under which it is told its kind."""
TESTS: Final = Path(__file__).parent
FOLDERS: Final = {"parts": ("unit", "ui"), "whole": ("end_to_end",), "ears": ("end_to_end",)}
"""The kinds of hands, and where their tests lie."""
SHIFTS: Final = (("parts",), ("whole", "ears"))
"""Beside `parts`, which take all the time there is, words were lit 100 ms late, keys answered in seconds."""
LISTENING: Final = frozenset({"sound", "reader"})
"""The marks of the tests that listen, which are for ears; the others of that folder are for those beside."""

NICENESS: Final = {"whole": 5}
"""Who waits for a processor where the ears want it: a word is to be lit within 15 ms of its sound."""


def is_for(kind: str, path: Path) -> bool:
    """Whether a hand of this kind looks for tests there."""
    return path.parent != TESTS or not path.is_dir() or path.name in FOLDERS[kind]


def are_of(kind: str, marks: set[str]) -> bool:
    """Whether tests with these marks, where a hand of this kind has looked for them, are its own."""
    return kind == "parts" or (kind == "ears") == bool(LISTENING & marks)


def _kind(specification: XSpec) -> str:
    return str(specification.env[TESTS_OF])


class Hands:
    """Gives each hand tests of its kind, and in the end some that others of its kind would have run.

    It is a scheduler of xdist's for each kind. A hand's is in the environment of its specification.
    """

    def __init__(self, config: pytest.Config, log: Any, session: pytest.Session) -> None:
        self._session = session
        self._shift = -1
        self._kinds: dict[str, WorkStealingScheduling] = {}
        for kind, count in Counter(_kind(XSpec(each)) for each in parse_tx_spec_config(config)).items():
            self._kinds[kind] = WorkStealingScheduling(config, log)
            self._kinds[kind].numnodes = count

    def _of(self, hand: Any) -> WorkStealingScheduling:
        return self._kinds[_kind(hand.gateway.spec)]

    @property
    def nodes(self) -> list[Any]:
        """All hands."""
        return [hand for kind in self._kinds.values() for hand in kind.nodes]

    @property
    def collection_is_completed(self) -> bool:
        """Whether all hands know their tests. Those of a kind that do begin before that."""
        return all(kind.collection_is_completed for kind in self._kinds.values())

    @property
    def tests_finished(self) -> bool:
        """Whether nothing is left to be given to anybody."""
        return self._is_last and all(kind.tests_finished for kind in self._kinds.values())

    @property
    def has_pending(self) -> bool:
        """Whether somebody has tests to run."""
        return not self._is_last or any(kind.has_pending for kind in self._kinds.values())

    @property
    def _is_last(self) -> bool:
        return self._shift == len(SHIFTS) - 1

    def add_node(self, hand: Any) -> None:
        """Take in a hand that has just come up."""
        self._of(hand).add_node(hand)

    def add_node_collection(self, hand: Any, tests: Sequence[str]) -> None:
        """Take in which tests a hand has found; its shift begins when the others of it have, too."""
        self._of(hand).add_node_collection(hand, tests)
        self._begin()

    def _begin(self) -> None:
        """Have the next shift begin, if the one before it is done and its own hands know their tests."""
        before = self._of_shift(self._shift)
        if self._is_last or any(kind.has_pending for kind in before):
            return
        following = self._of_shift(self._shift + 1)
        if all(kind.collection_is_completed for kind in following):
            self._shift += 1
            for kind in following:
                kind.schedule()
            self._begin()  # it may have nothing to do

    def _of_shift(self, number: int) -> list[WorkStealingScheduling]:
        names = SHIFTS[number] if number >= 0 else ()
        return [self._kinds[name] for name in names if name in self._kinds]

    def schedule(self) -> None:
        """Give out what is left in this shift, now that all hands know their tests."""
        self._begin()
        for kind in self._of_shift(self._shift):
            kind.schedule()
        # xdist takes the tests of the last hand for those of all.
        known = (next(iter(kind.node2collection.values()), ()) for kind in self._kinds.values())
        self._session.testscollected = sum(map(len, known))

    def mark_test_complete(self, hand: Any, test: int, duration: float = 0) -> None:
        """Take a test that was run off what a hand has before it."""
        self._of(hand).mark_test_complete(hand, test, duration)
        self._begin()

    def remove_pending_tests_from_node(self, hand: Any, tests: Sequence[int]) -> None:
        """Take tests that a hand hands back, for others of its kind."""
        self._of(hand).remove_pending_tests_from_node(hand, tests)

    def remove_node(self, hand: Any) -> str | None:
        """Leave out a hand that is down; return the test in which it died, if it did in one."""
        found: str | None = self._of(hand).remove_node(hand)
        self._begin()
        return found
