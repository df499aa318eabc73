"""A briefing as a braille file, by a translator that only makes capitals."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from briefing.export.braille.brf import write
from briefing.formats.draft import Draft
from briefing.formats.publication import Publication
from briefing.model import BlockKind, Media

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def test_each_block_is_translated_in_the_language_of_the_text_and_speakers_are_named_where_they_change() -> (
    None
):
    asked: list[str | None] = []

    def capitals(
        texts: Sequence[str], language: str | None, on_progress: Callable[[float], None]
    ) -> Iterator[str]:
        asked.append(language)
        for number, text in enumerate(texts, 1):
            on_progress(number / len(texts))
            yield text.upper()

    draft = Draft(language="fr")
    draft.add(BlockKind.TITLE, "News")
    draft.add(BlockKind.PARAGRAPH, "Yes.", speaker="Ann")
    draft.add(BlockKind.PARAGRAPH, "No.", speaker="Ann")
    told: list[float] = []
    file = BytesIO()
    write(Publication(draft.build("n", "n", Media())), file, told.append, capitals)
    lines = file.getvalue().decode("ascii").split("\r\n")
    assert lines[:4] == [" " * 18 + "NEWS", "", "  ANN: YES.", "  NO."]
    assert lines[-1] == "\f"
    assert asked == ["fr"]
    assert told[-1] == 1.0
