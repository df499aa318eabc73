"""A download, as a fetcher gives it: its head at once, the rest when it is asked for."""

from __future__ import annotations

import math
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import LostError, SourceError
from briefing.sources.address import host_of, name_of
from briefing.sources.web.answer import HEAD_BYTES, SOUND_HEAD_BYTES, too_long
from briefing.sources.web.arriving import ArrivingFile
from briefing.sources.web.cache.partial import found_by
from briefing.sources.web.cached import Cached, copy_notice

if TYPE_CHECKING:
    from briefing.ports.network import Arriving, Progress
    from briefing.sources.web.answer import Answer
    from briefing.sources.web.cache.copies import Cache, Copy
    from briefing.sources.web.cache.partial import PartialFile
    from briefing.sources.web.client import Client

_MOST_TRIES: Final = 3
_TELL_EVERY_S: Final = 0.1
_NO_PAGE: Final = (
    *(".aac", ".flac", ".m4a", ".m4b", ".mka", ".mp3", ".mp4", ".oga", ".ogg", ".opus", ".wav", ".webm"),
    *(".ass", ".dfxp", ".json", ".lrc", ".sbv", ".smil", ".srt", ".ssa", ".ttml", ".vtt"),
)
"""What no page is called, unless it is about one."""
_SOUND: Final = ("audio/", "video/", "application/ogg")
_PAGES: Final = ("text/html", "application/xhtml+xml")
_PAGE_MARKS: Final = b"<!doctype html", b"<html", b"<head", b"<body", b"<form"
"""Some servers call everything a page, also what is none."""
_PASSWORD: Final = b'type="password"', b"type='password'", b"type=password"


class Request(NamedTuple):
    """What was asked for, by which page, and who is told how it goes."""

    address: str
    by: str
    tell: Progress


class Download:
    """A `ports.Fetched` that comes over the network."""

    def __init__(
        self, client: Client, cache: Cache, request: Request, answer: Answer, copy: Copy | None
    ) -> None:
        """Take an answer. `copy` stands for it if it does not come."""
        self.address, self.name = answer.address, answer.name
        self.media_type, self.charset, self.notice = answer.media_type, answer.charset, cache.take_notice()
        self.head = b""
        self._client, self._cache, self._request, self._copy = client, cache, request, copy
        self._answer = answer
        self._began_s, self._told_s = client.clock(), -math.inf
        self._data = bytearray()
        self._is_whole = False
        self._partial: PartialFile | None = None

    def resume(self, partial: PartialFile) -> None:
        """Take what came another time, which the answer goes on from."""
        partial.found = found_by(self._answer)
        self._partial = partial
        self.head = partial.beginning(HEAD_BYTES)

    def begin(self) -> None:
        """Wait for the head.

        Raises:
            SourceError: if nothing comes, or a page in place of what no page is.
        """
        if self._partial is None:
            is_sound = self.media_type.startswith(_SOUND)
            self._read(SOUND_HEAD_BYTES if is_sound else HEAD_BYTES)
            self.head = bytes(self._data[:HEAD_BYTES])
        if not self.head:
            host = host_of(self._request.address)
            raise SourceError(f"{host} sent nothing.", "Look whether the address is right.")
        self._check_kind()

    def data(self, most_bytes: int) -> bytes:
        """Return all of it, once; see `ports.Fetched`."""
        try:
            self._read_all(most_bytes)
        except LostError as error:
            if self._copy is None:
                raise
            self.notice = copy_notice(error.message, self._copy)
            return Cached(self._cache, self._request.address, self._copy, self.notice).data(most_bytes)
        finally:
            self.close()
        data = bytes(self._data)
        self._cache.keep(self._request.address, self._answer, data)
        self.notice = self.notice or self._cache.take_notice()
        return data

    def recording(self) -> Arriving:
        """Return it as a recording whose rest comes; see `ports.Fetched`."""
        try:
            partial = self._partial or self._cache.partial(self._request.address, self._answer)
            partial.write(0, bytes(self._data))
        except OSError as error:
            self.close()
            raise SourceError(
                f"{self.name} cannot be put anywhere: {error.strerror}.", "Make room on the disk."
            ) from error
        self._partial = None
        return ArrivingFile(self._answer, partial, self._again, patience=self._client.patience)

    def close(self) -> None:
        """Let go of the connection; see `ports.Fetched`."""
        self._answer.close()
        if self._partial is not None:
            self._partial.close()

    def _again(self, start: int) -> Answer:
        return self._client.get(
            self._request.address, self._request.by, start=start, version=self._answer.version
        )

    def _read_all(self, most_bytes: int) -> None:
        if self._partial is not None:  # of a recording that is a text now
            self._partial.close()
            self._answer.close()
            self._answer = self._again(0)
        if (self._answer.whole_bytes or 0) > most_bytes:
            raise too_long(self.name, most_bytes)
        self._read(most_bytes + 1)
        if len(self._data) > most_bytes:
            raise too_long(self.name, most_bytes)

    def _read(self, wanted_bytes: int) -> None:
        """Read on until there are so many bytes, or all; from what is there again where it breaks off."""
        for left in reversed(range(_MOST_TRIES)):
            try:
                self._read_on(wanted_bytes)
            except LostError:
                if not left or self._is_overdue:
                    raise
                self._reconnect()
            else:
                return

    def _read_on(self, wanted_bytes: int) -> None:
        while len(self._data) < wanted_bytes and not self._is_whole:
            piece = next(self._answer.pieces(), None)
            self._is_whole = piece is None
            self._data += piece or b""
            now_s = self._client.clock()
            if self._is_whole or now_s - self._told_s >= _TELL_EVERY_S:
                self._told_s = now_s
                self._request.tell(len(self._data), self._answer.whole_bytes)
            if self._is_overdue:
                raise LostError(
                    f"{host_of(self.address)} takes too long to send {self.name}.",
                    "Try again later, or from a faster network.",
                )

    @property
    def _is_overdue(self) -> bool:
        return not self._is_whole and self._client.clock() - self._began_s > self._client.patience.whole_s

    def _reconnect(self) -> None:
        """Go on from what is there if the server gives parts, else from the start."""
        self._answer.close()
        came = bytes(self._data)
        can_go_on = self._answer.takes_ranges and self._answer.version.for_range and came
        start = len(came) if can_go_on else 0
        self._answer = self._again(start)
        del self._data[self._answer.start :]

    def _check_kind(self) -> None:
        """Refuse a page where something else was asked for: most often one to log in."""
        asked = name_of(self._request.address)
        start = self.head.lower()
        is_page = self.media_type in _PAGES and any(mark in start for mark in _PAGE_MARKS)
        is_sure = bool(self._request.by) or any(mark in start for mark in _PASSWORD)
        if is_page and PurePosixPath(asked).suffix.lower() in _NO_PAGE and is_sure:
            raise SourceError(
                f"{host_of(self._request.address)} sent a page in place of {asked}, perhaps to log in.",
                "Get it with a browser, and open the file.",
            )
