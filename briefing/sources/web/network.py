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
from contextlib import suppress
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import httpcore

from briefing.errors import ConfigError
from briefing.sources.web import public_hosts
from briefing.sources.web.connections import Backend
from briefing.sources.web.lean_httpx import httpx
from briefing.sources.web.patience import Watch
from briefing.sources.web.proxies import proxy_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.clock import Clock
    from briefing.sources.web.patience import Patience
    from briefing.sources.web.public_hosts import IpAddress


Server = tuple[str, int]
"""A host and a port."""
PORTS: Final = {"http": 80, "https": 443}
"""Where a server listens, if its address says nothing else."""


class Network(httpx.BaseTransport):
    """What carries requests. `request.extensions["is_named_by_user"]` says who named the server."""

    def __init__(self, patience: Patience, clock: Clock = time.monotonic) -> None:
        self._users: dict[Server, set[IpAddress]] = {}
        self._pools: dict[tuple[bool, str], httpcore.ConnectionPool] = {}
        self._lock = Lock()
        self._watch = Watch(patience, clock)

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
                        host, public_hosts.resolve(host, 0, self._watch.patience.connect_s)
                    )
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with self._watch.head():
            response = self._pool(is_users, proxy).handle_request(asked)
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
                self._pools[key] = self._new_pool(Backend(admit, self._watch), proxy)
            return self._pools[key]

    def _new_pool(self, backend: Backend, proxy: str) -> httpcore.ConnectionPool:
        if not proxy:
            return httpcore.ConnectionPool(self._trust, http2=True, network_backend=backend)
        try:
            url = httpx.URL(proxy)
        except httpx.InvalidURL:
            url = httpx.URL()
        if url.scheme not in PORTS or not url.raw_host:
            raise ConfigError(
                "The proxy that the environment names cannot be used.", "Name one that begins with http://."
            )
        own = Backend(_admit_all, self._watch)
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
        public_hosts.check_public(host, [address for address in addresses if address not in known])


def host_in(url: httpx.URL) -> str:
    """Return the host of an address as it is looked up; httpx writes it in any script, if it can."""
    return url.raw_host.decode("ascii")


def _admit_public(host: str, _port: int, addresses: list[IpAddress]) -> None:
    public_hosts.check_public(host, addresses)


def _admit_all(_host: str, _port: int, _addresses: list[IpAddress]) -> None:
    """The user's own proxy may be anywhere."""


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()
