"""The words of a book's clips, timed each within its own: they are looked for nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.align.aligner import align
from briefing.align.alignment import Ways, nobodys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.align.alignment import WordTime
    from briefing.align.reference.synthesis import ReferenceVoice
    from briefing.model import Pcm


class AlignedPart(NamedTuple):
    """A clip that has been listened to."""

    progress: float
    """The share of the sound that has been, with it: 0 to 1."""
    first: int
    """The number of its first token."""
    times: tuple[WordTime, ...]
    """Of its tokens, from the start of the whole recording; none where they were not heard in it."""


def align_parts(
    parts: Sequence[Sequence[Any]],
    sounds: Iterable[Pcm],
    words: Sequence[str],
    language: str | None,
    voice_for: Callable[[str], ReferenceVoice] | None = None,
    *,
    ways: Ways = nobodys,
) -> Iterator[AlignedPart]:
    """Yield the clips as they are listened to.

    Args:
        parts: As `PartialClips.order` tells them.
        sounds: The sound of each, at 16 kHz.
        words: All tokens of the text.
        language: See `aligner.align`.
        voice_for: See `aligner.align`.
        ways: See `aligner.align`.

    Raises:
        AlignError: if no word can be timed on this machine.
    """
    whole_s = sum(stop_s - start_s for start_s, stop_s, *_ in parts)
    done_s = 0.0
    for (start_s, stop_s, first, stop), pcm in zip(parts, sounds, strict=False):
        found = align(pcm, words[first:stop], language, voice_for=voice_for, ways=ways)
        done_s += stop_s - start_s
        times = tuple(_later(time, start_s) for time in found.words) if found.is_fit else ()
        yield AlignedPart(done_s / whole_s, first, times)


def _later(time: WordTime, by_s: float) -> WordTime:
    if time.start_s is None or time.end_s is None:
        return time
    return replace(time, start_s=time.start_s + by_s, end_s=time.end_s + by_s)
