"""Bookmarks as they are handed on: each with what stands there, when it is heard, and a link to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model import Bookmark
    from briefing.text.transcript import Transcript
    from briefing.timeline import Timeline


class Noted(NamedTuple):
    """A bookmark and what is known of it. All of it has been through `safe_text`, but for `source`."""

    title: str
    """Of the briefing."""
    published: str
    """When that was published, ISO 8601; empty where it does not tell."""
    source: str
    """What opens the briefing; empty where nothing does."""
    place: str
    """Where it is, as `go` takes it: "p3.s2"."""
    time_s: float | None
    """When it is heard; None where no times are known."""
    quote: str
    """The sentence there; empty where the text cannot be had."""
    note: str
    created_at: str
    """UTC, ISO 8601."""

    @property
    def link(self) -> str:
        """What opens the briefing there; empty where nothing does."""
        return f"{self.source}#{self.place}" if self.source and self.place else self.source

    @property
    def clock(self) -> str:
        """When it is heard, for the eye: "0:01:12"; empty where that is not known."""
        if self.time_s is None:
            return ""
        minutes, seconds = divmod(int(self.time_s), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def noted(
    bookmarks: Iterable[Bookmark], transcript: Transcript, timeline: Timeline | None, source: str
) -> tuple[Noted, ...]:
    """Return a briefing's bookmarks, in the order of its text.

    Args:
        bookmarks: those of the document.
        transcript: the document's.
        timeline: when its words are heard, where that is known.
        source: what opens it.
    """
    document = transcript.document
    found = []
    for bookmark in sorted(bookmarks, key=lambda each: each.place.offset):
        offset = min(bookmark.place.offset, max(len(document.text) - 1, 0))
        sentence = transcript.sentence_at(offset)
        time_s = timeline.frame_at(sentence.start) / timeline.rate_hz if timeline else None
        found.append(
            Noted(
                document.title,
                document.published or "",
                source,
                transcript.address(offset),
                time_s,
                " ".join(sentence.of(document.text).split()),
                bookmark.note,
                bookmark.created_at,
            )
        )
    return tuple(found)
