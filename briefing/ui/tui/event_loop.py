"""asyncio as a screen needs it, which speaks to nobody by TLS: OpenSSL takes 4 MiB and 25 ms to load."""

from __future__ import annotations

import sys


def import_asyncio() -> None:
    """Import asyncio without its TLS; to be called before Textual imports it. `ssl` itself stays as it is."""
    if "ssl" in sys.modules:
        return  # nothing is saved any more
    sys.modules["ssl"] = None  # type: ignore[assignment]  # asyncio asks for it, and does without
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
