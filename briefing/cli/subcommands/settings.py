"""`briefing settings`: where the settings file is, what is set, and by what; and to change it.

The file is edited as text, so comments and order stay. What an edit made is parsed again
and must say exactly what was meant, or nothing is written.
"""

# ruff: noqa: T201 - printing is what it is for

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.cli.settings_loading import Loaded, load, parse_toml, read_file, resolve
from briefing.cli.wiring.account import check_names
from briefing.errors import ConfigError, UsageError
from briefing.export.files import write_whole
from briefing.folders import settings_path
from briefing.safe import safe_line, safe_text
from briefing.settings import TABLE, Setting, plain

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Show where the settings file is and every value with its source; or set one."
    parser.add_argument("name", nargs="?", metavar="NAME", help="show only this setting, or set it")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="what to set it to")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--json", action="store_true", help="print one JSON object")
    action.add_argument("--init", action="store_true", help="write a file with every setting, commented out")
    action.add_argument("--reset", metavar="NAME", help="take a setting out of the file")


def run(args: argparse.Namespace) -> int:
    """Show or change settings.

    Raises:
        BriefingError: for a setting that does not exist, a value that it cannot take, or a file
            that cannot be read or written.
    """
    path = settings_path()
    if args.init:
        _init(_needed(path))
    elif args.reset:
        row = _row(args.reset)
        _change(_needed(path), row, None)
        print(f"{row.name} is as usual again: {_toml(row.default)}.")
    elif args.value is not None:
        row = _row(args.name)
        value = row.parse(args.value, f"The setting {row.name}")
        check_names(resolve({row.name: value}, {}, {}).settings)
        _change(_needed(path), row, value)
        print(f"{row.name} is {_toml(value)}, in {_shown(path)}.")
    else:
        _show(load(path, os.environ, {}), args.name, as_json=args.json)
    return 0


def _needed(path: Path | None) -> Path:
    if path is None:
        raise ConfigError("There is no home folder to keep settings in.", "Set XDG_CONFIG_HOME.")
    return path


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
        print(json.dumps({"path": str(loaded.path or ""), "settings": listed}, indent=2))
        return
    if loaded.path is None:
        print("Settings file: none, for there is no home folder")
    else:
        print(f"Settings file: {_shown(loaded.path)}{'' if loaded.path.exists() else ' (not there yet)'}")
    for row in rows:
        value = safe_text(_toml(values[row.name]), keep_newlines=False)
        print(f"{row.name} = {value} ({loaded.sources[row.name]}). {row.help}")


# The file


def _toml(value: object) -> str:
    """Return a setting's value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A JSON string is a TOML basic string, but for DEL, which `Kind` refuses.
        return json.dumps(str(value), ensure_ascii=False)
    if isinstance(value, Mapping):
        listed = ", ".join(f"{key} = {json.dumps(list(keys))}" for key, keys in value.items())
        return f"{{ {listed} }}" if listed else "{}"
    return repr(value)


def template() -> str:
    """Return a settings file with every setting at its default, commented out."""
    lines = ["# Settings of briefing. Take the # away from a line to set it.", ""]
    for row in TABLE.values():
        if not row.per_run:
            default = '{ play = ["space"] }' if row.name == "keys" else _toml(row.default)
            lines += [f"# {row.help} It takes {row.kind.takes}.", f"#{row.name} = {default}", ""]
    return "\n".join(lines)


def edited(text: str, name: str, value: object | None) -> str:
    """Return a settings file's text with one setting changed, or taken out if `value` is None.

    Raises:
        ConfigError: if the file is written in a way that a simple edit would spoil.
    """
    before = parse_toml(text, "the settings file") if text else {}
    wanted = {key: each for key, each in before.items() if key != name}
    lines = text.splitlines(keepends=True)
    at = next((i for i, line in enumerate(lines) if re.match(rf"\s*{name}\s*=", line)), None)
    if at is not None:
        del lines[at]
    elif value is not None:  # after the comment that tells of it; before the first table
        told = (i + 1 for i, line in enumerate(lines) if re.match(rf"#\s*{name}\s*=", line))
        table = (i for i, line in enumerate(lines) if line.lstrip().startswith("["))
        at = next(told, next(table, len(lines)))
    if value is not None:
        wanted[name] = plain(value)
        if at and not lines[at - 1].endswith("\n"):
            lines[at - 1] += "\n"
        lines.insert(at or 0, f"{name} = {_toml(value)}\n")
    changed = "".join(lines)
    try:
        is_meant = parse_toml(changed, "the settings file") == wanted
    except ConfigError:
        is_meant = False
    if not is_meant:
        raise ConfigError(f"The setting {name} cannot be changed in this file.", "Change it in an editor.")
    return changed


def _change(path: Path, row: Setting, value: object | None) -> None:
    text = read_file(path) or ""
    _write(path, edited(text, row.name, value))


def _init(path: Path) -> None:
    if path.exists():
        raise UsageError(f"There is a settings file already: {_shown(path)}.", "Change it in an editor.")
    _write(path, template())
    print(f"Settings file: {_shown(path)}")


def _write(path: Path, text: str) -> None:
    hint = "Check the folder's permissions."
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ConfigError(f"{safe_line(str(path))} cannot be written: {error.strerror}.", hint) from error
    write_whole(path, text, hint)
