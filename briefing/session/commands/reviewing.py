"""Reading without a sound: the reading point moves through the text by a unit, and the place stays.

As in screen readers (NVDA's review cursor, Orca's flat review, Speakup), a key each reads what comes before,
what stands here and what follows; asked for again, what stands here is spelled, and then spelled by an
alphabet's words. At an end that is said, with what stands there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing import announce_text
from briefing.commands.mentions import mention
from briefing.errors import UsageError
from briefing.kinds import listed
from briefing.model import Unit
from briefing.session.commands.playing import number_from
from briefing.verbosity import in_full

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Span
    from briefing.session.session import Session

MOST_STEPS: Final = 1000
_SPELLED: Final = 100
"""How many characters are spelled: of a longer sentence, nobody keeps the start in mind."""
_ADDRESS: Final = "address"
_UNITS: Final = tuple(Unit)
_WAYS: Final = ("whole", "spelled", "phonetic")


def _step(session: Session, argument: str, unit: Unit | None, *, is_back: bool) -> None:
    """Read what is so many units on; where there is none, say so and read what stands last."""
    point, cursor = session.point, session.cursor
    unit = unit or point.unit
    units, here = point.units_of(cursor), point.at(cursor)
    step = units.before if is_back else units.after
    begun, was = here, session.document.block_index_at(here)
    found = following = None
    for _ in range(round(number_from(argument, 1, MOST_STEPS, "Reading on") if argument else 1)):
        following = step(unit, here)
        if following is None:
            break
        found, here = following, following.start
    edge = announce_text.edge(unit, is_back=is_back) if following is None else ""
    stands = found or (None if unit is Unit.HEADING else units.at(unit, here))
    if stands is None:
        session.say(edge if units.at(unit, here) else announce_text.nothing_to_read(unit))
        return
    point.look_at(stands)
    enters_block = session.document.block_index_at(stands.start) != was
    said = _said(session, unit, stands, enters_block=enters_block, came_from=begun)
    language = "" if edge else _language(session, unit, stands)
    session.outbox.say(f"{edge} {said}".lstrip(), shows=stands, language=language)


def _read_here(session: Session, argument: str, unit: Unit | None = None) -> None:
    """Read what stands here: whole, at the next time spelled, then phonetically, and whole again."""
    if argument and argument not in _WAYS[1:]:
        raise UsageError(f"It is read {listed(_WAYS)}.", "Type spelled or phonetic, or nothing.")
    point = session.point
    unit = unit or point.unit
    found = point.units_of(session.cursor).at(unit, point.at(session.cursor))
    if found is None:
        session.say(announce_text.nothing_to_read(unit))
        return
    way = argument or _WAYS[point.times_asked(unit, found) % len(_WAYS)]
    point.look_at(found)
    if way == "whole":
        point.answer(_said(session, unit, found), found, _language(session, unit, found))
    else:
        is_by_unicode = unit is Unit.CHARACTER and way == "phonetic"
        language = "" if is_by_unicode else _language(session, Unit.CHARACTER, found)
        point.answer(_spelled(session, unit, found, way), None, language)


def _language(session: Session, unit: Unit, span: Span) -> str:
    """Return the language of what is said of a character or word; empty for English."""
    from briefing.text.spelling import own_language

    tag = session.cursor.language_at(span.start) or ""
    is_whole = unit is Unit.WORD or (unit is Unit.CHARACTER and own_language(tag))
    return tag if is_whole else ""


def _said(
    session: Session, unit: Unit, span: Span, *, enters_block: bool = False, came_from: int = -1
) -> str:
    """Return a unit to be said; a small one with the name of the paragraph that it leads into."""
    from briefing.text import spelling

    cursor, text = session.cursor, span.of(session.document.text)
    if cursor.text_of(span) != text:
        return cursor.text_of(span)
    language = cursor.language_at(span.start)
    match unit:
        case Unit.SENTENCE:
            return cursor.read(span) + _links(session, span) + in_full(f" {cursor.place_name(span.start)}.")
        case Unit.PARAGRAPH | Unit.HEADING:
            return cursor.introduced(span) + _links(session, span)
        case Unit.CHARACTER:
            told = spelling.character(text, language)
            word = spelling.phonetic(text, language)
        case Unit.WORD:
            told = word = text if any(map(str.isalnum, text)) else spelling.spelled(text, language)
    if any(came_from not in link.span for link in session.document.links_in(span)):
        told += in_full(", link")
    block = f"{cursor.block_name(span.start)}." if enters_block else ""
    return announce_text.piece(told, block, "" if word == told else word)


def _spelled(session: Session, unit: Unit, span: Span, way: str) -> str:
    from briefing.text import spelling

    text, language = span.of(session.document.text), session.cursor.language_at(span.start)
    if session.cursor.text_of(span) != text:
        return session.cursor.text_of(span)
    if unit is Unit.CHARACTER:
        told = spelling.phonetic(text, language) if way == "spelled" else spelling.code_points(text)
    elif way == "spelled":
        told = spelling.spelled(text, language, _SPELLED)
    else:
        told = spelling.spelled_phonetically(text, language, _SPELLED)
    return f"{told}."


def _choose_unit(session: Session, argument: str, step: int = 1) -> None:
    point = session.point
    if argument:
        try:
            point.unit = Unit(argument)
        except ValueError as error:
            raise UsageError(f"The reading unit is {listed(_UNITS)}.") from error
    else:
        point.unit = _UNITS[(_UNITS.index(point.unit) + step) % len(_UNITS)]
    found = point.units_of(session.cursor).at(point.unit, point.at(session.cursor))
    here = _said(session, point.unit, found) if found else announce_text.nothing_to_read(point.unit)
    session.say(announce_text.unit(point.unit, here), shows=found)


def _place_here(session: Session, _argument: str) -> None:
    span = session.point.span
    if span is None:
        raise UsageError(
            "The reading point is at the place.",
            f"{mention('read-next')} and {mention('read-back')} move it.",
        )
    session.remember_place()
    session.move_to(span.start)
    session.say(announce_text.placed(session.cursor.place_name(span.start)))


def _attributes(session: Session, argument: str) -> None:
    """Say what stands here; asked again, or for the address, where the link leads to that it is in."""
    # As all here, asked for long after the first line.
    from briefing.session.attributes import attributes_at, link_at, link_words

    if argument not in ("", _ADDRESS):
        raise UsageError(
            "The attributes are told, or the address of a link.", f"Type {_ADDRESS}, or nothing."
        )
    point, cursor, document = session.point, session.cursor, session.document
    at = point.at(cursor)
    link = link_at(document, at)
    if argument and link is None:
        raise UsageError("There is no link here.")
    is_again = link is not None and point.times_asked(Unit.CHARACTER, link.span) % 2
    if link is not None and (argument or is_again):
        point.answer(announce_text.link_target(link_words(document, link), link.target), None)
    else:
        point.answer(attributes_at(cursor, point.units_of(cursor), at), None)


def _links(session: Session, span: Span) -> str:
    """Return what is said of links in what was read, where much is said."""
    from briefing.session.attributes import link_words

    document = session.document
    return in_full(announce_text.links([link_words(document, each) for each in document.links_in(span)]))


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "read-next": partial(_step, unit=None, is_back=False),
    "read-back": partial(_step, unit=None, is_back=True),
    "read-here": _read_here,
    "read-unit": _choose_unit,
    "read-unit-back": partial(_choose_unit, step=-1),
    "attributes": _attributes,
    "place-here": _place_here,
    **{f"read-{unit}-next": partial(_step, unit=unit, is_back=False) for unit in Unit},
    **{f"read-{unit}-back": partial(_step, unit=unit, is_back=True) for unit in Unit},
    **{f"read-{unit}": partial(_read_here, unit=unit) for unit in Unit},
}
