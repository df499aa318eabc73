"""The picture of an alignment: what is laid out where, as a page and as a picture."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefing.export.report import WIDTH, Lanes, facts, lay_out
from briefing.export.report_file import draw
from briefing.model import Cue, Pcm, Span
from briefing.timeline import Timeline
from tests.builders import make_document

RATE_HZ = 8000
TEXT = "One <two> three unspoken words."


class Page(HTMLParser):
    """Keeps a page's elements, what it would fetch, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "srcset"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name == "aria-label":
                self.names.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def timed() -> tuple[Timeline, Pcm]:
    """Fifteen seconds: hum under the words and from 4 to 8 s, else silence."""
    cues = [
        Cue(Span(0, 3), 500, 900, 0.9),
        Cue(Span(4, 9), 900, 1500, 0.4),
        Cue(Span(10, 15), 9_000, 14_500, 0.1),
    ]
    samples = np.sin(np.arange(15 * RATE_HZ, dtype=np.float32) / 20)
    for start_s, stop_s in ((0, 0.5), (1.5, 2.0), (14.5, 15)):
        samples[round(start_s * RATE_HZ) : round(stop_s * RATE_HZ)] = 0
    return Timeline(1000, 15_000, cues), Pcm(samples[:, np.newaxis], RATE_HZ)


def page_of(timeline: Timeline, pcm: Pcm, text: str = TEXT) -> Page:
    page = Page()
    page.feed(str(draw(make_document(text), timeline, pcm, "a <title>", ".html")))
    return page


def test_words_and_gaps_are_laid_into_rows(timed: tuple[Timeline, Pcm]) -> None:
    report = lay_out(make_document(TEXT), *timed, "a title")

    assert [[word.text for word in row.words] for row in report.rows] == [["One", "<two>", "three"], []]
    assert [word.look.sign for word in report.rows[0].words] == ["", "~", "?"]
    assert [(gap.left, gap.right) for gap in report.rows[0].gaps] == [(0.0, 75.0), (225.0, 1350.0)]
    assert max(report.rows[0].peaks) == 1.0
    assert [word.text for word in report.whole.words] == ["One", "<two>", "three"]


def test_sound_that_the_text_lacks_is_no_pause(timed: tuple[Timeline, Pcm]) -> None:
    report = lay_out(make_document(TEXT), *timed, "")

    assert [gap.is_loud for gap in report.rows[0].gaps] == [False, True]
    assert report.other_s == pytest.approx(7.5)
    silent = lay_out(make_document(TEXT), timed[0], Pcm(np.zeros_like(timed[1].samples), RATE_HZ), "")
    assert not any(gap.is_loud for row in silent.rows for gap in row.gaps)


def test_words_that_are_not_spoken_stand_where_they_would_be(timed: tuple[Timeline, Pcm]) -> None:
    spans = ((0, 3), (11, 16), (17, 22))
    cues = [Cue(Span(*span), 500 * i, 500 * i + 400, 0.9) for i, span in enumerate(spans, 1)]
    timeline = Timeline(1000, 15_000, cues)
    report = lay_out(make_document("One — gone <two> three"), timeline, timed[1], "")

    (lost,) = report.rows[0].unspoken
    assert (lost.text, lost.count, lost.at_s) == ("gone", 1, 0.9), "a dash is never spoken"
    assert report.unspoken == 1


def test_token_of_several_words_is_not_taken_for_lost() -> None:
    cues = [Cue(Span(0, 4), 0, 100), Cue(Span(5, 10), 100, 200)]
    report = lay_out(
        make_document("read-write"),
        Timeline(1000, 1000, cues),
        Pcm(np.zeros((1000, 1), np.float32), 1000),
        "",
    )
    assert report.unspoken == 0


def test_long_run_of_lost_words_is_quoted_from_both_ends() -> None:
    text = " ".join(f"w{i}" for i in range(40))
    report = lay_out(
        make_document(text), Timeline(1000, 1000), Pcm(np.zeros((1000, 1), np.float32), 1000), ""
    )
    (lost,) = report.rows[0].unspoken
    assert (lost.quoted, lost.count) == ("w0 w1 w2 … w37 w38 w39", 40)


def test_short_recording_fills_its_row() -> None:
    timeline = Timeline(1000, 4500, [Cue(Span(0, 3), 0, 4500, 0.9)])
    report = lay_out(make_document("One"), timeline, Pcm(np.ones((36_000, 1), np.float32), RATE_HZ), "")
    (row,) = report.rows
    assert row.length_s == pytest.approx(4.5)
    assert row.words[0].right == pytest.approx(WIDTH)


def test_page_fetches_nothing_and_tells_in_words_what_it_shows(timed: tuple[Timeline, Pcm]) -> None:
    page = page_of(*timed)

    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids), "a link leads nowhere"
    assert "script" not in page.tags
    assert page.tags.count("figure") == 3, "the whole, and two rows"
    assert "Timings: a <title>" in page.text
    assert "2 words of the text are not spoken. 7.5 seconds of sound are not in the text." in page.text
    assert page.names[1:] == [
        "0:00:00.0 to 0:00:10.0: One <two> three. Sound that the text lacks.",
        "0:00:10.0 to 0:00:20.0: no words. Not spoken: unspoken words.",
    ]
    assert "~<two>" in page.text
    assert page.text.index("Words that are not spoken") < page.text.rindex("unspoken words.")
    assert page.text.index("Unsure words") < page.text.rindex("three")


def test_page_follows_the_readers_dark_scheme(timed: tuple[Timeline, Pcm]) -> None:
    page = page_of(*timed)
    assert "prefers-color-scheme: dark" in page.text
    assert page.text.count("--unsure: #") == 2


def test_picture_shows_words_gaps_and_every_degree_of_confidence(timed: tuple[Timeline, Pcm]) -> None:
    drawn = draw(make_document(TEXT), *timed, "title", ".PNG")

    assert isinstance(drawn, bytes)
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.width == 1540
        colours = image.convert("RGB").getcolors(1 << 16)
    assert colours is not None
    assert {(0x1A, 0x5F, 0xB4), (0x9A, 0x5B, 0x00), (0xB3, 0x12, 0x3A), (0xF3, 0xD9, 0xFF)} <= {
        rgb for _, rgb in colours
    }


@pytest.mark.parametrize(("extension", "count"), [(".html", 27_000), (".png", 2_000)])
def test_hours_fit_into_a_file_that_can_still_be_opened(extension: str, count: int) -> None:
    length_s, rate_hz = 3 * 3600, 100
    document = make_document(" ".join(["words"] * count))
    timeline = Timeline(
        10, length_s * 10, [Cue(Span(6 * i, 6 * i + 5), 4 * i, 4 * i + 3, 0.9) for i in range(count)]
    )
    noise = np.random.default_rng(1).normal(0, 0.1, (length_s * rate_hz, 1)).astype(np.float32)

    drawn = draw(document, timeline, Pcm(noise, rate_hz), "long", extension)

    assert len(drawn) < 12_000_000
    if isinstance(drawn, bytes):
        with Image.open(io.BytesIO(drawn)) as image:
            assert image.height < 1 << 16


def test_texts_go_into_the_first_free_lane_and_never_onto_one_another() -> None:
    lanes = Lanes(2)
    assert [lanes.take(left, 10) for left in (0, 5, 11, 12, 13)] == [0, 1, 0, 1, 0]


@pytest.mark.parametrize(
    ("unspoken", "told"), [(0, "Every word is spoken."), (1, "1 word of the text is not")]
)
def test_facts_are_sentences(unspoken: int, told: str) -> None:
    text = "One two"
    cues = [Cue(Span(0, 3), 0, 100), Cue(Span(4, 7), 100, 200)][: 2 - unspoken]
    pcm = Pcm(np.zeros((1000, 1), np.float32), 1000)
    assert told in facts(lay_out(make_document(text), Timeline(1000, 1000, cues), pcm, ""))


@given(
    st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 60_000)), max_size=20), st.integers(0, 60_000)
)
def test_any_timings_stay_inside_their_rows(raw: list[tuple[int, int]], length: int) -> None:
    edges = sorted(min(edge, length) for pair in raw for edge in pair)
    words = " ".join("word" for _ in raw)
    cues = [
        Cue(Span(5 * i, 5 * i + 4), start, stop, 0.5)
        for i, (start, stop) in enumerate(zip(edges[::2], edges[1::2], strict=True))
    ]
    pcm = Pcm(np.zeros((length, 1), np.float32), 1000)
    report = lay_out(make_document(words or "none"), Timeline(1000, length, cues), pcm, "")

    assert sum(len(row.words) for row in report.rows) == len(cues)
    for row in (report.whole, *report.rows):
        assert all(0 <= word.left <= word.right <= WIDTH for word in row.words)
        assert all(0 <= gap.left <= gap.right <= WIDTH for gap in row.gaps)
        assert all(0 <= lost.at <= WIDTH for lost in row.unspoken)


def test_the_loudest_sample_on_either_side_is_drawn_highest() -> None:
    samples = np.zeros((15 * RATE_HZ, 1), np.float32)
    samples[5 * RATE_HZ], samples[10 * RATE_HZ] = 0.25, -0.5
    report = lay_out(make_document(TEXT), Timeline(1000, 15_000, []), Pcm(samples, RATE_HZ), "talk")
    peaks = report.whole.peaks
    third = len(peaks) // 3
    assert max(peaks[third - 2 : third + 2]) == 0.5
    assert max(peaks[2 * third - 2 : 2 * third + 2]) == max(peaks) == 1.0
