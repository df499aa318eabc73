"""What the process that reads pages answers comes over whole, and nothing else is taken for an answer."""

from __future__ import annotations

import pytest

from briefing.formats.linked import LinkedKind, LinkedText
from briefing.formats.pages.html.answer import PageFound, PagePart, PageTurn, pack, unpack
from briefing.model import BlockKind, LanguagePart, Span

FOUND = PageFound(
    [
        PagePart(BlockKind.TITLE, "Three words for snow", language_parts=[]),
        PagePart(BlockKind.PARAGRAPH, "They say снег.", language_parts=[LanguagePart(Span(9, 13), "ru")]),
        PagePart(BlockKind.CAPTION, "Snow", 0, "A field", "https://example.org/a.jpg", "Ole Berg", []),
    ],
    language="en",
    published="2026-01-02",
    authors=("Mira Sand",),
    audio="https://example.org/a.mp3",
    duration_s=228.0,
    declares_media=True,
    notices=("The rest is for subscribers.",),
    beside={"https://example.org/a.jpg": "page_files/a.jpg"},
    linked=(
        LinkedText(LinkedKind.CAPTIONS, "https://example.org/a.vtt", "en", "text/vtt"),
        LinkedText(LinkedKind.TRANSCRIPT, text="They say снег."),
    ),
    turns=[PageTurn("Ann", 1.5, "They say снег."), PageTurn("", 2.0, "Three words.", starts_paragraph=False)],
)


@pytest.mark.parametrize("found", [FOUND, PageFound()], ids=["all there is", "nothing"])
def test_an_answer_comes_over_whole(found: PageFound) -> None:
    assert unpack(pack(found)) == found._replace(parts=list(found.parts), turns=list(found.turns))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"parts": 3}', pack(FOUND).replace(b'"title"', b'"x"')]
)
def test_anything_else_is_no_answer(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        unpack(data)
