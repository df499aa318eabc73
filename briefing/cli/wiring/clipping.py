"""A clip of sound for each sentence of a briefing that goes out to be studied, cut to the frame."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from briefing.cli.spool import room_in, spool
from briefing.export.study.sentences import sentences_of
from briefing.formats.publication import SoundKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from briefing.formats.publication import Publication

RAMP_S: Final = 0.005
"""A clip rises and falls within so much: it is cut in mid-noise, and that is not heard as a click."""


@contextmanager
def clipped(publication: Publication, on_progress: Callable[[float], None]) -> Iterator[Publication]:
    """Yield a briefing with a clip for each sentence whose time is sure, until this is left.

    Raises:
        SourceError, UnsafeError, AudioError: if its sound cannot be decoded.
    """
    if publication.sound is None or publication.words is None:
        yield publication
        return
    with spool() as folder, room_in(folder):
        clips = dict(_clips(publication, folder, on_progress))
        yield publication._replace(clips=clips)


def _clips(
    publication: Publication, folder: Path, on_progress: Callable[[float], None]
) -> Iterator[tuple[int, Path]]:
    """Give where each sentence with a clip starts in the text, and its clip."""
    from briefing.audio.media.encoding import SoundBlocks, decoded, encode
    from briefing.audio.pcm import ENGINE_RATE_HZ

    sound = publication.sound
    assert sound is not None  # noqa: S101  # asked by the caller
    cuts = [
        (round(each.start_s * ENGINE_RATE_HZ), round(each.stop_s * ENGINE_RATE_HZ), each.span.start)
        for each in sentences_of(publication.document, publication.words)
        if each.start_s is not None and each.stop_s is not None
    ]
    cutter = Cutter(decoded(sound.path))
    for number, (start, stop, offset) in enumerate(sorted(cuts), 1):
        samples = cutter.cut(start, stop)
        if len(samples):
            blocks = SoundBlocks([ramped(samples, round(RAMP_S * ENGINE_RATE_HZ))], samples.shape[1])
            made = encode(blocks, SoundKind.MP3, folder).path
            yield offset, made.rename(folder / f"{number}.mp3")
        on_progress(number / len(cuts))


class Cutter:
    """Cuts pieces out of sound that comes in blocks, float32 (n, channels); none begins before the last."""

    def __init__(self, blocks: Iterator[NDArray[np.float32]]) -> None:
        self._blocks = blocks
        self._held: list[NDArray[np.float32]] = []
        self._first = 0

    def cut(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return frames from `start` to `stop`; less where the sound ends before."""
        import numpy as np

        while self._held and self._first + len(self._held[0]) <= start:
            self._first += len(self._held.pop(0))
        while self._first + sum(map(len, self._held)) < stop:
            block = next(self._blocks, None)
            if block is None:
                break
            if not self._held and self._first + len(block) <= start:
                self._first += len(block)
            else:
                self._held.append(block)
        if not self._held:
            return np.zeros((0, 1), np.float32)
        return np.concatenate(self._held)[max(0, start - self._first) : stop - self._first]


def ramped(samples: NDArray[np.float32], frames: int) -> NDArray[np.float32]:
    """Return sound that rises and falls within so many frames, or within half of it."""
    import numpy as np

    edge = min(frames, len(samples) // 2)
    rise = np.arange(1, edge + 1, dtype=np.float32)[:, np.newaxis] / (edge + 1)
    shaped = samples.copy()
    shaped[:edge] *= rise
    shaped[len(shaped) - edge :] *= rise[::-1]
    return shaped
