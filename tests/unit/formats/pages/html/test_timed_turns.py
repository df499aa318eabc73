"""A page that is a transcript with times is read as a timed text, whatever stands around it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from lxml import html

from briefing.formats.pages.html.timed_turns import read_turns
from briefing.formats.timed_text import EXACT
from briefing.model import BlockKind
from briefing.ports.media import MediaInfo
from briefing.sources.assemble import open_source
from tests.beside import Sound, lay, opened

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.sources.item import Item

SAID = [
    ("Ann Lee", 0.0, "Good morning, this is the news of the bridge."),
    ("Bo Ray", 14.0, "It opened again on Monday, and nobody was surprised."),
    ("Ann Lee", 62.0, "The mayor of the town said so himself."),
]
MENU = '<nav><a href="/a">Home</a> <a href="/b">Episodes</a></nav>'
FOOT = "<footer><p>© 2026 Example Radio. All rights reserved. 12:30</p></footer>"


def clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def rows(shape: str) -> str:
    return "".join(
        shape.format(name=name, clock=clock(at), s=at, ms=int(at * 1000), text=text)
        for name, at, text in SAID
    )


PODCAST = rows("<cite>{name}:</cite>\n<time>{clock}</time>\n<p>{text}</p>\n")
TABLE = f"<table>{rows('<tr><td>[00:{clock}]</td><td>{text}</td></tr>')}</table>"
BUTTONS = rows(
    '<div class="row"><button>{clock}</button><span class="speaker-name">{name}</span><p>{text}</p></div>'
)
DATA = rows('<p data-start="{s}">{text}</p>')
WORDS = "".join(
    "<p>"
    + "".join(
        f'<span data-m="{int(at * 1000) + 500 * place}">{word} </span>'
        for place, word in enumerate(text.split())
    )
    + "</p>"
    for _, at, text in SAID
)


def read(folder: Path, body: str, head: str = "<title>The bridge</title>") -> Item:
    lay(folder, "talk.mp3", **{"talk.html": f"<html><head>{head}</head><body>{body}</body></html>"})
    return open_source(str(folder / "talk.mp3"), reader=Sound(MediaInfo(100.0))).whole()


def said(item: Item) -> list[tuple[str, str]]:
    document = item.document
    return [
        (block.speaker, block.span.of(document.text))
        for block in document.blocks
        if block.kind is BlockKind.PARAGRAPH
    ]


def first_starts(item: Item) -> list[float]:
    timeline, text = item.words, item.document.text
    assert timeline is not None
    starts = {cue.span.start: cue.start_frame / timeline.rate_hz for cue in timeline}
    return [starts[text.index(each)] for _, _, each in SAID]


@pytest.mark.parametrize(
    ("body", "names"),
    [(PODCAST, True), (BUTTONS, True), (TABLE, False), (DATA, False), (WORDS, False)],
    ids=["as podcasts have it", "buttons", "a table", "times as data", "words with times as data"],
)
def test_it_is_the_text_of_the_recording_beside_it(tmp_path: Path, body: str, names: bool) -> None:
    item = read(tmp_path, f"{MENU}<main><h1>The bridge</h1>{body}</main>{FOOT}")
    assert said(item) == [(name if names else "", text) for name, _, text in SAID]
    assert first_starts(item) == [at for _, at, _ in SAID]


def test_words_with_times_of_their_own_are_timed_exactly(tmp_path: Path) -> None:
    item = read(tmp_path, WORDS)
    assert item.words is not None
    assert {cue.confidence for cue in item.words} == {EXACT}


def test_a_fragment_without_a_head_is_one_too(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", **{"talk.html": PODCAST})
    assert said(opened(tmp_path / "talk.mp3").whole()) == [(name, text) for name, _, text in SAID]


def test_what_the_page_says_above_it_is_kept(tmp_path: Path) -> None:
    note = "Ann Lee and Bo Ray talk about the old bridge over the river, and about who will pay for it."
    item = read(tmp_path, f"<article><h1>The bridge</h1><p>{note}</p><div>{PODCAST}</div></article>")
    assert [text for _, text in said(item)] == [note, *(text for _, _, text in SAID)]


@pytest.mark.parametrize(
    "times",
    [("12:40", "12:15", "11:58"), ("9:00", "9:30", "10:15"), ("0:10", "3:00", "2:00")],
    ids=["a live page", "a timetable", "in no order"],
)
def test_times_of_the_day_are_no_times_of_a_recording(tmp_path: Path, times: tuple[str, ...]) -> None:
    body = "".join(
        f"<p><time>{at}</time></p><p>{text}</p>" for at, (_, _, text) in zip(times, SAID, strict=True)
    )
    item = read(tmp_path, f"<article><h1>The bridge</h1>{body}</article>")
    assert item.words is None
    assert all(text in item.document.text for _, _, text in SAID)


def test_moments_of_the_calendar_as_data_are_no_times_of_a_recording() -> None:
    entries = "".join(f'<div data-timestamp="{1_700_000_000 + at}">{text}</div>' for _, at, text in SAID)
    assert read_turns(html.document_fromstring(f"<html><body>{entries}</body></html>")) == []


@pytest.mark.parametrize("value", ["nan", "-1", "inf", "1e999", "abc", ""])
def test_a_time_that_is_none_is_passed_over(tmp_path: Path, value: str) -> None:
    item = read(tmp_path, f'<p data-start="{value}">Not at a time.</p>{DATA}')
    assert first_starts(item) == [at for _, at, _ in SAID]


def test_a_page_of_elements_deep_within_one_another_is_looked_through_in_time() -> None:
    spent_s = []
    for depth in (1, 200):
        nested = "<div>" * depth + "0:01" + "</div>" * depth
        tree = html.document_fromstring(f"<html><body>{nested * (4000 // depth)}</body></html>")
        began_s = time.process_time()
        assert read_turns(tree) == []
        spent_s.append(time.process_time() - began_s)
    assert spent_s[1] < 40 * spent_s[0]  # some 2 times; were each looked through from all above it, 200
