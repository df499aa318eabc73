"""Which sound belongs to which word: events of a voice laid over the words of a text.

Theory of operation: a voice tells characters, readers see words. eSpeak fires several events
for a number and none for "the" after a preposition, and what it was given may be spelled out.
So an event belongs to the word that contains its character; the first one of a word counts;
a word without one shares the time of the word before it, by length. What would run backwards
is dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def place_words(
    words: Sequence[tuple[int, int]], events: Iterable[tuple[int, int]], length_frames: int
) -> list[int]:
    """Return the first frame of each word; never falling, at most `length_frames`.

    Args:
        words: half-open ranges of characters, sorted and disjoint.
        events: (character, frame) as told by the voice, in the order of the sound.
        length_frames: the length of the sound.
    """
    starts = [start for start, _ in words]
    found: list[tuple[int, int]] = []
    for character, frame in events:
        index = bisect_right(starts, character) - 1
        if index < 0 or character >= words[index][1]:
            continue
        last_index, last_frame = found[-1] if found else (-1, 0)
        if index > last_index and last_frame <= frame <= length_frames:
            found.append((index, frame))
    frames: list[int] = []
    # Anchors: the sound's start stands for the first word, its end for what follows the last.
    anchors = [*found, (len(words), length_frames)]
    if anchors[0][0] > 0:
        anchors.insert(0, (0, 0))
    for (index, frame), (next_index, next_frame) in pairwise(anchors):
        group = words[index:next_index]
        total = sum(stop - start + 1 for start, stop in group)
        reached = 0
        for start, stop in group:
            frames.append(frame + (next_frame - frame) * reached // total)
            reached += stop - start + 1
    return frames
