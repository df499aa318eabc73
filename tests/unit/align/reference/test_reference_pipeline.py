"""Comparison with speech: a made-up voice whose recordings have known times."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.align.alignment import Stopped
from briefing.align.arrays import RATE_HZ, ROW_S
from briefing.align.reference.dtw import GatedFeatures, warp_within_band
from briefing.align.reference.mfcc import cepstra, normalised, pooled
from briefing.align.reference.pipeline import align_by_reference
from briefing.align.reference.synthesis import synthesise, utterances
from briefing.errors import AlignError, SpeechError
from briefing.model import Pcm
from briefing.ports import Utterance, WordMark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

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


def recording(words: list[str], before_s: float = 0.5, noise: float = 0.0005) -> tuple[Pcm, list[float]]:
    """Return another voice's reading of words, uneven and with noise, and its true starts."""
    samples, starts = say(words, 150, 1.06, seed=7)
    edge = np.zeros(round(before_s * RATE_HZ), np.float32)
    whole = np.concatenate((edge, samples, np.zeros(RATE_HZ // 2, np.float32)))
    whole += np.random.default_rng(1).normal(0, noise, len(whole)).astype(np.float32)
    return Pcm(whole[:, np.newaxis], RATE_HZ), [before_s + start for start in starts]


def test_another_voice_is_followed_and_no_word_is_lost() -> None:
    pcm, truth = recording(NEWS)
    alignment = align_by_reference(pcm, NEWS, read)

    starts = [word.start_s for word in alignment.words]
    assert None not in starts
    errors = [abs(start - true) for start, true in zip(starts, truth, strict=True) if start is not None]
    assert np.median(errors) < 0.02
    assert max(errors) < 0.1
    assert alignment.confidence > 0.6


def test_sound_before_the_text_is_passed_over() -> None:
    pcm, truth = recording(NEWS, before_s=6.0)
    rng = np.random.default_rng(3)
    pcm.samples[: 5 * RATE_HZ, 0] += rng.normal(0, 0.1, 5 * RATE_HZ).astype(np.float32)
    alignment = align_by_reference(pcm, NEWS, read)

    first = alignment.words[0].start_s
    assert first is not None
    assert abs(first - truth[0]) < 0.1


def test_words_after_a_pause_start_with_their_sound() -> None:
    pcm, truth = recording(NEWS)
    alignment = align_by_reference(pcm, NEWS, read)

    after = [i + 1 for i, word in enumerate(NEWS[:-1]) if word.endswith(".")]
    for i in after:
        start = alignment.words[i].start_s
        assert start is not None
        assert abs(start - truth[i]) < 0.04


def test_another_text_is_not_believed() -> None:
    pcm, _ = recording(NEWS)
    assert align_by_reference(pcm, NEWS[::-1], read).confidence < 0.3


@pytest.mark.parametrize(
    "samples",
    [np.zeros(RATE_HZ, np.float32), np.full(RATE_HZ, np.nan, np.float32), np.zeros(1, np.float32),
     np.random.default_rng(0).normal(0, 0.1, 2 * RATE_HZ).astype(np.float32)],
    ids=["silence", "not a number", "one sample", "noise"],
)  # fmt: skip
def test_sound_without_words_is_not_believed(samples: Floats) -> None:
    alignment = align_by_reference(Pcm(samples[:, np.newaxis], RATE_HZ), NEWS, read)

    assert len(alignment.words) == len(NEWS)
    assert alignment.confidence < 0.3


def test_a_voice_that_refuses_a_sentence_leaves_the_others() -> None:
    def picky(text: str, wpm: int) -> Utterance:
        if text.startswith("Ägypten"):
            raise SpeechError("The voice refused a text.")
        return read(text, wpm)

    pcm, truth = recording(NEWS)
    alignment = align_by_reference(pcm, NEWS, picky)

    last = alignment.words[-1].start_s
    assert last is not None
    assert abs(last - truth[-1]) < 0.1


def test_a_voice_that_cannot_speak_is_told_in_a_sentence() -> None:
    def dumb(_text: str, _wpm: int) -> Utterance:
        raise SpeechError("There is no voice.")

    with pytest.raises(AlignError, match="There is no voice"):
        align_by_reference(recording(NEWS)[0], NEWS, dumb)


def test_progress_ascends_and_stopping_stops() -> None:
    pcm, _ = recording(NEWS)
    told: list[float] = []
    align_by_reference(pcm, NEWS, read, lambda share, _: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0

    with pytest.raises(Stopped):
        align_by_reference(pcm, NEWS, read, should_stop=lambda: True)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("abeno.,!-§—3"), min_size=1, max_size=7), min_size=1, max_size=25),
    st.integers(0, 3),
    st.booleans(),
)
def test_any_text_has_an_entry_a_token_inside_the_file(words: list[str], seconds: int, spoken: bool) -> None:
    samples = say(words, 150, 1.05, seed=1)[0] if spoken else np.zeros(seconds * RATE_HZ + 1, np.float32)
    pcm = Pcm(np.append(samples, np.float32(0))[:, np.newaxis], RATE_HZ)
    alignment = align_by_reference(pcm, words, read)

    assert len(alignment.words) == len(words)
    reached = 0.0
    for word in alignment.words:
        assert 0 <= word.confidence <= 1
        if word.start_s is None or word.end_s is None:
            assert word.start_s is word.end_s
            continue
        assert reached <= word.start_s <= word.end_s <= alignment.duration_s
        reached = word.end_s


# Its parts


def test_units_are_sentences_and_abbreviations_end_none() -> None:
    text = "Am 25. Okt. kam Dr. Bo. Er ging! So? Ja"
    assert [" ".join(text.split()[a:b]) for a, b in utterances(text.split())] == [
        "Am 25. Okt. kam Dr. Bo. Er ging!",
        "So?",
        "Ja",
    ]
    assert [b - a for a, b in utterances(["w"] * 100)] == [40, 40, 20]


def test_reading_tells_the_rows_of_each_token() -> None:
    synthesis = synthesise(NEWS, 170, read, lambda _share: None)

    assert all(a < b for a, b in pairwise(synthesis.start.tolist()))
    assert (synthesis.start < synthesis.stop).all()
    loud = synthesis.cepstra[:, 0] > -45
    assert all(loud[synthesis.start[i] : synthesis.stop[i]].mean() > 0.8 for i in range(len(NEWS)))


def test_cepstra_have_a_row_each_ten_milliseconds_and_ignore_gain() -> None:
    samples, _ = say(NEWS[:6], 150, 1.0)
    rows = cepstra(samples)

    assert abs(len(rows) * ROW_S - len(samples) / RATE_HZ) < 0.02
    assert np.abs(normalised(rows) - normalised(cepstra(samples * np.float32(0.3)))).mean() < 0.1


def test_pooling_keeps_every_row() -> None:
    rows = np.arange(10, dtype=np.float32)[:, np.newaxis]
    assert pooled(rows, 4)[:, 0].tolist() == [1.5, 5.5, 8.5]


def test_warping_follows_a_known_path_that_is_known_nearly() -> None:
    rng = np.random.default_rng(0)
    reference = np.cumsum(rng.normal(0, 0.5, (800, 6)), axis=0).astype(np.float32)
    pace = np.repeat(np.arange(800), rng.integers(1, 3, 800))
    heard = reference[pace] + rng.normal(0, 0.05, (len(pace), 6)).astype(np.float32)
    near = np.clip(pace + np.repeat([12, -12], [len(pace) // 2, len(pace) - len(pace) // 2]), 0, 799)

    side = GatedFeatures(reference, np.zeros(800, dtype=bool))
    path = warp_within_band(heard.astype(np.float32), side, np.maximum.accumulate(near), lambda _share: None)

    assert (np.diff(path) >= 0).all()
    assert np.abs(path - pace).mean() < 2
