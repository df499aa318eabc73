"""Every test is run by one hand, of its own kind, whatever becomes of the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from execnet import XSpec

from tests.hands import FOLDERS, LISTENING, TESTS, TESTS_OF, Hands, are_of, is_for
from tests.readme import TOP

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS: Final = ["ears", "parts", "parts", "whole"]
OURS: Final = {"test_hands.py", "test_again.py"}
"""Files that speak of tests that listen."""
TESTS_OF_KINDS: Final = {
    "ears": [f"hears_{n}" for n in range(3)],
    "parts": [f"part_{n}" for n in range(50)],
    "whole": [f"visit_{n}" for n in range(4)],
}


class Hand:
    """A process that runs what it is given when it is told to, and is asked to hand back the rest."""

    def __init__(self, number: int, kind: str) -> None:
        self.gateway = self
        self.id = f"gw{number}"
        self.kind = kind
        self.spec = XSpec(f"popen//env:{TESTS_OF}={kind}")
        self.shutting_down = False
        self.given: list[int] = []
        self.asked_back: list[int] = []
        self.ran: list[str] = []

    def send_runtest_some(self, tests: Sequence[int]) -> None:
        self.given += tests

    def send_steal(self, tests: Sequence[int]) -> None:
        self.asked_back += tests

    def shutdown(self) -> None:
        self.shutting_down = True

    def work(self, hands: Hands) -> None:
        """Run a test, if there is one with another behind it, as in xdist, or if no more will come."""
        if back := [test for test in self.asked_back if test in self.given]:
            self.given = [test for test in self.given if test not in back]
            self.asked_back = []
            hands.remove_pending_tests_from_node(self, back)
        if len(self.given) > 1 or (self.given and self.shutting_down):
            test = self.given.pop(0)
            self.ran.append(TESTS_OF_KINDS[self.kind][test])
            hands.mark_test_complete(self, test)


class Options:
    """What xdist asks of a configuration."""

    def getvalue(self, name: str) -> list[str]:
        assert name == "tx"
        return [f"popen//env:{TESTS_OF}={kind}" for kind in KINDS]


class Session:
    """Is told how many tests there are."""

    testscollected = 0


class Log:
    """Is told what xdist would print for those who look into it."""

    def __init__(self) -> None:
        self.workstealsched = self

    def __call__(self, *_: object) -> None:
        """Print nothing."""


def begun(session: Session | None = None) -> tuple[Hands, list[Hand]]:
    hands = Hands(Options(), Log(), session or Session())  # type: ignore[arg-type]  # all that is asked of them
    all_hands = [Hand(number, kind) for number, kind in enumerate(KINDS)]
    for hand in all_hands:
        hands.add_node(hand)
    for hand in all_hands:
        hands.add_node_collection(hand, TESTS_OF_KINDS[hand.kind])
    return hands, all_hands


def work(hands: Hands, all_hands: Sequence[Hand]) -> None:
    for _ in range(100):
        work_once(hands, all_hands)


def work_once(hands: Hands, all_hands: Sequence[Hand]) -> None:
    for hand in all_hands:
        hand.work(hands)


def test_each_test_is_run_once_by_a_hand_of_its_kind() -> None:
    hands, all_hands = begun()
    assert hands.collection_is_completed
    assert not hands.tests_finished
    work(hands, all_hands)
    assert hands.tests_finished
    for kind, tests in TESTS_OF_KINDS.items():
        assert sorted(test for hand in all_hands if hand.kind == kind for test in hand.ran) == sorted(tests)


def test_all_tests_are_counted() -> None:
    session = Session()
    hands, _ = begun(session)
    hands.schedule()
    assert session.testscollected == sum(map(len, TESTS_OF_KINDS.values()))


def test_those_of_the_whole_program_begin_when_those_of_parts_are_done() -> None:
    hands, all_hands = begun()
    parts = [hand for hand in all_hands if hand.kind == "parts"]
    others = [hand for hand in all_hands if hand.kind != "parts"]
    while any(len(hand.ran) < len(TESTS_OF_KINDS["parts"]) // 3 for hand in parts):
        assert not any(hand.given for hand in others)
        assert hands.has_pending
        assert not hands.tests_finished
        work_once(hands, parts)
    work(hands, parts)
    assert all(hand.given for hand in others)


def test_a_shift_begins_when_its_own_have_found_their_tests() -> None:
    hands = Hands(Options(), Log(), Session())  # type: ignore[arg-type]  # all that is asked of them
    all_hands = [Hand(number, kind) for number, kind in enumerate(KINDS)]
    for hand in all_hands:
        hands.add_node(hand)
    for hand in all_hands[1:3]:
        hands.add_node_collection(hand, TESTS_OF_KINDS[hand.kind])
    assert [bool(hand.given) for hand in all_hands] == [False, True, True, False]
    assert not hands.collection_is_completed


def test_of_a_hand_that_dies_the_test_is_named_and_the_rest_are_run_by_the_others() -> None:
    hands, all_hands = begun()
    dead = all_hands[1]
    died_in = hands.remove_node(dead)
    assert died_in == TESTS_OF_KINDS["parts"][0]
    work(hands, all_hands[2:3])
    assert sorted(all_hands[2].ran) == sorted({*TESTS_OF_KINDS["parts"]} - {died_in})


@pytest.mark.parametrize("marks", [set(), {"sound"}, {"reader", "skipif"}, {"parametrize"}], ids=sorted)
@pytest.mark.parametrize(
    "folder", sorted({path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")})
)
def test_each_folder_is_looked_into_by_hands_that_run_all_in_it(folder: str, marks: set[str]) -> None:
    found_by = [kind for kind in FOLDERS if is_for(kind, TESTS / folder)]
    assert len([kind for kind in found_by if are_of(kind, marks)]) == 1
    assert all(is_for(kind, TESTS / folder / "test_x.py") for kind in found_by)


def test_tests_of_parts_listen_to_nothing() -> None:
    listening = re.compile(rf"mark\.({'|'.join(LISTENING)})\b|NEEDS_SOUND|needs_reader")
    parts = [
        path
        for folder in FOLDERS["parts"]
        for path in (TESTS / folder).rglob("*.py")
        if path.name not in OURS
    ]
    assert parts
    assert [path for path in parts if listening.search(path.read_text("utf-8"))] == []


def test_the_command_that_runs_all_tests_has_hands_of_every_kind() -> None:
    command = (TOP / "scripts" / "test").read_text(encoding="utf-8")
    assert sorted(re.findall(rf"env:{TESTS_OF}=(\w+)", command)) == sorted(FOLDERS)
