"""What the process that reads a page answers: its parts in reading order, and what it says of itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.formats.linked import LinkedKind, LinkedText
from briefing.model import BlockKind, LanguagePart, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class PagePart(NamedTuple):
    """A block of a page, or a picture where `kind` is a caption: `text` is its caption then."""

    kind: BlockKind
    text: str
    level: int = 0
    """1 to 6 for a heading, else 0."""
    alt: str = ""
    src: str = ""
    """A picture's address, absolute where the page's own is known."""
    credit: str = ""
    """Whom a picture is from, as the page has it."""
    language_parts: Sequence[LanguagePart] = ()
    """Parts of `text` in a language that the page declares for them."""


class PageTurn(NamedTuple):
    """Something that is said from a time on, where a page tells it."""

    speaker: str
    """Empty where nobody is named."""
    start_s: float
    text: str
    starts_paragraph: bool = True


class PageFound(NamedTuple):
    """What a page holds. Empty where it says nothing; nothing has been through `safe_text` yet."""

    parts: Sequence[PagePart] = ()
    language: str = ""
    published: str = ""
    """A date, ISO 8601, with or without a time."""
    authors: tuple[str, ...] = ()
    audio: str = ""
    """The address of its recording, the best quality that there is."""
    duration_s: float | None = None
    declares_media: bool = False
    """Whether it says that there is, or was, a recording."""
    notices: tuple[str, ...] = ()
    """Sentences for the user: what is behind a paywall, what only scripts would show."""
    beside: Mapping[str, str] = {}
    """By the address of what a saved page shows: the name of the file beside it that may stand for that."""
    linked: tuple[LinkedText, ...] = ()
    """What goes with its recording, the likelier first."""
    turns: Sequence[PageTurn] = ()
    """What is said when, in order, where the page is or holds a transcript with times."""


def pack(found: PageFound) -> bytes:
    """Return an answer as it goes over the pipe."""
    values = found._asdict()
    values["parts"] = [
        (*part[:-1], [(span.start, span.stop, language) for span, language in part.language_parts])
        for part in found.parts
    ]
    return json.dumps(values, ensure_ascii=True).encode("ascii")


def unpack(data: bytes) -> PageFound:
    """Return what was answered.

    Raises:
        ValueError, TypeError, KeyError: if it is no answer: the process may have been taken over.
    """
    values: dict[str, Any] = json.loads(data)
    parts = [
        PagePart(
            BlockKind(kind),
            str(text),
            int(level),
            str(alt),
            str(src),
            str(credit),
            [LanguagePart(Span(start, stop), str(language)) for start, stop, language in language_parts],
        )
        for kind, text, level, alt, src, credit, language_parts in values["parts"]
    ]
    duration_s = values["duration_s"]
    return PageFound(
        parts,
        str(values["language"]),
        str(values["published"]),
        tuple(map(str, values["authors"])),
        str(values["audio"]),
        None if duration_s is None else float(duration_s),
        bool(values["declares_media"]),
        tuple(map(str, values["notices"])),
        {str(address): str(name) for address, name in values["beside"].items()},
        tuple(LinkedText(LinkedKind(kind), *map(str, texts)) for kind, *texts in values["linked"]),
        [
            PageTurn(str(speaker), float(start_s), str(text), bool(starts))
            for speaker, start_s, text, starts in values["turns"]
        ],
    )
