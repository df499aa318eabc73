"""Whether the terminal draws pictures by graphics of its own, and in which of three ways. Pure.

Each is used only where the terminal itself has answered that it has it; until then, and where no answer
comes, there are half blocks:

- sixel (DEC STD 070): an answer to DA1 with a 4 in it. Every terminal takes the question, so all are asked.
- kitty's protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/): an answer to its query. Some
  terminals print what stands in such a string, so only those are asked that name themselves as ones which
  have it. A name alone is not enough: programs started from kitty inherit its variables in any terminal.
- iTerm2's (https://iterm2.com/documentation-escape-codes.html): an answer to its question for the size of a
  cell, asked as kitty's is.

DA1 is asked last, for its answer says that no other will come. Within tmux and screen nothing is asked or
sent, for what is drawn there need not arrive; nor on the Linux console, nor where TERM says little.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

DA1: Final = "\x1b[c"
ASK_KITTY: Final = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
ASK_ITERM2: Final = "\x1b]1337;ReportCellSize\x07"
ASK_COLOURS: Final = "\x1b[?1;1;0S"
"""How many colours there are for sixel (XTSMGRAPHICS): for those alone that have it."""
_USUAL_COLOURS: Final = 16
"""What a VT340 has, where nothing else is told."""
_MOST_COLOURS: Final = 256
_ABILITIES: Final = re.compile(rb"\x1b\[\?([\d;]*+)c")
_COLOURS: Final = re.compile(rb"\x1b\[\?1;0;(\d++)S")
_OTHER_ANSWER: Final = re.compile(rb"\x1b\[\?1;[1-3](;\d*+)*+S")
_KITTY: Final = re.compile(rb"\x1b_Gi=31;OK\x1b\\")
_ITERM2: Final = re.compile(rb"\x1b\]1337;ReportCellSize=[\d.;]++(\x07|\x1b\\)")
_SIXEL: Final = b"4"
_WITHIN: Final = ("tmux", "screen")
_SILENT: Final = ("", "dumb", "linux", "unknown")
"""Terminals that are asked nothing, whatever else the environment says."""


class Protocol(Enum):
    """How a picture is sent."""

    KITTY = "kitty"
    ITERM2 = "iTerm2"
    SIXEL = "sixel"


class Graphics:
    """What the terminal can draw, as far as it has answered by now.

    Args:
        environ: The terminal as it makes itself known.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.colours = _USUAL_COLOURS
        """For sixel, 2 to 256."""
        self.protocol: Protocol | None = None
        self.question = _question(environ)
        """What asks the terminal; empty where nothing is asked."""

    def take(self, answer: bytes) -> tuple[bool, str]:
        """Learn from what the terminal sent.

        Returns:
            Whether it was an answer, and what to ask next, mostly nothing.
        """
        if found := _ABILITIES.fullmatch(answer):
            has_sixel = self.protocol is None and _SIXEL in found[1].split(b";")[1:]
            if not has_sixel or not self.question:
                return True, ""
            self.protocol = Protocol.SIXEL
            return True, ASK_COLOURS
        if found := _COLOURS.fullmatch(answer):
            self.colours = max(2, min(_MOST_COLOURS, int(found[1])))
            return True, ""
        for pattern, asked, protocol in (
            (_KITTY, ASK_KITTY, Protocol.KITTY),
            (_ITERM2, ASK_ITERM2, Protocol.ITERM2),
        ):
            if asked in self.question and pattern.fullmatch(answer):
                self.protocol = protocol
                return True, ""
        return _OTHER_ANSWER.fullmatch(answer) is not None, ""


def _question(environ: Mapping[str, str]) -> str:
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if term in _SILENT or "TMUX" in environ or "STY" in environ or term.startswith(_WITHIN):
        return ""
    if "KITTY_WINDOW_ID" in environ or term in ("xterm-kitty", "xterm-ghostty") or program == "ghostty":
        return ASK_KITTY + DA1
    if program in ("iTerm.app", "WezTerm") or environ.get("LC_TERMINAL") == "iTerm2":
        return ASK_ITERM2 + DA1
    return DA1
