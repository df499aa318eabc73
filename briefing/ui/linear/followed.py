"""The text as lines, each sentence as it is reached (the setting `follow_text`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.events import TextShown
from briefing.model import TransportState

if TYPE_CHECKING:
    from briefing.events import Event
    from briefing.model import Span
    from briefing.session import Session


class FollowedText:
    """Writes each sentence that is played, once; what begins a paragraph with what it is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: Span | None = None
        session.subscribe(self._on_event)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, TextShown) and self._session.settings.follow_text:
            self._read_shown(event.span)

    def read_on(self) -> None:
        """Say the sentence at the place, if it is played, is not hidden, and was not the last one said."""
        session = self._session
        # In silence a move is answered with the text itself.
        if session.state is TransportState.PLAYING and session.sentence != self._last:
            self._read(session.sentence)

    def _read_shown(self, span: Span) -> None:
        """Say the sentences of a part of the text that was hidden until it was heard."""
        transcript = self._session.cursor.transcript
        sentence: Span | None = transcript.sentence_at(span.start)
        while sentence is not None and sentence.start < span.stop:
            self._read(sentence)
            sentence = transcript.sentence_after(sentence.start)

    def _read(self, sentence: Span) -> None:
        session, cursor = self._session, self._session.cursor
        if cursor.veil is not None and cursor.veil.hides(sentence):
            return
        self._last = sentence
        is_first = cursor.transcript.paragraph_at(sentence.start).span.start == sentence.start
        text = cursor.introduced(sentence) if is_first else cursor.spoken(sentence)
        session.outbox.write(text, sentence)
