"""An EPUB 3 book of a briefing, with media overlays where its sound is in step with it."""

from __future__ import annotations

import shutil
import zipfile
from typing import IO, TYPE_CHECKING, Final

from briefing.export.books.content import content_documents
from briefing.export.books.overlay import Unlit, is_heard, overlay, unlit_after, unlit_before, with_unlit
from briefing.export.books.package import ACTIVE, ManifestItem, navigation, package
from briefing.export.inline import root_of, xml_text
from briefing.export.markup import Dress, PagePicture
from briefing.formats.own_classes import META

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.export.books.content import ContentDocument
    from briefing.formats.publication import Publication, PublishedPicture

_ROOT: Final = "EPUB"
_XHTML: Final = "application/xhtml+xml"
_SMIL: Final = "application/smil+xml"
_CONTAINER: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    f'<rootfile full-path="{_ROOT}/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_STYLE: Final = f"""\
body {{ line-height: 1.5; margin: 0 5%; }}
.kicker {{ font-weight: bold; letter-spacing: 0.05em; }}
.summary {{ font-size: 1.15em; }}
.credit, figcaption, .alt {{ font-size: 0.9em; }}
figure {{ margin: 1em 0; }}
img {{ max-width: 100%; height: auto; }}
aside {{ margin: 1em 0; margin-inline-start: 1.5em; }}
.{ACTIVE} {{ background-color: #ffe08a; color: #000; text-decoration: underline; }}
@media (prefers-color-scheme: dark) {{ .{ACTIVE} {{ background-color: #7a4f00; color: #fff; }} }}
"""


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write the book, words lit where their times are known: see `registry.Export.write`."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        _Book(publication, book).write()
    on_progress(1.0)


class _Book:
    def __init__(self, publication: Publication, book: zipfile.ZipFile) -> None:
        self._publication = publication
        self._book = book
        self._entries: list[ManifestItem] = []
        self._reached_s = 0.0
        self._sound = "" if publication.sound is None else f"audio/sound.{publication.sound.kind.value}"

    def write(self) -> None:
        publication = self._publication
        pictures = {number: self._picture(number, each) for number, each in publication.pictures.items()}
        place: dict[int, str] = {}
        by_words = False
        for chapter in content_documents(publication, Dress(pictures, is_epub=True)):
            href = self._chapter(chapter)
            by_words = by_words or any(each.words for each in chapter.sentences)
            last = max((each.block for each in chapter.sentences), default=chapter.first_block)
            place.update(dict.fromkeys(range(chapter.first_block, last + 1), href))
        if not place:
            place[0] = self._chapter(_nothing(publication))
        self._put("style.css", _STYLE)
        self._put("nav.xhtml", navigation(publication, place))
        self._entries += [
            ManifestItem("style", "style.css", "text/css"),
            ManifestItem("nav", "nav.xhtml", _XHTML, "nav"),
        ]
        if publication.sound is not None:
            self._entries.append(ManifestItem("sound", self._sound, publication.sound.kind.media_type))
            self._copy_sound()
        self._put("package.opf", package(publication, self._entries, by_words=by_words))

    def _chapter(self, chapter: ContentDocument) -> str:
        """Write a content document and its overlay; return its name."""
        name = f"text{chapter.number}"
        href = f"{name}.xhtml"
        document = self._publication.document
        is_timed = bool(self._sound) and is_heard(chapter.sentences)
        unlit = dict(unlit_before(chapter.sentences, self._reached_s)) if is_timed else {}
        end = self._end(chapter) if is_timed else None
        body = "\n".join(with_unlit(chapter.lines, unlit, end))
        self._put(
            href,
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f"{root_of(document)}>\n"
            f'<head><meta charset="utf-8"/><title>{xml_text(chapter.title) or "Untitled"}</title>'
            f'{META}<link rel="stylesheet" href="style.css"/></head>\n'
            f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n",
        )
        overlay_name = ""
        if is_timed:
            overlay_name = f"overlay{chapter.number}"
            self._put(f"{name}.smil", overlay(href, self._sound, chapter.sentences, unlit, end))
            length_s = chapter.length_s + sum(
                each.stop_s - each.start_s for each in (*unlit.values(), *filter(None, (end,)))
            )
            item = ManifestItem(overlay_name, f"{name}.smil", _SMIL, length_s=length_s)
            self._entries.append(item)
        self._entries.append(ManifestItem(name, href, _XHTML, overlay=overlay_name, is_read=True))
        return href

    def _end(self, chapter: ContentDocument) -> Unlit | None:
        """Take note of how far a content document is heard; return what is heard after the last of all."""
        stops = [each.stop_s for each in chapter.sentences if each.stop_s is not None]
        self._reached_s = max(self._reached_s, *stops)
        sound, words = self._publication.sound, self._publication.words
        if sound is None or not words or chapter.sentences[-1].span.stop <= words[len(words) - 1].span.start:
            return None
        return unlit_after(self._reached_s, sound.length_s)

    def _picture(self, number: int, picture: PublishedPicture) -> PagePicture:
        href = f"images/picture{number + 1}.{picture.suffix}"
        is_cover = picture is self._publication.cover
        self._entries.append(
            ManifestItem(f"picture{number + 1}", href, picture.media_type, "cover-image" if is_cover else "")
        )
        self._book.writestr(f"{_ROOT}/{href}", picture.data, zipfile.ZIP_STORED)
        return PagePicture(href, picture.width, picture.height)

    def _copy_sound(self) -> None:
        sound = self._publication.sound
        assert sound is not None  # noqa: S101  # asked for where it is there
        entry = zipfile.ZipInfo(f"{_ROOT}/{self._sound}")
        with self._book.open(entry, "w", force_zip64=True) as to, sound.path.open("rb") as data:
            shutil.copyfileobj(data, to)

    def _put(self, name: str, text: str) -> None:
        self._book.writestr(f"{_ROOT}/{name}", text.encode("utf-8", "replace"))


def _nothing(publication: Publication) -> ContentDocument:
    """Return the content document of a text without any."""
    from briefing.export.books.content import ContentDocument

    title = xml_text(publication.document.title) or "Untitled"
    return ContentDocument(1, publication.document.title, 0, (f'<h1 id="b1">{title}</h1>',), ())
