"""A line that is typed or pasted: letters that come in a burst are pasted, and make one line."""

from __future__ import annotations

from briefing.ui.entry import LIMIT, Burst, one_line


def test_a_key_that_is_held_down_is_no_paste() -> None:
    burst = Burst()
    assert not any(burst.grows(1, 0.02 * repeat) for repeat in range(1000))


def test_a_paste_that_comes_in_pieces_is_one() -> None:
    burst = Burst()
    assert [burst.grows(40, at_s) for at_s in (0.0, 0.01, 0.02, 0.5)] == [False, True, True, False]


def test_a_paste_becomes_one_line() -> None:
    assert one_line("two\r\nlines\tand\x1b[31m \u202ered\n") == "two lines and[31m red "
    assert one_line("the words") + one_line("\nthat follow") == "the words that follow"
    assert len(one_line("x" * 100_000)) == LIMIT + 1
