"""What a terminal sends for keys, as their names.

Theory of operation of `KeyDecoder`: `Splitter` cuts what a terminal sends into units; the
sequences of keys are named as xterm's ctlseqs document lists them. A modified key carries
1 + shift 1, alt 2, ctrl 4 as a parameter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from briefing.ui.keys.names import FULL_KEYBOARD, MEDIA, UNKNOWN, modified
from briefing.ui.keys.sequences import Pasted, Reply, Sequence, Splitter, Typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.ui.keys.sequences import Unit

_CODE_POINTS: Final = 0x110000
_CSI: Final = re.compile(rb"\x1b\[([0-?]*)[ -/]*([@-~])")

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
_KEYPAD: Final = (
    *"0123456789./*-+",
    *("enter", "=", ",", "left", "right", "up", "down", "pageup", "pagedown", "home", "end", "insert"),
    *("delete", "begin"),
)
_NUMBERED: Final = dict(enumerate((*_KEYPAD, *MEDIA), 57399))
"""Keys by their numbers in kitty's keyboard protocol, "Functional key definitions"."""
_ANSWER: Final = re.compile(rb"\x1b\[\?[0-9]{1,4}u")
_CONTROLS: Final = {
    **{code: f"ctrl+{chr(code + 0x60)}" for code in range(1, 27)},
    **dict.fromkeys((10, 13), "enter"),
    **dict.fromkeys((8, 127), "backspace"),
    **{code: f"ctrl+{char}" for code, char in zip(range(28, 32), "\\]^_", strict=True)},
    **dict(zip((0, 9, 27, 32), ("ctrl+space", "tab", "escape", "space"), strict=True)),
}


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
                case Reply():
                    pass  # nothing was asked
                case _:
                    assert_never(unit)
        return keys


def _sequence_name(data: bytes) -> str:
    introducer, final = data[1:2], chr(data[-1])
    if len(data) <= 2:  # noqa: PLR2004 - Escape, or Alt and a key
        return modified(_name_of(final), 2) if introducer else "escape"
    if introducer == b"O":
        return _SS3.get(final, UNKNOWN)
    if data[2:3] == b"[":  # the Linux console's F1 to F5
        number = data[3] - ord("A")
        return f"f{number + 1}" if 0 <= number < 5 else UNKNOWN  # noqa: PLR2004 - five of them
    match = _CSI.fullmatch(data)
    if match is None:
        return UNKNOWN
    if _ANSWER.fullmatch(data):
        return FULL_KEYBOARD
    return _csi_name([int(p) if p.isdigit() else 0 for p in match[1].split(b";")], chr(match[2][0]))


def _csi_name(parameters: list[int], final: str) -> str:
    number, modifier = parameters[0], (parameters[1] if len(parameters) > 1 else 1) - 1
    if final == "~" and number == 27:  # noqa: PLR2004 - xterm's modifyOtherKeys: the character comes third
        number, final = (*parameters, 0, 0)[2], "u"
    if final == "u":
        if number in _NUMBERED:
            return modified(_NUMBERED[number], modifier)
        return modified(_name_of(chr(number)) if 0 < number < _CODE_POINTS else UNKNOWN, modifier)
    name = _TILDES.get(number) if final == "~" else _FINALS.get(final)
    return modified(name, modifier) if name else UNKNOWN


def _name_of(char: str) -> str:
    code = ord(char)
    if code in _CONTROLS:
        return _CONTROLS[code]
    return char if char.isprintable() and char != "\ufffd" else UNKNOWN
