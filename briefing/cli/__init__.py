"""The command line: arguments, wiring and exit codes. The only place that names adapters.

`briefing [SOURCE]` opens a briefing; `briefing show|align|sync|speak|export|settings|doctor`
are commands of their own, each a module with `add_parser(subparsers)` and `run(args) -> int`
that is imported only when it is asked for. A file that is called like a command is opened
as `./show`.

Rules:
1. Data goes to stdout, messages to stderr.
2. Every exit code but 0 comes with one plain line on stderr; a traceback never shows
   (`BRIEFING_DEBUG=1` lets it through, for those who mend us).
3. Exit codes: 0 done, 1 a fault of ours, 2 usage, 3 source, 4 sound or speech, 5 unsafe,
   130 interrupted.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final, NoReturn

from briefing import __version__
from briefing.errors import BriefingError, UsageError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INTERRUPTED: Final = 130
FAULT: Final = 1
MESSAGE_LIMIT: Final = 500
_UNWRITABLE: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))
"""What comes of writing to an output that cannot take it."""

SUBCOMMANDS: Final[Mapping[str, str]] = {
    "show": "print a briefing's text",
    "align": "time the words of a recording",
    "sync": "measure timings against a reference",
    "speak": "read a briefing aloud into a sound file",
    "export": "write a briefing's timings in another format",
    "settings": "show the settings and where each comes from",
    "doctor": "tell what works here, and what to do about what doesn't",
}
"""Name -> what it does, for help without importing any of them."""


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are errors of ours, in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and leaving.

        Raises:
            UsageError: always.
        """
        raise UsageError(f"{message[:1].upper()}{message[1:].rstrip('.')}.", f"See `{self.prog} --help`.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed_files()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BriefingError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _complain("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:  # who reads our output has left, as `head` does
        _drop_output()
        return 0
    except Exception as error:
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        if isinstance(error, OSError) and error.filename is None and error.errno in _UNWRITABLE:
            _drop_output()
            _complain(f"The output cannot be written: {error.strerror}. Send it elsewhere, or make room.")
            return UsageError.exit_code
        _complain(f"A fault of briefing itself: {type(error).__name__}: {error}. Please report it.")
        return FAULT
    return code


def _open_closed_files() -> None:
    """Put a file that holds nothing where standard input, output or error was closed before we came.

    Otherwise the next file that is opened has its number, and what a library prints lands in it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere: IO[str] = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115  # for good
            setattr(sys, name, nowhere)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # where the locale has no such letter


def _drop_output() -> None:
    """Let go of what could not be written: Python would complain once more at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    if name in SUBCOMMANDS:
        module = importlib.import_module(f"briefing.cli.{name}")
        parser = Parser(prog="briefing", add_help=False)
        module.add_parser(parser.add_subparsers(parser_class=Parser))
        code: int = module.run(parser.parse_args(arguments))
        return code
    from briefing.cli import play  # the other commands do without it

    parser = _player_parser()
    play.add_arguments(parser)
    return play.run(parser.parse_args(arguments))


def _player_parser() -> Parser:
    listed = "\n".join(f"  briefing {name:9} {help_}" for name, help_ in SUBCOMMANDS.items())
    parser = Parser(
        prog="briefing",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Play a news briefing: read it, hear it, and see each word as it is heard.",
        epilog=f"other commands (each with --help):\n{listed}",
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    return parser


def _complain(message: str) -> None:
    # One line, and nothing in it that a terminal would obey: messages quote file names.
    try:
        print(f"briefing: {safe_line(message, MESSAGE_LIMIT)}", file=sys.stderr)  # noqa: T201
    except OSError:
        return
