"""How a text is set in its size: line spacing, letter spacing, line length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.errors import UsageError
from briefing.sizes import LINE_LENGTHS, MOST_LETTER_SPACING, MOST_LINE_SPACING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.session.session import Session

_LINE_STEPS: Final = (1.0, 1.25, 1.5, 1.75, MOST_LINE_SPACING)
_LETTER_STEPS: Final = (0.0, 0.25, 0.5, MOST_LETTER_SPACING)
_LENGTH_STEPS: Final = (0, 60, 45, 30)
"""What each command goes round; the usual first."""


def _after(value: float, steps: Sequence[float]) -> float:
    """Return the step after a value, round to the first: the usual where the value is none of them."""
    return steps[(steps.index(value) + 1) % len(steps)] if value in steps else steps[0]


def _number(argument: str, low: float, high: float, what: str) -> float:
    try:
        value = float(argument)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:  # refuses nan, too
        raise UsageError(f"{what} is a number from {low:g} to {high:g}.")
    return value


def _chosen(argument: str, value: float, steps: Sequence[float], title: str) -> float:
    """Return what was typed, or else the step after a value; what may be typed is what the steps reach."""
    return _number(argument, min(steps), max(steps), title) if argument else _after(value, steps)


def _lines(session: Session, argument: str) -> None:
    spacing = session.look.spacing
    chosen = _chosen(argument, spacing.lines, _LINE_STEPS, "Line spacing")
    session.look.set_spacing(spacing._replace(lines=chosen))
    session.say(announce.spacing("Line spacing", chosen))


def _letters(session: Session, argument: str) -> None:
    spacing = session.look.spacing
    chosen = _chosen(argument, spacing.letters, _LETTER_STEPS, "Letter spacing")
    session.look.set_spacing(spacing._replace(letters=chosen))
    session.say(announce.spacing("Letter spacing", chosen, is_seen=session.size.is_drawn))


def _length(session: Session, argument: str) -> None:
    spacing = session.look.spacing
    if argument not in {"", "0"} and not (argument.isdecimal() and int(argument) in LINE_LENGTHS):
        raise UsageError(
            f"A line is {LINE_LENGTHS[0]} to {LINE_LENGTHS[-1]} characters long at most, or 0 for the usual."
        )
    chosen = int(argument) if argument else int(_after(spacing.line_length, _LENGTH_STEPS))
    session.look.set_spacing(spacing._replace(line_length=chosen))
    session.say(announce.spacing("Line length", chosen))


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "line-spacing": _lines,
    "letter-spacing": _letters,
    "line-length": _length,
}
