"""What keeps a page's story from being read: a paywall, scripts, a login, a consent, or that it is gone."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html import head_words
from briefing.formats.pages.html import wall_words as words
from briefing.formats.pages.html.around import is_hidden, text_of_element
from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.names import names
from briefing.formats.pages.phrases import fold, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_FEW: Final = 60
"""Words of a story below which what stands before it is the page."""
_BEGINNING: Final = 200
"""Words of a story that may be the free beginning of one."""
_TEASER: Final = 450
"""Words below which a page that says so itself holds no more than the beginning."""
_LONGEST: Final = 300
"""Characters of a line that says so."""
_MOST: Final = 4000
_TIERS: Final = frozenset({"locked", "metered", "premium", "paid", "subscription", "subscriber"})
_PAYWALLS: Final = frozenset(head_words.PAYWALLS.split())
_ROOTS: Final = "//div[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='___gatsby']"
_COPY: Final = "Open it in a browser, copy its text, and give that to “briefing -”."


class Wall(NamedTuple):
    """What a page shows of being shut. Whether it is depends on how much of a story is found."""

    is_paid: bool = False
    """Whether it declares that not all may read it."""
    offers: bool = False
    """Whether it asks for a subscription to go on reading."""
    needs_scripts: bool = False
    asks_login: bool = False
    asks_consent: bool = False
    is_gone: bool = False

    def sentence(self, story_words: float) -> str:
        """Return what to tell the user of a page whose story has so many words; empty if it is whole."""
        if self.is_gone and story_words < _BEGINNING:
            return "The site says that there is no such page: look whether its address is right."
        limit = _TEASER if self.is_paid and self.offers else _BEGINNING
        if (self.is_paid or self.offers) and story_words < limit:
            shut = f"This story is for subscribers: if you are one, log in with a browser. {_COPY}"
            return "The rest of this story is for subscribers." if story_words else shut
        found = (
            (self.asks_login, "This page asks for a login: log in with a browser."),
            (self.needs_scripts, "This page shows its text only with scripts."),
            (self.asks_consent, "This page asks for a consent before it shows its text."),
        )
        said = next((sentence for is_so, sentence in found if is_so and story_words < _FEW), "")
        return f"{said} {_COPY}" if said else ""


def find_wall(tree: HtmlElement, meta: MetaTags, story: Node, title: str) -> Wall:
    """Return what a page shows of being shut."""
    lines = list(islice(_lines(tree), _MOST))
    free = text_of(story, "isAccessibleForFree") or str(story.get("isAccessibleForFree", ""))
    tiers = {tier.lower() for tier in meta.all("article:content_tier", "content_tier", "lp.type")}
    return Wall(
        is_paid=free.rpartition("/")[2].lower() == "false" or bool(tiers & _TIERS),
        offers=_says(lines, words.OFFERS) or _has_paywall(tree),
        needs_scripts=_needs_scripts(tree, lines),
        asks_login=bool(tree.xpath("//input[@type='password']")) or _says([fold(title)], words.LOGINS),
        asks_consent=_says(lines, words.CONSENTS),
        is_gone=_says([fold(title), *_first(tree)], words.GONE),
    )


def _lines(tree: HtmlElement) -> Iterator[str]:
    """Yield the lines that a page shows, folded: texts of elements that hold no others, but letters."""
    todo = [tree]
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str) or is_hidden(element):
            continue
        text = text_of_element(element) if (element.text or "").strip() else ""
        if 0 < len(text) <= _LONGEST:
            yield fold(text)
        todo += reversed(element)


def _says(lines: list[str], row: str) -> bool:
    phrases = phrases_of(row)
    return any(phrases.match(line) for line in lines if line)


def _first(tree: HtmlElement) -> list[str]:
    headings = tree.xpath("//h1")[:2] + tree.xpath("//head/title")[:1]
    return [fold(text_of_element(heading)) for heading in headings]


def _has_paywall(tree: HtmlElement) -> bool:
    """Return whether an element that a page shows, with words in it, is named a paywall."""
    for element in tree.xpath("//div[@class or @id]|//section[@class or @id]|//aside[@class or @id]")[:_MOST]:
        is_named = any(word in _PAYWALLS for each in names(element) for word in each)
        if is_named and not is_hidden(element) and 0 < len(text_of_element(element)) <= 2 * _LONGEST:
            return True
    return False


def _needs_scripts(tree: HtmlElement, lines: list[str]) -> bool:
    asked = [fold(" ".join(each.text_content().split())[:_LONGEST]) for each in tree.xpath("//noscript")[:40]]
    if _says([*asked, *lines], words.SCRIPTS):
        return True
    roots = tree.xpath(_ROOTS)
    return any(not text_of_element(root) for root in roots) and bool(tree.xpath("//script[@src]"))
