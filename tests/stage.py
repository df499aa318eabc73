"""A session on a stage: fake clock, sink pulled by hand, voices of known words, a real store in memory.

Word n of the document (of those that are narrated) is heard from n * WORD_S on, as a tone whose
pitch belongs to it, in the recording; speech takes twice as long over each word.
"""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.engine import Engine
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.cli.settings_loading import resolve
from briefing.commands.options import Options
from briefing.events import Announced, CueChanged
from briefing.model import Cue, Span, VoiceKind
from briefing.ports.narration import Narration
from briefing.ports.speech import SpeechVoice
from briefing.session import Session
from briefing.session.arrival import Arrival, Coming
from briefing.session.catalogue import Catalogue
from briefing.session.commands.table import HANDLERS, asked
from briefing.session.device import SoundDevice
from briefing.session.host import NO_LIBRARY, Host, Pronouncing
from briefing.session.narrators.silence import SilentNarrator
from briefing.session.outbox import Outbox
from briefing.session.preferences import Preferences
from briefing.session.queue import ALONE
from briefing.settings import TABLE, Loaded, Settings
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.pronunciation.entry import make_entry
from briefing.text.transcript import Transcript
from briefing.timeline import Timeline
from tests.builders import make_document, memory_store
from tests.fakes import ArraySource, FakeClock, ManualSink, tone
from tests.shelf import NOW, LibrarianOfLists, Opener, ShelfOfLists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from briefing.errors import BriefingError
    from briefing.events import Event
    from briefing.loading import Loading
    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import Narrator, Probed, TimelineListener
    from briefing.session.arrival import Tags
    from briefing.session.host import Library
    from briefing.session.queue import Queue
    from briefing.store import Store
    from briefing.text.pronunciation.entry import SaidAs

WORD_S = 0.5
PULL_FRAMES = ENGINE_RATE_HZ // 100

DOCUMENT = make_document(
    "One two three. Four five six.",
    "Seven eight nine. Ten eleven twelve.",
    title="News of numbers",
    kicker="Breaking News",
    caption="A picture.",
)


def narrated_words(document: Document) -> list[Span]:
    """Every word that a reading aloud includes."""
    transcript = Transcript(document)
    return [
        word
        for index, block in enumerate(document.blocks)
        if block.kind.is_narrated
        for sentence in transcript.sentences(index)
        for word in transcript.words(sentence)
    ]


@cache
def tones(count: int, step_frames: int) -> NDArray[np.float32]:
    """Return a tone for each of `count` words. Shared: it cannot be written to."""
    samples = np.concatenate([tone(step_frames, 200.0 + 40.0 * n) for n in range(count)])
    samples.flags.writeable = False
    return samples


class ToneNarrator:
    """Reads each word as a tone. `error` says why it cannot; `broken_at_s` breaks it in mid-play."""

    def __init__(
        self,
        kind: VoiceKind,
        word_s: float = WORD_S,
        *,
        confidence: float = 1.0,
        error: BriefingError | None = None,
        broken_at_s: float | None = None,
    ) -> None:
        self.kind = kind
        self.word_s = word_s
        self.confidence = confidence
        self.error = error
        self.broken_at_s = broken_at_s
        self.lengths_s: list[float | None] = []
        """What it was asked to fill, each time."""
        self.on_timeline: TimelineListener = lambda *_: None
        self.source = ArraySource(np.zeros((0, 2), np.float32))

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        self.lengths_s.append(duration_s)
        if self.error is not None and self.broken_at_s is None:
            raise self.error
        self.on_timeline = on_timeline
        words = narrated_words(document)
        step = round(self.word_s * ENGINE_RATE_HZ)
        cues = [Cue(word, n * step, (n + 1) * step, self.confidence) for n, word in enumerate(words)]
        samples = tones(len(words), step)
        broken = None if self.broken_at_s is None else round(self.broken_at_s * ENGINE_RATE_HZ)
        self.source = ArraySource(samples, broken_at=broken, error=self.error)
        timeline = Timeline(ENGINE_RATE_HZ, len(samples), cues)
        return Narration(document.id, self.kind, self.source, timeline, f"{self.kind.value} of tones")


def asked_options(session: Session, command_id: str, argument: str) -> Options | None:
    """What the argument of a command is chosen from; None where it is not chosen."""
    found = asked(session, command_id, argument)
    return found if isinstance(found, Options) else None


class StillTimer:
    """A word timer that has nothing to do, and counts what it was asked."""

    def __init__(self) -> None:
        self.is_on = True
        self.cancelled = 0
        self.restarted = 0

    def start(
        self, document: Document, recording: Recorded, duration_s: float, on_timeline: TimelineListener
    ) -> Timeline:
        return Timeline(ENGINE_RATE_HZ, round(duration_s * ENGINE_RATE_HZ))

    def renew(
        self,
        document: Document,
        recording: Recorded,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        raise AssertionError("nothing was to be timed anew")

    def probe(
        self,
        document: Document,
        recording: Recorded,
        given: Timeline,
        on_found: Callable[[Sequence[Probed]], None],
    ) -> None:
        on_found(())

    def prefer(self, document: Document, recording: Recorded, timeline: Timeline) -> None:
        raise AssertionError("nothing was to be preferred")

    def preferred(self, document: Document, recording: Recorded) -> Timeline | None:
        return None

    def restart(self) -> bool:
        self.restarted += 1
        return False

    def cancel(self) -> None:
        self.cancelled += 1


PROFILES_HELD = resolve({}, {}, {}).profiles


class KeeperOfDict:
    """Keeps settings in a dict; `error` is why none is kept, `went_by` what was to go by."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}
        self.error: BriefingError | None = None
        self.offered = [SpeechVoice("en-1", "Ann", "en"), SpeechVoice("de-1", "Bernd", "de")]
        self.went_by: list[Settings] = []

    def change(self, changes: Mapping[str, object | None]) -> dict[str, object | None]:
        if self.error is not None:
            raise self.error
        undo = {name: self.kept.get(name) for name in changes}
        both = {**self.kept, **changes}
        self.kept = {name: value for name, value in both.items() if value is not None}
        return undo

    def go_by(self, settings: Settings) -> None:
        self.went_by.append(settings)

    def voices(self) -> list[SpeechVoice]:
        return self.offered


class KeeperOfWords:
    """Keeps pronunciations in memory; `heard` is what was let be heard: the word, and how it was said."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], SaidAs] = {}
        self.names = (make_entry("Seven", "/ˈsɛbən/", "en", is_exact=True),)
        self.heard: list[tuple[str, str]] = []
        self.told = [("French", "ɔn"), ("German", "oˈneː")]
        self.asked: list[str] = []

    def now(self) -> Pronunciations:
        return Pronunciations(self.kept.values(), self.names)

    def change(self, put: Iterable[SaidAs] = (), drop: Iterable[tuple[str, str]] = ()) -> None:
        for key in drop:
            self.kept.pop(key, None)
        self.kept.update((each.key, each) for each in put)

    def readings(self, word: str) -> list[tuple[str, str]]:
        self.asked.append(word)
        return self.told

    def hear(self, word: str, language: str, said: Pronunciations) -> None:
        found = said.find(word, 0, len(word), language)
        self.heard.append((word, found[0].entry.said if found else ""))


class Stage:
    """A session and all that stands around it."""

    def __init__(
        self,
        document: Document = DOCUMENT,
        *,
        settings: Settings | None = None,
        store: Store | None = None,
        recording: ToneNarrator | None = None,
        speech: ToneNarrator | None = None,
        has_recording: bool = True,
        latency_frames: int = 0,
        background: Callable[[Callable[[], None]], None] | None = None,
        notice: str | None = None,
        given: tuple[str, ...] = (),
        length_s: Callable[[], float | None] = lambda: None,
        tags: Callable[[], Tags] | None = None,
        arriving: Callable[[], Arrival] | None = None,
        loading: Loading | None = None,
        picture: Callable[[], bytes | None] | None = None,
        library: Library = NO_LIBRARY,
        queue: Queue = ALONE,
        shelf: ShelfOfLists | None = None,
        link: str = "",
        at: str = "",
    ) -> None:
        self.clock = FakeClock()
        self.background = background or (lambda work: work())
        """Where slow work is done."""
        self.sink = ManualSink(self.clock, latency_frames)
        self.store = store or memory_store()
        weakref.finalize(self, self.store.close)  # Python 3.13 complains of those that nobody closes
        self.recording = recording or ToneNarrator(VoiceKind.RECORDING)
        self.speech = speech or ToneNarrator(VoiceKind.SPEECH, 2 * WORD_S)
        self.timer = StillTimer()
        self.events: list[Event] = []
        self.keeper = KeeperOfDict()
        self.words_kept = KeeperOfWords()
        self.notice = notice
        self.narrators: dict[VoiceKind, Narrator] = {
            VoiceKind.SPEECH: self.speech,
            VoiceKind.NONE: SilentNarrator(ENGINE_RATE_HZ, 170),
        }
        if has_recording:
            self.narrators[VoiceKind.RECORDING] = self.recording
        if isinstance(library, Opener):
            library.narrators = self.narrators
        self.shelf = shelf or ShelfOfLists()
        self.librarian = LibrarianOfLists(self.shelf)
        outbox = Outbox()
        self.sinks: list[str] = []
        """Where sound was to go, as the user called it; it goes to `sink` then."""
        host = Host(
            self.clock,
            SoundDevice(self._open_engine, "default", self._find_sink),
            self._do_in_background,
            pronouncing=Pronouncing(lambda: self.words_kept),
        )
        self.session = Session(
            Coming(
                Arrival(
                    document, self.narrators, length_s, "", tags, picture, timer=self.timer, link=link, at=at
                ),
                arriving,
                loading,
                queue,
            ),
            library=library,
            preferences=Preferences(
                Loaded(settings or Settings(), dict.fromkeys(TABLE, "default"), profiles=PROFILES_HELD),
                self.keeper,
            ),
            memory=self.store,
            catalogue=Catalogue(lambda: self.shelf, self.librarian, host, outbox, lambda: NOW),
            host=host,
            outbox=outbox,
            commands=HANDLERS,
            given=given,
        )
        self.session.subscribe(self.events.append)

    def _open_engine(self) -> tuple[Engine, str | None]:
        engine = Engine(self.clock, self.sink)
        engine.open()
        return engine, self.notice

    def _do_in_background(self, work: Callable[[], None]) -> None:
        self.background(work)

    def _find_sink(self, name: str) -> ManualSink:
        self.sink = ManualSink(self.clock)
        self.sinks.append(name)
        return self.sink

    def open(self) -> Stage:
        """Open the session and let the voices arrive."""
        self.session.open()
        self.session.tick()
        return self

    def press(self, *commands: str) -> Stage:
        """Run commands, each with its argument behind a space."""
        for each in commands:
            command, _, argument = each.partition(" ")
            self.session.run(command, argument)
            self.session.tick()
        return self

    def play(self, seconds: float) -> Stage:
        """Let time pass as a device lets it pass, 10 ms at a time."""
        for _ in range(round(seconds * ENGINE_RATE_HZ / PULL_FRAMES)):
            self.sink.pull(PULL_FRAMES)
            self.session.tick()
        return self

    @property
    def said(self) -> list[str]:
        """All that was announced."""
        return [event.text for event in self.events if isinstance(event, Announced)]

    @property
    def words(self) -> list[str]:
        """The words of all cues, in order."""
        text = self.session.document.text
        return [event.word.of(text) for event in self.events if isinstance(event, CueChanged)]
