"""RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0, which feeds mix: one reader for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.feed import Feed
from briefing.formats.feeds.addresses import resolved
from briefing.formats.feeds.answer import MOST_ITEMS
from briefing.formats.feeds.elements import Names, attribute, base_of, first, language_of, parse
from briefing.formats.feeds.empty import says_something
from briefing.formats.feeds.xml_items import FeedWide, persons_in, read_item, title_in
from briefing.formats.feeds.xml_named import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from briefing.formats.feeds.elements import Fields

_ITEMS: Final = ("item", "entry")


def read(source: str, address: str) -> Feed:
    """Return what a feed holds.

    Args:
        source: The feed as text.
        address: Its own; empty where it is not known.
    """
    root = parse(source, address)
    if root is None:
        return Feed()
    names = Names()
    channel = next((each for each in root.iter() if names.key(each) == "channel"), root)
    fields = names.fields(channel)
    links = fields.get("link", [])
    own = next((attribute(each, "href") for each in links if attribute(each, "rel").lower() == "self"), "")
    site = page_of(links, (base_of(channel), address, resolved(own)))
    bases = tuple(dict.fromkeys(filter(None, (base_of(channel), address, resolved(own, address), site))))
    language = first(fields, "language", "dc:language") or language_of(channel) or language_of(root)
    persons = persons_in(fields, names, "podcast:person") or (
        persons_in(fields, names, "author") if names.key(root) == "feed" else ()
    )
    about = FeedWide(language, bases, persons)
    return Feed(
        title=next(filter(None, map(title_in, fields.get("title", ()))), "")
        or first(fields, "itunes:title", "dc:title"),
        language=language,
        link=site,
        moved_to=_moved_to(fields, root, names, address),
        items=tuple(filter(says_something, (read_item(item, names, about) for item in _items(root, names)))),
    )


def _items(root: Element, names: Names) -> Iterator[Element]:
    """Yield the items of a feed in its order: those within others too, which broken markup has put there."""
    count = 0
    for element in root.iter():
        if names.key(element) in _ITEMS and count < MOST_ITEMS:
            count += 1
            yield element


def _moved_to(fields: Fields, root: Element, names: Names, address: str) -> str:
    """Return where a feed says that it is from now on; empty if it says nothing, or that it is there."""
    said = first(fields, "itunes:new-feed-url") or (
        first(names.fields(root), "newlocation") if names.key(root) == "redirect" else ""
    )
    moved = resolved(said, address)
    return moved if moved != address else ""
