"""What a text has besides its paragraphs, as lists to go to: its notes, and all that stands out in it.

The outline is one list in the order of the text: headings (or the table of contents), chapters of the
recording, who begins to speak, notes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing import announce, announce_text
from briefing.commands.mentions import mention
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from briefing.model import Span
    from briefing.session.session import Session

_LISTED: Final = 160
"""Code points of a note that stand in the list: enough to know it by."""


class Landmark(NamedTuple):
    """Something that stands out: what is said of it, where it begins, and when, for a chapter."""

    thing: str
    line: str
    start: int
    start_s: float | None = None


def outline_lines(session: Session) -> list[str]:
    """Return what stands out in the text: headings with their levels, chapters with their times."""
    return [landmark.line for landmark in _landmarks(session)]


def _landmarks(session: Session) -> list[Landmark]:
    from briefing.outline import outline_of  # asked for long after the first line

    document = session.document
    headings = outline_of(document).headings
    found = [Landmark("heading", announce_text.heading(h.title, h.level), h.span.start) for h in headings]
    found += _chapters(session, {heading.title.casefold() for heading in headings})
    cursor = session.cursor
    for start in document.columns.turns():
        sentence = cursor.transcript.sentence_at(start)
        found.append(Landmark("turn", _cut(cursor.spoken(sentence)), start))
    notes = zip(_notes(session), note_lines(session), strict=True)
    found += (Landmark("note", f"Note: {line}", span.start) for span, line in notes)
    return sorted(found, key=lambda each: each.start)


def _chapters(session: Session, titles: Collection[str]) -> Iterator[Landmark]:
    """Give the chapters of the recording that are no headings, where its words are timed."""
    timeline = session.playback.timeline
    for number, (title, start_s, _) in enumerate(session.reader.chapters.all, 1):
        if timeline is not None and title.casefold() not in titles:
            line = announce_text.chapter(number, title, announce.duration(start_s))
            yield Landmark("chapter", line, timeline.offset_from(start_s * timeline.rate_hz), start_s)


def note_lines(session: Session) -> list[str]:
    """Return how each note begins."""
    return [_cut(span.of(session.document.text)) for span in _notes(session)]


def _cut(text: str) -> str:
    return text if len(text) <= _LISTED else f"{text[:_LISTED].rsplit(maxsplit=1)[0]} and more"


def _notes(session: Session) -> list[Span]:
    transcript = session.cursor.transcript
    return [transcript.paragraph_at(start).span for start in transcript.note_starts]


def _outline(session: Session, argument: str) -> None:
    landmarks = _landmarks(session)
    if not landmarks:
        session.say("This briefing has no headings.")
    elif not argument:
        things = Counter(landmark.thing for landmark in landmarks)
        _list(session, ", ".join(announce.counted(n, thing) for thing, n in things.items()), outline_lines)
    elif argument.isdecimal() and 1 <= int(argument) <= len(landmarks):
        session.remember_place()
        start_s = landmarks[int(argument) - 1].start_s
        if start_s is None:
            session.move_to(landmarks[int(argument) - 1].start)
            session.say(session.cursor.introduced(session.sentence))
        else:
            session.reader.seek_s(start_s, is_start=True)
            session.say(f"{session.reader.chapters.name}.")
    else:
        raise UsageError(
            f"There is no line {argument} in the outline.", f"Give a number from 1 to {len(landmarks)}."
        )


def _list(session: Session, told: str, lines: Callable[[Session], list[str]]) -> None:
    """Say what there is, and each line with its number."""
    session.say(f"{told}. Type its number to go there; {mention('undo')} comes back.")
    for number, line in enumerate(lines(session), 1):
        session.say(f"{number}: {line}")


def _list_notes(session: Session, argument: str) -> None:
    """Go to the note of that number; without one, list them all."""
    places = _notes(session)
    if not places:
        session.say("This briefing has no notes.")
    elif not argument:
        _list(session, announce.counted(len(places), "note"), note_lines)
    elif argument.isdecimal() and 1 <= int(argument) <= len(places):
        session.remember_place()
        session.move_to(places[int(argument) - 1].start)
        session.say(session.cursor.introduced(session.sentence))
    else:
        raise UsageError(f"There is no note {argument}.", f"Give a number from 1 to {len(places)}.")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "outline": _outline,
    "notes": _list_notes,
}
