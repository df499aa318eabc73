"""Injects the faults that are named, or all that are quick: `scripts/faults [--long] [--list] [NAME...]`."""

from __future__ import annotations

import argparse
import sys
import time

from injections.catalogue import faults
from injections.rig import MissingError, Rig
from terminal import let_signals_through


def main() -> int:
    """Inject them, one line each; return 1 if something was not as it must be."""
    parser = argparse.ArgumentParser(
        prog="scripts/faults", description="Inject faults and judge what is left."
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a fault, or the start of several faults' names"
    )
    parser.add_argument("--long", action="store_true", help="those that take long, too")
    parser.add_argument("--list", action="store_true", help="list them")
    args = parser.parse_args()
    let_signals_through()
    known = faults()
    unknown = [name for name in args.names if not any(each.startswith(name) for each in known)]
    if unknown:
        parser.error(f"there is no fault {', '.join(unknown)}; --list names them all")
    chosen = [
        each
        for each in known.values()
        if (
            any(each.name.startswith(name) for name in args.names)
            if args.names
            else args.long or not each.is_long
        )
    ]
    passed = failed = skipped = 0
    for each in chosen:
        if args.list:
            print(f"{each.name:32} {'long ' if each.is_long else '     '} {each.what}")
            continue
        began_s = time.monotonic()
        try:
            with Rig() as rig:
                measured = each.inject(rig)
            verdict, passed = "ok  ", passed + 1
        except MissingError as missing:
            verdict, measured, skipped = "left", str(missing), skipped + 1
        except (AssertionError, TimeoutError) as wrong:
            verdict, measured, failed = "FAIL", " ".join(str(wrong).split()), failed + 1
        print(f"{verdict} {each.name:32} {time.monotonic() - began_s:6.1f} s  {measured}", flush=True)
    if not args.list:
        print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
