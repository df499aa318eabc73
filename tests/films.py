"""Films that tests make for themselves: sound with tracks of text, in the containers that hold those."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import av
import numpy as np
from av.packet import Packet
from av.stream import Disposition

from tests.recordings import sweep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TICK = Fraction(1, 1000)
SOUNDS = {"mp4": "aac", "mkv": "flac", "webm": "libopus"}
_NO_STYLES = b"[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name\nStyle: Default\n\n[Events]\n"


class Subtitles(NamedTuple):
    """A track: its codec as libav calls it, its language, its cues: start, end (ms), a packet's data."""

    codec: str
    language: str
    cues: Sequence[tuple[int, int, bytes]]
    uses: Disposition = Disposition(0)


def timed_sample(text: str, *, encoding: str = "utf-8") -> bytes:
    """Return a sample of 3GPP Timed Text."""
    data = text.encode(encoding)
    return len(data).to_bytes(2, "big") + data


def write_film(
    path: Path, tracks: Sequence[Subtitles], title: str = "", chapters: Sequence[tuple[int, int, str]] = ()
) -> Path:
    """Write four seconds of sound with tracks of text."""
    with av.open(str(path), "w") as container:
        if title:
            container.metadata["title"] = title
        if chapters:
            container.set_chapters(
                [
                    {
                        "id": number, "start": start, "end": stop, "time_base": TICK,
                        "metadata": {"title": text},
                    }
                    for number, (start, stop, text) in enumerate(chapters)
                ]
            )  # fmt: skip
        sound = container.add_stream(SOUNDS[path.suffix[1:]], rate=48000, layout="mono")
        assert isinstance(sound, av.AudioStream)
        packets: list[tuple[float, Packet[Any]]] = []
        for track in tracks:
            stream = container.add_stream(track.codec)
            assert isinstance(stream, av.subtitles.stream.SubtitleStream)
            if track.codec != "dvbsub":
                stream.codec_context.subtitle_header = _NO_STYLES
            stream.time_base = TICK
            stream.metadata["language"] = track.language
            stream.disposition = track.uses
            for start, stop, data in track.cues:
                packet = Packet(data)
                packet.stream, packet.time_base = stream, TICK
                packet.pts = packet.dts = start
                packet.duration = stop - start
                packets.append((start / 1000, packet))
        samples = (sweep(4.0, 48000) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis], "s16", "mono")
        frame.sample_rate, frame.time_base, frame.pts = 48000, Fraction(1, 48000), 0
        resampler = av.AudioResampler(sound.format.name, "mono", 48000, frame_size=sound.frame_size or 4096)
        pieces = [*resampler.resample(frame), *resampler.resample(None)]
        encoded = [packet for piece in [*pieces, None] for packet in sound.encode(piece)]
        packets += [(float((packet.pts or 0) * (packet.time_base or 0)), packet) for packet in encoded]
        for _, packet in sorted(packets, key=lambda timed: timed[0]):
            container.mux(packet)
    return path
