"""The parts of a WAV file: RIFF chunks that follow one another, whose lengths need not be true."""

from __future__ import annotations

from briefing.audio.media.window import MOST_PARTS, FileWindow, SoundPart


def wave_parts(window: FileWindow, begin: int, start: int) -> list[SoundPart]:
    """Return the RIFF chunks of a file, of which the first begins at `start`, behind tags at `begin`.

    The last one's sound may be longer than its header says.
    """
    parts: list[SoundPart] = []
    while len(parts) < MOST_PARTS - 1:
        end = _chunk_end(window, start)
        if end is None:
            break
        parts.append(SoundPart(start, end, "wav"))
        start = end
    is_cut_short = _is_cut_short(window, start)
    return [
        *parts,
        SoundPart(start if parts else begin, window.size_bytes, "wav", is_open_ended=is_cut_short),
    ]


def wave_end(window: FileWindow, start: int) -> int:
    """Return where the last of the RIFF chunks ends that follow one another from `start` on, as it says."""
    while (end := _chunk_end(window, start)) is not None:
        start = end
    return start + 8 + int.from_bytes(window.at(start + 4, 4), "little")


def _chunk_end(window: FileWindow, start: int) -> int | None:
    """Return where a RIFF chunk ends that another follows; None where none does."""
    size = int.from_bytes(window.at(start + 4, 4), "little")
    # Some writers count the first header among the chunk's bytes, or leave out a chunk.
    ends = (start + 8 + size + by for by in (0, -8, 1, 8))
    return next((end for end in ends if end > start and is_wave(window, end)), None)


def is_wave(window: FileWindow, position: int) -> bool:
    """Whether a RIFF chunk of sound begins at a position."""
    return window.at(position, 4) == b"RIFF" and window.at(position + 8, 4) == b"WAVE"


def _is_cut_short(window: FileWindow, start: int) -> bool:
    """Whether the sound's length in the header is too short: what follows it is no chunk."""
    position = start + 12
    while len(header := window.at(position, 8)) == 8:  # noqa: PLR2004
        size = int.from_bytes(header[4:], "little")
        if not _is_name(header[:4]):
            return False
        position += 8 + size + size % 2
        if header[:4] == b"data":
            after = window.at(position, 8)
            fits = int.from_bytes(after[4:], "little") <= window.size_bytes - position
            return len(after) == 8 and any(after) and not (_is_name(after[:4]) and fits)  # noqa: PLR2004
    return False


def _is_name(name: bytes) -> bool:
    return all(0x20 <= byte < 0x7F for byte in name)  # noqa: PLR2004  # printable, as RIFF wants it
