"""Which graphics a terminal has: what it is asked, and what its answers say."""

from __future__ import annotations

import pytest

from briefing.ui.graphics import ASK_COLOURS, ASK_ITERM2, ASK_KITTY, DA1, Graphics, Protocol

OK_BY_KITTY = b"\x1b_Gi=31;OK\x1b\\"
CELL_BY_ITERM2 = b"\x1b]1337;ReportCellSize=17.0;8.0;2.0\x1b\\"
WITH_SIXEL = b"\x1b[?63;1;2;4;6;9;15;22c"
WITHOUT = b"\x1b[?64;1;2;6c"
IN_KITTY = {"TERM": "xterm-kitty"}
IN_ITERM2 = {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}
IN_ANY = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environ", "question"),
    [
        (IN_KITTY, ASK_KITTY + DA1),
        ({"TERM": "xterm-ghostty"}, ASK_KITTY + DA1),
        (IN_ITERM2, ASK_ITERM2 + DA1),
        (IN_ANY, DA1),
        ({**IN_KITTY, "TMUX": "here"}, ""),
        ({"TERM": "screen-256color", "KITTY_WINDOW_ID": "1"}, ""),
        ({"TERM": "linux", "KITTY_WINDOW_ID": "1"}, ""),
        ({"TERM": "dumb", "TERM_PROGRAM": "iTerm.app"}, ""),
        ({}, ""),
    ],
    ids=["kitty", "ghostty", "iTerm2", "any", "tmux in kitty", "screen", "console", "dumb", "none"],
)
def test_only_terminals_that_name_themselves_are_asked_what_others_may_print(
    environ: dict[str, str], question: str
) -> None:
    found = Graphics(environ)
    assert (found.question, found.protocol) == (question, None)


@pytest.mark.parametrize(
    ("environ", "answers", "protocol"),
    [
        (IN_KITTY, [OK_BY_KITTY, WITHOUT], Protocol.KITTY),
        (IN_KITTY, [WITHOUT], None),
        (IN_KITTY, [WITH_SIXEL], Protocol.SIXEL),
        (IN_KITTY, [WITH_SIXEL, OK_BY_KITTY], Protocol.KITTY),
        (IN_ITERM2, [CELL_BY_ITERM2, WITH_SIXEL], Protocol.ITERM2),
        (IN_ITERM2, [WITH_SIXEL], Protocol.SIXEL),
        (IN_ANY, [WITH_SIXEL], Protocol.SIXEL),
        (IN_ANY, [WITHOUT], None),
        (IN_ANY, [b"\x1b[?4c"], None),
        (IN_ANY, [], None),
    ],
)
def test_a_way_is_taken_only_where_the_terminal_answered_that_it_has_it(
    environ: dict[str, str], answers: list[bytes], protocol: Protocol | None
) -> None:
    found = Graphics(environ)
    assert all(found.take(answer)[0] for answer in answers)
    assert found.protocol is protocol


def test_only_a_terminal_with_sixel_is_asked_for_its_colours() -> None:
    found = Graphics(IN_ANY)
    assert found.take(WITH_SIXEL) == (True, ASK_COLOURS)
    assert found.take(b"\x1b[?1;0;1024S") == (True, "")
    assert found.colours == 256
    assert Graphics(IN_ANY).take(WITHOUT) == (True, "")
    refusing = Graphics(IN_ANY)
    assert refusing.take(b"\x1b[?1;2;0S") == (True, "")
    assert refusing.colours == 16


@pytest.mark.parametrize(
    "key", [b"\x1b[A", b"\x1b[1;2S", b"\x1b[c", b"\x1b[?1c2", OK_BY_KITTY, CELL_BY_ITERM2]
)
def test_a_key_or_what_was_not_asked_is_no_answer(key: bytes) -> None:
    assert Graphics(IN_ANY).take(key) == (False, "")
