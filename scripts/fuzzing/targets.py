"""What mutants are handed to: the reader of every format, and what takes in other things from outside.

Each is the program's own code with nothing around it: what runs in a process of its own there runs in that
of the rounds here (`worker`), where what it does is watched.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache, partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, NoReturn

from briefing.audio.media import probe_answer
from briefing.audio.media.decoder import Decoder
from briefing.audio.media.probing import look_into
from briefing.audio.media.tags import read_tags
from briefing.audio.media.window import open_recording
from briefing.bundles.archive import Archive
from briefing.bundles.member import Member
from briefing.errors import BriefingError
from briefing.export.feeds import feed_fields, feed_lines
from briefing.formats import tags
from briefing.formats.about import encoded
from briefing.formats.books.answer import pack as pack_book
from briefing.formats.books.answer import unpack as unpack_book
from briefing.formats.books.drafted import draft_of
from briefing.formats.books.reader import read as read_book
from briefing.formats.feeds import answer as feeds_answer
from briefing.formats.feeds import opml
from briefing.formats.feeds import reader as feed_reader
from briefing.formats.mistagged import retold
from briefing.formats.pages.html import page, reader, saved
from briefing.formats.pages.html.answer import PageFound, pack, unpack
from briefing.formats.pages.html.body import read_fragment
from briefing.formats.pages.html.tree import parse
from briefing.formats.pdf import reader as pdf_reader
from briefing.formats.registry import FORMATS, RECORDING, REFUSED, surest
from briefing.formats.source import Head
from briefing.model import Media
from briefing.sources.opening import HEAD_BYTES, Opening
from fuzzing.seeds import BOOKS, FIRST_FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefing.formats.draft import Draft
    from briefing.formats.rows import FormatRow
    from briefing.ports.media import MediaInfo

_ADDRESS: Final = "https://example.org/a"
_BESIDE: Final = '<html><body><p id="p1">The bridge opens again.</p></body></html>'
_RATE_HZ: Final = 8000
_PIECES: Final = 40
"""Of a recording's samples, from its start and from a place in it. A file of silence may be an hour."""


class Target(NamedTuple):
    """What reads mutants: `read` returns, or raises one of `documented`."""

    name: str
    read: Callable[[bytes], object]
    documented: tuple[type[Exception], ...] = (BriefingError,)


class _NoReader:
    """A `MediaReader` of a world without recordings."""

    def tags(self, path: Path) -> NoReturn:
        raise AssertionError(f"{path} was looked into: a text alone was opened.")

    probe = tags

    def survey(self, path: Path, _ends: Mapping[str, float | None]) -> NoReturn:
        self.tags(path)


class _Opening(Opening):
    """A source with a text beside it, whatever it names."""

    def __init__(self, data: bytes, suffix: str = "") -> None:
        super().__init__("-", None, _NoReader(), data)
        self.suffix = suffix

    def text_beside(self, name: str) -> str | None:
        return _BESIDE if name else None


@cache
def _folder() -> TemporaryDirectory[str]:
    """Return the folder of the file that is read: a recording is known by its name alone."""
    return TemporaryDirectory(prefix="fuzz-")


def _read(row: FormatRow, data: bytes) -> None:
    opening = _Opening(data, row.suffixes[0] if row.suffixes else "")
    row.score(opening.head)
    _build(row.read(opening))


def _build(draft: Draft) -> None:
    draft.build("-", "Untitled", Media())


def _tell_apart(data: bytes) -> None:
    """Ask every format whether this is its own, by the content alone; what it refuses, it refuses."""
    row = surest(_Opening(data).head)
    if row is REFUSED:
        row.read(_Opening(data))


def _read_page(suffix: str, data: bytes) -> None:
    """Read a page as its process does, and as what asks that takes the answer."""
    opening = _Opening(data, suffix)
    surest(opening.head, [row for row in FORMATS if row.module.startswith("pages.html.")])
    found = saved.unpack(data, "")
    answer = unpack(pack(reader.read(found.data, found.address or _ADDRESS, found.charset)))
    _build(page.draft_of(answer, opening))


def _read_feed(data: bytes) -> None:
    """Read a feed as its process does, and as what asks that takes the answer; content is a page's."""
    opening = _Opening(data)
    surest(opening.head, [row for row in FORMATS if row.module.startswith("feeds.")])
    feed = feed_reader.read(data, _ADDRESS)
    if feed is not None:
        taken = feeds_answer.unpack(feeds_answer.pack(feed))
        json.dumps([feed_fields(taken), *feed_lines(taken)])


def _read_content(data: bytes) -> None:
    """Read what a feed holds of an item as its process does."""
    tree = parse(data, "utf-8")
    if tree is not None:
        _build(
            page.draft_of(
                unpack(pack(PageFound([*read_fragment(tree, _ADDRESS)], declares_media=True))), _Opening(b"")
            )
        )


def _read_subscriptions(data: bytes) -> None:
    feeds = feed_reader.read_subscriptions(data)
    if feeds is not None:
        opml.as_opml(feeds_answer.unpack_subscriptions(feeds_answer.pack_subscriptions(feeds)))


class _InMemory:
    """A book whose files are in memory, one of them in the place of another."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {name: encoded(data) for name, data in files.items()}

    def find(self, name: str) -> Member | None:
        return Member(name, len(self._files[name])) if name in self._files else None

    def open(self, member: Member) -> BinaryIO:
        return BytesIO(self._files[member.name])

    def mark(self, member: Member) -> str:
        return member.name

    def __iter__(self) -> Iterator[Member]:
        return (Member(name, len(data)) for name, data in self._files.items())


def _read_zipped_book(data: bytes) -> None:
    """Read a book as its process does, and as what asks that takes the answer."""
    _take_book(pack_book(read_book(Archive(BytesIO(data), "book"), "book")))


def _read_unpacked_book(data: bytes) -> None:
    """Read what tells of a book's files, of each kind of book."""
    surest(_Opening(data, ".opf").head)
    for files, name in zip(BOOKS.values(), FIRST_FILES, strict=True):
        with suppress(BriefingError):
            _take_book(pack_book(read_book(_InMemory(files | {name: data}), "book", name)))


def _take_book(answer: bytes) -> None:
    _build(draft_of(unpack_book(answer)))


def _read_pdf(data: bytes) -> None:
    _build(page.draft_of(unpack(pack(pdf_reader.read(data))), _Opening(data, ".pdf")))


def _read_recording(data: bytes) -> None:
    """Look into a recording, and decode some of it: from its start, and from a place in it."""
    RECORDING.score(Head(data[:HEAD_BYTES], "", "", is_text=False))
    path = Path(_folder().name, "recording")
    path.write_bytes(data)
    info = probe_answer.unpack(probe_answer.pack(look_into(path)).encode())
    with open_recording(path) as file:
        decoder = Decoder(file, path.name, _RATE_HZ)
        try:
            for start in (0, round(decoder.duration_s() * _RATE_HZ / 2)):
                for _ in islice(decoder.read_from(start), _PIECES):
                    pass
        finally:
            decoder.close()
    _take_in(info)


def _read_tags(data: bytes) -> None:
    _take_in(read_tags(BytesIO(data), 1.0))


def _take_in(info: MediaInfo) -> None:
    _build(tags.read_info(retold(info), "A recording"))


def _take_answer(data: bytes) -> None:
    _build(page.draft_of(unpack(data), _Opening(b"")))


def _take_info(data: bytes) -> None:
    _take_in(probe_answer.unpack(data))


_OTHERWISE: Final[dict[str, Callable[[bytes], object]]] = {
    REFUSED.module: _tell_apart,
    RECORDING.module: _read_recording,
    "feeds.xml": _read_feed,
    "feeds.json_feed": _read_feed,
    "feeds.opml": _read_subscriptions,
    "books.zipped": _read_zipped_book,
    "books.unpacked": _read_unpacked_book,
    "pdf.format": _read_pdf,
    "pages.html.page": partial(_read_page, ".html"),
    "pages.html.mhtml": partial(_read_page, ".mhtml"),
    "pages.html.webarchive": partial(_read_page, ".webarchive"),
}
TARGETS: Final = (
    *(Target(row.module, _OTHERWISE.get(row.module) or partial(_read, row)) for row in FORMATS),
    Target("clipboard", partial(_read_page, "")),
    Target("tags", _read_tags),
    Target("feeds.content", _read_content),
    Target("answers.feed", feeds_answer.unpack, (BriefingError, ValueError)),
    Target("answers.page", _take_answer, (BriefingError, ValueError)),
    Target("answers.book", _take_book, (BriefingError, ValueError)),
    Target("answers.recording", _take_info, (BriefingError, ValueError)),
)
"""Every format by its module's name, and what is read besides: what Windows has on its clipboard, the tags
of what is no sound that can be decoded, and what our own processes answer, should somebody have taken them over."""
