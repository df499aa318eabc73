"""Sound that goes out: a recording as it is where that may be, else coded anew.

What is foreign is decoded, or carried over, by processes that may die (`remote`, `carrying`). What is coded
here is our own samples.
"""

from __future__ import annotations

import json
import wave
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ, to_int16
from briefing.errors import AudioError, BriefingError, UsageError
from briefing.formats.publication import PublishedSound, SoundKind
from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from av.audio.stream import AudioStream
    from numpy.typing import NDArray

    from briefing.audio.media.loudness import ProgrammeLoudness
    from briefing.formats.sound_tags import SoundTags
    from briefing.playlist import Recorded

_CARRYING: Final = "briefing.audio.media.carrying"
_CARRYING_LIMITS: Final = door.Limits(memory_bytes=768 << 20, cpu_s=120, open_files=32)
_CARRYING_S: Final = 300.0
_ANSWER_BYTES: Final = 1000
_BLOCK_FRAMES: Final = ENGINE_RATE_HZ
_WAVE_BYTES: Final = 0xFFFFFFFF - 1024
"""What a WAV file can hold."""


class SoundBlocks(NamedTuple):
    """Sound as it comes: float32 blocks of shape (n, channels), in [-1, 1], `rate_hz` frames a second."""

    blocks: Iterable[NDArray[np.float32]]
    channels: int
    rate_hz: int = ENGINE_RATE_HZ


class _Coding(NamedTuple):
    """How a kind is coded by libav: the container, the codec, and kilobits a second for each channel.

    Speech, and what is played with it, is not told from the original at these (EBU and Xiph advise less).
    """

    container: str
    codec: str
    kbps: int


_CODINGS: Final = {
    SoundKind.MP3: _Coding("mp3", "libmp3lame", 64),
    SoundKind.M4A: _Coding("ipod", "aac", 64),
    SoundKind.OPUS: _Coding("opus", "libopus", 32),
}


def sound_of(
    recorded: Recorded,
    kinds: Sequence[SoundKind],
    folder: Path,
    on_progress: Callable[[float], None],
    *,
    is_levelled: bool = False,
    is_sought: bool = False,
) -> PublishedSound:
    """Return a recording's sound in one of some kinds, the first being the best.

    It is carried over into `folder` where it is one of them already, without the tags that it had; else it is
    coded as the first.

    Args:
        recorded: the recording.
        kinds: what may be written.
        folder: where to; nobody else writes there.
        on_progress: told the share that is done, from 0 to 1.
        is_levelled: whether it is to be as loud as is usual (`loudness`), so that it is coded anew.
        is_sought: whether a browser will look for places in it.

    Raises:
        SourceError, UnsafeError, AudioError: if it cannot be decoded.
        UsageError: if it is longer than such a file can be.
    """
    with ExitStack() as cleanup:
        decoded = cleanup.enter_context(closing(_Decoded(recorded)))
        length_s = decoded.length_s
        if isinstance(recorded, Path) and not is_levelled:
            to = folder / "carried"
            if (kind := carry(recorded, kinds, to, is_sought=is_sought)) is not None:
                on_progress(1.0)
                return PublishedSound(to, kind, length_s)
        kind = kinds[0]
        if not is_levelled:
            return encode(SoundBlocks(decoded.blocks(on_progress), decoded.channels), kind, folder)
        from briefing.audio.media.loudness import measured

        half = _part_of(on_progress, 0.0, 0.5)
        loudness = measured(decoded.blocks(half), ENGINE_RATE_HZ)
        again = SoundBlocks(decoded.blocks(_part_of(on_progress, 0.5, 1.0)), decoded.channels)
        return encode(again, kind, folder, loudness)


def read_sound(
    blocks: Iterable[NDArray[np.float32]], rate_hz: int, kind: SoundKind, folder: Path, *, is_levelled: bool
) -> PublishedSound:
    """Return what is read aloud as a file, in one channel; its blocks are taken once.

    Args:
        blocks: float32 of shape (n, 2), in [-1, 1], both channels alike.
        rate_hz: their frames a second.
        kind: what to code it as.
        folder: where to.
        is_levelled: as for `sound_of`.

    Raises:
        UsageError: if it is longer than such a file can be.
    """
    if not is_levelled:
        return encode(SoundBlocks((block[:, :1] for block in blocks), 1, rate_hz), kind, folder)
    from briefing.audio.media.loudness import measured

    spool = folder / "read.pcm"

    def kept() -> Iterator[NDArray[np.float32]]:
        with spool.open("wb") as file:
            for block in blocks:
                file.write(block[:, 0].astype("<f4").tobytes())
                yield block[:, :1]

    loudness = measured(kept(), rate_hz)
    with spool.open("rb") as file:
        again = iter(lambda: file.read(4 * _BLOCK_FRAMES), b"")
        floats = (np.frombuffer(data, "<f4").reshape(-1, 1) for data in again)
        return encode(SoundBlocks(floats, 1, rate_hz), kind, folder, loudness)


def decoded(recorded: Recorded) -> Iterator[NDArray[np.float32]]:
    """Yield all of a recording: float32 blocks of shape (n, channels), `ENGINE_RATE_HZ` frames a second.

    Raises:
        SourceError, UnsafeError, AudioError: if it cannot be decoded.
    """
    with closing(_Decoded(recorded)) as sound:
        yield from sound.blocks(lambda _share: None)


def encode(
    samples: SoundBlocks, kind: SoundKind, folder: Path, loudness: ProgrammeLoudness | None = None
) -> PublishedSound:
    """Code sound as it comes, and return it.

    Args:
        samples: the sound, in one or two channels.
        kind: what to code it as.
        folder: where to.
        loudness: of all of it, where it is to be made as loud as is usual.

    Raises:
        UsageError: if it is longer than such a file can be.
    """
    if loudness is not None:
        from briefing.audio.media.loudness import levelled

        samples = samples._replace(blocks=levelled(samples.blocks, samples.rate_hz, loudness))
    to = folder / f"coded.{kind.value}"
    write = _write_wave if kind is SoundKind.WAV else _write_coded
    return PublishedSound(to, kind, write(samples, kind, to) / samples.rate_hz)


def carry(
    source: Path,
    kinds: Sequence[SoundKind],
    to: Path,
    tags: SoundTags | None = None,
    *,
    is_sought: bool = False,
) -> SoundKind | None:
    """Write the sound of a file into another as it is coded, with these tags and no others.

    Args:
        source: a sound file.
        kinds: what it may be.
        to: the file to write.
        tags: what it says; None for nothing.
        is_sought: whether a browser will look for places in it.

    Returns:
        What it is; None where nothing was written, for it is none of these kinds, or cannot be carried over.
    """
    asked = {
        "source": str(source.absolute()),
        "to": str(to.absolute()),
        "kinds": [kind.value for kind in kinds],
        "tags": None if tags is None else tags.packed(),
        "is_sought": is_sought,
    }
    command = door.command(_CARRYING, limits=_CARRYING_LIMITS)
    try:
        answer = door.ask(command, json.dumps(asked).encode(), limit_s=_CARRYING_S, most_bytes=_ANSWER_BYTES)
        kind = json.loads(answer)
    except (BriefingError, ValueError):
        kind = None
    if kind is None:
        to.unlink(missing_ok=True)
    return None if kind is None else SoundKind(kind)


class _Decoded:
    """A recording that is being decoded."""

    def __init__(self, recorded: Recorded) -> None:
        from briefing.audio.media.remote import RemoteDecoder

        self._decoder = RemoteDecoder(recorded, ENGINE_RATE_HZ)
        self.length_s = float(self._decoder.duration_s())
        first = next(self._decoder.read_from(0, _BLOCK_FRAMES), None)
        if first is None:
            raise AudioError("The recording has no sound in it.", "Check that it is a sound file.")
        self.channels = first.shape[1]

    def blocks(self, on_progress: Callable[[float], None]) -> Iterator[NDArray[np.float32]]:
        """Yield all of it, float32 of shape (n, channels), from its start."""
        frames = max(self.length_s * ENGINE_RATE_HZ, 1)
        at = 0
        for block in self._decoder.read_from(0, _BLOCK_FRAMES):
            at += len(block)
            on_progress(min(at / frames, 1.0))
            shaped = block if block.shape[1] == self.channels else _as_channels(block, self.channels)
            yield shaped.astype(np.float32) / np.float32(32768)

    def close(self) -> None:
        """Let go of the process that decodes."""
        self._decoder.close()


def _as_channels(block: NDArray[np.int16], channels: int) -> NDArray[np.int16]:
    """Return a part of a recording that has other channels than its start."""
    if channels == 1:
        halves = block.astype(np.int32).sum(axis=1, keepdims=True) // 2
        return np.asarray(halves, np.int16)
    return np.asarray(np.repeat(block[:, :1], channels, axis=1), np.int16)


def _part_of(on_progress: Callable[[float], None], start: float, stop: float) -> Callable[[float], None]:
    return lambda share: on_progress(start + share * (stop - start))


def _write_coded(samples: SoundBlocks, kind: SoundKind, to: Path) -> int:
    """Write coded sound; return its frames."""
    import av

    blocks, channels, rate_hz = samples
    coding = _CODINGS[kind]
    layout = "mono" if channels == 1 else "stereo"
    frames = 0
    with av.open(to, "w", format=coding.container) as container:
        stream = cast("AudioStream", container.add_stream(coding.codec, rate=rate_hz))
        stream.layout, stream.bit_rate = layout, coding.kbps * 1000 * channels
        for block in blocks:
            packed = np.ascontiguousarray(np.clip(block, -1.0, 1.0)).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(packed, format="flt", layout=layout)
            frame.sample_rate = rate_hz
            frame.pts = frames
            frames += len(block)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return frames


def _write_wave(samples: SoundBlocks, _kind: SoundKind, to: Path) -> int:
    """Write sound as it is, in 16 bits; return its frames."""
    blocks, channels, rate_hz = samples
    frames = 0
    with wave.open(str(to), "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        for block in blocks:
            frames += len(block)
            if 2 * channels * frames > _WAVE_BYTES:
                hours = frames / rate_hz / 3600
                raise UsageError(
                    f"More than {hours:.0f} hours do not fit into a WAV file.", "Write another format."
                )
            sound.writeframesraw(to_int16(block).astype("<i2").tobytes())
    return frames
