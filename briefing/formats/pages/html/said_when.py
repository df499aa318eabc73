"""What a page's own transcript says with its times, as any timed text, and what else the page holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.timed.transcript import read_lines
from briefing.formats.timed_text import Piece, TimedLine
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.draft import Draft
    from briefing.formats.pages.html.answer import PageFound, PagePart

_HEADS: Final = (BlockKind.TITLE, BlockKind.KICKER, BlockKind.SUMMARY, BlockKind.CAPTION, BlockKind.CREDIT)
_LEAST_SHARE: Final = 0.6
"""Of the page's words: what says less is not the page's story."""
_TELLING: Final = 20
"""Characters by which a paragraph is known within another text."""
_MOST_COMPARED: Final = 2000


def read(found: PageFound) -> Draft | None:
    """Return a page's transcript; None where it is not what the page is about.

    Raises:
        SourceError: if it has more lines than any recording.
    """
    said = sum(len(turn.text.split()) for turn in found.turns)
    told = sum(len(part.text.split()) for part in found.parts if part.kind not in _HEADS)
    if said < told * _LEAST_SHARE:
        return None
    return read_lines(_lines(found))


def _lines(found: PageFound) -> Iterator[TimedLine]:
    """Yield a line a paragraph, and those of one time as one, parted where the page parts them."""
    pieces: list[Piece] = []
    speaker = ""
    for turn in found.turns:
        if turn.starts_paragraph or turn.speaker != speaker:
            if pieces:
                yield _line(pieces, speaker)
            pieces, speaker = [], turn.speaker
        pieces.append(Piece(f" {turn.text}" if pieces else turn.text, turn.start_s))
    if pieces:
        yield _line(pieces, speaker)


def _line(pieces: Sequence[Piece], speaker: str) -> TimedLine:
    return TimedLine(tuple(pieces), is_stamped=len(pieces) > 1, speaker=speaker, starts_paragraph=True)


def without(parts: Sequence[PagePart], said: Draft) -> Iterator[PagePart]:
    """Yield the parts of a page that its transcript does not hold: what stands above and around it."""
    paragraphs = [_squashed(text) for _, text in said.parts()]
    whole = "".join(paragraphs)
    known = [text for text in paragraphs[:_MOST_COMPARED] if len(text) >= _TELLING]
    names = {_squashed(block.speaker) for block, _ in said.parts() if block.speaker}
    for part in parts:
        text = _squashed(part.text)
        is_said = text in whole or text in names or any(each in text for each in known)
        if part.kind in _HEADS or not is_said:
            yield part


def _squashed(text: str) -> str:
    return "".join(char for char in text if char.isalpha())
