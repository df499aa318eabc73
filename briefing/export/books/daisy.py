"""A DAISY 2.02 book of a briefing, in a zip: text and sound in step, sentence by sentence.

After the DAISY 2.02 Specification (2001-02-28): a navigation control centre (`ncc.html`), a text in
XHTML 1.0, SMIL 1.0 for each part that the navigation leads to, and a master SMIL. What players of that time
can open is MP3 and WAV, so the sound is MP3.
"""

from __future__ import annotations

import shutil
import zipfile
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from briefing.errors import SourceError
from briefing.export.books.daisy_markup import DOCTYPE, clock, metas, older, smil_of
from briefing.export.books.overlay import unlit_after, unlit_before, with_unlit
from briefing.export.books.package import identifier
from briefing.export.chapters import contents_of
from briefing.export.inline import root_of, xml_text
from briefing.export.marking import marked_sentences
from briefing.export.markup import Dress, PagePicture, markup
from briefing.formats.own_classes import META
from briefing.model import BlockKind, Span
from briefing.outline import Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing.export.books.overlay import Unlit
    from briefing.export.marking import MarkedSentence
    from briefing.formats.publication import Publication, PublishedSound

_GENERATOR: Final = "briefing"
_TEXT: Final = "text.html"
_DEEPEST: Final = 6
"""Levels of headings that there are."""
_FILES: Final = 3
"""What is there once: the navigation, the text, the master SMIL; and the sound."""


class _Clip(NamedTuple):
    """A part of the sound, with the element that it is heard with."""

    name: str
    span: Span
    start_s: float
    stop_s: float


class _Part(NamedTuple):
    """What the navigation leads to at one place, with what is heard from there on."""

    number: int
    heads: Sequence[tuple[str, int]]
    """The titles that lead there, each with its level: more than one where nothing is heard between them."""
    clips: Sequence[_Clip]

    @property
    def title(self) -> str:
        return self.heads[0][0]

    @property
    def smil(self) -> str:
        return f"part{self.number:04}.smil"

    @property
    def length_s(self) -> float:
        return sum(each.stop_s - each.start_s for each in self.clips)


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write the book: see `registry.Export.write`.

    Raises:
        SourceError: if nothing of it is heard, for such a book is a recording with a text.
    """
    sound = publication.sound
    sentences = list(marked_sentences(publication.document, publication.words))
    unlit = dict(unlit_before(sentences, 0.0))
    parts = list(_parts(publication, sentences, unlit))
    if sound is None or not parts:
        raise SourceError(
            f"{publication.document.title} has no words with times, and a DAISY book is read by its sound.",
            "Give --voice speech to have it read, or write an EPUB.",
        )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        end = unlit_after(parts[-1].clips[-1].stop_s, sound.length_s)
        if end is not None:
            last = parts[-1].clips[-1].span.stop
            clip = _Clip(end.name, Span(last, last), end.start_s, end.stop_s)
            parts[-1] = parts[-1]._replace(clips=(*parts[-1].clips, clip))
        _Book(publication, book, parts, sound).write(sentences, unlit, end)
    on_progress(1.0)


def _parts(
    publication: Publication, sentences: Iterable[MarkedSentence], unlit: Mapping[str, Unlit]
) -> Iterator[_Part]:
    """Yield the parts that are heard: the first one is the title's, and begins with the sound."""
    document = publication.document
    held: list[_Clip] = []
    level, number = 1, 1
    heads = [(document.title or "Untitled", level)]
    following = iter(_contents(publication))
    mark = next(following, None)
    for sentence in sentences:
        while mark is not None and mark.span.start < sentence.span.stop:
            if held:
                yield _Part(number, heads, held)
                held, number, heads = [], number + 1, []
            level = min(_DEEPEST, max(2, mark.level), level + 1)
            heads.append((mark.title, level))
            mark = next(following, None)
        if sentence.start_s is None or sentence.stop_s is None:
            continue
        if before := unlit.get(sentence.name):
            # What leads to a sentence leads past the music before it, but for that at the start of all.
            stop = sentence.span.start if before.start_s else sentence.span.stop
            held.append(_Clip(before.name, Span(sentence.span.start, stop), before.start_s, before.stop_s))
        if sentence.start_s < sentence.stop_s:
            held.append(_Clip(sentence.name, sentence.span, sentence.start_s, sentence.stop_s))
    if held:
        yield _Part(number, heads, held)


def _contents(publication: Publication) -> list[Heading]:
    """Return what the navigation leads to besides the title, in the order of the text."""
    document = publication.document
    if publication.chapters_by is None:
        found = [
            Heading(block.span.of(document.text), block.level, block.span)
            for block in document.blocks
            if block.kind is BlockKind.HEADING
        ]
    else:
        found = sorted(contents_of(publication), key=lambda each: each.span.start)
    titles = {block.span for block in document.blocks if block.kind is BlockKind.TITLE}
    return [each for each in found if each.span not in titles]


class _Book:
    def __init__(
        self, publication: Publication, book: zipfile.ZipFile, parts: Sequence[_Part], sound: PublishedSound
    ) -> None:
        self._publication = publication
        self._book = book
        self._parts = parts
        self._sound = sound
        self._language = root_of(publication.document)
        self._title = xml_text(publication.document.title) or "Untitled"

    def write(
        self, sentences: Iterable[MarkedSentence], unlit: Mapping[str, Unlit], end: Unlit | None
    ) -> None:
        sound_name = f"sound.{self._sound.kind.value}"
        pictures = dict(self._pictures())
        lines = markup(self._publication.document, sentences, Dress(pictures))
        body = "\n".join(with_unlit((older(line.text) for line in lines), unlit, end))
        self._put(_TEXT, self._page("", body))
        before_s = 0.0
        for part in self._parts:
            self._put(part.smil, self._smil(part, sound_name, before_s))
            before_s += part.length_s
        self._put("master.smil", self._master(before_s))
        with (
            self._book.open(zipfile.ZipInfo(sound_name), "w", force_zip64=True) as to,
            self._sound.path.open("rb") as data,
        ):
            shutil.copyfileobj(data, to)
        self._put("ncc.html", self._navigation(before_s, len(pictures)))

    def _smil(self, part: _Part, sound_name: str, before_s: float) -> str:
        told = metas(
            (
                ("dc:format", "Daisy 2.02"),
                ("dc:identifier", identifier(self._publication)),
                ("dc:title", self._title),
                ("title", xml_text(part.title)),
                ("ncc:generator", _GENERATOR),
                ("ncc:timeInThisSmil", clock(part.length_s)),
                ("ncc:totalElapsedTime", clock(before_s)),
            )
        )
        pars = "\n".join(
            f'<par endsync="last" id="p_{name}"><text src="{_TEXT}#{name}" id="t_{name}"/>'
            f'<audio src="{sound_name}" clip-begin="npt={begin:.3f}s" clip-end="npt={end:.3f}s" '
            f'id="a_{name}"/></par>'
            for name, _, begin, end in part.clips
        )
        return smil_of(told, f'<seq dur="{part.length_s:.3f}s">\n{pars}\n</seq>')

    def _master(self, total_s: float) -> str:
        told = metas(
            (
                ("dc:format", "Daisy 2.02"),
                ("dc:identifier", identifier(self._publication)),
                ("dc:title", self._title),
                ("ncc:generator", _GENERATOR),
                ("ncc:timeInThisSmil", clock(total_s)),
            )
        )
        refs = "\n".join(
            f'<ref title="{xml_text(part.title)}" src="{part.smil}" id="m{part.number:04}"/>'
            for part in self._parts
        )
        return smil_of(told, refs)

    def _navigation(self, total_s: float, pictures: int) -> str:
        document = self._publication.document
        pages = [page for page in document.pages if self._smil_at(page.start)]
        entries = "\n".join(self._entries())
        levels = [level for part in self._parts for _, level in part.heads]
        told = metas(
            (
                *(("dc:creator", xml_text(each)) for each in document.authors or ("unknown",)),
                ("dc:date", xml_text((document.published or "")[:10])),
                ("dc:format", "Daisy 2.02"),
                ("dc:identifier", identifier(self._publication)),
                ("dc:language", xml_text(document.language or "und")),
                ("dc:publisher", "unknown"),
                ("dc:title", self._title),
                ("ncc:charset", "utf-8"),
                ("ncc:depth", str(max(levels))),
                ("ncc:files", str(_FILES + len(self._parts) + pictures + 1)),
                ("ncc:generator", _GENERATOR),
                ("ncc:footnotes", "0"),
                ("ncc:maxPageNormal", "0"),
                ("ncc:multimediaType", "audioFullText"),
                ("ncc:pageFront", "0"),
                ("ncc:pageNormal", "0"),
                ("ncc:pageSpecial", str(len(pages))),
                ("ncc:setInfo", "1 of 1"),
                ("ncc:sidebars", "0"),
                ("ncc:tocItems", str(len(levels) + len(pages))),
                ("ncc:totalTime", clock(total_s)),
            )
        )
        return self._page(told, entries)

    def _page(self, metas: str, body: str) -> str:
        return (
            f'{DOCTYPE}<html xmlns="http://www.w3.org/1999/xhtml" {self._language}>\n<head>'
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>'
            f"<title>{self._title}</title>\n{META}\n{metas}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        )

    def _entries(self) -> Iterator[str]:
        """Yield what the navigation leads to, in its order."""
        document = self._publication.document
        marks = [
            (part.clips[0].span.start, f"h{level}", "title" if level == 1 else "section", title)
            for part in self._parts
            for title, level in part.heads
        ]
        marks += [(page.start, "span", "page-special", page.title) for page in document.pages]
        for number, (offset, element, kind, title) in enumerate(sorted(marks, key=lambda each: each[0])):
            if address := self._smil_at(offset):
                yield (
                    f'<{element} class="{kind}" id="n{number + 1:04}"><a href="{address}">'
                    f"{xml_text(title) or 'Untitled'}</a></{element}>"
                )

    def _smil_at(self, offset: int) -> str:
        """Return the address of the first sentence that is heard from an offset on; empty past the last."""
        for part in self._parts:
            for clip in part.clips:
                if clip.span.stop > offset:
                    return f"{part.smil}#p_{clip.name}"
        return ""

    def _pictures(self) -> Iterator[tuple[int, PagePicture]]:
        """Write the pictures; yield each as a page names it."""
        for number, picture in self._publication.pictures.items():
            name = f"picture{number + 1}.{picture.suffix}"
            self._book.writestr(name, picture.data, zipfile.ZIP_STORED)
            yield number, PagePicture(name, picture.width, picture.height)

    def _put(self, name: str, text: str) -> None:
        self._book.writestr(name, text.encode("utf-8", "replace"))
