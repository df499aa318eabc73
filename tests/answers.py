"""How servers answer, well and in every way in which they go wrong: handlers for `tests/web.py`.

A `Flow` is how the bytes of an answer go out. What a test decides goes by a `Gate`, never by time.
"""

from __future__ import annotations

import gzip
import itertools
import threading
import zlib
from collections.abc import Callable, Mapping
from typing import Final

from tests.web import Exchange, Handler, Web

Flow = Callable[[Exchange, bytes], None]
_SLICE_S: Final = 0.05
_NO_HEADERS: Final[Mapping[str, str]] = {}

# -- How bytes go out


class Gate:
    """Lets as many bytes through as it is told to: the time of what arrives slowly."""

    def __init__(self, allowed: int = 0) -> None:
        self.passed = 0
        self._allowed = allowed
        self._changed = threading.Condition()

    def allow(self, count: int) -> None:
        """Let so many more through."""
        with self._changed:
            self._allowed += count
            self._changed.notify_all()

    def take(self, most: int, web: Web) -> int:
        """Wait until something may go through, and return how much; none where the server goes down."""
        with self._changed:
            while self._allowed <= 0 and not web.closing.is_set():
                self._changed.wait(_SLICE_S)
            taken = max(0, min(most, self._allowed))
            self._allowed -= taken
            self.passed += taken
            return taken


def at_once(exchange: Exchange, data: bytes) -> None:
    """Send all of it."""
    exchange.write(data)


def gated(gate: Gate) -> Flow:
    """Send as much as a gate lets through: a byte now and then, or a beginning and then nothing."""

    def flow(exchange: Exchange, data: bytes) -> None:
        sent = 0
        while sent < len(data):
            taken = gate.take(len(data) - sent, exchange.web)
            if not taken:
                break
            exchange.write(data[sent : sent + taken])
            sent += taken

    return flow


def stalled(after: int) -> Flow:
    """Send so many bytes of each answer, and then nothing while the connection stays."""

    def flow(exchange: Exchange, data: bytes) -> None:
        gated(Gate(after))(exchange, data)

    return flow


def at_rate(bytes_per_s: float) -> Flow:
    """Send so much a second, in real time."""
    size = max(1, round(bytes_per_s * _SLICE_S))

    def flow(exchange: Exchange, data: bytes) -> None:
        for start in range(0, len(data), size):
            exchange.write(data[start : start + size])
            if exchange.web.closing.wait(size / bytes_per_s):
                break

    return flow


def cut_off(after: int, times: int = 1) -> Flow:
    """Lose the connection after so many bytes of an answer, so many times; then send all."""
    left = itertools.count(times, -1)

    def flow(exchange: Exchange, data: bytes) -> None:
        if next(left) <= 0:
            exchange.write(data)
            return
        exchange.write(data[:after])
        exchange.cut()

    return flow


# -- What answers


def resource(
    data: bytes,
    media_type: str = "text/html; charset=utf-8",
    *,
    etag: str = "",
    modified: str = "",
    has_ranges: bool = True,
    has_length: bool = True,
    flow: Flow = at_once,
    headers: Mapping[str, str] = _NO_HEADERS,
) -> Handler:
    """Answer as a good server does: a range where one is asked for, 304 to who has it already."""
    about = {"Content-Type": media_type, **headers}
    about |= {"ETag": etag} if etag else {}
    about |= {"Last-Modified": modified} if modified else {}
    if has_ranges:
        about["Accept-Ranges"] = "bytes"

    def handler(exchange: Exchange) -> None:
        asked = exchange.headers
        is_known = bool(etag) and asked["If-None-Match"] == etag
        is_known |= not asked["If-None-Match"] and bool(modified) and asked["If-Modified-Since"] == modified
        if is_known:
            exchange.begin(304, about)
            return
        status, body = 200, data
        more: dict[str, str] = {}
        is_same = not asked["If-Range"] or asked["If-Range"] in (etag, modified)
        if has_ranges and asked["Range"] and is_same:
            status, body, more = _part(data, asked["Range"])
        more |= {"Content-Length": str(len(body))} if has_length else {"Connection": "close"}
        exchange.begin(status, about | more)
        flow(exchange, body)

    return handler


def _part(data: bytes, asked: str) -> tuple[int, bytes, dict[str, str]]:
    """Return the answer to `Range: bytes=START-STOP`."""
    first, _, last = asked.removeprefix("bytes=").partition("-")
    start = int(first) if first else max(0, len(data) - int(last))
    stop = min(int(last) + 1, len(data)) if first and last else len(data)
    if start >= stop:
        return 416, b"", {"Content-Range": f"bytes */{len(data)}"}
    return 206, data[start:stop], {"Content-Range": f"bytes {start}-{stop - 1}/{len(data)}"}


def bad_range(data: bytes, media_type: str = "audio/mpeg", **wrong: str) -> Handler:
    """Answer a range with headers that are not true: `Content_Range`, `Content_Length`, `ETag`.

    Whatever is asked for in whole is answered well.
    """
    told = {name.replace("_", "-"): value for name, value in wrong.items()}
    good = resource(data, media_type, etag='"first"')

    def handler(exchange: Exchange) -> None:
        asked = exchange.headers["Range"]
        if not asked:
            good(exchange)
            return
        _, body, more = _part(data, asked)
        usual = {"Content-Type": media_type, "Content-Length": str(len(body)), "ETag": '"first"', **more}
        exchange.close_connection = True
        exchange.begin(206, usual | told)
        exchange.write(body)

    return handler


def wrong_length(data: bytes, told: int, media_type: str = "text/html; charset=utf-8") -> Handler:
    """Tell another length than there is, and close."""

    def handler(exchange: Exchange) -> None:
        exchange.close_connection = True
        exchange.begin(200, {"Content-Type": media_type, "Content-Length": str(told)})
        exchange.write(data)

    return handler


def packed(data: bytes, coding: str, media_type: str = "text/html; charset=utf-8") -> Handler:
    """Send it gzipped or deflated, whatever was asked for."""
    body = gzip.compress(data, 9) if coding == "gzip" else zlib.compress(data, 9)
    return resource(body, media_type, headers={"Content-Encoding": coding})


def gzip_bomb(size: int, media_type: str = "text/html; charset=utf-8") -> Handler:
    """Send a small body that unpacks to so many bytes."""
    return packed(bytes(size), "gzip", media_type)


def redirect(to: str, status: int = 302) -> Handler:
    """Send whoever asks to another address."""
    return lambda exchange: exchange.begin(status, {"Location": to, "Content-Length": "0"})


def refusal(status: int, headers: Mapping[str, str] = _NO_HEADERS, text: str = "") -> Handler:
    """Answer with an error, and perhaps a page that says so."""
    about = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(text.encode())), **headers}

    def handler(exchange: Exchange) -> None:
        exchange.begin(status, about)
        exchange.write(text.encode())

    return handler


def too_many(retry_after: str) -> Handler:
    """Answer that there were too many requests, and when the next one may come: seconds or a date."""
    return refusal(429, {"Retry-After": retry_after})


def login_page() -> Handler:
    """Answer with a form for a name and a password, whatever was asked for."""
    form = "<form action=/login method=post><input name=user><input type=password name=password></form>"
    return resource(f"<!doctype html><title>Sign in</title><h1>Sign in</h1>{form}".encode())


def raw(*pieces: bytes) -> Handler:
    """Send bytes as they are, and close: what no server of good manners sends."""

    def handler(exchange: Exchange) -> None:
        for piece in pieces:
            exchange.write(piece)
        exchange.cut()

    return handler


def silent(exchange: Exchange) -> None:
    """Never answer."""
    exchange.web.closing.wait()


def in_turn(*handlers: Handler) -> Handler:
    """Answer the first request with the first handler and so on; the last one answers all others."""
    waiting = list(handlers)

    def handler(exchange: Exchange) -> None:
        (waiting.pop(0) if len(waiting) > 1 else waiting[0])(exchange)

    return handler
