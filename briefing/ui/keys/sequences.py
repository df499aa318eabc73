"""What a terminal sends, cut into units: characters, sequences, and what was pasted. Pure.

Rules:
1. Bytes of any kind never raise, and none are kept for ever: what never ends is let go
   when it is too long, or when nothing has followed for `patience_s` (then call `flush`).
2. Letters that are no UTF-8 (a Latin-1 terminal's, half a letter) are U+FFFD.
3. Answers of the terminal in strings (OSC, DCS, APC) are units of their own, left out where their end never
   comes; what is left of a torn sequence never comes through as if it had been typed.

Theory of operation: characters come in UTF-8, other keys as ECMA-48 control sequences (CSI,
section 5.4) or SS3 (ISO 2022), the mouse of an old terminal as CSI M and three bytes of any
value, and a paste between CSI 200 ~ and CSI 201 ~ (xterm's ctlseqs document). Escape alone
cannot be told from the start of a sequence but by time, and time is the caller's.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

ESCAPE_S: Final = 0.05
"""How long the rest of a sequence may take; over slow lines a sequence still comes in one piece."""
ANSWER_S: Final = 0.5
"""How long the rest of a terminal's answer may take, which no key begins like."""
PASTE_S: Final = 0.5
"""How long a paste may pause; what comes later was typed, though the end never came."""
PASTED_BYTES: Final = 1 << 16
"""The most that is kept of a paste; nothing here takes more."""

_ESC: Final = 0x1B
_ASCII: Final = 0x80
_PRIVATE: Final = b"\x1b[?"
_PASTE_START: Final = b"\x1b[200~"
_PASTE_END: Final = b"\x1b[201~"
_LONGEST: Final = 64
"""Bytes of the longest sequence that is waited for; no key sends half as many."""
_LONGEST_ANSWER: Final = 1024
"""Bytes of the longest answer; what follows was typed."""
_MOUSE_BYTES: Final = 6
_CSI: Final = re.compile(rb"\x1b\[[0-?]*[ -/]*")
_REST: Final = re.compile(rb"[ -?]*[@-~]?")
_ANSWERS: Final = {ord("]"): b"0123456789", ord("P"): b"0123456789!$+>?|", ord("_"): b"G"}
"""What may follow ESC and this, where it starts an answer and is not Alt with that key."""
_ANSWER_END: Final = re.compile(rb"[\x00-\x1f\x7f]")


class Typed(NamedTuple):
    """Characters in a row, controls among them; U+FFFD for each that cannot be read."""

    text: str


class Sequence(NamedTuple):
    """What a key or the mouse sends, from Escape on. Not `is_whole`: its end never came."""

    data: bytes
    is_whole: bool = True


class Reply(NamedTuple):
    """A string that a terminal sends, from Escape to its end: no key does."""

    data: bytes


class Pasted(NamedTuple):
    """What the terminal says was pasted; its beginning, if it was long."""

    text: str


Unit = Typed | Sequence | Reply | Pasted


class Splitter:
    """Cuts a terminal's bytes into units, piece by piece."""

    def __init__(self) -> None:
        self._pending = bytearray()
        self._pasted: bytearray | None = None
        self._answer: bytearray | None = None
        self._is_torn = False
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")

    @property
    def patience_s(self) -> float | None:
        """How long to wait for more before calling `flush`; None if nothing is held back."""
        if self._pasted is not None:
            return PASTE_S
        if self._answer is not None or self._pending.startswith(_PRIVATE):
            return ANSWER_S
        return ESCAPE_S if self._pending or self._is_torn or self._utf8.getstate()[0] else None

    def feed(self, data: bytes) -> list[Unit]:
        """Return the units that are complete with `data`."""
        self._pending += data
        units: list[Unit] = []
        while self._pending:
            taken = self._take(units)
            if not taken:
                break
            del self._pending[:taken]
        return units

    def flush(self) -> list[Unit]:
        """Return what is held back: a lone Escape, half a letter, a sequence or a paste without end."""
        units: list[Unit] = []
        if self._pasted is not None:
            self._close_paste(units, len(self._pending))
            self._pending.clear()
        self._pending, held = bytearray(), bytes(self._pending)
        self._answer, self._is_torn = None, False
        self._end_of_letters(units)
        if held:
            units.append(Sequence(held, is_whole=len(held) <= 2))  # noqa: PLR2004 - Escape, or Alt and a key
        return units

    def _take(self, units: list[Unit]) -> int:
        """Append the next unit; return how many bytes were dealt with, 0 if more are needed."""
        if self._pasted is not None:
            return self._take_paste(units)
        if self._answer is not None:
            return self._take_answer(units, self._answer)
        if self._is_torn:
            return self._pass_rest(units)
        if self._pending[0] != _ESC:
            at = self._pending.find(_ESC)
            run = bytes(self._pending if at < 0 else self._pending[:at])
            text = self._utf8.decode(run)
            if text:
                units.append(Typed(text))
            return len(run)
        self._end_of_letters(units)
        return self._take_sequence(units)

    def _end_of_letters(self, units: list[Unit]) -> None:
        rest = self._utf8.decode(b"", final=True)
        if rest:
            units.append(Typed(rest))

    def _take_sequence(self, units: list[Unit]) -> int:
        pending = self._pending
        second = pending[1] if len(pending) > 1 else None
        if second is None:
            return 0
        if second == ord("["):
            return self._take_csi(units)
        if second == ord("O") or second in _ANSWERS:
            if len(pending) == 2:  # noqa: PLR2004 - ESC and this
                return 0
            if second != ord("O"):
                return self._begin_answer(units, second, pending[2])
            size = 3
        else:
            # Escape twice, or before a letter beyond ASCII, is Escape and something else.
            size = 1 if second == _ESC or second >= _ASCII else 2
        units.append(Sequence(bytes(pending[:size])))
        return size

    def _begin_answer(self, units: list[Unit], second: int, third: int) -> int:
        if third in _ANSWERS[second]:
            self._answer = self._pending[:2]
        else:
            units.append(Sequence(bytes(self._pending[:2])))
        return 2

    def _take_answer(self, units: list[Unit], begun: bytearray) -> int:
        """Take an answer up to BEL or ESC backslash; any other control was typed, and ends it."""
        found = _ANSWER_END.search(self._pending)
        inside = found.start() if found else len(self._pending)
        room = _LONGEST_ANSWER - len(begun)
        if inside > room:
            self._answer = None
            return max(1, room)
        end = self._pending[inside : inside + 2]
        if found is None or end == b"\x1b":  # the rest is still to come
            begun += self._pending[:inside]
            return inside
        self._answer = None
        size = 2 if end == b"\x1b\\" else 1 if end[:1] == b"\x07" else 0
        if size:
            units.append(Reply(bytes(begun + self._pending[: inside + size])))
        return inside + size or self._take(units)

    def _take_csi(self, units: list[Unit]) -> int:
        pending = self._pending
        if pending[2:3] == b"[":  # the Linux console's F1 to F5
            return self._take_sized(units, 4)
        if pending[2:3] == b"M" and not (len(pending) > 3 and pending[3] < ord(" ")):  # noqa: PLR2004
            return self._take_sized(units, _MOUSE_BYTES)
        found = _CSI.match(pending)
        size = found.end() if found else 2
        if size >= _LONGEST:
            self._is_torn = True
            units.append(Sequence(bytes(pending[:_LONGEST]), is_whole=False))
            return _LONGEST
        if size == len(pending):
            return 0
        is_whole = ord("@") <= pending[size] <= ord("~")
        data = bytes(pending[: size + is_whole])
        if data == _PASTE_START:
            self._pasted = bytearray()
        else:
            units.append(Sequence(data, is_whole=is_whole))
        return len(data)

    def _pass_rest(self, units: list[Unit]) -> int:
        """Leave out the rest of a sequence that was too long, to its final letter."""
        found = _REST.match(self._pending)
        size = found.end() if found else 0
        self._is_torn = size == len(self._pending) and self._pending[-1] < ord("@")
        return size or self._take(units)

    def _take_sized(self, units: list[Unit], size: int) -> int:
        if len(self._pending) < size:
            return 0
        units.append(Sequence(bytes(self._pending[:size])))
        return size

    def _take_paste(self, units: list[Unit]) -> int:
        at = self._pending.find(_PASTE_END)
        if at < 0:
            # Keep what may be the first bytes of the end.
            inside = len(self._pending) - len(_PASTE_END) + 1
            self._keep_pasted(max(0, inside))
            return max(0, inside)
        self._close_paste(units, at)
        return at + len(_PASTE_END)

    def _keep_pasted(self, size: int) -> None:
        if self._pasted is not None:
            room = PASTED_BYTES - len(self._pasted)
            self._pasted += self._pending[: min(size, room)]

    def _close_paste(self, units: list[Unit], size: int) -> None:
        self._keep_pasted(size)
        if self._pasted:
            units.append(Pasted(self._pasted.decode("utf-8", "replace")))
        self._pasted = None
