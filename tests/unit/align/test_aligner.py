"""The aligner, on the project's own narration and on input of every bad kind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.align.aligner import align
from briefing.align.alignment import Alignment, Partial, Stopped
from briefing.align.arrays import RATE_HZ
from briefing.audio.media.whole import decode
from briefing.confidence import SENTENCE_CONFIDENCE, WORD_CONFIDENCE
from briefing.errors import AlignError
from briefing.model import Pcm
from tests.unit.align.sample import RECORDING, stamped_words

pytest.importorskip("hama")
WORDS, STARTS = stamped_words()
IN_BEGINNING, IN_CLIP = 219, 20
"""So many words are spoken in them."""


@pytest.fixture(scope="module")
def narration() -> Pcm:
    return decode(RECORDING, RATE_HZ)


@pytest.fixture(scope="module")
def beginning(narration: Pcm) -> Pcm:
    """What a third of the words are spoken in, to the end of a sentence."""
    return Pcm(narration.samples[: 83 * RATE_HZ], RATE_HZ)


@pytest.fixture(scope="module")
def clip(narration: Pcm) -> Pcm:
    """The first words, some 9 s: one window of what is heard at once."""
    return Pcm(narration.samples[: int(9.2 * RATE_HZ)], RATE_HZ)


def check(alignment: Alignment, words: list[str]) -> None:
    """What holds whatever the sound and the text."""
    assert len(alignment.words) == len(words)
    at = 0.0
    for word in alignment.words:
        assert 0 <= word.confidence <= 1
        assert (word.start_s is None) == (word.end_s is None)
        if word.start_s is not None and word.end_s is not None:
            assert at <= word.start_s <= word.end_s <= alignment.duration_s
            at = word.end_s


def confident(alignment: Alignment, least: float = SENTENCE_CONFIDENCE) -> int:
    return sum(w.confidence >= least for w in alignment.words if w.start_s is not None)


def test_the_narration_is_timed_to_the_word(beginning: Pcm) -> None:
    words, starts = WORDS[:IN_BEGINNING], STARTS[:IN_BEGINNING]
    told: list[float] = []
    settled: list[Partial] = []

    def progressed(progress: float, partial: Partial | None) -> None:
        told.append(progress)
        if partial is not None:
            settled.append(partial)

    alignment = align(beginning, words, "en-US", progressed)
    check(alignment, words)
    errors = [
        abs(word.start_s - start)
        for word, start in zip(alignment.words, starts, strict=True)
        if start is not None and word.start_s is not None
    ]
    assert len(errors) == sum(start is not None for start in starts)
    assert np.median(errors) < 0.015
    assert np.mean(np.array(errors) <= 0.05) > 0.95
    assert max(errors) < 0.2
    assert confident(alignment, WORD_CONFIDENCE) > 0.9 * len(words)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)
    assert [i for part in settled for i in range(part.first, part.first + len(part.words))] == [
        *range(len(words))
    ]


def test_text_that_is_not_spoken_has_no_time(clip: Pcm) -> None:
    unspoken = [
        "Farmers",
        "near",
        "Toledo",
        "expect",
        "the",
        "best",
        "olive",
        "harvest",
        "for",
        "eleven",
        "years",
        ",",
        "growers",
        "say",
        ".",
    ]
    words = [*WORDS[:7], *unspoken, *WORDS[7:IN_CLIP]]
    alignment = align(clip, words, "en")
    check(alignment, words)
    absent = alignment.words[7 : 7 + len(unspoken)]
    assert sum(word.start_s is None for word in absent) >= len(unspoken) - 1
    spoken = alignment.words[:7] + alignment.words[7 + len(unspoken) :]
    assert sum(word.start_s is None for word in spoken) <= 1


def test_speech_that_the_text_lacks_is_passed_over(narration: Pcm, clip: Pcm) -> None:
    shift_s = 10.0
    intro = narration.samples[100 * RATE_HZ : int((100 + shift_s) * RATE_HZ)]
    words = WORDS[:IN_CLIP]
    alone = align(clip, words, "en")
    late = align(Pcm(np.concatenate([intro, clip.samples]), RATE_HZ), words, "en")
    check(late, words)
    for first, second in zip(alone.words, late.words, strict=True):
        assert first.start_s is not None
        assert second.start_s is not None
        assert second.start_s - shift_s == pytest.approx(first.start_s, abs=0.1)


def noise(seconds: float, level: float = 0.1) -> np.ndarray:
    made = np.random.default_rng(0).normal(0, level, (int(seconds * RATE_HZ), 1))
    return made.astype(np.float32)


OTHER_TEXT = [
    "Printing,",
    "in",
    "the",
    "only",
    "sense",
    "with",
    "which",
    "we",
    "are",
    "at",
    "present",
    "concerned,",
    "differs",
    "from",
    "most",
    "if",
    "not",
    "all",
    "the",
    "arts",
    "and",
    "crafts",
    "represented",
    "in",
    "the",
    "exhibition",
    "in",
    "being",
    "comparatively",
    "modern.",
]
GERMAN = [
    "Guten",
    "Abend",
    "und",
    "willkommen",
    "zu",
    "den",
    "Nachrichten",
    "vom",
    "Freitag,",
    "die",
    "Steuern",
    "sollen",
    "sinken.",
]


@pytest.mark.parametrize(
    ("samples", "words"),
    [
        pytest.param(np.zeros((0, 1), np.float32), WORDS[:30], id="no sound"),
        pytest.param(np.zeros((5, 1), np.float32), WORDS[:30], id="five frames"),
        pytest.param(np.zeros((3 * RATE_HZ, 1), np.float32), WORDS[:30], id="silence"),
        pytest.param(noise(4), WORDS[:30], id="noise"),
        pytest.param(np.full((RATE_HZ, 1), np.nan, np.float32), WORDS[:5], id="not a number"),
        pytest.param(np.full((RATE_HZ, 1), 1.0, np.float32), WORDS[:5], id="a stuck device"),
        pytest.param(np.sign(noise(2)), WORDS[:5], id="all clipped"),
    ],
)
def test_sound_that_is_no_speech_gives_no_confidence(samples: np.ndarray, words: list[str]) -> None:
    alignment = align(Pcm(samples, RATE_HZ), words, "en")
    check(alignment, words)
    assert confident(alignment) == 0


@pytest.mark.parametrize(
    "words", [OTHER_TEXT * 3, GERMAN * 4, ["the"] * 200, ["Zanzibar"]], ids=lambda w: w[0]
)
def test_a_text_that_is_not_this_recordings_gives_no_confidence(clip: Pcm, words: list[str]) -> None:
    alignment = align(clip, words, "en")
    check(alignment, words)
    assert confident(alignment) <= 0.05 * len(words)


@pytest.mark.parametrize("words", [[], ["—"], ["...", "***", "🙂", "$", "%", "()"], ["\ufffd" * 500]])
def test_a_text_without_words_gives_no_times_of_its_own(clip: Pcm, words: list[str]) -> None:
    check(align(Pcm(clip.samples[: 2 * RATE_HZ], RATE_HZ), words, "en"), words)


def test_a_second_of_sound_is_enough(clip: Pcm) -> None:
    first = Pcm(clip.samples[: int(1.6 * RATE_HZ)], RATE_HZ)
    alignment = align(first, WORDS[:3], "en")
    check(alignment, WORDS[:3])
    assert alignment.words[0].start_s is not None


def test_soft_and_stereo_sound_is_heard_as_well(clip: Pcm) -> None:
    plain = align(clip, WORDS[:IN_CLIP], "en")
    soft = align(Pcm(np.repeat(clip.samples * np.float32(0.003), 2, axis=1), RATE_HZ), WORDS[:IN_CLIP], "en")
    for first, second in zip(plain.words, soft.words, strict=True):
        assert first.start_s is not None
        assert second.start_s == pytest.approx(first.start_s, abs=0.06)


def test_another_rate_is_refused(clip: Pcm) -> None:
    with pytest.raises(AlignError, match="16000"):
        align(Pcm(clip.samples, 44_100), WORDS[:3], "en")


def test_it_stops_when_told_to(clip: Pcm) -> None:
    with pytest.raises(Stopped):
        align(clip, WORDS, "en", should_stop=lambda: True)
    answers = iter([False, *[True] * 1000])
    with pytest.raises(Stopped):
        align(clip, WORDS, "en", should_stop=lambda: next(answers))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)),
        max_size=40,
    ),
    seconds=st.floats(0, 1.5),
)
def test_whatever_the_text_every_token_has_an_entry_in_order(
    clip: Pcm, words: list[str], seconds: float
) -> None:
    check(align(Pcm(clip.samples[: int(seconds * RATE_HZ)], RATE_HZ), words, "en"), words)
