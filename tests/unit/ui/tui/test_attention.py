"""What the terminal's cursor is for: the text, or what is told in the status."""

from __future__ import annotations

from briefing.ui.tui.attention import Attention


def test_an_answer_is_there_to_be_read_until_something_moves() -> None:
    attention = Attention()
    attention.ask()
    attention.answer(is_quiet=True)
    assert attention.is_at_status
    attention.move()
    assert not attention.is_at_status


def test_an_answer_of_what_moved_leaves_the_cursor_at_the_text() -> None:
    attention = Attention()
    attention.ask()
    attention.move()
    attention.answer(is_quiet=True)
    assert not attention.is_at_status
    attention.ask()
    attention.answer(is_quiet=True)
    assert attention.is_at_status


def test_a_control_is_told_while_it_has_the_focus() -> None:
    attention = Attention()
    attention.focus(is_control=True)
    attention.move()
    assert attention.is_at_status
    attention.focus(is_control=False)
    assert not attention.is_at_status


def test_where_nobody_needs_it_an_answer_moves_no_cursor() -> None:
    attention = Attention()
    attention.ask()
    attention.answer(is_quiet=False)
    assert not attention.is_at_status
