"""Timed texts: one module a format, which reads it, and writes it where it can be written.

A format is a module with `NOTHING` (what to say of one without a line), `score(text, suffix)` (how sure
it is that the start of a text is its own, 0 to 1) and `read(text)`; one that can be written has
`write(captions)`. A new one is that module and its row here: the suffixes that are looked for beside a
recording, what `export` and `align` write, their help and the README's table all come of the row.

Most texts are in none of them, and all their modules together take a third of a cold start. So a
module is imported, and asked, only where the name of a text or a hint at its start allow for it.
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.formats.about import About, Holds

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.about import Written
    from briefing.formats.timed.smil import Load
    from briefing.formats.timed_text import Captions, TimedFile

HEAD: Final = 65_536
"""Characters at the start of a text that its format is told by."""


class Row(NamedTuple):
    """A format, and by what it may be known before its module is imported."""

    module: str
    about: About
    hint: str
    """A pattern that is found in the head of each of its texts, but for those that their name tells."""
    also_named: tuple[str, ...] = ()
    """Another format's suffixes, by which its files are called as well."""
    names_files: bool = False
    """Whether its text stands in other files, so that `read` is given what loads them."""
    is_doubted: bool = False
    """Whether other data has its shape, so that what is read is looked at where the name does not tell it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What its files are called, in lower case."""
        return self.about.suffixes + self.also_named


_WORDS: Final = Holds.WORD_TIMES | Holds.CUE_TIMES
_ALL: Final = _WORDS | Holds.SPEAKERS | Holds.LANGUAGE

FORMATS: Final = (
    Row("smil", About("SMIL media overlay", (".smil",), Holds.CUE_TIMES), "<smil", names_files=True),
    Row(
        "youtube",
        About("YouTube captions", (".srv3", ".srv2", ".srv1"), _WORDS),
        r"<timedtext\b|<transcript>\s*<text\s",
    ),
    Row("sami", About("SAMI", (".smi", ".sami"), Holds.CUE_TIMES | Holds.LANGUAGE), r"(?i)<sami\b"),
    Row("ttml", About("TTML", (".ttml", ".dfxp"), _ALL, ".ttml"), r"[<:]tt[\s>]"),
    Row(
        "substation",
        About("SubStation Alpha", (".ass", ".ssa"), _ALL),
        r"(?i)\[(?:script info|v4\+? styles|events)\]",
    ),
    Row(
        "textgrid",
        About("TextGrid", (".textgrid",), _WORDS | Holds.SPEAKERS, ".TextGrid", lost=Holds.SPEAKERS),
        '"TextGrid"',
    ),
    Row("vtt", About("WebVTT", (".vtt",), _ALL, ".vtt"), r"\A\ufeff?WEBVTT"),
    Row("labels", About("Audacity labels", (), _WORDS, ".txt"), r"\d\t-?\d"),
    Row(
        "tables",
        About("table of lines with times", (".tsv",), Holds.CUE_TIMES | Holds.SPEAKERS),
        r"(?i)\A\ufeff?[^\n]*(?:start|begin|onset)[^\n]*\n",
    ),
    Row("microdvd", About("MicroDVD", (".sub",), Holds.CUE_TIMES), r"\A[\s\ufeff]*\{\d+\}\{\d*\}"),
    Row(
        "recognised",
        About(
            "JSON transcript",
            (".json", ".json3", ".jsonl", ".otr"),
            _ALL,
            ".json",
            lost=Holds.CUE_TIMES | Holds.SPEAKERS | Holds.LANGUAGE,
        ),
        r"\A[\ufeff \n]*[\[{]",
        is_doubted=True,
    ),
    Row("sbv", About("SBV", (".sbv",), Holds.CUE_TIMES | Holds.SPEAKERS, ".sbv"), r"\.\d+,\d+:"),
    Row("lrc", About("LRC lyrics", (".lrc",), _ALL, ".lrc", lost=Holds.SPEAKERS), r"\[\s*\d+\s*:"),
    Row(
        "srt",
        About("SubRip", (".srt",), Holds.CUE_TIMES, ".srt"),
        r"[-=‐-―−][ \t]{0,2}>|[→➔]",
        also_named=(".vtt",),
    ),
    Row(
        "stamped",
        About("transcript with times", (), Holds.CUE_TIMES | Holds.SPEAKERS),
        r"(?s)\d[:;]\d\d.*\d[:;]\d\d",
    ),
)
"""The surer a format is of its own texts, the earlier it stands: the first that knows a text reads it."""
SUFFIXES: Final = tuple(dict.fromkeys(suffix for row in FORMATS for suffix in row.suffixes))
"""What files with times are called, whatever they hold."""


def _module(row: Row) -> Any:
    return import_module(f"{__name__}.{row.module}")


def _write(row: Row, captions: Captions) -> Written:
    written: Written = _module(row).write(captions)
    return written


WRITERS: Final[dict[str, Callable[[Captions], Written]]] = {
    row.about.written.lower(): partial(_write, row) for row in FORMATS if row.about.written
}
"""Suffix in lower case -> what writes the format."""
WRITTEN: Final = tuple(row.about.written for row in FORMATS if row.about.written)
"""The suffixes of what can be written, as they are spelt."""


def _surest(head: str, suffix: str) -> tuple[float, Row]:
    """Return how sure a format is of a text, and which it is; 0 and the plainest where none knows it."""
    for row in FORMATS:
        if suffix in row.suffixes or re.search(row.hint, head):
            score = _module(row).score(head, suffix)
            if score:
                return score, row
    return 0.0, FORMATS[-1]


def likelihood(text: str, suffix: str) -> float:
    """Return how likely the start of a text is in one of the formats, 0 to 1."""
    return _surest(text, suffix)[0]


def read(text: str, suffix: str, load: Load) -> tuple[TimedFile, str]:
    """Return what a text holds, read by the format that knows it, and what to say if there is no line in it.

    Args:
        text: All of it.
        suffix: Of its name, in lower case, with the dot.
        load: What gives the files that it names.
    """
    _, row = _surest(text[:HEAD], suffix)
    format_ = _module(row)
    found: TimedFile = format_.read(text, load) if row.names_files else format_.read(text)
    if row.is_doubted and suffix not in row.suffixes:
        lines = list(found.lines)
        found = found._replace(lines=lines if format_.may_be_speech(lines) else [])
    return found, str(format_.NOTHING)
