"""Self-voicing: a voice of its own, over what plays; nothing of it is loaded before it is wanted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import gain_of_db, volume_gain
from briefing.blocks import Span
from briefing.errors import AudioError
from briefing.events import ViewChanged
from briefing.patterns import late
from briefing.speech.engines.registry import open_speech
from briefing.speech.speaker import ENGLISH, AnnouncementSpeaker, Manner
from briefing.text.scripts import is_written_with
from briefing.text.spelling import character, own_language
from briefing.ui.keys.mentions import KeysInForce
from briefing.voicing.listener import AnnouncementListener
from briefing.voicing.passages import passages
from briefing.voicing.punctuation import with_signs_named
from briefing.voicing.voice import SayingVoice, SayLevels, SpokenPart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import ExitStack

    from briefing.audio.engine import Engine
    from briefing.events import Event, Said
    from briefing.ports.speech import SpeechEngine
    from briefing.session import Session
    from briefing.session.device import SoundDevice
    from briefing.settings import Settings
    from briefing.voicing.sayings import Saying

OVER_SPEECH_DB: Final = 12
"""So much lower than a recording our own reading is while something is said: two voices of one kind are
harder to tell apart than a newsreader's and ours."""

_END: Final = late(r"(?<=[.!?…:;”»)]) ")
"""What is behind a sentence, before another."""


def manner_of(settings: Settings) -> Manner:
    """Return how announcements are spoken by a user's settings."""
    return Manner(settings.say_voice or settings.speech_voice, settings.say_wpm)


class SelfVoicing:
    """Speaks what a session announces; see `ports.voicing.OwnVoice`.

    Args:
        session: what is heard.
        device: where it is said.
        cleanup: ends it and its process.
        languages: those that the user reads, best first, as BCP 47 tags.
    """

    def __init__(
        self, session: Session, device: SoundDevice, cleanup: ExitStack, languages: Sequence[str] = ()
    ) -> None:
        self._session, self._device, self._languages = session, device, languages
        self._cleanup = cleanup
        keys = KeysInForce(session.settings.keys, is_heard=True)
        self._engine_name = session.settings.speech_engine
        speaker = AnnouncementSpeaker(
            self._speech(), lambda: manner_of(session.settings), session.host.pronouncing.keeper.now
        )
        self._voice = SayingVoice(
            speaker,
            open_engine=self._open,
            parts_of=self._parts,
            levels=self._levels,
            clock=time.monotonic,
            tell=self._note,
            fail=lambda why: session.outbox.post_notice(f"Self-voicing is off. {why}"),
        )
        self._listener = AnnouncementListener(self._voice, keys.names.put_into, session.outbox)
        cleanup.callback(self._voice.close)

        def hear(event: Event) -> None:
            if isinstance(event, ViewChanged):
                keys.take(session.settings.keys)
                if session.settings.speech_engine != self._engine_name:
                    self._engine_name = session.settings.speech_engine
                    speaker.speak_by(self._speech())
            self._listener.hear(event)

        session.subscribe(hear)

    def _speech(self) -> SpeechEngine:
        """Return what speaks by the settings in force; its process goes at the end."""
        engine = open_speech(self._engine_name, is_quick=True)
        self._cleanup.callback(engine.close)
        return engine

    @property
    def is_on(self) -> bool:
        """Whether what is announced is spoken."""
        return self._listener.is_on and self._voice.is_able

    def turn(self, *, is_on: bool) -> None:
        """Speak from now on, or no more when what waits has been said."""
        self._listener.is_on = is_on

    def hush(self) -> None:
        """Be silent at once."""
        self._voice.hush()

    def _note(self, said: Said) -> None:
        self._listener.note(said)

    def _open(self) -> Engine:
        self._device.open()
        if self._device.engine is None:
            raise AudioError("There is no sound device.")
        return self._device.engine

    def _levels(self) -> SayLevels:
        settings = self._session.settings  # they can be changed inside
        duck_db = settings.say_duck_db + OVER_SPEECH_DB * self._listener.is_over_speech
        return SayLevels(volume_gain(settings.say_volume), gain_of_db(-duck_db))

    def _parts(self, saying: Saying) -> list[SpokenPart]:
        if saying.is_letters:
            return [self._letter(saying.text)]
        if saying.language:
            told, *ours = _END.split(saying.text, maxsplit=1)  # the paragraph that it leads into is ours
            return [SpokenPart(told, saying.language), *(SpokenPart(block, ENGLISH) for block in ours)]
        document, level = self._session.document, self._session.settings.punctuation
        parts = []
        for text, offset in passages(saying.text, document.text):
            language = ENGLISH if offset is None else self._language_at(offset)
            parts.append(SpokenPart(with_signs_named(text, level, language), language))
        return parts

    def _letter(self, typed: str) -> SpokenPart:
        """Return a typed letter as its user calls it: in their language, or in that of a text in its script.

        The user's is that of the environment (`LANG`): so are their keyboard's letters called.
        """
        language, of_text = next(iter(self._languages), ENGLISH), self._session.document.language or ENGLISH
        if typed.isalpha() and not is_written_with(language, typed) and is_written_with(of_text, typed):
            language = of_text
        return SpokenPart(character(typed, language), language if own_language(language) else ENGLISH)

    def _language_at(self, offset: int) -> str:
        document = self._session.document
        declared = document.languages_in(Span(offset, offset + 1))
        return declared[0].language if declared else document.language or ENGLISH
