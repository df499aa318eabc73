"""The process that looks at a book's sound files; `survey` is the other side.

It is told on its input, in JSON, where the files are, and the end of the last clip in each (null for the
file's own), and prints what is there: for each name the size in bytes, the mark, and the length in seconds,
null where that need not be known. What is not there, or no sound where that shows, is left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.audio.media.probe_answer import pack_refusal
from briefing.bundles.opening import open_bundle
from briefing.errors import BriefingError
from briefing.playlist import SoundFile, needs_measuring

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.bundles.member import Bundle, Member

_MEASURED_HZ = 48000


def look_at(bundle: Bundle, ends: Mapping[str, float | None]) -> Iterator[tuple[str, SoundFile]]:
    """Yield what of the files is there."""
    for name, end_s in ends.items():
        member = bundle.find(name)
        if member is None or not member.size_bytes:
            continue
        try:
            length_s = _length_s(bundle, member) if needs_measuring(member.size_bytes, end_s) else None
            yield name, SoundFile(member.size_bytes, bundle.mark(member), length_s)
        except BriefingError:
            continue


def _length_s(bundle: Bundle, member: Member) -> float:
    """Return how long a file is.

    Raises:
        SourceError, UnsafeError: if it is no sound.
    """
    from briefing.audio.media.decoder import Decoder

    with bundle.open(member) as file:
        decoder = Decoder(file, member.name, _MEASURED_HZ)
        try:
            return float(decoder.duration_s())
        finally:
            decoder.close()


def main() -> None:
    """Print what is there, or why nothing can be told."""
    path, ends = json.load(sys.stdin)
    try:
        with open_bundle(Path(path)) as bundle:
            answer = json.dumps(dict(look_at(bundle, ends)))
    except BriefingError as error:
        answer = pack_refusal(error)
    sys.stdout.write(answer)
