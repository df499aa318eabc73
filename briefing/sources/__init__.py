"""Sources: what a user names, opened as a briefing.

    find (opening) -> format_of (registry) -> read (one module a format) -> Draft
    Draft + what lies beside it (naming, companions, match) -> Item (assemble)

Rules:
1. Formats are told by content; a name helps only where the content leaves it open.
2. Text from outside goes through `safe_text` in `Draft`, once.
3. A source names no file outside its own folder (companions), and nothing here reaches
   the network or writes.
"""

from __future__ import annotations

from briefing.sources.assemble import open_source
from briefing.sources.companions import Wanted
from briefing.sources.item import Item

__all__ = ["Item", "Wanted", "open_source"]
