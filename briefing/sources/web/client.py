"""Asking for an address by HTTP: redirections followed, refusals told, nothing kept.

Rules:
1. http and https only; at most five redirections. Each hop is checked by whoever named it: see `network`.
2. A redirection to the server that the user named is as if the user had named it; any other is a stranger's.
3. No cookies are kept or sent, and no other program's passwords are looked for. A name and a password in
   an address go to the server that it names, also for what its pages name there, and to no other.
4. What is told of us is true: our name, and the languages that the user reads.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Final

import briefing
from briefing.errors import SourceError, UnsafeError
from briefing.sources.address import checked, host_of
from briefing.sources.web.answer import Answer, Lasting, Part, Version, number_of
from briefing.sources.web.faults import FAULTS, ChangedError, fault, refused
from briefing.sources.web.lean_httpx import httpx
from briefing.sources.web.network import PORTS, Network, Server, host_in
from briefing.sources.web.patience import Patience
from briefing.sources.web.unpacking import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from briefing.ports.clock import Clock

MOST_REDIRECTIONS: Final = 5
_ACCEPT: Final = "text/html,application/xhtml+xml,text/*;q=0.9,audio/*;q=0.9,*/*;q=0.8"
_MOST_LANGUAGES: Final = 5
_FOR_GOOD: Final = (301, 308)
_PACKED_BY_APACHE: Final = "-gzip"
"""What its module deflate puts at the end of an ETag (its bug 39727)."""
_GOOD: Final = (200, 203, 206, 304)
_NO_VERSION: Final = Version()


class Client:
    """Asks servers. From any thread."""

    def __init__(
        self,
        languages: Sequence[str] = (),
        patience: Patience = Patience(),  # noqa: B008  # a value that cannot change
        clock: Clock = time.monotonic,
        *,
        accept: str = _ACCEPT,
        most_per_host: int | None = None,
    ) -> None:
        """Ask nobody yet.

        Args:
            languages: those that the user reads, the likeliest first.
            patience: how long anything is waited for.
            clock: monotonic seconds.
            accept: which media types are asked for (RFC 9110 12.5.1).
            most_per_host: how many connections to a host there may be at once; None for no limit.
        """
        self.patience, self.clock = patience, clock
        self._network = Network(patience, clock, most_per_host)
        self._logins: dict[Server, bytes] = {}
        self._client = httpx.Client(
            transport=self._network,
            headers={
                "User-Agent": f"briefing/{briefing.__version__} (player of news briefings)",
                "Accept": accept,
                "Accept-Language": _accepted(languages),
            },
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx.Timeout(patience.read_s, connect=patience.connect_s),
            trust_env=False,
        )

    def get(
        self,
        address: str,
        asked_by: str = "",
        *,
        start: int = 0,
        stop: int | None = None,
        version: Version = _NO_VERSION,
        is_known: bool = False,
    ) -> Answer:
        """Return the answer for an address, whose body is still to come.

        Args:
            address: http or https.
            asked_by: The address of the page that names it; empty where the user does.
            start: Where to begin, bytes. A server may begin at 0 all the same: see `Answer.start`.
            stop: Where to end; None for the end.
            version: What is there of it already.
            is_known: Whether all of that version is there, so that `Answer.status` may be 304.

        Raises:
            SourceError: if it cannot be had; `LostError` if it may be another time.
            UnsafeError: if it must not be asked for, or the server is not who it should be.
            ChangedError: if a part of that version cannot be had from here on.
        """
        headers = _conditions(start, stop, version, is_known=is_known)
        response, lasting = self._follow(checked(address), asked_by, headers)
        try:
            return self._answer(response, lasting, start, version, is_known=is_known)
        except BaseException:
            response.close()
            raise

    def within(self, limit_s: float) -> AbstractContextManager[None]:
        """Have what this thread asks for within come in so many seconds, or be given up as too slow."""
        return self._network.watch.within(limit_s)

    def unhurried(self) -> AbstractContextManager[None]:
        """Have what this thread waits for within not count for `within`: it is no server's fault."""
        return self._network.watch.stopped()

    def leave(self) -> None:
        """Break off whatever comes, and ask for nothing any more. From any thread."""
        self._network.leave()

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def user_names(self, address: str) -> None:
        """Take an address for one that the user named, before: what it names may be on its own server."""
        url = _url(address)
        self._network.user_names(_server(url))
        self._logins[_server(url)] = url.userinfo

    def _follow(
        self, address: str, asked_by: str, headers: dict[str, str]
    ) -> tuple[httpx.Response, Lasting | None]:
        """Ask, and follow where the server leads. Return with it where that says that it is for good."""
        url = _url(address)
        if not asked_by:
            is_users = True
            self.user_names(address)
        else:
            is_users = self._is_same_users(_url(asked_by), url)
            url = url.copy_with(userinfo=self._logins.get(_server(url), b"") if is_users else b"")
        request, told = self._client.build_request("GET", url, headers=headers), address
        lasting: Lasting | None = None
        is_for_good = True
        for _ in range(MOST_REDIRECTIONS + 1):
            if url.scheme not in PORTS:
                raise UnsafeError(
                    f"{host_of(address)} leads to something that is not on the web.",
                    "Look whether the address is right.",
                )
            request.extensions["is_named_by_user"] = is_users
            response = self._send(request, told)
            if response.next_request is None:
                return response, lasting
            response.close()
            is_users = is_users and self._is_same_users(url, response.next_request.url)
            request = self._led_to(response.next_request)
            url, told = request.url, str(request.url)
            is_for_good = is_for_good and response.status_code in _FOR_GOOD
            if is_for_good:
                lasting = Lasting(told, is_users)
        raise SourceError(
            f"{host_of(address)} leads in a circle.", "It may want a browser that keeps cookies."
        )

    def _send(self, request: httpx.Request, address: str) -> httpx.Response:
        """Ask once. `address` is what is asked for as it is told, such as the user wrote it."""
        try:
            return self._client.send(request, stream=True)
        except FAULTS as error:
            raise fault(error, address) from error

    def _led_to(self, request: httpx.Request) -> httpx.Request:
        """Return a request that a server led to, without what it had us log in with."""
        request.url = request.url.copy_with(userinfo=b"", fragment=None)
        return request

    def _is_same_users(self, url: httpx.URL, other: httpx.URL) -> bool:
        """Return whether what is named at an address is on the same server, which the user named."""
        ours, theirs = _server(url), _server(other)
        if not self._network.is_users(ours):
            return False
        if (url.scheme, ours[1], other.scheme, theirs[1]) == ("http", 80, "https", 443) and ours[0] == theirs[
            0
        ]:
            self._network.user_names(theirs, as_known=ours)
            return True
        return ours == theirs

    def _answer(
        self,
        response: httpx.Response,
        lasting: Lasting | None,
        start: int,
        version: Version,
        *,
        is_known: bool,
    ) -> Answer:
        status, address = response.status_code, str(response.url)
        if status == 416 and start:  # noqa: PLR2004
            raise _changed(address)
        if status not in _GOOD or (status == 304 and not is_known):  # noqa: PLR2004
            raise refused(status, response.headers, address, datetime.now(UTC))
        if status != 206:  # noqa: PLR2004
            answer = Answer(response, lasting=lasting)
            if start and version.is_other(answer.version):
                raise _changed(address)
            return answer
        part = _part(response.headers.get("content-range", ""))
        answer = Answer(response, part, lasting)
        if part is None or part.start != start or answer.is_packed or version.is_other(answer.version):
            raise _changed(address)
        return answer


def _changed(address: str) -> ChangedError:
    return ChangedError(f"{host_of(address)} has another version of it now.", "Open it again.")


def _conditions(start: int, stop: int | None, version: Version, *, is_known: bool) -> dict[str, str]:
    if start or stop is not None:
        headers = {
            "Accept-Encoding": "identity",
            "Range": f"bytes={start}-{'' if stop is None else stop - 1}",
        }
        return headers | ({"If-Range": version.for_range} if version.for_range else {})
    headers = {"Accept-Encoding": ACCEPTED}
    if is_known and version.etag:
        headers["If-None-Match"] = _any_form_of(version.etag)
    if is_known and version.modified:
        headers["If-Modified-Since"] = version.modified
    return headers


def _any_form_of(etag: str) -> str:
    """Return a validator as it is asked with: Apache adds to it when it packs, and knows it no more so."""
    plain = etag.removesuffix(f'{_PACKED_BY_APACHE}"')
    return etag if plain == etag else f'{etag}, {plain}"'


def _part(told: str) -> Part | None:
    """Return what `Content-Range` says; None where that is no sense."""
    unit, _, place = told.strip().partition(" ")
    span, _, whole = place.partition("/")
    first, _, last = span.partition("-")
    start, end, length = number_of(first), number_of(last), number_of(whole)
    if unit.lower() != "bytes" or start is None or end is None or (length is None and whole.strip() != "*"):
        return None
    is_inside = start <= end and (length is None or end < length)
    return Part(start, end + 1, length) if is_inside else None


def _url(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except httpx.InvalidURL as error:
        raise SourceError(
            f"The address of {host_of(address)} cannot be understood.", "Look whether it is written right."
        ) from error


def _server(url: httpx.URL) -> Server:
    return host_in(url).lower(), url.port or PORTS.get(url.scheme, 0)


def _accepted(languages: Sequence[str]) -> str:
    """Return the languages for a server, the likeliest first (RFC 9110 12.5.4)."""
    listed = [
        language if place == 0 else f"{language};q={1 - place / 10:.1f}"
        for place, language in enumerate(languages[:_MOST_LANGUAGES])
    ]
    return ", ".join([*listed, "*;q=0.1"]) if listed else "*"
