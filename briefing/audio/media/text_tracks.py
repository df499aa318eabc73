"""Text tracks within a recording: subtitles of a film, or of sound in a film's container.

They are copied out, not decoded: their packets hold plain text, which is put together to the file that
it was before it went in (SubRip, WebVTT, SubStation Alpha), for the formats of timed text to read. Runs in
the probe's process only, see `probe`. Tracks that are pictures are left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from av.stream import Discard, Disposition

from briefing.audio.media.containers import FOREIGN, PartFile, open_container
from briefing.audio.media.window import SoundPart
from briefing.ports.media import TextTrack, TimedText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from av.container import InputContainer
    from av.packet import Packet
    from av.subtitles.stream import SubtitleStream

FIELD_CHARS: Final = 10_000
MOST_TRACKS: Final = 40
MOST_CUES: Final = 100_000
MOST_CHARS: Final = 20_000_000
"""Of all tracks together."""
MOST_CHAPTERS: Final = 10_000
LONGEST_S: Final = 7 * 24 * 3600
INTERLEAVED_BYTES: Final = 1 << 30
"""In Matroska, texts stand between sound and pictures: a longer file is not read through for them."""
_MATROSKA: Final = b"\x1aE\xdf\xa3"
_MP4: Final = b"ftyp"
_MP4_AT: Final = slice(4, 8)
_IN_CUE = re.compile(r"<((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})>", re.ASCII)
_ASS_FIELDS: Final = 8
"""Between the order of reading and the text; the second to the last stand in a file behind the times."""
_ASS_HEADER: Final = (
    "[Script Info]\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


class ContainerTexts(NamedTuple):
    """What a container says in words."""

    tracks: tuple[TextTrack, ...] = ()
    """In its order."""
    chapters: tuple[TimedText, ...] = ()
    """Of Matroska, which has no tags that are read elsewhere."""
    title: str | None = None
    """Likewise."""


def read_texts(file: BinaryIO, size_bytes: int) -> ContainerTexts:
    """Return what the container of a recording says in words: nothing, if it is not one of films.

    Args:
        file: a seekable binary file; it is left anywhere.
        size_bytes: how long it is.
    """
    file.seek(0)
    head = file.read(12)
    is_matroska = head.startswith(_MATROSKA)
    if not is_matroska and head[_MP4_AT] != _MP4:
        return ContainerTexts()
    part = SoundPart(0, size_bytes)
    try:
        with open_container(PartFile(file, part), part) as container:
            is_short = not is_matroska or size_bytes <= INTERLEAVED_BYTES
            title = container.metadata.get("title", "")[:FIELD_CHARS] if is_matroska else ""
            chapters = tuple(_chapters(container)) if is_matroska else ()
            return ContainerTexts(tuple(_tracks(container)) if is_short else (), chapters, title or None)
    except FOREIGN:
        return ContainerTexts()


def _chapters(container: InputContainer) -> Iterator[TimedText]:
    for chapter in container.chapters()[:MOST_CHAPTERS]:
        ticks_s = chapter["time_base"] or 0
        start_s, stop_s = float(chapter["start"] * ticks_s), float(chapter["end"] * ticks_s)
        if 0 <= start_s < stop_s <= LONGEST_S:
            yield TimedText(chapter["metadata"].get("title", "")[:FIELD_CHARS], start_s, stop_s)


def _tracks(container: InputContainer) -> Iterator[TextTrack]:
    """Yield the tracks that hold text."""
    wanted = {stream.index: stream for stream in container.streams.subtitles if _kind_of(stream)}
    if not wanted:
        return
    wanted = dict(list(wanted.items())[:MOST_TRACKS])
    for stream in container.streams:
        stream.discard = Discard.default if stream.index in wanted else Discard.all
    begin_s = _begin_s(container)
    cues: dict[int, list[str]] = {index: [] for index in wanted}
    left = MOST_CHARS
    for packet in container.demux(*wanted.values()):
        found = cues.get(packet.stream_index)
        if found is None:
            continue  # the end of another
        cue = _written(packet, begin_s, _WRITERS[_kind_of(wanted[packet.stream_index])])
        if len(found) < MOST_CUES and len(cue) <= left:
            left -= len(cue)
            found.append(cue)
    for index, stream in wanted.items():
        if any(cues[index]):
            yield _track(stream, cues[index])


def _kind_of(stream: SubtitleStream) -> str:
    """Return in what a track is written; empty where that is no text."""
    codec = stream.codec_context
    name = codec.codec.canonical_name if codec is not None else ""
    return name if name in _WRITERS else ""


def _begin_s(container: InputContainer) -> float:
    """Return at what time of the container its sound begins, from which a recording's time counts."""
    sounds = container.streams.audio
    if not sounds or sounds[0].start_time is None or sounds[0].time_base is None:
        return 0.0
    # What begins before zero is cut off there.
    return max(0.0, float(sounds[0].start_time * sounds[0].time_base))


def _track(stream: SubtitleStream, cues: list[str]) -> TextTrack:
    kind, uses = _kind_of(stream), stream.disposition
    head, suffix = {"webvtt": ("WEBVTT\n\n", ".vtt"), "ass": (_ASS_HEADER, ".ass")}.get(kind, ("", ".srt"))
    return TextTrack(
        head + "".join(cues),
        suffix,
        stream.language or "",
        is_default=bool(uses & Disposition.default),
        is_original=bool(uses & Disposition.original),
        is_partial=bool(uses & (Disposition.forced | Disposition.comment | Disposition.descriptions)),
        is_variant=bool(uses & (Disposition.hearing_impaired | Disposition.captions)),
    )


class _Cue(NamedTuple):
    """A packet: its times are the recording's."""

    data: bytes
    start_s: float
    stop_s: float
    begin_s: float
    """At what time of the container the recording begins."""

    @property
    def times(self) -> str:
        return f"{_clock(self.start_s)} --> {_clock(self.stop_s)}"


def _written(packet: Packet[Any], begin_s: float, write: Callable[[_Cue], str]) -> str:
    """Return a packet as a file of its kind has it; nothing where there is no text or time in it."""
    if packet.pts is None or packet.time_base is None or not packet.size:
        return ""
    start_s = float(packet.pts * packet.time_base) - begin_s
    stop_s = start_s + float((packet.duration or 0) * packet.time_base)
    if not 0 <= stop_s <= LONGEST_S:
        return ""
    return write(_Cue(bytes(packet), max(start_s, 0.0), stop_s, begin_s))


def _clock(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _seconds(stamp: str) -> float:
    seconds = 0.0
    for part in stamp.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _text(data: bytes) -> str:
    """Return a cue's text, without empty lines, which would end it. What is no UTF-8 is kept (PEP 383)."""
    text = data.decode("utf-8", "surrogateescape").replace("\0", "").replace("\r", "\n")
    return re.sub(r"\n\s*\n", "\n", text).strip()


def _as_srt(cue: _Cue) -> str:
    text = _text(cue.data)
    return f"1\n{cue.times.replace('.', ',')}\n{text}\n\n" if text else ""


def _as_vtt(cue: _Cue) -> str:
    """Stamps within a cue count from its start in Matroska, and from the container's in WebM."""
    text = _text(cue.data)
    stamps = [_seconds(stamp) for stamp in _IN_CUE.findall(text)]
    since_s = cue.start_s if stamps and max(stamps) < cue.start_s else -cue.begin_s
    text = _IN_CUE.sub(lambda found: f"<{_clock(max(since_s + _seconds(found[1]), 0.0))}>", text)
    return f"{cue.times}\n{text}\n\n" if text else ""


def _as_ass(cue: _Cue) -> str:
    fields = _text(cue.data).replace("\n", r"\N").split(",", _ASS_FIELDS)
    if len(fields) <= _ASS_FIELDS:
        return ""
    _order, layer, *rest = fields
    return f"Dialogue: {layer},{_clock(cue.start_s)},{_clock(cue.stop_s)},{','.join(rest)}\n"


def _as_timed_text(cue: _Cue) -> str:
    """Text in 3GPP Timed Text (TS 26.245, 5.17) has its length before it and its styles behind it."""
    text = cue.data[2 : 2 + int.from_bytes(cue.data[:2], "big")]
    if text[:2] in (b"\xfe\xff", b"\xff\xfe"):
        text = text.decode("utf-16", "replace").encode()
    return _as_srt(cue._replace(data=text))


_WRITERS: Final[dict[str, Callable[[_Cue], str]]] = {
    "ass": _as_ass,
    "mov_text": _as_timed_text,
    "subrip": _as_srt,
    "text": _as_srt,
    "webvtt": _as_vtt,
}
"""By what libav calls them; SSA is in Matroska as ASS is."""
