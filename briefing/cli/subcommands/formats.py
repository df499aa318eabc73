"""`briefing formats`: what can be read and written, and what each format holds besides text.

    briefing formats
    briefing formats --json      a list of objects

Each object has `name`, `suffixes`, `read`, `write`, `holds`, `written_suffix` (null where it is only
read) and `written_holds`, which is what is left of `holds` when we write it. What is only written stands
last, as `briefing export` takes it. What a file is called only hints at its format: its content tells it.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from briefing.export.registry import Export
    from briefing.formats.about import About


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "List the formats that can be read and written, and what each holds besides text."
    parser.add_argument("--json", action="store_true", help="print a list of objects")


def run(args: argparse.Namespace) -> int:
    """Print every format on a line; return the exit code."""
    from briefing.export.registry import EXPORTS
    from briefing.formats.registry import ABOUT

    told = {about.written for about in ABOUT}
    written = [each for each in EXPORTS if each.suffix not in told]
    if args.json:
        found = [*map(_fields, ABOUT), *map(_written_fields, written)]
        sys.stdout.write(json.dumps(found, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{_sentence(about)}\n" for about in ABOUT)
        sys.stdout.writelines(
            f"{each.title} ({each.suffix}): written; holds {', '.join(each.keeps.words)}\n"
            for each in written
        )
    return 0


def _written_fields(export: Export) -> dict[str, object]:
    return {
        "name": export.title,
        "suffixes": [export.suffix],
        "read": False,
        "write": True,
        "holds": export.keeps.words,
        "written_suffix": export.suffix,
        "written_holds": export.keeps.words,
    }


def _fields(about: About) -> dict[str, object]:
    return {
        "name": about.name,
        "suffixes": about.names,
        "read": True,
        "write": bool(about.written),
        "holds": about.holds.words,
        "written_suffix": about.written or None,
        "written_holds": about.kept.words,
    }


def _sentence(about: About) -> str:
    """Return what there is to say of a format: "SBV (.sbv): read and written; holds cue times"."""
    called = f"{about.name} ({', '.join(about.names)})" if about.names else about.name
    done = "read"
    if about.written:
        as_ = f" as {about.written}" if len(about.names) > 1 else ""
        lost = f" without {', '.join(about.lost.words)}" if about.lost else ""
        done = f"read and written{as_}{lost}"
    held = f"; holds {', '.join(about.holds.words)}" if about.holds else ""
    return f"{called}: {done}{held}"
