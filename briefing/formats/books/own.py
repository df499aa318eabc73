"""Text files of books that we wrote: their classes say what each block is, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats import own_classes as own
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from briefing.formats.books.telling import Telling


def is_own(root: _Element) -> bool:
    """Return whether a file says in its head that we wrote it."""
    metas = root.iter("meta")
    return any(each.get("name") == "generator" and each.get("content") == own.GENERATOR for each in metas)


def is_caption(attributes: Mapping[str, str]) -> bool:
    """Return whether a block is what stands below a picture, in whatever element."""
    return own.CLASS_OF[BlockKind.CAPTION] in _classes(attributes)


def tell(told: Telling, element: _Element, attributes: Mapping[str, str]) -> bool:
    """Tell what is no text, but says something of it; return whether it was that."""
    classes = _classes(attributes)
    text = " ".join("".join(element.itertext()).split()) if classes else ""
    if own.SPEAKER in classes:
        told.speaker = text.removesuffix(":")
    elif own.ALT in classes:
        told.picture(text.removeprefix(own.ALT_LEAD), "", is_bare=True)
    else:
        if own.PICTURE in classes:
            told.figure_from = len(told.parts)
        return own.UNSEEN in classes
    return True


def picture(told: Telling, element: _Element, path: str) -> None:
    """Tell a picture, by the words for it if there are any."""
    is_bare = own.UNDESCRIBED in _classes(dict(element.items()))
    told.picture("" if is_bare else element.get("alt") or "", path, is_bare=True)


def kind_of(attributes: Mapping[str, str], kind: BlockKind, level: int) -> tuple[BlockKind, int]:
    """Return what a block is, and its level; what its element says where its classes do not."""
    classes = _classes(attributes)
    kind = next((own.KIND_OF[each] for each in classes if each in own.KIND_OF), kind)
    levels = (each.removeprefix(own.LEVEL) for each in classes if each.startswith(own.LEVEL))
    level = next((int(each) for each in levels if each in tuple("123456")), level)
    return kind, level if kind is BlockKind.HEADING else 0


def name_speaker(told: Telling, first: int, attributes: Mapping[str, str]) -> None:
    """Name who says the parts of a block that was read, where its classes tell that."""
    classes = _classes(attributes)
    if own.NAMES not in classes and own.GOES_ON not in classes:
        return
    for number in range(first, len(told.parts)):
        text = told.parts[number].text
        before = next((each.speaker for each in reversed(told.parts[:number]) if each.text), "")
        speaker = text.partition(":")[0] if own.NAMES in classes else before
        told.parts[number] = told.parts[number]._replace(speaker=speaker)


def _classes(attributes: Mapping[str, str]) -> list[str]:
    return attributes.get("class", "").split()
