"""Embeddings, overrides and isolates: the levels that they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.glyphs.embeddings import ends_of_isolates, explicit_levels, first_strong, open_at

KINDS = st.lists(
    st.sampled_from(
        ["L", "R", "AL", "EN", "WS", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"]
    )
)


@pytest.mark.parametrize(
    ("kinds", "levels"),
    [
        ("L RLE L PDF L", [0, 0, 1, 1, 0]),
        ("R LRI L PDI R", [0, 0, 2, 0, 0]),
        ("L FSI R PDI L", [0, 0, 1, 0, 0]),
        ("L FSI L PDI L", [0, 0, 2, 0, 0]),
        ("L RLI L", [0, 0, 1]),
        ("L PDI PDF L", [0, 0, 0, 0]),
        ("RLI RLE L PDI L", [0, 0, 3, 0, 0]),
    ],
)
def test_what_is_embedded_or_isolated_is_a_level_deeper(kinds: str, levels: list[int]) -> None:
    found = explicit_levels(kinds.split(), 0)[1]
    counted = [n for n, kind in enumerate(kinds.split()) if kind not in {"RLE", "PDF"}]
    assert [found[n] for n in counted] == [levels[n] for n in counted]


def test_an_override_gives_letters_its_direction() -> None:
    assert explicit_levels(["RLO", "L", "EN", "PDF", "L"], 0)[0][1:3] == ["R", "R"]


def test_however_many_are_opened_none_is_too_deep() -> None:
    _, found = explicit_levels(["RLE", "LRE"] * 100 + ["L"] + ["PDF"] * 200 + ["L"], 0)
    assert max(found) <= 125
    assert found[-1] == 0


@given(KINDS, st.sampled_from([0, 1]))
def test_nothing_is_less_deep_than_the_paragraph(kinds: list[str], base: int) -> None:
    left, found = explicit_levels(kinds, base)
    assert len(left) == len(found) == len(kinds)
    assert min(found, default=base) >= base


@given(KINDS)
def test_an_isolate_ends_at_one_place_behind_it(kinds: list[str]) -> None:
    ends = ends_of_isolates(kinds)
    assert len(set(ends.values())) == len(ends)
    assert all(start < stop and kinds[stop] == "PDI" for start, stop in ends.items())


def test_letters_in_isolates_do_not_tell_how_a_paragraph_is_written() -> None:
    assert first_strong(["RLI", "R", "PDI", "L"]) == "L"
    assert not first_strong(["RLI", "R"])


@pytest.mark.parametrize(
    ("before", "signs"),
    [
        ("He said ", ""),
        ("He said \u2067אמר", "\u2067"),
        ("He said \u2067אמר\u2069 and ", ""),
        ("He said \u2068אמר", "\u2067"),
        ("\u2068said", "\u2066"),
        ("\u2068", "\u2068"),
        ("\u202b אמר \u2066one", "\u202b\u2066"),
        ("\u202b אמר \u202c one", ""),
        ("\u2067 \u202a one \u2069", ""),
        ("\u202a \u2067 \u202c", "\u202a\u2067"),
    ],
)
def test_what_is_open_at_the_start_of_a_line_is_known_in_it(before: str, signs: str) -> None:
    text = f"xx{before}yy"
    assert open_at(text, 2, 2 + len(before)) == signs
