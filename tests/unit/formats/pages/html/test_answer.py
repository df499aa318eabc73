"""What the process that reads pages answers comes over whole, and nothing else is taken for an answer."""

from __future__ import annotations

import itertools
import json
import math

import pytest

from briefing.formats.pages.html.answer import HeardPart, Holder, PageFound, PagePart, PageTurn, pack, unpack
from briefing.linked import LinkedKind, LinkedText
from briefing.model import BlockKind, LanguagePart, LinkPart, Span
from briefing.structures import StructureKind

FOUND = PageFound(
    [
        PagePart(BlockKind.TITLE, "Three words for snow", language_parts=[], holders=[], links=[]),
        PagePart(
            BlockKind.PARAGRAPH,
            "They say снег.",
            language_parts=[LanguagePart(Span(9, 13), "ru")],
            holders=[Holder(StructureKind.LIST, 3)],
            links=[LinkPart(Span(5, 8), "https://example.org/say")],
        ),
        PagePart(
            BlockKind.CAPTION, "Snow", 0, "A field", "https://example.org/a.jpg", "Ole Berg", [], [], []
        ),
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
    title="Snow",
    spoken=[
        HeardPart("They say снег.", 1.5, 2.0, is_word=False),
        HeardPart("They", 1.5, 1.625, is_word=True),
    ],
)


@pytest.mark.parametrize("found", [FOUND, PageFound()], ids=["all there is", "nothing"])
def test_an_answer_comes_over_whole(found: PageFound) -> None:
    assert unpack(pack(found)) == found._replace(
        parts=list(found.parts), turns=list(found.turns), spoken=list(found.spoken)
    )


def answer(**changed: object) -> bytes:
    """Return what comes over the pipe, with something else in it than was found."""
    return json.dumps(json.loads(pack(FOUND)) | changed).encode()


def part(
    *, level: object = 0, src: object = "", language_parts: object = (), holders: object = ()
) -> list[object]:
    return ["heading", "Snow", level, "", src, "", language_parts, holders, (), ""]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"parts": 3}',
        b"\xff",
        b"[" * 200_000,
        b"1" * 5_000,
        pack(FOUND).replace(b'"title"', b'"x"'),
        answer(parts=[part(level=7)]),
        answer(parts=[part(level=-1)]),
        answer(parts=[part(level=math.nan)]),
        answer(parts=[part(language_parts=[(2, 5, "ru")])]),
        answer(parts=[part(language_parts=[(2, 1, "ru")])]),
        answer(parts=[part(language_parts=[(2, 3, "ru"), (0, 1, "ru")])]),
        answer(parts=[part(holders=[["shelf", 1]])]),
        answer(parts=[part(holders=[["list"]])]),
        answer(parts=[["heading", "Snow"]]),
        answer(parts=[["heading", 7, 0, "", "", "", [], [], [], ""]]),
        answer(spoken=[["Snow", math.nan, 1.0, True]]),
        answer(spoken=[["Snow", 1.0, 2.0]]),
        answer(beside=[]),
        answer(authors=[None]),
        answer(duration_s=10**400),
        answer(turns=[["Mira", math.nan, "Snow", True]]),
        answer(linked=[["virus", "", "", "", ""]]),
    ],
    ids=map(str, itertools.count()),
)
def test_anything_else_is_no_answer(data: bytes) -> None:
    with pytest.raises(ValueError, match="no answer"):
        unpack(data)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/a",
        "c:/secret",
        "\\\\host\\share",
        "https://example.org/\x1b]52;c;x\x07",
        "https://example.org/\r\nHost: other",
        " file:///etc/passwd",
        "https://example.org/" + "a" * 5_000,
    ],
    ids=["file", "FILE", "script", "data", "ftp", "drive", "share", "escape", "lines", "space", "long"],
)
def test_an_address_that_is_none_of_the_network_is_left_out(address: str) -> None:
    found = unpack(
        answer(audio=address, parts=[part(src=address)], linked=[["captions", address, "", "", ""]])
    )
    assert (found.audio, found.parts[0].src, found.linked[0].address) == ("", "", "")


@pytest.mark.parametrize("seconds", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_length_that_is_no_number_is_none(seconds: str) -> None:
    assert unpack(pack(FOUND).replace(b"228.0", seconds.encode())).duration_s is None


def test_lists_have_an_end() -> None:
    found = unpack(answer(authors=["Mira"] * 999, notices=["No."] * 999))
    assert len(found.authors) == len(found.notices) == 64
