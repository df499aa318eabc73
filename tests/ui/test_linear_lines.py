"""Announcements in a window: where the cursor rests, that nothing is lost, and that no word is cut."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

from briefing.commands.table import COMMANDS
from briefing.settings import Settings
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.linear.face import LinearFace
from briefing.ui.linear.lines import Lines
from tests.stage import Stage
from tests.ui.test_linear import Reader
from tests.window import Window

NEWS: Final = (
    (
        "In August, the leaders of Japan, the Republic of Korea and the United States met at Camp David, for "
        "the first time that the three held a summit of their own."
    ),
    (
        "La présidente de la Commission européenne a déclaré à Strasbourg que les États membres devraient "
        "réduire leurs émissions de gaz à effet de serre de façon plus rapide."
    ),
    (
        "Chairman Xi Jinping (习近平) received the delegation in the Great Hall of the People (人民大会堂) "
        "on Monday, the official Xinhua (新华社) agency reported."
    ),
    (
        "Le me\u0301decin a e\u0301te\u0301 de\u0301pe\u0302che\u0301 a\u0300 l'ho\u0302pital de la "
        "re\u0301gion ou\u0300 les blesse\u0301s arrivaient."
    ),
    "Paused.",
)
"""Sentences: plain, with accents, with wide characters, with marks of their own, and a short one."""
WINDOWS: Final = [(columns, is_full) for columns in (40, 80, 132) for is_full in (False, True)]


def lines_in(window: Window, cells: int = 0) -> Lines:
    names = KeyNames(bound_keys(COMMANDS, Settings().keys), is_heard=True)
    return Lines(window.write, names, lambda: window.columns, lambda: cells, height=lambda: 24)


@pytest.mark.parametrize(("columns", "is_full"), WINDOWS)
def test_a_long_announcement_is_whole_in_the_window_and_the_cursor_rests_at_its_start(
    columns: int, is_full: bool
) -> None:
    window = Window(columns, is_full=is_full)
    lines = lines_in(window)
    for sentence in NEWS:
        lines.announce(sentence)
        assert " ".join(window.below) == sentence
        assert window.cursor[1] == 0


@pytest.mark.parametrize(("columns", "is_full"), WINDOWS)
def test_no_row_of_an_announcement_follows_on_an_empty_one(columns: int, is_full: bool) -> None:
    window = Window(columns, is_full=is_full)
    lines = lines_in(window)
    for sentence in NEWS:
        lines.announce(sentence)
    last = max(at for at, line in enumerate(window.lines) if line)
    assert all(window.lines[1 : last + 1])


def test_the_same_answer_again_is_on_another_row_of_a_full_window() -> None:
    window = Window(is_full=True)
    lines = lines_in(window)
    rested = []
    for sentence in (*NEWS, "Paused.", "Paused.", *NEWS, NEWS[0], NEWS[0], "Paused.", "Paused."):
        lines.announce(sentence)
        rested.append(window.cursor[0])
    assert all(row != other for row, other in pairwise(rested))


@pytest.mark.parametrize("begin", range(24))
def test_an_answer_is_on_another_row_while_the_window_fills_from_wherever_it_began(begin: int) -> None:
    for moved in ((), ("down",)):
        window = Window(40)
        window.write("\n" * begin)
        lines = lines_in(window)
        lines.announce("Opened.")
        for sentence in (*NEWS, NEWS[0], NEWS[2], "Paused.", "Paused.", *NEWS, NEWS[0], NEWS[0], *NEWS):
            for key in moved:
                lines.move_cursor(key)
            before = window.cursor[0]
            lines.announce(sentence)
            assert " ".join(window.below) == sentence
            assert window.cursor[0] != before


def test_an_announcement_begins_on_a_row_that_was_empty_before() -> None:
    window = Window(is_full=True)
    lines = lines_in(window)
    lines.announce(NEWS[0])
    before = len([line for line in window.lines if line])
    lines.announce("Paused.")
    assert len(window.lines) > before
    assert window.lines[before] == "Paused."


def test_a_window_made_narrower_costs_no_row_of_what_was_said() -> None:
    window = Window(80, is_full=True)
    lines = lines_in(window)
    lines.announce(NEWS[0])
    window.narrow(30)
    lines.announce("Paused.")
    assert window.below == ["Paused."]
    assert NEWS[0].replace(" ", "") in "".join(window.lines).replace(" ", "")


def test_a_line_to_type_in_stands_below_what_was_said_and_what_is_said_then_below_that() -> None:
    window = Window(is_full=True)
    lines = lines_in(window)
    lines.announce(NEWS[0])
    lines.ask("Search: ")
    assert window.cursor == (23, 8)
    lines.echo("sheep")
    assert window.below == ["Search: sheep"]
    lines.announce("No match.")
    assert window.below == ["No match."]
    assert window.lines[-4:-2] == ["own.", "Search: sheep"]


def test_what_comes_after_us_is_written_below_all_that_was_said() -> None:
    window = Window(is_full=True)
    lines = lines_in(window)
    lines.announce(NEWS[0])
    lines.step_below()
    window.write("$ ")
    assert window.below == ["$ "]
    assert "own." in window.lines


def test_a_terminal_that_cannot_move_its_cursor_breaks_lines_itself() -> None:
    written: list[str] = []
    names = KeyNames(bound_keys(COMMANDS, Settings().keys), is_heard=True)
    lines = Lines(written.append, names, lambda: 0)
    lines.announce(NEWS[0])
    lines.ask("Search: ")
    assert written == [f"\r\n{NEWS[0]}\r", "\r\nSearch: "]


def test_an_address_and_a_sentence_without_spaces_are_divided_at_the_edge() -> None:
    window = Window(20)
    lines = lines_in(window)
    lines.announce("See https://example.org/harbour/bridge-reopens.html now.")
    assert window.below == ["See", "https://example.or", "g/harbour/bridge-re", "opens.html now."]
    lines.announce("気象庁は、強い地震があり、津波の恐れはない、と発表した。")
    assert "".join(window.below) == "気象庁は、強い地震があり、津波の恐れはない、と発表した。"
    assert not any(row.startswith(("、", "。")) for row in window.below)


def test_what_is_said_together_is_one_announcement_and_rows_of_a_list_are_rows_of_it() -> None:
    window = Window(is_full=True)
    lines = lines_in(window)
    with lines.together():
        lines.announce("Library: 2 items.")
        lines.announce("1 new.")
        lines.list_row("1. New: Snow.")
        lines.list_row("2. Heard: Sheep.")
        lines.announce("Type a number.")
    assert window.below == ["Library: 2 items. 1 new.", "1. New: Snow.", "2. Heard: Sheep.", "Type a number."]
    with lines.together():
        lines.announce("Nothing was found.")
        lines.ask("Search: ")
    assert window.lines[-1] == "Nothing was found. Search: "


@pytest.mark.parametrize(("cells", "widest"), [(20, 20), (40, 40), (5, 10), (88, 79), (0, 79)])
def test_rows_fit_on_a_braille_display_and_into_the_window(cells: int, widest: int) -> None:
    window = Window(80, is_full=True)
    lines = lines_in(window, cells)
    lines.announce(NEWS[0])
    assert " ".join(window.below) == NEWS[0]
    longest_word = max(map(len, NEWS[0].split()))
    assert widest - longest_word <= max(map(len, window.below)) <= widest


def test_the_setting_for_the_width_of_a_braille_display_breaks_lines() -> None:
    reader = Reader(Stage(settings=Settings(braille_width=20))).start()
    (answer,) = reader.press("i")
    rows = answer.strip().split("\r\n")
    assert len(rows) > 2
    assert all(len(row.split("\n")[0]) <= 20 for row in rows)


def test_an_answer_that_begins_with_the_key_begins_behind_something_else() -> None:
    """TDSR took the B of "Bookmarks" for the echo of the key B, and said it by itself."""
    stage, written = Stage(), list[str]()
    face = LinearFace(stage.session, Settings(), written.append, columns=lambda: 80)
    face.start("by flag")
    for key, before in (("b", ""), ("B", " \r")):
        del written[:]
        with face.lines.together():
            face.key(key)
        (sent,) = written
        assert sent.lstrip("\r\n").startswith(f"{before}Bookmark")
