"""What is said of the text itself: what stands where, what was found, and what was kept of it.

Pure; the rules are those of `announce`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from briefing.commands.mentions import mention
from briefing.model import Unit
from briefing.verbosity import in_full, unless_brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.kinds import EndOf
    from briefing.model import Document

_MOST_LINKS: Final = 5
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""Not the locale's, in which the rest of the sentence is not."""


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


def piece(told: str, block: str, word: str = "") -> str:
    """Return a character or word, and the block that it leads into, if any: "The. Paragraph 4 of 8.".

    `word` is what stands for a character in a spelling alphabet, empty where that is its name.
    """
    told_fully = told + in_full(f", {word}" if word else "")
    if not block:
        return told_fully
    return told_fully + unless_brief(f"{'.' if told[-1:].isalnum() else ''} {block}")


def links(told: Sequence[str]) -> str:
    """Return the links of what was read, by their words: " Links: the report, a map."; empty without any."""
    named = ", ".join(told[:_MOST_LINKS])
    more = len(told) - _MOST_LINKS
    return f" Link{'s' * (len(told) > 1)}: {named}{f' and {more} more' if more > 0 else ''}." if told else ""


def link_target(told: str, target: str) -> str:
    """Return where a link leads to, which is said only where that was asked for."""
    return f"The link {told} leads to {target or 'no address'}."


def at_point(told: str, is_point: bool) -> str:
    """Return what was done, and that it was at the reading point, if so: "Copied at the reading point"."""
    return f"{told} at the reading point" if is_point else told


def placed(place: str) -> str:
    """Return where the place is now."""
    return f"{place} is the place."


def attributes(
    block: str,
    *,
    level: int = 0,
    kind: str = "",
    link: str = "",
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
        link: The words of the link that it is in.
        within: The structures that it is in, such as a table, the innermost first.
        speaker: Who says it.
        language: The name of its language, and its tag.
        picture: The picture that stands before it, in words.
        page: The page of the printed edition that it stands on.
        section: The heading that it stands under.
    """
    parts: Iterable[str] = (
        f"{block}, level {level}" if level else block,
        f"Link: {link}" if link else "",
        kind.capitalize(),
        *(f"In {'an' if each[0] in 'aeiou' else 'a'} {each}" for each in within),
        f"Speaker: {speaker}" if speaker else "",
        f"Under the heading {section}" if section else "",
        picture,
        f"Page {page}" if page else "",
        language,
    )
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def heading(told: str, level: int) -> str:
    """Return a heading as a line of the outline, with its level below the title's."""
    return told if level == 1 else f"{told}, level {level}"


def chapter(number: int, told: str, at: str) -> str:
    """Return a chapter of the recording as a line of the outline: "Chapter 2: the bridge, 1 minute"."""
    return f"Chapter {number}: {told}, {at}" if told else f"Chapter {number}, {at}"


def title(document: Document, feed: str = "") -> str:
    """Return what is open: title, source, authors and day; what is not known is left out.

    Args:
        document: What is open.
        feed: The title of the feed that it is an item of.
    """
    names = document.authors
    by = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    parts = (document.title or "Untitled", _from(feed or document.source), f"By {by}" if by else "")
    return " ".join(f"{part.rstrip('.')}." for part in (*parts, _day(document.published or "")) if part)


def _from(source: str) -> str:
    """Return where something is from: a feed by its title, a page by its host, a file by its name."""
    host = urlsplit(source).hostname if source.startswith(("http://", "https://")) else None
    name = host or source.replace("\\", "/").rsplit("/", 1)[-1]
    return f"From {name}" if name.strip("-") else ""


def _day(published: str) -> str:
    """Return the day of an ISO 8601 stamp in words; what is no such stamp as it is."""
    try:
        return date_in_words(date.fromisoformat(published[:10]))
    except ValueError:
        return published


def date_in_words(day: date) -> str:
    """Return a date: "23 November 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def no_match(needle: str) -> str:
    """Return that a search led nowhere."""
    return f"No match for {needle}."


def match(index: int, count: int, place: str, found: str, *, wrapped: bool) -> str:
    """Return what a search led to: "Match 2 of 7, paragraph 3: The bridge is open.".

    Args:
        index: Which match it is.
        count: How many there are; 0 where they are not counted.
        place: Its block: "Paragraph 3 of 8", of which the number is enough here.
        found: The sentence in which it is.
        wrapped: Whether the search went round the end.
    """
    number_of = f"Match {index} of {count}" if count else "Match"
    where = unless_brief(f", {place.split(' of ', maxsplit=1)[0].lower()}")
    hint = f" {mention('search-next')} and {mention('search-back')} go to the others." if count > 1 else ""
    return f"{'Wrapped. ' if wrapped else ''}{number_of}{where}: {found}{in_full(hint)}"


def counted_matches(index: int, count: int) -> str:
    """Return what was counted behind the answer to a search: "Match 2 of 700."."""
    return f"Match {index} of {count}."


def nothing_left(*, ends_search: bool) -> str:
    """Return what Escape did where nothing is open: it ends a search that goes on."""
    return "The search is ended." if ends_search else "Nothing to close."


def bookmarked(told: str, note: str, place: str) -> str:
    """Return that a bookmark was made, with its note read back: "Bookmark 2. Note: the vote. Title."."""
    return " ".join(filter(None, (told, f"Note: {note.rstrip('.')}." if note else "", f"{place}.")))


def bookmark_back(note: str) -> str:
    """Return that a bookmark was brought back; its place is told after it."""
    return f"The bookmark is back, {note.rstrip('.')}." if note else "The bookmark is back."


def undone(command: str, place: str, told: str) -> str:
    """Return what was undone: what is so since, or by which command one had gone away, and the place."""
    return f"Undone. {told}" if told else f"Undone{f': {command}' if command else ''}. {place}."


def bookmark(index: int, position: str, words: str) -> str:
    """Return a bookmark as one line of a list; its number is what goes there."""
    return f"Bookmark {index}. {position}: {words}"


NOT_BY_SENTENCE: Final = (
    f"It is not known yet when sentences end, so it goes by paragraph. {mention('align')} times the words."
)


def stops_at(once: EndOf | None, always: EndOf | None = None) -> str:
    """Return where playing stops: this once, else each time; else that it goes on."""
    if once is not None:
        return f"Stops at the end of the {once}."
    return f"Stops at the end of each {always}." if always is not None else "Goes on."


def studied(number: int, count: int, *, is_waiting: bool) -> str:
    """Return "Study, time 2 of 3, pause.": which time a sentence is heard, and whether it was."""
    times = f", time {number} of {count}" if count > 1 else ""
    return f"Study{times}{', pause' if is_waiting else ''}."
