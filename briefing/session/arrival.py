"""A briefing as a session takes it: at once, or when it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Document, VoiceKind
    from briefing.ports import Narrator


def _unmeasured() -> None:
    return None


class Arrival(NamedTuple):
    """A text and who can read it."""

    document: Document
    narrators: Mapping[VoiceKind, Narrator]
    length_s: Callable[[], float | None] = _unmeasured
    """Measures the recording where the document declares no length, None where there is none. May block."""
    notice: str = ""
    """A sentence about the source, said when it is opened."""
