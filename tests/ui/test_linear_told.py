"""All that the linear face says goes through the session: whoever listens is told what is written, once."""

from __future__ import annotations

import io
import json

from briefing.commands.table import COMMANDS
from briefing.events import Announced, Event, Focused, LettersTyped, TextWritten
from briefing.session.trace import tracer
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.linear.face import LinearFace
from tests.stage import Stage
from tests.window import said

VISIT = (
    *("x", "space", "i", "?", "p", "escape", "b", "B", "9", "L", "j", "escape", "/", "o", "n", "escape"),
    *("t", ":", "f", "o", "l", "backspace", "ctrl+u", "g", "escape", "?", "?", "unknown", "escape"),
)
"""Keys of every mode: commands, a list, the library, prompts, help, and those that do nothing."""


def visit() -> tuple[list[str], list[Event], list[dict[str, str]]]:
    """Press all keys; return what was written, what was told, and the trace."""
    stage = Stage()
    written: list[str] = []
    told: list[Event] = []
    trace = io.StringIO()
    face = LinearFace(stage.session, stage.session.settings, written.append, columns=lambda: 80)
    stage.session.subscribe(told.append)
    told_keys = KeyNames(bound_keys(COMMANDS, {}), is_heard=True).put_into
    text = stage.session.document.text
    stage.session.subscribe(tracer(trace, stage.clock, text, lambda _: None, told_keys))
    face.start("by flag")
    for key in VISIT:
        stage.session.tick()
        face.key(key)
    face.paste("pasted")
    face.print_text()
    face.leave()
    return written, told, [json.loads(line) for line in trace.getvalue().splitlines()]


def test_every_line_that_is_written_was_told_to_whoever_listens_and_only_once() -> None:
    written, told, _ = visit()

    said = [event for event in told if isinstance(event, (Announced, Focused, LettersTyped, TextWritten))]
    assert len(said) == len(written)
    assert {type(event) for event in said} == {Announced, Focused, LettersTyped, TextWritten}


def test_the_trace_has_every_line_and_every_letter_that_is_written() -> None:
    written, _, trace = visit()

    traced = [line["text"] for line in trace if line["event"] in ("announce", "typed")]
    assert [line.strip() for line in map(said, written)] == [text.strip() for text in traced]
    assert "Goodbye." in traced
    assert "Search:" in traced
