from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.audio.transport import TRANSITIONS, Input, LocalTransportError, Transport
from briefing.model import TransportState


def test_it_begins_empty() -> None:
    assert Transport().state is TransportState.EMPTY


@given(st.lists(st.sampled_from(list(Input))))
def test_the_table_is_all_there_is(inputs: list[Input]) -> None:
    transport = Transport()
    for happening in inputs:
        before = transport.state
        expected = TRANSITIONS[before].get(happening)
        if expected is None:
            with pytest.raises(LocalTransportError, match=happening.name):
                transport.take(happening)
            assert transport.state is before
        else:
            assert transport.take(happening) is transport.state is expected


def test_every_state_can_be_reached_and_left() -> None:
    reached = {TransportState.EMPTY}
    for _ in TRANSITIONS:
        reached |= {after for state in reached for after in TRANSITIONS[state].values()}
    assert reached == set(TRANSITIONS)
    assert set(TransportState) - reached == {TransportState.LOADING}, "which the session tells"
    assert all(set(TRANSITIONS[state].values()) - {state} for state in TRANSITIONS)


def test_nothing_plays_before_something_is_loaded() -> None:
    assert Input.PLAY not in TRANSITIONS[TransportState.EMPTY]
    assert Input.SEEK not in TRANSITIONS[TransportState.EMPTY]
