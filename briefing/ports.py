"""The seams: what the core asks of the world, as Protocols.

They exist so that a test can stand where a sound card, a voice or a clock stands
(`tests/fakes.py`), held to the same contract as the real thing (`tests/contracts.py`).

| seam | real | fake |
|---|---|---|
| Clock | time.monotonic | FakeClock.advance(s) |
| AudioSink | audio.sinks | ManualSink.pull(n): pulling is time |
| FrameSource | audio.media, speech.narrate | ArraySource |
| SpeechEngine | speech.engines, speech.worker | ToneSpeech with known word onsets |
| MediaReader | audio.media | a table of answers |
| Fetcher | sources.web | a table of addresses |
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing.model import Bookmark, Document, KeptPlace, Pcm, Place, VoiceKind
    from briefing.timeline import Timeline

Clock = Callable[[], float]
"""Monotonic seconds; `time.monotonic` unless testing."""

Render = Callable[[int], "NDArray[np.float32]"]
"""Asked by a sink for n frames; returns float32 of shape (n, 2) at the sink's rate, always all n."""


InBackground = Callable[[Callable[[], None]], None]
"""Does slow work elsewhere; a thread of its own unless testing."""


class AudioSink(Protocol):
    """Where sound goes: a device, a file, nothing. Opened once, fed without a break."""

    rate_hz: int
    """Frames a second that the sink pulls."""

    @property
    def name(self) -> str:
        """What the sink is, in words: "PulseAudio", "no sound device", a file's name."""

    @property
    def underrun_frames(self) -> int:
        """How much silence the device has put in, ever, because frames came too late."""

    def start(self, render: Render) -> None:
        """Begin to pull frames from `render`, in a thread of the sink's own.

        Raises:
            AudioError: if the device cannot be opened.
        """

    def stop(self) -> None:
        """Stop pulling and let go of the device. Harmless if it was never started."""

    def replaceable(self, pulled: int) -> int:
        """Return how many of the last frames pulled `flush` would take back now."""

    def flush(self, pulled: int) -> int:
        """Take back the last frames pulled, as many as can still be replaced, and return how many.

        `pulled` is how many were pulled so far. The next frames pulled take the place of those
        that were taken back, and their numbers. A sink that cannot do that returns 0.
        """

    def heard_at(self, frame: int) -> float:
        """Return the monotonic time at which the `frame`-th frame ever pulled is or was heard."""

    @property
    def pending_frames(self) -> int:
        """How many frames were pulled and are not heard yet."""

    @property
    def is_lost(self) -> bool:
        """Whether the device went away (the sound server ended) and frames are no longer pulled."""

    def take_notice(self) -> str:
        """Return what else there is to tell of the sink, in a sentence, once; empty if there is nothing."""


class FrameSource(Protocol):
    """Sound that can be read from anywhere: a recording, or speech made as it is wanted."""

    rate_hz: int
    length_frames: int

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return frames from `start` without blocking: float32 (n, 2), n <= `frames`.

        n is less than `frames` only at the end or where the rest is not ready; None if
        nothing is ready at `start` yet (it is being decoded or spoken: ask again).

        Raises:
            AudioError, SpeechError: if this part can never be read.
        """

    def close(self) -> None:
        """Let go of files, threads and processes. Harmless twice."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A document read by one voice. A recording and a spoken reading are the same to the engine.

    `timeline` and `source` share their rate and length.
    """

    document_id: str
    voice: VoiceKind
    source: FrameSource
    timeline: Timeline
    description: str = ""
    """Who reads, in words: "recording", "speech, English (America)"."""
    renew: Callable[[], None] | None = None
    """Times the words anew, in a thread; None where they are not timed by what came with a recording."""
    watch: Callable[[ArrivingListener], None] | None = None
    """Has somebody told what becomes of a recording that is still arriving; None for all else."""


TimelineListener = Callable[["Timeline", "float | None"], None]
"""Told, from any thread: the whole sharper timeline, and progress from 0 to 1, or None at the end."""


class Narrator(Protocol):
    """Makes narrations. May block: `Session` calls it in a thread of its own."""

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the document's narration, paced to `duration_s` if that is given.

        Raises:
            AudioError, SpeechError: if this voice cannot read the document.
        """


@dataclass(frozen=True, slots=True)
class SpeechVoice:
    """A voice of a speech engine. `language` is a BCP 47 tag."""

    id: str
    name: str
    language: str
    licence: str = ""
    """An SPDX expression, "" where it is not known."""
    lacks: frozenset[str] = frozenset()
    """Scripts of its language that it has no sounds for, as `speech.tongues` calls them."""


@dataclass(frozen=True, slots=True)
class WordMark:
    """A word of an utterance: code points of the text that was given, and its first frame."""

    start: int
    stop: int
    frame: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a speech engine made of a text: mono sound and the words in it, sorted."""

    pcm: Pcm
    words: tuple[WordMark, ...]
    is_exact: bool = True
    """Whether the voice told where the words are; False if they were estimated."""


class SpeechEngine(Protocol):
    """Makes sound from text, in a process that may die without harm."""

    def start(self) -> None:
        """Begin to start the process without waiting, so that the first sound comes sooner."""

    def voices(self) -> Sequence[SpeechVoice]:
        """Return the voices there are.

        Raises:
            SpeechError: if the engine cannot be started.
        """

    def synthesise(self, text: str, voice: str, wpm: int, pitch: int) -> Utterance:
        """Speak at most a sentence of plain text (never markup) to PCM.

        `wpm` is 80 to 900 words a minute, `pitch` 0 to 100 with 50 the voice's own.

        Raises:
            SpeechError: if this text could not be spoken; the next one may be.
        """

    def close(self) -> None:
        """End the process. Harmless twice."""


class TimedText(NamedTuple):
    """A run of text with the time it is spoken, seconds; `stop_s` None where the format has none."""

    text: str
    start_s: float
    stop_s: float | None = None


class TextTrack(NamedTuple):
    """A track of text within a recording, as the file that would hold it beside the recording."""

    text: str
    """What is no UTF-8 stands in it as surrogates (PEP 383)."""
    suffix: str
    """What such a file is called: ".srt", ".vtt", ".ass"."""
    language: str = ""
    """As the container says; empty where it does not."""
    is_default: bool = False
    is_original: bool = False
    """Whether it is in the language that is spoken."""
    is_partial: bool = False
    """Whether it holds something else than all that is said: foreign words alone, remarks."""
    is_variant: bool = False
    """Whether it holds more than what is said, such as sounds."""


class MediaInfo(NamedTuple):
    """What an audio file says of itself. Text has not been through `safe_text` yet.

    `duration_s` is measured by the decoder, never the header's claim. `words` comes from
    SYLT (word stamps), `lyrics` from USLT or its like, `chapters` from CHAP or the container,
    `tracks` are its subtitles.
    """

    duration_s: float
    title: str | None = None
    artist: str | None = None
    language: str | None = None
    published: str | None = None
    lyrics: str | None = None
    comment: str | None = None
    words: tuple[TimedText, ...] = ()
    chapters: tuple[TimedText, ...] = ()
    cover: bytes | None = None
    tracks: tuple[TextTrack, ...] = ()


class MediaReader(Protocol):
    """Reads what an audio file says of itself, within limits of time and memory."""

    def tags(self, path: Path) -> MediaInfo:
        """Return a file's tags alone, of which perhaps only the beginning is there; its duration is 0.

        Raises:
            SourceError: if it cannot be looked at.
        """

    def probe(self, path: Path) -> MediaInfo:
        """Return the file's duration and tags.

        Raises:
            SourceError: if the file is no audio that can be decoded, in a full sentence.
        """


class ArrivingNews(Enum):
    """What becomes of a recording that comes over the network."""

    LOST = auto()
    """Nothing comes any more, and it was waited for. It is tried again, and again."""
    BACK = auto()
    """It comes again."""
    WHOLE = auto()
    """All of it is there."""


ArrivingListener = Callable[[ArrivingNews], None]
"""Told, from any thread; it must not block for long."""


def _always() -> bool:
    return True


class Arriving(Protocol):
    """A recording that comes over the network into a file, from wherever it is needed. From any thread."""

    path: Path
    """The file. What has not come yet is a hole in it."""

    @property
    def size_bytes(self) -> int | None:
        """How long it will be; None while nobody has said."""

    @property
    def has_ranges(self) -> bool:
        """Whether it can be had from anywhere; else only from its beginning on."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""

    def reach(self, start: int, is_wanted: Callable[[], bool] = _always) -> int:
        """Wait until something from `start` on is there, and return up to where; `start` at its end.

        What is far from where it comes is fetched from there on.

        Args:
            start: which byte.
            is_wanted: asked before waiting, and whenever `wake` was called.

        Raises:
            LostError: if it cannot be had now, in a sentence that says why; or if it is not wanted any more.
        """

    def wake(self) -> None:
        """Let those who wait see whether that is still wanted."""

    def wait(self) -> None:
        """Wait until all of it is there.

        Raises:
            LostError: if it cannot be had.
        """

    def watch(self, listener: ArrivingListener) -> None:
        """Have `listener` told what becomes of it; at once, where it is whole already."""

    def close(self) -> None:
        """Stop fetching, and wake whoever waits with a LostError. Harmless twice."""


Progress = Callable[[int, int | None], None]
"""Bytes that have come, and how many there will be; None while nobody has said."""


def unheard(_done_bytes: int, _whole_bytes: int | None) -> None:
    """Take no note of a progress."""


class Fetched(Protocol):
    """What is at an address: its beginning is there, and the rest comes when it is asked for."""

    address: str
    """Where it was found in the end, without a user's name, password or token."""
    name: str
    """What its file would be called."""
    media_type: str
    """As the server says, in lower case without parameters: "text/html"; empty if it says nothing."""
    charset: str
    """The character set, as the server says, which may not be true; empty if it says nothing."""
    head: bytes
    """Its first 65,536 bytes, or all of it where it is shorter."""
    notice: str
    """A sentence about how it was got, such as that it is an older copy; empty if there is none. Read it
    after `data`."""

    def data(self, most_bytes: int) -> bytes:
        """Return all of it, once.

        Raises:
            SourceError: if it is longer than that, or cannot be had.
        """

    def recording(self) -> Arriving:
        """Return it as a recording, whose rest goes on coming. Once, in place of `data`.

        Raises:
            SourceError: if it cannot be had.
        """

    def close(self) -> None:
        """Let go of the connection. Harmless twice, and after `data` and `recording`."""


class Fetcher(Protocol):
    """Gets what is at an address, through a cache."""

    def open(self, address: str, asked_by: str = "", tell: Progress = unheard) -> Fetched:
        """Return what is at an address.

        Args:
            address: http or https.
            asked_by: the address of the page that names it; empty where the user does, who may name a
                host in his own network.
            tell: is told from time to time how many bytes have come, and of how many if that is known,
                from the thread that waits for them.

        Raises:
            SourceError: if it cannot be had, in a sentence that says why and what to do; a LostError if it
                may be had later.
            UnsafeError: if a page or a redirection names what only the user may.
        """


class WordTimer(Protocol):
    """Finds out when the words of a recording are spoken, in the background."""

    def start(
        self, document: Document, path: Path, duration_s: float, on_timeline: TimelineListener
    ) -> Timeline:
        """Return kept timings, or a rough fit at once and sharper ones through `on_timeline`."""

    is_on: bool
    """Whether words are timed without being asked for."""

    def renew(
        self,
        document: Document,
        path: Path,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        """Time the words though there are timings, however `is_on` is. The end is told, kept or new.

        `on_failure` is told, from any thread, in a sentence or two why they could not be timed.
        """

    def prefer(self, document: Document, path: Path, timeline: Timeline) -> None:
        """Keep a timeline that goes before the timings that come with a recording."""

    def preferred(self, document: Document, path: Path) -> Timeline | None:
        """Return what `prefer` kept for this text and this sound."""

    def restart(self) -> bool:
        """Start again what was cancelled. False: nothing was started, or it is all timed."""

    def cancel(self) -> None:
        """Stop at once. Harmless when nothing goes on."""


class Face(Protocol):
    """What shows a session, as far as a command needs it: its clipboard, its help, its leaving."""

    def copy(self, text: str) -> bool:
        """Put text on the clipboard of whoever looks or listens; False if there is none."""

    def show_help(self) -> None:
        """Tell every command with its keys."""

    def open_command_line(self) -> None:
        """Let a command be typed, and run it."""

    def show_player(self) -> None:
        """Go to what tells how it plays, or tell it."""

    def show_size(self) -> None:
        """Go to the control of the text size, or tell the size."""

    def suspend_job(self) -> None:
        """Let the shell have the terminal until it brings us back; say so where there is none."""

    def leave(self) -> None:
        """End the visit."""


class Memory(Protocol):
    """What is remembered from one day to the next. `store.Store` is the only one; the path is its seam."""

    @property
    def waits(self) -> bool:
        """Whether something waits to be written; the next thing that is kept takes it along."""

    def place_of(self, document_id: str) -> KeptPlace | None:
        """Return what is remembered of a briefing; None if it was never open."""

    def keep_place(self, place: KeptPlace) -> bool:
        """Remember a place. False: it could not be written yet, and goes with the next one."""

    def bookmarks_of(self, document_id: str) -> tuple[Bookmark, ...]:
        """Return a briefing's bookmarks, sorted by place."""

    def add_bookmark(self, place: Place, note: str = "") -> Bookmark:
        """Keep a place for good. A number below zero: it cannot be written yet, and waits."""

    def remove_bookmark(self, number: int) -> None:
        """Drop the bookmark with that id."""

    def take_notice(self) -> str:
        """Return a sentence about trouble that was not told yet; else nothing."""
