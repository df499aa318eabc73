"""The aligner's own process: one job in, lines of progress and times out.

It stands apart so that sound never waits for it, and so that it can be ended at once:

    stdin   one JSON line {"path", "words", "language"}; then nothing, until it closes.
            With "probes" it is listened to a few passages alone: see `probing`.
            Of a book it is {"playlist", "parts", "words", "language"}: `PartialClips.order`
    stdout  JSON lines: {"level_db": [...]} once, {"progress", "first"?, "times"?} many,
            {"heard_s": [...]} for each passage,
            then {"done": [...], "method"} or {"failed", "hint"}

A time is [start_s, end_s, confidence]. When stdin closes, the parent is gone or has lost
interest, and the process ends. Whoever starts it hands in the decoder (`serve`), because
adapters do not know one another.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from briefing import leaving
from briefing.align.alignment import Alignment, Partial, Ways, WordTime, nobodys
from briefing.align.length_fit import LEVEL_STEP_S
from briefing.errors import BriefingError
from briefing.playlist import unpacked as unpacked_playlist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TextIO

    from briefing.align.reference.synthesis import ReferenceVoice
    from briefing.model import Pcm
    from briefing.playlist import Playlist

    class Decode(Protocol):
        """What decodes a file."""

        def __call__(self, path: Path, rate_hz: int, start_s: float = 0, stop_s: float | None = None) -> Pcm:
            """Return its sound at a rate, or that of a part of it, in seconds."""

    DecodeParts = Callable[[Playlist, int, Sequence[tuple[float, float]]], Iterator[Pcm]]

_NICENESS: Final = 10
"""How far the process steps back behind others, of 19: the player's come first."""
_SILENCE_POWER: Final = 1e-9
"""Is added to the power of the sound: digital silence is at -90 dB."""


def serve(
    decode: Decode,
    voice_for: Callable[[str], ReferenceVoice] | None = None,
    decode_parts: DecodeParts | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    *,
    ways: Ways = nobodys,
) -> int:
    """Do one job; return the exit code.

    `decode` returns a file's sound at a rate, `decode_parts` yields that of stretches of a playlist, in
    order; for `voice_for` and `ways` see `aligner.align`.
    """
    source, sink = stdin or sys.stdin, stdout or sys.stdout
    _lower_priority()
    line = source.readline()
    if not line:
        return 0
    job = json.loads(line)
    threading.Thread(target=_end_with_parent, args=(source,), daemon=True).start()

    def tell(**message: Any) -> None:
        sink.write(json.dumps(message) + "\n")
        sink.flush()

    try:
        if "probes" in job:
            _listen(job, decode, tell)
            return 0
        if "parts" in job and decode_parts is not None:
            _align_parts(job, decode_parts, voice_for, ways, tell)
            tell(done=[], method="within clips")
            return 0
        alignment = _align(job, decode, voice_for, ways, tell)
    except BriefingError as error:
        tell(failed=error.message, hint=error.hint)
        return error.exit_code
    except MemoryError:
        tell(failed="There is not enough memory to time the words of this recording.", hint="")
        return 1
    tell(done=packed(alignment.words), method=alignment.method)
    return 0


def packed(times: Sequence[WordTime]) -> list[list[float | None]]:
    """Return times as they travel."""
    return [[t.start_s, t.end_s, t.confidence] for t in times]


def unpacked(times: Sequence[Sequence[float | None]]) -> list[WordTime]:
    """Return times as they arrived."""
    return [WordTime(start, end, confidence or 0.0) for start, end, confidence in times]


def _listen(job: dict[str, Any], decode: Decode, tell: Callable[..., None]) -> None:
    """Tell of each passage when its words are heard, around where they are said to be."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from briefing.align.acoustic import model
    from briefing.align.arrays import RATE_HZ

    if not model.is_available():
        return
    from briefing.align.acoustic.pipeline import AcousticAligner

    aligner = AcousticAligner(threads=1)
    for probe in job["probes"]:
        pcm = decode(Path(job["path"]), RATE_HZ, probe["start_s"], probe["stop_s"])
        heard = aligner.listen(pcm, probe["words"], job["language"]) if len(pcm.samples) else probe["words"]
        tell(heard_s=[probe["start_s"] + each if isinstance(each, float) else None for each in heard])


def _align(
    job: dict[str, Any],
    decode: Decode,
    voice_for: Callable[[str], ReferenceVoice] | None,
    ways: Ways,
    tell: Callable[..., None],
) -> Alignment:
    # One thread a core is enough: matrix products in threads of their own would fight ours.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from briefing.align.aligner import align
    from briefing.align.arrays import RATE_HZ

    pcm = decode(Path(job["path"]), RATE_HZ)
    tell(level_db=levels_of(pcm))

    def progressed(progress: float, partial: Partial | None) -> None:
        if partial is None:
            tell(progress=progress)
        else:
            tell(progress=progress, first=partial.first, times=packed(partial.words))

    return align(pcm, job["words"], job["language"], progressed, voice_for=voice_for, ways=ways)


def _align_parts(
    job: dict[str, Any],
    decode_parts: DecodeParts,
    voice_for: Callable[[str], ReferenceVoice] | None,
    ways: Ways,
    tell: Callable[..., None],
) -> None:
    """Time the words of each part within it; those of a part in which they are not heard are not told."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from briefing.align.arrays import RATE_HZ
    from briefing.align.parts import align_parts

    parts = job["parts"]
    stretches = [(start_s, stop_s) for start_s, stop_s, *_ in parts]
    sounds = decode_parts(unpacked_playlist(job["playlist"]), RATE_HZ, stretches)
    for part in align_parts(parts, sounds, job["words"], job["language"], voice_for, ways=ways):
        if part.times:
            tell(progress=part.progress, first=part.first, times=packed(part.times))
        else:
            tell(progress=part.progress)


def levels_of(pcm: Pcm) -> list[float]:
    """Return the sound's level every 20 ms, whole decibels: the fit by length looks for pauses in it."""
    import numpy as np

    step = round(LEVEL_STEP_S * pcm.rate_hz)
    count = len(pcm.samples) // step
    blocks = pcm.samples[: count * step, 0].reshape(count, step)
    power = np.einsum("bs,bs->b", blocks, blocks) / step  # without a copy of the sound
    levels: list[float] = np.round(10 * np.log10(np.nan_to_num(power) + _SILENCE_POWER)).tolist()
    return levels


def _lower_priority() -> None:
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_NICENESS)


def _end_with_parent(source: TextIO) -> None:
    """Wait for stdin to close; nothing else is ever sent."""
    with contextlib.suppress(OSError, ValueError):
        source.read()
    leaving.end(0)
