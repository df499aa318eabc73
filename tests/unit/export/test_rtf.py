"""Large print as RTF: read back by a small reader it is the same text, to the letter."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.export.registry import BY_NAME
from briefing.export.rtf import write
from briefing.formats.draft import Draft
from briefing.formats.publication import Publication
from briefing.model import BlockKind, Document, LanguagePart, LinkPart, Media, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

UNSEEN = {"fonttbl", "stylesheet", "info", "footer", "*", "pntext"}
TOKEN = re.compile(r"\\u(-?\d+) ?\?|\\([a-z]+)(-?\d*) ?|\\'(..)|\\(.)|([{}])|([^\\{}\n])|\n")


def rtf(document: Document) -> str:
    file = BytesIO()
    told: list[float] = []
    write(Publication(document), file, told.append)
    assert told[-1] == 1.0
    return file.getvalue().decode("ascii")


def paragraphs(written: str) -> list[str]:
    """Return what a reader of RTF shows: each group ends, the outermost with the file."""
    units: list[int] = []
    found: list[str] = []
    hidden: list[bool] = []
    at = 0
    while at < len(written):
        token = TOKEN.match(written, at)
        assert token is not None, written[at : at + 20]
        at = token.end()
        number, word, _, _, sign, brace, plain = token.groups()
        if brace == "{":
            hidden.append(bool(hidden) and hidden[-1])
        elif brace == "}":
            hidden.pop()
            assert hidden or written[at:] == "\n"
        elif word in UNSEEN or sign == "*":
            hidden[-1] = True
        elif hidden and not hidden[-1]:
            if word == "par":
                found.append(
                    b"".join(each.to_bytes(2, "little") for each in units).decode(
                        "utf-16-le", "surrogatepass"
                    )
                )
                units = []
            shown = {"tab": "\t", "line": "\n"}.get(word or "", sign or plain or "")
            units += [int(number) % 0x10000] if number else [ord(each) for each in shown]
    assert not hidden
    return found


def made(*blocks: tuple[BlockKind, str], language: str | None = None) -> Document:
    draft = Draft(language=language)
    for kind, text in blocks:
        draft.add(kind, text, 2 if kind is BlockKind.HEADING else 0)
    return draft.build("t", "t", Media())


texts = st.text(st.characters(codec="utf-8") | st.sampled_from("\\{}\n\t'-?u0*")).filter(str.strip)


@given(st.lists(st.tuples(st.sampled_from(BlockKind), texts), max_size=5))
@example([(BlockKind.PARAGRAPH, r"\u8364? {\b x} \'b7 \par } 😀 é\x1b")])
def test_it_is_the_same_text_to_the_letter(blocks: Sequence[tuple[BlockKind, str]]) -> None:
    document = made(*blocks)
    assert paragraphs(rtf(document)) == [block.span.of(document.text) for block in document.blocks]


def test_it_is_large_and_without_serifs() -> None:
    written = rtf(made((BlockKind.PARAGRAPH, "Rain.")))
    assert r"{\f0\fswiss" in written
    assert re.findall(r"\\fs(\d+)[^}]* Rain\.", written) == ["36"]


def test_headings_lists_and_quotes_are_such() -> None:
    written = rtf(
        made(
            (BlockKind.TITLE, "T"),
            (BlockKind.HEADING, "H"),
            (BlockKind.LIST_ITEM, "I"),
            (BlockKind.QUOTE, "Q"),
        )
    )
    title, heading, item, quote = (line for line in written.splitlines() if line.startswith(r"{\pard"))
    assert r"\outlinelevel0" in title
    assert r"\outlinelevel1" in heading
    assert r"\pnlvlblt" in item
    assert r"\li720\ri720" in quote


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", 1033),
        ("en-GB", 2057),
        ("de", 1031),
        ("de-XX", 1031),
        ("fr-CA", 3084),
        ("zh", 2052),
        ("es-ES", 1034),
    ],
)
def test_the_language_is_told_by_its_number(tag: str, code: int) -> None:
    assert rf"\lang{code} x" in rtf(made((BlockKind.PARAGRAPH, "x"), language=tag))


def test_a_language_without_a_number_is_not_told() -> None:
    assert r"\lang" not in rtf(made((BlockKind.PARAGRAPH, "x"), language="tlh"))


def test_text_from_the_right_begins_there() -> None:
    assert r"\rtlpar" in rtf(made((BlockKind.PARAGRAPH, "1. שלום")))
    assert r"\rtlpar" not in rtf(made((BlockKind.PARAGRAPH, "1. x שלום")))


def test_links_and_parts_in_another_language_may_overlap() -> None:
    draft = Draft(language="en")
    links = [LinkPart(Span(2, 7), 'https://x.org/"{a}\\é')]
    draft.add(BlockKind.PARAGRAPH, "a mot de b", 0, "Ann", [LanguagePart(Span(2, 5), "fr")], links=links)
    written = rtf(draft.build("t", "t", Media()))
    assert paragraphs(written) == ["Ann: a mot de b"]
    assert written.count(r'HYPERLINK "https://x.org/%22%7Ba%7D%5C\u233?"') == 2
    assert r"{\lang1036 mot}" in written


def test_a_link_to_what_no_other_program_can_follow_is_text() -> None:
    draft = Draft()
    draft.add(BlockKind.PARAGRAPH, "see", links=[LinkPart(Span(0, 3), "javascript:x")])
    assert "HYPERLINK" not in rtf(draft.build("t", "t", Media()))


def test_it_is_written_by_its_suffix() -> None:
    file = BytesIO()
    BY_NAME["rtf"].write(Publication(made((BlockKind.PARAGRAPH, "x"))), file, lambda _share: None)
    assert file.getvalue().startswith(b"{\\rtf1")
