"""Tags and texts of XML and its like are told in order, whatever a text holds."""

from __future__ import annotations

import pytest

from briefing.formats.timed import sami, smil, ttml, youtube
from briefing.formats.timed.markup import Attributes, Markup
from tests.growth import growth


class Told(Markup):
    def __init__(self, text: str) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.calls.append((tag, *attrs))

    def handle_endtag(self, tag: str) -> None:
        self.calls.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        self.calls.append((data, ""))


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("a <b>c</b>", [("a ", ""), ("b",), ("c", ""), ("/b",)]),
        ("<P Begin='1s' x:Y=2 z>", [("p", ("begin", "1s"), ("x:y", "2"), ("z", None))]),
        ('<p a="1 &gt; 0">&amp;amp;</p>', [("p", ("a", "1 > 0")), ("&amp;", ""), ("/p",)]),
        ("<br/><br />", [("br",), ("/br",), ("br",), ("/br",)]),
        ("<?xml a?><!DOCTYPE tt><!-- <p> --><![CDATA[<p>]]>x", [("x", "")]),
        ("<style>p > a { b: '<i>' }</style>", [("style",), ("p > a { b: '<i>' }", ""), ("/style",)]),
        ("1 < 2 <3 > 0", [("1 < 2 <3 > 0", "")]),
        ('<p t="0" d="1><s>x</s>', [("p", ("t", "0"), ("d", ""), ("1", None)), ("s",), ("x", ""), ("/s",)]),
        ("x<!-- y", [("x", "")]),
        ("", []),
    ],
    ids=lambda given: given[:20] or "nothing" if isinstance(given, str) else "",
)
def test_tags_and_texts_are_told_in_order(text: str, calls: list[tuple[object, ...]]) -> None:
    assert Told(text).calls == calls


@pytest.mark.parametrize("read", [ttml.read, sami.read, youtube.read], ids=["TTML", "SAMI", "YouTube"])
def test_a_marked_section_that_is_none_is_no_error(read: object) -> None:
    assert callable(read)
    assert list(read("<timedtext><tt><![CDATQ[x]]><p>")[0]) == []


@pytest.mark.parametrize(
    "part", ['<p t="0" d="1><body>', "<", "<p ", "<!--", "<style>", "<p a='", '<p a"'], ids=repr
)
def test_a_damaged_text_takes_no_longer_than_it_is(part: str) -> None:
    assert growth(Told, lambda size: part * size, 3000) < 8


def test_an_overlay_that_breaks_off_keeps_its_clips() -> None:
    overlay = '<smil><par><text src="a.html#p1"/><audio src="a.mp3" clipEnd="2s"/></par><par><text src="'
    (line,) = smil.parse(overlay, lambda _: '<p id="p1">The bridge</p>')
    assert line.pieces[0].text == "The bridge"
