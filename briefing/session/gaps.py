"""What a recording ought to say, and whose sound is missing: speech reads it, then the recording goes on.

Rules:
1. Text is never passed over in silence because a sound file of a talking book is not there.
2. A gap is come to by the words: the next one that the recording would say lies behind it, the place
   before its end. The other way round speech gives way at the first word that lies outside.
3. Another voice that is chosen meanwhile reads on; where there is no speech, the recording does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce_voices
from briefing.model import VoiceKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Span
    from briefing.session.playback import Playback


class Gaps:
    """The gaps of one recording, and which of them is read now. `say` tells the user a sentence."""

    def __init__(self, playback: Playback, say: Callable[[str], None]) -> None:
        self._playback = playback
        self._say = say
        self._read: Span | None = None
        """The gap that speech reads, or is about to."""
        self._passed: Span | None = None
        """The gap that was read last, until the recording goes on."""

    def leave(self) -> None:
        """Take note that the listener chose who reads."""
        self._read = self._passed = None

    def look(self) -> None:
        """Have the recording go on where speech could not be had for a gap."""
        voices = self._playback.voices
        if self._read is not None and voices.choice is VoiceKind.RECORDING:
            self._passed, self._read = self._read, None
            self._playback.play()

    def take(self, next_word: int, place: int) -> bool:
        """Change the voice where a gap begins or ends; return whether it was changed.

        Args:
            next_word: The offset of the word that the voice which reads is about to say.
            place: The offset up to which all was said.
        """
        voices = self._playback.voices
        if self._read is not None:
            if voices.current is not VoiceKind.SPEECH or next_word in self._read:
                return False
            self._passed, self._read = self._read, None
            self._playback.hand_over(VoiceKind.RECORDING, next_word)
            return True
        if voices.current is not VoiceKind.RECORDING:
            return False
        return self._enter(next_word, place)

    def take_end(self, place: int) -> bool:
        """Have speech go on where the recording ends before its text does; return whether it does."""
        is_recording = self._playback.voices.current is VoiceKind.RECORDING and self._read is None
        return is_recording and self._enter(None, place)

    def _enter(self, next_word: int | None, place: int) -> bool:
        """Have speech read the gap between a place and the next word that is heard; None for the end."""
        voices = self._playback.voices
        if not voices.readings.gaps or not voices.can_read(VoiceKind.SPEECH):
            return False
        gap = next(
            (each for each in voices.readings.gaps if each.stop > place and each != self._passed), None
        )
        if gap is None or (next_word is not None and gap.stop > next_word):
            self._passed = None
            voices.make_ready(VoiceKind.SPEECH)
            return False
        self._read = gap
        self._say(announce_voices.sound_missing())
        self._playback.hand_over(VoiceKind.SPEECH, max(gap.start, place))
        return True
