"""Whatever is pressed whenever: the session never fails, stays in the text, tells cues in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.commands.command import Carrier
from briefing.commands.table import COMMANDS
from briefing.events import CueChanged, PlaceMoved, StateChanged
from briefing.session.commands.table import HANDLERS
from tests.stage import DOCUMENT, Stage

ARGUMENTS = ("", "", "", "2", "p1.s2", "0:02", "50", "speech", "word", "lg", "three", "off", "\x00", "-1")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(sorted(HANDLERS)), st.sampled_from(ARGUMENTS)).map(" ".join),
        st.floats(0.01, 1.5),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_any_commands_at_any_time(steps: list[str | float]) -> None:
    stage = Stage().open()
    for step in steps:
        if isinstance(step, str):
            stage.press(step)
        else:
            stage.play(step)
        assert 0 <= stage.session.place < len(DOCUMENT.text)
        assert 0 <= stage.session.position_s <= stage.session.duration_s
        assert stage.session.sentence.start <= stage.session.place
        assert stage.session.tick() >= 0
    last = -1
    for event in stage.events:
        if isinstance(event, PlaceMoved | StateChanged):
            last = -1  # a move by hand, or another voice, may tell a word again
        elif isinstance(event, CueChanged):
            assert event.word.start > last or "loop" in " ".join(map(str, steps))
            last = event.word.start


def test_every_command_of_the_session_is_carried_out_by_it_and_no_other() -> None:
    assert {command.id for command in COMMANDS if command.carrier is Carrier.SESSION} == set(HANDLERS)
