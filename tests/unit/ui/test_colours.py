"""In how many colours a terminal is drawn."""

from __future__ import annotations

import pytest

from briefing.kinds import Colours
from briefing.ui.colours import Depth, depth_of, draws_true_colour, draws_underlines

TERMINFO = {"linux": 8, "xterm": 8, "vt100": 0, "xterm-mono": 0, "xterm-16color": 16, "xterm-direct": 1 << 24}


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"TERM": "xterm-256color"}, Depth.MANY),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, Depth.MANY),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, Depth.MANY),
        ({"TERM": "xterm-direct"}, Depth.MANY),
        ({"TERM": "xterm"}, Depth.SIXTEEN),
        ({"TERM": "linux"}, Depth.SIXTEEN),
        ({"TERM": "xterm-16color"}, Depth.SIXTEEN),
        ({"TERM": "nobody-knows"}, Depth.SIXTEEN),
        ({"TERM": "vt100"}, Depth.NONE),
        ({"TERM": "xterm-mono"}, Depth.NONE),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else value.name,
)
def test_a_terminal_is_drawn_in_the_colours_that_it_says_it_has(
    environ: dict[str, str], depth: Depth
) -> None:
    assert depth_of(Colours.AUTO, environ, TERMINFO.get) is depth


def test_what_is_set_goes_before_what_the_terminal_says() -> None:
    environ = {"TERM": "vt100"}
    assert depth_of(Colours.ON, environ) is Depth.MANY
    assert depth_of(Colours.SIXTEEN, environ) is Depth.SIXTEEN
    assert depth_of(Colours.OFF, {"COLORTERM": "truecolor"}) is Depth.NONE


def test_only_the_linux_console_draws_underlines_as_a_colour() -> None:
    assert not draws_underlines({"TERM": "linux"})
    assert draws_underlines({"TERM": "xterm"})


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"XTERM_VERSION": "XTerm(379)", "TERM": "xterm"}, True),
        ({"TERM": "xterm"}, False),
        ({"TERM": "screen", "XTERM_VERSION": "XTerm(379)"}, False),
        ({"TERM": "linux"}, False),
    ],
    ids=["xterm", "unknown", "screen in xterm", "linux"],
)
def test_terminals_with_all_colours_are_known(environ: dict[str, str], expected: bool) -> None:
    assert draws_true_colour(environ) is expected
