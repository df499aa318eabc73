"""What a page shows above and below its title: a label, and a summary."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.furniture import Furniture, banners
from briefing.formats.pages.html import head_words as words
from briefing.formats.pages.html.around import text_of_element, texts_above, texts_near
from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.names import is_named
from briefing.formats.pages.lines import measure
from briefing.formats.pages.phrases import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_KICKERS: Final = frozenset(words.KICKERS.split())
_SUMMARIES: Final = frozenset(words.SUMMARIES.split())
_ABOVE: Final = 3
"""Lines above a title among which its label is."""
_KICKER_WORDS: Final = 6
_KICKER_LENGTH: Final = 60
_SUMMARY_WORDS: Final = 5
_SUMMARY_LENGTH: Final = 900


def find_kicker(heading: HtmlElement | None, meta: MetaTags, story: Node) -> str:
    """Return the label above a title, a banner or the story's section; empty if none is shown."""
    if heading is None:
        return ""
    sections = {
        fold(text) for text in (text_of(story, "articleSection"), *meta.all("article:section")) if text
    }
    title = fold(text_of_element(heading))
    for place, element in zip(range(_ABOVE), texts_above(heading), strict=False):
        text = text_of_element(element)
        line = measure(text) if text and len(text) <= _KICKER_LENGTH else None
        if line is None or line.words > _KICKER_WORDS or line.is_date or line.folded == title:
            continue
        is_told = line.folded in sections or line.folded in banners()
        is_called = any(is_named(each, _KICKERS) for each in (element, *islice(element.iterancestors(), 1)))
        if is_told or (is_called and line.kind is None and not line.ends and place < _ABOVE):
            return text
    return ""


def find_summary(heading: HtmlElement | None, meta: MetaTags, story: Node) -> str:
    """Return what a page shows below its title of what the story says; empty where it shows nothing.

    It is what the metadata describe the story as, or stands in an element that is named so.
    """
    if heading is None:
        return ""
    told = [text_of(story, "description"), *meta.all("description", "og:description", "twitter:description")]
    described = {fold(text) for text in told if text}
    title = fold(text_of_element(heading))
    for element in texts_near(heading):
        text = text_of_element(element)
        if len(text) > _SUMMARY_LENGTH or not text:
            continue
        line = measure(text)
        if line.words < _SUMMARY_WORDS or line.is_date or line.folded == title:
            continue
        is_called = any(is_named(each, _SUMMARIES) for each in (element, *islice(element.iterancestors(), 1)))
        is_furniture = line.kind in (Furniture.PICTURE, Furniture.LEGAL, Furniture.OFFER)
        if (line.folded in described and element.tag != "figcaption") or (is_called and not is_furniture):
            return text
    return ""
