"""A caption, and whom the picture is from, are two things."""

from __future__ import annotations

import pytest
from lxml import html

from briefing.formats.pages.html.picture_captions import parted, read_caption

BRIDGE = "The old bridge in the harbour."


@pytest.mark.parametrize(
    "inside",
    [
        f"{BRIDGE} <span class='credit'>Ole Berg</span>",
        f"<span class='copyright'>Ole Berg</span> {BRIDGE}",
        f"<p>{BRIDGE}<small class='photo-credit'>Ole <b>Berg</b></small></p>",
        f"<span class='caption'>{BRIDGE}</span><cite class='source'>Ole Berg</cite><i hidden>x</i>",
    ],
)
def test_an_element_that_is_named_so_says_whom_a_picture_is_from(inside: str) -> None:
    figure = html.fragment_fromstring(f"<figure><img src='a.jpg'><figcaption>{inside}</figcaption></figure>")
    assert read_caption(figure) == (BRIDGE, "Ole Berg")


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (BRIDGE, BRIDGE, ""),
        (f"{BRIDGE} © Ole Berg", BRIDGE, "© Ole Berg"),
        ("西田、小野寺、高橋藍、石川（Ｃ）共同通信社", "西田、小野寺、高橋藍、石川", "（Ｃ）共同通信社"),
        (
            "국회에서 열린 최고위원회의를 마치고 말하고 있다. 뉴시스",
            "국회에서 열린 최고위원회의를 마치고 말하고 있다.",
            "뉴시스",
        ),
        (f"Image caption {BRIDGE}", BRIDGE, ""),
        ("A crash at a test ∙", "A crash at a test", ""),
        ("A crash at a test |", "A crash at a test", ""),
        (". A crash at a test", "A crash at a test", ""),
        ("... and then it crashed", "... and then it crashed", ""),
        ("", "", ""),
    ],
)
def test_a_line_is_parted_into_both(text: str, caption: str, credit: str) -> None:
    assert parted(text) == (caption, credit)
