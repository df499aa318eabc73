"""PDFs as pdfium reads them: the words of each page and where they stand, and what is said of the whole."""

from __future__ import annotations

import ctypes
import math
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from briefing.formats.pdf.structure import Structure
from briefing.formats.pdf.words import MARKS, RTL, PdfPage, PdfWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.formats.pdf.tags import Tag

_BOLD: Final = 600
_RAISED: Final = 0.8
"""Of a word's size: a number at its end that is smaller is a note's mark."""
_BELOW: Final = 0.25
_ABOVE: Final = 0.95
"""How far a font goes from its baseline, in sizes."""
_NUMBERS: Final = re.compile(
    r"[\d\u0660-\u0669\u06f0-\u06f9A-Za-z]+(?:[.,:/-][\d\u0660-\u0669\u06f0-\u06f9A-Za-z]+)*"
)
_MOST_CHARACTERS: Final = 60_000
"""On a page; whatever has more is no text."""
_TAGGED_SHARE: Final = 0.7
"""Of a document's characters: where its tags hold less, they are of no use."""
_HYPHENS: Final = (0x02, 0xFFFE)
"""What pdfium puts for a hyphen at the end of a line."""
_SOFT_HYPHEN: Final = "\u00ad"
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\x00": None}
)
_DATE: Final = re.compile(r"D?:?(\d{4})-?(\d\d)?-?(\d\d)?")


class LockedPdfError(Exception):
    """It wants a password."""


class DamagedPdfError(Exception):
    """It is no PDF that can be read."""


class PdfAbout(NamedTuple):
    """What a PDF says of itself; empty where it says nothing."""

    title: str
    author: str
    created: str
    """A date, ISO 8601."""
    language: str
    producer: str


class PdfDocument:
    """A PDF in memory.

    Raises:
        LockedPdfError: if it wants a password.
        DamagedPdfError: if it cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = ctypes.create_string_buffer(data, len(data))
        """pdfium reads in it as long as the document is open."""
        self._document = pdfium.FPDF_LoadMemDocument64(self._data, len(data), None)
        if not self._document:
            is_locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
            raise LockedPdfError if is_locked else DamagedPdfError
        self.page_count: Final = int(pdfium.FPDF_GetPageCount(self._document))
        self._structure = Structure()
        self._characters = self._tagged = 0
        """Those of the pages that were read, and those of them that are in its tags."""

    def about(self) -> PdfAbout:
        """Return what it says of itself."""
        created = _DATE.match(self._metadata("CreationDate"))
        parts = [part for part in created.groups() if part] if created else []
        return PdfAbout(
            self._metadata("Title"),
            self._metadata("Author"),
            "-".join(parts) if len(parts) == 3 else "",  # noqa: PLR2004 (year, month, day)
            self._language(),
            f"{self._metadata('Creator')} {self._metadata('Producer')}",
        )

    def tags(self) -> Tag | None:
        """Return the tags of the pages that were read; None where they do not hold the text."""
        return self._structure.root if self._tagged > _TAGGED_SHARE * self._characters else None

    def sheets(self, most: int) -> Iterator[PdfPage]:
        """Yield its pages, at most so many; one that cannot be read is empty."""
        is_tagged = pdfium.FPDFCatalog_IsTagged(self._document)
        for number in range(min(self.page_count, most)):
            page = pdfium.FPDF_LoadPage(self._document, number)
            if not page:
                yield PdfPage(0.0, 0.0, [])
                continue
            text = pdfium.FPDFText_LoadPage(page)
            width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
            drawn = _PageText(text) if text else None
            if drawn is not None and is_tagged:
                texts = drawn.contents()
                self._characters += sum(map(len, texts.values()))
                self._tagged += self._structure.add(page, texts)
            yield PdfPage(width, height, drawn.words() if drawn is not None else [])
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)

    def _metadata(self, name: str) -> str:
        size = min(pdfium.FPDF_GetMetaText(self._document, name.encode(), None, 0), 1 << 14)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(self._document, name.encode(), buffer, size)
        return " ".join(buffer.raw.decode("utf-16-le", "ignore").replace("\x00", " ").split())

    def _language(self) -> str:
        size = min(pdfium.FPDFCatalog_GetLanguage(self._document, None, 0), 256)
        buffer = (ctypes.c_ushort * (size // 2))()
        pdfium.FPDFCatalog_GetLanguage(self._document, buffer, size)
        return bytes(buffer).decode("utf-16-le", "ignore").strip("\x00 ")


class _Style(NamedTuple):
    """What a character looks like: its right angles, its size and baseline in points, its weight."""

    turn: int
    size: float
    baseline: float
    is_bold: bool


class _PageText:
    """The characters of one page."""

    def __init__(self, text: object) -> None:
        self._text = text
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._drawn: int | None = None
        """The text object that `_style` is of."""
        self._style = _Style(0, 0.0, 0.0, is_bold=False)

    def words(self) -> list[PdfWord]:
        """Return its words, those that stand across the others left out."""
        found: dict[int, list[PdfWord]] = {}
        for run, first in self._runs():
            last = first + len(run) - (2 if run[-1] == _SOFT_HYPHEN and len(run) > 1 else 1)
            word = self._word(run, first, last)
            found.setdefault(self._style_at(first).turn, []).append(word)
        return max(found.values(), key=len, default=[])

    def contents(self) -> dict[int, str]:
        """Return its text by the number of the marked content that it is in, -1 for none.

        Each keeps the space before it, if there is one, or the line break.
        """
        found: dict[int, list[str]] = {}
        for content, run, first, gap in self._marked_runs():
            text = "".join(run)
            if RTL.search(text):
                text = self._as_read(run, first, self._style_at(first).turn)
            found.setdefault(content, []).append(gap + text.translate(_LIGATURES))
        return {content: "".join(texts) for content, texts in found.items()}

    def _marked_runs(self) -> Iterator[tuple[int, list[str], int, str]]:
        """Yield characters without a space between them in one marked content.

        Each with the number of that, where its first character is, and what parts it from the one before.
        """
        run: list[str] = []
        content, drawn, gap = -1, None, "\n"
        for i, code in enumerate(self._codes()):
            char = _SOFT_HYPHEN if code in _HYPHENS else chr(min(code, sys.maxunicode))
            of = content
            if not char.isspace():
                shown = pdfium.FPDFText_GetTextObject(self._text, i)
                at = ctypes.cast(shown, ctypes.c_void_p).value
                if at is not None and at != drawn:
                    drawn, of = at, int(pdfium.FPDFPageObj_GetMarkedContentID(shown))
            if run and (char.isspace() or of != content):
                yield content, run, i - len(run), gap
                run, gap = [], ""
            content = of
            if not char.isspace():
                run.append(char)
            elif gap != "\n":
                gap = "\n" if char in "\r\n" else " "
        if run:
            yield content, run, len(self._codes()) - len(run), gap

    def _runs(self) -> Iterator[tuple[list[str], int]]:
        """Yield characters without a space between them, and where the first is."""
        run: list[str] = []
        codes = self._codes()
        for i, code in enumerate(codes):
            char = _SOFT_HYPHEN if code in _HYPHENS else chr(min(code, sys.maxunicode))
            if not char.isspace():
                run.append(char)
            # After such a hyphen pdfium goes on in the next line without a space.
            if run and (char.isspace() or char == _SOFT_HYPHEN):
                yield run, i - len(run) + (not char.isspace())
                run = []
        if run:
            yield run, len(codes) - len(run)

    def _codes(self) -> Sequence[int]:
        """Return the code point of each character, whose number is its place here."""
        count = max(min(pdfium.FPDFText_CountChars(self._text), _MOST_CHARACTERS), 0)
        units = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._text, 0, count, units) == count + 1:
            return list(units)[:count]
        # Some stand for no character, or for one past U+FFFF: then places are not those of units.
        return [pdfium.FPDFText_GetUnicode(self._text, i) for i in range(count)]

    def _turn(self, at: int) -> int:
        """Return by how many right angles a character is turned."""
        return round(math.degrees(max(pdfium.FPDFText_GetCharAngle(self._text, at), 0.0)) / 90) % 4

    def _is_bold(self, at: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._text, at) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(self._text, at, self._name, len(self._name), None)
        return b"bold" in self._name.value.lower()

    def _word(self, run: list[str], first: int, last: int) -> PdfWord:
        style = self._style_at(first)
        left, right = self._edges(first, style.turn), self._edges(last, style.turn)
        text = "".join(run)
        if RTL.search(text):
            text = self._as_read(run, first, style.turn)
        elif run[-1] in MARKS and self._style_at(last).size < _RAISED * style.size:
            text = text.rstrip(MARKS) or text
        return PdfWord(
            text.translate(_LIGATURES),
            min(left[0], right[0]),
            style.baseline - _BELOW * style.size,
            max(left[1], right[1]),
            style.baseline + _ABOVE * style.size,
            style.is_bold,
        )

    def _style_at(self, at: int) -> _Style:
        """Return what a character looks like; all those of one text object look alike."""
        drawn = ctypes.cast(pdfium.FPDFText_GetTextObject(self._text, at), ctypes.c_void_p).value
        if drawn is None or drawn != self._drawn:
            self._drawn = drawn
            turn = self._turn(at)
            self._style = _Style(turn, self._size(at), self._baseline(at, turn), self._is_bold(at))
        return self._style

    def _as_read(self, run: list[str], first: int, turn: int) -> str:
        """Return a word that is written to the left, from its right end; numbers in it go to the right.

        pdfium turns some such words round and others not.
        """
        places = [self._edges(first + i, turn)[0] for i in range(len(run))]
        letters = list(zip(places, run, strict=True))
        if sum(after > before for before, after in pairwise(places)) > len(run) / 2:
            letters.reverse()  # what one glyph stands for as well
        letters.sort(key=lambda letter: -letter[0])
        return _NUMBERS.sub(lambda number: number[0][::-1], "".join(char for _, char in letters))

    def _size(self, at: int) -> float:
        """Return how large a character is, in points."""
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text, at, matrix)
        return float(pdfium.FPDFText_GetFontSize(self._text, at) * math.hypot(matrix.c, matrix.d))

    def _baseline(self, at: int, turn: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, at, x, y)
        return (y.value, -x.value, -y.value, x.value)[turn]

    def _edges(self, at: int, turn: int) -> tuple[float, float]:
        """Return where a character starts and stops, as if its line were level."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._text, at, box)
        return (
            (box.left, box.right),
            (box.bottom, box.top),
            (-box.right, -box.left),
            (-box.top, -box.bottom),
        )[turn]
