"""Connections to the very addresses that were checked, given up when they do not get on."""

from __future__ import annotations

import socket
from contextlib import suppress
from math import inf
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import httpcore

from briefing.sources.web import public_hosts
from briefing.sources.web.patience import TRICKLE_BYTES, TooSlow

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

    from briefing.sources.web.patience import Watch
    from briefing.sources.web.public_hosts import IpAddress


_LEAST_S: Final = 0.001


class Breaker:
    """Breaks off connections, whatever waits for them. From any thread."""

    def __init__(self) -> None:
        self.is_open = False
        """Whether they were broken off; no other is made then."""
        self._lock = Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()

    def add(self, stream: httpcore.NetworkStream) -> None:
        """Take note of a connection."""
        with self._lock:
            found = stream.get_extra_info("socket")
            if found is not None:
                self._sockets.add(found)
            is_open = self.is_open
        if is_open:
            self.open()

    def open(self) -> None:
        """Break off all; who waits for one is told that it is lost."""
        with self._lock:
            self.is_open = True
            found = tuple(self._sockets)
        for each in found:
            with suppress(OSError):  # closed before
                # not the method of a socket with TLS, which takes away what another thread reads from
                socket.socket.shutdown(each, socket.SHUT_RDWR)


class Backend(httpcore.NetworkBackend):
    """Connects to an address that `admit` let through, which raises where it does not."""

    def __init__(
        self, admit: Callable[[str, int, list[IpAddress]], None], watch: Watch, breaker: Breaker
    ) -> None:
        self._admit, self._watch, self._breaker = admit, watch, breaker
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers, if all of them may be connected to."""
        if self._breaker.is_open:
            raise httpcore.ConnectError("left")
        timeout = _shorter(timeout, self._watch.left_s)
        try:
            addresses = public_hosts.resolve(host, port, timeout)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        self._admit(host, port, addresses)
        for left in range(len(addresses), 0, -1):
            share_s = None if timeout is None else timeout / left
            try:
                stream = self._sockets.connect_tcp(
                    str(addresses[-left]), port, share_s, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if left == 1:
                    raise
            else:
                return _Stream(stream, self._watch, self._breaker)
        raise httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    """A connection that is given up when it only trickles: waiting for bytes counts, and nothing else."""

    def __init__(self, stream: httpcore.NetworkStream, watch: Watch, breaker: Breaker) -> None:
        self._stream, self._watch, self._breaker = stream, watch, breaker
        breaker.add(stream)
        self._waited_s, self._came = 0.0, 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came."""
        began_s = self._watch.clock()
        try:
            data = self._stream.read(max_bytes, _shorter(timeout, self._watch.left_s))
        finally:
            self._watch.check()
        self._waited_s += self._watch.clock() - began_s
        self._came += len(data)
        if self._came >= TRICKLE_BYTES:
            self._waited_s, self._came = 0.0, 0
        elif data and self._waited_s >= self._watch.patience.trickle_s:
            raise TooSlow
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        """Let go of the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the same connection with TLS on it."""
        timeout = _shorter(timeout, self._watch.left_s)
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return _Stream(stream, self._watch, self._breaker)

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks of a connection."""
        return self._stream.get_extra_info(info)


def _shorter(timeout: float | None, left_s: float) -> float | None:
    """Return how long is waited, where no longer than `left_s` may be. 0 would not wait at all."""
    if timeout is None:
        return None if left_s == inf else max(left_s, _LEAST_S)
    return max(min(timeout, left_s), _LEAST_S)
