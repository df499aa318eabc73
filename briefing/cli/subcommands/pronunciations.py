"""`briefing pronunciations`: how words and names are said that a voice would say otherwise.

    briefing pronunciations                              list yours; with --news what ships, too
    briefing pronunciations add Nguyen "nuh-WIN"         by a respelling
    briefing pronunciations add "Xi Jinping" "/ʃiː dʒɪnˈpɪŋ/"   by IPA between slashes
    briefing pronunciations add "Mc*" "mack *"           a pattern: * stands for any letters
    briefing pronunciations try Nguyen "nuh-WIN"         hear it, and keep nothing
    briefing pronunciations remove Nguyen
    briefing pronunciations export mine.csv              to share them
    briefing pronunciations import theirs.csv            yours stay, but for --replace, where both have a word

They are lines of a CSV file in the folder of the settings, which any editor or spreadsheet opens.
"""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.announce import counted
from briefing.cli import outputs
from briefing.cli.parser import RawHelp
from briefing.cli.settings_flags import add_some_flags
from briefing.cli.wiring.pronunciations import AccountPronunciations
from briefing.errors import UsageError
from briefing.safe import safe_line
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.pronunciation.entry import SaidAs, make_entry
from briefing.text.pronunciation.news import news_names
from briefing.text.pronunciation.respelling import respelled
from briefing.text.pronunciation.table import EXACT, MOST_BYTES, read_table, write_table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

ACTIONS = ("list", "add", "remove", "try", "import", "export")
_OPERANDS = {
    "list": (0, 1),
    "add": (2, 2),
    "remove": (1, 1),
    "try": (1, 2),
    "import": (1, 1),
    "export": (1, 1),
}
_WANTED = {
    "add": "the word and how it is said",
    "remove": "the word",
    "try": "the word, and how it is said if you like",
    "import": "the file",
    "export": "the file to write",
    "list": "a word, or nothing",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "List, add, hear and share how words and names are said."
    parser.epilog = (__doc__ or "").partition("\n\n")[2]
    parser.formatter_class = RawHelp
    parser.add_argument("action", nargs="?", choices=ACTIONS, default="list", help="what to do; it lists")
    parser.add_argument("operands", nargs="*", metavar="WHAT", help="a word and how it is said, or a file")
    parser.add_argument(
        "--for", dest="only", default="", metavar="TAG", help="for texts of one language only"
    )
    parser.add_argument("--exact", action="store_true", help="only where its capitals are as you give them")
    parser.add_argument("--news", action="store_true", help="list the names in the news that ship, too")
    parser.add_argument("--replace", action="store_true", help="let an imported file win over yours")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    add_some_flags(parser, "speech_engine", "speech_voice", "sink")


def run(args: argparse.Namespace) -> int:
    """Carry one action out; return the exit code.

    Raises:
        BriefingError: if something is missing, or a file cannot be read or written.
    """
    least, most = _OPERANDS[args.action]
    if not least <= len(args.operands) <= most:
        raise UsageError(
            f"`briefing pronunciations {args.action}` takes {_WANTED[args.action]}.",
            "`briefing pronunciations --help` has examples.",
        )
    kept = AccountPronunciations(outputs.tell)
    match args.action:
        case "add":
            _add(kept, args)
        case "remove":
            _remove(kept, args)
        case "try":
            _try(kept, args)
        case "import":
            _import(kept, args)
        case "export":
            _export(kept, args)
        case _:
            _list(kept, args)
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{safe_line(line, 500)}\n")


def _list(kept: AccountPronunciations, args: argparse.Namespace) -> None:
    rows = [(each, "yours") for each in kept.now().own.values()]
    if args.news or args.operands:
        rows += [(each, "news") for each in news_names()]
    if args.operands:
        wanted = args.operands[0].casefold()
        rows = [row for row in rows if wanted in row[0].word.casefold()]
    if args.json:
        listed = [each._asdict() | {"from": source} for each, source in rows]
        sys.stdout.write(
            json.dumps({"path": str(kept.path or ""), "pronunciations": listed}, indent=2) + "\n"
        )
        return
    for each, source in rows:
        cells = (each.word, each.said, each.language or "all", EXACT if each.is_exact else "any", source)
        sys.stdout.write("\t".join(safe_line(cell) for cell in cells) + "\n")
    if not rows:
        outputs.tell("There is none yet." if not args.operands else "No pronunciation has that word.")


def _entry(args: argparse.Namespace) -> SaidAs:
    word, said = args.operands
    return make_entry(word, said, args.only, is_exact=args.exact)


def _add(kept: AccountPronunciations, args: argparse.Namespace) -> None:
    entry = _entry(args)
    before = kept.now().own.get(entry.key)
    kept.change([entry])
    told = f", {respelled(entry.ipa)}" if entry.ipa and not entry.say else ""
    _say(f"{entry.word} is said {entry.said}{told}.{f' Before it was {before.said}.' if before else ''}")


def _remove(kept: AccountPronunciations, args: argparse.Namespace) -> None:
    word = make_entry(args.operands[0], "x").key[0]
    own = kept.now().own.values()
    meant = [each for each in own if each.key[0] == word and args.only.lower() in ("", each.key[1])]
    if not meant:
        raise UsageError(
            f"{safe_line(args.operands[0])} is not among your pronunciations.",
            "`briefing pronunciations` lists them.",
        )
    kept.change(drop=[each.key for each in meant])
    _say(f"{meant[-1].word} is said as before. {counted(len(meant), 'pronunciation')} removed.")


def _import(kept: AccountPronunciations, args: argparse.Namespace) -> None:
    path = Path(args.operands[0])
    try:
        with path.open("rb") as file:
            found = read_table(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise UsageError(
            f"{safe_line(str(path))} cannot be read: {error.strerror}.", "Check its name."
        ) from error
    own = kept.now().own
    clashes = [each for each in found.entries if each.key in own and own[each.key].said != each.said]
    fresh = [each for each in found.entries if each.key not in own]
    put = [*fresh, *(clashes if args.replace else ())]
    if put:
        kept.change(put)
    for line in _clashes(clashes, own, is_replaced=args.replace):
        outputs.tell(line)
    for fault in found.faults:
        outputs.tell(fault)
    same = len(found.entries) - len(fresh) - len(clashes)
    had = f" {same} {'was' if same == 1 else 'were'} there already." if same else ""
    told = f" {len(clashes)} {'clashes' if len(clashes) == 1 else 'clash'} with yours." if clashes else ""
    _say(f"{counted(len(put), 'pronunciation')} imported.{had}{told}")


def _clashes(
    clashes: Sequence[SaidAs], own: dict[tuple[str, str], SaidAs], *, is_replaced: bool
) -> Iterable[str]:
    for each in clashes:
        mine = own[each.key]
        kept = "theirs is taken" if is_replaced else "yours stays; --replace takes theirs"
        yield f"{safe_line(each.word)}: yours is {mine.said}, theirs {each.said}; {kept}."


def _export(kept: AccountPronunciations, args: argparse.Namespace) -> None:
    from briefing.export.files import write_whole

    own = list(kept.now().own.values())
    text = write_table([*own, *(news_names() if args.news else ())])
    if args.operands[0] == "-":
        sys.stdout.write(text)
        return
    path = Path(args.operands[0])
    if path.exists() and not args.force:
        raise UsageError(f"{safe_line(str(path))} is there already.", "Give another name, or --force.")
    write_whole(path, text)
    _say(f"{counted(len(own), 'pronunciation')} written to {path}.")


def _try(kept: AccountPronunciations, args: argparse.Namespace) -> None:
    """Say a word, as it would be said or as is tried, and write that in phonetic letters, too."""
    from briefing.cli.wiring import account
    from briefing.cli.wiring.hearing import hear_and_wait
    from briefing.cli.wiring.speech import make_speech

    settings = account.load_settings(args).settings
    word, language = args.operands[0], args.only or "en"
    said = kept.now()
    if len(args.operands) > 1:
        said = Pronunciations([make_entry(word, args.operands[1], args.only)])
    found = said.find(word, 0, len(word), language)
    with ExitStack() as cleanup:
        speech = make_speech(settings, cleanup, outputs.tell)
        hear_and_wait(speech.say(word, language, said), settings.sink)
    how = " ".join(each.entry.said for each in found)
    _say(f"{word} is said {how}." if how else f"{word} is said as the voice reads it.")
