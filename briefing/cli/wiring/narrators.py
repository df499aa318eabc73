"""The voices of briefings: their recordings, speech, and silence."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing.cli.wiring.arriving import Arrived, Notices, arriving_narrator, fetched_once
from briefing.cli.wiring.sound import open_recording
from briefing.cli.wiring.speech import make_speech
from briefing.errors import BriefingError
from briefing.kinds import Choice
from briefing.model import VoiceKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.cli.wiring.current import CurrentSettings
    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.media import MediaInfo
    from briefing.ports.narration import Narration, Narrator, TimelineListener, WordTimer
    from briefing.ports.speech import SpeechVoice
    from briefing.session.arrival import Arrival, Tags
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.speech.narrate import SpeechNarrator
    from briefing.text.pronunciation.dictionary import Pronunciations
    from briefing.timeline import Timeline


class Narrators:
    """What makes the voices of briefings. `tell` is told, from any thread, what a voice could not do."""

    def __init__(self, current: CurrentSettings, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._current = current
        self._cleanup = ExitStack()
        self._speech: SpeechNarrator | None = None
        self._words: SpeechNarrator | None = None
        """What gives words as sound where the voice that reads plays its sound itself."""

    def arrival(self, item: Item, timer: WordTimer, notices: Notices) -> Arrival:
        """Return `item` as a session takes it, with the voices that can read it.

        Args:
            item: What to read.
            timer: Finds out when the words of its recording are spoken.
            notices: Is told what becomes of its timings.
        """
        from briefing.session.arrival import Arrival

        cleanup = ExitStack()
        tell = notices.tell

        def silent() -> Narrator:
            from briefing.audio.pcm import ENGINE_RATE_HZ
            from briefing.session.narrators.silence import SilentNarrator

            return SilentNarrator(
                ENGINE_RATE_HZ, self._current.now.speech_wpm, lambda: item.own_times, item.length_to_fill_s
            )

        def recording(recorded: Recorded, item: Item = item) -> Narrator:
            from briefing.session.narrators.recording import RecordingNarrator

            return RecordingNarrator(
                recorded,
                lambda each: open_recording(each, tell),
                lambda: item.timings(tell),
                timer,
                tell,
            )

        narrators: dict[VoiceKind, Narrator] = {
            VoiceKind.SPEECH: _Reading(self.narrate, item),
            VoiceKind.NONE: _Late(silent),
        }
        look = item.look

        def length_s() -> float | None:
            with suppress(BriefingError):  # whose place speech takes; the recording itself says why
                return look().duration_s or None if look is not None else None
            return None

        path, remote, playlist = item.media_path, item.remote, item.playlist
        late_tags = None
        if remote is not None:
            arrived = Arrived()
            cleanup.callback(arrived.give_up)
            fetched = fetched_once(remote, arrived, cleanup)
            late_tags = self._late_tags_of(item, arrived)
            narrators[VoiceKind.RECORDING] = _Late(
                lambda: arriving_narrator(fetched, recording, lambda: item.timings(tell), timer, tell)
            )
        if path is not None:
            narrators[VoiceKind.RECORDING] = _Late(lambda: recording(path))
        if playlist is not None:

            def book() -> Narrator:
                heard = self._heard(item)
                return recording((heard.playlist or playlist)(), heard)

            narrators[VoiceKind.RECORDING] = _Anew(book)
        cleanup.callback(notices.close)
        return Arrival(
            item.document,
            narrators,
            length_s,
            item.notice or "",
            self._tags_of(item),
            self._picture_of(item),
            late_tags,
            timer,
            notices.open,
            cleanup.close,
            has_marks=item.by_marks is not None,
        )

    def _heard(self, item: Item) -> Item:
        """Return a book as it is heard by the settings in force."""
        return item if item.by_marks is None else item.by_marks(self._current.now.skip_marked)

    def _picture_of(self, item: Item) -> Callable[[], bytes | None] | None:
        """Return what brings a page's picture: its own, or fetched where the user lets it be then."""
        fetch = item.picture
        if fetch is None and not item.own_picture:
            return None

        def bring() -> bytes | None:
            settings = self._current.now
            if settings.picture is Choice.OFF:
                return None
            return item.own_picture or (fetch() if fetch is not None and settings.fetch_pictures else None)

        return bring

    def _tags_of(self, item: Item) -> Callable[[], Tags] | None:
        """Return what reads chapters, and title and cover if `item` lacks them; None without a recording."""
        if item.look is not None:

            def read() -> Tags:
                heard = self._heard(item)
                return self._told(heard, heard.look() if heard.look else None)

            return read
        return None if item.remote is None else lambda: self._told(item, None)

    def _late_tags_of(self, item: Item, arrived: Arrived) -> Callable[[], Tags | None]:
        """Return what reads them of a recording that arrives, when it has."""

        def tags() -> Tags | None:
            from briefing.cli.wiring.sources import TagReader

            path = arrived.wait()
            if path is None:
                return None
            info = TagReader().tags(path)
            return self._told(item._replace(look=lambda: info), info)

        return tags

    def _told(self, item: Item, info: MediaInfo | None) -> Tags:
        """Return what a recording's tags add to its text; None of them: what its text names for it."""
        from briefing.session.arrival import Tags

        wants_cover = not item.document.figures
        title = "" if item.is_named or info is None else safe_line(info.title or "")
        chapters = item.told_chapters()
        words = item.words if chapters else None
        return Tags(title, info.cover if wants_cover and info else None, chapters, words)

    def narrate(
        self,
        document: Document,
        duration_s: float | None,
        on_timeline: TimelineListener,
        cues: Timeline | None = None,
    ) -> Narration:
        """Read aloud, with a speech process that is started when it is first wanted.

        Raises:
            SpeechError: if there is no voice.
        """
        return self._reader().narrate(document, duration_s, on_timeline, cues)

    def _reader(self) -> SpeechNarrator:
        if self._speech is None:
            self._speech = make_speech(self._current.now, self._cleanup, self._tell, is_player=True)
        return self._speech

    def speak_anew(self, before: Settings) -> None:
        """Read aloud by the settings that are in force now, from the next reading on: who reads, and how.

        Args:
            before: Those that were in force.
        """
        settings = self._current.now
        if settings.speech_engine != before.speech_engine:
            self._speech = self._words = (
                None  # its process goes at the end, for what it reads now may be read on
            )
        if self._speech is not None:
            self._speech.read_with(settings.speech_voice or None, settings.speech_wpm, settings.speech_pitch)

    def say(self, word: str, language: str, said: Pronunciations) -> NDArray[np.float32]:
        """Return a word as sound, by some pronunciations.

        Raises:
            SpeechError: if it could not be spoken.
        """
        return self._word_reader().say(word, language, said)

    def _word_reader(self) -> SpeechNarrator:
        from briefing.speech.engines.registry import gives_sound

        if gives_sound(self._current.now.speech_engine):
            return self._reader()
        if self._words is None:
            self._words = make_speech(self._current.now, self._cleanup, self._tell)
        return self._words

    def voices(self) -> Sequence[SpeechVoice]:
        """Return who can read aloud; starts the speech process, where that has not begun.

        Raises:
            SpeechError: if there is no voice.
        """
        return self._reader().voices()

    def close(self) -> None:
        """End the speech process. The narrations' sources have to be closed before."""
        self._cleanup.close()


class _Late:
    """A narrator that is imported and made when it is first asked: what is open is told before."""

    def __init__(self, make: Callable[[], Narrator]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Narrator:
        return self._make()

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Do as the narrator does."""
        return self._made.narrate(document, duration_s, on_timeline)


class _Anew(NamedTuple):
    """A narrator that is made each time that it is asked: by the settings that are in force then."""

    make: Callable[[], Narrator]

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Do as the narrator does."""
        return self.make().narrate(document, duration_s, on_timeline)


class _Reading(NamedTuple):
    """The narrator of one item: the account's voice, by the item's own times where it has them."""

    read: Callable[..., Narration]
    item: Item

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Read aloud; see `Narrators.narrate`."""
        length_s = self.item.length_to_fill_s(duration_s)
        return self.read(document, length_s, on_timeline, self.item.own_times)
