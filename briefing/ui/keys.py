"""Keys: their names, what a terminal sends for them, and the commands that they run.

A key's name is a character as it is typed ("N", "?", "["), or a word with its modifiers in
the order alt, ctrl, shift ("space", "f6", "shift+left", "ctrl+shift+end").

Theory of operation of `KeyDecoder`: a terminal sends characters in UTF-8, and for other keys
ECMA-48 control sequences (CSI, section 5.4) or SS3 (ISO 2022), as xterm's ctlseqs document
lists them; a modified key carries 1 + shift 1, alt 2, ctrl 4 as a parameter. Escape alone
cannot be told from the start of a sequence but by time, and time is the caller's: while
`is_waiting`, call `flush` when nothing has come for `ESCAPE_S`.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from briefing.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.commands import Command

ESCAPE_S: Final = 0.05
"""How long the rest of a sequence may take; over slow lines a sequence still comes in one piece."""
UNKNOWN: Final = "unknown"
"""What a key is called that no name fits. It must be answered, too."""

_ESC: Final = 0x1B
_PASTE: Final = 200
_PASTE_END: Final = b"\x1b[201~"
_ASCII: Final = 0x80
_CODE_POINTS: Final = 0x110000
_LONGEST: Final = 32
"""Bytes of the longest sequence that is waited for; no key sends half as many."""


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
_SS3: Final = (
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
        self._pending = bytearray()
        self._is_pasting = False
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")

    @property
    def is_waiting(self) -> bool:
        """Whether bytes are held back that may be the start of a sequence."""
        return bool(self._pending) and not self._is_pasting

    def feed(self, data: bytes) -> list[str]:
        """Return the keys that are complete with `data`. What is pasted between brackets is left out."""
        self._pending += data
        keys: list[str] = []
        while self._pending:
            if self._is_pasting and not self._skip_paste():
                break
            taken = self._next(keys)
            if not taken:
                break
            del self._pending[:taken]
        return keys

    def flush(self) -> list[str]:
        """Return what is held back as a key: a lone Escape, or a sequence that never ended."""
        if not self.is_waiting:
            return []
        held = bytes(self._pending)
        self._pending.clear()
        # The rest of a torn sequence must not run as commands.
        return [{b"\x1b": "escape", b"\x1b[": "alt+[", b"\x1bO": "alt+O"}.get(held, UNKNOWN)]

    def _skip_paste(self) -> bool:
        at = self._pending.find(_PASTE_END)
        if at < 0:
            # Keep what may be the first bytes of the end, and no more of what may be long.
            del self._pending[: -len(_PASTE_END) + 1]
            return False
        del self._pending[: at + len(_PASTE_END)]
        self._is_pasting = False
        return bool(self._pending)

    def _next(self, keys: list[str]) -> int:
        """Append the next key; return how many bytes it took, 0 if it is not complete."""
        if self._pending[0] != _ESC:
            keys += (_name_of(char) for char in self._utf8.decode(self._pending[:1]))
            return 1
        match tuple(self._pending[1:3]):
            case () | (0x4F,):  # O
                return 0
            case (0x5B, *_):  # [
                return self._csi(keys)
            case (0x4F, final):
                keys.append(_SS3.get(chr(final), UNKNOWN))
                return 3
            case (char, *_) if char != _ESC and char < _ASCII:
                keys.append(_modified(_name_of(chr(char)), 2))
                return 2
            case _:  # Escape twice, or before a letter beyond ASCII
                keys.append("escape")
                return 1

    def _csi(self, keys: list[str]) -> int:
        if self._pending[2:3] == b"[":  # the Linux console's F1 to F5
            if len(self._pending) == 3:  # noqa: PLR2004 - ESC [ [
                return 0
            number = self._pending[3] - ord("A")
            keys.append(f"f{number + 1}" if 0 <= number < 5 else UNKNOWN)  # noqa: PLR2004 - five of them
            return 4
        match = re.match(rb"\x1b\[([0-?]*)[ -/]*([@-~])", self._pending)
        if match is None:
            is_growing = re.fullmatch(rb"\x1b\[[0-?]*[ -/]*", self._pending)
            if is_growing and len(self._pending) < _LONGEST:
                return 0
            keys.append(UNKNOWN)
            return 2
        parameters = [int(p) if p.isdigit() else 0 for p in match[1][:_LONGEST].split(b";")]
        name = self._csi_name(parameters, chr(match[2][0]))
        if name:
            keys.append(name)
        return match.end()

    def _csi_name(self, parameters: list[int], final: str) -> str | None:
        number, modifier = parameters[0], (parameters[1] if len(parameters) > 1 else 1) - 1
        if final == "~" and number == _PASTE:
            self._is_pasting = True
            return None
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
    return f"Is {near[0]} meant?" if near else "Press question mark in the player for all of them."


def keymap(commands: Iterable[Command], overrides: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return key -> command id, for a face.

    Raises:
        ConfigError: as `bound_keys` does.
    """
    return {key: command_id for command_id, keys in bound_keys(commands, overrides).items() for key in keys}


def argument_of(command_id: str, key: str, bound: Mapping[str, tuple[str, ...]]) -> str:
    """Return what a key gives its command to work with: the tenth that it stands for, else nothing."""
    if command_id == "percent":
        return str(bound[command_id].index(key) * 10)
    return ""


def spoken(key: str) -> str:
    """Return a key's name in words that a voice says whole: "?" -> "question mark", "N" -> "shift N"."""
    modifiers, base = _parts(key)
    if len(base) == 1 and base.isalpha():
        base = f"shift {base}" if base.isupper() else base.upper()
    return " ".join((*modifiers, _SPOKEN.get(base, base)))


def keys_in_words(keys: tuple[str, ...]) -> str:
    """Return the keys of a command as they are shown: "Shift+Left", "Down, j", "0 to 9"."""
    return "0 to 9" if keys == tuple("0123456789") else ", ".join(map(key_in_words, keys))


def key_in_words(key: str) -> str:
    """Return a key as it is shown."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))
