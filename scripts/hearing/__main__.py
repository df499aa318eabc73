"""Runs a command in a reader, and writes what was heard and what it was like: `scripts/hear`."""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearing import steps
from hearing.listener import MissingError
from hearing.measures import Compared, Measures, compared, measured, utterances
from hearing.readers import READERS, listen

if TYPE_CHECKING:
    from types import FrameType

    from hearing.listener import Listener

_TRACE: Final = "--trace"


def main() -> int:
    """Hear a visit; return 1 if it could not be heard, 2 for what was typed wrongly."""
    parser = argparse.ArgumentParser(
        prog="scripts/hear", description="Run a command in a screen reader, and tell what is heard."
    )
    parser.add_argument("--reader", choices=READERS, default="yasr")
    parser.add_argument("--keys", default="wait 5", metavar="STEPS", help=steps.HELP)
    parser.add_argument("--columns", type=int, default=80, help="width of the window")
    parser.add_argument("--rows", type=int, default=24, help="height of the window")
    parser.add_argument("--cells", type=int, default=40, help="cells of the braille display (brltty)")
    parser.add_argument("--words-a-minute", type=float, default=300, help="how fast the voice speaks")
    parser.add_argument(
        "--setting",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a setting of the reader's own, as its file calls it",
    )
    parser.add_argument("--own-home", action="store_true", help="with your own library and settings")
    parser.add_argument("--picture", type=Path, metavar="PNG", help="what the screen shows last (orca)")
    parser.add_argument("--json", action="store_true", help="write it as JSON")
    parser.add_argument("command", nargs="+", help="the program and its arguments, behind --")
    args = parser.parse_args()
    leaving = _Leaving()
    options = {"cells": args.cells} if args.reader == "brltty" else {}
    settings = dict(each.partition("=")[::2] for each in args.setting)
    try:
        with tempfile.TemporaryDirectory(prefix="hear-") as folder:
            trace = Path(folder, "trace")
            listener = listen(
                args.reader,
                _traced(args.command, trace),
                columns=args.columns,
                rows=args.rows,
                words_a_minute=args.words_a_minute,
                settings=settings,
                keeps_home=args.own_home,
                **options,
            )
            with listener, leaving:
                for step in steps.parsed(args.keys):
                    step(listener)
                time.sleep(1)
                if args.picture:
                    listener.picture(args.picture)
                visit = _Visit(listener, trace)
    except (MissingError, TimeoutError) as error:
        print(f"{error}", file=sys.stderr)
        return 1
    except ValueError as error:
        parser.error(str(error))
    print(visit.as_json() if args.json else visit.as_text())
    return 0


class _Leaving:
    """A signal that ends us ends the visit first: the reader and its program leave, and their folder goes.

    Use it as a context manager around what may be left at any moment; before and after it a signal waits for
    that, for what is half started cannot be ended, nor what is half ended.
    """

    def __init__(self) -> None:
        self._number = 0
        self._is_within = False
        for each in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(each) is not signal.SIG_IGN:  # as below nohup
                signal.signal(each, self._take)

    def _take(self, number: int, _frame: FrameType | None) -> None:
        self._number = number
        if self._is_within:
            self._is_within = False
            sys.exit(128 + number)

    def __enter__(self) -> None:
        self._is_within = True
        if self._number:
            self._take(self._number, None)

    def __exit__(self, *_: object) -> None:
        self._is_within = False


def _traced(command: list[str], trace: Path) -> list[str]:
    """Return a command that writes what it has to say, if it is this player."""
    is_ours = Path(command[0]).name == "briefing" and shutil.which(command[0]) and _TRACE not in command
    return [*command, _TRACE, str(trace)] if is_ours else command


class _Visit:
    """What was heard of a listener, and of a trace if there is one."""

    def __init__(self, listener: Listener, trace: Path) -> None:
        self._began_s = listener.began_s
        self._events, self._pressed = listener.events, listener.pressed
        self._measures: Measures = measured(self._events, self._pressed)
        self._compared: Compared | None = None
        if trace.exists():
            lines = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines()]
            told = " ".join(line["text"] for line in lines if line["event"] == "announce")
            self._compared = compared(" ".join(listener.heard), told)

    def as_json(self) -> str:
        """Return all of it as JSON; times count from the start."""
        told = {
            "events": [
                {**asdict(each), "at_s": round(each.at_s - self._began_s, 3)} for each in self._events
            ],
            "keys": [{**asdict(each), "at_s": round(each.at_s - self._began_s, 3)} for each in self._pressed],
            "measures": asdict(self._measures),
            "word_for_word": asdict(self._compared) if self._compared else None,
        }
        return json.dumps(told, ensure_ascii=False, indent=1)

    def as_text(self) -> str:
        """Return what was pressed, said and shown in the order of time, and a table."""
        said = {each.at_s: each for each in utterances(self._events, self._pressed)}
        rows = [(each.at_s, f"> {each.keys!r}") for each in self._pressed]
        for each in self._events:
            if each.what == "said" and each.at_s in said:
                rows.append((each.at_s, f"  {said[each.at_s].kind:8}{each.text}"))
            elif each.what == "shown":
                rows.append((each.at_s, f"  braille {each.text}"))
        lines = [f"{at_s - self._began_s:7.2f} {row}" for at_s, row in sorted(rows)]
        return "\n".join((*lines, "", *self._table()))

    def _table(self) -> list[str]:
        measures, answers = self._measures, self._measures.answers
        rows = [
            ("words said", f"{measures.words}"),
            ("noise", f"{measures.noise:.1%}"),
            ("unasked", f"{measures.unasked:.1%}"),
            ("drawn marks said", f"{measures.drawn}"),
            ("keys answered", f"{measures.answered} of {len(answers)}"),
        ]
        if measures.median_s is not None and measures.worst_s is not None:
            times = f"{measures.median_s * 1000:.0f} ms, at worst {measures.worst_s * 1000:.0f} ms"
            rows.append(("key to speech", f"{times} (median)"))
        if any(each.braille for each in answers):
            rows.append(("braille begins as said", f"{measures.braille_right} of {len(answers)}"))
        if self._compared:
            told = self._compared
            rows.append(("of what was to be said", f"{told.said} of {told.announced} words"))
            rows.append(("said besides", "; ".join(told.added) or "nothing"))
            rows.append(("not said", "; ".join(told.lost) or "nothing"))
        silent = [repr(each.keys) for each in answers if each.after_s is None]
        if silent:
            rows.append(("keys without an answer", " ".join(silent)))
        return [f"{name:24}{value}" for name, value in rows]


if __name__ == "__main__":
    sys.exit(main())
