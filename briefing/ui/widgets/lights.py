"""What of the text is lit now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model import Light

if TYPE_CHECKING:
    from briefing.model import Span
    from briefing.session import Session


class Lights(NamedTuple):
    """What is lit: an area (a sentence or paragraph), a word in it, a match, what is read without sound."""

    area: Span | None = None
    word: Span | None = None
    hit: Span | None = None
    point: Span | None = None


def lights_of(session: Session) -> Lights:
    """Return what is to be lit now. A quiet screen has no moving word."""
    point = session.point.span
    lit, sentence, hit = session.cursor.lit(session.look.light), session.sentence, session.search.hit
    if lit is None:
        return Lights(hit=hit, point=point)
    if sentence is None or len(lit) >= len(sentence) or session.look.light is not Light.WORD:
        return Lights(lit, None, hit, point)
    return Lights(sentence, None if session.look.is_quiet else lit, hit, point)


def read_in(session: Session) -> tuple[Span, int]:
    """Return the sentence in which is read, and where in it: at the reading point, else at the place."""
    if (point := session.point.span) is None:
        return session.sentence, session.place
    return session.cursor.transcript.sentence_at(point.start), point.start
