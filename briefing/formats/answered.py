"""Parts of a text, as the process that reads it answers them, and how they are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefing.model import LanguagePart, LinkPart, Span
from briefing.processes.answers import text_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_LINK: Final = 2048
"""Code points of where a link leads to that are taken."""
_DEEPEST: Final = 6
"""The level of the least of headings."""


def packed(parts: Iterable[LanguagePart | LinkPart]) -> list[tuple[int, int, str]]:
    """Return parts of a text as they are answered, which `language_parts` and `links` take."""
    return [(span.start, span.stop, said) for span, said in parts]


def links(said: str, values: Iterable[Sequence[Any]], longest: int) -> list[LinkPart]:
    """Return the parts of a text that lead elsewhere; see `language_parts`.

    Raises:
        TypeError, ValueError: if they do not lie in the text, one behind the other.
    """
    return [LinkPart(*part) for part in language_parts(said, values, longest)]


def language_parts(said: str, values: Iterable[Sequence[Any]], longest: int) -> list[LanguagePart]:
    """Return the parts of a text that are in another language.

    Args:
        said: The text.
        values: Of each part its start, its stop and its language.
        longest: How many code points of a language's name are taken.

    Raises:
        TypeError, ValueError: if they do not lie in the text, one behind the other.
    """
    parts = [LanguagePart(Span(start, stop), text_in(name)[:longest]) for start, stop, name in values]
    at = 0
    for span, _ in parts:
        if not at <= span.start <= span.stop <= len(said):
            raise ValueError("These parts are not in their text, one behind the other.")
        at = span.stop
    return parts


def level_in(value: int) -> int:
    """Return the level of a heading, 1 to 6, or 0 of what is none.

    Raises:
        TypeError, ValueError: if it is another.
    """
    if not 0 <= value <= _DEEPEST:
        raise ValueError(f"There is no heading of level {value}.")
    return int(value)
