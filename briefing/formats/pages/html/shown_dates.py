"""The dates that a page shows: in elements that are times, and in lines; those of changes last."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.dates import find_date, said_published, said_updated
from briefing.formats.pages.html import head_words as words
from briefing.formats.pages.html.around import is_elsewhere, text_of_element, texts_near
from briefing.formats.pages.html.names import is_named
from briefing.formats.pages.html.stamps import read_stamp
from briefing.formats.pages.lines import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_TOLD: Final = (
    "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @property='datePublished' or @pubdate]"
)
_TIMES: Final = "//time | //relative-time | //abbr[@class] | //*[@data-utime]"
_STAMPS: Final = ("datetime", "content", "data-datetime", "data-timestamp", "data-utime", "title")
_CHANGES: Final = frozenset(words.CHANGES.split())
_DATES: Final = frozenset(words.DATES.split())
_MOST: Final = 40
_MOST_LINES: Final = 3000
_LONGEST_WORDS: Final = 16
_LONGEST_BARE: Final = 40
_BARE_WORDS: Final = 6
_FIRST_PAGES: Final = "1991"
"""When there were none before."""
_COMMENTS: Final = frozenset({"comment", "comments", "commentlist", "respond", "disqus"})
_LONGEST: Final = 200
"""Characters of a line, and of what stands before a time."""


def dates_of_elements(tree: HtmlElement, heading: HtmlElement | None, *, is_american: bool) -> Iterator[str]:
    """Yield the stamps of elements that are a time: of those named as the story's, then by its title.

    Where no title is shown, all of the page's own are.
    """
    told = [each for each in tree.xpath(_TOLD)[: _MOST * 2] if not _is_comments(each)][:_MOST]
    if heading is None:
        near = [each for each in tree.xpath(_TIMES)[:_MOST] if not is_elsewhere(each)]
    else:
        near = [each for each in texts_near(heading) if _is_time(each)]
    for element in (*told, *near):
        if not _says_changed(element):
            yield _stamp(element, is_american=is_american)


def dates_of_lines(tree: HtmlElement, heading: HtmlElement | None, *, is_american: bool) -> list[str]:
    """Return the dates of short lines: of publication, of no word for what they are, of changes.

    Lines by the title count; where none of them has a date, lines of the page that say what they are; on a
    page that shows no title, the first that is nothing but a date.
    """
    near = _dates(texts_near(heading) if heading is not None else (), is_american=is_american)
    if near:
        return near
    texts = list(islice(tree.iter("p", "div", "span", "em", "li", "td", "abbr", "font", "body"), _MOST_LINES))
    said = _dates(
        (each for each in texts if _may_say(each) and not is_elsewhere(each)), is_american=is_american
    )
    if said or heading is not None:
        return said
    bare = (each for each in texts if _is_bare_date(each) and not is_elsewhere(each))
    return _dates(islice(bare, 1), is_american=is_american)


def _is_bare_date(element: HtmlElement) -> bool:
    """Return whether an element shows a date, and at most its time of day and the day of its week."""
    if len(element) > 1 or len(element.text or "") > _LONGEST:
        return False
    line = text_of_element(element)
    is_short = 0 < len(line) <= _LONGEST_BARE and count_words(line) <= _BARE_WORDS
    return is_short and (find_date(line) or "") >= _FIRST_PAGES


def _is_comments(element: HtmlElement) -> bool:
    """Return whether a time is that of what readers say below a story."""
    return any(
        "Comment" in (above.get("itemtype") or "") or is_named(above, _COMMENTS)
        for above in element.iterancestors()
        if above.tag not in ("html", "body", "main", "article")
    )


def _dates(elements: Iterable[HtmlElement], *, is_american: bool) -> list[str]:
    found = [
        (said_updated(line), not said_published(line), place, day)
        for place, element in enumerate(elements)
        for line in _lines(element)
        if count_words(line) <= _LONGEST_WORDS and (day := find_date(line, is_american=is_american))
    ]
    return [day for *_, day in sorted(found)]


def _lines(element: HtmlElement) -> Iterator[str]:
    """Yield a short text, or those of a longer one's parts that stand in no other element."""
    text = text_of_element(element)
    if len(text) <= _LONGEST:
        yield text
    else:
        parts = chain([element.text], (child.tail for child in element))
        yield from (part.strip() for part in parts if part and len(part) <= _LONGEST)


def _may_say(element: HtmlElement) -> bool:
    """Return whether an element is named as a date, or begins as a line that tells one does."""
    if len(element) > _MOST:
        return False  # a part of the page, no line of it
    if is_named(element, _DATES):
        return True
    return any(said_published(line) or said_updated(line) for line in _lines(element) if line)


def _stamp(element: HtmlElement, *, is_american: bool) -> str:
    stamps = (read_stamp(element.get(name) or "", is_american=is_american) for name in _STAMPS)
    shown = find_date(text_of_element(element)[:_LONGEST], is_american=is_american) or ""
    return next(filter(None, stamps), shown)


def _is_time(element: HtmlElement) -> bool:
    return element.tag in ("time", "relative-time", "time-ago") or any(
        element.get(name) for name in ("datetime", "data-datetime", "data-utime")
    )


def _says_changed(element: HtmlElement) -> bool:
    """Return whether a time is when something was changed, by its name or by the words before it."""
    if element.get("itemprop") == "dateModified":
        return True
    if is_named(element, _CHANGES):
        return True
    above, before = element.getparent(), element.getprevious()
    if above is None:
        return False
    told = above.text if before is None else before.tail or text_of_element(before)
    return said_updated(text_of_element(element)) or said_updated((told or "").strip()[-40:])
