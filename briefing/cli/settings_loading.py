"""The settings in force, out of flags, environment, settings file and defaults.

Rules:
1. A flag wins over the environment, the environment over the file, the file over the default.
2. A profile stands right behind the place where it is named: one that is named by flag wins over the
   environment and the file, as its settings would if they were given one by one; of one that is named in
   the file, what else stands there wins. Only one is in force.
3. A value that cannot be taken, or a name that does not exist, is a `ConfigError` that says
   where it stands and what would do; nothing is quietly replaced or left out.
4. `resolve` and `parse_toml` are pure. Only `load` and `read_file` touch a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.errors import ConfigError
from briefing.profiles import PROFILES
from briefing.settings import TABLE, Loaded, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.settings import Setting, Source

FILE_LIMIT_BYTES: Final = 1_000_000
OWN_PROFILES: Final = "profiles"
"""The table of the file in which the user's own profiles stand, each as a table."""


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
    own = file.get(OWN_PROFILES, {})
    profiles = _profiles(own, where)
    layers: list[tuple[Source, Mapping[str, object]]] = [
        ("file", _of_file({name: raw for name, raw in file.items() if name != OWN_PROFILES}, where)),
        ("environment", _of_environment(environ)),
        ("flag", _of_flags(flags)),
    ]
    naming = next((layer for _, layer in reversed(layers) if "profile" in layer), {})
    profile = str(naming.get("profile", ""))
    if profile and profile not in profiles:
        raise ConfigError(f"There is no profile {profile!r}.", f"There are {', '.join(profiles)}.")
    values: dict[str, object] = {}
    sources: dict[str, Source] = dict.fromkeys(TABLE, "default")
    for source, layer in layers:
        if layer is naming and profile:
            values |= profiles[profile]
            sources |= dict.fromkeys(profiles[profile], "profile")
        values |= layer
        sources |= dict.fromkeys(layer, source)
    return Loaded(Settings(**values), sources, profiles=profiles)  # type: ignore[arg-type]  # parsed by its kind


def _of_file(file: Mapping[str, object], where: str) -> dict[str, object]:
    """Return the values of a file, or of a profile in it."""
    values = {}
    for name, raw in file.items():
        row = TABLE.get(name)
        if row is None:
            raise ConfigError(f"There is no setting {name!r}, as {where} has it.", _nearest(name))
        if row.per_run:
            raise ConfigError(
                f"The setting {name} stands in {where}, but is for one run only.",
                f"Give it as {next(iter(row.flags))}.",
            )
        values[name] = row.parse(raw, f"The setting {name} in {where}")
    return values


def _profiles(own: object, where: str) -> dict[str, dict[str, object]]:
    """Return the values of each profile, ours with what the user's own change of them."""
    if not isinstance(own, dict) or not all(isinstance(each, dict) for each in own.values()):
        raise ConfigError(
            f"The profiles in {where} cannot be understood.", "Each is a table, [profiles.NAME]."
        )
    profiles = {name: _of_profile(name, profile.values, "ours") for name, profile in PROFILES.items()}
    for name, values in own.items():
        profiles[name] = profiles.get(name, {}) | _of_profile(name, values, where)
    return profiles


def _of_profile(name: str, written: Mapping[str, object], where: str) -> dict[str, object]:
    if "profile" in written:
        raise ConfigError(f"The profile {name} in {where} names a profile.", "List its settings instead.")
    return _of_file(written, f"the profile {name} of {where}")


def _of_environment(environ: Mapping[str, str]) -> dict[str, object]:
    found = {name: _from_environment(row, environ) for name, row in TABLE.items()}
    return {name: value for name, value in found.items() if value is not None}


def _of_flags(flags: Mapping[str, object]) -> dict[str, object]:
    return {
        name: row.parse(flags[name], f"The flag {next(iter(row.flags))}")
        for name, row in TABLE.items()
        if name in flags
    }


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
    return found._replace(path=path)


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
