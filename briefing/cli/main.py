"""The command line as a program: arguments, subcommands and exit codes.

`briefing [SOURCE]` opens a briefing; `briefing show|align|sync|speak|export|list|subscribe|unsubscribe|
refresh|bookmarks|voices|pronunciations|formats|settings|doctor` are subcommands, each a module of
`subcommands` with `add_arguments(parser)` and `run(args) -> int` that is imported only when it is asked for.
A file that is called like a command is opened as `./show`.

Rules:
1. Data goes to stdout, messages to stderr.
2. Every exit code but 0 comes with one plain line on stderr; a traceback never shows
   (`BRIEFING_DEBUG=1` lets it through, for those who mend us).
3. Exit codes: 0 done, 1 a fault of ours, 2 usage, 3 source, 4 sound or speech, 5 unsafe,
   130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING, Final

from briefing import leaving
from briefing.cli import outputs
from briefing.cli.parser import Parser
from briefing.errors import BriefingError, UsageError, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


SUBCOMMANDS: Final[Mapping[str, str]] = {
    "show": "print a briefing's text",
    "today": "play what is new in all subscriptions",
    "align": "time the words of a recording",
    "sync": "measure timings against a reference",
    "speak": "read a briefing aloud into a sound file",
    "export": "write a briefing's text or timings in another format",
    "list": "list what is in the library, or in a feed",
    "subscribe": "have the items of feeds from now on",
    "unsubscribe": "have the items of a feed no longer",
    "refresh": "ask your subscriptions for what is new",
    "bookmarks": "print or write your bookmarks, with what stands there",
    "voices": "list who can read aloud",
    "pronunciations": "list, add, hear and share how words are said",
    "formats": "list what can be read and written",
    "settings": "show the settings and where each comes from",
    "doctor": "tell what works here, and what to do about what doesn't",
}
"""Name -> what it does, for help without importing any of them."""
PLAYER: Final = "play"
"""The one that is run where none is named."""


def main(argv: Sequence[str] | None = None, *, is_program: bool = False) -> int:
    """Run the command line; return the exit code.

    Args:
        argv: the arguments, those of this process where there are none.
        is_program: whether this process is there for it alone, so that a signal may end it at once,
            and so does its own end: this does not return then.
    """
    outputs.open_closed()
    if is_program:
        leaving.guard()
    code = _code_of(list(sys.argv[1:] if argv is None else argv))
    outputs.settle()
    if is_program:
        leaving.end(code)
    return code


def _code_of(arguments: list[str]) -> int:
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        said, code = leaving.why()
        outputs.complain(said)
    except BrokenPipeError:  # who reads our output has left, as `head` does
        code = 0
    except Exception as error:
        if os.environ.get("BRIEFING_DEBUG") and not isinstance(error, BriefingError):
            raise
        code = _explain(error)
    return code


def _explain(error: Exception) -> int:
    if isinstance(error, OSError) and outputs.is_unwritable(error):
        outputs.complain(f"The output cannot be written: {error.strerror}. Send it elsewhere, or make room.")
        return UsageError.exit_code
    explained = told(error)
    outputs.complain(str(explained))
    return explained.exit_code


def _run(arguments: list[str]) -> int:
    name = arguments[0] if arguments and arguments[0] in SUBCOMMANDS else ""
    module = importlib.import_module(f"briefing.cli.subcommands.{name or PLAYER}")
    parser = Parser(f"briefing {name}".rstrip())
    module.add_arguments(parser)
    if not name:
        listed = "\n".join(f"  briefing {name:11} {help_}" for name, help_ in SUBCOMMANDS.items())
        manual = "the manual, read and heard like any text:\n  briefing help"
        parser.epilog = f"{manual}\n\nother commands (each with --help):\n{listed}"
    try:
        asked, left_over = parser.parse_known_args(arguments[bool(name) :])
    except SystemExit as done:  # help or the version was printed
        return int(done.code or 0)
    except UsageError as error:
        from briefing.cli import mistakes

        raise mistakes.of_flags(arguments) or error from None
    if left_over:
        from briefing.cli import mistakes

        raise mistakes.of_flags(arguments) or mistakes.of_left_over(left_over)
    if name in ("align", "export"):
        from briefing.cli.notices import run_with_notice

        return run_with_notice(name, lambda: module.run(asked))
    code: int = module.run(asked)
    return code
