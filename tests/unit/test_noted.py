"""Bookmarks with what is known of them."""

from __future__ import annotations

from briefing.model import Bookmark, Cue, Place
from briefing.noted import noted
from briefing.text.transcript import Transcript
from briefing.timeline import Timeline
from tests.builders import make_document

DOCUMENT = make_document("One two. Three four.", "Five six.", title="Numbers")
TRANSCRIPT = Transcript(DOCUMENT)


def mark(word: str, note: str = "") -> Bookmark:
    return Bookmark(Place(DOCUMENT.id, DOCUMENT.text.index(word)), note, "2026-11-28T10:00:00+00:00")


def test_each_has_its_sentence_its_time_and_a_link_in_the_order_of_the_text() -> None:
    words = [word for at in range(len(DOCUMENT.text)) if (word := TRANSCRIPT.word_at(at)).start == at]
    timeline = Timeline(1000, 100_000, [Cue(w, n * 1000, n * 1000 + 900) for n, w in enumerate(words)])
    found = noted([mark("six"), mark("four", "look")], TRANSCRIPT, timeline, "/a b.md")
    at_s = timeline.frame_at(DOCUMENT.text.index("Three")) / 1000
    assert [(each.quote, each.note, each.link) for each in found] == [
        ("Three four.", "look", "/a b.md#p1.s2"),
        ("Five six.", "", "/a b.md#p2.s1"),
    ]
    assert (found[0].time_s, found[0].clock) == (at_s, f"0:00:0{int(at_s)}")


def test_what_is_not_known_is_left_out() -> None:
    (found,) = noted([mark("Five")], TRANSCRIPT, None, "")
    assert (found.time_s, found.clock, found.link, found.place) == (None, "", "", "p2.s1")


def test_a_bookmark_past_the_end_is_at_the_end() -> None:
    far = mark("Five")._replace(place=Place(DOCUMENT.id, 10_000))
    assert noted([far], TRANSCRIPT, None, "x")[0].quote == "Five six."
