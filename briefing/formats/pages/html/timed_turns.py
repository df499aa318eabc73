"""A transcript within a page that tells when its words are spoken.

Two shapes are known. Times stand before what is said, alone in an element of their own (podcasts have
`<cite>` for who speaks, `<time>`, and paragraphs); or what is said stands in elements with its time as data
(`data-start` in seconds, `data-m` in milliseconds as Hyperaudio has it), a word or a line each.

A time alone may as well be one of the day, as live pages have it. So such times count only where there are
several, in order, and the first is within the first minute. What is not within the innermost element that
holds them all is the page's, and none of the transcript.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from briefing.formats.draft import LONGEST_S
from briefing.formats.pages.html.answer import PageTurn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_STAMP: Final = re.compile(r"[\[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?:?", re.ASCII)
_ANYWHERE: Final = re.compile(r"\d:\d\d", re.ASCII)
_LONGEST_STAMP: Final = 16
_FIRST_S: Final = 60.0
_LEAST: Final = 3
_MOST: Final = 100_000
_SECONDS: Final = ("data-start", "data-begin", "data-start-time", "data-time", "data-timestamp")
_MILLISECONDS: Final = ("data-m", "data-start-ms", "data-ms")
_SPEAKER: Final = re.compile(r"(?:^|[\s_-])(?:speaker|who)(?:$|[\s_-]|name)", re.IGNORECASE)
_LONGEST_NAME: Final = 60
_BLOCKS: Final = frozenset(
    "p div li dd dt td tr section article blockquote br h1 h2 h3 h4 h5 h6 ul ol dl table cite time".split()  # noqa: SIM905
)
_HIDDEN: Final = frozenset(("script", "style", "template", "noscript", "head"))


def read_turns(tree: HtmlElement) -> list[PageTurn]:
    """Return what is said at which times, in order; nothing where the page does not tell it."""
    found = _by_data(tree) or _by_stamps(tree)
    return found if len(found) >= _LEAST else []


def _by_data(tree: HtmlElement) -> list[PageTurn]:
    """Return what stands in elements with a time as data, the innermost of them."""
    for name in (*_SECONDS, *_MILLISECONDS):
        elements = [each for each in tree.xpath(f"//*[@{name}]") if each.find(f".//*[@{name}]") is None]
        scale = 0.001 if name in _MILLISECONDS else 1.0
        turns: list[PageTurn] = []
        before = None
        for element in elements[:_MOST]:
            at_s = _number(element.get(name))
            text = "" if at_s is None else _text(element)
            if at_s is not None and text:
                is_apart = element.tag in _BLOCKS or element.getparent() is not before
                turns.append(PageTurn("", at_s * scale, text, is_apart))
                before = element.getparent()
        if len(turns) >= _LEAST and _is_of_recording(turns):
            return turns
    return []


def _number(value: str | None) -> float | None:
    text = (value or "").strip()
    if (found := _STAMP.fullmatch(text)) is not None:
        return _seconds(found[1])
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _by_stamps(tree: HtmlElement) -> list[PageTurn]:
    """Return what stands behind times that stand alone."""
    if len(_ANYWHERE.findall(tree.text_content())) < _LEAST:
        return []
    stamps = [element for element in tree.iter() if _stamp_of(element)]
    if len(stamps) < _LEAST:
        return []
    around = _around(stamps[0], stamps[-1])
    known = set(stamps)
    turns: list[PageTurn] = []
    speaker, at_s = "", None
    said: list[str] = []

    def close() -> None:
        text = " ".join("".join(said).split())
        if at_s is not None and text:
            turns.append(PageTurn(speaker, at_s, text))
        said.clear()

    for piece in _pieces(around, known):
        if isinstance(piece, str):
            said.append(piece)
        elif piece is None:
            close()
        elif piece in known:
            close()
            at_s = _seconds(_stamp_of(piece))
        else:
            close()
            speaker = _text(piece).strip(" :–—-")[:_LONGEST_NAME]
    close()
    return turns if _is_of_recording(turns) else []


def _pieces(element: HtmlElement, stamps: set[HtmlElement]) -> Iterator[str | HtmlElement | None]:
    """Yield an element's text in pieces: stamps and speakers as elements, None where a paragraph ends."""
    if element in stamps or _names_speaker(element):
        yield element
        return
    if element.tag in _HIDDEN or not isinstance(element.tag, str):
        return
    if element.tag in _BLOCKS:
        yield None
    if element.text:
        yield element.text
    for child in element:
        yield from _pieces(child, stamps)
        if child.tail and child.tail.strip():
            yield child.tail
    if element.tag in _BLOCKS:
        yield None


def _names_speaker(element: HtmlElement) -> bool:
    is_marked = element.tag == "cite" or _SPEAKER.search(element.get("class") or "") is not None
    return is_marked and 0 < len(_text(element)) <= _LONGEST_NAME


def _stamp_of(element: HtmlElement) -> str:
    """Return the time that an element is, where it is nothing else; empty where it is."""
    if not isinstance(element.tag, str) or not element.text:
        return ""
    own = element.text.strip()
    found = _STAMP.fullmatch(own) if len(own) <= _LONGEST_STAMP else None
    if found is None or any(child.tail or len(child) or child.text for child in element):
        return ""
    return found[1]


def _around(first: HtmlElement, last: HtmlElement) -> HtmlElement:
    above = set(last.iterancestors())
    return next(each for each in first.iterancestors() if each in above)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _seconds(stamp: str) -> float:
    seconds = 0.0
    for part in stamp.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _is_of_recording(turns: list[PageTurn]) -> bool:
    """Return whether times are those of a recording: in order, from its first minute on, within a week."""
    times = [turn.start_s for turn in turns]
    return (
        bool(times)
        and times == sorted(times)
        and times[0] < min(_FIRST_S, times[-1])
        and times[-1] < LONGEST_S
    )
