"""How the parts are put together: settings, sources, voices, timings, the sound device.

What is slow to import or to start is imported and started inside the functions here, when
a command first needs it.
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, suppress
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import BriefingError
from briefing.kinds import Choice
from briefing.model import VoiceKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefing.align.job import AlignmentJob
    from briefing.audio.engine import Engine
    from briefing.model import Document
    from briefing.ports import (
        AudioSink,
        FrameSource,
        MediaInfo,
        Narration,
        Narrator,
        TimelineListener,
        WordTimer,
    )
    from briefing.session.arrival import Arrival, Tags
    from briefing.settings import Settings
    from briefing.settings_loading import Loaded
    from briefing.sources import Item
    from briefing.speech.narrate import SpeechNarrator
    from briefing.store import Store
    from briefing.timeline import Timeline


def load_settings(args: argparse.Namespace) -> Loaded:
    """Return the settings that file, environment and flags make.

    Raises:
        ConfigError: if one of them cannot be taken.
    """
    from briefing.folders import settings_path
    from briefing.settings import given_flags
    from briefing.settings_loading import load

    loaded = load(settings_path(), os.environ, given_flags(args))
    check_names(loaded.settings)
    return loaded


def check_names(settings: Settings) -> None:
    """Check what settings name that only an adapter knows.

    Raises:
        ConfigError: for a speech engine that there is not.
    """
    from briefing.settings import TABLE

    if settings.speech_engine != TABLE["speech_engine"].default:
        from briefing.speech.engines.registry import in_order

        in_order(settings.speech_engine)


def open_store() -> Store:
    """Return the store of this account."""
    from briefing.folders import store_path
    from briefing.store import Store

    return Store(store_path())


def open_item(name: str, language: str = "") -> Item:
    """Open a source, with what its recording says of itself; `language` wins over what it declares.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    return open_at_once(name, language).whole()


def open_at_once(name: str, language: str = "") -> Item:
    """Open a source as far as that goes without a look into its recording.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    from briefing.sources import Wanted, open_source

    wanted = Wanted(language, spoken_languages(os.environ))
    return open_source(name, reader=TagReader(), wanted=wanted)


def spoken_languages(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that the environment says its user reads, best first, as BCP 47 tags."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environ[name] for name in names if environ.get(name)), "")
    listed = environ.get("LANGUAGE", "").split(":") if chosen not in ("", "C", "POSIX") else []
    tags = (each.partition(".")[0].partition("@")[0].replace("_", "-") for each in (*listed, chosen))
    return tuple(dict.fromkeys(tag for tag in tags if tag not in ("", "C", "POSIX")))


class TagReader:
    """A `ports.MediaReader` that is imported when a file with tags is met."""

    def probe(self, path: Path) -> MediaInfo:
        """Return the file's duration and tags.

        Raises:
            SourceError: if it is no audio that can be decoded.
        """
        from briefing.audio.media.probe import Probe

        return Probe().probe(path)


def make_engine(sink: str) -> Callable[[], tuple[Engine, str | None]]:
    """Return what opens `sink` (default, null, or a WAV's path) and an engine on it.

    Raises:
        UsageError: if it is a file that cannot be written.
    """

    @cache
    def find_sink() -> AudioSink:
        from briefing.audio.sinks import open_sink

        return open_sink(sink)

    if sink not in ("default", "null"):
        find_sink()  # a file is refused before anything is shown; a device has time

    def open_engine() -> tuple[Engine, str | None]:
        from briefing.audio.engine import Engine

        opened = find_sink()
        engine = Engine(time.monotonic, opened)
        engine.open()
        return engine, opened.take_notice() or None

    return open_engine


class Voices:
    """The voices of a briefing. `tell` is told, from any thread, what a voice could not do."""

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._settings = settings
        self._cleanup = ExitStack()
        self._speech: SpeechNarrator | None = None

    def arrival(self, item: Item, timer: WordTimer) -> Arrival:
        """Return `item` as a session takes it, with the voices that can read it."""
        from briefing.audio.pcm import ENGINE_RATE_HZ
        from briefing.session.arrival import Arrival
        from briefing.session.recording import RecordingNarrator
        from briefing.session.silence import SilentNarrator

        narrators: dict[VoiceKind, Narrator] = {
            VoiceKind.SPEECH: _Reading(self.narrate, item),
            VoiceKind.NONE: SilentNarrator(ENGINE_RATE_HZ, self._settings.speech_wpm, lambda: item.own_times),
        }
        look = item.look

        def length_s() -> float | None:
            with suppress(BriefingError):  # whose place speech takes; the recording itself says why
                return look().duration_s if look is not None else None
            return None

        if item.media_path is not None:
            narrators[VoiceKind.RECORDING] = RecordingNarrator(
                item.media_path, open_recording, lambda: item.timings(self._tell), timer, self._tell
            )
        return Arrival(item.document, narrators, length_s, item.notice or "", self._tags_of(item))

    def _tags_of(self, item: Item) -> Callable[[], Tags] | None:
        """Return what reads chapters, and title and cover if `item` lacks them; None without a recording."""
        look = item.look
        wants_cover = self._settings.picture is not Choice.OFF and not item.document.figures
        if look is None:
            return None

        def tags() -> Tags:
            from briefing.session.arrival import Tags
            from briefing.sources.tags import chapters_of

            info = look()
            title = "" if item.is_named else safe_line(info.title or "")
            return Tags(title, info.cover if wants_cover else None, item.chapters or chapters_of(info))

        return tags

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
        if self._speech is None:
            self._speech = make_speech(self._settings, self._cleanup, self._tell)
        return self._speech.narrate(document, duration_s, on_timeline, cues)

    def close(self) -> None:
        """End the speech process. The narrations' sources have to be closed before."""
        self._cleanup.close()


class _Reading(NamedTuple):
    """The narrator of one item: the account's voice, by the item's own times where it has them."""

    read: Callable[..., Narration]
    item: Item

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Read aloud; see `Voices.narrate`."""
        return self.read(document, duration_s, on_timeline, self.item.own_times)


def make_speech(settings: Settings, cleanup: ExitStack, on_failure: Callable[[str], None]) -> SpeechNarrator:
    """Return the narrator that reads aloud; `cleanup` ends its process."""
    from briefing.speech.cast import LanguageSense
    from briefing.speech.engines.registry import open_speech
    from briefing.speech.narrate import SpeechNarrator
    from briefing.text.language import detect_language, language_name

    engine = open_speech(settings.speech_engine, on_failure)
    cleanup.callback(engine.close)
    return SpeechNarrator(
        engine,
        sense=LanguageSense(detect_language, language_name),
        voice=settings.speech_voice or None,
        wpm=settings.speech_wpm,
        pitch=settings.speech_pitch,
        on_failure=on_failure,
    )


def languages_of(document: Document) -> list[str]:
    """Return the language of each block of a document, as a reading takes it: BCP 47 tags."""
    from briefing.speech.tongues import Tongues
    from briefing.text.language import detect_language

    tongues = Tongues(document, detect_language)
    return [tongues.of_block(block.span) for block in document.blocks]


def open_recording(path: Path) -> FrameSource:
    """Open a recording for playing.

    Raises:
        AudioError: if it cannot be decoded.
    """
    from briefing.audio.media import open_media

    return open_media(path)


PREFERRED: Final = "preferred"
"""Under what timings are kept that go before those that come with a recording."""


class StoredTimer:
    """A `ports.WordTimer` on the aligner's process and the store; where `is_on` is False, only when asked.

    `tell` is told, from any thread, why words could not be timed.
    """

    def __init__(self, store: Store, tell: Callable[[str], None], *, is_on: bool) -> None:
        self._tell = tell
        self._store = store
        self.is_on = is_on
        self._job: AlignmentJob | None = None

    def start(
        self, document: Document, path: Path, duration_s: float, on_timeline: TimelineListener
    ) -> Timeline:
        """Return kept timings, or a rough fit at once and sharper ones through `on_timeline`."""
        if not self.is_on:
            from briefing.align.length_fit import fit_by_length

            return fit_by_length(document, duration_s)
        if self._job is None:
            from briefing.align.job import AlignmentJob

            self._job = AlignmentJob(self._load, self._keep, self._tell)
        return self._job.start(document, path, duration_s, on_timeline)

    def renew(
        self,
        document: Document,
        path: Path,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        """Time the words though there are timings; the end is told, kept or new."""
        from briefing.align.job import UNFIT_ANEW, AlignmentJob

        self.cancel()
        self._job = AlignmentJob(self._load, self._keep, on_failure, unfit=UNFIT_ANEW)
        timeline = self._job.start(document, path, duration_s, on_timeline)
        if not self._job.is_running:
            on_timeline(timeline, None)

    def prefer(self, document: Document, path: Path, timeline: Timeline) -> None:
        """Keep a timeline that goes before the timings that come with a recording."""
        from briefing.align.job import cache_key

        with suppress(OSError):
            sound_hash, text_hash, _ = cache_key(path, document)
            self._keep((sound_hash, text_hash, PREFERRED), timeline)

    def preferred(self, document: Document, path: Path) -> Timeline | None:
        """Return what `prefer` kept for this text and this sound."""
        if not self._store.has_timings(document.id, PREFERRED):
            return None  # without reading the whole recording
        from briefing.align.job import cache_key

        with suppress(OSError):
            sound_hash, text_hash, _ = cache_key(path, document)
            return self._load((sound_hash, text_hash, PREFERRED))
        return None

    def restart(self) -> bool:
        """Start again what was cancelled; False if there is nothing to time."""
        return self._job is not None and self._job.restart()

    def cancel(self) -> None:
        """Stop at once."""
        if self._job is not None:
            self._job.cancel()

    def _load(self, key: tuple[str, str, str]) -> Timeline | None:
        kept = self._store.timings(*key)
        return kept.timeline if kept else None

    def _keep(self, key: tuple[str, str, str], timeline: Timeline) -> None:
        from briefing.store import Timings

        mean = sum(cue.confidence for cue in timeline) / max(len(timeline), 1)
        self._store.keep_timings(*key, Timings(timeline, mean))


def with_notice(item: Item, notice: str) -> Item:
    """Return `item` with one more sentence for the user."""
    return item._replace(notice=" ".join(part for part in (notice, item.notice) if part))
