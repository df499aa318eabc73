"""The process that finds out what a sound file says of itself; `probe` is the other side.

Files are hostile: a tag of a few kilobytes can unpack to hundreds of megabytes, nested atoms
can recurse, damaged headers can loop. So tags are read, and the file is measured and decoded
at its start, here, within limits of memory and time. It is told the file's name in JSON on its input,
and prints one JSON object.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.audio.media.probe_answer import pack, pack_refusal
from briefing.audio.media.tags import read_tags
from briefing.audio.media.window import open_recording
from briefing.errors import BriefingError, SourceError
from briefing.ports.media import told_name

if TYPE_CHECKING:
    from briefing.ports.media import MediaInfo

DECODED_FRAMES: Final = 48000

_HINT: Final = "Check that it is a sound file and that it is complete."


def look_into(path: Path) -> MediaInfo:
    """Return what a file says of itself.

    Raises:
        SourceError: if it is no sound that can be decoded.
        UnsafeError: if it claims more sound than it can hold.
    """
    # Tags alone are read without libav, which takes three times as long to load as to read them.
    from briefing.audio.media.decoder import Decoder
    from briefing.audio.media.text_tracks import read_texts

    with open_recording(path) as file:
        decoder = Decoder(file, told_name(path), DECODED_FRAMES)
        try:
            duration_s = float(decoder.duration_s())
            next(decoder.read_from(0), None)
        finally:
            decoder.close()
    if not math.isfinite(duration_s) or duration_s <= 0:
        raise SourceError(f"{told_name(path)} has no sound in it.", _HINT)
    with open_recording(path) as file:
        info = read_tags(file, duration_s)
        tracks, chapters, title = read_texts(file, path.stat().st_size)
    return info._replace(tracks=tracks, chapters=info.chapters or chapters, title=info.title or title)


def _tags_alone(path: Path) -> MediaInfo:
    with open_recording(path) as file:
        return read_tags(file, 0.0)


def main() -> None:
    """Print what the file that is named says of itself, or why that cannot be told.

    With "tags" behind its name, only those are looked for: its sound may not be there yet.
    """
    name, *what = json.load(sys.stdin)
    try:
        answer = pack(_tags_alone(Path(name)) if what else look_into(Path(name)))
    except BriefingError as error:
        answer = pack_refusal(error)
    sys.stdout.write(answer)
