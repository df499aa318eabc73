"""Where the sound of one part of a file ends, roughly: what the header claims is not trusted.

What is trimmed of the last packet, each format says differently: decoding the last seconds tells it
to the sample (`part_decoder`).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.audio.media.part_stream import PartStream

LONGEST_S: Final = 7 * 24 * 3600
"""A longer recording is a lie of its header; what is past this is not played."""
WHOLE_SCAN_BYTES: Final = 16 << 20
"""Up to here a file's packets are all looked at for its duration; of a longer one, only its end."""
WHOLE_SCAN_S: Final = 2 * 3600
"""And up to here: packets are as many as they last, however small they are."""
UNINDEXED: Final = ("mp3", "aac", "ac3", "eac3")
"""Formats that are nothing but packets, so that only reading them all says where each is."""


def end_of(stream: PartStream) -> Fraction:
    """Return where the last packet ends, seconds from the first sample, perhaps after `LONGEST_S`.

    0 where there are no packets. The stream is left anywhere.
    """
    end = _end_by_seek(stream) if _is_sought(stream) else None
    if end is None:
        stream.reopen()
        end = _end_of_packets(stream)
    return Fraction(0) if end is None else max((end - stream.origin) * stream.time_base, Fraction(0))


def _is_sought(stream: PartStream) -> bool:
    """Return whether the end is looked for by a seek past it instead of by reading every packet here.

    In a format without a table of its packets libav reads them all for that, and remembers
    where they are for later seeks. In long files of other formats it is a matter of reading
    the tables. Short ones are read through, which no table can mislead.
    """
    if not stream.has_true_seeks:
        return False
    is_long = stream.size_bytes > WHOLE_SCAN_BYTES or stream.claimed_s > WHOLE_SCAN_S
    return stream.container in UNINDEXED or is_long


def _end_by_seek(stream: PartStream) -> int | None:
    """Return where the last packet ends; None if seeking there does not work."""
    is_there = stream.seek(stream.origin + int(LONGEST_S / stream.time_base))
    return _end_of_packets(stream) if is_there else None


def _end_of_packets(stream: PartStream) -> int | None:
    """Return where the packets from here on end, in the stream's ticks; None if there are none."""
    end: int | None = None
    for packet in stream.packets():
        if packet.size:
            start = packet.pts if packet.pts is not None else end or 0
            end = max(end or start, start + (packet.duration or 0))
    return end
