"""What a page turns out to hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.model import BlockKind


class StoryPart(NamedTuple):
    """A part of the story in reading order. `alt` is a picture's, where the part is a caption."""

    kind: BlockKind
    text: str
    level: int = 0
    alt: str | None = None


@dataclass(slots=True)
class Page:
    """What a page holds. `duration_s` is what its player declares, in seconds, None where it shows none."""

    parts: list[StoryPart] = field(default_factory=list)
    published: str | None = None
    declares_media: bool = False
    duration_s: float | None = None

    def add(self, kind: BlockKind, text: str, level: int = 0, alt: str | None = None) -> None:
        """Add a part at the end."""
        self.parts.append(StoryPart(kind, text, level, alt))
