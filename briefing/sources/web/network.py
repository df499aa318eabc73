"""Connections: made to the very address that was checked, through the user's proxy if he has one.

Rules:
1. Servers that the user named and servers that others named never share a connection.
2. A server that the user named has, for what comes later, the addresses that it had then, and public ones:
   a name that points elsewhere afterwards (DNS rebinding) leads nowhere.
3. What sends less than a trickle is given up, whichever part of an answer it is in.
4. A proxy of the user's connects in our place. Then the name that others give is checked, and its addresses
   where it has any here; what the proxy makes of the name is its own.
"""

from __future__ import annotations

import os
import ssl
import time
from contextlib import suppress
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.request import getproxies, proxy_bypass

import httpcore

from briefing.errors import ConfigError
from briefing.sources.web import reach
from briefing.sources.web.lean import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefing.ports.clock import Clock
    from briefing.sources.web.reach import IpAddress


class Patience(NamedTuple):
    """How long anything is waited for, seconds."""

    connect_s: float = 10.0
    read_s: float = 20.0
    """Without a byte."""
    trickle_s: float = 20.0
    """With fewer bytes than `TRICKLE_BYTES`."""
    whole_s: float = 180.0
    """For all of a text or a page."""


TRICKLE_BYTES: Final = 4_096


class TooSlow(httpcore.ReadTimeout):
    """Bytes come, and too few of them."""


Server = tuple[str, int]
"""A host and a port."""


class Network(httpx.BaseTransport):
    """What carries requests. `request.extensions["is_named_by_user"]` says who named the server."""

    def __init__(self, patience: Patience, clock: Clock = time.monotonic) -> None:
        self._patience, self._clock = patience, clock
        self._users: dict[Server, set[IpAddress]] = {}
        self._pools: dict[tuple[bool, str], httpcore.ConnectionPool] = {}
        self._lock = Lock()

    def user_names(self, server: Server, as_known: Server | None = None) -> None:
        """Take note that the user named a server: it may be anywhere, or where another is known to be."""
        self._users[server] = set(self._users.get(as_known, ())) if as_known else set()

    def is_users(self, server: Server) -> bool:
        """Return whether the user named a server."""
        return server in self._users

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Exceptions are those of httpcore and of `reach`."""
        url = request.url
        is_users = bool(request.extensions.get("is_named_by_user"))
        proxy = _proxy_for(url.scheme, url.host)
        if not is_users:
            reach.check_name(url.host)
            if proxy:
                with suppress(OSError):  # the proxy may know names that we do not
                    reach.check_public(url.host, reach.resolve(url.host, 0, self._patience.connect_s))
        response = self._pool(is_users, proxy).handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response.stream),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Let go of all connections."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, is_users: bool, proxy: str) -> httpcore.ConnectionPool:
        key = (is_users, proxy)
        with self._lock:
            if key not in self._pools:
                admit = self._admit_users if is_users else _admit_public
                self._pools[key] = self._new_pool(_Backend(admit, self._patience, self._clock), proxy)
            return self._pools[key]

    def _new_pool(self, backend: _Backend, proxy: str) -> httpcore.ConnectionPool:
        if not proxy:
            return httpcore.ConnectionPool(self._trust, http2=True, network_backend=backend)
        url = httpx.URL(proxy)
        if url.scheme not in ("http", "https"):
            raise ConfigError(
                "The proxy that the environment names cannot be used.", "Name one that begins with http://."
            )
        own = _Backend(_admit_all, self._patience, self._clock)
        login = (url.username.encode(), url.password.encode()) if url.userinfo else None
        return httpcore.HTTPProxy(
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            proxy_auth=login,
            ssl_context=self._trust,
            http2=True,
            network_backend=own,
        )

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        """Whom we trust: those that `SSL_CERT_FILE` or `SSL_CERT_DIR` names, else those that browsers do."""
        try:
            return httpx.create_ssl_context()
        except (OSError, ssl.SSLError) as error:
            named = "SSL_CERT_FILE" if os.environ.get("SSL_CERT_FILE") else "SSL_CERT_DIR"
            raise ConfigError(
                f"The certificates that {named} names cannot be read.", f"Mend or unset {named}."
            ) from error

    def _admit_users(self, host: str, port: int, addresses: list[IpAddress]) -> None:
        known = self._users.setdefault((host.lower(), port), set())
        if not known:
            known.update(addresses)
        reach.check_public(host, [address for address in addresses if address not in known])


def _admit_public(host: str, _port: int, addresses: list[IpAddress]) -> None:
    reach.check_public(host, addresses)


def _admit_all(_host: str, _port: int, _addresses: list[IpAddress]) -> None:
    """The user's own proxy may be anywhere."""


def _proxy_for(scheme: str, host: str) -> str:
    """Return the address of the proxy that the user has for a host; empty if there is none."""
    proxies = getproxies()
    named = proxies.get(scheme) or proxies.get("all") or ""
    if not named or proxy_bypass(host):
        return ""
    return named if "://" in named else f"http://{named}"


class _Backend(httpcore.NetworkBackend):
    """Connects to an address that `admit` let through, which raises where it does not."""

    def __init__(
        self, admit: Callable[[str, int, list[IpAddress]], None], patience: Patience, clock: Clock
    ) -> None:
        self._admit, self._patience, self._clock = admit, patience, clock
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
            addresses = reach.resolve(host, port, timeout)
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
                return _Stream(stream, self._patience, self._clock)
        raise httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    """A connection that is given up when it only trickles: waiting for bytes counts, and nothing else."""

    def __init__(self, stream: httpcore.NetworkStream, patience: Patience, clock: Clock) -> None:
        self._stream, self._patience, self._clock = stream, patience, clock
        self._waited_s, self._came = 0.0, 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came."""
        began_s = self._clock()
        data = self._stream.read(max_bytes, timeout)
        self._waited_s += self._clock() - began_s
        self._came += len(data)
        if self._came >= TRICKLE_BYTES:
            self._waited_s, self._came = 0.0, 0
        elif data and self._waited_s >= self._patience.trickle_s:
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
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname, timeout), self._patience, self._clock
        )

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks of a connection."""
        return self._stream.get_extra_info(info)


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()
