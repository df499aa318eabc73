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
        self._given = given
        kept = memory.place_of(document.id) if settings.resume else None
        self._kept = kept or KeptPlace(document.id)
        self.offset = None if kept is None else min(kept.offset, max(len(document.text) - 1, 0))
        """Where the reader was, None for a briefing that is new."""
        self.wish(settings)
        self.voice: VoiceKind = self._chosen("voice", self._kept.voice, settings.voice)
        self.sync_offset_ms = self._chosen(
            "sync_offset_ms", self._kept.sync_offset_ms, settings.sync_offset_ms
        )
        self.language = None if "language" in given else self._kept.language
        """The language that was chosen for the text, None for its own."""
        self.bookmarks: tuple[Bookmark, ...] = memory.bookmarks_of(document.id)

    def _chosen(self, name: str, remembered: T | None, wanted: T) -> T:
        # What was asked for on the command line wins over what this briefing had last time.
        return wanted if remembered is None or name in self._given else remembered

    def wish(self, settings: Settings) -> None:
        """Take speed and size as they are wanted, unless this briefing has its own."""
        self._settings = settings
        self.speed = self._wished_speed = self._chosen("speed", self._kept.speed, settings.speed)
        self.size: TextSize = self._chosen("size", self._kept.size, settings.size)
        self._wished_size = self.size

    def go_on_from(self, before: Keeping) -> None:
        """Take the speed and the size that were set while another was open, unless this one has its own."""
        wanted = before._settings  # another of this kind
        if before.speed != before._wished_speed:
            wanted = wanted._replace(speed=before.speed)
        if before.size != before._wished_size:
            wanted = wanted._replace(size=before.size)
        self.wish(wanted)

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
