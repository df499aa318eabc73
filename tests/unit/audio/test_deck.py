"""A source that is read at some speed: untouched at its own, and without a seam back to it."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.deck import Deck
from briefing.errors import AudioError
from tests.fakes import ArraySource, tone

LENGTH = 48_000
SOUND = tone(LENGTH, 200.0)


def test_at_its_own_speed_samples_pass_untouched() -> None:
    deck = Deck(ArraySource(SOUND), 100, 1.0)
    assert np.array_equal(deck.take(500), SOUND[100:600])
    assert deck.place == 600


@pytest.mark.parametrize(("frame", "place"), [(-5, 0), (LENGTH + 5, LENGTH)])
def test_a_place_outside_is_the_nearest_within(frame: int, place: int) -> None:
    assert Deck(ArraySource(SOUND), frame, 1.0).place == place


def test_a_source_at_another_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="44100 Hz"):
        Deck(ArraySource(SOUND, rate_hz=44_100), 0, 1.0)


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_everything_is_given_and_then_it_is_at_its_end(speed: float) -> None:
    deck = Deck(ArraySource(SOUND), 0, speed)
    assert not deck.is_at_end
    given = len(deck.take(10 * LENGTH))
    assert given == pytest.approx(LENGTH / speed, rel=0.05)
    assert deck.is_at_end
    assert len(deck.take(1)) == 0


def test_what_is_not_ready_is_waited_for_and_nothing_is_lost() -> None:
    source = ArraySource(SOUND, ready_frames=1000)
    deck = Deck(source, 0, 1.0)
    first = deck.take(3000)
    assert len(first) == 1000
    assert deck.take(3000).shape == (0, 2)
    assert not deck.is_at_end
    source.ready_frames = LENGTH
    assert np.array_equal(np.concatenate((first, deck.take(2000))), SOUND[:3000])


def test_back_at_its_own_speed_it_goes_on_where_the_stretch_left_off() -> None:
    deck = Deck(ArraySource(SOUND), 0, 1.5)
    deck.take(6000)
    before = deck.place
    deck.set_speed(1.0)
    rest = deck.take(LENGTH)
    assert deck.is_at_end
    assert deck.place == LENGTH
    assert len(rest) <= LENGTH - before + 48 * 50
    assert np.array_equal(rest[-4800:], SOUND[-4800:])


def test_what_can_be_read_before_a_break_is_given_first() -> None:
    broken = ArraySource(SOUND, broken_at=1000, error=AudioError("It broke off."))
    deck = Deck(broken, 0, 1.0)
    assert len(deck.take(3000)) == 1000
    with pytest.raises(AudioError, match="It broke off"):
        deck.take(3000)
