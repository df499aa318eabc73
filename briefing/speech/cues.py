"""The plan of a reading that follows the cues of a timed text, which has no recording.

Rules:
1. A sentence begins where its first word's cue does, and has the time until the next one begins.
2. No sentence has less time than it takes at `QUICKEST` times the natural rate: what follows then
   begins later, until a pause has made up for it. At the very end the reading gets longer.
3. What has no cue is not read, for nothing says when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.model import Cue
from briefing.speech.estimate import ESTIMATED_CONFIDENCE
from briefing.speech.pacing import NATURAL_WPM
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model import Span
    from briefing.speech.estimate import Estimate

QUICKEST: Final = 2.0
"""Faster than this hardly anybody understands a voice that they did not speed up themselves."""


def follow(given: Timeline, sentences: Iterable[Span], expected: Estimate, wpm: int) -> Timeline:
    """Return when each word is due, at the engine's rate; every sentence's beginning is fixed.

    Args:
        given: the cues of the document's words, at any rate.
        sentences: those that are read, in order.
        expected: how long they take.
        wpm: what the listener asked for, which may be quicker than `QUICKEST`.
    """
    given = given.at_rate(ENGINE_RATE_HZ)
    quickest_wpm = max(QUICKEST * NATURAL_WPM, wpm)
    plan: list[tuple[int, list[Cue]]] = []
    free_at = 0
    for sentence, cues in _by_sentence(given, sentences):
        begin = max(cues[0].start_frame, free_at)
        plan.append((begin, cues))
        least_s = expected.length_s(sentence) * NATURAL_WPM / quickest_wpm
        free_at = begin + max(round(least_s * ENGINE_RATE_HZ), 1)
    length = max(given.length_frames, free_at)
    ends = [*(begin for begin, _ in plan[1:]), length]
    return Timeline(
        ENGINE_RATE_HZ,
        length,
        (
            _moved(cue, begin - cues[0].start_frame, end)
            for (begin, cues), end in zip(plan, ends, strict=True)
            for cue in cues
        ),
    )


def _by_sentence(given: Timeline, sentences: Iterable[Span]) -> Iterator[tuple[Span, list[Cue]]]:
    """Yield the sentences that have cues, with these."""
    left = iter(given)
    cue = next(left, None)
    for sentence in sentences:
        cues = []
        while cue is not None and cue.span.start < sentence.stop:
            if cue.span.start >= sentence.start:
                cues.append(cue)
            cue = next(left, None)
        if cues:
            yield sentence, cues


def _moved(cue: Cue, by: int, end: int) -> Cue:
    """Return a cue moved with its sentence, within it; a voice does not keep the times of single words."""
    start = min(cue.start_frame + by, end)
    stop = min(max(cue.stop_frame + by, start), end)
    return Cue(cue.span, start, stop, min(cue.confidence, ESTIMATED_CONFIDENCE))
