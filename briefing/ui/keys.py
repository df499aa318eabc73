"""Keys: their names, what a terminal sends for them, and the commands that they run.

A key's name is a character as it is typed ("N", "?", "["), or a word with its modifiers in
the order alt, ctrl, shift ("space", "f6", "shift+left", "ctrl+shift+end").

Theory of operation of `KeyDecoder`: `Splitter` cuts what a terminal sends into units; the
sequences of keys are named as xterm's ctlseqs document lists them. A modified key carries
1 + shift 1, alt 2, ctrl 4 as a parameter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from briefing.commands import BY_ID
from briefing.errors import ConfigError
from briefing.ui.sequences import Pasted, Sequence, Splitter, Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.commands import Command
    from briefing.ui.sequences import Unit

UNKNOWN: Final = "unknown"
"""What a key is called that no name fits. It must be answered, too."""

_CODE_POINTS: Final = 0x110000
_CSI: Final = re.compile(rb"\x1b\[([0-?]*)[ -/]*([@-~])")


def _pairs(listed: str) -> dict[str, str]:
    return {each.split(" ", 1)[0]: each.split(" ", 1)[1] for each in listed.strip().splitlines()}


# Lower-case finals are rxvt's.
_FINALS: Final = dict(
    zip(
        "ABCDEFHPQRS",
        ("up", "down", "right", "left", "begin", "end", "home", "f1", "f2", "f3", "f4"),
        strict=True,
    )
) | dict(zip("Zabcd", (f"shift+{key}" for key in ("tab", "up", "down", "right", "left")), strict=True))
_SS3: Final[dict[str, str]] = (
    _FINALS
    | dict(zip("Mjklmno", ("enter", *"*+,-./"), strict=True))
    | dict(zip("pqrstuvwxy", "0123456789", strict=True))
    | dict(zip("abcd", ("ctrl+up", "ctrl+down", "ctrl+right", "ctrl+left"), strict=True))
)
_TILDES: Final = dict(
    enumerate(("home", "insert", "delete", "end", "pageup", "pagedown", "home", "end"), 1)
) | dict(zip((11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), (f"f{n}" for n in range(1, 13)), strict=True))
_CONTROLS: Final = {
    **{code: f"ctrl+{chr(code + 0x60)}" for code in range(1, 27)},
    **dict.fromkeys((10, 13), "enter"),
    **dict.fromkeys((8, 127), "backspace"),
    **{code: f"ctrl+{char}" for code, char in zip(range(28, 32), "\\]^_", strict=True)},
    **dict(zip((0, 9, 27, 32), ("ctrl+space", "tab", "escape", "space"), strict=True)),
}

_NAMED: Final = frozenset(
    {name for names in (_FINALS, _TILDES, _CONTROLS) for name in names.values() if "+" not in name}
)
_ALIASES: Final = _pairs("""
esc escape
return enter
del delete
ins insert
pgup pageup
pgdn pagedown
page_up pageup
page_down pagedown
question_mark ?
""")
_SAME: Final = _pairs("""
ctrl+i tab
ctrl+m enter
ctrl+j enter
ctrl+h backspace
ctrl+[ escape
shift+space space
shift+enter enter
ctrl+enter enter
""")
"""Keys for which terminals send the same as for another."""
_RESERVED: Final = {
    "escape": "closes what is open",
    "ctrl+c": "always leaves",
    "tab": "moves the focus",
    "shift+tab": "moves the focus",
}
_SPOKEN: Final = _pairs("""
? question mark
! exclamation mark
/ slash
\\ backslash
| bar
: colon
; semicolon
, comma
. period
[ left bracket
] right bracket
{ left brace
} right brace
( left parenthesis
) right parenthesis
< less than
> greater than
= equals
+ plus
- minus
* asterisk
_ underscore
' apostrophe
" quote
` backquote
@ at sign
# number sign
$ dollar
% percent
^ caret
& ampersand
~ tilde
pageup page up
pagedown page down
""")


class KeyDecoder:
    """Turns a terminal's bytes into names of keys, piece by piece. Bytes of any kind never raise."""

    def __init__(self) -> None:
        self._splitter = Splitter()

    @property
    def patience_s(self) -> float | None:
        """How long to wait for more before calling `flush`; None if nothing is held back."""
        return self._splitter.patience_s

    def feed(self, data: bytes) -> list[str | Pasted]:
        """Return the keys that are complete with `data`, and what was pasted between brackets."""
        return self._keys(self._splitter.feed(data))

    def flush(self) -> list[str | Pasted]:
        """Return what is held back as a key: a lone Escape, or a sequence that never ended."""
        return self._keys(self._splitter.flush())

    def _keys(self, units: Iterable[Unit]) -> list[str | Pasted]:
        keys: list[str | Pasted] = []
        for unit in units:
            match unit:
                case Typed(text):
                    keys += map(_name_of, text)
                case Sequence(data, is_whole):
                    # The rest of a torn sequence must not run as commands.
                    keys.append(_sequence_name(data) if is_whole else UNKNOWN)
                case Pasted():
                    keys.append(unit)
                case _:
                    assert_never(unit)
        return keys


def _sequence_name(data: bytes) -> str:
    introducer, final = data[1:2], chr(data[-1])
    if len(data) <= 2:  # noqa: PLR2004 - Escape, or Alt and a key
        return _modified(_name_of(final), 2) if introducer else "escape"
    if introducer == b"O":
        return _SS3.get(final, UNKNOWN)
    if data[2:3] == b"[":  # the Linux console's F1 to F5
        number = data[3] - ord("A")
        return f"f{number + 1}" if 0 <= number < 5 else UNKNOWN  # noqa: PLR2004 - five of them
    match = _CSI.fullmatch(data)
    if match is None:
        return UNKNOWN
    return _csi_name([int(p) if p.isdigit() else 0 for p in match[1].split(b";")], chr(match[2][0]))


def _csi_name(parameters: list[int], final: str) -> str:
    number, modifier = parameters[0], (parameters[1] if len(parameters) > 1 else 1) - 1
    if final == "~" and number == 27:  # noqa: PLR2004 - xterm's modifyOtherKeys: the character comes third
        number, final = (*parameters, 0, 0)[2], "u"
    if final == "u":
        return _modified(_name_of(chr(number)) if 0 < number < _CODE_POINTS else UNKNOWN, modifier)
    name = _TILDES.get(number) if final == "~" else _FINALS.get(final)
    return _modified(name, modifier) if name else UNKNOWN


def _name_of(char: str) -> str:
    code = ord(char)
    if code in _CONTROLS:
        return _CONTROLS[code]
    return char if char.isprintable() and char != "\ufffd" else UNKNOWN


def _parts(key: str) -> tuple[list[str], str]:
    """Return the modifiers and the base of a key's name; the base may be a plus sign."""
    head, _, base = key[:-1].rpartition("+")
    return head.split("+") if head else [], base + key[-1]


def _modified(name: str, bits: int) -> str:
    if name == UNKNOWN or bits <= 0:
        return name
    before, base = _parts(name)
    if bits & 1 and len(base) == 1:
        base, bits = base.upper(), bits & ~1  # Shift is in the character itself
    words = {word for bit, word in ((1, "shift"), (2, "alt"), (4, "ctrl")) if bits & bit} | set(before)
    return "+".join((*sorted(words), base))


def key_from(written: str) -> str:
    """Return the name of a key as a settings file has it: "Shift+Left" -> "shift+left".

    Raises:
        ValueError: if there is no such key.
    """
    if not written or not written.isprintable():
        raise ValueError(f"no key: {written!r}")
    if len(written) == 1:
        return "space" if written == " " else written
    modifiers, base = _parts(written.lower())
    base = _ALIASES.get(base, base)
    if not set(modifiers) <= {"alt", "ctrl", "shift"} or not (base in _NAMED or len(base) == 1):
        raise ValueError(f"no key: {written!r}")
    if modifiers == ["shift"] and len(base) == 1:
        return base.upper()
    return "+".join((*sorted(set(modifiers)), base))


def bound_keys(
    commands: Iterable[Command], overrides: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command by its id: the user's, else the usual ones.

    Raises:
        ConfigError: for a command or key that does not exist, a key that cannot be bound, or
            one that would run two commands.
    """
    bound = {command.id: command.keys for command in commands}
    for command_id, written in overrides.items():
        if command_id not in bound:
            raise ConfigError(
                f"There is no command {command_id!r} to give keys to.", _nearest(command_id, bound)
            )
        bound[command_id] = tuple(_checked(command_id, key) for key in written)
    owners: dict[str, str] = {}
    for command_id, keys in bound.items():
        for key in keys:
            other = owners.setdefault(key, command_id)
            if other != command_id:
                kept, moved = sorted((other, command_id), key=lambda each: each in overrides)
                raise ConfigError(
                    f"The key {key} cannot run both {moved} and {kept}.",
                    f"Give {kept} another key in the settings, too.",
                )
    return bound


def _checked(command_id: str, written: str) -> str:
    try:
        key = key_from(written)
    except ValueError as error:
        raise ConfigError(
            f"There is no key {written!r}, as the settings have it for {command_id}.",
            "A key is a character, or a name such as space, f6 or shift+left.",
        ) from error
    if key in _SAME:
        raise ConfigError(
            f"The key {key} cannot run {command_id}.", f"Terminals cannot tell it from {_SAME[key]}."
        )
    if key in _RESERVED:
        raise ConfigError(f"The key {key} cannot run {command_id}.", f"It {_RESERVED[key]}.")
    return key


def _nearest(name: str, names: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(names), n=1)
    return f"Is {near[0]} meant?" if near else "Leave it out; the help in the player lists them all."


def argument_of(command_id: str, key: str, bound: Mapping[str, tuple[str, ...]]) -> str:
    """Return what a key gives its command to work with: the tenth that it stands for, else nothing."""
    arguments = BY_ID[command_id].key_arguments
    return dict(zip(bound[command_id], arguments, strict=False)).get(key, "")


def spoken(key: str) -> str:
    """Return a key's name in words that a voice says whole: "?" -> "question mark", "N" -> "shift N"."""
    modifiers, base = _parts(key)
    if len(base) == 1 and base.isalpha():
        base = f"shift {base}" if base.isupper() else base.upper()
    return " ".join((*modifiers, _SPOKEN.get(base, base)))


def key_in_words(key: str) -> str:
    """Return a key as it is shown: "Shift+Left", "j"."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))
