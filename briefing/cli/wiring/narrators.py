"""The voices of a briefing: its recording, speech, and silence."""

from __future__ import annotations

from contextlib import ExitStack, closing, suppress
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing.cli.wiring.sound import open_recording
from briefing.cli.wiring.speech import make_speech
from briefing.errors import BriefingError
from briefing.kinds import Choice
from briefing.model import VoiceKind
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model import Document
    from briefing.ports.narration import Narration, Narrator, TimelineListener, WordTimer
    from briefing.ports.network import Arriving
    from briefing.session.arrival import Arrival, Tags
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.speech.narrate import SpeechNarrator
    from briefing.timeline import Timeline


class Narrators:
    """What makes the voices of a briefing. `tell` is told, from any thread, what a voice could not do."""

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._settings = settings
        self._cleanup = ExitStack()
        self._speech: SpeechNarrator | None = None

    def arrival(self, item: Item, timer: WordTimer) -> Arrival:
        """Return `item` as a session takes it, with the voices that can read it."""
        from briefing.session.arrival import Arrival

        def silent() -> Narrator:
            from briefing.audio.pcm import ENGINE_RATE_HZ
            from briefing.session.narrators.silence import SilentNarrator

            return SilentNarrator(ENGINE_RATE_HZ, self._settings.speech_wpm, lambda: item.own_times)

        def recording(path: Path) -> Narrator:
            from briefing.session.narrators.recording import RecordingNarrator

            return RecordingNarrator(
                path, open_recording, lambda: item.timings(self._tell), timer, self._tell
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

        path, remote = item.media_path, item.remote
        if remote is not None:
            fetched = self._fetched_once(remote)
            narrators[VoiceKind.RECORDING] = _Late(
                lambda: arriving_narrator(fetched, recording, lambda: item.timings(self._tell), timer)
            )
        if path is not None:
            narrators[VoiceKind.RECORDING] = _Late(lambda: recording(path))
        is_looked_at = self._settings.picture is not Choice.OFF and self._settings.fetch_pictures
        picture = item.picture if is_looked_at else None
        return Arrival(item.document, narrators, length_s, item.notice or "", self._tags_of(item), picture)

    def _fetched_once(self, remote: Callable[[], Arriving]) -> Callable[[], Arriving]:
        """Return what fetches a recording, or returns it where that has begun; it is let go of at the end."""

        @cache
        def fetched() -> Arriving:
            return self._cleanup.enter_context(closing(remote()))

        return fetched

    def _tags_of(self, item: Item) -> Callable[[], Tags] | None:
        """Return what reads chapters, and title and cover if `item` lacks them; None without a recording."""
        look = item.look
        wants_cover = self._settings.picture is not Choice.OFF and not item.document.figures
        if look is None:
            return None

        def tags() -> Tags:
            from briefing.session.arrival import Tags

            info = look()
            title = "" if item.is_named else safe_line(info.title or "")
            chapters = item.told_chapters()
            words = item.words if chapters else None
            return Tags(title, info.cover if wants_cover else None, chapters, words)

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


def arriving_narrator(
    fetch: Callable[[], Arriving],
    of_file: Callable[[Path], Narrator],
    timings: Callable[[], Timeline | None],
    timer: WordTimer,
) -> Narrator:
    """Return who reads a recording while it arrives."""
    from briefing.align.length_fit import fit_by_length
    from briefing.cli.wiring.sound import open_arriving
    from briefing.session.narrators.arriving import ArrivingNarrator, Parts

    parts = Parts(fetch, open_arriving, lambda come: of_file(come.path), timings, timer, fit_by_length)
    return ArrivingNarrator(parts)


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


class _Reading(NamedTuple):
    """The narrator of one item: the account's voice, by the item's own times where it has them."""

    read: Callable[..., Narration]
    item: Item

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Read aloud; see `Narrators.narrate`."""
        return self.read(document, duration_s, on_timeline, self.item.own_times)
