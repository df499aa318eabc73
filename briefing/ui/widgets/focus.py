"""The focus view: of the text only what is being read, in the middle of the window. Pure.

Rules:
1. What is shown is parts of the text (`excerpt_of`): a sentence, one with its neighbours, or a word. They are
   laid out like any text, so lighting, clicking and following are the same code.
2. A word is shown with the signs that touch it, in letters in which the longest word of its sentence
   fits and that take half of the window's height at most: so it seldom changes its size.
3. No word is shown whose timing is not sure: its sentence is, instead, as nothing is lit falsely.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.model import Focus, Light, Span
from briefing.sizes import DRAWN
from briefing.ui.widgets.fitting import ENOUGH
from briefing.ui.widgets.lights import read_in

if TYPE_CHECKING:
    from briefing.session import Session
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface

_OF_THE_HEIGHT: Final = 2
"""A word takes one part in so many of the window's height."""


def excerpt_of(session: Session) -> tuple[Span, ...]:
    """Return the parts of the text that are shown; none where that is all of it."""
    (sentence, _), transcript = read_in(session), session.cursor.transcript
    match session.look.focus:
        case Focus.OFF:
            return ()
        case Focus.AROUND:
            around = (
                transcript.sentence_before(sentence.start),
                sentence,
                transcript.sentence_after(sentence.start),
            )
            return tuple(span for span in around if span is not None)
        case Focus.WORD if session.point.span is None and (word := _word_of(session)):
            return (word,)
        case _:
            return (sentence,)


def _word_of(session: Session) -> Span | None:
    """Return the word at the place with the signs that touch it; None where it is not sure which it is."""
    sentence, text = session.sentence, session.document.text
    word = session.cursor.lit(Light.WORD)
    if word is None or (len(word) >= len(sentence) and " " in sentence.of(text).strip()):
        return None
    start, stop = word.start, word.stop
    while start > sentence.start and not text[start - 1].isspace():
        start -= 1
    while stop < sentence.stop and not text[stop].isspace():
        stop += 1
    return Span(start, stop)


@lru_cache(maxsize=8)
def word_face(text: str, sentence: Span, room: tuple[int, int], finest: Drawing) -> Typeface | None:
    """Return the face for the words of a sentence, one by one; None: the terminal's own letters.

    Args:
        text: the whole text.
        sentence: of which the words are shown.
        room: columns and rows of the window.
        finest: the finest drawing that may be used.
    """
    from briefing.ui.glyphs.faces import face_for, share_drawn
    from briefing.ui.glyphs.growing import faces_within
    from briefing.ui.glyphs.setting import cells, height

    words = sentence.of(text).split()
    usual = face_for(DRAWN[-1], finest, text)
    if share_drawn(sentence.of(text)) < ENOUGH:
        return None
    width, rows = room
    for face in faces_within(width, max(rows // _OF_THE_HEIGHT, usual.rows), finest, usual):
        if all(cells(word, face) <= width and height(word, face) <= rows for word in words):
            return face
    return None
