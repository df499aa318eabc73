"""The program as fingers read it: in BRLTTY, on a console of the kernel, with BRLTTY's own virtual display.

What a display has to show is known from the program's trace: what was announced, word for word.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from briefing.commands.table import COMMANDS
from tests.end_to_end.heard import heard, needs_reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearing.console import BrlttyListener

pytestmark = needs_reader("brltty")
PATIENCE_S: Final = 60.0
LOOK_S: Final = 0.02
ESCAPE, ENTER = "\x1b", "\r"
NOBODYS: Final = "console not in use"
"""What BRLTTY says of a console before the program is there."""
ROUTED_S: Final = 1.5
"""For so long BRLTTY still watches the cursor that it has brought to a cell, and follows it nowhere else."""
GIVEN_UP_S: Final = 10.0
"""After so long BRLTTY does not bring the cursor any further."""
LONG: Final = " ".join(f"word{n}" for n in range(200)) + "."


class Fingers:
    """Somebody at a braille display who knows, by the trace, what there should be to read."""

    def __init__(self, reader: BrlttyListener, folder: Path) -> None:
        self.reader, self.trace = reader, folder / "trace"

    def events(self, kind: str) -> list[dict[str, Any]]:
        lines = self.trace.read_text(encoding="utf-8").split("\n")[:-1] if self.trace.exists() else []
        return [event for line in lines if (event := json.loads(line))["event"] == kind]

    @property
    def announced(self) -> list[str]:
        return [event["text"] for event in self.events("announce")]

    @property
    def line(self) -> str:
        return (self.reader.shown or [""])[-1]

    def press(self, keys: str, expected: str = "") -> str:
        """Press a key; return its answer, when the display shows the start of it, which is as expected."""
        before, shown = len(self.announced), len(self.reader.shown)
        self.reader.press(keys)

        def is_there() -> bool:
            said = " ".join(self.announced[before:])
            # A line that is as it was is not shown anew.
            return bool(said) and any(is_start(line, said) for line in self.reader.shown[shown - 1 :])

        self.wait(is_there, lambda: f"after {keys!r}: {self.line!r}, of {self.announced[before:]}")
        assert any(re.match(expected, line) for line in self.reader.shown[shown - 1 :]), (keys, self.line)
        return " ".join(self.announced[before:])

    def on_display(self, key: str) -> str:
        """Press a key of BRLTTY's; return the line that comes."""
        shown = len(self.reader.shown)
        self.reader.display_key(key)
        self.wait(lambda: len(self.reader.shown) > shown, lambda: f"nothing came of {key}: {self.line!r}")
        return self.line

    def route(self, row: int, column: int) -> None:
        """Press the routing key above a cell of a row that the display shows.

        And again where BRLTTY, which brings the cursor there step by step, has given up on a busy machine.
        """
        until_s, pressed_s = time.monotonic() + PATIENCE_S, float("-inf")
        while self.reader.cursor != (row, column):
            assert time.monotonic() < until_s, f"cursor at {self.reader.cursor}"
            if time.monotonic() - pressed_s > GIVEN_UP_S:
                self.reader.display_key(f"ROUTE {column}")
                pressed_s = time.monotonic()
            time.sleep(LOOK_S)

    def wait_until_opened(self) -> None:
        """Wait until all is there to be played, and shown who the display belongs to."""
        is_open = lambda: any(event["state"] == "paused" for event in self.events("state"))  # noqa: E731
        self.wait(is_open, lambda: f"not opened: {self.announced}")
        self.wait(lambda: self.line not in ("", NOBODYS), lambda: "nothing is shown")

    def wait_for_voice(self, told: str) -> None:
        """Wait until it is said who reads, which nobody asked for."""
        self.wait(lambda: told in " ".join(self.announced), lambda: f"{told!r} is not said")

    def wait(self, is_there: Any, otherwise: Any) -> None:
        until_s = time.monotonic() + PATIENCE_S
        while not is_there():
            assert time.monotonic() < until_s, otherwise()
            time.sleep(LOOK_S)


def is_start(line: str, said: str) -> bool:
    """Whether a line of a display is the first row of what was said, or its first cells.

    Commands stand in a trace by their names, where the display has their keys: there they are not compared.
    """
    known = re.split(r"(?:^|(?<= )):[a-z]", said, maxsplit=1)[0]
    is_whole = (
        len(line) >= 40 or line == said or said[len(line) : len(line) + 1] == " " or len(line) > len(known)
    )
    return bool(line) and is_whole and line[: len(known)] == known[: len(line)]


@pytest.fixture
def fingers(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Fingers]:
    """Someone in the sample; a test may give arguments, and options of the listener, by `parametrize`."""
    arguments, options = getattr(request, "param", ((), {}))
    trace = ("--trace", str(tmp_path / "trace"))
    with heard(
        "brltty", tmp_path, "sample", "--linear", "--sink", "null", *trace, *arguments, **options
    ) as there:
        reading = Fingers(there, tmp_path)  # type: ignore[arg-type] # what "brltty" is
        reading.wait_until_opened()
        yield reading


def at(*arguments: str, **options: object) -> tuple[tuple[str, ...], dict[str, object]]:
    return arguments, options


KEYS: Final = sorted(
    {
        key
        for command in COMMANDS
        for key in command.keys
        if len(key) == 1 and command.id not in {"quit", "suspend"}
    }
)
"""Every key that is one character; the others are second ways to the same."""


def test_the_opening_begins_with_the_title(fingers: Fingers) -> None:
    lines = [line for line in fingers.reader.shown if line != NOBODYS]
    assert next(filter(None, lines)).startswith("Breaking News: Three Nations Condemn")


@pytest.mark.parametrize("keys", [KEYS[::2], KEYS[1::2]], ids=["one half", "the other"])
def test_every_key_is_answered_and_the_line_begins_with_the_start_of_what_was_said(
    fingers: Fingers, keys: list[str]
) -> None:
    for key in keys:
        fingers.press(key)
        if key in {"I", "v"}:  # of which there is more to be told in a while
            fingers.wait_for_voice("Speech, ")
        fingers.press(ESCAPE)


class Step(NamedTuple):
    """Keys, and what the display begins with then."""

    keys: list[str]
    shown: str


def typed(words: str) -> list[str]:
    return [*words, ENTER]


FIRST_VISIT: Final = [
    Step(["T"], r"Three Nations Condemn"),
    Step(["i"], r"0 seconds of 3 minutes 48 seconds\."),
    Step(["!"], r"Paragraph 1 of 8: "),
    Step(["j"], r"In August, the leaders of Japan"),
    Step(["D"], r"August,"),
    Step(["y"], r"Paragraph 1 of 8"),
    Step(["."], r"\d+ seconds"),
    Step(["5"], r"50 percent, 1 minute 54 seconds"),
    Step(["/"], r"Search:"),
    Step(typed("nuclear"), r"Match 1 of \d|Match \d+ of \d+|Wrapped"),
    Step([":"], r"Command:"),
    Step(typed("bookmark bridge"), r"Bookmark 1\. Note: bridge\."),
    Step(["B"], r"Bookmarks\. 1 of 1"),
    Step([ESCAPE], r"Bookmarks closed\."),
    Step([">"], r"Speed 1\.1\."),
    Step(["v"], r"Switching to speech"),
    Step(["L"], r"Library: 0 items"),
    Step([ESCAPE], r"Library closed\."),
    Step(["O"], r"Settings\. 1 of \d+"),
    Step(["j"], r"2 of \d+"),
    Step([ESCAPE], r"Settings closed\."),
    Step(["?"], r"Help\. "),
    Step(["b"], r"Bookmark\. Keep this place"),
    Step(["q"], r"Help closed\."),
]
SECOND_VISIT: Final = [
    Step(["i"], r"\d minute"),
    Step(["B"], r"Bookmarks\. 1 of 1"),
    Step([ESCAPE], r"Bookmarks closed\."),
]


def test_a_whole_visit_is_made_by_what_the_display_shows(tmp_path: Path) -> None:
    for number, visit in enumerate((FIRST_VISIT, SECOND_VISIT)):
        folder = tmp_path / str(number)
        folder.mkdir()
        trace = ("--trace", str(folder / "trace"))
        with heard("brltty", tmp_path, "sample", "--linear", "--sink", "null", *trace) as there:
            reading = Fingers(there, folder)  # type: ignore[arg-type] # what "brltty" is
            reading.wait_until_opened()
            for step in visit:
                *first, last = step.keys
                for key in first:
                    there.press(key)
                reading.press(last, step.shown)
                if last == "v":
                    reading.wait_for_voice("Speech, ")
            there.press("q", "Goodbye.")


@pytest.mark.parametrize(
    ("fingers", "cells"),
    [(at("--braille-width", "20", cells=20), 20), (at("--braille-width", "40", cells=40), 40)],
    indirect=["fingers"],
)
def test_lines_are_broken_at_words_for_the_display_and_its_own_key_reads_on(
    fingers: Fingers, cells: int
) -> None:
    fingers.press("!")
    for _ in range(4):
        said = fingers.press("j")
        rows = [fingers.line]
        while " ".join(rows) != said:
            rows.append(fingers.on_display("LNDN"))
            assert said.startswith(" ".join(rows))
        assert max(map(len, rows)) <= cells


@pytest.mark.parametrize("fingers", [at("--braille-width", "20", cells=20)], indirect=True)
def test_our_own_key_for_the_next_row_reads_on_and_the_one_for_the_row_before_goes_back(
    fingers: Fingers,
) -> None:
    fingers.press("!")
    said = fingers.press("j")
    rows = [fingers.line]
    while " ".join(rows) != said:
        rows.append(fingers.press("&"))
        assert fingers.line == rows[-1]
    fingers.press("&", "Last row")
    assert fingers.press("%") == rows[-2]
    assert fingers.line == rows[-2]


@pytest.mark.parametrize(
    ("fingers", "cells"),
    [
        (at("--braille-width", "20", cells=20), 20),
        (at("--braille-width", "40", cells=40), 40),
        (at("--profile", "braille", cells=40), 40),
        (at("--routing", "on", cells=80), 80),
    ],
    indirect=["fingers"],
)
def test_a_routing_key_goes_to_the_word_under_it(fingers: Fingers, cells: int) -> None:
    fingers.press("!")
    shown = subprocess.run(
        [sys.executable, "-m", "briefing", "show", "sample", "--json"], capture_output=True, check=True
    )
    text = json.loads(shown.stdout)["text"]
    for number in range(12):
        if number % 4 == 0:
            fingers.reader.listen(ROUTED_S)
            fingers.press("j")
        row, line = fingers.reader.cursor[0], fingers.line
        columns = [at for at, char in enumerate(line) if at and char != " "]
        column = columns[(number * 37) % len(columns)]
        word = line[line.rfind(" ", 0, column) + 1 :].split(" ")[0]
        fingers.route(row, column)

        def touched() -> str:
            point = fingers.events("point")[-1:]
            return text[point[0]["start"] : point[0]["stop"]] if point else ""

        def is_there(word: str = word, *, is_cut: bool = len(line) == cells) -> bool:
            return touched().startswith(word) if is_cut else touched() == word

        fingers.wait(is_there, lambda line=line, at=column: f"{touched()!r} at {at} of {line!r}")


@pytest.mark.parametrize("fingers", [at("--braille-width", "40")], indirect=True)
def test_enter_plays_from_the_word_that_was_touched(fingers: Fingers) -> None:
    fingers.press("!")
    fingers.press("j")
    fingers.route(fingers.reader.cursor[0], fingers.line.index("leaders"))
    fingers.reader.listen(ROUTED_S)
    fingers.press(ENTER, "Playing")
    fingers.wait(lambda: fingers.events("cue"), lambda: "nothing plays")
    assert fingers.events("cue")[0]["word"] == "leaders"


def test_of_more_rows_than_the_window_has_the_start_is_shown_and_all_can_be_read(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text(f"# Long\n\n{LONG}\n")
    trace = ("--trace", str(tmp_path / "trace"))
    lines = ("--linear", "--braille-width", "20", "--sink", "null")
    with heard("brltty", tmp_path, str(story), *lines, *trace, rows=10, cells=20) as there:
        fingers = Fingers(there, tmp_path)  # type: ignore[arg-type] # what "brltty" is
        fingers.wait_until_opened()
        said = fingers.press("!", "Paragraph 1 of 1:")
        rows = [fingers.line]
        while (row := fingers.on_display("LNDN")) != "More, ampersand.":
            rows.append(row)
        fingers.route(fingers.reader.cursor[0] + len(rows), 1)
        there.listen(ROUTED_S)
        while " ".join(rows) != said:
            rows.append(fingers.press("&"))
            assert said.startswith(" ".join(rows))


ON_SCREEN: Final = [
    Step(["!"], r"The year 2023 has drawn"),
    Step(["j"], r".*In August, the leaders"),
    Step(["j"], r".*On few subjects"),
    Step(["V"], r"1\. "),
    Step(["j"], r"2\. "),
    Step(["j"], r"3\. "),
    Step(["k"], r"2\. "),
    Step([ESCAPE], r".*On few subjects"),
    Step(["/"], r"Search: "),
    Step(["n"], r"Search: n$"),
    Step(["u"], r"Search: nu$"),
    Step([ESCAPE], r".*On few subjects"),
    Step([":"], r"Type a command"),
    Step(["t"], r"t$"),
    Step([ESCAPE], r".*On few subjects"),
    Step(["O"], r"1\. Linear"),
    Step(["j"], r"2\. Profile"),
    Step(["j"], r"3\. Size"),
    Step([ESCAPE], r".*On few subjects"),
    Step(["?"], r"Space +Play or pause"),
    Step(["j"], r"x +Stop"),
    Step([ESCAPE], r".*On few subjects"),
    Step(["\t"], r"Scrubber\. \d+ seconds of 3 minutes"),
    Step(["\t"], r"Text size SM"),
]


def test_on_the_screen_the_display_shows_the_sentence_row_letter_or_control_in_every_state(
    tmp_path: Path,
) -> None:
    trace = ("--trace", str(tmp_path / "trace"))
    with heard("brltty", tmp_path, "sample", "--tui", "--sink", "null", *trace, cells=80) as there:
        fingers = Fingers(there, tmp_path)  # type: ignore[arg-type] # what "brltty" is
        fingers.wait_until_opened()
        for step in ON_SCREEN:
            there.press(step.keys[0])
            fingers.wait(
                lambda shown=step.shown: re.match(shown, fingers.line.strip()),
                lambda step=step: f"{fingers.line!r} after {step.keys}",
            )
