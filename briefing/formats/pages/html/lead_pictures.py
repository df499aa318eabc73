"""The picture that a page names as its story's, where its own tree shows it, or as its metadata have it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html.answer import PagePart
from briefing.formats.pages.html.around import is_elsewhere
from briefing.formats.pages.html.figures import read_figure
from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.origin import absolute
from briefing.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import LinkedData, Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_IMAGES: Final = (
    "og:image:secure_url",
    "og:image:url",
    "og:image",
    "twitter:image",
    "twitter:image:src",
    "image",
)
_ALTS: Final = ("og:image:alt", "twitter:image:alt", "twitter:image:src:alt")
_MOST: Final = 600
_LONGEST_NAME: Final = 500
"""Characters of a file's name; what is behind them tells no size."""
_SIZES: Final = re.compile(
    r"(?:[_.-](?:[wh]?\d{1,5}(?:x\d{1,5})?[wh]?|r\d|s|tv|n|scaled|large|medium|small|thumb|crop))+$"
)
_LEAST: Final = 5
"""Characters by which two pictures are told to be one."""
_ALIKE: Final = 24
"""Letters with which two names begin."""
_NO_PICTURE: Final = re.compile(
    r"logo|placeholder|default|favicon|gravatar\.com"
    r"|(?:^|[/_-])(?:share|sharing|social|icon|ogp?|fb|brand|avatar|blank)(?:[/_.-]|image|$)"
    r"|/(?:facebook|twitter)\.\w+$|^(?:https?:)?//[^/]*/?$",
    re.IGNORECASE,
)


class NamedPicture(NamedTuple):
    """A story's picture."""

    part: PagePart
    is_shown: bool = False
    """Whether the page shows it, rather than hand it to those who link to the page."""


def find_lead(
    tree: HtmlElement, meta: MetaTags, graph: LinkedData, story: Node, base: str
) -> NamedPicture | None:
    """Return the picture that a page names as its story's; None where it names none, or a mark of the site.

    Args:
        tree: The page.
        meta: What its `meta` elements say.
        graph: Its JSON-LD.
        story: What is about its story there.
        base: What addresses are relative to; empty where that is not known.
    """
    alt = meta.first(*_ALTS)
    told = [
        PagePart(BlockKind.CAPTION, text_of(image, "caption", "description"), 0, alt, _address(image, base))
        for image in graph.objects(story, "image")
    ]
    told += [PagePart(BlockKind.CAPTION, "", 0, alt, absolute(src, base)) for src in meta.all(*_IMAGES)]
    told = [part for part in told if part.src and not _NO_PICTURE.search(part.src.split("?")[0])]
    if not told:
        return None
    caption = next((part.text for part in told if part.text), "")
    shown = [
        part
        for _, element in zip(range(_MOST), tree.iter("img", "amp-img"), strict=False)
        if (part := _shown(element, base)) is not None
    ]
    for is_one in (_is_same, _is_alike):
        for part in shown:
            if any(is_one(picture_key(part.src), picture_key(each.src)) for each in told):
                return NamedPicture(
                    part._replace(text=part.text or caption, alt=part.alt or alt), is_shown=True
                )
    return NamedPicture(told[0]._replace(text=caption))


def _shown(element: HtmlElement, base: str) -> PagePart | None:
    """Return a picture that a page shows in its own part, as its figure has it."""
    figure = next(element.iterancestors("figure"), element)
    above = figure.getparent()
    return None if above is None or is_elsewhere(above) else read_figure(figure, base)


def _is_same(key: str, other: str) -> bool:
    return key == other


def _is_alike(key: str, other: str) -> bool:
    """Return whether two names begin with the same words: those of one picture, cut out in two ways."""
    common = takewhile(lambda pair: pair[0] == pair[1], zip(key, other, strict=False))
    return sum(char.isalpha() for char, _ in common) >= _ALIKE


def picture_key(src: str) -> str:
    """Return what the addresses of one picture in several sizes have in common."""
    name = src.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rstrip("/").rpartition("/")[2].lower()
    stem = name[:_LONGEST_NAME].split(".")[0]
    bare = _SIZES.sub("", stem)
    return bare if len(bare) >= _LEAST else name or src


def _address(image: Node, base: str) -> str:
    src = text_of(image, "contentUrl") or text_of(image, "url") or text_of(image, "@id")
    return absolute(src, base) if not src.startswith(("#", "data:")) else ""
