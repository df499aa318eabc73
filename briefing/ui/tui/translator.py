"""What a terminal sends, in units, as Textual's messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from textual import events
from textual._xterm_parser import XTermParser

from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.sequences import Pasted, Reply, Sequence, Typed

if TYPE_CHECKING:
    from textual.message import Message

    from briefing.ui.keys.sequences import Unit

MOST_COLUMNS: Final = 1000
MOST_ROWS: Final = 500
"""Beyond the finest font on the largest screen that can be bought."""

_SIZE_REPORT: Final = re.compile(rb"\x1b\[48;(\d++)[:\d]*+;(\d++)[:\d]*+;(\d++)[:\d]*+;(\d++)[:\d]*+t")


def is_size(columns: int, rows: int) -> bool:
    """Return whether a terminal can have this size."""
    return 0 < columns <= MOST_COLUMNS and 0 < rows <= MOST_ROWS


class Translator:
    """Turns units into Textual's messages, by its own parser. Nothing raises, and nothing is kept."""

    def __init__(self) -> None:
        self._parser = XTermParser()

    def messages(self, unit: Unit) -> list[Message]:
        """Return what Textual makes of a unit; one unknown key if nothing."""
        match unit:
            case Typed(text):
                is_known = text != "\ufffd" and not "\x80" <= text <= "\x9f"
                return self._parsed(text) if is_known else [_unknown()]
            case Pasted(text):
                return [events.Paste(text)]
            case Sequence(data, is_whole):
                return self._sequence(data) if is_whole else [_unknown()]
            case Reply():
                return []
            case _:
                assert_never(unit)

    def _sequence(self, data: bytes) -> list[Message]:
        if data == b"\x1b":
            return [events.Key("escape", "\x1b")]
        report = _SIZE_REPORT.fullmatch(data)
        if report and not is_size(int(report[2]), int(report[1])):
            return []
        found = self._parsed(data.decode("latin-1"))
        if not found and len(data) == 2:  # noqa: PLR2004 - Alt and a key
            found = [
                events.Key(f"alt+{key.key}", None)
                for key in self._parsed(chr(data[1]))
                if isinstance(key, events.Key)
            ]
        return found

    def _parsed(self, text: str) -> list[Message]:
        parser = self._parser
        try:
            found = list(parser.feed(text))
            # What it did not know it still waits to see the end of, and would then hand on as
            # letters. The report of a focus ends that: it stands for itself wherever it comes.
            for _ in parser.feed("\x1b[I"):
                pass
        except Exception:  # noqa: BLE001 - numbers that it does not expect; any of them would end the keys
            self._parser = XTermParser()
            for name in ("mouse_pixels", "terminal_size", "terminal_pixel_size"):
                setattr(self._parser, name, getattr(parser, name))
            return []
        return found


def _unknown() -> events.Key:
    return events.Key(UNKNOWN, None)
