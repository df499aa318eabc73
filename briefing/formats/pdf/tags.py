"""What a tagged PDF says of its text: elements one within the other, as a page of the web has them.

Programs write such a tree so that screen readers know a heading, an item, a picture's text (ISO 32000-1,
14.8; PDF/UA). Browsers do, word processors too. What is in none of its elements are running heads, page
numbers and decoration.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Tag:
    """An element: `P`, `H1`, `LI`, `Figure` and so on."""

    kind: str
    alt: str = ""
    """What stands for it where it is not seen; empty if nothing."""
    language: str = ""
    """That of what is in it; empty where it is that around it."""
    kids: dict[int, Kid] = field(default_factory=dict)
    """What is in it, by its place there; one element may have kids on several pages."""

    def in_order(self) -> list[Kid]:
        """Return what is in it, in the order in which it is read."""
        return [self.kids[place] for place in sorted(self.kids)]

    def texts(self) -> Iterator[str]:
        """Yield all text in it, in order."""
        waiting: list[Kid] = [self]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, str):
                yield kid
            else:
                waiting.extend(reversed(kid.in_order()))


Kid: TypeAlias = "Tag | str"
