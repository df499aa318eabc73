"""What is said of voices and of their timings: who reads, who cannot, and who goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from briefing.announce import duration
from briefing.commands.mentions import mention
from briefing.errors import LostError
from briefing.model import Mend, VoiceKind

if TYPE_CHECKING:
    from briefing.errors import BriefingError

_TENTHS_S: Final = 60.0
"""Below a minute, tenths of a second are said."""


def voice(kind: VoiceKind, description: str = "") -> str:
    """Return who reads."""
    match kind:
        case VoiceKind.RECORDING:
            return "Recording."
        case VoiceKind.SPEECH:
            return f"{description[:1].upper()}{description[1:]}." if description else "Speech."
        case VoiceKind.NONE:
            return "No voice, the text moves in silence."
        case _:
            assert_never(kind)


def straying(by_s: float, from_s: float | None) -> str:
    """Return that timings were wrong and are mended: early by so much, late where that is below 0.

    `from_s` is where in the recording that begins; None for all of it.
    """
    side = "early" if by_s > 0 else "late"
    where = "" if from_s is None else f" from {duration(from_s)} on"
    off = f"{_amount(by_s)} {side}{where}"
    return f"The timings that came with this recording are {off}. The words were timed anew."


def _amount(by_s: float) -> str:
    """Return a difference as it is said: tenths of a second where they matter."""
    return f"{abs(by_s):.1f} seconds" if abs(by_s) < _TENTHS_S else duration(abs(by_s) + 0.5)


def measured(by_s: float, from_s: float | None) -> str:
    """Return how far the words are lit from where they are heard, and how to choose what to do about it."""
    side = "early" if by_s > 0 else "late"
    where = "" if from_s is None else f" from {duration(from_s)} on"
    off = f"{_amount(by_s)} {side}{where}"
    return f"The words are lit {off}. {mention('align')} chooses what is done about it."


def timings_right() -> str:
    """Return that timings were measured, and are right."""
    return "The timings are right: the words are lit as they are heard."


def mended(how: Mend) -> str:
    """Return what was done about timings that are off."""
    return {
        Mend.SHIFT: "The timings are shifted, and kept so.",
        Mend.ANEW: "The words are lit as they were heard anew, and that is kept.",
        Mend.LEAVE: "The timings stay as they are.",
    }[how]


def mending(how: Mend) -> str:
    """Return what can be done about timings that are off, as it stands in a list."""
    return {
        Mend.SHIFT: "Shift them by as much.",
        Mend.ANEW: "Take the times at which the words were heard.",
        Mend.LEAVE: "Leave them as they are.",
    }[how]


def unsure(from_s: float | None) -> str:
    """Return that timings do not fit what is heard, and could not be mended; `from_s` as in `straying`."""
    where = "" if from_s is None else f" from {duration(from_s)} on"
    return (
        f"The timings that came with this recording do not fit it{where}, and its words could not be timed. "
        "They are lit by paragraph there. Check that text and recording belong together."
    )


def not_timed_yet() -> str:
    """Return that a recording is not there yet, whose words could be timed."""
    return "The recording still loads. Once it is there, its words are timed where nothing tells their times."


def starved(kind: VoiceKind, *, is_slow: bool = False) -> str:
    """Return that a voice is waited for; `is_slow`: as it will be again."""
    if is_slow:
        return "The recording comes more slowly than it plays. Waiting for more of it."
    return "Waiting for the recording." if kind is VoiceKind.RECORDING else "Waiting for the voice."


def sound_missing() -> str:
    """Return why speech reads a part of a recording."""
    return "The recording does not say what comes now. Speech reads it."


def voice_back(kind: VoiceKind) -> str:
    """Return that a voice reads again."""
    what = "recording" if kind is VoiceKind.RECORDING else "voice"
    return f"The {what} is to be had again, and goes on at the same word."


def voice_failed(kind: VoiceKind, error: BriefingError, fallback: VoiceKind | None) -> str:
    """Return why a voice does not read, and who goes on."""
    # What the network lost is tried again by itself: there is nothing to do about it.
    why = error.message if isinstance(error, LostError) else str(error)
    what = {
        VoiceKind.RECORDING: "The recording cannot be played.",
        VoiceKind.SPEECH: "Speech is not to be had.",
        VoiceKind.NONE: "The text cannot be paced.",
    }[kind]
    then = {
        VoiceKind.SPEECH: "Speech goes on at the same word.",
        VoiceKind.NONE: "The text goes on in silence.",
        VoiceKind.RECORDING: "",
        None: "",
    }[fallback]
    return " ".join(part for part in (what, why, then) if part)
