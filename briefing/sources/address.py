"""Addresses: what is one, and what may be shown and kept of it. Imports what it needs when it is asked.

Secrets are a user's name and password, the fragment, and what the query gives under a name such as `token`,
`key`, `sig` or `X-Amz-Signature`, or that looks like one. They go to the server and nowhere else. Of a secret
in a query the name is kept, with nothing behind it: a copy that was kept is found by it, and where the server
refuses it without, the user is told that it has to be typed again.

What a path hides, such as the feed of one subscriber, cannot be told from any other path, and is kept.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.suffixes import AUDIO_SUFFIXES, PAGE_SUFFIXES, TEXT_SUFFIXES
from briefing.patterns import late
from briefing.safe import safe_line

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_SECRET_WORDS: Final = frozenset(
    "auth bearer hmac jwt key oauth otp pass passcode passphrase pwd psk session sid sig ticket".split()  # noqa: SIM905
)
"""A parameter is secret if a word of its name is one of these."""
_SECRET_PARTS: Final = (
    "authoriz",
    "token",
    "secret",
    "passw",
    "signature",
    "apikey",
    "sessionid",
    "credential",
)
"""So is one with one of these in its name."""
_SIGNED: Final = ("x-amz-", "x-goog-", "x-oss-", "x-cos-")
"""How the parameters of addresses that stores of files have signed begin."""
_WORDS: Final = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SCHEME: Final = late(r"(?i)(https?):/?(?=[^/\s])")
"""What is left of `https://` where a slash or two are missing."""
_OF_FILES: Final = frozenset(
    (*AUDIO_SUFFIXES, *TEXT_SUFFIXES, *PAGE_SUFFIXES, ".pdf", ".vtt", ".srt", ".json")
)
"""How files end that are opened here, though there are countries called so."""
_SECRET_VALUE: Final = late(r"(?<![\w-])(?=[\w-]*eyJ[\w-]{8})[\w-]++\.[\w-]{8}|//[^/?#\s@]*:[^/?#\s@]*@")
"""A signed claim (JSON Web Token), or an address with a name and a password."""


def is_address(name: str) -> bool:
    """Return whether a name stands for something on the network; `file:` and the like do not count."""
    return name.lower().startswith(("http://", "https://"))


def meant_by(name: str) -> str:
    """Return the address that a name may be meant as, without secrets: "example.org/x" lacks its scheme.

    Empty where it looks like the name of a file.
    """
    scheme = _SCHEME.match(name)
    address = f"{scheme[1].lower() if scheme else 'https'}://{name[scheme.end() :] if scheme else name}"
    host = host_of(address)
    labels = host.split(".")
    is_bare = "/" not in name and not scheme
    is_host = all(label.replace("-", "").isalnum() for label in labels)
    is_host = host == "localhost" or (is_host and len(labels) > 1 and labels[-1].isalpha())
    if not is_host or (is_bare and PurePosixPath(name).suffix.lower() in _OF_FILES):
        return ""
    return safe_line(without_secrets(address), 120)


def checked(address: str) -> str:
    """Return an address that was typed or named, if it can be one.

    Raises:
        SourceError: if it has no host, or cannot be understood.
    """
    address = address.strip()
    parts = _split(address)
    if parts is None or not parts.hostname or any(mark.isspace() or mark < " " for mark in parts.netloc):
        raise SourceError(
            "The address has no host that can be understood.",
            "It begins with https:// and a name such as www.example.org.",
        )
    return address


def without_secrets(address: str) -> str:
    """Return an address as it may be shown and kept; nothing of one that cannot be understood."""
    parts = _split(address)
    if parts is None:
        return ""
    from urllib.parse import urlunsplit

    host = parts.netloc.rpartition("@")[2].lower()
    query = "&".join(_without_value(parameter) for parameter in parts.query.split("&"))
    return urlunsplit((parts.scheme.lower(), host, parts.path, query, ""))


def as_shown(name: str) -> str:
    """Return what a user named, as it may be shown: an address, of whatever scheme, without its secrets."""
    return without_secrets(name) if "://" in name else name


def lacks_secret(address: str) -> bool:
    """Return whether an address is one of which `without_secrets` left out what its query gave."""
    parts = _split(address)
    return parts is not None and any(
        parameter.endswith("=") and _is_secret(parameter[:-1], "") for parameter in parts.query.split("&")
    )


def has_secret(address: str) -> bool:
    """Return whether an address holds a user's name and password, or a secret in its query."""
    parts = _split(address)
    return parts is not None and (
        "@" in parts.netloc or any(_without_value(part) != part for part in parts.query.split("&"))
    )


def host_of(address: str) -> str:
    """Return the host of an address, as it is told."""
    parts = _split(address)
    return safe_line((parts and parts.hostname) or "", 80)


def name_of(address: str) -> str:
    """Return what a file of an address would be called; its host where the path ends without a name."""
    from urllib.parse import unquote

    parts = _split(address)
    return safe_line(unquote(PurePosixPath(parts.path).name if parts else ""), 120) or host_of(address)


def _split(address: str) -> SplitResult | None:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(address)
        _ = parts.port  # refuses what is no number
    except ValueError:
        return None
    return parts


def _without_value(parameter: str) -> str:
    """Return a parameter of a query, without its value where that is secret."""
    from urllib.parse import unquote_plus

    name, mark, value = parameter.partition("=")
    if _is_secret(unquote_plus(name), unquote_plus(value)):
        return f"{name}=" if mark else ""
    return parameter


def _is_secret(name: str, value: str) -> bool:
    low = name.lower()
    words = {word.lower() for word in _WORDS.findall(name)}
    return (
        not words.isdisjoint(_SECRET_WORDS)
        or low.startswith(_SIGNED)
        or any(part in low for part in _SECRET_PARTS)
        or _SECRET_VALUE.search(value or name) is not None
    )
