"""The cursor over what was said: arrows and routing keys, the reading point under it, and rows one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.commands.table import COMMANDS
from briefing.kinds import Choice
from briefing.model import Unit
from briefing.settings import Settings
from briefing.ui.linear.face import LinearFace
from tests.builders import make_document
from tests.stage import Stage
from tests.ui.screen import on_screen
from tests.ui.test_linear import Reader
from tests.ui.test_linear_lines import NEWS
from tests.window import Window

if TYPE_CHECKING:
    from briefing.model import Document

ROUTED = Settings(routing=Choice.ON)


class AtDisplay:
    """Somebody at a braille display: presses keys, and routing keys above cells as BRLTTY has them come."""

    def __init__(
        self,
        *paragraphs: str,
        settings: Settings = ROUTED,
        columns: int = 80,
        height: int = 24,
        document: Document | None = None,
    ) -> None:
        self.stage = Stage(document or make_document(*paragraphs or NEWS), settings=settings)
        self.session = self.stage.session
        self.window = Window(columns, height, is_full=True)
        self.face = LinearFace(
            self.session,
            self.session.settings,
            self.window.write,
            columns=lambda: self.window.columns,
            height=lambda: height,
        )
        self.face.start("by flag")
        self.session.tick()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.face.key(key)
            self.session.tick()

    def route(self, row: int, column: int) -> None:
        """Send arrows as BRLTTY's routing.c does: for the row, for the column, until the cursor stays."""
        for axis, target, keys in ((0, row, ("up", "down")), (1, column, ("left", "right"))):
            while (here := self.window.cursor[axis]) != target:
                self.press(keys[target > here])
                if self.window.cursor[axis] == here:
                    break

    @property
    def point(self) -> str | None:
        span = self.session.point.span
        return span.of(self.session.document.text) if span else None


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_a_routing_key_above_any_cell_of_the_text_brings_the_reading_point_to_its_word(columns: int) -> None:
    reader = AtDisplay(columns=columns)
    reader.press("!")
    for sentence in NEWS:
        reader.press("l")
        first, rows = reader.window.cursor[0], reader.window.below
        assert " ".join(rows) == sentence
        for down, row in enumerate(rows):
            for column, char in enumerate(row):
                if char.isspace() or not row.isascii() or down == column == 0:
                    continue  # of others the cell is not the character; at the first one the cursor is
                reader.route(first + down, column)
                assert reader.window.cursor == (first + down, column)
                begin, end = row.rfind(" ", 0, column) + 1, f"{row} ".index(" ", column)
                assert reader.point
                assert reader.point in row[begin:end]
        reader.press("j")


def test_a_wide_character_is_two_cells() -> None:
    reader = AtDisplay("Xi Jinping (习近平) met them.", "The end.")
    reader.press("!")
    row = reader.window.cursor[0]
    begin = reader.window.below[0].index("(")
    for cell, char in enumerate("(习习近近平平)", begin):
        reader.route(row, cell)
        assert reader.window.cursor == (row, cell)
        assert reader.point is not None
        assert char in reader.point


def test_an_arrow_says_nothing_and_the_place_stays_until_enter_plays_from_the_point() -> None:
    reader = AtDisplay("One two three. Four five six.")
    reader.press("!")
    place, said = reader.session.place, reader.session.outbox.status
    before = list(reader.window.lines)
    row = reader.window.cursor[0]
    reader.route(row, reader.window.below[0].index("three"))
    assert reader.point == "three."
    assert reader.window.lines == before
    assert (reader.session.place, reader.session.outbox.status) == (place, said)
    assert not reader.session.playback.is_playing
    reader.press("enter")
    assert reader.session.place == reader.session.document.text.index("three")
    assert reader.session.playback.is_playing


def test_on_words_that_are_not_the_texts_the_point_is_where_it_was() -> None:
    reader = AtDisplay("One two three. Four five six.")
    reader.press("!")
    row = reader.window.cursor[0]
    assert reader.window.below[0].startswith("Paragraph 1 of 1: One")
    reader.route(row, 25)
    assert reader.point == "two"
    reader.route(row, 3)
    assert reader.point is None
    reader.route(row, 25)
    reader.press("i")
    reader.route(reader.window.cursor[0], 5)
    assert reader.point == "two"


def test_the_cursor_stays_within_what_was_said_last() -> None:
    reader = AtDisplay("One two three.")
    reader.press("!")
    row, _ = reader.window.cursor
    reader.press("left", "up")
    assert reader.window.cursor == (row, 0)
    width = len(reader.window.below[0])
    reader.press("down", *["right"] * 100)
    assert reader.window.cursor == (row, width - 1)


@pytest.mark.parametrize("target", [0, 1, 2])
def test_what_is_said_when_the_cursor_was_moved_stands_whole_below_and_on_another_row(target: int) -> None:
    reader = AtDisplay(columns=40)
    reader.press("!")
    first, _ = reader.window.cursor
    rows = reader.window.below
    reader.route(first + target, 5)
    cursor = reader.window.cursor[0]
    reader.press("i")
    assert reader.window.cursor[0] != cursor
    assert reader.window.cursor[1] == 0
    lines = [line for line in reader.window.lines if line]
    assert lines[-len(reader.window.below) - len(rows) : -len(reader.window.below)] == rows


@pytest.mark.parametrize(
    ("settings", "moves"),
    [
        (Settings(), False),
        (Settings(braille_width=40), True),
        (Settings(braille_width=40, routing=Choice.OFF), False),
        (Settings(routing=Choice.ON), True),
    ],
)
def test_arrows_are_commands_unless_a_display_is_said_to_be_there(settings: Settings, *, moves: bool) -> None:
    reader = AtDisplay(settings=settings)
    reader.press("!")
    before = list(reader.window.lines)
    reader.press("right")
    assert (reader.window.lines == before) is moves


def test_the_setting_is_in_force_at_once_and_help_tells_the_keys_that_are_left() -> None:
    reader = Reader(Stage()).start()
    assert reader.press("right")
    reader.face.run_line("settings routing on")
    assert not reader.heard("up")
    reader.press("?")
    told = reader.heard(*["tab"] * len(COMMANDS))
    back = next(i for i, each in enumerate(told) if "Back 5 seconds. Go back" in each)
    assert told[back].endswith("Comma: Back 5 seconds. Go back by 5 seconds.")
    assert told[back + 1].startswith("Period: Forward 5 seconds.")
    reader.press("escape")
    reader.face.run_line("settings routing off")
    assert reader.heard("up")


def test_arrows_in_a_line_that_is_typed_are_answered_there() -> None:
    reader = Reader(Stage(settings=ROUTED)).start()
    reader.press("/")
    assert reader.heard("left") == ["Type, then Enter. Escape closes. Search:"]


def test_an_editors_shell_that_moves_no_cursor_is_sent_no_arrows() -> None:
    written: list[str] = []
    stage = Stage(settings=ROUTED)
    face = LinearFace(stage.session, stage.session.settings, written.append, columns=lambda: 0)
    face.start("by flag")
    face.key("!")
    before = len(written)
    face.key("right")
    assert written[before:] == []


# Rows one by one


def test_the_next_row_of_what_was_said_is_said_alone_and_the_ends_are_told() -> None:
    reader = Reader(Stage(settings=Settings(braille_width=20))).start()
    reader.press("!")
    said = reader.lines[-1]
    rows = []
    while not (told := reader.heard("&")[0]).startswith("Last row. "):
        rows.append(told)
    assert told == f"Last row. {rows[-1]}"
    assert said.endswith(" ".join(rows))
    assert all(len(row) <= 20 for row in rows)
    back = [reader.heard("%")[0] for _ in range(len(rows) + 1)]
    assert back == [*reversed(rows[:-1]), said[: len(back[-2])], f"First row. {back[-2]}"]


def test_the_next_row_is_that_below_the_cursor() -> None:
    reader = AtDisplay(columns=40)
    reader.press("!")
    rows = reader.window.below
    reader.press("down", "down", "&")
    assert reader.window.below == [rows[3]]
    reader.press("%", "%")
    assert reader.window.below == [rows[1]]


def test_the_text_in_a_row_that_is_said_alone_is_still_the_text() -> None:
    reader = AtDisplay(columns=40)
    reader.press("!", "&", "&")
    row = reader.window.below[0]
    assert "Paragraph" not in row
    reader.route(reader.window.cursor[0], row.index(" ") + 1)
    assert reader.point is not None
    assert reader.point.startswith(row.split()[1])


def test_where_nothing_was_said_no_row_is() -> None:
    stage = Stage()
    written: list[str] = []
    face = LinearFace(stage.session, stage.session.settings, written.append, columns=lambda: 80)
    face.key("&")
    assert "Nothing has been said yet." in written[0]


@pytest.mark.parametrize("height", [8, 25])
def test_of_more_rows_than_the_window_has_the_first_are_written_and_each_can_be_read(height: int) -> None:
    long = " ".join(f"word{n}" for n in range(200)) + "."
    reader = AtDisplay(long, settings=Settings(braille_width=20), height=height)
    for _ in range(3):
        reader.press("!")
        assert reader.window.below[0].startswith("Paragraph 1 of 1:")
        assert reader.window.below[-1] == "More, ampersand."
        assert len(reader.window.below) <= height - 2
    rows = reader.window.below[:-1]
    reader.press(*["down"] * len(rows), "&")
    more = reader.window.below[0]
    assert int(more.split()[0].removeprefix("word")) == int(rows[-1].split()[-1].removeprefix("word")) + 1
    while not reader.session.outbox.status.startswith("Last row."):
        rows.append(reader.window.below[0])
        reader.press("&")
    assert " ".join(rows).endswith(long)


def test_the_last_word_of_a_long_announcement_is_touched_in_its_own_row() -> None:
    long = " ".join(f"word{n}" for n in range(200)) + "."
    reader = AtDisplay(long, settings=Settings(braille_width=20), height=8)
    reader.press("!", *["down"] * 4, "&", "right")
    assert reader.point is not None
    assert reader.window.below[0].startswith(reader.point)


def test_by_words_too_the_point_is_what_was_touched() -> None:
    reader = AtDisplay("One two three. Four five six.")
    reader.press("!", "D")
    assert reader.session.point.unit is Unit.WORD
    reader.route(reader.window.cursor[0], 1)
    assert reader.point == "two"
    reader.press("D")
    assert reader.point == "three."


async def test_on_the_screen_rows_are_not_gone_through_and_that_is_said() -> None:
    async with on_screen() as screen:
        await screen.press("&")
        assert "Rows are gone through in screen reader mode" in screen.session.outbox.status
