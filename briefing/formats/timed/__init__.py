"""Timed texts: one module a format, which reads it, and writes it where it can be written.

A format is a module with `NAME`, `NOTHING` (what to say of one without a line), `score(text, suffix)`
(how sure it is that the start of a text is its own, 0 to 1) and `read(text)`; one that can be written
has `write(captions)`. A new one is that module and its row here.

Most texts are in none of them, and all their modules together take a third of a cold start. So a
module is imported, and asked, only where the name of a text or a hint at its start allow for it.
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.timed.model import Captions, TimedFile
    from briefing.formats.timed.smil import Load

HEAD: Final = 65_536
"""Characters at the start of a text that its format is told by."""


class Row(NamedTuple):
    """A format, and by what it may be known before its module is imported."""

    module: str
    hint: str
    """A pattern that is found in the head of each of its texts, but for those that their name tells."""
    suffixes: tuple[str, ...] = ()
    """What its files are called, and no other text's."""
    written: str = ""
    """The suffix that it is written by; empty if it is only read."""
    names_files: bool = False
    """Whether its text stands in other files, so that `read` is given what loads them."""
    is_doubted: bool = False
    """Whether other data has its shape, so that what is read is looked at where the name does not tell it."""


FORMATS: Final = (
    Row("smil", "<smil", (".smil",), names_files=True),
    Row("youtube", r"<timedtext\b|<transcript>\s*<text\s", (".srv1", ".srv2", ".srv3")),
    Row("sami", r"(?i)<sami\b", (".smi", ".sami")),
    Row("ttml", r"[<:]tt[\s>]", (".ttml", ".dfxp"), written=".ttml"),
    Row("substation", r"(?i)\[(?:script info|v4\+? styles|events)\]", (".ass", ".ssa")),
    Row("textgrid", '"TextGrid"', (".textgrid",), written=".textgrid"),
    Row("vtt", r"\A\ufeff?WEBVTT", (".vtt",), written=".vtt"),
    Row("labels", r"\d\t-?\d", written=".txt"),
    Row("tables", r"(?i)\A\ufeff?[^\n]*(?:start|begin|onset)[^\n]*\n", (".tsv",)),
    Row("microdvd", r"\A[\s\ufeff]*\{\d+\}\{\d*\}", (".sub",)),
    Row("recognised", r"\A[\ufeff \n]*[\[{]", (".json", ".json3", ".jsonl", ".otr"), is_doubted=True),
    Row("sbv", r"\.\d+,\d+:", (".sbv",), written=".sbv"),
    Row("lrc", r"\[\s*\d+\s*:", (".lrc",), written=".lrc"),
    Row("srt", r"[-=‐-―−][ \t]{0,2}>|[→➔]", (".srt", ".vtt"), written=".srt"),
    Row("stamped", r"(?s)\d[:;]\d\d.*\d[:;]\d\d"),
)
"""The surer a format is of its own texts, the earlier it stands: the first that knows a text reads it."""
SUFFIXES: Final = tuple(dict.fromkeys(suffix for row in FORMATS for suffix in row.suffixes))
"""What files with times are called, whatever they hold."""


def _module(row: Row) -> Any:
    return import_module(f"{__name__}.{row.module}")


def _write(row: Row, captions: Captions) -> str:
    written: str = _module(row).write(captions)
    return written


WRITERS: Final[dict[str, Callable[[Captions], str]]] = {
    row.written: partial(_write, row) for row in FORMATS if row.written
}
"""Suffix -> what writes the format, JSON apart, which holds the words of a text and not its lines."""


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
