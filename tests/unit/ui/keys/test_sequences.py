"""What a terminal sends, cut into units: whatever comes, the keys after it are keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.keys.sequences import PASTED_BYTES, Pasted, Reply, Sequence, Splitter, Typed, Unit

if TYPE_CHECKING:
    import random

PIECES = (
    b"a", b"\xe4", b"\xff", b"\xc3", b"\x9b", "日".encode(), b"A", b"\x00", b"\x03", b"\x07", b"\x18",
    b"\x1b", b"\x1b[", b"\x1bO", b"\x1b]", b"\x1b]0;", b"\x1bP1$r", b"\x1b_G", b"\x1b\\", b"\x1b[M",
    b"\x1b[M \xff\xff", b"\x1b[<35;1;1M", b"\x1b[48;99999;99999;0;0t", b"\x1b[200~", b"\x1b[201~",
    b"\x1b[1;" * 20, b";" * 80,
)  # fmt: skip
"""Halves and wholes of what terminals send."""


def units_of(*pieces: bytes) -> list[Unit]:
    splitter = Splitter()
    return [unit for piece in pieces for unit in splitter.feed(piece)]


@pytest.mark.parametrize(
    ("data", "units"),
    [
        (b"jk", [Typed("jk")]),
        (b"\xe4q", [Typed("\ufffdq")]),
        (b"\x9b1mq", [Typed("\ufffd1mq")]),
        (b"\xc3\x1b[A", [Typed("\ufffd"), Sequence(b"\x1b[A")]),
        (b"\x1b[M \x96\xffq", [Sequence(b"\x1b[M \x96\xff"), Typed("q")]),
        (b"\x1b]11;rgb:0/0/0\x07q", [Reply(b"\x1b]11;rgb:0/0/0\x07"), Typed("q")]),
        (b"\x1b]11;rgb:0/0/0\x1b\\q", [Reply(b"\x1b]11;rgb:0/0/0\x1b\\"), Typed("q")]),
        (b"\x1bP>|xterm(390)\x1b\\q", [Reply(b"\x1bP>|xterm(390)\x1b\\"), Typed("q")]),
        (b"\x1b]0;never ends\x03", [Typed("\x03")]),
        (b"\x1b]0;never ends\x1b[A", [Sequence(b"\x1b[A")]),
        (b"\x1b]\x1bPj", [Sequence(b"\x1b]"), Sequence(b"\x1bP"), Typed("j")]),
        (b"\x1b[200~a\nb\x1b[201~c", [Pasted("a\nb"), Typed("c")]),
        (b"\x1b[1;\x01q", [Sequence(b"\x1b[1;", is_whole=False), Typed("\x01q")]),
    ],
)
def test_bytes_become_units(data: bytes, units: list[Unit]) -> None:
    assert units_of(data) == units


def test_a_sequence_that_is_too_long_types_nothing() -> None:
    units = units_of(b"\x1b[" + b"1;" * 500 + b"Aq")
    assert [unit for unit in units if isinstance(unit, Typed)] == [Typed("q")]


@pytest.mark.parametrize("start", [b"\x1b[200~", b"\x1b]0;", b"\x1bP1", b"\x1b_G", b"\x1b[", b"\x1b[M"])
def test_what_never_ends_is_let_go_when_nothing_follows(start: bytes) -> None:
    splitter = Splitter()
    splitter.feed(start + b"1")
    assert splitter.patience_s is not None
    splitter.flush()
    assert splitter.patience_s is None
    assert splitter.feed(b"q") == [Typed("q")]


@pytest.mark.parametrize("answer", [b"\x1b[?63;1;4;6c", b"\x1b_Gi=31;OK\x1b\\"])
def test_half_an_answer_is_waited_for_longer_than_half_a_key(answer: bytes) -> None:
    answered, typed = Splitter(), Splitter()
    answered.feed(answer[:5])
    typed.feed(b"\x1b[1")
    assert (answered.patience_s or 0) > 5 * (typed.patience_s or 1)


def test_an_answer_without_end_lets_go_of_what_is_typed_on_and_on() -> None:
    splitter = Splitter()
    splitter.feed(b"\x1b]0;")
    assert [unit for _ in range(2000) for unit in splitter.feed(b"j")]


def test_a_paste_without_end_is_kept_within_bounds() -> None:
    splitter = Splitter()
    splitter.feed(b"\x1b[200~")
    for _ in range(100):
        assert splitter.feed(b"x" * 10_000) == []
    (pasted,) = splitter.flush()
    assert isinstance(pasted, Pasted)
    assert len(pasted.text) == PASTED_BYTES


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=30), st.randoms())
def test_a_torn_line_makes_no_difference(pieces: list[bytes], chance: random.Random) -> None:
    data = b"".join(pieces)
    cuts = sorted(chance.sample(range(len(data) + 1), k=min(8, len(data))))
    torn = [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True)]

    def joined(units: list[Unit]) -> list[Unit]:
        """Characters that came in several pieces, as one."""
        together: list[Unit] = []
        for unit in units:
            before = together[-1] if together else None
            if isinstance(unit, Typed) and isinstance(before, Typed):
                together[-1] = Typed(before.text + unit.text)
            else:
                together.append(unit)
        return together

    assert joined(units_of(data)) == joined(units_of(*torn))


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=40), max_size=60))
def test_after_any_bytes_and_a_pause_a_key_is_a_key(pieces: list[bytes]) -> None:
    splitter = Splitter()
    for piece in pieces:
        splitter.feed(piece)
    splitter.flush()
    assert splitter.patience_s is None
    assert splitter.feed(b"q") == [Typed("q")]
