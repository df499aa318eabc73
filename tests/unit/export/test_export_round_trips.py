"""What goes out in one format and comes back, or goes on in another, says what it said, when it said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.export.registry import BY_NAME
from briefing.formats.about import Holds
from briefing.formats.captions import captions_of
from briefing.formats.timed import spaceless
from briefing.formats.timed.transcript import timed_words
from briefing.formats.timed_text import EXACT, stop_of
from tests.unit.export.going_round import come_back, gone_out, publications

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefing.formats.publication import Publication
    from briefing.formats.timed_text import TimedLine

UNREAD = ("rtf", "brf")
"""Kinds that nobody reads again: print, and braille cells."""
KINDS = [name for name, export in BY_NAME.items() if not export.is_sound and name not in UNREAD]
TIMED = [name for name in KINDS if BY_NAME[name].needs_times]
EACH_A_CUE = ("labels-txt", "textgrid")
"""Kinds in which a word with a time is a cue of its own."""
STEP_MS = {"lrc": 10, "lines-lrc": 10}
"""The finest time that a format holds, where that is not a millisecond."""
few = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


def stamped(lines: list[TimedLine], step_ms: int) -> list[tuple[int, str]]:
    """Return the words whose times are known, with their starts in steps of a format."""
    words = timed_words(lines)
    return [(round(each.start_s * 1000 / step_ms), each.text) for each in words if each.confidence >= EXACT]


@pytest.mark.parametrize("kind", TIMED)
@few
@given(publication=publications())
def test_what_is_said_comes_back_to_the_letter_and_to_the_millisecond(
    kind: str, publication: Publication, tmp_path: Path
) -> None:
    for found, expected in gone_round(kind, publication, tmp_path):
        assert found == expected


def gone_round(kind: str, publication: Publication, folder: Path) -> Iterator[tuple[object, object]]:
    """Yield what is found in a file of some kind, and what is to be found."""
    captions = list(captions_of(publication).lines)
    if not captions:
        return
    found = come_back(gone_out(publication, kind, folder))
    lines, step_ms = list(found.lines), STEP_MS.get(kind, 1)
    is_whole = kind == "json"  # a token each, those that are not heard as well
    expected = publication.document.text.split() if is_whole else said(captions)
    tokens, title = found.document.text.split(), found.document.title.split()
    if tokens != expected and tokens[: len(title)] == title:
        tokens = tokens[len(title) :]  # one of which not all is heard is told beside what is heard
    yield ("".join(tokens), "".join(expected)) if kind in EACH_A_CUE else (tokens, expected)
    if is_whole:  # of tokens, which are no words where there are no blanks
        known = stamped(lines, step_ms)
        yield (
            [
                each
                for each in stamped(captions, step_ms)
                if each not in known and not spaceless.ends(each[1])
            ],
            [],
        )
    elif kind in EACH_A_CUE and not all(piece.has_stamp for line in captions for piece in line.pieces):
        return  # a guess is a cue like any other there, and what has no time stands with the word beside it
    elif kind == "lrc" and not all(line.pieces[0].has_stamp for line in captions if line.is_stamped):
        # It has no way to say that a line's own time is a guess, where none begins with a word's.
        known = stamped(lines, step_ms)
        yield [each for each in stamped(captions, step_ms) if each not in known], []
    elif Holds.WORD_TIMES in BY_NAME[kind].keeps:
        yield stamped(lines, step_ms), stamped(captions, step_ms)
    elif Holds.CUE_TIMES in BY_NAME[kind].keeps:
        yield cues(lines, step_ms), cues(captions, step_ms)
