"""What the tags of a recording add to its text, read after that is shown."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.events import TagsArrived

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.session.arrival import Arrival, Tags
    from briefing.session.chapters import Chapters
    from briefing.session.cursor import Cursor
    from briefing.session.host import Host
    from briefing.session.outbox import Outbox


class TagReading:
    """Reads the tags of one briefing's recording, gives its title to `cursor`, and fills `chapters`."""

    def __init__(
        self, briefing: Arrival, cursor: Cursor, chapters: Chapters, host: Host, outbox: Outbox
    ) -> None:
        self.cover: bytes | None = None
        """The recording's cover as its file would hold it, once its tags were read."""
        self._cursor, self._chapters = cursor, chapters
        self._tags, self._late_tags = briefing.tags, briefing.late_tags
        self._tags_again = briefing.tags
        self._in_background, self._outbox = host.in_background, outbox
        self._is_reading_tags = self._is_left = False
        self._after_tags: list[Callable[[], None]] = []

    def leave(self) -> None:
        """Tell nothing more of them."""
        self._is_left = True

    def read(self, then: Callable[[], None] = lambda: None) -> None:
        """Have the recording's tags read in the background, once; `TagsArrived` tells what they add.

        Of a recording that arrives they are read once more when it is whole.

        Args:
            then: Done in the face's thread when they are read or cannot be; at once where none are to come.
        """
        self._after_tags.append(then)
        late, self._late_tags = self._late_tags, None
        if late is not None:
            self._in_background(lambda: self._bring_late_tags(late))
        tags, self._tags = self._tags, None
        if tags is None:
            if not self._is_reading_tags:
                self._do_after_tags()
            return
        self._is_reading_tags = True

        def work() -> None:
            found = None
            with suppress(Exception):  # a title and a cover less; what ails the recording, its voice tells
                found = tags()
            self._outbox.post(lambda: self._take_tags(found))

        self._in_background(work)

    def read_anew(self) -> None:
        """Read them once more, where they were: the recording is laid out otherwise now."""
        if self._tags is None:
            self._tags = self._tags_again
            self.read()

    def _take_tags(self, found: Tags | None) -> None:
        if self._is_left:
            return
        self._is_reading_tags = False
        if found is not None:
            self.cover = found.cover
            self._chapters.take(found.chapters, found.words)
            if found.title:
                self._cursor.retell(self._cursor.document._replace(title=found.title))
            self._outbox.emit(TagsArrived())
        self._do_after_tags()

    def _bring_late_tags(self, late: Callable[[], Tags | None]) -> None:
        with suppress(Exception):  # as above
            if found := late():
                self._outbox.post(lambda: self._take_late_tags(found))

    def _take_late_tags(self, found: Tags) -> None:
        """Take what was not there before."""
        if self._is_left:
            return
        self.cover = self.cover or found.cover
        if not self._chapters.are_known:
            self._chapters.take(found.chapters, found.words)
        if found.title:
            self._cursor.retell(self._cursor.document._replace(title=found.title))
        self._outbox.emit(TagsArrived())

    def _do_after_tags(self) -> None:
        waiting, self._after_tags = self._after_tags, []
        for then in waiting:
            then()
