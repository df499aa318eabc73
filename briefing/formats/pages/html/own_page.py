"""A page that we wrote: all of it is the story, and it says what each block is, who says it, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats import own_classes as own
from briefing.formats.draft import LONGEST_S
from briefing.formats.pages.html.answer import HeardPart, PageFound, PagePart
from briefing.formats.pages.html.holders import Holders
from briefing.formats.pages.html.inside import first_picture, name_pictures
from briefing.formats.pages.html.pieces import read_pieces
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.pieces import PagePiece

_MOST_SPOKEN: Final = 300_000


def is_own(tree: HtmlElement) -> bool:
    """Return whether a page says in its head that we wrote it."""
    metas = tree.iter("meta")
    return any(each.get("name") == "generator" and each.get("content") == own.GENERATOR for each in metas)


def read(tree: HtmlElement) -> PageFound:
    """Return what a page of ours holds."""
    inside = name_pictures(tree)
    main = next(tree.iter("main"), tree)
    parts = list(_parts(main, tree.get("lang") or ""))
    told = {(each.get("name") or "", each.get("content") or "") for each in tree.iter("meta")}
    return PageFound(
        parts,
        tree.get("lang") or "",
        next((content for name, content in told if name == "date"), ""),
        tuple(each.get("content") or "" for each in tree.iter("meta") if each.get("name") == "author"),
        picture=first_picture(parts, inside, {}),
        title=" ".join((tree.findtext(".//title") or "").split()),
        spoken=[each for _, each in zip(range(_MOST_SPOKEN), _spoken(main), strict=False)],
    )


def _parts(main: HtmlElement, language: str) -> Iterator[PagePart]:
    holders = Holders()
    passed_over = {each for each in main.iter("b", "h1") if {own.SPEAKER, own.UNSEEN} & set(_classes(each))}
    main.set("lang", language)
    alt, figure = "", None
    speaker = ""
    for piece in read_pieces(main, passed_over):
        element = piece.element
        if alt and element.getparent() is not figure:
            yield PagePart(BlockKind.CAPTION, "", 0, alt)
            alt = ""
        if own.ALT in _classes(element):
            alt, figure = piece.text.removeprefix(own.ALT_LEAD), element.getparent()
            continue
        part = _part(piece, alt)
        if part.text:
            speaker = _speaker(element, piece.text, speaker)
            part = part._replace(speaker=speaker)
        yield part._replace(holders=holders.of(element))
        alt = ""
    if alt:
        yield PagePart(BlockKind.CAPTION, "", 0, alt)


def _part(piece: PagePiece, alt: str) -> PagePart:
    element, classes = piece.element, _classes(piece.element)
    if piece.kind is BlockKind.CAPTION and not piece.text:
        picture = element if element.tag == "img" else element.find(".//img")
        caption = element.find(".//figcaption")
        said = [] if caption is None else read_pieces(caption)
        piece = said[0] if said else piece
        if picture is not None and own.UNDESCRIBED not in _classes(picture):
            alt = picture.get("alt") or ""
        src = "" if picture is None else picture.get("src") or ""
        return PagePart(
            BlockKind.CAPTION, piece.text, 0, alt, src, "", piece.language_parts, links=piece.links
        )
    kind = next((own.KIND_OF[each] for each in classes if each in own.KIND_OF), piece.kind)
    levels = (each.removeprefix(own.LEVEL) for each in classes if each.startswith(own.LEVEL))
    level = next((int(each) for each in levels if each in tuple("123456")), piece.level)
    return PagePart(
        kind,
        piece.text,
        level if kind is BlockKind.HEADING else 0,
        alt,
        language_parts=piece.language_parts,
        links=piece.links,
    )


def _speaker(element: HtmlElement, text: str, before: str) -> str:
    """Return who says a block, if anybody is named."""
    told = next((each for each in element.iterchildren("b") if own.SPEAKER in _classes(each)), None)
    if told is not None:
        return " ".join(told.text_content().split()).removesuffix(":")
    if own.NAMES in _classes(element):
        return text.partition(":")[0]
    return before if own.GOES_ON in _classes(element) else ""


def _spoken(main: HtmlElement) -> Iterator[HeardPart]:
    """Yield what has a time of its own, the innermost of it."""
    for element in main.iter("span"):
        start = _seconds(element.get("data-start"))
        if start is None or any(each.get("data-start") for each in element.iterdescendants("span")):
            continue
        text = " ".join(element.text_content().split())
        if text:
            stop = _seconds(element.get("data-stop"))
            yield HeardPart(
                text, start, max(start, start if stop is None else stop), own.WORD in _classes(element)
            )


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _seconds(value: str | None) -> float | None:
    try:
        seconds = float(value or "")
    except ValueError:
        return None
    return seconds if 0 <= seconds <= LONGEST_S else None
