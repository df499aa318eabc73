"""Every format that can be read or written: a row each, told apart by content.

Each format looks at the head of a source and says how sure it is that it is its own, from 0 to 1, in
the manner of mutagen's `score`; the surest reads it. What is looked for beside a recording, what
`export` and `align` write, their help, `briefing formats` and the README's table all come of the rows.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final, TypeVar

from briefing.errors import SourceError, UsageError
from briefing.formats.about import About, Holds
from briefing.formats.rows import FormatRow, TimedRow
from briefing.formats.suffixes import AUDIO_SUFFIXES, MARKDOWN_SUFFIXES, PAGE_SUFFIXES, PLAIN_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.source import Head, Source

_Row = TypeVar("_Row", bound=FormatRow)
_CERTAIN: Final = 1.0
_SURE: Final = 0.9
"""None that is asked later is surer of what one before is so sure of."""
_WORDS: Final = Holds.WORD_TIMES | Holds.CUE_TIMES
_ALL: Final = _WORDS | Holds.SPEAKERS | Holds.LANGUAGE
_PAGE: Final = Holds.LANGUAGE | Holds.HEADINGS | Holds.LINKS | Holds.PICTURES
_IN_BOOKS: Final = Holds.CUE_TIMES | Holds.CHAPTERS | _PAGE | Holds.SOUND
_IN_TAGS: Final = _WORDS | Holds.LANGUAGE | Holds.CHAPTERS | Holds.PICTURES

REFUSED: Final = FormatRow("refused", About("what cannot be opened"), is_binary=True)
"""What is recognised to be named."""
RECORDING: Final = FormatRow(
    "audio", About("recording", AUDIO_SUFFIXES, _IN_TAGS | Holds.SOUND), is_binary=True
)
"""What a process has to look into, late: it is sound, and its text is in its tags."""
FORMATS: Final[tuple[FormatRow, ...]] = (
    FormatRow(
        "books.zipped",
        About("book in one file: EPUB, or DAISY as a zip", (".epub", ".zip"), _IN_BOOKS),
        "PK\x03\x04",
        is_binary=True,
        is_file=True,
    ),
    REFUSED,
    RECORDING,
    FormatRow(
        "books.unpacked",
        About(
            "book in a folder: its .opf (EPUB, DAISY 3) or ncc.html",
            (".opf",),
            _IN_BOOKS,
        ),
        "<(?i:[^>]*package|meta)",
    ),
    TimedRow(
        "timed.smil",
        About("SMIL, by itself or as a media overlay", (".smil",), Holds.CUE_TIMES | Holds.LANGUAGE, ".smil"),
        "<smil",
        place=7,
        names_files=True,
    ),
    TimedRow(
        "timed.youtube",
        About("YouTube captions", (".srv3", ".srv2", ".srv1"), _WORDS),
        r"<timedtext\b|<transcript>\s*<text\s",
    ),
    TimedRow(
        "timed.sami",
        About("SAMI", (".smi", ".sami"), Holds.CUE_TIMES | Holds.LANGUAGE),
        r"(?i)<sami\b",
    ),
    TimedRow(
        "timed.ttml",
        About("TTML", (".ttml", ".dfxp"), _ALL, ".ttml"),
        r"[<:]tt[\s>]",
        place=4,
    ),
    TimedRow(
        "timed.substation",
        About("SubStation Alpha", (".ass", ".ssa"), _ALL),
        r"(?i)\[(?:script info|v4\+? styles|events)\]",
        place=9,
    ),
    TimedRow(
        "timed.textgrid",
        About("TextGrid", (".textgrid",), _WORDS | Holds.SPEAKERS, ".TextGrid", lost=Holds.SPEAKERS),
        '"TextGrid"',
        place=6,
    ),
    TimedRow(
        "timed.vtt",
        About("WebVTT", (".vtt",), _ALL, ".vtt"),
        r"\A\ufeff?WEBVTT",
        place=1,
    ),
    TimedRow(
        "timed.labels",
        About("Audacity labels", (), _WORDS, ".txt"),
        r"\d\t-?\d",
    ),
    TimedRow(
        "timed.tables",
        About("table of lines with times", (".tsv", ".csv"), Holds.CUE_TIMES | Holds.SPEAKERS, ".csv"),
        r"(?i)\A\ufeff?[^\n]*(?:start|begin|onset)[^\n]*\n",
        place=10,
        shared_suffixes=(".csv",),
    ),
    TimedRow(
        "timed.microdvd",
        About("MicroDVD", (".sub",), Holds.CUE_TIMES),
        r"\A[\s\ufeff]*\{\d+\}\{\d*\}",
        shared_suffixes=(".sub",),
    ),
    FormatRow("feeds.json_feed", About("JSON Feed"), r"jsonfeed\.org"),
    TimedRow(
        "timed.recognised",
        About(
            "JSON transcript",
            (".json", ".json3", ".jsonl", ".otr"),
            _ALL,
            ".json",
            lost=Holds.CUE_TIMES | Holds.SPEAKERS | Holds.LANGUAGE,
        ),
        r"\A[\ufeff \n]*[\[{]",
        place=5,
        is_doubted=True,
        shared_suffixes=(".json",),
    ),
    TimedRow(
        "timed.sbv",
        About("SBV", (".sbv",), Holds.CUE_TIMES | Holds.SPEAKERS, ".sbv"),
        r"\.\d+,\d+:",
        place=8,
    ),
    TimedRow(
        "timed.lrc",
        About("LRC lyrics", (".lrc",), _ALL, ".lrc", lost=Holds.SPEAKERS),
        r"\[\s*\d+\s*:",
        place=3,
    ),
    TimedRow(
        "timed.srt",
        About("SubRip", (".srt",), Holds.CUE_TIMES, ".srt"),
        r"[-=‐-―−][ \t]{0,2}>|[→➔]",
        also_named=(".vtt",),
        place=2,
    ),
    TimedRow(
        "timed.stamped",
        About("transcript with times", (), Holds.CUE_TIMES | Holds.SPEAKERS),
        r"(?s)\d[:;]\d\d.*\d[:;]\d\d",
    ),
    FormatRow("pdf.format", About("PDF", (".pdf",), Holds.HEADINGS), "%PDF-", is_binary=True),
    FormatRow(
        "pages.html.webarchive",
        About("Safari web archive", (".webarchive",), _PAGE),
        "<plist|bplist00",
        is_binary=True,
    ),
    FormatRow(
        "pages.html.mhtml",
        About("web page in one file (MHTML)", (".mhtml", ".mht"), _PAGE),
        r"(?i)multipart/related|snapshot-content-location",
    ),
    FormatRow(
        "feeds.xml", About("RSS or Atom feed", (".rss", ".atom", ".rdf")), r"(?i)<(?:\w+:)?(?:rss|feed|rdf)\b"
    ),
    FormatRow("feeds.opml", About("list of subscriptions (OPML)", (".opml",)), r"(?i)<(?:\w+:)?opml\b"),
    FormatRow("pages.html.page", About("web page", PAGE_SUFFIXES, _PAGE), "<"),
    FormatRow("pages.copied", About("copied news page")),
    FormatRow(
        "markdown",
        About("Markdown", MARKDOWN_SUFFIXES, _PAGE | Holds.SPEAKERS, ".md"),
        r"\A\ufeff*---|[#>`*\]]",
    ),
    FormatRow("plain", About("plain text", PLAIN_SUFFIXES, written=".txt")),
)
"""The surer a format is of its own, the earlier it stands: of two that are as sure, the first reads."""

ABOUT: Final = tuple(row.about for row in FORMATS if row is not REFUSED)
"""Every format, as it is told to the user."""
TIMED: Final = tuple(row for row in FORMATS if isinstance(row, TimedRow))
TIMING_SUFFIXES: Final = tuple(
    dict.fromkeys(suffix for row in sorted(TIMED, key=lambda row: row.place) for suffix in row.suffixes)
)
"""What texts with times are called, the likelier first; what they are is told by their content."""
TIMES_WRITTEN: Final = tuple(row for row in TIMED if row.about.written)
"""What `align` writes."""
WRITTEN: Final = (
    *(row for row in FORMATS if row.about.written and row not in TIMES_WRITTEN),
    *TIMES_WRITTEN,
)
"""What can be read and written: of two called alike the first, so that .txt is the text."""


ONLY_WRITTEN: Final = (
    TimedRow(
        "timed.podcast",
        About("podcast transcript (JSON)", (), Holds.CUE_TIMES | Holds.SPEAKERS, ".podcast.json"),
    ),
    TimedRow(
        "timed.lrc_lines", About("LRC without words", (), Holds.CUE_TIMES | Holds.LANGUAGE, ".lines.lrc")
    ),
    TimedRow("timed.labels", About("Audacity labels", (), _WORDS, ".labels.txt")),
)
"""What is read as another row's, and written under a name of its own."""


def surest(head: Head, rows: Sequence[FormatRow] = FORMATS) -> FormatRow | None:
    """Return the format that is surest of a source; None if none knows it."""
    best, found = 0.0, None
    for row in rows:
        score = row.score(head)
        if score > best:
            best, found = score, row
        if best >= _SURE:
            break
    return found


def format_of(source: Source) -> FormatRow:
    """Return the format that is surest.

    Raises:
        SourceError: if none is.
    """
    # What a source is named for is asked first: if it is certain, nothing else need be imported.
    named = next((row for row in FORMATS if source.head.suffix in row.suffixes), None)
    if named is not None and named.score(source.head) >= _CERTAIN:
        return named
    found = surest(source.head)
    if found is None:
        raise SourceError(
            f"{source.called} holds neither text nor a recording that can be read.",
            "Save its text as UTF-8 and open that.",
        )
    return found


def writer_of(name: str, rows: Sequence[_Row]) -> _Row:
    """Return which of `WRITTEN` or `TIMES_WRITTEN` a file is written in, by its name, in any case.

    Raises:
        UsageError: if it is called like none of them; it names those that there are.
    """
    suffix = PurePath(name).suffix.lower()
    found = next((row for row in rows if row.about.written.lower() == suffix), None)
    if found is None:
        what = "Timings" if rows is TIMES_WRITTEN else "A briefing"
        suffixes = ", ".join(dict.fromkeys(row.about.written for row in rows))
        raise UsageError(f"{what} cannot be written as {name}.", f"Its suffix may be {suffixes}.")
    return found


def is_other_data(suffix: str, data: bytes) -> bool:
    """Return whether a file that is called like a timed text was never meant to be one."""
    return any(row.load().is_other(data) for row in TIMED if suffix in row.shared_suffixes)
