"""What waits for the screen is bounded, Ctrl-C is not held up, and a paste is told from typing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.entry import BURST, LIMIT
from briefing.ui.keys.sequences import Pasted, Sequence, Typed, Unit
from briefing.ui.tui.backlog import KEPT, KEYS, LAST, MOST, Backlog

UP = Sequence(b"\x1b[A")


def taken(backlog: Backlog, *, is_asked_for_words: bool = False) -> list[Unit]:
    units = []
    while (unit := backlog.take(is_asked_for_words=is_asked_for_words)) is not None:
        units.append(unit)
    return units


def filled(*units: Unit, now_s: float = 0.0) -> Backlog:
    backlog = Backlog()
    for unit in units:
        backlog.add(unit, now_s)
    return backlog


def test_keys_come_one_by_one_in_their_order() -> None:
    assert taken(filled(Typed("jk"), UP, Typed("q"))) == [Typed("j"), Typed("k"), UP, Typed("q")]


def test_of_a_storm_of_keys_the_first_and_the_last_are_kept() -> None:
    keys = taken(filled(Typed("j" * 100_000), Typed("q")))
    assert len(keys) == KEYS + LAST
    assert keys[-1] == Typed("q")
    arrows = taken(filled(*[UP] * 100_000, Sequence(b"\x1b")))
    assert len(arrows) <= MOST
    assert arrows[-1] == Sequence(b"\x1b")


def test_what_is_pasted_without_brackets_goes_into_a_line_at_once() -> None:
    text = "words to find\r" * 10_000
    (pasted,) = taken(filled(Typed(text)), is_asked_for_words=True)
    assert isinstance(pasted, Pasted)
    assert LIMIT < len(pasted.text) <= KEPT + LAST


def test_enter_after_a_paste_is_a_key_and_within_it_is_not() -> None:
    backlog = filled(Typed("words\r" * BURST))
    backlog.add(Typed("\r"), 1.0)
    assert taken(backlog, is_asked_for_words=True) == [Pasted("words\r" * BURST), Typed("\r")]


def test_what_is_typed_into_a_line_comes_letter_by_letter() -> None:
    assert taken(filled(Typed("go\r")), is_asked_for_words=True) == [Typed("g"), Typed("o"), Typed("\r")]


def test_ctrl_c_waits_for_nothing() -> None:
    assert taken(filled(UP, Typed("j" * 5000), UP, Typed("jj\x03q"))) == [Typed("\x03"), Typed("q")]


def test_of_mouse_moves_the_last_counts() -> None:
    moves = [Sequence(b"\x1b[<35;%d;1M" % column) for column in range(1, 500)]
    press = Sequence(b"\x1b[<0;1;1M")
    assert taken(filled(*moves, press, press)) == [moves[-1], press, press]


@given(st.lists(st.tuples(st.integers(1, 3000), st.sampled_from([0.0, 0.01, 0.1])), max_size=40))
def test_nothing_makes_it_grow(storms: list[tuple[int, float]]) -> None:
    backlog, now_s = Backlog(), 0.0
    for size, pause_s in storms:
        now_s += pause_s
        backlog.add(Typed("j" * size), now_s)
        backlog.add(UP, now_s)
    assert len(backlog._waiting) <= MOST
    assert len(taken(backlog)) <= 40 * (KEPT + LAST + 1)
