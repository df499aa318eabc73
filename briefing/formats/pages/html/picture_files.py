"""The file of a picture: of all that an element names, the best that a reader would see.

Pages that load pictures late have a blank in `src`, and the picture's address in another attribute, in a
`source` beside, or in a `noscript`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html.origin import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_SOURCES: Final = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-src-large", "data-full-src",
    "data-hi-res-src", "data-image", "data-url", "data-original-src", "data-pin-media", "data-img-src",
    "data-echo", "data-deferred",
)  # fmt: skip
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset", "data-sources")
_BLANK: Final = re.compile(
    r"blank|spacer|placeholder|preload|loading|lazy[-_.]?load|transparent|1x1|pixel|dummy|grey-|noimage|no-image",
    re.IGNORECASE,
)
_IN_SET: Final = re.compile(r"([^\s,]\S*+)(?:\s++(\d++(?:\.\d+)?)([wxh])\s*+(?:,|$))?")
_LONGEST_SET: Final = 20_000
_MOST_DOTS: Final = 2600
"""Of width: a wider picture only takes longer."""
_MOST: Final = 60


class _File(NamedTuple):
    is_old: bool
    """Whether every viewer of pictures knows its kind: a page names WebP and AVIF beside JPEG."""
    dots: float
    src: str


def picture_file(picture: HtmlElement, base: str) -> str:
    """Return the address of the best file of an `img`, and of the `picture` around it; empty if it has none.

    Args:
        picture: An `img`, or what stands for one.
        base: What addresses are relative to; empty where that is not known.
    """
    files = [file for file in _in_sets(picture) if file.dots <= _MOST_DOTS]
    late = next(
        (src for name in _SOURCES if is_picture_address(src := (picture.get(name) or "").strip())), ""
    )
    own = (picture.get("src") or "").strip()
    own = own if is_picture_address(own) and not (_BLANK.search(own) and (files or late)) else ""
    # Without a width in its name, what is named alone is as good as any of a set.
    wide = max(files, default=None)
    best = wide.src if wide is not None and (wide.is_old or not (own or late)) else late or own
    return absolute(best, base)


def is_picture_address(src: str) -> bool:
    """Return whether an address may be that of a picture that can be had, rather than within the page."""
    return bool(src) and not re.match(r"(?:data|javascript|blob|about):|#", src, re.IGNORECASE)


def _in_sets(picture: HtmlElement) -> Iterator[_File]:
    """Yield the files that the sets of a picture name."""
    elements = [picture]
    for around in islice(picture.iterancestors("picture"), 1):
        elements += around.iter("source")  # within which the parser puts what follows it
    for element in elements:
        kind = element.get("type") or ""
        for name in _SETS:
            said = (element.get(name) or "")[:_LONGEST_SET].strip()
            for found in islice(_IN_SET.finditer(said), _MOST):
                src = found[1].rstrip(",")
                if is_picture_address(src) and not _BLANK.search(src):
                    is_old = not re.search(r"webp|avif|jxl", kind + src)
                    dots = float(found[2] or 1) * (1 if found[3] == "w" else 0.001)
                    yield _File(is_old, dots, src)
