"""A text in the order in which it is heard."""

from __future__ import annotations

from pathlib import Path

from briefing.clips import Clip
from briefing.model import BlockKind
from briefing.playlist import SoundFile, laid_out
from briefing.text.as_heard import as_heard
from briefing.text.heard import words_heard
from tests.builders import make_document

DOCUMENT = make_document(
    "The lamp was lit. Nobody knew.", "A second one.", blocks=[(BlockKind.NOTE, "In 1911.")]
)
RATE_HZ = 1000


def said(*clips: str | Clip) -> tuple[list[str], list[tuple[str, float]]]:
    """Clips of a second each, by what they say of the text, laid out; blocks and words as they are heard."""
    made = []
    for number, clip in enumerate(clips):
        start = DOCUMENT.text.index(clip) if isinstance(clip, str) else 0
        one = Clip("a", 0, 0, start, start + len(clip)) if isinstance(clip, str) else clip
        made.append(one._replace(begin_s=float(number), end_s=number + 1.0))
    playlist = laid_out(Path("book.epub"), made, {"a": SoundFile(10_000_000)}).playlist
    document, words = as_heard(DOCUMENT, words_heard(DOCUMENT, playlist, RATE_HZ), playlist.aside)
    times = [(cue.span.of(document.text), cue.start_frame / RATE_HZ) for cue in words]
    return [block.span.of(document.text) for block in document.blocks], times


def page(label: str) -> Clip:
    return Clip("a", 0, 0, 5, 5, says=label)


def test_a_printed_page_number_that_is_heard_is_not_lost() -> None:
    blocks, words = said("The lamp was lit. Nobody knew.", page("2"), "A second one.", page("iv"))
    assert blocks == ["The lamp was lit. Nobody knew.", "2", "A second one.", "iv", "In 1911."]
    assert ("2", 1.0) in words
    assert ("A", 2.0) in words
    assert ("iv", 3.0) in words


def test_a_page_number_within_a_paragraph_parts_it_where_it_is_heard() -> None:
    blocks, words = said(page("1"), "The lamp was lit.", page("2"), "Nobody knew.", "A second one.")
    assert blocks == ["1", "The lamp was lit.", "2", "Nobody knew.", "A second one.", "In 1911."]
    assert [at_s for word, at_s in words if word in ("1", "The", "2", "Nobody", "A")] == [0, 1, 2, 3, 4]


def test_a_sentence_that_is_said_twice_is_written_twice() -> None:
    blocks, words = said("The lamp was lit.", "Nobody knew.", "Nobody knew.", "A second one.")
    assert blocks == ["The lamp was lit. Nobody knew.", "Nobody knew.", "A second one.", "In 1911."]
    assert [at_s for word, at_s in words if word == "Nobody"] == [1.0, 2.0]


def test_a_note_that_is_heard_where_it_is_referred_to_is_written_there() -> None:
    blocks, words = said("The lamp was lit.", "In 1911.", "Nobody knew.", "A second one.")
    assert blocks == ["The lamp was lit.", "In 1911.", "Nobody knew.", "A second one.", "In 1911."]
    assert [at_s for word, at_s in words if word == "1911"] == [1.0 + 3 / 8]


def test_a_text_whose_recording_says_it_in_its_order_is_left_as_it_is() -> None:
    words = words_heard(DOCUMENT, laid_out(Path(), [], {}).playlist, RATE_HZ)
    assert as_heard(DOCUMENT, words, ()) == (DOCUMENT, words)


def test_what_is_heard_without_any_of_the_text_is_written_before_it() -> None:
    assert said(page("1"))[0][:2] == ["1", "The lamp was lit. Nobody knew."]
