"""Who speaks in a timed text: names in whatever marks, and changes without a name."""

from __future__ import annotations

import pytest

from briefing.formats.timed.turns import turns
from briefing.formats.timed_text import Piece, TimedLine

SAID = [("Ann Lee", "The bridge is open."), ("Bob Ray", "Who crossed it first?"), ("Ann Lee", "A bus did.")]


def told(*texts: str) -> list[tuple[str, str]]:
    lines = [TimedLine((Piece(text, float(n)),), n + 1.0) for n, text in enumerate(texts)]
    return [(turn.speaker, turn.text) for _, turn in turns(lines, 2.0)]


@pytest.mark.parametrize(
    "form",
    ["{0}: {1}", "[{0}]: {1}", "[{0}] {1}", "({0}) {1}", "- [{0}] {1}", "- {0}: {1}", "{0}\n{1}", "{0}:\n{1}",
     "{0} (Guest): {1}", "{0}, the mayor: {1}", ">> {0}: {1}"],
)  # fmt: skip
def test_a_name_is_told_in_whatever_marks_it_stands(form: str) -> None:
    assert [name for name, _ in told(*(form.format(*said) for said in SAID))] == [name for name, _ in SAID]


@pytest.mark.parametrize("form", ["[{0}] {1}", "{0} — {1}", "{0}\n{1}"])
def test_a_name_in_capitals_is_told(form: str) -> None:
    lines = [form.format(name.upper(), text) for name, text in SAID]
    assert [name for name, _ in told(*lines)] == ["ANN LEE", "BOB RAY", "ANN LEE"]


@pytest.mark.parametrize(
    "lines",
    [
        ["[SIGHS] The bridge is open.", "[LAUGHING] Who crossed?", "[SIGHS] A bus did."],
        ["[Music] Welcome back.", "[Applause] Thank you.", "[Music] Good night."],
        ["(door creaks) Who is it?", "(whispers) It is me.", "(door creaks) Come in."],
        ["[DOOR CREAKS] Who is it?", "[THUNDER RUMBLING] A storm.", "[DOOR CREAKS] Come in."],
        [
            "The bridge to\nNew York is open.",
            "Barack Obama\nSaw it himself.",
            "He came\nby bus.",
            "It rained.",
        ],
    ],
)
def test_sounds_and_broken_lines_are_no_names(lines: list[str]) -> None:
    assert {name for name, _ in told(*lines)} == {""}


def test_two_speakers_of_one_caption_are_parted() -> None:
    assert told("- The bridge is open.\n- Who crossed it?", "- A bus.\n- BOB: And then?\n", "The cars.") == [
        ("", "- The bridge is open."), ("", "- Who crossed it?"), ("", "- A bus."),
        ("BOB", "- BOB: And then?"), ("BOB", "The cars."),
    ]  # fmt: skip


def test_a_dash_within_a_caption_of_one_is_no_change() -> None:
    assert told("The bridge is open\n- at last.") == [("", "The bridge is open\n- at last.")]


def test_arrows_within_a_caption_begin_anothers_words() -> None:
    assert [text for _, text in told(">> It is open. >> Who crossed it?")] == [
        ">> It is open.",
        ">> Who crossed it?",
    ]
