"""httpx, imported without its command line, which it brings along where click is installed.

That is a third of its import, and an address waits for it. httpx does without what cannot be imported there.
"""

from __future__ import annotations

import sys

sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # so the import system says that there is none

import httpx as httpx  # noqa: E402, PLC0414  # what the other modules import from here
