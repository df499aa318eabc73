"""The package document and the navigation of an EPUB 3 book: what is in it, and what it says of itself.

After EPUB 3.3, and EPUB Accessibility 1.1 for what a book says of who can read it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from briefing.export.chapters import contents_of
from briefing.export.inline import root_of, runs_left, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.formats.publication import Publication
    from briefing.outline import Heading

ACTIVE: Final = "-epub-media-overlay-active"
"""The class of what is being heard."""
_PACKAGE: Final = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{}">'
)


class ManifestItem(NamedTuple):
    """A file of the book, as its manifest names it."""

    name: str
    href: str
    media_type: str
    properties: str = ""
    overlay: str = ""
    """The name of the overlay of a content document."""
    length_s: float | None = None
    """How long an overlay is."""
    is_read: bool = False
    """Whether it stands in the reading order."""


def package(publication: Publication, entries: Sequence[ManifestItem], *, by_words: bool) -> str:
    """Return the package document.

    Args:
        publication: the book.
        entries: all its files but itself, content documents in their order.
        by_words: whether words are lit.
    """
    document = publication.document
    language = document.language or "und"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        _PACKAGE.format(xml_text(language)),
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        f'<dc:identifier id="id">urn:uuid:{identifier(publication)}</dc:identifier>',
        f"<dc:title>{xml_text(document.title) or 'Untitled'}</dc:title>",
        f"<dc:language>{xml_text(language)}</dc:language>",
        *(f"<dc:creator>{xml_text(author)}</dc:creator>" for author in document.authors if author.strip()),
        *([f"<dc:date>{xml_text(document.published)}</dc:date>"] if document.published else []),
        f'<meta property="dcterms:modified">{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}</meta>',
        *_accessibility(publication, by_words=by_words),
        *_durations(entries),
        "</metadata>",
        "<manifest>",
        *map(_item, entries),
        "</manifest>",
        '<spine page-progression-direction="rtl">' if runs_left(document) else "<spine>",
        *(f'<itemref idref="{entry.name}"/>' for entry in entries if entry.is_read),
        "</spine>",
        "</package>",
    ]
    return "\n".join(lines) + "\n"


def identifier(publication: Publication) -> str:
    """Return what names the book: the same text has the same name, whoever exports it."""
    return str(uuid5(NAMESPACE_URL, publication.document.id))


def _item(entry: ManifestItem) -> str:
    properties = f' properties="{entry.properties}"' if entry.properties else ""
    overlay = f' media-overlay="{entry.overlay}"' if entry.overlay else ""
    return (
        f'<item id="{entry.name}" href="{entry.href}" media-type="{entry.media_type}"{properties}{overlay}/>'
    )


def _durations(entries: Sequence[ManifestItem]) -> Iterator[str]:
    """Yield how long the overlays are; the whole is the sum of what stands there."""
    timed = [(entry.name, round(entry.length_s, 3)) for entry in entries if entry.length_s is not None]
    for name, length_s in timed:
        yield f'<meta property="media:duration" refines="#{name}">{length_s:.3f}s</meta>'
    if timed:
        yield f'<meta property="media:duration">{sum(length for _, length in timed):.3f}s</meta>'
        yield f'<meta property="media:active-class">{ACTIVE}</meta>'


def _accessibility(publication: Publication, *, by_words: bool) -> Iterator[str]:
    """Yield who can read it, and how."""
    document = publication.document
    is_heard = publication.sound is not None and publication.words is not None and len(publication.words) > 0
    modes = ["textual", *(["auditory"] if is_heard else []), *(["visual"] if publication.pictures else [])]
    sufficient = ["textual", *(["auditory"] if is_heard else [])]
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    lacks_words = [
        number
        for number in publication.pictures
        if not (document.figures[number].alt or document.figures[number].caption)
    ]
    if publication.pictures and not lacks_words:
        features.append("alternativeText")
    if is_heard:
        features.append("synchronizedAudioText")
    if document.pages:
        features += ["pageBreakMarkers", "pageNavigation"]
    unit = "word by word" if by_words else "sentence by sentence"
    summary = "All of the text can be read by eye, by ear and in braille, at any size and in any colours."
    if is_heard:
        summary += f" Its recording is in step with it, {unit}."
    for name, values in (
        ("accessMode", modes),
        ("accessModeSufficient", sufficient),
        ("accessibilityFeature", features),
        ("accessibilityHazard", ["noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"]),
        ("accessibilitySummary", [summary]),
    ):
        for value in values:
            yield f'<meta property="schema:{name}">{value}</meta>'


def navigation(publication: Publication, place: dict[int, str]) -> str:
    """Return the navigation document: contents, pages of the printed edition, landmarks.

    Args:
        publication: the book.
        place: the content document of each block, by its index.
    """
    document = publication.document
    headings = contents_of(publication)
    language = root_of(document)

    def at(offset: int) -> str:
        index = document.block_index_at(offset)
        return f"{place.get(index, place[0])}#b{index + 1}"

    contents = _nested([(each, at(each.span.start)) for each in headings])
    if not headings:
        contents = f'<ol><li><a href="{place[0]}">{xml_text(document.title) or "Untitled"}</a></li></ol>'
    pages = "".join(
        f'<li><a href="{place.get(document.block_index_at(page.start), place[0])}#page{number}">'
        f"{xml_text(page.title)}</a></li>"
        for number, page in enumerate(document.pages, 1)
    )
    of_pages = '<nav epub:type="page-list" role="doc-pagelist" aria-label="Pages" hidden="hidden">'
    page_list = f"{of_pages}<ol>{pages}</ol></nav>" if pages else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" {language}>\n'
        f'<head><meta charset="utf-8"/><title>{xml_text(document.title) or "Untitled"}</title>'
        '<link rel="stylesheet" href="style.css"/></head>\n<body>\n'
        '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">'
        f'<h1 id="contents">Contents</h1>{contents}</nav>\n'
        f"{page_list}\n"
        '<nav epub:type="landmarks" aria-label="Landmarks" hidden="hidden"><ol>'
        f'<li><a epub:type="bodymatter" href="{place[0]}">Text</a></li></ol></nav>\n'
        "</body>\n</html>\n"
    )


def _nested(headings: Iterable[tuple[Heading, str]]) -> str:
    """Return headings as lists in one another: a list at most in an entry, whatever levels are left out."""
    parts: list[str] = []
    levels: list[int] = []
    for heading, address in headings:
        while len(levels) > 1 and levels[-1] > heading.level <= levels[-2]:
            parts.append("</li></ol>")
            levels.pop()
        if not levels or levels[-1] < heading.level:
            parts.append("<ol>")
            levels.append(heading.level)
        else:
            parts.append("</li>")
            levels[-1] = heading.level
        parts.append(f'<li><a href="{address}">{xml_text(heading.title) or "Untitled"}</a>')
    parts += ["</li></ol>"] * len(levels)
    return "".join(parts)
