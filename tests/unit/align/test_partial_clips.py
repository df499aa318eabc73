"""Words timed within the clips of a book's recording."""

from __future__ import annotations

from pathlib import Path

from briefing.align.alignment import WordTime
from briefing.align.arrays import RATE_HZ
from briefing.align.partial_clips import LONGEST_S, PartialClips
from briefing.align.tokens import tokens_of
from briefing.clips import Clip
from briefing.confidence import WORD_CONFIDENCE
from briefing.playlist import Playlist, SoundFile, laid_out
from briefing.text.heard import words_heard
from tests.builders import make_document

DOCUMENT = make_document("One two three. Four five.", "Six", "“Seven,” said eight.", "日本語の本")
TOKENS = tokens_of(DOCUMENT)
NUMBER = {token.text: number for number, token in enumerate(TOKENS)}


def heard(*clips: tuple[str, float, float]) -> Playlist:
    made = []
    for words, begin_s, end_s in clips:
        start = DOCUMENT.text.index(words)
        made.append(Clip("a.mp3", begin_s, end_s, start, start + len(words)))
    return laid_out(Path("book.epub"), made, {"a.mp3": SoundFile(100_000_000)}).playlist


PLAYLIST = heard(
    ("One two three.", 1, 4), ("Four five.", 4, 6), ("Six", 6, 7), ("Seven,” said eight.", 9, 12)
)


def test_every_part_of_several_words_is_to_be_heard_in_its_clip_alone() -> None:
    found = PartialClips(DOCUMENT, TOKENS, PLAYLIST).order()
    assert found == [
        [0.0, 3.0, 0, 3],
        [3.0, 5.0, 3, 5],
        [6.0, 9.0, NUMBER["“Seven,”"], NUMBER["eight."] + 1],
    ]


def test_words_that_were_heard_never_leave_their_clip_and_the_rest_stays() -> None:
    partial = PartialClips(DOCUMENT, TOKENS, PLAYLIST)
    before = words_heard(DOCUMENT, PLAYLIST, RATE_HZ)
    assert partial.timeline() == before
    assert (before.rate_hz, before.duration_s) == (RATE_HZ, PLAYLIST.length_s)
    partial.settle(3, [WordTime(2.5, 3.4, 0.9), WordTime(4.0, 7.0, 0.8)])
    cues = list(partial.timeline())
    assert [cues[at].span for at in range(len(cues))] == [cue.span for cue in before]
    assert (cues[3].start_frame, cues[3].stop_frame) == (3 * RATE_HZ, round(3.4 * RATE_HZ))
    assert (cues[4].start_frame, cues[4].stop_frame) == (4 * RATE_HZ, 5 * RATE_HZ)
    assert all(cue.confidence >= WORD_CONFIDENCE for cue in cues[3:5])
    assert [*cues[:3], *cues[5:]] == [*list(before)[:3], *list(before)[5:]]


def test_a_word_that_is_not_spoken_is_not_lit() -> None:
    partial = PartialClips(DOCUMENT, TOKENS, PLAYLIST)
    partial.settle(0, [WordTime(0.1, 0.4, 0.9), WordTime(None, None, 0.9), WordTime(0.9, 1.4, 0.9)])
    words = [cue.span.of(DOCUMENT.text) for cue in partial.timeline()]
    assert words[:3] == ["One", "three", "Four"]


def test_it_is_a_fit_where_anything_was_heard() -> None:
    partial = PartialClips(DOCUMENT, TOKENS, PLAYLIST)
    assert partial.final([]) == (words_heard(DOCUMENT, PLAYLIST, RATE_HZ), False)
    partial.settle(3, [WordTime(3.5, 3.6, 0.9), WordTime(4.0, 4.4, 0.8)])
    assert partial.final([]) == (partial.timeline(), True)


def test_a_book_whose_every_word_has_a_clip_is_a_fit_as_it_is() -> None:
    words = heard(("One", 0, 1), ("two", 1, 2), ("three", 2, 3))
    assert PartialClips(DOCUMENT, TOKENS, words).final([]) == (words_heard(DOCUMENT, words, RATE_HZ), True)


def test_clips_within_a_token_and_a_part_as_long_as_a_book_stay_as_they_are() -> None:
    assert PartialClips(DOCUMENT, TOKENS, heard(("日本", 0, 1), ("語の本", 1, 2))).order() == []
    assert PartialClips(DOCUMENT, TOKENS, heard(("One two three.", 0, LONGEST_S + 1))).order() == []


def test_what_was_found_before_is_not_looked_for_again() -> None:
    partial = PartialClips(DOCUMENT, TOKENS, PLAYLIST)
    assert not partial.has_found
    partial.settle(3, [WordTime(3.5, 3.6, 0.9), WordTime(4.0, 4.4, 0.2)])
    again = PartialClips(DOCUMENT, TOKENS, PLAYLIST, partial.timeline())
    assert [first for _, _, first, _ in again.order()] == [0, NUMBER["“Seven,”"]]
    assert again.timeline() == partial.timeline()
    assert again.has_found
