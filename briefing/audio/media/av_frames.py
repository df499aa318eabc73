"""Decoded frames of libav as bytes: their samples, cut, or silence in their place.

Without numpy, which takes longer to start than the rest of the process that this runs in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from av.audio.frame import AudioFrame

if TYPE_CHECKING:
    from fractions import Fraction


def samples_of(frame: AudioFrame | None) -> bytes:
    """Return a frame's int16 samples, channels interleaved."""
    if frame is None:  # what a resampler without work to do gives when flushed
        return b""
    return bytes(frame.planes[0])[: frame.samples * frame.layout.nb_channels * 2]


def _sample_bytes(frame: AudioFrame) -> int:
    """Return how many bytes of a plane one sample takes."""
    return frame.format.bytes * (1 if frame.format.is_planar else frame.layout.nb_channels)


def without_start(frame: AudioFrame, samples: int) -> AudioFrame:
    """Return the frame without its first `samples` samples."""
    start, stop = samples * _sample_bytes(frame), frame.samples * _sample_bytes(frame)
    return _frame_like(frame, [bytes(plane)[start:stop] for plane in frame.planes])


def silence_like(frame: AudioFrame, length_s: Fraction) -> AudioFrame:
    """Return a frame of the same kind that is silent for so many seconds."""
    middle = b"\x80" if frame.format.name.startswith("u8") else b"\0"
    samples = int(length_s * frame.sample_rate)
    return _frame_like(frame, [middle * (samples * _sample_bytes(frame))] * len(frame.planes))


def _frame_like(frame: AudioFrame, planes: list[bytes]) -> AudioFrame:
    samples = len(planes[0]) // _sample_bytes(frame)
    made = AudioFrame(frame.format.name, frame.layout.name, samples)
    for plane, data in zip(made.planes, planes, strict=True):
        plane.update(data.ljust(plane.buffer_size, b"\0"))
    made.sample_rate = frame.sample_rate
    made.time_base = frame.time_base
    return made
