"""Comparison with speech where text and recording differ: unspoken, foreign, cut and wrong passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.align.arrays import RATE_HZ
from briefing.align.reference.pipeline import align_by_reference
from briefing.model import Pcm
from tests.unit.align.reference.made_up_voice import read, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.alignment import Alignment
    from briefing.align.arrays import Floats

TEXTS = """
Guten Abend und willkommen zu den Nachrichten. Die Gespräche am Nil endeten ohne Einigung. Ägypten reiste \
früh ab, Äthiopien füllt das Becken weiter.
In Chile sahen Astronomen Wasser um einen Stern. Ein Streik schloss drei Flughäfen. Vierhundert Maschinen \
blieben am Boden, viele schliefen in den Hallen.
Morgen wird es trocken und heller. Das war es, wir wünschen einen ruhigen Abend.
Jubel bei Olympia: Zwergpinguin holt Gold
Diese Sendung zahlt heute kein Mensch außer Ihnen. Zwölf Bergziegen fraßen kürzlich mein Gepäck. Jeder Zug \
kam zu spät, obwohl Frost fehlte.
"""
OPENING, MIDDLE, CLOSE, HEADLINE, FOREIGN = (text.split() for text in TEXTS.strip().splitlines())


def recording(*parts: Sequence[str] | float) -> tuple[Pcm, list[list[float]]]:
    """Return another voice's reading of passages, with a jingle of so many seconds for each number.

    And when each word of each passage starts.
    """
    pieces, starts = [np.zeros(RATE_HZ // 2, np.float32)], []
    for number, part in enumerate(parts):
        if isinstance(part, float):
            pieces.append(jingle(part))
            continue
        at = sum(map(len, pieces)) / RATE_HZ
        sound, begins = say(part, 150, 1.06, seed=number)
        starts.append([at + begin for begin in begins])
        pieces += [sound, np.zeros(RATE_HZ // 2, np.float32)]
    whole = np.concatenate(pieces)
    whole += np.random.default_rng(1).normal(0, 0.0005, len(whole)).astype(np.float32)
    return Pcm(whole[:, np.newaxis], RATE_HZ), starts


def jingle(seconds: float) -> Floats:
    """Return chords, four a second."""
    t = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    root = 220 * 2 ** (np.floor(t * 4) * 5 % 12 / 12)
    sound = sum(np.sin(2 * np.pi * root * ratio * t) for ratio in (1, 1.25, 1.5, 2))
    return (0.05 * sound * np.exp(-((t * 4) % 1))).astype(np.float32)


def off(alignment: Alignment, first: int, truth: Sequence[float]) -> list[float]:
    """Return how far off the words from number `first` on are, seconds; far off where they have no time."""
    words = alignment.words[first : first + len(truth)]
    return [
        9.0 if word.start_s is None else abs(word.start_s - true)
        for word, true in zip(words, truth, strict=True)
    ]


def test_an_unspoken_paragraph_has_no_times_and_the_others_keep_theirs() -> None:
    pcm, (opening, close) = recording(OPENING, CLOSE)
    alignment = align_by_reference(pcm, [*OPENING, *MIDDLE, *CLOSE], read)

    absent = alignment.words[len(OPENING) : len(OPENING) + len(MIDDLE)]
    assert [word.start_s for word in absent] == [None] * len(MIDDLE)
    assert min(word.confidence for word in absent) > 0.5
    assert max(off(alignment, 0, opening)) < 0.12
    assert max(off(alignment, len(OPENING) + len(MIDDLE), close)) < 0.12


def test_an_unspoken_headline_without_a_full_stop_has_no_times() -> None:
    pcm, (opening, middle) = recording(OPENING, MIDDLE)
    alignment = align_by_reference(pcm, [*HEADLINE, *OPENING, *MIDDLE], read)

    assert [word.start_s for word in alignment.words[: len(HEADLINE)]] == [None] * len(HEADLINE)
    assert max(off(alignment, len(HEADLINE), opening + middle)) < 0.12


def test_a_jingle_a_spoken_intro_an_insertion_and_an_outro_push_no_word_away() -> None:
    pcm, (_, opening, _, middle, close, _) = recording(
        3.0, FOREIGN, OPENING, FOREIGN[:12], MIDDLE, CLOSE, HEADLINE, 2.0
    )
    alignment = align_by_reference(pcm, [*OPENING, *MIDDLE, *CLOSE], read)

    errors = off(alignment, 0, opening + middle + close)
    assert max(errors) < 0.2
    assert float(np.median(errors)) < 0.03
    assert alignment.confidence > 0.5


def test_a_sentence_that_was_cut_within_is_found_on_both_sides() -> None:
    cut = [*MIDDLE[:8], *MIDDLE[19:]]
    pcm, (opening, first, close) = recording(OPENING, cut, CLOSE)
    alignment = align_by_reference(pcm, [*OPENING, *MIDDLE, *CLOSE], read)

    at = len(OPENING)
    assert [word.start_s for word in alignment.words[at + 9 : at + 18]] == [None] * 9
    assert max(off(alignment, 0, opening)) < 0.12
    assert max(off(alignment, at, first[:7])) < 0.12
    assert max(off(alignment, at + len(MIDDLE), close)) < 0.12


@pytest.mark.parametrize("heard", [OPENING, [*MIDDLE, *CLOSE]], ids=["short", "longer"])
def test_a_recording_of_another_text_gets_no_certainty(heard: list[str]) -> None:
    pcm, _ = recording(heard)
    alignment = align_by_reference(pcm, [*FOREIGN, *HEADLINE], read)

    assert alignment.confidence < 0.2


def test_two_seconds_of_speech_lose_no_word() -> None:
    pcm, (truth,) = recording(CLOSE[:4])
    alignment = align_by_reference(pcm, CLOSE[:4], read)

    assert len(pcm.samples) < 4 * RATE_HZ
    assert max(off(alignment, 0, truth)) < 0.2
