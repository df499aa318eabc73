"""Several briefings made ready to go out as one file: `export.joined`, and one sound of all of them.

Each is made ready by itself, as if it went out alone: with its own recording and its times, or read aloud by
a voice of its own language. Its sound is decoded, coded into that of all, and let go before the next one
begins, so that the room which it takes is that of one. Where an item begins is counted in frames that were
coded. One that cannot be had is left out. The sound has as many channels as that of its first item.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.cli.spool import room_in, spool
from briefing.cli.wiring.exporting import SOUND_SHARE, publication_of
from briefing.errors import BriefingError, UsageError
from briefing.export.joined import RATE_HZ, JoinedItem, joined
from briefing.formats.about import Holds
from briefing.formats.publication import ChaptersBy, SoundKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing.cli.wiring.exporting import WantedExport
    from briefing.formats.publication import Publication, PublishedSound
    from briefing.settings import Settings
    from briefing.sources.item import Item

_SOUNDS: Final = (SoundKind.WAV, SoundKind.MP3, SoundKind.M4A, SoundKind.OPUS)
"""What an item's own sound may be until it is coded into that of all: what it is, else samples."""


class JoinedPart(NamedTuple):
    """One of several briefings that are to be one file."""

    open: Callable[[], Item]
    """Opens it; raises what opening a source does."""
    name: str
    told: str
    """See `JoinedItem.told`."""


class Left(NamedTuple):
    """One that could not be had."""

    name: str
    error: BriefingError


class Together(NamedTuple):
    """Several briefings as one, and those that are not in it."""

    publication: Publication
    left: Sequence[Left]


@contextmanager
def joined_publication(
    parts: Sequence[JoinedPart],
    title: str,
    wanted: WantedExport,
    settings: Settings,
    on_progress: Callable[[float], None],
) -> Iterator[Together]:
    """Yield several briefings as one, with what a kind of file holds of them, until this is left.

    Args:
        parts: at least one.
        title: of the whole.
        wanted: what is to go out.
        settings: those in force.
        on_progress: told the share of the work that is done, from 0 to `SOUND_SHARE`.

    Raises:
        BriefingError: if none of them can be had: why the first one cannot.
    """
    with ExitStack() as cleanup:
        joiner = _Joiner(parts, wanted, settings, on_progress)
        sound: PublishedSound | None = None
        if wanted.export.sounds:
            folder = cleanup.enter_context(spool())
            with room_in(folder):
                sound = joiner.coded(folder)
        else:
            for _ in joiner.blocks():
                pass
        if not joiner.items:
            raise joiner.left[0].error
        whole = wanted.dressed(joined(joiner.items, title)._replace(sound=sound))
        if Holds.CHAPTERS not in wanted.export.keeps and wanted.chapters_by is not ChaptersBy.RECORDING:
            whole = whole._replace(chapters=())  # they stand in it as headings
        yield Together(whole, joiner.left)


class _Joiner:
    def __init__(
        self,
        parts: Sequence[JoinedPart],
        wanted: WantedExport,
        settings: Settings,
        on_progress: Callable[[float], None],
    ) -> None:
        self.items: list[JoinedItem] = []
        self.left: list[Left] = []
        self._parts = parts
        export = wanted.export
        self._wanted = wanted._replace(export=export._replace(sounds=_SOUNDS if export.sounds else ()))
        self._kinds = export.sounds
        self._settings = settings
        self._on_progress = on_progress
        self._frames = 0

    def coded(self, folder: Path) -> PublishedSound | None:
        """Return the sound of all; None where no item could be had."""
        from briefing.audio.media.encoding import SoundBlocks, encode

        blocks = self.blocks()
        first = next(blocks, None)
        if first is None:
            return None
        channels = first.shape[1]
        shaped = (_as_channels(block, channels) for block in chain([first], blocks))
        return encode(SoundBlocks(shaped, channels, RATE_HZ), self._kinds[0], folder)

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Make each item ready, and yield its sound; without any where none is wanted."""
        for number, part in enumerate(self._parts):
            tell = partial(self._tell, number)
            with ExitStack() as cleanup:
                try:
                    item = part.open()
                    made = cleanup.enter_context(publication_of(item, self._wanted, self._settings, tell))
                except UsageError:  # it is the same for all of them
                    raise
                except BriefingError as error:
                    self.left.append(Left(part.name, error))
                    continue
                start = self._frames
                if made.sound is not None:
                    yield from self._sound(made.sound)
                elif made.words is not None:
                    self._frames += round(made.words.duration_s * RATE_HZ)
                whole = made._replace(sound=None)
                self.items.append(JoinedItem(whole, part.told, start, self._frames - start))

    def _sound(self, sound: PublishedSound) -> Iterator[NDArray[np.float32]]:
        from briefing.audio.media.encoding import decoded

        for block in decoded(sound.path):
            self._frames += len(block)
            yield block

    def _tell(self, number: int, share: float) -> None:
        self._on_progress((number * SOUND_SHARE + share) / len(self._parts))


def _as_channels(block: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    if block.shape[1] == channels:
        return block
    return block.mean(axis=1, keepdims=True) if channels == 1 else block.repeat(channels, axis=1)
