"""Every format that a source can come in, told apart by content.

Each format looks at the head of the source and says how sure it is that it is its own,
from 0 to 1, in the manner of mutagen's `score`; the surest reads it. A new format is a
module with `score` and `read`, and its row in `_FORMATS`; one with times is a row of `formats.timed`.

A cold start is mostly imports. So a module is imported, and asked, only where a cheap look allows for
it; and Markdown with front matter, in a file that is named so, is what briefings are published in, and
nothing can be surer: it is told without asking the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from briefing.errors import SourceError
from briefing.formats import timed
from briefing.formats.about import About, Holds
from briefing.formats.suffixes import AUDIO_SUFFIXES, MARKDOWN_SUFFIXES, PLAIN_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

_SURE: Final = 0.9
"""None that is asked later is surer of what one before is so sure of."""
_MARKS: Final = "#>`*]"
"""One of these is in each of Markdown's marks that a text is told by."""


class Format(Protocol):
    """A module that reads one format."""

    def score(self, head: Head) -> float:
        """Return how sure it is, from 0 (another format) to 1."""

    def read(self, source: Source) -> Draft:
        """Return what the source holds.

        Raises:
            SourceError: if it cannot be read after all.
        """


def _may_be_any(_head: Head) -> bool:
    return True


def _may_be_timed(head: Head) -> bool:
    return head.is_text and timed.likelihood(head.text, head.suffix) > 0


def _may_be_page(head: Head) -> bool:
    from briefing.formats.pages.glance import may_be_page

    return head.is_text and may_be_page(head.text)


def _may_be_markdown(head: Head) -> bool:
    if not head.is_text:
        return False
    has_fence = head.text.lstrip("\ufeff").startswith("---")
    has_marks = head.suffix in ("", *PLAIN_SUFFIXES) and any(mark in head.text for mark in _MARKS)
    return head.suffix in MARKDOWN_SUFFIXES or has_fence or has_marks


class _Row(NamedTuple):
    """A module of formats, what is told of them, and a look that says no only where its score would be 0."""

    module: str
    may_be: Callable[[Head], bool] = _may_be_any
    abouts: tuple[About, ...] = ()
    """None of what is only recognised to be refused."""

    def load(self) -> Format:
        return cast("Format", import_module(f"briefing.formats.{self.module}"))


_IN_TAGS: Final = Holds.WORD_TIMES | Holds.CUE_TIMES | Holds.LANGUAGE | Holds.CHAPTERS
_MARKDOWN: Final = _Row("markdown", _may_be_markdown, (About("Markdown", MARKDOWN_SUFFIXES, Holds.LANGUAGE),))
_RECORDING: Final = _Row(
    "audio", abouts=(About("recording", AUDIO_SUFFIXES, _IN_TAGS, ".wav", lost=_IN_TAGS),)
)
_FORMATS: Final = (
    _Row("refused"),
    _RECORDING,
    _Row("timed.transcript", _may_be_timed, tuple(row.about for row in timed.FORMATS)),
    _Row("pages.copied", _may_be_page, (About("copied news page"),)),
    _MARKDOWN,
    _Row("plain", abouts=(About("plain text", PLAIN_SUFFIXES),)),
)
"""Of two that are as sure, the first reads."""


ABOUT: Final = tuple(about for row in _FORMATS for about in row.abouts)
"""Every format that can be read, as it is told to the user."""


def format_of(source: Source) -> Format:
    """Return the format that is surest.

    Raises:
        SourceError: if none is.
    """
    head = source.head
    if head.suffix in MARKDOWN_SUFFIXES and _MARKDOWN.load().score(head) >= 1:
        return _MARKDOWN.load()
    best, found = 0.0, None
    for row in _FORMATS:
        score = row.load().score(head) if row.may_be(head) else 0.0
        if score > best:
            best, found = score, row.load()
        if best >= _SURE:
            break
    if found is None:
        raise SourceError(
            f"{source.called} holds neither text nor a recording that can be read.",
            "Save its text as UTF-8 and open that.",
        )
    return found


def is_recording(format_: Format) -> bool:
    """Whether a format is that of recordings, which are opened through their tags."""
    return format_ is _RECORDING.load()
