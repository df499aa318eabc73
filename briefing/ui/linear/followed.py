"""The text as lines, each sentence as it is reached (the setting `follow_text`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import TransportState

if TYPE_CHECKING:
    from briefing.model import Span
    from briefing.session import Session


class FollowedText:
    """Writes each sentence that is played, once; what begins a paragraph with what it is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: Span | None = None

    def read_on(self) -> None:
        """Say the sentence at the place, if it is played and was not the last one said."""
        session = self._session
        sentence = session.sentence
        # In silence a move is answered with the text itself.
        if session.state is not TransportState.PLAYING or sentence == self._last:
            return
        self._last = sentence
        cursor = session.cursor
        is_first = cursor.transcript.paragraph_at(sentence.start).span.start == sentence.start
        text = cursor.introduced(sentence) if is_first else cursor.spoken(sentence)
        session.outbox.write(text, sentence)
