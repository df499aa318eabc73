"""Screen reader mode in Fenrir, which compares screens with one another: a whole visit, by what it says."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, NamedTuple

from hearing.listener import PATIENCE_S
from tests.end_to_end.heard import heard, needs_reader, wait_until_ready

if TYPE_CHECKING:
    from pathlib import Path

    from hearing.listener import Listener

pytestmark = needs_reader("fenrir")

LOOK_S = 0.05
SETTINGS = {"punctuationLevel": "none"}
"""Fenrir says the names of many signs else, such as "dash": what is compared is words."""


class Step(NamedTuple):
    """Keys that are pressed at once, and how what is announced for the last of them begins."""

    keys: str
    heard: str


OPENED = Step("", "Breaking News: Three Nations Condemn North Korean Arms for Russia. 3 minutes 48 seconds.")
FIRST_VISIT = (
    Step("i", "0 seconds of 3 minutes 48 seconds. Chapter 1 of 9"),
    Step("j", "Picture: Two flags"),
    Step("j", "A drawing."),
    Step("k", "Picture: Two flags"),
    Step("5", "50 percent, 1 minute 54 seconds."),
    Step(".", "1 minute 59 seconds."),
    Step(",", "1 minute 54 seconds."),
    Step("/", "Search:"),
    Step("missile\r", "Match 2 of 3, paragraph 5:"),
    Step("n", "Match 3 of 3, paragraph 7:"),
    Step(":", "Command:"),
    Step("bookmark odd\r", "Bookmark 1. Note: odd. Paragraph 7 of 8, sentence 2."),
    Step("B", "Bookmarks. 1 of 1: odd"),
    Step("q", "Bookmarks closed."),
    Step(">", "Speed 1.1."),
    Step("v", "Switching to speech."),
    Step("L", "Library: 0 items"),
    Step("q", "Library closed."),
    Step("O", "Settings. 1 of"),
    Step("j", "2 of"),
    Step("q", "Settings closed."),
    Step("?", "Help."),
    Step("b", "Bookmark. Keep this place;"),
    Step("q", "Help closed."),
    Step("q", "Goodbye."),
)
SECOND_VISIT = (
    Step("i", "Paragraph 7 of 8"),
    Step("B", "Bookmarks. 1 of 1: odd"),
    Step("q", "Bookmarks closed."),
    Step("q", "Goodbye."),
)


def words_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def announced(trace: Path) -> list[str]:
    """What was announced so far, commands as they are typed after a colon."""
    if not trace.exists():
        return []
    *lines, _ = trace.read_text(encoding="utf-8").split("\n")  # the last may be half written
    events = map(json.loads, lines)
    return [event["text"] for event in events if event["event"] == "announce"]


def as_said(texts: list[str]) -> re.Pattern[str]:
    """Return what matches the words of announcements, whatever keys they mention."""
    parts = re.split(r":[a-z-]+", " ".join(texts))
    return re.compile(r"\b.*\b".join(re.escape(words_of(part)) for part in parts) + "$", re.DOTALL)


class Visitor:
    """Somebody with Fenrir who presses a key when the one before is answered."""

    def __init__(self, listener: Listener, trace: Path) -> None:
        self._listener, self._trace = listener, trace
        self._announced = self._heard = 0

    def take(self, step: Step) -> None:
        """Press the keys: what is said is what is announced, word for word, and before it what was typed."""
        if step.keys:
            self._listener.press(step.keys, step.heard)
        else:
            self._listener.wait_for(step.heard)
        is_typed = len(step.keys) > 1  # and echoed, the more of its row the slower the typing was read
        until_s = time.monotonic() + PATIENCE_S
        while (besides := self._said_besides()) is None or (besides and not is_typed):
            told = f"{announced(self._trace)[self._announced :]} was announced"
            assert time.monotonic() < until_s, f"{told}, and said {self._listener.heard[self._heard :]}"
            time.sleep(LOOK_S)
        self.go_on_from_here()

    def go_on_from_here(self) -> None:
        """Count what was said until now as heard."""
        self._announced = len(announced(self._trace))
        self._heard = len(self._listener.heard)

    def _said_besides(self) -> str | None:
        """Return what was said before what was announced after the last step; None where that was not."""
        said = words_of(" ".join(self._listener.heard[self._heard :]))
        said = said.removeprefix("start fenrir").strip()
        found = as_said(announced(self._trace)[self._announced :]).search(said)
        return said[: found.start()].strip() if found else None


def test_a_whole_visit_is_made_by_what_fenrir_says(tmp_path: Path) -> None:
    trace = tmp_path / "trace.jsonl"
    for opening, visit in (
        (OPENED, FIRST_VISIT),
        (Step("", "Resumed at Paragraph 7 of 8, sentence 2."), SECOND_VISIT),
    ):
        arguments = ("sample", "--linear", "--sink", "null", "--trace", str(trace))
        with heard("fenrir", tmp_path, *arguments, settings=SETTINGS) as listener:
            visitor = Visitor(listener, trace)
            visitor.take(opening)
            if opening is OPENED:  # by the recording, which is said before it is there
                wait_until_ready(listener)
                visitor.go_on_from_here()
            for step in visit:
                visitor.take(step)
        trace.unlink()


def test_nothing_is_said_unasked_while_it_plays(tmp_path: Path) -> None:
    with heard("fenrir", tmp_path, "sample", "--linear", "--sink", "null", settings=SETTINGS) as listener:
        listener.wait_for("Recording.")
        listener.press(" ", "Playing.")
        before = len(listener.heard)
        answered = 0
        while not re.match(r"([3-9]|\d\d) seconds", (answer := listener.press("i", "Recording."))[0]):
            answered += len(answer)
        assert len(listener.heard) == before + answered + len(answer)


def test_on_a_quiet_screen_rows_answers_controls_and_lines_to_type_in_are_said(tmp_path: Path) -> None:
    arguments = ("sample", "--tui", "--quiet", "--picture", "off", "--sink", "null")
    with heard("fenrir", tmp_path, *arguments, settings=SETTINGS | {"hasAttributes": "False"}) as listener:
        listener.wait_for("Recording")
        for keys, expected in (
            ("j", "The flags of North Korea"),
            ("b", "Bookmark 1."),
            (">", "Speed 1.1."),
            ("m", "Muted."),
            ("\t", "Scrubber."),
            ("\t", "Text size SM"),
            ("\t", "The flags of North Korea"),
            (":", "Type a command"),
            ("\x7f", "The flags of North Korea"),
            ("?", "Play or pause."),
            ("j", "x Stop."),
            ("q", "The flags of North Korea"),
        ):
            listener.press(keys, expected)
