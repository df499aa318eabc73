"""What goes out as a file of some kind and is opened again, with what each kind holds of it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from briefing.bundles.archive import Archive
from briefing.export.registry import BY_NAME
from briefing.formats.books import answer as book_answer
from briefing.formats.books.drafted import draft_of
from briefing.formats.books.reader import read as read_book
from briefing.formats.draft import Draft
from briefing.formats.pages.html import answer as page_answer
from briefing.formats.pages.html import page
from briefing.formats.pages.html.reader import read as read_page
from briefing.formats.publication import Publication, PublishedSound, SoundKind
from briefing.formats.registry import format_of
from briefing.model import BlockKind, Cue, Document, LanguagePart, LinkPart, Media, Span
from briefing.sources.assemble import of_draft
from briefing.sources.book_sound import sounding
from briefing.sources.opening import find
from briefing.text.transcript import Transcript
from briefing.text.words import split_words
from briefing.timeline import Timeline
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.sources.opening import Opening


def gone_out(publication: Publication, kind: str, folder: Path) -> Path:
    """Write a publication as a kind of file, its sound that of a file that is not looked into."""
    export = BY_NAME[kind]
    if export.sounds:
        sound = folder / "sound.mp3"
        sound.write_bytes(b"\xff\xfb\x90\x00" + bytes(2000))
        length_s = publication.words.duration_s if publication.words else 1.0
        publication = publication._replace(sound=PublishedSound(sound, SoundKind.MP3, length_s))
    out = io.BytesIO()
    export.write(publication, out, lambda _share: None)
    path = folder / f"out{export.suffix}"
    path.write_bytes(out.getvalue())
    return path


def come_back(path: Path) -> Publication:
    """Open a file as the program does, but that what it reads in processes of their own is read here."""
    opening = find(str(path), TableReader(), None)
    draft = _draft(opening)
    item = of_draft(draft, opening)
    if draft.clips:
        item = sounding(item, draft.clips, opening, skips_marked=False)
    return Publication(item.document, item.words, item.lines)


def clips_in(path: Path) -> list[tuple[int, str]]:
    """Return the texts that are heard in a book, with their starts in milliseconds."""
    opening = find(str(path), TableReader(), None)
    draft = _draft(opening)
    clips = draft.clips
    text = draft.build("", "", Media()).text
    return [
        (round(each.begin_s * 1000), text[each.start : each.stop])
        for each in clips
        if each.file and each.start < each.stop
    ]


def _draft(opening: Opening) -> Draft:
    row = format_of(opening)
    if row.module == "books.zipped":
        found = read_book(Archive(io.BytesIO(opening.data), "book"), "book")
        return draft_of(book_answer.unpack(book_answer.pack(found)))
    if row.module == "pages.html.page":
        told = read_page(opening.data, "")
        return page.draft_of(page_answer.unpack(page_answer.pack(told)), opening)
    return row.read(opening)


SIGNS = (
    "rain", "Ann:", "F:", "v1:", "12:03", "0:00:01.000,0:00:02.000", "00:01 --> 00:02", "-->", "--",
    "NOTE", "STYLE", "WEBVTT", "[00:01.00]", "[00:01.00]x", "[", "[ti:x]", "[br]", "<00:01.000>",
    "<00:01.00>", "<", "5<6", "<b>so</b>", "<v", "<!--", "{\\an8}", "{x}", "{1}{2}", "&", "&amp;",
    "&lt;b&gt;", "AT&T", '"so"', '""', "'s", "a,b", ";", "|", "# x", "#", "---", "===", "- x", "1.",
    "1. x", "> x", ">> Bob:", "*a*", "_b_", "`c`", "[a](b)", "\\", "\\n", "\\-1", "]]>", "42", "1 000,50",
    "IntervalTier", "null", "//", "é", "e\u0301n\u0303", "naïve", "שלום", "مرحبا", "\u2067x\u2069",
    "日本語です。", "「日本」", "ไทย", "👩\u200d👩\u200d👧", "🏴\U000e0067\U000e0062\U000e007f",
    "so\u00adft", "x\u200dy", "\u2060", "\u200e", "c'est", "(music)", "Mr.", "end.", "Why?", "“No”,",
    "—", "…",
)  # fmt: skip
SPOKEN = [sign for sign in SIGNS if any(split_words(sign, 0, len(sign)))]
"""Those that have a time: a sign that stands by itself has none."""
names = st.sampled_from(("", "", "Ann Lee", "Bob & <Ray>", "李"))
targets = st.sampled_from(("https://x.org/ü?a=1&b=(2)", "mailto:a@x.org"))
told = st.sampled_from(BlockKind)


@st.composite
def documents(draw: st.DrawFn, signs: Sequence[str] = SIGNS) -> Document:
    """Make a document of blocks of any kind in any order, with all that a document has."""
    texts = st.lists(st.sampled_from(signs), min_size=1, max_size=7).map(" ".join)
    draft = Draft(
        language=draw(st.sampled_from(("en-GB", "ja", "he"))),
        published=draw(st.none() | st.just("2023-10-30")),
    )
    draft.authors = tuple(
        draw(st.lists(st.sampled_from(("Ann Lee", "B & C", "D, E")), unique=True, max_size=2))
    )
    draft.add(BlockKind.TITLE, draw(texts))
    for kind in draw(st.lists(st.none() | told.filter(lambda kind: kind is not BlockKind.TITLE), max_size=6)):
        text = draw(texts)
        if kind in (None, BlockKind.CAPTION):
            draft.add_figure(
                draw(texts | st.just("")), text if kind else "", draw(st.none() | st.just("a b.png"))
            )
            continue
        tokens = [found.span() for found in re.finditer(r"\S+", text)]
        ends = sorted(draw(st.lists(st.sampled_from(tokens), unique=True, max_size=4)))
        spans = [Span(first[0], last[1]) for first, last in zip(ends[::2], ends[1::2], strict=False)]
        links = [LinkPart(span, draw(targets)) for span in spans[:1]]
        parts = [LanguagePart(span, "fr") for span in spans[1:]]
        level = draw(st.integers(1, 6)) if kind is BlockKind.HEADING else 0
        draft.add(kind, text, level, draw(names), parts, links=links)
    return draft.build("t", "t", Media())


@st.composite
def publications(draw: st.DrawFn, *, is_all_heard: bool = False) -> Publication:
    """Make a document with the times of its words: some of no length, some guessed, some not heard at all."""
    document = draw(documents(SPOKEN if is_all_heard else SIGNS))
    transcript = Transcript(document)
    at = draw(st.integers(1, 4_000_000))
    cues: list[Cue] = []
    sures = (1.0,) if is_all_heard else draw(st.sampled_from(((1.0,), (1.0, 0.4), (1.0, 1.0, 0.4, None))))
    for block in document.blocks:
        for span in transcript.words(block.span) if block.kind.is_narrated else ():
            length = draw(st.sampled_from((137, 250, 11) if is_all_heard else (137, 250, 11, 0)))
            sure = draw(st.sampled_from(sures))
            if sure is not None:
                cues.append(Cue(span, at, at + length, sure))
            at += length + draw(st.sampled_from((0, 0, 13, 2500))) + (0 if length else 11)
    return Publication(document, Timeline(1000, at + 1000, cues))
