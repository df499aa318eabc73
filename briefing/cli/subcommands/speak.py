"""`briefing speak`: read a briefing aloud into a WAV file, with a stamp a word beside it.

    briefing speak SOURCE -o OUT.wav

It is the very sound that the player plays when speech reads, paced to the declared duration
where there is one. OUT.vtt tells when each word is heard. One that is there already is replaced
if it is what was written with OUT.wav, as it was; any other with `--force` only.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.cli.parser import SOURCE
from briefing.cli.settings_flags import add_some_flags
from briefing.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from briefing.cli.wiring.spoken import Reading

SETTINGS: Final = (
    *("language", "offline"),
    *("speech_engine", "speech_voice", "speech_wpm", "speech_pitch", "speech_volume"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Read a briefing aloud into a WAV file, and write when each word is heard beside it."
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    parser.add_argument(
        "-o", "--output", metavar="OUT.wav", type=Path, required=True, help="the file to write"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT.vtt, whoever wrote it")
    add_some_flags(parser, *SETTINGS)


def run(args: argparse.Namespace) -> int:
    """Write the sound and its timings; return the exit code.

    Raises:
        UsageError: if the files cannot be written.
        SourceError: if the source cannot be read.
        SpeechError: if there is no voice.
    """
    from briefing.cli import outputs, overwriting, room
    from briefing.cli.wiring import account, sources
    from briefing.cli.wiring.spoken import read_aloud
    from briefing.export.files import write_whole
    from briefing.export.signature import is_signed
    from briefing.formats.about import encoded
    from briefing.formats.publication import Publication
    from briefing.formats.registry import TIMES_WRITTEN, writer_of

    room.need_memory(room.SOUND_BYTES)
    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    output: Path = args.output
    if output.suffix.lower() != ".wav":
        raise UsageError(f"{output.name} would not be a WAV file.", "Name an output that ends in .wav.")
    settings = account.load_settings(args).settings
    item = sources.open_item(args.source, settings)
    document = item.document
    beside = output.with_suffix(".vtt")
    for out in (output, beside):
        overwriting.spare_item(out, item)
    if beside.exists() and not (args.force or is_signed(output, beside)):
        raise overwriting.refused_beside(beside)
    with ExitStack() as cleanup:
        reading = read_aloud(item, settings, cleanup)

        def timings() -> bytes:
            spoken = Publication(document, reading.timeline)
            return encoded(writer_of(beside.name, TIMES_WRITTEN).write(spoken))

        write_whole(beside, _write(output, reading, timings))
    if item.fetch_notice:
        outputs.tell(item.fetch_notice)
    return 0


def _write(path: Path, reading: Reading, timings: Callable[[], bytes]) -> bytes:
    """Write all of the sound, under a name of its own until it is whole; return its timings."""
    from briefing.export.files import writing_whole
    from briefing.export.signature import sign

    with writing_whole(path) as file:
        reading.write_wave(file)
        written = timings()
        sign(file, written)
    return written
