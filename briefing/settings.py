"""Every setting, in one table: the fields of `Settings`.

A field carries its kind (what it takes), its help, its flags and its environment
variables; command line, settings file, `briefing settings` and the README are all made
from it, and mypy knows every type.

Rules:
1. A flag wins over the environment, the environment over the file, the file over the default.
2. A value that cannot be taken, or a name that does not exist, is a `ConfigError` that says
   where it stands and what would do; nothing is quietly replaced or left out.
3. `resolve` and `parse_toml` are pure. Only `load` touches a file.
4. Key bindings are taken here as they are; `ui.keys.bindings` knows the commands and finds clashes.
"""

# ruff: noqa: RUF009 - the calls in the class body make fields

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeVar, cast

from briefing.errors import ConfigError
from briefing.kinds import (
    BINDINGS,
    CHOICE,
    SWITCH,
    Choice,
    Glyphs,
    Kind,
    listed,
    name_of,
    number,
    one_of,
    text,
    whole,
)
from briefing.limits import MOST_OFFSET_MS, MOST_SLEEP_MIN, SPEED_HIGH, SPEED_LOW
from briefing.model import Light, VoiceKind
from briefing.sizes import DRAWN, USUAL, TextSize

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

Source = Literal["default", "file", "environment", "flag"]
"""Where a value came from."""

THEMES: Final = ("dark", "light", "high-contrast")
FILE_LIMIT_BYTES: Final = 1_000_000

_SHOWN_CHARACTERS: Final = 40


def setting(
    kind: Kind[T],
    default: T,
    help: str,  # noqa: A002 - the word that argparse uses for it
    *,
    flags: Mapping[str, str | None] | None = None,
    presence: Mapping[str, str | None] | None = None,
    per_run: bool = False,
) -> T:
    """Return a field of `Settings`.

    Args:
        kind: What it takes.
        default: Its value where nothing is set.
        help: One sentence.
        flags: Flag -> the value it stands for, or None for one that takes a value. Left out:
            `--name VALUE`; for a switch `--name` and `--no-name`.
        presence: Environment variables that others own -> the value that a non-empty one
            stands for, or None to read it as a value and pass over what is no value. Our own,
            `BRIEFING_NAME`, always goes before them.
        per_run: Whether it is for one run and never stands in the file.
    """
    about = {
        "kind": kind,
        "help": help,
        "flags": flags,
        "presence": presence or {},
        "per_run": per_run,
    }
    if isinstance(default, dict):
        return cast("T", field(default_factory=dict, metadata=about))
    return field(default=default, metadata=about)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the user wants. The values are checked: see `resolve`."""

    linear: Choice = setting(
        CHOICE,
        Choice.AUTO,
        "Screen reader mode: plain lines, never redrawn. Auto: only where there is no terminal to draw on.",
        flags={"--linear": "on", "--tui": "off"},
        presence={"ACCESSIBLE": None},
    )
    size: TextSize = setting(one_of(TextSize), USUAL, f"Text size; {listed(DRAWN)} is larger print.")
    theme: str = setting(name_of(THEMES), "dark", "Colours of the screen.")
    light: Light = setting(one_of(Light), Light.WORD, "What is lit while it is heard.")
    follow: bool = setting(SWITCH, True, "Let the view follow the reading.")
    follow_text: bool = setting(SWITCH, False, "In screen reader mode, print each sentence as it is reached.")
    quiet: bool = setting(SWITCH, False, "No running clock and no moving word on the screen.")
    glyphs: Glyphs = setting(one_of(Glyphs), Glyphs.AUTO, "What large print is drawn with.")
    picture: Choice = setting(CHOICE, Choice.AUTO, "Draw pictures.")
    colour: Choice = setting(
        CHOICE, Choice.AUTO, "Use colours; state never depends on them.", presence={"NO_COLOR": "off"}
    )
    voice: VoiceKind = setting(
        one_of(VoiceKind),
        VoiceKind.RECORDING,
        "Who reads, where there is a choice; none shows the text in silence.",
    )
    speech_engine: str = setting(
        text("auto, or an engine that `briefing voices` lists", "NAME", r"[a-z0-9-]+"),
        "auto",
        "What makes the speech; another takes over where it cannot.",
    )
    speech_voice: str = setting(
        text("a voice's name, or nothing for one that fits the language", "NAME"),
        "",
        "The voice that reads aloud.",
    )
    speech_wpm: int = setting(whole(80, 900, "words a minute"), 170, "Speech rate, where the length is free.")
    speech_pitch: int = setting(whole(0, 100, "percent"), 50, "Pitch of speech; 50 is the voice's own.")
    speech_volume: int = setting(whole(0, 100, "percent"), 100, "Volume of speech.")
    recording_volume: int = setting(whole(0, 100, "percent"), 100, "Volume of recordings.")
    volume: int = setting(whole(0, 100, "percent"), 100, "Volume of everything.")
    speed: float = setting(number(SPEED_LOW, SPEED_HIGH), 1.0, "Speed at unchanged pitch.")
    sink: str = setting(
        text(
            "default, null, or the path of a .wav file",
            "default|null|FILE.wav",
            r"default|null|[^\x00]+\.(?i:wav)",
        ),
        "default",
        "Where the sound goes.",
    )
    autoplay: bool = setting(
        SWITCH, False, "Start playing at once.", flags={"--play": "on", "--no-play": "off"}
    )
    sync_offset_ms: int = setting(
        whole(-MOST_OFFSET_MS, MOST_OFFSET_MS, "milliseconds"),
        0,
        "Light words so much later, in briefings that have no offset of their own.",
    )
    resume: bool = setting(SWITCH, True, "Open a briefing where it was left.")
    language: str = setting(
        text(
            "a language tag such as en or pt-BR, or nothing for the briefing's own",
            "TAG",
            r"([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?",
        ),
        "",
        "Language of the text, whatever it says itself; of several texts, the one to show.",
    )
    sleep_min: int = setting(
        whole(0, MOST_SLEEP_MIN, "minutes"), 0, "Pause after so many minutes; 0 for never."
    )
    align: bool = setting(SWITCH, True, "Work out the timings of a recording that has none.")
    keys: Mapping[str, tuple[str, ...]] = setting(
        BINDINGS, {}, "Keys of commands, in place of the usual ones."
    )
    at: str = setting(
        text("a time such as 1:12, or a place such as p3.s2", "PLACE"),
        "",
        "Open at a time or place.",
        per_run=True,
    )
    exit_at_end: bool = setting(
        SWITCH, False, "Leave when the end has been heard.", flags={"--exit-at-end": "on"}, per_run=True
    )
    trace: str = setting(
        text("the path of a file", "FILE", r"[^\x00]*"),
        "",
        "Write a line of JSON for every event.",
        per_run=True,
    )


class Setting(NamedTuple):
    """A row of the table. `environment` lists the variables that set it, strongest first."""

    name: str
    kind: Kind[object]
    default: object
    help: str
    flags: Mapping[str, str | None]
    environment: Mapping[str, str | None]
    per_run: bool

    def parse(self, raw: object, where: str) -> object:
        """Return the value of `raw`.

        Raises:
            ConfigError: if it cannot be taken; `where` begins the sentence.
        """
        try:
            return self.kind.parse(raw)
        except (ValueError, TypeError, RecursionError) as error:
            shown = repr(raw if isinstance(raw, str) else plain(raw))
            if len(shown) > _SHOWN_CHARACTERS:
                shown = shown[:_SHOWN_CHARACTERS] + "..."
            raise ConfigError(f"{where} cannot be {shown}.", f"It takes {self.kind.takes}.") from error


def plain(value: object) -> object:
    """Return a value as it would be written: an enum's word, a table's lists."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, Mapping):
        return {key: list(keys) if isinstance(keys, tuple) else keys for key, keys in value.items()}
    return value


def _table() -> dict[str, Setting]:
    rows = {}
    for each in fields(Settings):
        about = each.metadata
        name, dashed = each.name, each.name.replace("_", "-")
        flags = about["flags"]
        if flags is None:
            is_switch = about["kind"] is SWITCH
            flags = {f"--{dashed}": "on", f"--no-{dashed}": "off"} if is_switch else {f"--{dashed}": None}
        rows[name] = Setting(
            name=name,
            kind=about["kind"],
            default={} if name == "keys" else each.default,
            help=about["help"],
            flags=flags,
            environment={f"BRIEFING_{name.upper()}": None, **about["presence"]},
            per_run=about["per_run"],
        )
    return rows


TABLE: Final[Mapping[str, Setting]] = _table()
"""Every setting by name, in the order in which it is listed."""


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
        flags: Name -> value of the flags that were given; see `given_flags`.
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


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Give `parser` every setting's flags. A flag that is not given leaves no trace in the namespace."""
    run = parser.add_argument_group("for this run")
    kept = parser.add_argument_group("settings", "Each can also stand in the settings file.")
    for row in TABLE.values():
        group = run if row.per_run else kept
        first = next(iter(row.flags))
        for flag, constant in row.flags.items():
            sentence = row.help.replace("%", "%%") if flag == first else f"The opposite of {first}."
            if constant is None:
                group.add_argument(
                    flag, dest=row.name, metavar=row.kind.metavar, default=argparse.SUPPRESS, help=sentence
                )
            else:
                group.add_argument(
                    flag,
                    dest=row.name,
                    action="store_const",
                    const=constant,
                    default=argparse.SUPPRESS,
                    help=sentence,
                )


def add_some_flags(parser: argparse.ArgumentParser, *names: str) -> None:
    """Give `parser` the flags of a few settings, each of which takes a value."""
    for name in names:
        row = TABLE[name]
        for flag in row.flags:
            parser.add_argument(
                flag, dest=name, metavar=row.kind.metavar, default=argparse.SUPPRESS, help=row.help
            )


def given_flags(namespace: argparse.Namespace) -> dict[str, object]:
    """Return the settings that were given as flags, by name."""
    return {name: value for name, value in vars(namespace).items() if name in TABLE}
