"""Connections: made to the very address that was checked, through the user's proxy if he has one.

Rules:
1. Servers that the user named and servers that others named never share a connection.
2. A server that the user named has, for what comes later, the addresses that it had then, and public ones:
   a name that points elsewhere afterwards (DNS rebinding) leads nowhere.
3. What sends less than a trickle is given up, whichever part of an answer it is in, and so is a head
   without an end.
4. A proxy of the user's connects in our place. Then the name that others give is checked, and its addresses
   where it has any here; what the proxy makes of the name is its own.
"""

from __future__ import annotations

import os
import ssl
import time
from contextlib import ExitStack, suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import httpcore

from briefing.errors import ConfigError
from briefing.sources.web import public_hosts
from briefing.sources.web.connections import Backend, Breaker
from briefing.sources.web.lanes import Few, Shared
from briefing.sources.web.lean_httpx import httpx
from briefing.sources.web.patience import Watch
from briefing.sources.web.proxies import proxy_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.ports.clock import Clock
    from briefing.sources.web.lanes import Kind, Lender
    from briefing.sources.web.patience import Patience
    from briefing.sources.web.public_hosts import IpAddress


Server = tuple[str, int]
"""A host and a port."""
PORTS: Final = {"http": 80, "https": 443}
"""Where a server listens, if its address says nothing else."""


class Network(httpx.BaseTransport):
    """What carries requests. `request.extensions["is_named_by_user"]` says who named the server.

    Args:
        patience: how long anything is waited for.
        clock: monotonic seconds.
        most_per_host: how many connections to a host there may be at once; None for as many as are asked for.
    """

    def __init__(
        self, patience: Patience, clock: Clock = time.monotonic, most_per_host: int | None = None
    ) -> None:
        self._users: dict[Server, set[IpAddress]] = {}
        self._lanes: Lender = (
            Shared(self._new_pool) if most_per_host is None else Few(self._new_pool, most_per_host)
        )
        self._breaker = Breaker()
        self.watch = Watch(patience, clock)
        """Whoever asks may have it wait for less: see `Watch.within`."""

    def user_names(self, server: Server, as_known: Server | None = None) -> None:
        """Take note that the user named a server: it may be anywhere, or where another is known to be."""
        self._users[server] = set(self._users.get(as_known, ())) if as_known else set()

    def is_users(self, server: Server) -> bool:
        """Return whether the user named a server."""
        return server in self._users

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. Exceptions are those of httpcore and of `public_hosts`."""
        url, host = request.url, host_in(request.url)
        is_users = bool(request.extensions.get("is_named_by_user"))
        proxy = proxy_for(url.scheme, host, url.port or PORTS.get(url.scheme, 0))
        if not is_users:
            public_hosts.check_name(host)
            if proxy:
                with suppress(OSError):  # the proxy may know names that we do not
                    public_hosts.check_public(
                        host, public_hosts.resolve(host, 0, self.watch.patience.connect_s)
                    )
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with self.watch.stopped():
            lane = self._lanes.lend(host.rstrip(".").lower(), (is_users, proxy))
        try:
            with self.watch.head():
                response = lane.pool.handle_request(asked)
        except BaseException:
            self._lanes.take_back(lane)
            raise
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response.stream, partial(self._lanes.take_back, lane)),
            extensions=response.extensions,
        )

    def leave(self) -> None:
        """Break off all connections, and make no other; who waits is told that they are lost."""
        self._lanes.leave()
        self._breaker.open()

    def close(self) -> None:
        """Let go of all connections."""
        self._lanes.close()

    def _new_pool(self, kind: Kind, most: int | None) -> httpcore.ConnectionPool:
        is_users, proxy = kind
        if not proxy:
            backend = self._backend(self._admit_users if is_users else _admit_public)
            return httpcore.ConnectionPool(
                self._trust, max_connections=most, http2=True, network_backend=backend
            )
        try:
            url = httpx.URL(proxy)
        except httpx.InvalidURL:
            url = httpx.URL()
        if url.scheme not in PORTS or not url.raw_host:
            raise ConfigError(
                "The proxy that the environment names cannot be used.", "Name one that begins with http://."
            )
        login = (url.username.encode(), url.password.encode()) if url.userinfo else None
        return httpcore.HTTPProxy(
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            proxy_auth=login,
            ssl_context=self._trust,
            max_connections=most,
            http2=True,
            network_backend=self._backend(_admit_all),
        )

    def _backend(self, admit: Callable[[str, int, list[IpAddress]], None]) -> Backend:
        return Backend(admit, self.watch, self._breaker)

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
        public_hosts.check_public(host, [address for address in addresses if address not in known])


def host_in(url: httpx.URL) -> str:
    """Return the host of an address as it is looked up; httpx writes it in any script, if it can."""
    return url.raw_host.decode("ascii")


def _admit_public(host: str, _port: int, addresses: list[IpAddress]) -> None:
    public_hosts.check_public(host, addresses)


def _admit_all(_host: str, _port: int, _addresses: list[IpAddress]) -> None:
    """The user's own proxy may be anywhere."""


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any, on_close: Callable[[], None]) -> None:
        self._stream = stream
        self._cleanup = ExitStack()
        self._cleanup.callback(on_close)
        self._cleanup.callback(stream.close)

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._cleanup.close()
