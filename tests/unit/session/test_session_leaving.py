"""A list, a table, or whatever else holds the place is left in one step."""

from __future__ import annotations

from briefing.formats.markdown import read_text
from briefing.model import Media, TransportState
from tests.stage import Stage

DOCUMENT = read_text(
    "# Numbers\n\nOne two. Three.\n\n- four five six seven\n- eight nine\n  1. ten\n- eleven\n\n"
    "Twelve thirteen. Fourteen.\n\n> Fifteen sixteen."
).build("it", "it", Media())


def stage() -> Stage:
    return Stage(DOCUMENT).open()


def test_a_list_is_left_to_what_comes_after_it() -> None:
    left = stage().press("go p2", "leave")
    assert left.said[-1] == "After the list. Paragraph 6 of 7: Twelve thirteen."
    assert left.session.state is TransportState.PAUSED
    assert left.session.place == DOCUMENT.text.index("Twelve")


def test_the_inner_list_is_left_first() -> None:
    left = stage().press("go p4", "leave")
    assert left.said[-1] == "After the list. Paragraph 5 of 7: eleven"
    assert left.press("leave").said[-1] == "After the list. Paragraph 6 of 7: Twelve thirteen."


def test_while_it_is_heard_the_place_is_said_and_the_voice_goes_on_there() -> None:
    heard = stage().press("go p2", "play").play(0.7)
    heard.press("leave").play(0.4)
    assert heard.said[-1] == "After the list. Paragraph 6 of 7."
    assert heard.session.state is TransportState.PLAYING
    assert heard.words[-1] == "Twelve"


def test_undo_goes_back_to_where_one_was() -> None:
    left = stage().press("go p3", "leave", "undo")
    assert left.said[-1] == "Undone: Leave. Paragraph 3 of 7."
    assert left.session.place == DOCUMENT.text.index("eight")


def test_where_nothing_holds_the_place_that_is_said_and_the_place_stays() -> None:
    stays = stage().press("go p1.s2", "leave")
    assert stays.said[-1] == "Not in a list, table, quotation, aside, figure, code block or note."
    assert stays.session.place == DOCUMENT.text.index("Three")


def test_where_nothing_comes_after_it_that_is_said_and_the_place_stays() -> None:
    stays = stage().press("go p7", "leave")
    assert stays.said[-1] == "Nothing comes after the quotation."
    assert stays.session.place == DOCUMENT.text.index("Fifteen")
