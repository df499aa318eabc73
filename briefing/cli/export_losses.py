"""What a briefing has and a file that it went out as does not hold, in sentences."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.formats.about import Holds
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.registry import Export
    from briefing.formats.publication import Publication


def losses(name: str, export: Export, publication: Publication) -> Iterator[str]:
    """Yield a sentence for each way in which a file holds less than there is.

    Args:
        name: what the file is called.
        export: its kind.
        publication: what went out.
    """
    if left_out := export.left_out(publication):
        yield f"{name} does not hold: {', '.join(left_out)}."
    if export.needs_times and Holds.CUE_TIMES in export.keeps and (count := _untimed(publication)):
        sentences = "1 sentence that has no time" if count == 1 else f"{count} sentences that have no times"
        yield f"{name} leaves out {sentences}."
    if count := _missing_pictures(export, publication):
        pictures = "1 picture" if count == 1 else f"{count} pictures"
        yield f"{name} is without {pictures} that cannot be had."


def _untimed(publication: Publication) -> int:
    """Return how many sentences have no word with a time, so that nothing made of captions has them."""
    from briefing.text.transcript import Transcript

    document, words = publication.document, publication.words
    if words is None or publication.lines:
        return 0
    transcript = Transcript(document)
    timed = list(words.columns().text_start)
    return sum(
        bisect_left(timed, span.start) == bisect_left(timed, span.stop)
        for index, block in enumerate(document.blocks)
        if block.kind.is_narrated and block.kind is not BlockKind.TITLE  # it is often not spoken
        for span in transcript.sentences(index)
    )


def _missing_pictures(export: Export, publication: Publication) -> int:
    if Holds.PICTURES not in export.keeps or export.row is not None:
        return 0
    if export.is_sound:
        return int(bool(publication.document.figures) and publication.cover is None)
    return len(publication.document.figures) - len(publication.pictures)
