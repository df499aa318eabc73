"""What the process that reads a book answers: its parts in reading order, and what it says of itself.

What comes over the pipe is trusted no more than the book: who takes the process over can write anything.
So places lie within the text, numbers are finite, a kind is one of ours, and a sound file's name is one
within the book. Texts are made safe where a `Draft` takes them.
"""

from __future__ import annotations

import base64
import json
import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.bundles.member import is_inside
from briefing.formats.answered import LONGEST_LINK, language_parts, level_in, links, packed
from briefing.model import BlockKind
from briefing.processes.answers import checking, text_in
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import LanguagePart, LinkPart

_LONGEST_LINE: Final = 4096
"""Code points of what is one line: a name, a date, a label, a notice."""
_MOST_LINES: Final = 64
"""Authors, and notices."""


class BookSpot(NamedTuple):
    """A place in a book: a part by its number, and how many code points of its text are before it.

    The number of all parts, and 0, is the end of the book.
    """

    part: int
    offset: int = 0


class BookPart(NamedTuple):
    """A block of a book, or a picture where `kind` is a caption: `text` is its caption, else its `alt`."""

    kind: BlockKind
    text: str
    level: int = 0
    """1 to 6 for a heading, else 0."""
    alt: str = ""
    src: str = ""
    """Of a picture: the name of its file within the book; empty where it is none, or lies elsewhere."""
    language_parts: Sequence[LanguagePart] = ()
    """Parts of `text` in a language that the book declares for them."""
    links: Sequence[LinkPart] = ()
    speaker: str = ""
    """Who says it, where that is told."""


class BookEntry(NamedTuple):
    """An entry of the table of contents, level 1 and up; of the list of pages, level 0."""

    title: str
    level: int
    spot: BookSpot


class BookStructure(NamedTuple):
    """What can be left in one step: from a part, by its number, to the one before `stop`."""

    kind: StructureKind
    first: int
    stop: int


class BookClip(NamedTuple):
    """A part of a sound file, and the text that it says: from `start` to `stop`, the same for none.

    Text that the book wants to be heard, and has no sound for, has no `file`.
    """

    file: str
    begin_s: float
    end_s: float | None
    start: BookSpot
    stop: BookSpot
    is_skippable: bool = False
    goes_on: bool = False
    """Whether it is a further piece of what the clip before it begins to say."""
    says: str = ""
    """What it says where that does not stand in the text: the number of a printed page."""


class Refusal(NamedTuple):
    """Why a book cannot be read, in a sentence, and what to do; or why it may not be, for it could harm."""

    message: str
    hint: str
    is_unsafe: bool = False


class BookFound(NamedTuple):
    """What a book holds. Empty where it says nothing; nothing has been through `safe_text` on its way."""

    parts: Sequence[BookPart] = ()
    title: str = ""
    language: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    contents: Sequence[BookEntry] = ()
    pages: Sequence[BookEntry] = ()
    clips: Sequence[BookClip] = ()
    structures: Sequence[BookStructure] = ()
    """Of two that hold the same the inner first."""
    notices: tuple[str, ...] = ()
    """Sentences for the user: what is missing, what was left out."""
    picture: bytes = b""
    """Its cover as that's file holds it."""
    duration_s: float | None = None
    """How long its sound is declared to be."""
    is_own: bool = False
    """Whether it is ours, so that all of its text is there, its title as well."""
    refusal: Refusal | None = None
    """Why there is nothing."""


def pack(found: BookFound) -> bytes:
    """Return an answer as it goes over the pipe."""
    values = found._asdict()
    values["parts"] = [_packed(part) for part in found.parts]
    values["picture"] = base64.b64encode(found.picture).decode("ascii")
    return json.dumps(values, ensure_ascii=True).encode("ascii")


def _packed(part: BookPart) -> tuple[object, ...]:
    return (*part[:-3], packed(part.language_parts), packed(part.links), part.speaker)


def unpack(data: bytes) -> BookFound:
    """Return what was answered, with nothing in it that it may not hold.

    Raises:
        ValueError: if it is no answer: the process may have been taken over.
    """
    with checking():
        return _checked(json.loads(data))


def _checked(values: dict[str, Any]) -> BookFound:
    parts = [_part(part) for part in values["parts"]]
    refusal = values["refusal"]
    return BookFound(
        parts,
        _line(values["title"]),
        _line(values["language"]),
        _line(values["published"]),
        _lines(values["authors"]),
        [_entry(parts, *entry) for entry in values["contents"]],
        [_entry(parts, *entry) for entry in values["pages"]],
        [_clip(parts, clip) for clip in values["clips"]],
        [_structure(parts, *structure) for structure in values["structures"]],
        _lines(values["notices"]),
        base64.b64decode(text_in(values["picture"]), validate=True),
        _seconds(values["duration_s"]),
        values["is_own"] is True,
        None if refusal is None else Refusal(_line(refusal[0]), _line(refusal[1]), refusal[2] is True),
    )


def _part(values: Sequence[Any]) -> BookPart:
    kind, text, level, alt, src, languages, led, speaker = values
    said = text_in(text)
    found = language_parts(said, languages, _LONGEST_LINE)
    return BookPart(
        BlockKind(kind),
        said,
        level_in(level),
        text_in(alt),
        _file(src),
        found,
        links(said, led, LONGEST_LINK),
        _line(speaker),
    )


def _entry(parts: Sequence[BookPart], title: object, level: int, spot: Sequence[Any]) -> BookEntry:
    return BookEntry(_line(title), level_in(level), _spot(parts, *spot))


def _structure(parts: Sequence[BookPart], kind: str, first: int, stop: int) -> BookStructure:
    if not 0 <= first < stop <= len(parts):
        raise ValueError("These parts are not in the book.")
    return BookStructure(StructureKind(kind), int(first), int(stop))


def _clip(parts: Sequence[BookPart], values: Sequence[Any]) -> BookClip:
    file, begin_s, end_s, start, stop, skips, goes_on, says = values
    begin, end = _seconds(begin_s), _seconds(end_s)
    if begin is None or (end is not None and end <= begin) or bool(file) != bool(_file(file)):
        raise ValueError("This is no part of a sound file.")
    first, last = _spot(parts, *start), _spot(parts, *stop)
    if last < first:
        raise ValueError("A text ends before it begins.")
    return BookClip(_file(file), begin, end, first, last, skips is True, goes_on is True, _line(says))


def _spot(parts: Sequence[BookPart], part: int, offset: int) -> BookSpot:
    most = len(parts[part].text) if part < len(parts) else 0
    if not (0 <= part <= len(parts) and 0 <= offset <= most):
        raise ValueError("This place is not in the text.")
    return BookSpot(int(part), int(offset))


def _line(value: object) -> str:
    return text_in(value)[:_LONGEST_LINE]


def _lines(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(_line, values))[:_MOST_LINES]


def _file(value: object) -> str:
    """Return the name of a file within the book; empty for everything else."""
    return _checked_name(_line(value))


@lru_cache(maxsize=4096)
def _checked_name(name: str) -> str:
    return name if is_inside(name) and name.isprintable() else ""


def _seconds(value: float | None) -> float | None:
    seconds = None if value is None else float(value)
    if seconds is not None and not (math.isfinite(seconds) and seconds >= 0):
        raise ValueError("This is no time.")
    return seconds
