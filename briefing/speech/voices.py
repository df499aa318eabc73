"""Which voice reads: the one that was asked for, else one of the text's language, else English.

Languages are compared as BCP 47 tags (RFC 5646): the region as well if possible, then the
language alone. eSpeak's own names for some languages are known.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.speech import SpeechVoice

_SAME: Final = {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "tl": "fil", "mo": "ro", "sh": "hr"}
"""Language subtags that name what another one names."""

_HOME: Final = {"en": "us", "es": "es", "pt": "br", "fr": "fr", "de": "de"}
"""The region to prefer where the text names none."""

_SCRIPT_LENGTH: Final = 4
_REGION_LENGTHS: Final = (2, 3)


def pick_voice(
    voices: Sequence[SpeechVoice], language: str | None, preferred: str | None = None
) -> SpeechVoice:
    """Return the voice to read with.

    Args:
        voices: those that there are.
        language: of the text, a BCP 47 tag; None counts as English.
        preferred: a voice's id or name, as a user types it; ignored if there is none such.

    Raises:
        SpeechError: if there is no voice at all.
    """
    if not voices:
        raise SpeechError("There is no voice to read aloud with.", "Install a voice of eSpeak NG.")
    if preferred:
        wanted = preferred.casefold()
        for voice in voices:
            if wanted in (voice.id.casefold(), voice.name.casefold()):
                return voice
    for tag in (language or "en", "en"):
        if natural := _natural(voices, tag):
            return natural
        best = max(voices, key=lambda voice: _likeness(tag, voice.language))
        if _likeness(tag, best.language) > 0:
            return best
    return voices[0]


def is_spoken(voices: Sequence[SpeechVoice], language: str) -> bool:
    """Return whether one of the voices speaks a language, a BCP 47 tag, of whatever region."""
    return any(_likeness(language, voice.language) > 0 for voice in voices)


def speaker_of(voices: Sequence[SpeechVoice], language: str, favourite: SpeechVoice) -> SpeechVoice | None:
    """Return the voice to read a passage of `language` with, None if nobody speaks it.

    Args:
        voices: those that there are.
        language: a BCP 47 tag.
        favourite: taken if it speaks the language, of whatever region.
    """
    if _likeness(language, favourite.language) > 0:
        return favourite
    if natural := _natural(voices, language):
        return natural
    best = max(voices, key=lambda voice: _likeness(language, voice.language), default=favourite)
    return best if _likeness(language, best.language) > 0 else None


def _natural(voices: Sequence[SpeechVoice], language: str) -> SpeechVoice | None:
    """Return the first natural voice of a language, of whatever region; they stand before all others."""
    natural = takewhile(lambda voice: voice.is_natural, voices)
    return next((voice for voice in natural if _likeness(language, voice.language) > 0), None)


def tidy_tag(tag: str) -> str:
    """Return a language tag as BCP 47 writes it: `en_us` -> `en-US`, `zh-hant` -> `zh-Hant`."""
    subtags = [subtag for subtag in tag.replace("_", "-").split("-") if subtag]
    tidy = [subtag.lower() for subtag in subtags[:1]]
    for subtag in subtags[1:]:
        if "x" in tidy:
            tidy.append(subtag.lower())
        elif len(subtag) == _SCRIPT_LENGTH and subtag.isalpha():
            tidy.append(subtag.title())
        elif len(subtag) == _REGION_LENGTHS[0]:
            tidy.append(subtag.upper())
        else:
            tidy.append(subtag.lower())
    return "-".join(tidy)


def _parts(tag: str) -> tuple[str, str, int]:
    """Return language, region ("" for none) and the number of subtags."""
    subtags = tag.lower().replace("_", "-").split("-")
    region = next((s for s in subtags[1:] if len(s) in _REGION_LENGTHS), "")
    return _SAME.get(subtags[0], subtags[0]), region, len(subtags)


def _likeness(wanted: str, offered: str) -> int:
    """Return how well a voice's language fits: 0 not at all."""
    language, region, _ = _parts(wanted)
    voice_language, voice_region, subtags = _parts(offered)
    if not language or language != voice_language:
        return 0
    if wanted.lower().replace("_", "-") == offered.lower():
        return 100
    score = 50 - subtags
    if region and region == voice_region:
        return score + 30
    if not region or not voice_region:
        score += 5
    if voice_region == _HOME.get(language, ""):
        score += 2 if region else 10
    return score
