"""Moving by time and by unit: seconds, tenths, words, sentences, paragraphs, places.

While a voice is heard, a move is answered with the place; while it is silent, with the
text itself, so that the transcript can be read unit by unit with the keys.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.commands.mentions import mention
from briefing.errors import UsageError
from briefing.kinds import listed
from briefing.session.commands.playing import number_from
from briefing.structures import StructureKind
from briefing.verbosity import in_full

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Span
    from briefing.session.session import Session

RESTART_S: Final = 2.0
"""After so much of a chapter, "previous" is its own start, as in other players."""
SHORT_S: Final = 5.0
LONG_S: Final = 30.0


def _by_seconds(step_s: float, session: Session, _argument: str) -> None:
    session.reader.seek_s(session.position_s + step_s)
    session.say(f"{announce.duration(session.position_s)}.")


def _edge(session: Session, side: str) -> None:
    session.say(f"This is the {side}.")


def _answer(session: Session, text: str, shows: Span, heard: str = "") -> None:
    """Answer with a part of the text; while a voice is heard, with where that is, by default the time."""
    if session.playback.is_playing:
        session.say(heard or f"{announce.duration(session.position_s)}.")
    else:
        session.say(text, shows=shows)


def _to_word(session: Session, word: Span | None, side: str) -> None:
    """Go to a word and answer; without one, say that this is the `side`."""
    if word is None:
        _edge(session, side)
        return
    session.move_to(word.start)
    _answer(session, session.cursor.spoken(word), word)


def _to_sentence(session: Session, sentence: Span | None, side: str) -> None:
    """Go to a sentence and answer; without one, say that this is the `side`."""
    if sentence is None:
        _edge(session, side)
        return
    session.move_to(sentence.start)
    place = in_full(f" {session.cursor.place_name(sentence.start)}.")
    _answer(session, session.cursor.read(sentence) + place, sentence)


def _word_back(session: Session, _argument: str) -> None:
    _to_word(session, session.cursor.transcript.word_before(session.place), "start")


def _word_forward(session: Session, _argument: str) -> None:
    _to_word(session, session.cursor.transcript.word_after(session.place), "end")


def _sentence_back(session: Session, _argument: str) -> None:
    here = session.sentence
    # From inside a sentence to its start, from its first word to the sentence before: as a
    # player's "previous" does, and as a reader who missed something expects.
    is_inside = session.place >= session.cursor.transcript.word_at(here.start).stop
    before = session.cursor.transcript.sentence_before(here.start)
    _to_sentence(session, here if is_inside else before, "start")


def _sentence_forward(session: Session, _argument: str) -> None:
    _to_sentence(session, session.cursor.transcript.sentence_after(session.place), "end")


def _say_block(session: Session, before: str = "") -> None:
    """Say what block was gone to, after what is to be said before that."""
    cursor = session.cursor
    _answer(
        session,
        f"{before}{cursor.introduced(cursor.sentence)}",
        cursor.sentence,
        f"{before}{cursor.block_name(cursor.place)}.",
    )


def _to_paragraph(session: Session, target: Span | None, side: str) -> None:
    if target is None:
        _edge(session, side)
        return
    session.move_to(target.start)
    _say_block(session)


def _paragraph_back(session: Session, _argument: str) -> None:
    transcript = session.cursor.transcript
    here = transcript.paragraph_at(session.place).span
    is_inside = session.place >= transcript.word_at(here.start).stop
    before = transcript.paragraph_before(here.start)
    _to_paragraph(session, here if is_inside else before.span if before else None, "start")


def _paragraph_forward(session: Session, _argument: str) -> None:
    after = session.cursor.transcript.paragraph_after(session.place)
    _to_paragraph(session, after.span if after else None, "end")


def _to_chapter(session: Session, *, is_back: bool) -> None:
    if not session.reader.chapters.are_known:
        raise UsageError("This briefing has no chapters.")
    session.reader.require_timeline()
    chapters, here = session.reader.chapters.all, session.reader.chapters.index
    if not chapters:
        raise UsageError(
            "Chapters are in the recording, and nothing tells where its words are.",
            f"Press {mention('voice')} for the recording.",
        )
    is_inside = here >= 0 and session.position_s - chapters[here].start_s > RESTART_S
    target = (here if is_inside else here - 1) if is_back else here + 1
    if not 0 <= target < len(chapters) or chapters[target].start_s >= session.duration_s:
        session.say(f"There is no {'earlier' if is_back else 'later'} chapter.")
        return
    session.remember_place()
    session.reader.seek_s(chapters[target].start_s, is_start=True)
    session.say(f"{session.reader.chapters.name}.")


def _chapter(session: Session, _argument: str, *, is_back: bool) -> None:
    """Go to a chapter, when the tags that hold them have been read."""

    def go() -> None:
        try:
            _to_chapter(session, is_back=is_back)
        except UsageError as error:
            session.say(str(error))

    session.reader.tags.read(go)


def _start(session: Session, _argument: str) -> None:
    session.remember_place()
    session.move_to(session.cursor.first_offset)
    session.say("Start.")


def _end(session: Session, _argument: str) -> None:
    session.remember_place()
    session.move_to(session.cursor.transcript.last_sentence().start)
    session.say("End.")


def _percent(session: Session, argument: str) -> None:
    share = number_from(argument, 0, 100, "A share of the whole") / 100
    session.remember_place()
    session.reader.seek_s(session.duration_s * share)
    session.say(f"{round(share * 100)} percent, {announce.duration(session.position_s)}.")


def _go(session: Session, argument: str) -> None:
    session.remember_place()
    session.reader.go_to(argument)
    _answer(session, session.cursor.read(session.sentence), session.sentence)


def _leave(session: Session, _argument: str) -> None:
    from briefing.text.way_out import way_out  # nobody waits for it at the start

    found = way_out(session.document, session.place)
    if found is None:
        session.say(f"Not in a {listed([kind.value for kind in StructureKind])}.")
    elif found.start is None:
        session.say(f"Nothing comes after the {found.kind.value}.")
    else:
        session.remember_place()
        session.move_to(found.start)
        _say_block(session, f"After the {found.kind.value}. ")


def _skip_story(session: Session, _argument: str) -> None:
    starts = session.cursor.transcript.body_starts
    if not starts:
        raise UsageError("This briefing has no paragraphs.")
    session.remember_place()
    _to_paragraph(session, session.cursor.transcript.paragraph_at(starts[0]).span, "start")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "back": partial(_by_seconds, -SHORT_S),
    "forward": partial(_by_seconds, SHORT_S),
    "back-30": partial(_by_seconds, -LONG_S),
    "forward-30": partial(_by_seconds, LONG_S),
    "word-back": _word_back,
    "word-forward": _word_forward,
    "sentence-back": _sentence_back,
    "sentence-forward": _sentence_forward,
    "paragraph-back": _paragraph_back,
    "paragraph-forward": _paragraph_forward,
    "chapter-back": partial(_chapter, is_back=True),
    "chapter-forward": partial(_chapter, is_back=False),
    "start": _start,
    "end": _end,
    "percent": _percent,
    "go": _go,
    "leave": _leave,
    "skip-story": _skip_story,
}
