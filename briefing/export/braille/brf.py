"""A briefing as a braille file (BRF): what is read, laid out in pages."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol

from briefing.export.braille.layout import BraillePart, laid_out
from briefing.export.braille.liblouis import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.formats.publication import Publication


class BrailleMaker(Protocol):
    """What makes braille of texts: see `liblouis.translated`."""

    def __call__(
        self, texts: Sequence[str], language: str | None, on_progress: Callable[[float], None]
    ) -> Iterable[str]:
        """Yield the braille of each text."""


def write(
    publication: Publication,
    file: IO[bytes],
    on_progress: Callable[[float], None],
    maker: BrailleMaker = translated,
) -> None:
    """Write a briefing as braille; who speaks is named where that changes.

    Raises:
        UsageError: if there is no braille for its language.
        SourceError: if there is nobody to make braille.
    """
    document = publication.document
    texts = []
    for index, block in enumerate(document.blocks):
        speaker = document.turn_at(index)
        text = block.span.of(document.text)
        texts.append(f"{speaker}: {text}" if speaker else text)
    made = maker(texts, document.language, on_progress)
    parts = (
        BraillePart(block.kind, block.level, cells)
        for block, cells in zip(document.blocks, made, strict=True)
    )
    for page in laid_out(parts):
        file.write(page.encode("ascii"))
