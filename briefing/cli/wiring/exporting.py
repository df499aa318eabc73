"""A briefing made ready to go out: its text, times, pictures, and its sound, as the file wants them.

What is read is what the player would play: the recording with the times that it has or that are kept of it,
else, or where it is asked for, a reading by our own speech.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing, contextmanager
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from briefing.cli.spool import room_in, spool, too_small
from briefing.cli.wiring import account, sources
from briefing.errors import SourceError
from briefing.formats.about import Holds
from briefing.formats.publication import ChaptersBy, Publication, SoundKind
from briefing.model import VoiceKind
from briefing.outline import outline_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.export.registry import Export
    from briefing.formats.publication import PublishedPicture, PublishedSound
    from briefing.playlist import Recorded
    from briefing.settings import Settings
    from briefing.sources.item import Item
    from briefing.timeline import Timeline

SOUND_SHARE: Final = 0.9
"""How much of an export's work its sound is, where it has some."""


class WantedExport(NamedTuple):
    """What of a briefing is to go out."""

    export: Export
    voice: VoiceKind | None = None
    """Who reads: None for the recording where there is one, else speech where sound is wanted."""
    is_levelled: bool = False
    """Whether its sound is to be as loud as is usual: see `audio.media.encoding`."""
    lights_words: bool = True
    chapters_by: ChaptersBy | None = None
    """See `Publication`, of this one and the one before."""

    def dressed(self, publication: Publication) -> Publication:
        """Return a briefing that says how it is wanted."""
        return publication._replace(lights_words=self.lights_words, chapters_by=self.chapters_by)


@contextmanager
def publication_of(
    item: Item, wanted: WantedExport, settings: Settings, on_progress: Callable[[float], None]
) -> Iterator[Publication]:
    """Yield a briefing with all that a kind of file holds of it; its sound is there until this is left.

    Args:
        item: what was opened.
        wanted: what is to go out.
        settings: those in force.
        on_progress: told the share of the work that is done, from 0 to `SOUND_SHARE`.

    Raises:
        SourceError, UnsafeError: if it has no times, or no recording that can be had, where these are wanted.
        SpeechError: if there is no voice to read it.
    """
    with ExitStack() as cleanup:
        yield _Maker(item, wanted, settings, cleanup, on_progress).publication()


def write(
    export: Export, publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]
) -> None:
    """Write a briefing as a kind of file into one that is open, and empty: see `Export.write`.

    Raises:
        BriefingError: if it cannot be had in this kind of file, in a sentence.
    """
    if export.has_clips:
        from briefing.cli.wiring.clipping import clipped

        with clipped(publication, on_progress) as studied:
            export.write(studied, file, on_progress)
        return
    if not export.is_sound:
        export.write(publication, file, on_progress)
        return
    sound = publication.sound
    assert sound is not None  # noqa: S101  # its row says that it holds some
    path = sound.path if sound.kind is SoundKind.WAV else _tagged(publication, sound)
    with path.open("rb") as data:
        shutil.copyfileobj(data, file)
    on_progress(1.0)


def _tagged(publication: Publication, sound: PublishedSound) -> Path:
    """Return the sound with all else that there is in its tags, in the folder that it is in."""
    from briefing.audio.media.encoding import carry
    from briefing.errors import AudioError
    from briefing.export.chapters import chapters_of
    from briefing.formats.sound_tags import tags_of

    to = sound.path.with_name("tagged")
    if carry(sound.path, (sound.kind,), to, tags_of(publication, chapters_of(publication))) is None:
        if shutil.disk_usage(to.parent).free <= 2 * sound.path.stat().st_size:
            raise too_small(to.parent)
        raise AudioError("The tags could not be written.", "Write another format.")
    return to


class _Maker:
    def __init__(
        self,
        item: Item,
        wanted: WantedExport,
        settings: Settings,
        cleanup: ExitStack,
        on_progress: Callable[[float], None],
    ) -> None:
        self._item = item
        self._wanted = wanted
        self._settings = settings
        self._cleanup = cleanup
        self._on_progress = on_progress

    def publication(self) -> Publication:
        item, export = self._item, self._wanted.export
        words: Timeline | None
        is_read = self._wanted.voice is VoiceKind.SPEECH
        if is_read or (export.sounds and not item.has_recording):
            words, sound = self._read()
            found = Publication(item.document, words, sound=sound)
        elif export.sounds:
            recorded = self._recorded()
            words = _words_in(item, recorded)
            found = Publication(item.document, words, item.lines, sound=self._sound_of(recorded))
        else:
            words = self._words()
            if export.needs_times and words is None:
                why = f"{item.document.title} does not tell when its words are spoken."
                raise SourceError(
                    " ".join(filter(None, (item.notice, why))),
                    "Work it out with: briefing align AUDIO TEXT -o OUT; or have it read, by --voice speech.",
                )
            found = Publication(item.document, words, item.lines)
        # A process looks for those of a recording: only where they go out, or it is read anyway.
        is_asked = Holds.CHAPTERS in export.keeps or bool(export.sounds)
        told = item.told_chapters() if is_asked else item.chapters
        chapters = outline_of(item.document, told, found.words).chapters
        whole = found._replace(chapters=chapters, pictures=self._pictures())
        return self._wanted.dressed(whole if is_read else self._as_heard(whole))

    def _as_heard(self, found: Publication) -> Publication:
        """Return a talking book as its recording says it, where the kind of file wants it so."""
        if found.words is None or self._item.playlist is None or not self._wanted.export.follows_sound:
            return found
        from briefing.text.as_heard import as_heard

        document, words = as_heard(found.document, found.words, self._item.playlist().aside)
        return found._replace(document=document, words=words)

    def _recorded(self) -> Recorded:
        if self._item.playlist is not None:
            return self._item.playlist()
        try:
            return self._cleanup.enter_context(sources.recording_of(self._item))
        except SourceError as error:
            hint = f"{error.hint} Or have it read aloud: --voice speech."
            raise SourceError(error.message, hint) from error

    def _words(self) -> Timeline | None:
        """Return when words are spoken; a recording that is elsewhere is not fetched for it."""
        return words_of(self._item)

    def _read(self) -> tuple[Timeline, PublishedSound | None]:
        """Have the text read aloud; return when its words are heard, and what is heard if that is wanted."""
        from briefing.cli.wiring.spoken import read_aloud

        reading = read_aloud(self._item, self._settings, self._cleanup)
        if not self._wanted.export.sounds:
            for _ in reading.blocks(self._tell):
                pass
            return reading.timeline, None
        from briefing.audio.media.encoding import read_sound

        folder = self._cleanup.enter_context(spool())
        with room_in(folder):
            sound = read_sound(
                reading.blocks(self._tell),
                reading.rate_hz,
                self._wanted.export.sounds[0],
                folder,
                is_levelled=self._wanted.is_levelled,
            )
        return reading.timeline, sound

    def _sound_of(self, recorded: Recorded) -> PublishedSound:
        from briefing.audio.media.encoding import sound_of

        export, folder = self._wanted.export, self._cleanup.enter_context(spool())
        with room_in(folder):
            return sound_of(
                recorded,
                export.sounds,
                folder,
                self._tell,
                is_levelled=self._wanted.is_levelled,
                is_sought=not export.is_sound,
            )

    def _tell(self, share: float) -> None:
        self._on_progress(share * SOUND_SHARE)

    def _pictures(self) -> dict[int, PublishedPicture]:
        export = self._wanted.export
        if Holds.PICTURES not in export.keeps or export.row is not None:
            return {}
        from briefing.cli.wiring.pictures import pictures_of

        return pictures_of(self._item, self._settings)


def words_of(item: Item) -> Timeline | None:
    """Return when words are spoken, as far as is known without fetching a recording."""
    recorded = item.media_path if item.playlist is None else item.playlist()
    return item.words if recorded is None else _words_in(item, recorded)


def _words_in(item: Item, recorded: Recorded) -> Timeline | None:
    """Return when the words of a briefing are spoken in its recording, as the player would have them."""
    from briefing.cli.wiring.timings import StoredTimer

    with closing(account.open_store()) as store:
        timer = StoredTimer(store, lambda _sentence: None, is_on=False)
        preferred = timer.preferred(item.document, recorded)
        return preferred or item.words or timer.kept(item.document, recorded)
