"""The settings file, changed: the one writer of it, for `briefing settings` and for the player.

It is edited as text, so comments and order stay. What an edit made is parsed again and must say
exactly what was meant, or nothing is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from briefing.cli.settings_loading import parse_toml, read_file, resolve
from briefing.errors import ConfigError, UsageError
from briefing.export.files import write_whole
from briefing.safe import safe_line
from briefing.settings import TABLE, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.settings import Settings

_TABLE_BEGINS: Final = re.compile(r"\s*\[")


class SettingsFile:
    """The user's settings file.

    Args:
        path: where it is or would be; None where there is no home folder.
        check: raises where what stands in it cannot be, as far as only an adapter knows that.
    """

    def __init__(self, path: Path | None, check: Callable[[Settings], None] = lambda _settings: None) -> None:
        self.path = path
        self._check = check

    def change(self, changes: Mapping[str, object | None]) -> dict[str, object | None]:
        """Write settings, all or none of them; None takes one out. Return what would undo that.

        Raises:
            ConfigError: if there is no place for the file, it cannot be read or written, an edit would spoil
                it, or what it would say cannot be.
        """
        path = self.needed
        text = read_file(path) or ""
        before = parse_toml(text, str(path)) if text else {}
        for name, value in changes.items():
            text = edited(text, name, value)
        if text:
            self._check(resolve(parse_toml(text, str(path)), {}, {}, str(path)).settings)
        self._write(path, text)
        return {name: before.get(name) for name in changes}

    def begin(self) -> None:
        """Write a file with every setting commented out.

        Raises:
            ConfigError, UsageError: if there is no place for it, or one is there already.
        """
        path = self.needed
        if path.exists():
            raise UsageError(
                f"There is a settings file already: {safe_line(str(path))}.", "Change it in an editor."
            )
        self._write(path, template())

    @property
    def needed(self) -> Path:
        """Where it is.

        Raises:
            ConfigError: if there is no place for it.
        """
        if self.path is None:
            raise ConfigError("There is no home folder to keep settings in.", "Set XDG_CONFIG_HOME.")
        return self.path

    def _write(self, path: Path, text: str) -> None:
        hint = "Check the folder's permissions."
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigError(f"{safe_line(str(path))} cannot be written: {error.strerror}.", hint) from error
        write_whole(path, text, hint)


def as_toml(value: object) -> str:
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
            default = '{ play = ["space"] }' if row.name == "keys" else as_toml(row.default)
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
    top = next((i for i, line in enumerate(lines) if _TABLE_BEGINS.match(line)), len(lines))
    at = next((i for i, line in enumerate(lines[:top]) if re.match(rf"\s*{name}\s*=", line)), None)
    if at is not None:
        del lines[at]
    elif value is not None:  # after the comment that tells of it; before the first table
        told = (i + 1 for i, line in enumerate(lines[:top]) if re.match(rf"#\s*{name}\s*=", line))
        at = next(told, top)
    if value is not None:
        wanted[name] = plain(value)
        if at and not lines[at - 1].endswith("\n"):
            lines[at - 1] += "\n"
        lines.insert(at or 0, f"{name} = {as_toml(value)}\n")
    changed = "".join(lines)
    try:
        is_meant = parse_toml(changed, "the settings file") == wanted
    except ConfigError:
        is_meant = False
    if not is_meant:
        raise ConfigError(f"The setting {name} cannot be changed in this file.", "Change it in an editor.")
    return changed
