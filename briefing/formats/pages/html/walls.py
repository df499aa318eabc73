"""What keeps a page's story from being read: a paywall, scripts, a login, a consent, or that it is gone."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html import head_words
from briefing.formats.pages.html import wall_words as words
from briefing.formats.pages.html.around import is_hidden, text_of_element
from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.names import is_named
from briefing.formats.pages.phrases import fold, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_MOST: Final = 3000
_MOST_UNSCRIPTED: Final = 40
_TIERS: Final = frozenset({"locked", "metered", "premium", "paid", "subscription", "subscriber"})
_PAYWALLS: Final = frozenset(head_words.PAYWALLS.split())
_ROOTS: Final = "//div[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='___gatsby']"
_COPY: Final = "Open it in a browser, copy its text, and give that to “briefing -”."


class Wall(NamedTuple):
    """What a page shows of being shut. Whether it is depends on how much of a story is found."""

    lines: tuple[str, ...] = ()
    """What it shows, line by line, folded."""
    titles: tuple[str, ...] = ()
    """What it calls itself, folded."""
    unscripted: tuple[str, ...] = ()
    """What it says where scripts are off, folded."""
    is_paid: bool = False
    """Whether it declares that not all may read it."""
    has_paywall: bool = False
    has_password: bool = False
    is_bare: bool = False
    """Whether only a script would fill it."""
    is_free: bool = False
    """Whether it declares that all may read it."""
    is_dated: bool = False
    """Whether it tells when its story was published: what it holds of one, however short, is a story."""

    def sentence(self, story_words: float) -> str:
        """Return what to tell the user of a page whose story has so many words; empty if it is whole."""
        if story_words >= _TEASER:
            return ""
        if story_words < _BEGINNING and _says(self.titles, words.GONE):
            return "The site says that there is no such page: look whether its address is right."
        offers = not self.is_free and (self.has_paywall or _says(self.lines, words.OFFERS))
        if (self.is_paid and offers) or (story_words < _BEGINNING and (self.is_paid or offers)):
            shut = f"This story is for subscribers: if you are one, log in with a browser. {_COPY}"
            return "The rest of this story is for subscribers." if story_words else shut
        few = 1 if self.is_dated else _FEW
        said = self._before_all() if story_words < few else ""
        return f"{said} {_COPY}" if said else ""

    def _before_all(self) -> str:
        """Return what stands before the whole of a page."""
        if self.has_password or _says(self.titles, words.LOGINS):
            return "This page asks for a login: log in with a browser."
        if self.is_bare or _says((*self.unscripted, *self.lines), words.SCRIPTS):
            return "This page shows its text only with scripts."
        if _says(self.lines, words.CONSENTS):
            return "This page asks for a consent before it shows its text."
        return ""


def find_wall(tree: HtmlElement, meta: MetaTags, story: Node, title: str, published: str) -> Wall:
    """Return what a page shows of being shut; `published` is when its story was, as far as it tells."""
    said = text_of(story, "isAccessibleForFree") or str(story.get("isAccessibleForFree", ""))
    free = said.rpartition("/")[2].lower()
    tiers = {tier.lower() for tier in meta.all("article:content_tier", "content_tier", "lp.type")}
    headings = tree.xpath("//h1")[:2] + tree.xpath("//head/title")[:1]
    unscripted = (
        " ".join(each.text_content().split()) for each in tree.xpath("//noscript")[:_MOST_UNSCRIPTED]
    )
    roots = tree.xpath(_ROOTS)
    return Wall(
        lines=tuple(dict.fromkeys(islice(_lines(tree), _MOST))),
        titles=(fold(title), *(fold(text_of_element(heading)) for heading in headings)),
        unscripted=tuple(fold(text[:_LONGEST]) for text in unscripted),
        is_paid=free == "false" or bool(tiers & _TIERS),
        has_paywall=_has_paywall(tree),
        has_password=bool(tree.xpath("//input[@type='password']")),
        is_bare=any(not text_of_element(root) for root in roots) and bool(tree.xpath("//script[@src]")),
        is_free=free == "true",
        is_dated=bool(published),
    )


def _lines(tree: HtmlElement) -> Iterator[str]:
    """Yield the lines that a page shows, folded: texts of elements that hold no others, but letters.

    What stands in its menus and below it is on every page of the site.
    """
    todo = [tree]
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str) or is_hidden(element) or _is_of_site(element):
            continue
        text = text_of_element(element) if (element.text or "").strip() else ""
        if 0 < len(text) <= _LONGEST:
            yield fold(text)
        todo += reversed(element)


def _is_of_site(element: HtmlElement) -> bool:
    """Return whether an element is the site's: its head, its menus, its foot."""
    is_head = element.tag == "header" and element.find(".//h1") is None
    is_around = is_head or element.tag in ("nav", "footer")
    return is_around and not any(above.tag in ("article", "main") for above in element.iterancestors())


def _says(lines: Sequence[str], row: str) -> bool:
    phrases = phrases_of(row)
    return any(phrases.match(line) for line in lines if line)


def _has_paywall(tree: HtmlElement) -> bool:
    """Return whether an element that a page shows, with words in it, is named a paywall."""
    for element in tree.xpath("//div[@class or @id]|//section[@class or @id]|//aside[@class or @id]")[:_MOST]:
        is_wall = is_named(element, _PAYWALLS)
        if is_wall and not is_hidden(element) and 0 < len(text_of_element(element)) <= 2 * _LONGEST:
            return True
    return False
