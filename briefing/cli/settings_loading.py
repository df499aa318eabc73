"""The settings in force, out of flags, environment, settings file and defaults.

Rules:
1. A flag wins over the environment, the environment over the file, the file over the default.
2. A value that cannot be taken, or a name that does not exist, is a `ConfigError` that says
   where it stands and what would do; nothing is quietly replaced or left out.
3. `resolve` and `parse_toml` are pure. Only `load` and `read_file` touch a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from briefing.errors import ConfigError
from briefing.settings import TABLE, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.settings import Setting

Source = Literal["default", "file", "environment", "flag"]
"""Where a value came from."""

FILE_LIMIT_BYTES: Final = 1_000_000


class Loaded(NamedTuple):
    """The settings in force, where each came from, and the file that was read or would be."""

    settings: Settings
    sources: Mapping[str, Source]
    path: Path | None = None


def parse_toml(content: str, where: str) -> dict[str, object]:
    """Return the tables of a settings file's text.

    Raises:
        ConfigError: if it is not TOML; `where` names the file.
    """
    import tomllib

    try:
        return tomllib.loads(content)
    except (ValueError, RecursionError) as error:
        detail = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "A value is out of bounds"
        raise ConfigError(f"The settings file {where} cannot be understood.", f"{detail}.") from error


def resolve(
    file: Mapping[str, object], environ: Mapping[str, str], flags: Mapping[str, object], where: str = ""
) -> Loaded:
    """Return the settings that file, environment and flags make together.

    Args:
        file: What the settings file holds.
        environ: The environment; variables that are empty or not ours are passed over.
        flags: Name -> value of the flags that were given; see `cli.settings_flags.given_flags`.
        where: The file's path, for messages.

    Raises:
        ConfigError: for a name that does not exist or a value that cannot be taken.
    """
    values: dict[str, object] = {}
    sources: dict[str, Source] = dict.fromkeys(TABLE, "default")
    for name, raw in file.items():
        row = TABLE.get(name)
        if row is None:
            raise ConfigError(f"There is no setting {name!r}, as {where} has it.", _nearest(name))
        if row.per_run:
            raise ConfigError(
                f"The setting {name} stands in {where}, but is for one run only.",
                f"Give it as {next(iter(row.flags))}.",
            )
        values[name], sources[name] = row.parse(raw, f"The setting {name} in {where}"), "file"
    for name, row in TABLE.items():
        found = _from_environment(row, environ)
        if found is not None:
            values[name], sources[name] = found, "environment"
        if name in flags:
            flag = next(iter(row.flags))
            values[name], sources[name] = row.parse(flags[name], f"The flag {flag}"), "flag"
    return Loaded(Settings(**values), sources)  # type: ignore[arg-type]  # each was parsed by its own kind


def _from_environment(row: Setting, environ: Mapping[str, str]) -> object | None:
    for variable, meaning in row.environment.items():
        raw = environ.get(variable, "")
        if not raw:
            continue
        if variable.startswith("BRIEFING_"):
            return row.parse(raw, f"The environment variable {variable}")
        try:
            return row.kind.parse(raw if meaning is None else meaning)
        except (ValueError, TypeError):
            continue
    return None


def _nearest(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, TABLE, n=1)
    return f"Is {near[0]} meant?" if near else "`briefing settings` lists them."


def load(
    path: Path | None, environ: Mapping[str, str], flags: Mapping[str, object], *, must_exist: bool = False
) -> Loaded:
    """Read the settings file, if there is one, and return the settings in force.

    Raises:
        ConfigError: if the file cannot be read or understood, or is missing though it
            `must_exist`; or for what `resolve` raises.
    """
    file: dict[str, object] = {}
    if path is not None:
        content = read_file(path)
        if content is None and must_exist:
            raise ConfigError(f"There is no settings file {path}.", "`briefing settings --init` makes one.")
        if content:
            file = parse_toml(content, str(path))
    found = resolve(file, environ, flags, str(path or ""))
    return Loaded(found.settings, found.sources, path)


def read_file(path: Path) -> str | None:
    """Return the text of the settings file, None if there is none.

    Raises:
        ConfigError: if it is no file, too large, not UTF-8, or may not be read.
    """
    try:
        if not path.exists():
            return None
        if not path.is_file():  # opening a pipe would wait for ever
            raise ConfigError(f"The settings file {path} is not a file.", "Move it away.")
        with path.open("rb") as stream:
            content = stream.read(FILE_LIMIT_BYTES + 1)
    except OSError as error:
        raise ConfigError(
            f"The settings file {path} cannot be read: {error.strerror}.", "Check its permissions."
        ) from error
    if len(content) > FILE_LIMIT_BYTES:
        raise ConfigError(f"The settings file {path} is larger than a megabyte.", "Move it away.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"The settings file {path} is not in UTF-8.", "Save it in UTF-8.") from error
