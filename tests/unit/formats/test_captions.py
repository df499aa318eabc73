"""Timings in the formats of others, read back by the libraries that others read them with."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pysubs2
import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st
from praatio import textgrid  # type: ignore[import-untyped]

from briefing.errors import UsageError
from briefing.formats.about import encoded
from briefing.formats.publication import Publication
from briefing.formats.registry import TIMES_WRITTEN, writer_of
from briefing.model import Cue, Document, Span
from briefing.text.transcript import Transcript
from briefing.timeline import Timeline
from tests.builders import make_document

if TYPE_CHECKING:
    from pathlib import Path

RATE_HZ = 1000
STAMP = re.compile(r"<(\d\d):(\d\d):(\d\d)\.(\d\d\d)>([^<]*)")


def render(document: Document, timeline: Timeline, suffix: str) -> str:
    """Return timings as text, whether their format is text or bytes."""
    return encoded(writer_of(f"out{suffix}", TIMES_WRITTEN).write(Publication(document, timeline))).decode()


def words_of(document: Document) -> list[Span]:
    """Return the words of all blocks, in order."""
    transcript = Transcript(document)
    return [
        word
        for index in range(len(document.blocks))
        for sentence in transcript.sentences(index)
        for word in transcript.words(sentence)
    ]


def timed(document: Document, times: list[tuple[int, int] | None], confidence: float = 1.0) -> Timeline:
    """Return a timeline of the document's words in milliseconds, in order; None for an unspoken one."""
    spans = words_of(document)
    cues = [Cue(s, *t, confidence) for s, t in zip(spans, times, strict=True) if t]
    return Timeline(RATE_HZ, max((c.stop_frame for c in cues), default=0) + 1000, cues)


@pytest.fixture
def news() -> tuple[Document, Timeline]:
    document = make_document('Up 5 & "more" <b>. Not said. Aid of $4.2 billion came.', title="A [title]")
    times: list[tuple[int, int] | None] = [
        (0, 10), None,  # the title: only its first word
        (500, 600), (600, 900), None, (1000, 1200), (1200, 1300),
        None, None,
        (2000, 2200), (2200, 2300), (2300, 2900), (2950, 3100), (3661_000, 3661_500),
    ]  # fmt: skip
    return document, timed(document, times)


def test_vtt_has_a_cue_a_sentence_and_a_stamp_a_word(news: tuple[Document, Timeline]) -> None:
    document, timeline = news
    cues = webvtt.from_string(render(document, timeline, ".vtt")).captions

    assert [cue.text for cue in cues][1:] == ['Up 5 &amp; "more" &lt;b&gt;.', "Aid of $4.2 billion came."]
    stamps = [
        (((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(ms), text.strip())
        for cue in cues
        for h, m, s, ms, text in STAMP.findall(cue.raw_text)
    ]
    assert [at for at, _ in stamps] == [cue.start_frame for cue in timeline]
    assert stamps[-2:] == [(2950, "billion"), (3661_000, "came.")]


def test_vtt_stamps_nothing_that_is_unsure() -> None:
    document = make_document("One two three.")
    text = render(document, timed(document, [(0, 100), (200, 300), (400, 500)], confidence=0.4), ".vtt")

    assert "One two three." in text
    assert "<" not in text
    assert "estimated" in text


def test_srt_is_numbered_and_plain(news: tuple[Document, Timeline]) -> None:
    subtitles = pysubs2.SSAFile.from_string(render(*news, ".srt"), format_="srt", keep_html_tags=True)

    assert subtitles[2].plaintext == "Aid of $4.2 billion came."
    assert (subtitles[2].start, subtitles[2].end) == (2000, 3661_500)


def test_lrc_has_a_line_a_sentence_and_a_stamp_a_word(news: tuple[Document, Timeline]) -> None:
    lines = render(*news, ".lrc").splitlines()

    assert lines[0] == "[ti:A [\N{WORD JOINER}title]]"
    assert lines[1] == "[length:61:02.50]"
    assert lines[-1] == (
        "[00:02.00]<00:02.00>Aid <00:02.20>of <00:02.30>$4.2 <00:02.95>billion <61:01.00>came. <61:01.50>"
    )


def test_json_has_an_entry_a_token(news: tuple[Document, Timeline]) -> None:
    document, timeline = news
    entries = json.loads(render(document, timeline, ".json"))

    assert [entry["word"] for entry in entries] == document.text.split()
    assert entries[-1] == {"word": "came.", "start": 3661.0, "end": 3661.5, "confidence": 1.0}
    assert [entry["word"] for entry in entries if entry["start"] is None][-2:] == ["Not", "said."]


def test_textgrid_covers_all_of_the_time(news: tuple[Document, Timeline], tmp_path: Path) -> None:
    document, timeline = news
    path = tmp_path / "news.TextGrid"
    path.write_text(render(document, timeline, ".TextGrid"), encoding="utf-8")
    grid = textgrid.openTextgrid(str(path), includeEmptyIntervals=False)

    assert grid.tierNames == ("words", "sentences")
    assert grid.maxTimestamp == timeline.duration_s
    spoken = [(round(e.start * RATE_HZ), round(e.end * RATE_HZ)) for e in grid.getTier("words").entries]
    assert spoken == [(cue.start_frame, cue.stop_frame) for cue in timeline]
    assert "Aid of $4.2 billion came." in [e.label for e in grid.getTier("sentences").entries]


def test_labels_are_lines_parted_by_tabs(news: tuple[Document, Timeline]) -> None:
    rows = [line.split("\t") for line in render(*news, ".txt").splitlines()]

    assert [float(row[0]) for row in rows] == [cue.start_frame / RATE_HZ for cue in news[1]]
    assert rows[-1] == ["3661.000000", "3661.500000", "came."]


def test_no_timings_make_files_without_cues() -> None:
    document = make_document("Nothing is spoken.")
    timeline = Timeline(RATE_HZ, 5000)

    assert render(document, timeline, ".vtt") == "WEBVTT\nLanguage: en\n"
    assert render(document, timeline, ".srt") == ""
    assert [e["start"] for e in json.loads(render(document, timeline, ".json"))] == [None] * 3


def test_extension_chooses_the_format_in_any_case(news: tuple[Document, Timeline]) -> None:
    assert render(*news, ".TextGrid") == render(*news, ".textgrid")
    with pytest.raises(UsageError, match="cannot be written as"):
        render(*news, ".mp4")


@given(st.data())
def test_every_format_writes_any_text_and_vtt_gives_the_times_back(data: st.DataObject) -> None:
    paragraphs = data.draw(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
            .map(str.strip)
            .filter(bool),
            min_size=1,
            max_size=3,
        )
    )
    document = make_document(*paragraphs)
    spans = words_of(document)
    edges = sorted(
        data.draw(st.lists(st.integers(1, 90_000), min_size=2 * len(spans), max_size=2 * len(spans)))
    )
    timeline = timed(document, list(zip(edges[::2], edges[1::2], strict=True)))

    extensions = [row.about.written for row in TIMES_WRITTEN]
    written = {extension: render(document, timeline, extension) for extension in extensions}

    stamps = [
        ((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(ms)
        for h, m, s, ms, _ in STAMP.findall(written[".vtt"])
    ]
    assert stamps == edges[::2]
    for start, stop, body in re.findall(r"(\S+) --> (\S+)\n(.*)", written[".vtt"]):
        inside = [f"{h}:{m}:{s}.{ms}" for h, m, s, ms, _ in STAMP.findall(body)]
        assert all(start < at < stop for at in inside)
    assert len(json.loads(written[".json"])) == len(document.text.split())
