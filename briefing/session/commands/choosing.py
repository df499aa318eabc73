"""Lists of what is neither in the text nor set: who can read aloud, what a search found, what was open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce, announce_text
from briefing.commands.mentions import mention
from briefing.commands.options import Option, Options, Trying
from briefing.errors import BriefingError, UsageError
from briefing.model import VoiceKind
from briefing.session.commands.settings import set_to, try_out
from briefing.settings import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.ports.speech import SpeechVoice
    from briefing.session.session import Session
    from briefing.settings import Setting

_TRY: Final = "try"
_BACK: Final = "back"
_MOST_LISTED: Final = 200
"""Matches that are listed: the others are gone to one by one."""
_MOST_RECENT: Final = 50


# Voices


def _voices(session: Session) -> list[SpeechVoice]:
    """Return who can read aloud, who reads the language of the text before the others.

    Raises:
        SpeechError: if there is no voice.
    """
    language = (session.document.language or "en").partition("-")[0].lower()
    found = session.preferences.keeper.voices()
    return sorted(found, key=lambda voice: voice.language.partition("-")[0].lower() != language)


def ask_voices(session: Session, argument: str) -> Options | None:
    """Return the list of voices, those of the text's language first; None with one, or where none is."""
    if argument:
        return None
    try:
        voices = _voices(session)
    except BriefingError:
        return None
    chosen, reads = session.settings.speech_voice.casefold(), session.playback.voices.description
    at = next(
        (n for n, voice in enumerate(voices) if chosen in _names(voice) or reads.endswith(voice.name)), 0
    )
    rows = tuple(Option(f"{voice.name}, {voice.language}", voice.id) for voice in voices)
    return Options("Voices", rows, at, trying=Trying(_TRY, _BACK)) if rows else None


def _names(voice: SpeechVoice) -> tuple[str, str]:
    return voice.id.casefold(), voice.name.casefold()


def _choose_voice(session: Session, argument: str) -> None:
    wanted, _, word = argument.rpartition(" ")
    is_tried = word == _TRY and bool(wanted)
    if argument == _BACK:
        _leave_trial(session)
        return
    name = wanted if is_tried else argument
    voices = _voices(session)
    voice = next((each for each in voices if name.casefold() in _names(each)), None)
    if voice is None:
        raise UsageError(f"There is no voice {name}." if name else "Type the name of a voice.")
    row = TABLE["speech_voice"]
    if is_tried:
        _try_voice(session, row, voice.name)
        return
    _leave_trial(session)
    set_to(session, row, voice.name)


def _try_voice(session: Session, row: Setting, name: str) -> None:
    """Hear the sentence where the trial began in another voice; it is heard, and so not said."""
    preferences, kind = session.preferences, session.playback.voices.choice
    is_first, is_playing = preferences.trial is None, session.playback.is_playing
    if preferences.trial is not None:
        session.move_to(preferences.trial.place)
    session.clockwork.know(VoiceKind.SPEECH)
    try_out(session, row, name)
    trial = preferences.trial
    if trial is None:
        return
    if is_first:

        def leave() -> None:
            session.clockwork.know(kind)
            trial.leave()
            if session.playback.voices.choice is not kind:
                session.reader.switch_voice(kind)
            session.move_to(trial.place)
            if not is_playing:
                session.playback.pause()

        preferences.trial = trial._replace(leave=leave)
    if kind is not VoiceKind.SPEECH:
        session.reader.switch_voice(VoiceKind.SPEECH)
    session.play_from(session.cursor.transcript.sentence_at(trial.place).start)


def _leave_trial(session: Session) -> None:
    """Read on as before something was tried, if anything was."""
    trial, session.preferences.trial = session.preferences.trial, None
    if trial is not None:
        trial.leave()


# Matches


def match_lines(session: Session) -> list[str]:
    """Return the sentence of each match of the last search."""
    cursor = session.cursor
    starts = session.search.starts[:_MOST_LISTED] if session.search.is_counted else ()
    return [" ".join(cursor.text_of(cursor.transcript.sentence_at(start)).split()) for start in starts]


def _go_to_match(session: Session, argument: str) -> None:
    search = session.search
    if not search.needle:
        raise UsageError(
            "Nothing has been searched for yet.", f"Press {mention('search')} and type what to find."
        )
    count = len(search.starts)
    if not search.is_counted:
        hint = f"{mention('search-next')} and {mention('search-back')} go to the others."
        raise UsageError(f"Still counting, {announce.counted(count, 'match')} so far.", hint)
    if not count:
        session.say(announce_text.no_match(search.needle))
    elif argument.isdecimal() and 1 <= int(argument) <= count:
        session.remember_place()
        search.go_to(int(argument))
        session.move_to(search.starts[int(argument) - 1])
        found = session.cursor.text_of(session.sentence)
        place = session.cursor.block_name(session.place)
        session.say(announce_text.match(*search.position, place, found, wrapped=False))
    else:
        raise UsageError("Type a match's number.", f"There are {count}.")


# What was open


def recent_lines(session: Session) -> list[str]:
    """Return the titles of what was opened last, the latest first."""
    return [title or "Untitled" for title, _ in _recent(session)]


def _recent(session: Session) -> Sequence[tuple[str, str]]:
    return session.memory.recent_titles(_MOST_RECENT)


def _open_recent(session: Session, argument: str) -> None:
    recent = _recent(session)
    if not recent:
        session.say("Nothing was opened before.")
    elif argument.isdecimal() and 1 <= int(argument) <= len(recent):
        session.go_to_source(recent[int(argument) - 1][1])
    else:
        raise UsageError("Type its number.", f"Give one from 1 to {len(recent)}.")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "voices": _choose_voice,
    "matches": _go_to_match,
    "recent": _open_recent,
}
