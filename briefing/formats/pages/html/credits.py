"""Who wrote a story: names, as metadata have them or as the line below the title does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages import furniture_words as words
from briefing.formats.pages.html import head_words
from briefing.formats.pages.html.around import text_of_element, texts_near
from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.names import is_named
from briefing.formats.pages.lines import measure
from briefing.formats.pages.names import is_name
from briefing.formats.pages.phrases import fold, leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import LinkedData, Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_META: Final = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "citation_author",
    "dc.creator", "dcterms.creator", "dc.contributor", "byl", "article.author", "article_author", "creator",
)  # fmt: skip
_MOST: Final = 12
_LONGEST: Final = 80
"""Characters of a name."""
_JOINED: Final = re.compile(
    r"(?:(?<!\s)\s+)?[;,،、|]\s*+(?:and\s+)?|(?<!\s)\s+(?:and|und|et|y|e|i|en|och|og|ve|и|та|і|و|&)\s+"
)
_NO_NAME: Final = re.compile(r"https?:|www\.|@|^\W*\d+\W*$|\.(?:com|org|net)\b|[{}<>]")
_NAMED: Final = frozenset(head_words.AUTHORS.split())
_AUTHORS: Final = "//*[@itemprop='author' or @rel='author' or contains(@class, 'reader-credits')]"
"""Elements that are named as an author; the last is Firefox's Reader."""
_NAME_WORDS: Final = 4
_CASE: Final = re.compile(r"[^\W\d_]")


def find_authors(
    tree: HtmlElement, meta: MetaTags, graph: LinkedData, story: Node, heading: HtmlElement | None
) -> tuple[str, ...]:
    """Return the names of who wrote a story, persons before their publisher; empty where nobody is named."""
    told = [_of_object(node) for node in graph.objects(story, "author", "creator")]
    site = fold(text_of(story, "publisher"))
    found = _names(told)
    persons = [name for name in found if fold(name) != site]
    for sayings in (meta.all(*_META), _shown(tree, heading)):
        persons = persons or [name for name in _names(sayings) if fold(name) != site]
    return tuple(persons or found)[:_MOST]


def _of_object(node: Node) -> str:
    named = text_of(node, "name")
    return named or " ".join(filter(None, (text_of(node, "givenName"), text_of(node, "familyName"))))


def _shown(tree: HtmlElement, heading: HtmlElement | None) -> Iterator[str]:
    """Yield what elements say that are named as an author, and lines by the title that begin as one does."""
    for element in tree.xpath(_AUTHORS)[:_MOST]:
        inner = element.xpath(".//*[@itemprop='name']")
        yield text_of_element(inner[0] if inner else element)
    for element in texts_near(heading) if heading is not None else ():
        line = text_of_element(element)
        if len(line) > 2 * _LONGEST:
            continue
        begun = leading(words.BYLINE).match(line)
        is_told = begun and _CASE.search(line[begun.end() :])
        if is_told or (is_named(element, _NAMED) and is_name(measure(line))):
            yield line


def _names(sayings: Sequence[str] | Iterator[str]) -> list[str]:
    """Return the names in what is said of authors, each once."""
    found: dict[str, str] = {}
    for saying in sayings:
        for part in _parted(saying):
            name = part.strip(" .,;:|·•-–—")
            if 1 < len(name) <= _LONGEST and not _NO_NAME.search(name):
                found.setdefault(fold(name), name)
    return list(found.values())


def _parted(saying: str) -> list[str]:
    begun = leading(words.BYLINE).match(saying)
    # "Deniz" begins as "De" does: what a name is begun with stands alone.
    bare = (
        saying[begun.end() :] if begun and begun.end() < len(saying) and not saying[0].isspace() else saying
    )
    parts = [part for part in _JOINED.split(bare) if part]
    if len(parts) > 1 and parts[-1].isupper():
        parts = parts[:-1]  # whom they write for
    is_list = all(1 < len(part.split()) <= _NAME_WORDS for part in parts)
    return parts if is_list else [bare]
