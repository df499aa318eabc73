"""`briefing show`: print what a source holds, as labelled text, as JSON, or as a voice is handed it.

The object of `--json` has the text, its blocks, its outline (title and headings), the chapters of its
recording, and what is known of it besides; `export.show` says which fields. What is not known is null.

With `--spoken` there is a line for each sentence: the language, a tab, and the very text that
the player and `speak` hand to the voice. Of a link such as
`story.md#p3.s2` what follows is printed. A sentence in which the language changes has a line
for each of its parts; what is passed over (marks of notes) has none.
"""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from briefing.cli import outputs
from briefing.cli.parser import SOURCE
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring import account, sources, speech
from briefing.errors import BriefingError, UsageError
from briefing.sources.link import link_from

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from briefing.model import Document
    from briefing.outline import Outline
    from briefing.ports.media import TimedText
    from briefing.settings import Settings
    from briefing.sources.item import Item


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Print a briefing's text, or all that is known of it as JSON."
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--spoken",
        action="store_true",
        help="print what a voice is handed, a line a sentence: language, tab, text",
    )
    form.add_argument("--plain", action="store_true", help="print text with labels (the default)")
    parser.add_argument(
        "--width",
        type=int,
        metavar="N",
        help="wrap lines to N columns, 0 for none; as wide as the terminal, or not at all in a pipe",
    )
    add_some_flags(parser, "language", "offline", "speech_engine", "speech_voice")


def run(args: argparse.Namespace) -> int:
    """Print the source on standard output, and what is to be told about it on standard error.

    Raises:
        BriefingError: if it cannot be read, or, with `--spoken`, if there is no voice.
    """
    from briefing.export.show import as_json, as_plain

    settings = account.load_settings(args).settings
    source, place = link_from(args.source)
    item = sources.open_item(source, settings)
    start = _start(item, place) if place else 0
    width = args.width
    if width is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    shown: Iterable[str]
    if args.spoken:
        shown = (_spoken(item.document, settings, start, is_json=args.json),)
    elif args.json:
        if place:
            raise UsageError(
                f"With --json all of a text is printed, and #{place} is a place in it.",
                "Leave out one of them.",
            )
        languages = speech.languages_of(item.document)
        shown = as_json(item.document, _outline(item), item.others, languages)
    else:
        shown = (as_plain(item.document, width, start),)
    sys.stdout.writelines(chain(shown, "\n"))
    if item.notice:
        outputs.tell(item.notice)
    return 0


def _start(item: Item, place: str) -> int:
    """Return the offset of a place: a time, where it is known when words are heard, or such as p3.s2.

    Raises:
        UsageError: if there is no such place.
    """
    from briefing.cli.wiring.exporting import words_of
    from briefing.session.reader import seconds_from
    from briefing.text.transcript import Transcript

    transcript = Transcript(item.document)
    seconds = seconds_from(place)
    if seconds is None:
        return transcript.resolve(place)
    words = words_of(item)
    if words is None:
        raise UsageError(
            f"{item.document.title} does not tell when its words are heard.", "Give a place such as p3.s2."
        )
    return transcript.sentence_at(words.offset_at(round(seconds * words.rate_hz))).start


def _outline(item: Item) -> Outline:
    """Return the outline of what was opened; without chapters where its recording cannot be looked into."""
    from briefing.outline import outline_of

    chapters: tuple[TimedText, ...] = ()
    with suppress(BriefingError):
        chapters = item.told_chapters()
    return outline_of(item.document, chapters, item.words if chapters else None)


def _spoken(document: Document, settings: Settings, start: int, *, is_json: bool) -> str:
    """Return what the voices are handed for a document."""
    from contextlib import ExitStack
    from itertools import groupby

    from briefing.speech.reader import narrated_sentences
    from briefing.text.transcript import Transcript

    transcript = Transcript(document)
    with ExitStack() as cleanup:
        cast = speech.make_speech(settings, cleanup, lambda _message: None).cast(transcript)
    found = []
    for sentence, _ in narrated_sentences(transcript):
        if sentence.start < start:
            continue
        for passage, parts in groupby(cast.parts(sentence), key=lambda part: part.passage):
            said = list(parts)
            found.append(
                {
                    "text": passage.of(document.text).strip(),
                    "spoken": " ".join(part.line.text for part in said),
                    "language": said[0].language,
                    "voice": said[0].voice.name,
                    "start": passage.start,
                    "stop": passage.stop,
                }
            )
    if is_json:
        return json.dumps(found, ensure_ascii=False, indent=2)
    return "\n".join(f"{one['language']}\t{one['spoken']}" for one in found)
