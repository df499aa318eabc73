"""A briefing as a session takes it: at once, or when it has come; and one that is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.session.queue import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.loading import Loading
    from briefing.model import Document, VoiceKind
    from briefing.ports.media import TimedText
    from briefing.ports.narration import Narrator, StoppableTimer
    from briefing.session.queue import Queue
    from briefing.timeline import Timeline


def _nothing() -> None:
    return None


class Untimed:
    """The timer of a briefing whose words nobody times."""

    is_on = False

    def restart(self) -> bool:
        """Return that there is nothing to time."""
        return False

    def cancel(self) -> None:
        """Nothing goes on."""


class Tags(NamedTuple):
    """What the tags of a recording add to a text that does not have it."""

    title: str = ""
    cover: bytes | None = None
    """A picture as its file would hold it; nobody has looked whether it is one."""
    chapters: tuple[TimedText, ...] = ()
    """Titles made safe, and seconds of the recording, sorted."""
    words: Timeline | None = None
    """When its words are spoken, as what came with it tells; only needed where there are chapters."""


class Arrival(NamedTuple):
    """A text and who can read it."""

    document: Document
    narrators: Mapping[VoiceKind, Narrator]
    length_s: Callable[[], float | None] = _nothing
    """Measures the recording where the document declares no length, None where there is none. May block."""
    notice: str = ""
    """A sentence about the source, said when it is opened."""
    tags: Callable[[], Tags] | None = None
    """Reads what the recording's tags add, None where there is no recording. May block."""
    picture: Callable[[], bytes | None] | None = None
    """Fetches the picture of a page, None where there is none to be fetched. May block, and raise."""
    late_tags: Callable[[], Tags | None] | None = None
    """Waits until a recording that arrives is whole, and reads what its tags add then: some formats have them
    at their end. None for what is whole already; it returns None where that never comes."""
    timer: StoppableTimer = Untimed()
    """What finds out when the words of its recording are spoken."""
    opened: Callable[[], None] = _nothing
    """Called when it is what is read from now on."""
    close: Callable[[], None] = _nothing
    """Lets go of what it holds besides its narrations, which are closed before. Harmless twice; may block."""
    has_marks: bool = False
    """Whether its recording has parts that a setting passes over."""
    link: str = ""
    """What opens it again, so that a place in it can be named; empty where nothing does."""
    at: str = ""
    """Where to begin, as it was asked for with it; empty for where it was left."""
    queue: Queue | None = None
    """What it stands in, where that is another than what was asked for: several, or none."""


class Coming(NamedTuple):
    """A briefing that was asked for."""

    stand_in: Arrival
    """What there is of it at once: its name alone, where the rest is still to come."""
    arriving: Callable[[], Arrival] | None = None
    """Brings it, in a thread; it may block, and raise a BriefingError. None: the stand-in is all of it."""
    loading: Loading | None = None
    """Tells how it gets on, where it comes over the network."""
    queue: Queue = ALONE
    """What it stands in; empty where it is the only one."""
