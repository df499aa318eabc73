"""Pictures that show nothing of a story: icons, logos, portraits of authors, and what counts who looks."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html import head_words as words
from briefing.formats.pages.html.names import is_named

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SMALL: Final = 64
"""Dots of width or height below which a picture is an icon."""
_DOTS: Final = re.compile(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*")
_STYLED: Final = re.compile(r"(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*(\d{1,3})(?:\.\d+)?px", re.IGNORECASE)
_NAMES: Final = frozenset(words.DECORATION.split())
_FILES: Final = re.compile(
    r"gravatar\.com|doubleclick|scorecardresearch|facebook\.com/tr"
    r"|/(?:pixel|beacon|track(?:ing)?|count(?:er)?)[/.?]"
    r"|(?:^|[/_.-])(?:logos?|icons?|avatars?|sprites?|emoji|favicon|badges?)(?:[/_.-]|\d|$)"
    r"|feedburner|/smilies/|(?:^|/)ic_|/(?:arc-)?authors?/|/quote[-_](?:top|bottom|left|right)",
    re.IGNORECASE,
)
_LEVELS: Final = 2


def is_decoration(picture: HtmlElement, src: str) -> bool:
    """Return whether a picture at an address shows nothing of a story, by its size or what it is called."""
    sizes = [_DOTS.fullmatch(picture.get(side) or "") for side in ("width", "height")]
    styled = _STYLED.search(picture.get("style") or "")
    if any(size and int(size[1]) < _SMALL for size in (*sizes, styled)):
        return True
    if picture.get("role") == "presentation" and not picture.get("alt"):
        return True
    around = (picture, *islice(picture.iterancestors(), _LEVELS))
    is_called_so = any(is_named(each, _NAMES) for each in around if each.tag != "body")
    return is_called_so or _FILES.search(src.partition("?")[0]) is not None
