"""Comparison with speech: a made-up voice whose recordings have known times."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.align.alignment import Stopped
from briefing.align.arrays import RATE_HZ
from briefing.align.reference.pipeline import align_by_reference
from briefing.errors import AlignError, SpeechError
from briefing.model import Pcm
from tests.unit.align.reference.made_up_voice import NEWS, read, say

if TYPE_CHECKING:
    from briefing.align.alignment import Alignment
    from briefing.align.arrays import Floats
    from briefing.ports.speech import Utterance


def recording(words: list[str], before_s: float = 0.5, noise: float = 0.0005) -> tuple[Pcm, list[float]]:
    """Return another voice's reading of words, uneven and with noise, and its true starts."""
    samples, starts = say(words, 150, 1.06, seed=7)
    edge = np.zeros(round(before_s * RATE_HZ), np.float32)
    whole = np.concatenate((edge, samples, np.zeros(RATE_HZ // 2, np.float32)))
    whole += np.random.default_rng(1).normal(0, noise, len(whole)).astype(np.float32)
    return Pcm(whole[:, np.newaxis], RATE_HZ), [before_s + start for start in starts]


class Followed(NamedTuple):
    """What another voice's reading was aligned to, where its words begin, and how far it was said to be."""

    alignment: Alignment
    truth: list[float]
    told: list[float]


@pytest.fixture(scope="module")
def followed() -> Followed:
    pcm, truth = recording(NEWS)
    told: list[float] = []
    return Followed(align_by_reference(pcm, NEWS, read, lambda share, _: told.append(share)), truth, told)


def test_another_voice_is_followed_and_no_word_is_lost(followed: Followed) -> None:
    alignment, truth, _ = followed
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


def test_words_after_a_pause_start_with_their_sound(followed: Followed) -> None:
    alignment, truth, _ = followed
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


def test_progress_ascends_and_stopping_stops(followed: Followed) -> None:
    assert followed.told == sorted(followed.told)
    assert followed.told[-1] == 1.0

    with pytest.raises(Stopped):
        align_by_reference(recording(NEWS)[0], NEWS, read, should_stop=lambda: True)


def test_a_text_of_nothing_but_signs_is_not_believed_and_is_no_failing_voice() -> None:
    silence = Pcm(np.zeros((RATE_HZ, 1), np.float32), RATE_HZ)
    alignment = align_by_reference(silence, [".", "—", "!", ".", "."], read)
    assert len(alignment.words) == 5
    assert alignment.confidence < 0.3


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
