"""What a session remembers of its briefing: the place and the view, and the bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefing.model import KeptPlace, Place

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing.model import Bookmark, Document, VoiceKind
    from briefing.ports.memory import Memory
    from briefing.settings import Settings
    from briefing.sizes import TextSize

T = TypeVar("T")


class Keeping:
    """A briefing's row in the memory. What was not kept is as the settings have it."""

    def __init__(
        self,
        memory: Memory,
        document: Document,
        settings: Settings,
        given: Collection[str],
        *,
        is_stand_in: bool = False,
    ) -> None:
        self.is_stand_in = is_stand_in
        """Whether the text is still to come, and there is no place in it to be remembered."""
        self._memory = memory
        self._id = document.id
        kept = memory.place_of(document.id) if settings.resume else None

        def chosen(name: str, remembered: T | None, wanted: T) -> T:
            # What was asked for on the command line wins over what this briefing had last time.
            return wanted if remembered is None or name in given else remembered

        self.offset = None if kept is None else min(kept.offset, max(len(document.text) - 1, 0))
        """Where the reader was, None for a briefing that is new."""
        kept = kept or KeptPlace(document.id)
        self.speed = chosen("speed", kept.speed, settings.speed)
        self.size: TextSize = chosen("size", kept.size, settings.size)
        self.voice: VoiceKind = chosen("voice", kept.voice, settings.voice)
        self.sync_offset_ms = chosen("sync_offset_ms", kept.sync_offset_ms, settings.sync_offset_ms)
        self.language = None if "language" in given else kept.language
        """The language that was chosen for the text, None for its own."""
        self.bookmarks: tuple[Bookmark, ...] = memory.bookmarks_of(document.id)

    def keep(self, *, offset: int, media_s: float) -> bool:
        """Remember the place, and what is set for this briefing."""
        self.offset = offset
        return self._memory.keep_place(
            KeptPlace(
                self._id,
                offset,
                media_s,
                self.speed,
                self.size,
                self.voice,
                self.sync_offset_ms,
                self.language,
            )
        )

    def add_bookmark(self, offset: int, note: str = "") -> Bookmark:
        """Keep a place for good; see `Memory.add_bookmark`."""
        added = self._memory.add_bookmark(Place(self._id, offset), note)
        self.bookmarks = self._memory.bookmarks_of(self._id)
        return added

    def remove_bookmark(self, bookmark: Bookmark) -> None:
        """Drop a bookmark."""
        self._memory.remove_bookmark(bookmark.id)
        self.bookmarks = self._memory.bookmarks_of(self._id)

    @property
    def waits(self) -> bool:
        """Whether something waits to be written."""
        return self._memory.waits

    def take_notice(self) -> str:
        """Return a sentence about trouble that was not told yet; else nothing."""
        return self._memory.take_notice()
