r"""`briefing align`: when each word of a text is spoken in a recording.

    briefing align AUDIO TEXT                      WebVTT with word stamps on stdout
    briefing align AUDIO TEXT --json               a JSON list, an entry a token of TEXT
    briefing align AUDIO TEXT -o OUT.vtt           any suffix that `briefing formats` says is written
    briefing align AUDIO TEXT --report OUT.html    a picture of it all, also as .png
    briefing align BOOK -o OUT.vtt                 a talking book: its own text in its own recording
    briefing align --list PAIRS.tsv --jobs 4       many, each in a process of its own
    briefing align --keep SOURCE                   its own recording, for the player to find; also with --list

`--json` prints `[{"word", "start", "end", "confidence"}]` with seconds, one entry for each
run of TEXT without white space; a word that is not spoken has null for both times. `.txt`
is an Audacity label track, `.lrc` has the enhanced word stamps. A plain text file is taken
as it is; from any other source (Markdown, a copied page) it is the text that `briefing
show --json` gives.

The words of a book are looked for in the clip that says them, and nowhere else.

A list has a line a pair, `AUDIO<TAB>TEXT` or `AUDIO<TAB>TEXT<TAB>OUT`, and may come from
stdin (`--list -`). A pair whose OUT is there and no older than its two files is done and
is skipped; OUT is written whole or not at all, so a run that was broken off can simply be
started again. Without OUT it is AUDIO's name with the suffix .vtt, and one that is there
already is replaced only with `--force`: it may be your own. Failures,
and pairs that hardly fit, are listed at the end; the exit code is the lowest of the failures'
own. One pair is one process that shares nothing with the
others, so any scheduler can run them. GNU parallel:

    parallel --colsep '\t' briefing align --skip-done {1} {2} -o {3} :::: PAIRS.tsv

With `--keep` a line is a SOURCE, such as a number that `briefing list --untimed` prints:

    briefing list --untimed | briefing align --keep --list - --jobs 4
    briefing list --untimed | parallel briefing align --keep {}

A Dask cluster (pip install 'briefing[dask]'), with the files on a disk that all see:

    import subprocess
    from distributed import Client

    def align(pair):
        audio, text, out = pair
        done = subprocess.run(["briefing", "align", "--skip-done", audio, text, "-o", out],
                              capture_output=True, text=True)
        return out, done.returncode, done.stderr.strip()

    with Client("tcp://scheduler:8786") as client:
        pairs = [line.rstrip("\n").split("\t") for line in open("PAIRS.tsv")]
        for out, code, message in client.gather(client.map(align, pairs, pure=False)):
            if code:
                print(out, code, message)

English is heard by an acoustic model, other languages by comparing the recording with a
reading by eSpeak NG; `--language` names the text's language where it cannot be told.
"""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import outputs, overwriting, room
from briefing.cli.align_kept import MOST_MB
from briefing.cli.align_text import read_text
from briefing.cli.parser import RawHelp
from briefing.cli.progress import Progress
from briefing.cli.wiring import account, sources
from briefing.errors import AlignError, UsageError
from briefing.sources.address import is_address

if TYPE_CHECKING:
    import argparse

    from briefing.align.alignment import Alignment, Partial
    from briefing.formats.about import Written
    from briefing.formats.rows import TimedRow
    from briefing.model import Document, Pcm
    from briefing.timeline import Timeline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    from briefing.formats.registry import TIMES_WRITTEN

    parser.description = "Tell when each word of a text is spoken in a recording."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument(
        "audio", nargs="?", metavar="AUDIO", help="the recording: any sound file; or a talking book"
    )
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the text: a file, an address, or -")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument(
        "--format",
        choices=[row.about.written.lower().removeprefix(".") for row in TIMES_WRITTEN],
        help="what to print, or to write where OUT does not tell",
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="the file to write; its suffix is its format"
    )
    parser.add_argument(
        "--report", metavar="FILE", type=Path, help="draw waveform, words, pauses: .html or .png"
    )
    parser.add_argument("--language", metavar="TAG", help="the text's language, as en or pt-BR")
    parser.add_argument("--list", metavar="FILE", help="a list of pairs, or - for stdin")
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="how many pairs of a list at once")
    parser.add_argument(
        "--force", action="store_true", help="replace an OUT that the list does not name, too"
    )
    parser.add_argument(
        "--keep", action="store_true", help="time a SOURCE by its own recording, and keep that for the player"
    )
    parser.add_argument(
        "--most-mb", metavar="N", type=int, default=MOST_MB, help="with --keep: the longest to be fetched"
    )
    parser.add_argument("--skip-done", action="store_true", help="leave alone an OUT that is up to date")


def run(args: argparse.Namespace) -> int:
    """Align one pair, or a list of them; return the exit code.

    Raises:
        BriefingError: if the arguments make no sense, or a single pair cannot be aligned.
    """
    if args.keep:
        return _keep(args)
    if args.list is not None:
        from briefing.cli.align_list import run_list

        return run_list(args)
    if args.audio is None:
        raise UsageError("A recording and a text are needed.", "Write: briefing align AUDIO TEXT")
    if args.text is None:
        return _run_book(args)
    if not is_address(args.audio):
        return _run_pair(args)
    with sources.recording_at(args.audio, account.settings_for(args.audio)) as path:
        args.audio = str(path)
        return _run_pair(args)


def _keep(args: argparse.Namespace) -> int:
    from briefing.cli.align_kept import keep_times, keep_times_of_list

    if args.jobs < 1 or args.most_mb < 1:
        raise UsageError("--jobs and --most-mb take numbers from 1 on.")
    if args.text is not None or args.output or args.report or args.json or args.format:
        raise UsageError(
            "What is kept for the player is written nowhere else.", "Write: briefing align --keep SOURCE"
        )
    if args.list is not None and args.audio is None:
        return keep_times_of_list(args.list, args.jobs, args.most_mb)
    if args.list is not None or args.audio is None:
        raise UsageError("One source is kept, or a list of them.", "Write: briefing align --keep SOURCE")
    settings = account.load_settings(Namespace()).settings
    keep_times(args.audio, settings._replace(language=args.language or settings.language), args.most_mb)
    return 0


def _run_pair(args: argparse.Namespace) -> int:
    format_ = _format(args)
    _check_report(args.report)
    if args.skip_done and _is_done(args):
        return 0
    for out in (args.output, args.report):
        if out is not None:
            overwriting.spare(out, (Path(args.audio), Path(args.text)))
            overwriting.check_place(out)
    room.need_memory(room.SOUND_BYTES)
    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    document = read_text(args.text, args.language)
    pcm, alignment = _align(args, document)
    written = _written(document, alignment, format_)
    if args.report is not None:
        _write_report(args.report, Path(args.audio).name, document, pcm, alignment)
    if args.output is not None or args.report is None or args.json or args.format:
        outputs.put_into(args.output, written)
    _warn(alignment)
    return 0


def _run_book(args: argparse.Namespace) -> int:
    from briefing.cli.align_book import align_book, open_book

    format_ = _format(args)
    if args.report is not None:
        raise UsageError("Of a book no report is drawn.", "Leave out --report.")
    item = open_book(args.audio)
    if args.output is not None:
        overwriting.spare_item(args.output, item)
        overwriting.check_place(args.output)
    room.need_memory(room.SOUND_BYTES)
    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    outputs.put_into(args.output, align_book(item, format_, args.language, outputs.complain))
    return 0


def _format(args: argparse.Namespace) -> TimedRow:
    """Return the format that is asked for, else that of the output's name.

    Raises:
        UsageError: if the output's is none that can be written.
    """
    from briefing.formats.registry import TIMES_WRITTEN, writer_of

    asked = "json" if args.json else args.format
    named: str = args.output.name if args.output else "timings.vtt"
    return writer_of(f"timings.{asked}" if asked else named, TIMES_WRITTEN)


def _check_report(report: Path | None) -> None:
    if report is not None and report.suffix.lower() not in (".html", ".htm", ".png"):
        raise UsageError(f"A report cannot be written as {report.name}.", "Its suffix may be .html or .png.")


def _is_done(args: argparse.Namespace) -> bool:
    from briefing.cli.pairs import Pair

    outs = [out for out in (args.output, args.report) if out is not None]
    return bool(outs) and all(Pair(Path(args.audio), Path(args.text), out).is_done for out in outs)


def _align(args: argparse.Namespace, document: Document) -> tuple[Pcm, Alignment]:
    """Decode the recording and time the words of the document in it; show how far that is."""
    # The aligners' threads are enough: those of matrix products would only wait for them, at full speed.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from briefing.align.aligner import align
    from briefing.align.arrays import RATE_HZ
    from briefing.audio.media.whole import decode
    from briefing.cli.reference_voice import voice_for
    from briefing.text.language import detect_language

    words = document.text.split()
    if not words:
        raise AlignError("The text has no words.", "Give the text that is spoken in the recording.")
    tag = args.language or document.language or detect_language(document.text) or "en"
    with Progress("Timing words") as bar:

        def progressed(share: float, _: Partial | None = None) -> None:
            bar.show(share)

        bar.show(0.0)
        pcm = decode(Path(args.audio), RATE_HZ)
        return pcm, align(pcm, words, tag, progressed, voice_for=voice_for)


def _timeline(document: Document, alignment: Alignment) -> Timeline:
    from briefing.align.tokens import timeline_of, tokens_of

    return timeline_of(tokens_of(document), alignment.words, alignment.duration_s)


def _written(document: Document, alignment: Alignment, format_: TimedRow) -> Written:
    from briefing.formats.publication import Publication
    from briefing.formats.timed_text import TokenTime

    tokens = (
        TokenTime(word, time.start_s, time.end_s, time.confidence)
        for word, time in zip(document.text.split(), alignment.words, strict=True)
    )
    return format_.write(Publication(document, _timeline(document, alignment), tokens=tokens))


def _write_report(report: Path, audio: str, document: Document, pcm: Pcm, alignment: Alignment) -> None:
    from briefing.export.files import write_whole
    from briefing.export.report_file import draw

    timeline = _timeline(document, alignment)
    write_whole(report, draw(document, timeline, pcm, f"{audio}, {alignment.method}", report.suffix))


def _warn(alignment: Alignment) -> None:
    """Say on stderr where the timings are not what one would expect of them."""
    total = len(alignment.words)
    spoken = sum(word.start_s is not None for word in alignment.words)
    if not spoken:
        doubt = "None of the text was found in the recording."
    elif not alignment.is_fit:
        doubt = "Text and recording hardly fit together; few of these times can be trusted."
    elif spoken < total / 2:
        doubt = f"Most of the text is not in the recording: {spoken} of {total} words were found."
    else:
        return
    outputs.complain(doubt)
