"""What settings take: words, numbers, switches, key bindings.

A `Kind` reads a value from wherever it stands: typed in a TOML file, or as the words of a
flag or an environment variable. Nothing here knows which settings there are. It lies below commands and
faces, and not with `settings`, because they take and name the same choices.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from briefing.limits import (
    MOST_HEARINGS,
    MOST_PAUSE_LENGTHS,
    MOST_PAUSE_S,
    SPEED_HIGH,
    SPEED_LOW,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_ON: Final = frozenset(("on", "yes", "true", "1"))
_OFF_AS_ZERO: Final = {"off": "0", "none": "0"}
_OFF: Final = frozenset(("off", "no", "false", "0"))


class Choice(StrEnum):
    """On, off, or as the terminal and the surroundings suggest."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Colours(StrEnum):
    """How many colours are used: as the terminal says, all, the sixteen that it names itself, or none."""

    AUTO = "auto"
    ON = "on"
    SIXTEEN = "16"
    OFF = "off"


class Glyphs(StrEnum):
    """What large print is drawn with."""

    AUTO = "auto"
    HALF = "half"
    QUADRANT = "quadrant"
    SEXTANT = "sextant"


class Level(StrEnum):
    """How loud every voice is made, in LUFS (EBU R 128); off leaves each as loud as it is."""

    OFF = "off"
    PODCAST = "-16"
    QUIETER = "-18"

    @property
    def lufs(self) -> float | None:
        """The loudness; None where nothing is levelled."""
        return None if self is Level.OFF else float(self.value)


class Verbosity(StrEnum):
    """How much is said."""

    BRIEF = "brief"
    USUAL = "usual"
    FULL = "full"


class Punctuation(StrEnum):
    """Which signs a voice of our own names."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


class EndOf(StrEnum):
    """What has an end."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    CHAPTER = "chapter"


class StopAfter(StrEnum):
    """At the end of what playing stops each time."""

    OFF = "off"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Shadow(StrEnum):
    """What comes behind a sentence that is studied, to be spoken along with."""

    OFF = "off"
    GAP = "gap"
    SOFT = "soft"


class Kind(NamedTuple, Generic[T]):
    """What a setting takes. `parse` raises ValueError; `takes` ends the sentence "It takes ..."."""

    parse: Callable[[object], T]
    takes: str
    metavar: str = "VALUE"
    choices: tuple[str, ...] = ()
    """All that it takes, in words, where that is a handful."""
    unit: str = ""
    """Of a number, in the plural: "percent"."""


def _word(raw: object) -> str:
    # `true` in a file, `1` in the environment and `on` mean the same.
    return str(raw).strip().lower() if isinstance(raw, (str, bool, int)) else ""


def _switch(raw: object) -> bool:
    word = _word(raw)
    if word not in _ON | _OFF:
        raise ValueError(word)
    return word in _ON


def _choice(raw: object) -> Choice:
    word = _word(raw)
    if word == Choice.AUTO:
        return Choice.AUTO
    return Choice.ON if _switch(word) else Choice.OFF


def _colours(raw: object) -> Colours:
    word = _word(raw)
    if word in (Colours.AUTO, Colours.SIXTEEN):
        return Colours(word)
    return Colours.ON if _switch(word) else Colours.OFF


def one_of(members: type[E], but: Sequence[E] = ()) -> Kind[E]:
    """Take one of an enumeration's words, but for some."""
    names = tuple(str(member) for member in members if member not in but)
    return Kind(lambda raw: members(names[names.index(_word(raw))]), listed(names), "|".join(names), names)


def name_of(names: tuple[str, ...]) -> Kind[str]:
    """Take one of `names`."""
    return Kind(lambda raw: names[names.index(_word(raw))], listed(names), "|".join(names), names)


def listed(names: Sequence[str]) -> str:
    """Return "a, b or c"."""
    return f"{', '.join(names[:-1])} or {names[-1]}"


def whole(low: int, high: int, unit: str) -> Kind[int]:
    """Take a whole number in [low, high]; `unit` is its plural in words."""

    def parse(raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, (int, str)):
            raise TypeError
        value = int(raw)
        if not low <= value <= high:
            raise ValueError(value)
        return value

    return Kind(parse, f"a whole number of {unit} from {low} to {high}", "N", unit=unit)


def number(low: float, high: float) -> Kind[float]:
    """Take a number in [low, high]."""

    def parse(raw: object) -> float:
        if isinstance(raw, bool) or not isinstance(raw, (float, int, str)):
            raise TypeError
        value = float(raw)
        if not low <= value <= high:  # refuses nan, too
            raise ValueError(value)
        return value

    return Kind(parse, f"a number from {low:g} to {high:g}", "N")


def paces_from(words: str) -> tuple[float, ...]:
    """Return the numbers in "0.75 1 1.25", parted by white space.

    Raises:
        ValueError: if one is no factor of the speed, or there are too many.
    """
    paces = tuple(float(word) for word in words.replace(",", " ").split())
    if len(paces) > MOST_HEARINGS or not all(SPEED_LOW <= pace <= SPEED_HIGH for pace in paces):
        raise ValueError(words)
    return paces


def pause_from(word: str) -> tuple[float, float]:
    """Return a pause in seconds, and in lengths of what was heard: "2" is (2, 0), "1.5x" (0, 1.5).

    Raises:
        ValueError: if it is none, or too long.
    """
    is_lengths = word.endswith("x")
    value = float(word.removesuffix("x"))
    if not 0 <= value <= (MOST_PAUSE_LENGTHS if is_lengths else MOST_PAUSE_S):
        raise ValueError(word)
    return (0.0, value) if is_lengths else (value, 0.0)


def _pause(raw: object) -> str:
    word = _OFF_AS_ZERO.get(_word(raw), _word(raw)) if not isinstance(raw, float) else f"{raw:g}"
    pause_from(word)
    return word


def _paces(raw: object) -> str:
    if not isinstance(raw, (str, int, float)):
        raise TypeError
    return " ".join(f"{pace:g}" for pace in paces_from(str(raw)))


def text(takes: str, metavar: str, pattern: str = r"[^\x00-\x1f\x7f]*") -> Kind[str]:
    """Take text that `pattern` matches as a whole; the usual one allows all but controls."""

    def parse(raw: object) -> str:
        if not isinstance(raw, str) or not re.fullmatch(pattern, raw):
            raise ValueError(raw)
        return raw

    return Kind(parse, takes, metavar)


def _bindings(raw: object) -> Mapping[str, tuple[str, ...]]:
    if isinstance(raw, str):  # from a flag or the environment, where there are no tables
        import tomllib

        raw = tomllib.loads(f"keys = {raw.strip()}")["keys"]
    if not isinstance(raw, dict):
        raise TypeError
    bindings = {}
    for command, keys in raw.items():
        listed = [keys] if isinstance(keys, str) else keys
        if not isinstance(listed, list) or not all(isinstance(key, str) and key for key in listed):
            raise TypeError
        bindings[command] = tuple(listed)
    return bindings


PAUSE: Final = Kind(
    _pause,
    f"seconds from 0 to {MOST_PAUSE_S}, or lengths of the sentence from 0x to {MOST_PAUSE_LENGTHS}x",
    "PAUSE",
)
PACES: Final = Kind(
    _paces, f"up to {MOST_HEARINGS} numbers from {SPEED_LOW:g} to {SPEED_HIGH:g}, or nothing", "FACTORS"
)
SWITCH: Final = Kind(_switch, "on or off", "on|off", ("on", "off"))
CHOICE: Final = Kind(_choice, "auto, on or off", "auto|on|off", ("auto", "on", "off"))
COLOURS: Final = Kind(_colours, listed(tuple(Colours)), "|".join(Colours), tuple(Colours))
BINDINGS: Final = Kind(
    _bindings, 'a table of commands and keys, such as { play = "p", quit = ["Q", "f10"] }', "TABLE"
)
