"""What `briefing doctor` finds for ears, fingers and eyes: what the terminal draws, and who says what is.

Told by what the player itself goes by, so that doctor never promises what it does not do.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from briefing.cli.finding import Finding
from briefing.kinds import Choice
from briefing.sizes import DRAWN
from briefing.ui.colours import Depth, depth_of, draws_true_colour, draws_underlines
from briefing.ui.glyphs.drawing import Drawing, drawing_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.settings import Settings

_BLOCKS: Final = {
    Drawing.HALF: "half blocks",
    Drawing.QUADRANT: "quadrants",
    Drawing.SEXTANT: "sextants",
}
_COMFORTABLE_LETTERS: Final = 12
"""A line of larger print that holds fewer is broken at nearly every word."""


def terminal_finding(
    environ: Mapping[str, str], settings: Settings, *, is_screen: bool, encoding: str, size: tuple[int, ...]
) -> Finding:
    """Return what the terminal can do, told by what it says of itself; `size` is in columns and rows."""
    term = environ.get("TERM", "")
    is_dumb = term in ("", "dumb") and sys.platform != "win32"
    if not is_screen or is_dumb:
        why = f"TERM is {term or 'not set'}" if is_dumb else "Output is not a terminal"
        return Finding("Terminal", True, f"{why}, so plain lines are written instead of a screen.")
    depth = depth_of(settings.colour, environ)
    is_deep = environ.get("COLORTERM", "") in ("truecolor", "24bit") or draws_true_colour(environ)
    many = "16 million" if is_deep else "256"
    colours = {Depth.NONE: "none", Depth.SIXTEEN: "16", Depth.MANY: many}[depth]
    text = f"{size[0]} columns by {size[1]} lines, colours: {colours}, {encoding}."
    is_utf8 = encoding.lower().replace("-", "") == "utf8"
    hints = [] if is_utf8 else ["Set a UTF-8 locale, such as LANG=C.UTF-8."]
    if depth is not Depth.MANY:
        hints.append("Where it has more colours than it says, set COLORTERM=truecolor.")
    if not draws_underlines(environ):
        hints.append("It draws no underlines, so the word that is heard is told by its reversal alone.")
    return Finding("Terminal", is_utf8, text, " ".join(hints))


def large_print_finding(
    environ: Mapping[str, str], settings: Settings, *, is_screen: bool, columns: int
) -> Finding:
    """Return how much larger print holds in a window so wide, and what to do where that is little."""
    if not is_screen:
        return Finding("Large print", True, "There is no screen to draw it on.")
    from briefing.ui.glyphs.faces import face_for

    drawing = drawing_of(settings.glyphs, environ)
    held = {size: columns // face_for(size, drawing, "").columns for size in DRAWN if not size.fills}
    told = ", ".join(f"{letters} in {size.upper()}" for size, letters in held.items())
    text = f"Drawn in {_BLOCKS[drawing]}; letters in a line: {told}."
    if min(held.values()) >= _COMFORTABLE_LETTERS:
        hint = "If letters look broken, try `--glyphs half`."
    else:
        hint = "Make the window larger, or its letters smaller: there is room for few words."
    return Finding("Large print", True, text, hint)


def readers_finding(settings: Settings) -> Finding:
    """Return who says what happens: a screen reader or braille by plain lines, or a voice of our own."""
    has_lines, is_said = settings.linear is Choice.ON, settings.say is not Choice.OFF
    lines = "Plain lines for screen readers and braille are on." if has_lines else "The screen is drawn."
    said = f"Self-voicing is {settings.say}."
    hints = []
    if not has_lines:
        hints.append("With a screen reader or a braille display, use `--linear` or `--profile braille`.")
    if not (has_lines or is_said):
        hints.append("Without one, `--say` has a voice of our own say all that happens.")
    return Finding("For ears and fingers", True, f"{lines} {said}", " ".join(hints))
