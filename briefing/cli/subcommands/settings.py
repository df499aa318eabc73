"""`briefing settings`: where the settings file is, what is set, and by what; and to change it."""

# ruff: noqa: T201 - printing is what it is for

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from briefing.cli.settings_flags import add_some_flags, given_flags
from briefing.cli.settings_loading import load
from briefing.cli.settings_writing import SettingsFile, as_toml
from briefing.cli.wiring.account import check_names
from briefing.errors import UsageError
from briefing.folders import settings_path
from briefing.safe import safe_line, safe_text
from briefing.settings import TABLE, plain

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from briefing.settings import Loaded, Setting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Show where the settings file is and every value with its source; or set one."
    parser.add_argument("name", nargs="?", metavar="NAME", help="show only this setting, or set it")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="what to set it to")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--json", action="store_true", help="print one JSON object")
    action.add_argument("--init", action="store_true", help="write a file with every setting, commented out")
    action.add_argument("--reset", metavar="NAME", help="take a setting out of the file")
    add_some_flags(parser, "profile")


def run(args: argparse.Namespace) -> int:
    """Show or change settings.

    Raises:
        BriefingError: for a setting that does not exist, a value that it cannot take, or a file
            that cannot be read or written.
    """
    file = SettingsFile(settings_path(), check_names)
    if args.init:
        file.begin()
        print(f"Settings file: {_shown(file.path)}")
    elif args.reset:
        row = _row(args.reset)
        file.change({row.name: None})
        print(f"{row.name} is as usual again: {as_toml(row.default)}.")
    elif args.value is not None:
        row = _row(args.name)
        value = row.parse(args.value, f"The setting {row.name}")
        file.change({row.name: value})
        print(f"{row.name} is {as_toml(value)}, in {_shown(file.path)}.")
    else:
        _show(load(file.path, os.environ, given_flags(args)), args.name, as_json=args.json)
    return 0


def _shown(path: Path | None) -> str:
    return safe_line(str(path))


def _row(name: str) -> Setting:
    row = TABLE.get(name.replace("-", "_"))
    if row is None:
        raise UsageError(f"There is no setting {name!r}.", "`briefing settings` lists them.")
    if row.per_run:
        raise UsageError(
            f"The setting {row.name} is for one run only.", f"Give it as {next(iter(row.flags))}."
        )
    return row


def _show(loaded: Loaded, name: str | None, *, as_json: bool) -> None:
    rows = [_row(name)] if name else [row for row in TABLE.values() if not row.per_run]
    values = {row.name: getattr(loaded.settings, row.name) for row in rows}
    if as_json:
        listed = {
            row.name: {
                "value": plain(values[row.name]),
                "source": loaded.sources[row.name],
                "default": plain(row.default),
                "takes": row.kind.takes,
                "help": row.help,
            }
            for row in rows
        }
        # In ASCII, so that a path of any bytes is told as it is, and no terminal obeys it.
        profiles = {name: dict(values) for name, values in loaded.profiles.items()}
        told = {"path": str(loaded.path or ""), "settings": listed, "profiles": profiles}
        print(json.dumps(told, indent=2, default=plain))
        return
    if loaded.path is None:
        print("Settings file: none, for there is no home folder")
    else:
        print(f"Settings file: {_shown(loaded.path)}{'' if loaded.path.exists() else ' (not there yet)'}")
    for row in rows:
        value = safe_text(as_toml(values[row.name]), keep_newlines=False)
        print(f"{row.name} = {value} ({loaded.sources[row.name]}). {row.help}")
    if name is None:
        print(f"Profiles: {', '.join(loaded.profiles)}. --profile NAME shows what one makes of it.")
