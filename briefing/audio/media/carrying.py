"""The process that carries a recording over into a file that goes out, without coding it anew, and tags it.

It opens foreign bytes with libav and mutagen, so it may die. It is told in JSON on its input what to do, and
prints one JSON object: the kind of file that it wrote, null where the recording is none of those that may be
carried over, so that it has to be coded.

MP3 and Opus are carried over to the letter, for that keeps what is said of the samples before the first and
behind the last one; MP4 is packed anew, so that nothing but its sound comes along, and its chapters are ours.
"""

from __future__ import annotations

import json
import shutil
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import av
import mutagen

from briefing.audio.media.containers import CODECS, CONTAINERS, FOREIGN
from briefing.audio.media.parts import find_parts
from briefing.audio.media.tagging import language_code, write_tags
from briefing.audio.media.window import open_recording
from briefing.errors import BriefingError
from briefing.formats.publication import SoundKind
from briefing.formats.sound_tags import SoundTags, unpacked

if TYPE_CHECKING:
    from av.container import InputContainer

_KINDS: Final = {
    ("mp3", "mp3"): SoundKind.MP3,
    ("mp3", "mp3float"): SoundKind.MP3,
    ("mov,mp4,m4a,3gp,3g2,mj2", "aac"): SoundKind.M4A,
    ("ogg", "opus"): SoundKind.OPUS,
    ("ogg", "libopus"): SoundKind.OPUS,
    ("wav", "pcm_s16le"): SoundKind.WAV,
}
"""By container and codec."""
_LOW_COMPLEXITY: Final = "LC"
_CHAPTER_SCALE: Final = 1000


def main() -> None:
    """Carry over what is asked for, and print what became of it."""
    asked: dict[str, Any] = json.load(sys.stdin)
    tags = unpacked(asked["tags"]) if asked["tags"] is not None else None
    kinds = [SoundKind(each) for each in asked["kinds"]]
    try:
        kind = _carried(Path(asked["source"]), kinds, Path(asked["to"]), tags, is_sought=asked["is_sought"])
    except (BriefingError, mutagen.MutagenError, *FOREIGN):  # it is decoded, and coded anew
        kind = None
    json.dump(None if kind is None else kind.value, sys.stdout)


def _carried(
    source: Path, kinds: list[SoundKind], to: Path, tags: SoundTags | None, *, is_sought: bool
) -> SoundKind | None:
    with open_recording(source) as file:
        parts = find_parts(file, source.stat().st_size)
        if len(parts) != 1 or parts[0].gaps:
            return None  # others would play it otherwise than we do
        file.seek(0)
        options = {"format_whitelist": CONTAINERS, "codec_whitelist": CODECS}
        with av.open(file, "r", container_options=options, metadata_errors="replace") as container:
            kind = _kind_of(container)
            if kind is None or kind not in kinds:
                return None
            if is_sought and kind is SoundKind.MP3 and not _is_steady(container):
                return None
            if kind is SoundKind.M4A:
                _repack(container, to, tags or SoundTags())
    if kind is not SoundKind.M4A:
        shutil.copyfile(source, to)
    if kind is not SoundKind.WAV:
        write_tags(to, kind, tags or SoundTags())
    return kind


def _kind_of(container: InputContainer) -> SoundKind | None:
    if len(container.streams.audio) != 1:
        return None
    stream = container.streams.audio[0]
    kind = _KINDS.get((container.format.name, stream.codec_context.name))
    if kind is SoundKind.M4A and stream.codec_context.profile != _LOW_COMPLEXITY:
        return None  # readers of books play no other one
    return kind


def _is_steady(container: InputContainer) -> bool:
    """Return whether an MP3 has as many bits in each second.

    Browsers look for a place in any other by proportion, and believe that they are there: seconds off.
    """
    packets = container.demux(container.streams.audio[0])
    sizes = {packet.size for number, packet in enumerate(packets) if packet.size and number}
    return not sizes or max(sizes) - min(sizes) <= 1  # a byte of padding


def _repack(container: InputContainer, to: Path, tags: SoundTags) -> None:
    """Write the sound of a file, and nothing else of it, into one with our chapters."""
    sound = container.streams.audio[0]
    with av.open(to, "w", format="ipod") as packed:
        stream = packed.add_stream_from_template(sound)
        stream.metadata.clear()
        if code := language_code(tags.language):
            stream.metadata["language"] = code
        packed.set_chapters(
            [
                {
                    "id": number,
                    "start": round(chapter.start_s * _CHAPTER_SCALE),
                    "end": round(chapter.stop_s * _CHAPTER_SCALE),
                    "time_base": Fraction(1, _CHAPTER_SCALE),
                    "metadata": {"title": chapter.title},
                }
                for number, chapter in enumerate(tags.chapters)
            ]
        )
        for packet in container.demux(sound):
            if packet.dts is not None:
                packet.stream = stream
                packed.mux(packet)
