"""Fetching by HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx

from briefing.errors import SourceError
from briefing.sources.address import host_of, name_of, without_secrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports import Arriving

HEAD_BYTES: Final = 65_536
_CONNECT_S: Final = 10.0
_READ_S: Final = 20.0
_TRY_LATER: Final = "Look whether you are online, and try again."


class HttpFetcher:
    """A `ports.Fetcher` by HTTP."""

    def __init__(self) -> None:
        self._client = httpx.Client(
            http2=True,
            follow_redirects=True,
            max_redirects=5,
            timeout=httpx.Timeout(_READ_S, connect=_CONNECT_S),
        )

    def open(self, address: str, asked_by: str = "") -> HttpFetched:
        """Return what is at an address; see `ports.Fetcher`."""
        request = self._client.build_request(
            "GET", address, headers={"Referer": asked_by} if asked_by else None
        )
        try:
            response = self._client.send(request, stream=True)
            return HttpFetched(response)
        except httpx.HTTPError as error:
            raise SourceError(f"{host_of(address)} cannot be reached.", _TRY_LATER) from error


class HttpFetched:
    """A `ports.Fetched` by HTTP."""

    def __init__(self, response: httpx.Response) -> None:
        self.address = without_secrets(str(response.url))
        self.name = name_of(self.address)
        self.media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        self.notice = ""
        self._response = response
        self._pieces: Iterator[bytes] = response.iter_bytes()
        self.head = self._read(HEAD_BYTES)

    def data(self, most_bytes: int) -> bytes:
        """Return all of it, once; see `ports.Fetched`."""
        return self._read(most_bytes)

    def recording(self) -> Arriving:
        """Return it as a recording; see `ports.Fetched`."""
        raise SourceError(f"{self.name} is a recording.", "Save it as a file and open that.")

    def close(self) -> None:
        """Let go of the connection."""
        self._response.close()

    def _read(self, most_bytes: int) -> bytes:
        found = bytearray(getattr(self, "head", b""))
        for piece in self._pieces:
            found += piece
            if len(found) >= most_bytes:
                break
        return bytes(found)
