"""What goes out in one format and comes back, or goes on in another, says what it said, when it said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.export.marking import marked_sentences
from briefing.export.registry import BY_NAME
from briefing.formats import plain
from briefing.formats.about import Holds
from briefing.formats.captions import captions_of
from briefing.formats.timed import spaceless
from briefing.formats.timed.transcript import timed_words
from briefing.formats.timed_text import EXACT, stop_of
from briefing.model import Media
from briefing.text.transcript import Transcript
from tests.unit.export.going_round import clips_in, come_back, gone_out, publications

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefing.formats.publication import Publication
    from briefing.formats.timed_text import TimedLine
    from briefing.model import Document

UNREAD = ("rtf", "brf", "print-html", "anki", "study")
"""Kinds that nobody reads again: print, on screens or paper, braille cells, and sentences to learn."""
KINDS = [name for name, export in BY_NAME.items() if not export.is_sound and name not in UNREAD]
TIMED = [name for name in KINDS if BY_NAME[name].needs_times]
EACH_A_CUE = ("labels-txt", "textgrid")
"""Kinds in which a word with a time is a cue of its own."""
WHOLE = ("md", "html", "epub", "daisy")
"""Kinds that hold all that a text is made of."""
BOOKS = ("epub", "daisy")
STEP_MS = {"lrc": 10, "lines-lrc": 10}
"""The finest time that a format holds, where that is not a millisecond."""
few = settings(max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


def whole(document: Document) -> tuple[object, ...]:
    """Return a document's text, and what is known of its blocks, pictures, parts and links."""
    pictures = [(each.alt, each.caption, each.start) for each in document.figures if each.alt or each.caption]
    return (
        document.text,
        list(document.blocks),
        document.title,
        document.language,
        document.authors,
        pictures,
        document.language_parts,
        document.links,
    )


def clips_told(publication: Publication, kind: str) -> list[tuple[int, str]]:
    """Return what is lit in a book, with its starts in milliseconds: words, else sentences."""
    found: list[tuple[int, str]] = []
    for sentence in marked_sentences(publication.document, publication.words):
        parts = sentence.words if sentence.words and kind == "epub" else (sentence,)
        found += (
            (round(each.start_s * 1000), each.span.of(publication.document.text))
            for each in parts
            if each.start_s is not None and each.stop_s is not None and each.start_s < each.stop_s
        )
    return found


def count_words(document: Document) -> int:
    transcript = Transcript(document)
    return sum(len(list(transcript.words(block.span))) for block in document.blocks if block.kind.is_narrated)


def plain_tokens(document: Document) -> Iterator[str]:
    """Yield what a plain text says: who speaks as well, and a dash before each item."""
    for index, block in enumerate(document.blocks):
        speaker = document.turn_at(index)
        yield from f"{speaker}: ".split() if speaker else ()
        yield from block.span.of(document.text).split()


def page_times(publication: Publication) -> list[tuple[int, str]]:
    """Return the words of a page whose times are known, with their starts in milliseconds."""
    words, text = publication.words or (), publication.document.text
    return [(cue.start_frame, cue.span.of(text)) for cue in words if cue.confidence >= EXACT]


def said(lines: Iterable[TimedLine]) -> list[str]:
    return " ".join(line.text for line in lines).split()


def cues(lines: list[TimedLine], step_ms: int) -> list[tuple[int, int, str]]:
    """Return start and stop in steps of a format, and text."""
    return [
        (
            round(line.start_s * 1000 / step_ms),
            # What is shorter than a step may share one with the next.
            round(stop_of(line) * 1000) if step_ms == 1 else 0,
            " ".join(line.text.split()),
        )
        for line in lines
    ]


def is_stamped(line: TimedLine) -> bool:
    return line.is_stamped


def is_all_stamped(line: TimedLine) -> bool:
    return line.is_stamped and all(piece.has_stamp for piece in line.pieces)


def stamped(lines: list[TimedLine], step_ms: int) -> list[tuple[int, str]]:
    """Return the words whose times are known, with their starts in steps of a format."""
    words = timed_words(lines)
    return [(round(each.start_s * 1000 / step_ms), each.text) for each in words if each.confidence >= EXACT]


@pytest.mark.parametrize("kind", KINDS)
@few
@given(publication=publications())
def test_what_is_said_comes_back_to_the_letter_and_to_the_millisecond(
    kind: str, publication: Publication, tmp_path: Path
) -> None:
    for found, expected in gone_round(kind, publication, tmp_path):
        assert found == expected


def gone_round(kind: str, publication: Publication, folder: Path) -> Iterator[tuple[object, object]]:
    """Yield what is found in a file of some kind, and what is to be found."""
    needs_times = BY_NAME[kind].needs_times
    if not captions_of(publication).lines and (needs_times or kind == "daisy"):
        return
    path = gone_out(publication, kind, folder)
    found = come_back(path)
    if needs_times:
        yield from _timed(kind, found, publication)
    if kind == "txt":
        # As it is read where it does not look like Markdown.
        text = plain.read_text(path.read_text(encoding="utf-8")).build("", "", Media()).text
        yield text.split(), [*plain_tokens(publication.document)]
    if kind in WHOLE:
        yield whole(found.document), whole(publication.document)
    if kind in BOOKS:
        yield clips_in(path), clips_told(publication, kind)
    if kind == "html" and publication.words:
        text, sentences = publication.document.text, marked_sentences(publication.document, publication.words)
        lit = [(round(word.start_s * 1000), word.span.of(text)) for each in sentences for word in each.words]
        known = page_times(found)
        is_all_heard = len(publication.words) == count_words(publication.document)
        # Words of which many are not heard are looked for in the text, and not all of them are found.
        yield (
            known if is_all_heard else [each for each in known if each not in lit],
            lit if is_all_heard else [],
        )


def _timed(kind: str, found: Publication, publication: Publication) -> Iterator[tuple[object, object]]:
    captions, lines, step_ms = captions_of(publication).lines, list(found.lines), STEP_MS.get(kind, 1)
    is_whole = kind == "json"  # a token each, those that are not heard as well
    expected = publication.document.text.split() if is_whole else said(captions)
    tokens, title = found.document.text.split(), found.document.title.split()
    # Where each word is a cue of its own, blanks stand where their script has some.
    is_by_word = kind in EACH_A_CUE or any(line.is_stamped and len(line.pieces) == 1 for line in captions)
    if tokens != expected and tokens[: len(title)] == title:
        tokens = tokens[len(title) :]  # one of which not all is heard is told beside what is heard
    yield ("".join(tokens), "".join(expected)) if is_by_word else (tokens, expected)
    if publication.lines and not all(map(is_all_stamped, filter(is_stamped, captions))):
        return  # what is not heard stands in its lines, and takes of the times beside it
    if is_whole:  # of tokens, which are no words where there are no blanks
        known = stamped(lines, step_ms)
        yield (
            [
                each
                for each in stamped(list(captions), step_ms)
                if each not in known and not spaceless.ends(each[1])
            ],
            [],
        )
    elif kind in EACH_A_CUE and not all(map(is_all_stamped, captions)):
        return  # a guess is a cue like any other there, and what has no time stands with the word beside it
    elif kind == "lrc":  # it has no way to say that a line's own time is a guess
        known = stamped(lines, step_ms)
        yield [each for each in stamped(list(captions), step_ms) if each not in known], []
    elif Holds.WORD_TIMES in BY_NAME[kind].keeps:
        yield stamped(lines, step_ms), stamped(list(captions), step_ms)
    elif Holds.CUE_TIMES in BY_NAME[kind].keeps:
        yield cues(lines, step_ms), cues(list(captions), step_ms)


@pytest.mark.parametrize("first", KINDS)
@settings(max_examples=3, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(publication=publications(is_all_heard=True))
def test_what_came_back_from_any_format_goes_on_in_any_other(
    first: str, publication: Publication, tmp_path: Path
) -> None:
    if not captions_of(publication).lines:
        return
    there = come_back(gone_out(publication, first, tmp_path))
    if there.words is None and there.document.text == publication.document.text:
        there = there._replace(words=publication.words)  # as where the times lie beside it
    for second in KINDS:
        for found, expected in gone_round(second, there, tmp_path):
            assert found == expected, second
