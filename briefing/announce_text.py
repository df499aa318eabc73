"""What is said of the text itself, as it is read without a sound. Pure; the rules are those of `announce`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable


def edge(unit: Unit, *, is_back: bool) -> str:
    """Return that there is nothing more on that side; what stands last is told after it."""
    if unit is Unit.HEADING:
        return "No heading before this." if is_back else "No heading after this."
    return "Top." if is_back else "End of the text."


def nothing_to_read(unit: Unit) -> str:
    """Return that a text has none of a unit."""
    return "This briefing has no headings." if unit is Unit.HEADING else "There is no text."


def unit(value: Unit, here: str) -> str:
    """Return by what is read from now on, and what of it stands here: "Word: bridge"."""
    return f"{value.capitalize()}: {here}"


def piece(told: str, block: str) -> str:
    """Return a character or word, and the block that it leads into, if any: "The. Paragraph 4 of 8."."""
    if not block:
        return told
    return f"{told}{'.' if told[-1:].isalnum() else ''} {block}"


def placed(place: str) -> str:
    """Return where the place is now."""
    return f"{place} is the place."


def attributes(
    block: str,
    *,
    level: int = 0,
    kind: str = "",
    within: Iterable[str] = (),
    speaker: str = "",
    language: str = "",
    picture: str = "",
    page: str = "",
    section: str = "",
) -> str:
    """Return what a place is, as sentences; what is empty is left out.

    Args:
        block: Its block: "Paragraph 3 of 8".
        level: Of a heading, from 1.
        kind: What a paragraph is besides: a quote, a list item.
        within: The structures that it is in, such as a table, the innermost first.
        speaker: Who says it.
        language: The name of its language, and its tag.
        picture: The picture that stands before it, in words.
        page: The page of the printed edition that it stands on.
        section: The heading that it stands under.
    """
    parts: Iterable[str] = (
        f"{block}, level {level}" if level else block,
        kind.capitalize(),
        *(f"In {'an' if each[0] in 'aeiou' else 'a'} {each}" for each in within),
        f"Speaker: {speaker}" if speaker else "",
        f"Under the heading {section}" if section else "",
        picture,
        f"Page {page}" if page else "",
        language,
    )
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
