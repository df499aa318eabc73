"""A comment above a block of Markdown, for what Markdown has no sign of: a banner, a credit, who speaks.

    <!-- briefing: credit -->
    <!-- briefing: quote, said by Ann Lee -->
    <!-- briefing: heading 1 -->

Nobody who shows Markdown shows it, and it is of the next block alone.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final, NamedTuple

from briefing.model import BlockKind

_MARK: Final = re.compile(r"<!-- briefing: ([a-z ]+?)(?: ([1-6]))?(?:, said by (.*))? -->\s*")
_KINDS: Final = {kind.value: kind for kind in BlockKind}


class BlockMark(NamedTuple):
    """What a block is; see `Block`."""

    kind: BlockKind
    level: int = 0
    speaker: str = ""

    def write(self) -> str:
        """Return the comment. A name cannot end it: its angle brackets are written as entities."""
        level = f" {self.level}" if self.level else ""
        speaker = f", said by {escape(self.speaker, quote=False)}" if self.speaker else ""
        return f"<!-- briefing: {self.kind.value}{level}{speaker} -->"


def read_mark(html: str) -> BlockMark | None:
    """Return what a comment says of the next block; None if it is any other HTML."""
    found = _MARK.fullmatch(html)
    kind = _KINDS.get(found[1]) if found else None
    if found is None or kind is None:
        return None
    return BlockMark(kind, int(found[2] or 0), unescape(found[3] or ""))
