"""What a page does not show is told by its attributes, its styles and its sheets."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.hidden import hidden_names, is_hidden
from briefing.formats.pages.html.tree import parse
from tests.unit.formats.pages.html.pages_made import page


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        'hidden=""',
        'aria-hidden="true"',
        'style="display:none"',
        'style="DISPLAY : NONE !important"',
        'style="visibility:hidden"',
        'style="font-size:0"',
        'style="position:absolute; left:-9999px"',
        'class="a trap"',
        'id="bait"',
    ],
)
def test_what_is_not_shown_is_told(attributes: str) -> None:
    assert _is_hidden(attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'hidden="until-found"',
        'aria-hidden="false"',
        'style="font-size:0.9em; left:-1px"',
        'class="printed"',
        'class="small"',
        'class="inner"',
        'class="moved"',
    ],
)
def test_what_is_shown_is_not_taken_for_hidden(attributes: str) -> None:
    assert not _is_hidden(attributes)


def _is_hidden(attributes: str) -> bool:
    sheet = """.trap, #bait { display: none } .outer .inner { display: none }
    @media print { .printed { display: none } } /* .moved { display: none } */
    @media (max-width: 9em) { p { color: red } .small { display: none } }
    @keyframes a { from { visibility: hidden } } .moved { left: 0 }"""
    tree = parse(page(f"<p {attributes}>Words</p>", head=f"<style>{sheet}</style>"))
    assert tree is not None
    return is_hidden(next(tree.iter("p")), hidden_names(tree))
