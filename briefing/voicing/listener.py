"""A session's events, as things to say.

Rules:
1. What is announced is said, and what takes the focus, and letters as they are typed. The text itself,
   where a face writes it as it plays, is not: it is being heard.
2. A key silences whatever is said, and the first thing that is said after it is its answer: *now*. What
   follows that is *normal*, and what nobody asked for is *next* (see `sayings`).
3. The answer to the command that silences is silence.
4. Whoever leaves hears the last word.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, Protocol

from briefing.events import (
    Announced,
    CommandRun,
    Focused,
    KeyPressed,
    Leaving,
    LettersTyped,
    StateChanged,
)
from briefing.model import VoiceKind
from briefing.voicing.sayings import Priority

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.events import Event, Said
    from briefing.voicing.voice import SayingVoice

    class Tellable(Protocol):
        """What of an outbox is needed."""

        def emit(self, event: Event) -> None:
            """Tell every listener."""

        def post(self, work: Callable[[], None]) -> None:
            """Have work done in the face's thread."""


LAST_WORD_S: Final = 2.0
"""How long leaving waits for what is said last."""
HUSH: Final = "hush"


class AnnouncementListener:
    """Has said what a session tells; subscribe its `hear`.

    Args:
        voice: says it.
        wording: puts what is announced into the words in which it is heard.
        outbox: is told what was said.
    """

    def __init__(self, voice: SayingVoice, wording: Callable[[str], str], outbox: Tellable) -> None:
        self._voice, self._wording, self._outbox = voice, wording, outbox
        self._said: deque[Said] = deque()
        self._is_answer = self._is_hushed = False
        self.is_on = True
        self.is_over_speech = False
        """Whether what plays is speech, too."""

    def hear(self, event: Event) -> None:
        """Have said what there is to say of an event."""
        match event:
            case StateChanged(voice=kind):
                self.is_over_speech = kind is VoiceKind.SPEECH
            case KeyPressed():
                self._is_answer, self._is_hushed = True, False
                self._voice.press()
            case CommandRun(id_) if id_ == HUSH:
                self._is_hushed = True
            case _ if not self.is_on:
                pass
            case Announced(text, urgent):
                self._say(text, is_urgent=urgent, language=event.language)
            case Focused(text):
                self._say(text)
            case LettersTyped(letters):
                self._is_answer = False
                self._voice.say(letters, Priority.NOW, is_letters=len(letters) == 1)
            case Leaving():
                self._voice.finish(LAST_WORD_S)
                self._tell()  # nobody does what is posted now
            case _:
                pass  # nothing that is said

    def note(self, said: Said) -> None:
        """Have it told what was said. From any thread."""
        self._said.append(said)
        self._outbox.post(self._tell)

    def _tell(self) -> None:
        while self._said:
            self._outbox.emit(self._said.popleft())

    def _say(self, text: str, *, is_urgent: bool = False, language: str = "") -> None:
        said = self._wording(text)
        if is_urgent:
            self._voice.say(said, Priority.NEXT)
        elif self._is_hushed:
            self._is_hushed = False
        elif said:
            self._voice.say(said, Priority.NOW if self._is_answer else Priority.NORMAL, language=language)
            self._is_answer = False
