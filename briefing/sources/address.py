"""Addresses: what is one, and what may be shown and kept of it. Imports what it needs when it is asked."""

from __future__ import annotations

from pathlib import PurePosixPath

from briefing.safe import safe_line


def is_address(name: str) -> bool:
    """Return whether a name stands for something on the network; `file:` and the like do not count."""
    return name.lower().startswith(("http://", "https://"))


def without_secrets(address: str) -> str:
    """Return an address as it may be shown and kept: without a user's name and password, and the fragment."""
    from urllib.parse import urlsplit, urlunsplit

    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme.lower(), host, parts.path, parts.query, ""))


def host_of(address: str) -> str:
    """Return the host of an address, as it is told."""
    from urllib.parse import urlsplit

    return safe_line(urlsplit(address).hostname or "", 80)


def name_of(address: str) -> str:
    """Return what a file of an address would be called; its host where the path ends without a name."""
    from urllib.parse import unquote, urlsplit

    return safe_line(unquote(PurePosixPath(urlsplit(address).path).name), 120) or host_of(address)
