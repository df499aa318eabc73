"""Texts from right to left: where characters stand in a line. Capitals stand for Hebrew letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.glyphs.bidi import begins_right_to_left, has_right_to_left, in_view, levels, mirrored

DATA = Path(__file__).parents[3] / "data"
HEBREW = {chr(ord("A") + n): chr(0x05D0 + n) for n in range(26)}
LATIN = {hebrew: letter for letter, hebrew in HEBREW.items()}


def seen(text: str, *, right_to_left: bool) -> str:
    """Return a text, written with capitals for Hebrew, as it is seen."""
    real = "".join(HEBREW.get(char, char) for char in text)
    found = levels(real, right_to_left=right_to_left)
    shown = (mirrored(real[at]) if found[at] % 2 else real[at] for at in in_view(found))
    return "".join(LATIN.get(char, char) for char in shown)


@pytest.mark.parametrize(
    ("text", "from_left", "from_right"),
    [
        ("car", "car", "car"),
        ("ABC", "CBA", "CBA"),
        ("car AB.", "car BA.", ".BA car"),
        ("AB car", "BA car", "car BA"),
        ("AB 12 CD", "DC 12 BA", "DC 12 BA"),
        ("AB 1,200.5", "1,200.5 BA", "1,200.5 BA"),
        ("AB 12% C", "C 12% BA", "C 12% BA"),
        ("AB (CD) EF", "FE (DC) BA", "FE (DC) BA"),
        ("bbc AB bbc CD", "bbc BA bbc DC", "DC bbc BA bbc"),
        ("AB!", "BA!", "!BA"),
        ("1-2 AB", "1-2 BA", "BA 1-2"),
    ],
)
def test_what_is_written_from_right_to_left_is_seen_so(text: str, from_left: str, from_right: str) -> None:
    assert seen(text, right_to_left=False) == from_left
    assert seen(text, right_to_left=True) == from_right


def test_numbers_in_arabic_stand_from_left_to_right_and_words_do_not() -> None:
    text = "عام 1948"
    order = in_view(levels(text, right_to_left=True))
    assert "".join(text[at] for at in order) == "1948 ماع"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أخبار", True),
        ("12 חדשות", True),
        ("News: أخبار", False),
        ("", False),
        ("12", False),
        ("“أخبار”", True),
    ],
)
def test_the_first_letter_tells_how_a_paragraph_is_written(text: str, expected: bool) -> None:
    assert begins_right_to_left(text) is expected


CASES = [
    line.split(";")
    for line in (DATA / "bidi.txt").read_text("utf-8").splitlines()
    if line[:1] not in {"", "#"}
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]}")
def test_order_is_as_unicodes_own_cases_have_it(case: list[str]) -> None:
    codes, asked, direction, expected, order = case
    text = "".join(chr(int(code, 16)) for code in codes.split())
    assert asked != "2" or begins_right_to_left(text) is (direction == "1")
    found = levels(text, right_to_left=direction == "1")
    wanted = expected.split()
    assert ["x" if want == "x" else str(level) for want, level in zip(wanted, found, strict=True)] == wanted
    assert [at for at in in_view(found) if wanted[at] != "x"] == [int(at) for at in order.split()]


def test_brackets_go_with_what_is_in_them_and_an_isolate_with_nothing_beside_it() -> None:
    assert seen("A (b) C", right_to_left=True) == "C (b) A"
    assert seen("A(b)", right_to_left=False) == "A(b)"
    alone = "A \u2066b! c\u2069 D"
    assert seen(alone, right_to_left=True).replace("\u2066", "").replace("\u2069", "") == "D b! c A"


@given(st.text(), st.booleans())
def test_every_character_stands_somewhere(text: str, right_to_left: bool) -> None:
    order = in_view(levels(text, right_to_left=right_to_left))
    assert sorted(order) == list(range(len(text)))
    if not has_right_to_left(text) and not right_to_left:
        assert order == list(range(len(text)))
