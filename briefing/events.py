"""What a session tells: values, as those of `model`, that faces and traces match.

Events with fields are named tuples; those without are `Signal`s, for an empty tuple would be false, and
equal to any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.model import Light, Span, TransportState, VoiceKind


class Signal:
    """An event without fields: it is true, and equal to others of its kind."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class StateChanged(NamedTuple):
    """The transport, the voice or the speed changed."""

    state: TransportState
    voice: VoiceKind
    speed: float


class CueChanged(NamedTuple):
    """A word has been reached. `level` is what may be lit for it; `lit` is that span, None for nothing.

    `media_s` is the word's start on the timeline, `heard_at_s` the monotonic time at
    which its first sample is heard, device latency included.
    """

    word: Span
    media_s: float
    heard_at_s: float
    level: Light
    lit: Span | None


class SentenceChanged(NamedTuple):
    """Another sentence has been reached, by playing or by hand."""

    span: Span


class PlaceMoved(NamedTuple):
    """The reading cursor moved by hand: a seek, a step, a search, a bookmark."""

    offset: int


class PointMoved(NamedTuple):
    """The reading point moved, or began: what stands there is read without a sound, and the place stays."""

    span: Span


class ViewChanged(Signal):
    """Size, theme, light or following changed; faces redraw from the session's properties."""

    __slots__ = ()


class TextShown(ViewChanged):
    """A part of the text, `span`, is shown that was hidden until it was heard, or is hidden again."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span = span


class TimelineChanged(NamedTuple):
    """Timings were sharpened, or a voice's timeline was replaced. `progress` is 0 to 1, None if done."""

    progress: float | None = None


class CommandRun(NamedTuple):
    """A command was asked for, and is carried out or refused; the sentence after it tells which."""

    id: str


class Announced(NamedTuple):
    """A sentence to say. `urgent` ones are events that nobody asked for: an end, an error, a voice change.

    `is_row` is true of a row of a list that is said whole: written, it begins on a line of its own. `shows`
    is the part of the briefing's text that stands in it, word for word, if any does. `seen` is what it begins
    with, if a screen shows that anyway.
    """

    text: str
    urgent: bool = False
    is_row: bool = False
    shows: Span | None = None
    language: str = ""
    """The language, a BCP 47 tag, in which its first sentence is, where that is not English."""
    seen: str = ""


class LettersTyped(NamedTuple):
    """What a key added to the line that is typed, for whoever echoes letters."""

    text: str


class Focused(NamedTuple):
    """A control or a row of a list took the focus, or a line to type in is as this says.

    A screen shows it by itself. `takes_text` is true of a line to type in: its label, and behind it what
    stands there, where the next letter will.
    """

    text: str
    takes_text: bool = False


class TextWritten(NamedTuple):
    """A part of the text itself, which a face without a screen writes: it is read, not announced.

    `shows` is that part.
    """

    text: str
    shows: Span | None = None


class KeyPressed(Signal):
    """The user pressed a key, whatever it does: who speaks falls silent."""

    __slots__ = ()


class Said(NamedTuple):
    """A voice of our own has said something, or was kept from it.

    Both times are monotonic: when it began to be heard, None if it never did, and when it was cut, None if it
    was heard to its end.
    """

    text: str
    priority: str
    heard_at_s: float | None
    cut_at_s: float | None


class Leaving(Signal):
    """The user leaves: what is said now is the last."""

    __slots__ = ()


class PlaceStored(NamedTuple):
    """The place was kept."""

    offset: int
    media_s: float


class Underrun(NamedTuple):
    """The device ran out of sound `frames` frames long."""

    frames: int


class Failed(NamedTuple):
    """A voice failed; the message says why and what happens now."""

    message: str


class DocumentArrived(Signal):
    """The text has come, where only its name was known before: everything shown is another's."""

    __slots__ = ()


class DocumentOpened(NamedTuple):
    """What has come, or was there, is what is read from now on."""

    title: str
    number: int | None
    """Its number in the library; None for what is not kept there."""


class TagsArrived(Signal):
    """The recording's tags were read: the document may have another title, and the session a cover."""

    __slots__ = ()


class PictureArrived(Signal):
    """The picture of a page has come, after its text; or pictures are wanted that were not, or no more."""

    __slots__ = ()


class LibraryChanged(NamedTuple):
    """What is listed of the library is other than it was, or only how far a refresh has come."""

    has_other_items: bool = True


class OptionsCame(NamedTuple):
    """There is more to choose from for a command than there was when it was asked; see `Options.more`."""

    id: str


class Refused(NamedTuple):
    """What was to be opened cannot be read, which only now is known: the face leaves. In a full sentence."""

    message: str


class Ended(Signal):
    """The end of the narration has been heard."""

    __slots__ = ()


Spoken = LettersTyped | Focused | TextWritten | KeyPressed | Said | Leaving
"""What concerns those who speak or write what is said; a screen shows it by itself."""

Event = (
    StateChanged
    | CueChanged
    | SentenceChanged
    | PlaceMoved
    | PointMoved
    | ViewChanged
    | TimelineChanged
    | CommandRun
    | Announced
    | LettersTyped
    | Focused
    | TextWritten
    | KeyPressed
    | Said
    | Leaving
    | PlaceStored
    | Underrun
    | Failed
    | DocumentArrived
    | DocumentOpened
    | TagsArrived
    | PictureArrived
    | LibraryChanged
    | OptionsCame
    | Refused
    | Ended
)
"""Everything a `Session` tells its listeners; match it with `assert_never`."""
