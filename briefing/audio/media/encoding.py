"""Sound that goes out: a recording as it is where it may be, else coded anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.audio.media.probe import Probe
from briefing.errors import UsageError
from briefing.formats.publication import Sound, SoundKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.playlist import Recorded

_HEAD_BYTES: Final = 64


def sound_of(
    recorded: Recorded,
    kinds: Sequence[SoundKind],
    folder: Path,
    on_progress: Callable[[float], None],
    *,
    is_levelled: bool = False,
) -> Sound:
    """Return a recording's sound in one of some kinds, the first being the best.

    It is the recording's own file where it is one of them already, or is packed anew or coded into `folder`.

    Args:
        recorded: the recording.
        kinds: what may be written.
        folder: where to.
        on_progress: told the share that is done, from 0 to 1.
        is_levelled: whether it is to be as loud as EBU R128 has it for the web, so that it is coded anew.

    Raises:
        SourceError, UnsafeError, AudioError: if it cannot be decoded.
    """
    if isinstance(recorded, Path) and not is_levelled and _is_mp3(recorded) and SoundKind.MP3 in kinds:
        on_progress(1.0)
        return Sound(recorded, SoundKind.MP3, Probe().probe(recorded).duration_s)
    raise UsageError("Only MP3 can be written so far.")


def encode(
    blocks: Iterable[NDArray[np.float32]],
    rate_hz: int,
    kind: SoundKind,
    folder: Path,
    *,
    is_levelled: bool = False,
) -> Sound:
    """Code sound as it comes, and return it.

    Args:
        blocks: float32 of shape (n, 2), in [-1, 1].
        rate_hz: their frames a second.
        kind: what to code it as.
        folder: where to.
        is_levelled: as for `sound_of`.
    """
    raise UsageError("Only MP3 can be written so far.")


def _is_mp3(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2)
