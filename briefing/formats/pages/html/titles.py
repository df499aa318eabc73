"""A story's title: as its page shows it, without the site's name.

The heading that says what the page's metadata call the story is the title, in the heading's own letters.
Where no heading does, what the metadata say is: JSON-LD's headline, Open Graph's title, the window's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html.around import is_elsewhere, text_of_element
from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.names import is_named
from briefing.formats.pages.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_META: Final = (
    "og:title", "twitter:title", "twitter:text:title", "headline", "dc.title", "dcterms.title",
    "parsely-title", "sailthru.title", "citation_title", "hdl", "title",
)  # fmt: skip
_SITES: Final = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
)
_PARTING: Final = re.compile(
    r"(\s+[|–—·•»«‹›¦~:/-]+\s+|\s*[|｜ㅣᅵ│┃]\s*|\s*--+\s*|\s+::\s+"
    r"|(?<=[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef])[-_]|[-_](?=[\u3400-\u9fff\uac00-\ud7af]))"
)
"""What parts a title from the names of its site and section: a sign alone where no spaces part words."""
_BARS: Final = frozenset({"|", "｜", "ㅣ", "ᅵ", "│", "┃", "¦", "‹", "--", "_"})
"""What hardly ever stands within a title."""
_LONGEST: Final = 500
"""Characters of a title."""
_MOST_HEADINGS: Final = 400
_COVERED: Final = 0.5
"""The share of a title that a heading says at least, if it is that title."""
_LEAST: Final = 4
"""Characters of a title that is believed to stand in a longer one."""
_SITE_WORDS: Final = 4
_LIKE: Final = 0.5
"""The share of a heading's words that stand in what the metadata say, if they say the same otherwise."""


class FoundTitle(NamedTuple):
    """A story's title, and the element that shows it, None where none does."""

    text: str
    heading: HtmlElement | None = None


def declared_titles(tree: HtmlElement, meta: MetaTags) -> list[str]:
    """Return what a page calls its story outside of JSON-LD: its metadata, its window, its first headings."""
    windows = [text_of_element(each) for each in tree.xpath("//head/title")[:1]]
    headings = [text_of_element(each) for each in tree.xpath("//h1")[:8]]
    return [title for title in (*meta.all(*_META), *windows, *headings) if title]


def find_title(tree: HtmlElement, meta: MetaTags, story: Node, address: str) -> FoundTitle:
    """Return a story's title; empty where the page has none.

    Args:
        tree: The page.
        meta: What its `meta` elements say.
        story: What is about its story in JSON-LD.
        address: Its own, whose host may be the site's name.
    """
    headline = text_of(story, "headline") or text_of(story, "name")
    windows = [" ".join(title.text_content().split()) for title in tree.xpath("//head/title")[:1]]
    declared = [title[:_LONGEST] for title in (headline, *meta.all(*_META), *windows) if title]
    sites = {fold(site) for site in (*meta.all(*_SITES), text_of(story, "publisher"), _host(address)) if site}
    is_alone = len(declared) == 1
    bare = [_without_site(title, sites, is_alone=is_alone) for title in declared]
    headings = list(_headings(tree))
    for wanted in (_equal, _part, _like):
        for title in _each_once(bare):
            for heading, text in headings:
                if wanted(fold(text), fold(title)) and fold(text) not in sites:
                    return _within(heading, text, bare)
    titles = [title for title in bare if not _is_home(fold(title), sites)]
    if titles:
        return FoundTitle(_fullest(titles))
    ranks = ("h1", "h2") if bare else ("h1",)
    shown = ((heading, text) for heading, text in headings if heading.tag in ranks)
    least = len(bare[0]) if bare else 0
    first = next((each for each in shown if len(each[1]) > least and fold(each[1]) not in sites), None)
    return FoundTitle(first[1], first[0]) if first else FoundTitle(next(iter(bare), ""))


def _headings(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield what may be a story's heading: those of the first rank, others, and what is named so."""
    first = [each for each in tree.xpath("//h1") if not is_elsewhere(each)]
    others = [each for each in tree.xpath("//h2|//h3|//*[@itemprop='headline']") if not is_elsewhere(each)]
    named = [
        each
        for each in tree.xpath("//div[@class]|//p[@class]|//span[@class]|//td[@class]")[: _MOST_HEADINGS * 10]
        if is_named(each, ("headline", "title"))
    ]
    for element in (*first, *others[:_MOST_HEADINGS], *named[:_MOST_HEADINGS]):
        text = text_of_element(element)
        if 0 < len(text) <= _LONGEST:
            yield element, text


def _equal(heading: str, title: str) -> bool:
    return heading == title


def _part(heading: str, title: str) -> bool:
    """Return whether a heading is most of a title, or says it and more."""
    parts = _PARTING.split(title)
    longest = max((fold(part) for part in parts), key=len)
    if heading == longest:
        return True
    if len(heading) >= len(longest) and any(
        heading == fold("".join(parts[:stop])) for stop in range(1, len(parts), 2)
    ):
        return True
    short, long = sorted((heading, title), key=len)
    return len(short) >= _LEAST and short in long and len(short) >= _COVERED * len(long)


def _like(heading: str, title: str) -> bool:
    """Return whether most words of a heading are a title's: the same, said for a search engine."""
    own, other = set(re.findall(r"\w{3,}", heading)), set(re.findall(r"\w{3,}", title))
    return len(own) > 2 and len(own & other) >= _LIKE * max(len(own), 1)


def _within(heading: HtmlElement, text: str, titles: Sequence[str]) -> FoundTitle:
    """Return a heading's title: the part of it that metadata call so, if a label stands before or behind."""
    wanted = {fold(title) for title in titles}
    if fold(text) not in wanted:
        for child in heading.iterdescendants():
            inner = text_of_element(child)
            if inner and fold(inner) in wanted and text.endswith(inner):
                return FoundTitle(inner, child)
        own = " ".join("".join([heading.text or "", *(child.tail or "" for child in heading)]).split())
        if own and fold(own) in wanted:
            return FoundTitle(own, heading)
    return FoundTitle(text, heading)


def _without_site(title: str, sites: set[str], *, is_alone: bool) -> str:
    """Return a title without the names of its site and section before or after it.

    Args:
        title: As the page's metadata have it.
        sites: What the site is called, folded.
        is_alone: Whether nothing else says what the story is called: then a window's title ends with names.
    """
    parts = _PARTING.split(title)
    names = (start for start in range(2, len(parts), 2) if fold("".join(parts[start:])) in sites)
    if start := next(names, 0):
        parts = parts[: start - 1]
    while len(parts) > 2 and _is_site(parts, sites, is_alone=is_alone):
        parts = parts[:-2]
    while len(parts) > 2 and fold(parts[0]) in sites:
        parts = parts[2:]
    return "".join(parts).strip() or title


def _is_site(parts: Sequence[str], sites: set[str], *, is_alone: bool) -> bool:
    """Return whether the last part of a title is the name of a site or a section."""
    *rest, parting, last = parts
    folded = fold(last)
    if any(folded == site or (len(site) > 2 and site in folded.replace(" ", "")) for site in sites):
        return True
    is_bar = parting.strip() in _BARS or (is_alone and parting == "-")
    return is_bar and len(last.split()) <= _SITE_WORDS and len("".join(rest)) > 2 * len(last)


def _is_home(title: str, sites: set[str]) -> bool:
    """Return whether a title is nothing but the site's name, or the name of its host."""
    return title in sites or (title.partition(".")[0] in sites and " " not in title)


def _fullest(titles: Sequence[str]) -> str:
    """Return the first title, or one that says it whole where it breaks off."""
    first = titles[0]
    start = fold(first.rstrip("…. "))
    if first.endswith(("…", "...")) or len(first) > 100:
        return next(
            (title for title in titles if fold(title).startswith(start) and len(title) > len(first)), first
        )
    return first


def _each_once(titles: Sequence[str]) -> Iterator[str]:
    yield from dict.fromkeys(titles)


def _host(address: str) -> str:
    found = re.match(r"https?://(?:www\.|m\.)?([\w-]+)\.", address)
    return found[1] if found else ""
