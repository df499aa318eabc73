"""Captions that we wrote, as other people's programs read them: the same texts at the same times."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pysubs2
import pytest
import webvtt
from praatio import textgrid  # type: ignore[import-untyped]

from briefing.formats.guards import JOINER
from briefing.formats.timed_text import Captions, Piece, TimedLine
from tests.unit.formats.timed.test_timed_round_trips import written

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    'Rain & <b>5<6</b> --> {\\an8} "so", it\'s 12:03.',
    "שלום עולם 日本 👩\u200d👩\u200d👧",
    "[00:01.00] NOTE",
    "42",
    "- one",
    "Ann: x; y, z\\n",
    "&amp; &lt;",
)
LINES = tuple(
    TimedLine((Piece(text, 1.001 + 2 * number),), 2.502 + 2 * number) for number, text in enumerate(TEXTS)
)
WORDS = TimedLine((Piece("One ", 20.0), Piece("<two> ", 20.5), Piece("three.", 21.25)), 22.0, is_stamped=True)
CAPTIONS = Captions((*LINES, WORDS), language="en", length_s=30.0)
EXPECTED = [
    *((1001 + 2000 * number, 2502 + 2000 * number, text) for number, text in enumerate(TEXTS)),
    (20_000, 22_000, "One <two> three."),
]


def seen(text: str) -> str:
    """Return what is seen of a text: no joiners."""
    return text.replace(JOINER, "")


def test_webvtt_py_reads_our_webvtt() -> None:
    found = webvtt.from_string(written(CAPTIONS, ".vtt")).captions
    assert [
        (each.start_time.in_seconds() * 1000 + each.start_time.milliseconds, html.unescape(each.text))
        for each in found
    ] == [(start // 1000 * 1000 + start % 1000, text) for start, _, text in EXPECTED]


@pytest.mark.parametrize("suffix", [".srt", ".ttml"])
def test_pysubs2_reads_our_subrip_and_ttml(suffix: str) -> None:
    found = pysubs2.SSAFile.from_string(written(CAPTIONS, suffix), format_=suffix.removeprefix("."))
    assert [(each.start, each.end, seen(each.text)) for each in found] == EXPECTED


def test_praatio_reads_our_textgrid(tmp_path: Path) -> None:
    path = tmp_path / "out.TextGrid"
    path.write_text(written(CAPTIONS, ".TextGrid"), encoding="utf-8")
    tier = textgrid.openTextgrid(str(path), includeEmptyIntervals=False).getTier("sentences")
    assert [
        (round(each.start * 1000), round(each.end * 1000), each.label) for each in tier.entries
    ] == EXPECTED


def test_nobody_sees_signs_in_our_subrip_that_are_not_in_the_text() -> None:
    assert TEXTS[0] in seen(written(CAPTIONS, ".srt"))
    assert TEXTS[6] in seen(written(CAPTIONS, ".srt"))
