"""What goes wrong on the way to a server and back, each in a sentence that says what to do."""

from __future__ import annotations

import errno
import socket
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

import httpcore

from briefing.errors import BriefingError, LostError, SourceError, UnsafeError
from briefing.sources.address import host_of, lacks_secret, name_of
from briefing.sources.web.lean_httpx import httpx
from briefing.sources.web.patience import TooSlow
from briefing.sources.web.unpacking import UnpackError

if TYPE_CHECKING:
    from collections.abc import Mapping

FAULTS: Final = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    httpx.InvalidURL,
    UnpackError,
    UnicodeError,
    OSError,
)
"""All that `fault` can tell."""
_NO_ADDRESS: Final = (
    httpcore.UnsupportedProtocol,
    httpx.InvalidURL,
    httpx.UnsupportedProtocol,
    httpx.RemoteProtocolError,  # what is not sent by HTTP at all is httpcore's
    UnicodeError,  # a name in another script that can be none
)
"""What comes of a redirection to what is no address."""
_ONLINE: Final = "Look whether you are online, and try again."
_LATER: Final = "Try again later."
_ELSEWHERE: Final = "Open something else."
_Told = tuple[str, str]
_NAMELESS: Final[_Told] = (
    "There is no host {host}, or you are offline.",
    "Look whether it is written right.",
)
_NO_NAMES: Final[_Told] = ("{host} cannot be looked up.", _ONLINE)
_NO_WAY: Final[_Told] = ("There is no way to {host}.", _ONLINE)
_OF_THE_SYSTEM: Final[Mapping[int, _Told]] = {
    errno.ECONNREFUSED: (
        "{host} takes no connection.",
        "Look whether its address is right, or try again later.",
    ),
    errno.ENETUNREACH: _NO_WAY,
    errno.EHOSTUNREACH: _NO_WAY,
    errno.ENETDOWN: _NO_WAY,
}
_OF_THE_WAY: Final[tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, str], ...]] = (
    (TooSlow, "{host} sends too little to go on with.", "Try again later, or from a faster network."),
    (httpcore.ConnectTimeout, "{host} does not answer.", _ONLINE),
    ((httpcore.TimeoutException, TimeoutError), "{host} has stopped sending.", _ONLINE),
    (httpcore.ProxyError, "Your proxy does not lead to {host}.", "Look at `https_proxy` and `http_proxy`."),
    (UnpackError, "What {host} sent was damaged on the way.", "Try again."),
    (httpcore.ConnectError, "{host} cannot be reached.", _ONLINE),
    (Exception, "The connection to {host} broke off.", "Try again."),
)
"""What is told of an exception, the first that fits."""
GONE_STATUS: Final = 410
_OF_THE_STATUS: Final[Mapping[int, _Told]] = {
    401: (
        "{host} wants a name and a password for {name}.",
        "Put them into the address: https://NAME:PASSWORD@ and the host.",
    ),
    402: ("{host} wants to be paid for {name}.", _ELSEWHERE),
    403: (
        "{host} does not let you have {name}.",
        "If a browser may have it, save the page there and open the file.",
    ),
    404: ("{host} has nothing at this address.", "Look whether it is written right."),
    407: ("Your proxy wants a name and a password.", "Put them into `https_proxy` and `http_proxy`."),
    GONE_STATUS: ("{host} has taken {name} away for good.", _ELSEWHERE),
    451: ("{host} must not show {name}, for legal reasons.", _ELSEWHERE),
}
_KEYLESS: Final[_Told] = (
    "{host} wants a key that was left out of the address, for such are not kept.",
    "Give the whole address again.",
)
_TIMEOUT_STATUS: Final = 408
BUSY_STATUS: Final = 429
_PROXY_LOGIN_STATUS: Final = 407
_MINUTE_S: Final = 60
_HOUR_S: Final = 3600
_SOON_S: Final = 90
_SERVER_FAULTS: Final = 500
_LONGEST_CHAIN: Final = 10


class OfflineError(LostError):
    """No connection was made at all: perhaps there is no network here."""


class ChangedError(SourceError):
    """Of what has come so far, the server has another version now, or will not give parts."""


class RefusedError(SourceError):
    """A server answered, and gives nothing to read."""

    def __init__(self, message: str, hint: str = "", status: int = 0, wait_s: float | None = None) -> None:
        super().__init__(message, hint)
        self.status = status
        """Of its answer; 0 where it is not known."""
        self.wait_s = wait_s
        """How long it wants not to be asked; None if it does not say."""


class BusyError(RefusedError, LostError):
    """It may give it another time."""


def fault(error: Exception, address: str) -> BriefingError:
    """Return what the user is told of an exception that came of asking for an address."""
    host = host_of(address)
    behind = _chain(error)
    for cause in behind:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UnsafeError(
                f"The certificate of {host} cannot be trusted: {cause.verify_message.rstrip('.')}.",
                "Whoever answers may be somebody else. Look at the address, the date and the network.",
            )
        if isinstance(cause, ssl.SSLError) and not isinstance(
            cause, ssl.SSLEOFError | ssl.SSLZeroReturnError
        ):
            return UnsafeError(
                f"There is no safe connection to {host}.", "Look whether its address is right."
            )
    if isinstance(error, _NO_ADDRESS):
        return SourceError(f"{host or 'The server'} leads to what is no address.", _LATER)
    if isinstance(error, httpcore.ProxyError) and str(error).startswith(f"{_PROXY_LOGIN_STATUS} "):
        return SourceError(*_OF_THE_STATUS[_PROXY_LOGIN_STATUS])
    message, hint = _unreached(error, behind)
    kind = OfflineError if isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout) else LostError
    return kind(message.format(host=host), hint)


def _unreached(error: Exception, behind: list[BaseException]) -> tuple[str, str]:
    """Return what is told of a way that ends: a message about a `{host}`, and a hint."""
    for cause in behind:
        if isinstance(cause, OSError) and (told := _OF_THE_SYSTEM.get(cause.errno or 0)):
            return told
        if isinstance(cause, socket.gaierror):
            return _NAMELESS if cause.errno == socket.EAI_NONAME else _NO_NAMES
    return next((message, hint) for kind, message, hint in _OF_THE_WAY if isinstance(error, kind))


def _chain(error: BaseException) -> list[BaseException]:
    """Return an exception and what it came of."""
    chain: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and len(chain) < _LONGEST_CHAIN:
        chain.append(found)
        found = found.__cause__ or found.__context__
    return chain


def refused(status: int, headers: Mapping[str, str], address: str, now: datetime) -> RefusedError:
    """Return what the user is told of a status that brings nothing to read (RFC 9110 15)."""
    host, name = host_of(address), name_of(address)
    if name == host:
        name = "this page"
    wait_s = wait_of(headers, now)
    if status in _OF_THE_STATUS:
        is_keyless = lacks_secret(address) and status in (401, 403, 404)
        message, hint = _KEYLESS if is_keyless else _OF_THE_STATUS[status]
        return RefusedError(message.format(host=host, name=name), hint, status, wait_s)
    if status == BUSY_STATUS:
        return BusyError(f"{host} was asked too often.", _when(wait_s), status, wait_s)
    if status == _TIMEOUT_STATUS or status >= _SERVER_FAULTS:
        message = f"{host} has a fault of its own (status {status})."
        return BusyError(message, _when(wait_s), status, wait_s)
    message = f"{host} sent nothing that can be read (status {status})."
    return RefusedError(message, _ELSEWHERE, status, wait_s)


def wait_of(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how long a server wants not to be asked: it says so in seconds, or by a date (RFC 9110 10.2.3).

    None where it does not say, or nothing that can be understood; not below 0.
    """
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, moment.timestamp() - now.timestamp())


def _when(wait_s: float | None) -> str:
    """Return when to try again."""
    if wait_s is None:
        return _LATER
    if not wait_s:
        return "Try again."
    if wait_s <= _SOON_S:
        return f"Try again in {round(wait_s)} seconds."
    if wait_s <= _SOON_S * _MINUTE_S:
        return f"Try again in {round(wait_s / _MINUTE_S)} minutes."
    if wait_s <= 2 * 24 * _HOUR_S:
        return f"Try again in {round(wait_s / _HOUR_S)} hours."
    return f"Try again in {round(wait_s / 24 / _HOUR_S)} days."
