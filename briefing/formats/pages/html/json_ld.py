"""What a page says of itself in JSON-LD, by the vocabulary of schema.org.

Of all the objects that a page's scripts hold one is its story: an article by its type, the one whose
address or headline is the page's own. What is within another object of a list is another page's.
Source: JSON-LD 1.1 (W3C, 2020), of which `@graph`, `@list`, `@id` and `@type` are followed.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.pages.html.json_text import read_values
from briefing.formats.pages.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

Node = dict[str, Any]
"""An object of JSON-LD: what it says, by the names of properties."""

_MOST_NODES: Final = 20_000
_DEEPEST: Final = 40
_STORIES: Final = ("article", "posting", "report", "blogpost", "newsitem")
_EPISODES: Final = ("podcastepisode", "radioepisode", "audioobject", "episode", "tvepisode")
_PAGES: Final = ("webpage", "itempage", "videoobject", "creativework", "event", "recipe", "claimreview")
_ELSEWHERE: Final = frozenset(
    {"itemlistelement", "ispartof", "mentions", "citation", "relatedlink", "isbasedon", "significantlink"}
    | {"publisher", "author", "comment", "review", "subjectof", "about", "breadcrumb", "workexample"}
)
"""Properties that lead from a story to others."""
_BREAKS: Final = re.compile(r"</p>|<br\s{0,9}/?>|</h\d>|</li>", re.IGNORECASE)
_TAGS: Final = re.compile(r"<[^<>]{0,300}>")


class LinkedData:
    """All objects of a page's scripts, and the one that is about its story."""

    def __init__(self, tree: HtmlElement) -> None:
        self._by_id: dict[str, Node] = {}
        self.nodes: list[Node] = []
        """Those that no property leads to from one story to another, in the page's order."""
        left = _MOST_NODES
        for script in tree.iter("script"):
            if "ld+json" in (script.get("type") or "").lower():
                for value in read_values(script.text_content()):
                    left -= self._take(value, left)

    def _take(self, value: object, most: int) -> int:
        """Keep all objects of a value; return how many values were looked at."""
        todo: list[tuple[object, int, bool]] = [(value, 0, True)]
        seen = 0
        while todo and seen < most:
            item, depth, is_own = todo.pop()
            seen += 1
            if depth > _DEEPEST:
                continue
            if isinstance(item, list):
                todo += [(each, depth + 1, is_own) for each in reversed(item)]
            elif isinstance(item, dict):
                self._keep(item, is_own=is_own)
                todo += [
                    (each, depth + 1, is_own and name.lower() not in _ELSEWHERE)
                    for name, each in reversed(item.items())
                    if isinstance(each, list | dict)
                ]
        return seen

    def _keep(self, node: Node, *, is_own: bool) -> None:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(self._by_id.get(name, {})):
            self._by_id[name] = node
        if is_own and len(node) > 1:
            self.nodes.append(node)

    def objects(self, node: Node, *names: str) -> Iterator[Node]:
        """Yield the objects that properties of a node hold, or name by their identifier; a text as one."""
        for name in names:
            for value in _flat(node.get(name)):
                if isinstance(value, dict):
                    named = self._by_id.get(str(value.get("@id")), {})
                    yield {**named, **value}
                elif isinstance(value, str) and value.strip():
                    yield self._by_id.get(value) or {"name": value, "url": value}

    def story(self, titles: Sequence[str], addresses: Sequence[str]) -> Node:
        """Return what is about the page's story; empty where nothing is.

        Args:
            titles: What the page calls it elsewhere.
            addresses: Its own.
        """
        called = {fold(title) for title in titles if title}
        at = {_bare(address) for address in addresses if address}
        ranked = [(self._rank(node, called, at), -place) for place, node in enumerate(self.nodes)]
        rank, place = max(ranked, default=(0, 0))
        return self.nodes[-place] if rank > 0 else {}

    def _rank(self, node: Node, called: set[str], at: set[str]) -> int:
        kinds = types(node)
        is_story = any(kind.endswith(_STORIES) for kind in kinds)
        is_episode = any(kind in _EPISODES for kind in kinds)
        if not (is_story or is_episode or any(kind in _PAGES for kind in kinds) or _is_picked(node)):
            return 0
        headline = fold(text_of(node, "headline", "name"))
        is_called = bool(headline) and any(
            headline in title or title in headline for title in called if len(title) > 3
        )
        own = {_bare(text_of(each, "@id", "url")) for each in self.objects(node, "mainEntityOfPage")}
        own |= {_bare(text_of(node, "url")), _bare(text_of(node, "@id"))}
        rank = 40 * is_story + 10 * is_episode + 20 * is_called + 15 * bool(own & at - {""})
        rank += 6 * bool(text_of(node, "datePublished")) + 3 * bool(text_of(node, "headline")) + 1
        return rank


def types(node: Node) -> list[str]:
    """Return what an object is, in lower case and without its vocabulary: ["newsarticle"]."""
    return [
        re.split("[/#:]", value)[-1].lower() for value in _flat(node.get("@type")) if isinstance(value, str)
    ]


def text_of(node: Node, *names: str) -> str:
    """Return the first text that properties of an object hold, white space collapsed, tags taken out."""
    for name in names:
        for value in _flat(node.get(name)):
            if isinstance(value, dict):
                return text_of(value, "@value", "name", "@id")
            if isinstance(value, int | float) and not isinstance(value, bool):
                return str(value)
            if isinstance(value, str) and (text := plain(value)):
                return text
    return ""


def paragraphs_of(node: Node, name: str) -> list[str]:
    """Return the paragraphs of a long text that a property of an object holds."""
    value = next((each for each in _flat(node.get(name)) if isinstance(each, str)), "")
    lines = _BREAKS.sub("\n", html.unescape(value)).splitlines()
    return [paragraph for line in lines if (paragraph := plain(line))]


def plain(text: str) -> str:
    """Return a text of metadata as a reader would see it: entities resolved, tags out."""
    for _ in range(2):
        text = html.unescape(text) if "&" in text else text
    return " ".join(_TAGS.sub(" ", text).split()) if "<" in text else " ".join(text.split())


def _flat(value: object) -> Iterator[object]:
    """Yield a value, or those of a list, of a list's list, or of an object that is a list."""
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    if isinstance(value, list):
        for each in value[:_MOST_NODES]:
            yield from each if isinstance(each, list) else [each]
    elif value is not None:
        yield value


def _is_picked(node: Node) -> bool:
    """Return whether an object has a headline, whatever it is: one that was picked out of ruins."""
    return bool(text_of(node, "headline")) and "@graph" not in node


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.)?|[?#][\s\S]*", "", address.strip()).rstrip("/").lower()
