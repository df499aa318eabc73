"""Connections to the very addresses that were checked, given up when they do not get on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpcore

from briefing.sources.web import public_hosts
from briefing.sources.web.patience import TRICKLE_BYTES, TooSlow

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

    from briefing.sources.web.patience import Watch
    from briefing.sources.web.public_hosts import IpAddress


class Backend(httpcore.NetworkBackend):
    """Connects to an address that `admit` let through, which raises where it does not."""

    def __init__(self, admit: Callable[[str, int, list[IpAddress]], None], watch: Watch) -> None:
        self._admit, self._watch = admit, watch
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
                return _Stream(stream, self._watch)
        raise httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    """A connection that is given up when it only trickles: waiting for bytes counts, and nothing else."""

    def __init__(self, stream: httpcore.NetworkStream, watch: Watch) -> None:
        self._stream, self._watch = stream, watch
        self._waited_s, self._came = 0.0, 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came."""
        began_s = self._watch.clock()
        data = self._stream.read(max_bytes, timeout)
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
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._watch)

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks of a connection."""
        return self._stream.get_extra_info(info)
