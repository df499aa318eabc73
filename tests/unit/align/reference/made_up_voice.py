"""A made-up voice: a buzz for each letter, whose words have known times."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from briefing.align.arrays import RATE_HZ
from briefing.model import Pcm
from briefing.ports.speech import Utterance, WordMark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.align.arrays import Floats


TEXT = (
    "Guten Abend und willkommen zu den Nachrichten. Die Gespräche am Nil endeten ohne Einigung. "
    "Ägypten reiste früh ab, Äthiopien füllt das Becken weiter. In Chile sahen Astronomen Wasser "
    "um einen Stern. Ein Streik schloss drei Flughäfen. Morgen wird es trocken und heller."
)
NEWS = TEXT.split()


@cache
def letter(char: str, seconds: float, tract: float) -> Floats:
    """Return the sound of a letter: a buzz with three resonances of its own, or silence."""
    count = round(seconds * RATE_HZ)
    if not char.isalnum():
        return np.zeros(count, np.float32)
    t = np.arange(count) / RATE_HZ
    rng = np.random.default_rng(ord(char.lower()))
    peaks = np.array([rng.uniform(250, 900), rng.uniform(900, 2400), rng.uniform(2400, 3600)]) * tract
    harmonics = np.arange(1, 40) * 110 * tract
    gains = np.exp(-(((harmonics[:, np.newaxis] - peaks) / 160) ** 2)).sum(axis=1) + 0.01
    buzz = (gains[:, np.newaxis] * np.sin(2 * np.pi * harmonics[:, np.newaxis] * t)).sum(axis=0)
    fade = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / 80)
    sound: Floats = (0.1 * buzz * fade).astype(np.float32)
    return sound


def say(words: Iterable[str], wpm: int, tract: float, seed: int | None = None) -> tuple[Floats, list[float]]:
    """Return the sound of words and the second at which each starts; `seed` makes the pace uneven."""
    rng = np.random.default_rng(seed)
    pieces, starts, at = [], [], 0
    for word in words:
        starts.append(at / RATE_HZ)
        for char in word:
            pause = 4 if char in ".,;:" else 1
            even = 1.0 if seed is None else rng.uniform(0.75, 1.35)
            pieces.append(letter(char, 0.07 * 170 / wpm * pause * even, tract))
            at += len(pieces[-1])
    return (np.concatenate(pieces) if pieces else np.zeros(0, np.float32)), starts


def read(text: str, wpm: int) -> Utterance:
    """Speak as the reference does, telling the sample of each word."""
    words = text.split()
    samples, starts = say(words, wpm, 1.0)
    marks, at = [], 0
    for word, start in zip(words, starts, strict=True):
        marks.append(WordMark(at, at + len(word), round(start * RATE_HZ)))
        at += len(word) + 1
    return Utterance(Pcm(samples, RATE_HZ), tuple(marks))
