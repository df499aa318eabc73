"""Which process runs which tests where all of them are run, as `scripts/test` does.

Tests of a part keep a processor busy. Those of the whole program wait: for processes, for terminals, and for
sound, which takes as long as it is. Those that listen, to sound or to a screen reader, want to be alone with
it, too. So there is a kind of process, a *hand*, for each: `parts`, one a processor, which give way to the
others (`nice`); `whole`, beside them; and `ears`, which listens, one test after the other.

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
LISTENING: Final = frozenset({"sound", "reader"})
"""The marks of the tests that listen, which are for ears; the others of that folder are for those beside."""


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
        return all(kind.tests_finished for kind in self._kinds.values())

    @property
    def has_pending(self) -> bool:
        """Whether somebody has tests to run."""
        return any(kind.has_pending for kind in self._kinds.values())

    def add_node(self, hand: Any) -> None:
        """Take in a hand that has just come up."""
        self._of(hand).add_node(hand)

    def add_node_collection(self, hand: Any, tests: Sequence[str]) -> None:
        """Take in which tests a hand has found; it begins when the others of its kind have."""
        kind = self._of(hand)
        kind.add_node_collection(hand, tests)
        if kind.collection_is_completed:
            kind.schedule()

    def schedule(self) -> None:
        """Give out what is left, now that all hands know their tests."""
        for kind in self._kinds.values():
            kind.schedule()
        # xdist takes the tests of the last hand for those of all.
        self._session.testscollected = sum(len(kind.collection or ()) for kind in self._kinds.values())

    def mark_test_complete(self, hand: Any, test: int, duration: float = 0) -> None:
        """Take a test that was run off what a hand has before it."""
        self._of(hand).mark_test_complete(hand, test, duration)

    def remove_pending_tests_from_node(self, hand: Any, tests: Sequence[int]) -> None:
        """Take tests that a hand hands back, for others of its kind."""
        self._of(hand).remove_pending_tests_from_node(hand, tests)

    def remove_node(self, hand: Any) -> str | None:
        """Leave out a hand that is down; return the test in which it died, if it did in one."""
        found: str | None = self._of(hand).remove_node(hand)
        return found
