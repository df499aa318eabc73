"""The way in: times for the words of a text, by whichever way hears its language best.

English goes to the acoustic model (`acoustic`); any other language, and English where the
model has no wheel, is compared with what eSpeak NG makes of the text (`reference`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.align.alignment import (
    FIT_SHARE,
    Alignment,
    OnProgress,
    ShouldStop,
    Stopped,
    Ways,
    WordTime,
    nobodys,
)
from briefing.errors import AlignError
from briefing.text.language import is_english

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.align.reference.synthesis import ReferenceVoice
    from briefing.model import Pcm


def align(  # noqa: PLR0917  # the last three have defaults
    pcm: Pcm,
    words: Sequence[str],
    language: str | None,
    on_progress: OnProgress = lambda _progress, _partial: None,
    should_stop: ShouldStop = lambda: False,
    voice_for: Callable[[str], ReferenceVoice] | None = None,
    *,
    ways: Ways = nobodys,
) -> Alignment:
    """Return when each word is spoken.

    Args:
        pcm: the whole recording at 16 kHz, mono or stereo.
        words: the text's tokens, as white space parts them, punctuation included.
        language: a BCP 47 tag; None is taken for English.
        on_progress: told how far the work is, and which words have just been settled.
        should_stop: asked often.
        voice_for: returns the voice that reads a language aloud for the comparison; without it
            only English can be timed.
        ways: how the user wants words said, and how newsreaders say names.

    Returns:
        One entry a word. Sound that is not this text's comes out with low confidence, with
        or without times, whatever it is.

    Raises:
        AlignError: if neither way can be taken on this machine.
        Stopped: if `should_stop` said so.
    """
    if should_stop():
        raise Stopped
    frames = pcm.samples.shape[0]
    if not words or not frames:
        return Alignment(tuple(WordTime(None, None, 0.0) for _ in words), frames / pcm.rate_hz)
    tongue = language or "en"
    if is_english(tongue):
        from briefing.align.acoustic import model

        if model.is_available():
            from briefing.align.acoustic.pipeline import AcousticAligner

            return _doubted(AcousticAligner().align(pcm, words, tongue, on_progress, should_stop, ways=ways))
    if voice_for is None:
        raise AlignError(
            f"Words in {tongue!r} can only be timed with a voice that reads it, and there is none.",
            "Run 'briefing doctor' to see what is missing.",
        )
    from briefing.align.reference.pipeline import align_by_reference

    return _doubted(align_by_reference(pcm, words, voice_for(tongue), on_progress, should_stop))


def _doubted(alignment: Alignment) -> Alignment:
    """Return the alignment, unsure of absences too where text and recording do not belong together.

    In noise, silence or another's speech nothing of the text is found, and that it is not spoken
    is then known no better than anything else.
    """
    if alignment.is_fit:
        return alignment
    sure = min(1.0, alignment.confidence / FIT_SHARE)
    words = tuple(
        w if w.start_s is not None else replace(w, confidence=sure * w.confidence) for w in alignment.words
    )
    return replace(alignment, words=words)
