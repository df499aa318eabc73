"""How the word at the reading point is said: heard, said otherwise, kept, or as before.

The word is that of `attributes` and of whatever else looks at the reading point; a name that is known, such
as "Xi Jinping", is one. What is kept is the user's, for texts in that language; speech reads on with it at
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.command import Prompt
from briefing.commands.options import Option, Options, Trying
from briefing.errors import UsageError
from briefing.model import Span, TransportState, Unit
from briefing.session.pronouncing import AskedWord

if TYPE_CHECKING:
    from briefing.session.session import Session
    from briefing.text.pronunciation.dictionary import FoundWord, Pronunciations
    from briefing.text.pronunciation.entry import SaidAs

_TRY: Final = "try"
_BACK: Final = "back"
_NOW: Final = "now"
_TYPE: Final = "type"
_FORGET: Final = "forget"
_GENITIVES: Final = ("'s", "’s")
_MOST_READINGS: Final = 6
_ENGLISH: Final = "en"


def ask_pronunciation(session: Session, argument: str) -> Prompt | Options | None:
    """Return what a word may be said like, and let it be heard; what asks for another; None with one."""
    if argument == _TYPE:
        word = _asked(session).word
        return Prompt(f"How is {word} said?", "a respelling, or IPA between slashes")
    if argument:
        return None
    session.host.pronouncing.asked = None
    try:
        asked = session.host.pronouncing.asked = _asked(session)
    except UsageError:
        return None
    session.playback.pause()
    keeper = session.host.pronouncing.keeper
    keeper.hear(asked.word, asked.language, keeper.now())
    rows = [Option(f"As now: {_told(_found(asked, keeper.now()))}.", _NOW)]
    rows += [Option(text, said) for text, said in _others(session, asked)]
    rows.append(Option("Type another.", _TYPE))
    if _own(session, asked) is not None:
        rows.append(Option("Forget yours.", _FORGET))
    return Options(f"How {asked.word} is said", tuple(rows), trying=Trying(_TRY, _BACK))


def _asked(session: Session) -> AskedWord:
    """Return the word that is asked about: that of the list which is open, else the one at the point.

    Raises:
        UsageError: if there is none.
    """
    if session.host.pronouncing.asked is not None:
        return session.host.pronouncing.asked
    point, cursor = session.point, session.cursor
    at = point.at(cursor)
    span = point.units_of(cursor).at(Unit.WORD, at)
    text = session.document.text
    if span is None or not any(map(str.isalnum, span.of(text))):
        raise UsageError("There is no word here.", "Go to one, and ask again.")
    language = cursor.language_at(span.start) or _ENGLISH
    sentence = cursor.transcript.sentence_at(span.start)
    for found in session.host.pronouncing.keeper.now().find(text, sentence.start, sentence.stop, language):
        if found.start <= span.start < found.stop:
            span = Span(found.start, found.stop)
    word = " ".join(span.of(text).split())
    for genitive in _GENITIVES:
        word = word.removesuffix(genitive)
    return AskedWord(word, span, language, session.state is TransportState.PLAYING)


def _found(asked: AskedWord, said: Pronunciations) -> FoundWord | None:
    return next(iter(said.find(asked.word, 0, len(asked.word), asked.language)), None)


def _told(found: FoundWord | None) -> str:
    """Return how a word is said, as it is written for people."""
    from briefing.text.pronunciation.respelling import (
        respelled,  # as all here, asked for after the first line
    )

    if found is None:
        return "as the voice reads it"
    return found.entry.say or respelled(found.ipa)


def _own(session: Session, asked: AskedWord) -> SaidAs | None:
    """Return the user's entry by which a word is said now."""
    now = session.host.pronouncing.keeper.now()
    found = _found(asked, now)
    return found.entry if found is not None and now.own.get(found.entry.key) == found.entry else None


def _others(session: Session, asked: AskedWord) -> list[tuple[str, str]]:
    """Return what else it may be said like: as newsreaders do, and as voices of other languages."""
    from briefing.text.pronunciation.respelling import respelled

    keeper = session.host.pronouncing.keeper
    now = _found(asked, keeper.now())
    heard = {_told(now)}
    ways: list[tuple[str, str]] = []
    if _own(session, asked) is not None:
        ways.append(("As the voice reads it", asked.word))
        shipped = _found(asked, keeper.now().without_own())
        if shipped is not None:
            ways[0] = ("As newsreaders say it", f"/{shipped.ipa}/")
    found = []
    for language, ipa in keeper.readings(asked.word):
        told = respelled(ipa)
        if told and told not in heard:
            heard.add(told)
            found.append((f"As in {language}: {told}.", f"/{ipa}/"))
    return [*((f"{text}.", said) for text, said in ways), *found[:_MOST_READINGS]]


def _entry(asked: AskedWord, said: str) -> SaidAs:
    from briefing.text.pronunciation.entry import make_entry

    return make_entry(asked.word, said, asked.language.partition("-")[0])


def pronounce(session: Session, argument: str) -> None:
    """Let the word be heard, or kept as the argument says it."""
    pronouncing = session.host.pronouncing
    wanted, _, last = argument.rpartition(" ")
    if argument == _BACK:
        _read_on(session, is_anew=False)
    elif last == _TRY and wanted:
        _let_hear(session, wanted)
    elif argument in ("", _NOW):
        asked = _asked(session)
        pronouncing.keeper.hear(asked.word, asked.language, pronouncing.keeper.now())
        _read_on(session, is_anew=False)
        session.say(f"{asked.word} is said {_told(_found(asked, pronouncing.keeper.now()))}.")
    elif argument == _FORGET:
        _forget(session)
    else:
        asked = _asked(session)
        _keep(session, asked, _entry(asked, argument))


def _let_hear(session: Session, said: str) -> None:
    """Let a word be heard as it would be said; where nothing is to be heard, say nothing."""
    asked, keeper = _asked(session), session.host.pronouncing.keeper
    if said in (_TYPE, _FORGET):
        return
    tried = keeper.now() if said == _NOW else _alone(_entry(asked, said))
    keeper.hear(asked.word, asked.language, tried)


def _alone(entry: SaidAs) -> Pronunciations:
    from briefing.text.pronunciation.dictionary import Pronunciations

    return Pronunciations([entry])


def _keep(session: Session, asked: AskedWord, entry: SaidAs) -> None:
    keeper = session.host.pronouncing.keeper
    before = keeper.now().own.get(entry.key)
    keeper.change([entry])
    was = _told(_found(asked, _alone(before) if before else keeper.now().without_own()))

    def take_back() -> None:
        keeper.change([before] if before else (), () if before else [entry.key])
        session.reader.speak_anew(is_at_word=True)

    session.undo.remember(take_back, f"{asked.word} is said {was}.")
    _read_on(session, is_anew=True)
    session.say(f"{asked.word} is said {_told(_found(asked, keeper.now()))} from now on.")


def _forget(session: Session) -> None:
    asked, keeper = _asked(session), session.host.pronouncing.keeper
    entry = _own(session, asked)
    if entry is None:
        session.host.pronouncing.asked = None
        raise UsageError(f"You have no pronunciation of {asked.word}.")
    keeper.change(drop=[entry.key])

    def take_back() -> None:
        keeper.change([entry])
        session.reader.speak_anew(is_at_word=True)

    session.undo.remember(take_back, f"{asked.word} is said {_told(_found(asked, keeper.now()))}.")
    _read_on(session, is_anew=True)
    session.say(f"{asked.word} is said {_told(_found(asked, keeper.now()))} again.")


def _read_on(session: Session, *, is_anew: bool) -> None:
    """Close what was asked; read on where a voice read, from the same word, and by what is kept now."""
    asked, session.host.pronouncing.asked = session.host.pronouncing.asked, None
    if is_anew:
        session.reader.speak_anew(is_at_word=True)
    if asked is not None and asked.was_playing:
        session.playback.play()
