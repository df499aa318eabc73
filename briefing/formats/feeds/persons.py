"""Who an item is from: names, out of what feeds put where names belong."""

from __future__ import annotations

import re
from typing import Final

from briefing.formats.feeds import markup

_ADDRESSED: Final = re.compile(r"(?:mailto:)?[^\s@<>()]{1,100}@[^\s@<>()]{1,100}\s*\(([^()]{1,200})\)")
"""As RSS prescribes: "desk@example.org (Mira Sand)"."""
_ADDRESS: Final = re.compile(r"[<(]?(?:mailto:)?[^\s@<>()]{1,100}@[^\s@<>()]{1,100}[>)]?")


def name_of(said: str) -> str:
    """Return a name: "Mira Sand" for "desk@example.org (Mira Sand)" and "Mira Sand <desk@example.org>"."""
    named = markup.line(said)
    if found := _ADDRESSED.fullmatch(named):
        return found[1].strip()
    without = " ".join(_ADDRESS.sub(" ", named[:400]).split()).strip(" ,;()<>")
    return without or named
