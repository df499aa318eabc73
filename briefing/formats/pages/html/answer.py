"""What the process that reads a page answers: its parts in reading order, and what it says of itself.

What comes over the pipe is trusted no more than the page: who takes the process over can write anything.
So numbers are finite and within bounds, lists have an end, and an address is one of http or names what
lies beside a saved page; no other scheme and no control character gets through. What a file's name may
be is checked where it is opened, and texts are made safe where a `Draft` takes them.
"""

from __future__ import annotations

import base64
import json
import math
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.formats.answered import LONGEST_LINK, language_parts, level_in, links, packed
from briefing.linked import MOST_LINKED, LinkedKind, LinkedText
from briefing.model import BlockKind
from briefing.processes.answers import checking, text_in
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model import LanguagePart, LinkPart

_LONGEST_ADDRESS: Final = 4096
_LONGEST_LINE: Final = 1 << 16
"""Code points of what is one line: a name, a date, a language, a notice."""
_MOST_LINES: Final = 64
"""Authors, and notices."""
MOST_HOLDERS: Final = 32
"""Lists within lists; more are hostile."""
_FOREIGN: Final = re.compile(
    r"\s*(?:(?!https?://)[a-z][a-z0-9+.-]*:|\\\\)|.*[\x00-\x1f\x7f-\x9f]", re.IGNORECASE | re.DOTALL
)
"""Another scheme, a share of Windows, or what no address has in it."""


class Holder(NamedTuple):
    """An element that can be left in one step; parts of a page are in the same one where the number is."""

    kind: StructureKind
    number: int


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
    holders: Sequence[Holder] = ()
    """What it is in that can be left in one step, the outermost first."""
    links: Sequence[LinkPart] = ()
    speaker: str = ""
    """Who says it, where the page is ours."""


class HeardPart(NamedTuple):
    """A part of a page of ours, and when it is heard, seconds."""

    text: str
    start_s: float
    stop_s: float
    is_word: bool
    """Whether it is a word whose time is known; else a sentence."""


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
    picture: bytes = b""
    """Its first picture as that's file would hold it, where that came with the page; empty else."""
    title: str = ""
    """What a page of ours is called, which its text need not say."""
    spoken: Sequence[HeardPart] = ()
    """When its words are heard, where it is ours."""


def pack(found: PageFound) -> bytes:
    """Return an answer as it goes over the pipe."""
    values = found._asdict()
    values["parts"] = [
        (*part[:-4], packed(part.language_parts), part.holders, packed(part.links), part.speaker)
        for part in found.parts
    ]
    values["picture"] = base64.b64encode(found.picture).decode("ascii")
    return json.dumps(values, ensure_ascii=True).encode("ascii")


def unpack(data: bytes) -> PageFound:
    """Return what was answered, with nothing in it that it may not hold; `duration_s` is finite or None.

    Raises:
        ValueError: if it is no answer: the process may have been taken over.
    """
    with checking():
        return _checked(json.loads(data))


def _checked(values: dict[str, Any]) -> PageFound:
    return PageFound(
        [_part(part) for part in values["parts"]],
        _line(values["language"]),
        _line(values["published"]),
        _lines(values["authors"]),
        _address(values["audio"]),
        _seconds(values["duration_s"]),
        values["declares_media"] is True,
        _lines(values["notices"]),
        {_address(address): text_in(name) for address, name in values["beside"].items()},
        tuple(_linked(*each) for each in values["linked"][:MOST_LINKED]),
        [_turn(*turn) for turn in values["turns"]],
        base64.b64decode(text_in(values["picture"]), validate=True),
        _line(values["title"]),
        [_spoken(*each) for each in values["spoken"]],
    )


def _part(values: Sequence[Any]) -> PagePart:
    kind, text, level, alt, src, credit, languages, told, led, speaker = values
    said = text_in(text)
    found = language_parts(said, languages, _LONGEST_LINE)
    holders = [Holder(StructureKind(holder), int(number)) for holder, number in told[:MOST_HOLDERS]]
    return PagePart(
        BlockKind(kind),
        said,
        level_in(level),
        text_in(alt),
        _address(src),
        text_in(credit),
        found,
        holders,
        links(said, led, LONGEST_LINK),
        _line(speaker),
    )


def _linked(kind: str, address: object, language: object, media_type: object, text: object) -> LinkedText:
    return LinkedText(LinkedKind(kind), _address(address), _line(language), _line(media_type), text_in(text))


def _turn(speaker: object, start_s: float, text: object, starts: object) -> PageTurn:
    seconds = _seconds(start_s)
    if seconds is None:
        raise ValueError("Something is said at no time.")
    return PageTurn(_line(speaker), seconds, text_in(text), starts is True)


def _spoken(text: object, start_s: float, stop_s: float, is_word: object) -> HeardPart:
    start, stop = _seconds(start_s), _seconds(stop_s)
    if start is None or stop is None:
        raise ValueError("Something is said at no time.")
    return HeardPart(_line(text), start, stop, is_word is True)


def _line(value: object) -> str:
    return text_in(value)[:_LONGEST_LINE]


def _lines(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(_line, values[:_MOST_LINES]))


def _address(value: object) -> str:
    """Return an address of http, or what may lie beside a saved page; empty for every other."""
    address = text_in(value)
    return "" if len(address) > _LONGEST_ADDRESS or _FOREIGN.match(address) else address


def _seconds(value: float | None) -> float | None:
    seconds = None if value is None else float(value)
    return seconds if seconds is not None and math.isfinite(seconds) else None
