"""How the word at the reading point is said: heard, said otherwise, kept, or as before.

The word is that of `attributes` and of whatever else looks at the reading point; a name that is known, such
as "Xi Jinping", is one. What is kept is the user's, for texts in that language; speech reads on with it at
once.

Voices of other languages take their time to tell how they read it. So the list opens without them, and they
come behind what is there, so that no number of a row changes under a finger. None is asked twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.announce import counted
from briefing.commands.command import Prompt
from briefing.commands.options import Option, Options, Trying
from briefing.errors import UsageError
from briefing.events import OptionsCame
from briefing.model import Span, TransportState, Unit
from briefing.session.pronouncing import AskedWord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.session.session import Session
    from briefing.text.pronunciation.dictionary import FoundWord, Pronunciations
    from briefing.text.pronunciation.entry import SaidAs

# A word may be said like "now" or "back": what rows stand for begins with a sign.
_TRY: Final = "+try"
_BACK: Final = "+back"
_NOW: Final = "+now"
_TYPE: Final = "+type"
_MORE: Final = "+more"
_FORGET: Final = "forget"
_ID: Final = "pronounce"
_GENITIVES: Final = ("'s", "’s")
_MOST_READINGS: Final = 6
_ENGLISH: Final = "en"


def ask_pronunciation(session: Session, argument: str) -> Prompt | Options | None:
    """Return what a word may be said like, and let it be heard; what asks for another; None with one."""
    if argument == _TYPE:
        word = _asked(session).word
        return Prompt(f"How is {word} said?", "a respelling, or IPA between slashes")
    if argument == _MORE:
        asked = session.host.pronouncing.asked
        return None if asked is None else _listed(session, asked)
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
    _ask_voices(session, asked)
    return _listed(session, asked)


def _ask_voices(session: Session, asked: AskedWord) -> None:
    """Have voices of other languages asked how they read a word, unless they were."""
    pronouncing, outbox = session.host.pronouncing, session.outbox
    if asked.word in pronouncing.readings:
        return
    pronouncing.readings[asked.word] = ()
    keeper = pronouncing.keeper

    def ask() -> None:
        told = keeper.readings(asked.word)
        outbox.post(lambda: take(told))

    def take(told: Sequence[tuple[str, str]]) -> None:
        pronouncing.readings[asked.word] = told
        if pronouncing.asked is None or pronouncing.asked.word != asked.word:
            return  # the list is closed, or another's
        if count := len(_read(session, pronouncing.asked)):
            outbox.emit(OptionsCame(_ID))
            session.say(f"{counted(count, 'more way')} to say {asked.word}.")

    session.host.in_background(ask)


def _listed(session: Session, asked: AskedWord) -> Options:
    """Return what a word may be said like, as far as it is known."""
    rows = [Option(f"As now: {_told(_found(asked, session.host.pronouncing.keeper.now()))}.", _NOW)]
    own = _own(session, asked) is not None
    if own:
        rows.append(_without_own(session, asked))
    rows.append(Option("Type another.", _TYPE))
    if own:
        rows.append(Option("Forget yours.", _FORGET))
    rows += _read(session, asked)
    return Options(f"How {asked.word} is said", tuple(rows), trying=Trying(_TRY, _BACK), more=_MORE)


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


def _without_own(session: Session, asked: AskedWord) -> Option:
    """Return what is said without the user's entry: as newsreaders do, or as the voice reads it."""
    shipped = _found(asked, session.host.pronouncing.keeper.now().without_own())
    if shipped is None:
        return Option("As the voice reads it.", asked.word)
    return Option("As newsreaders say it.", f"/{shipped.ipa}/")


def _read(session: Session, asked: AskedWord) -> list[Option]:
    """Return how voices of other languages read it, each way once, as far as they have told."""
    from briefing.text.pronunciation.respelling import respelled

    pronouncing = session.host.pronouncing
    heard = {_told(_found(asked, pronouncing.keeper.now()))}
    rows = []
    for language, ipa in pronouncing.readings.get(asked.word, ()):
        told = respelled(ipa)
        if told and told not in heard:
            heard.add(told)
            rows.append(Option(f"As in {language}: {told}.", f"/{ipa}/"))
    return rows[:_MOST_READINGS]


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
