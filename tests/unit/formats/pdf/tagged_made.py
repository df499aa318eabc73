"""Tagged PDFs to read in tests: elements one within the other, whose text stands on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from tests.unit.formats.pdf.pdfs_made import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kid: TypeAlias = "Element | str"
_FONT: Final = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_TOP: Final = 740
_LEADING: Final = 20
OVERLEAF: Final = "\f"
"""In place of a text: what follows stands on the next page."""


class Element:
    """An element of a PDF's structure, with what is in it."""

    def __init__(self, kind: str, *kids: Kid, alt: str = "", lang: str = "") -> None:
        self.kind = kind
        self.kids = kids
        self.said = "".join(f" /{name} ({value})" for name, value in (("Alt", alt), ("Lang", lang)) if value)


def tagged(
    root: Element, *, producer: str = "Skia/PDF m120", title: str = "", decoration: Sequence[str] = ()
) -> bytes:
    """Return a PDF with these tags.

    Args:
        root: What all others are in.
        producer: What wrote it.
        title: What its metadata call it.
        decoration: Lines at the foot of the first page that are in no element.
    """
    return _Writer(producer, title, decoration).file(root)


class _Writer:
    def __init__(self, producer: str, title: str, decoration: Sequence[str]) -> None:
        about = f"<< /Producer ({producer}) /Title ({title}) >>"
        self._objects = ["", "", _FONT, "", about, "<< >>"]
        """Catalog, pages, font, root of the structure, what it says of itself, and no lock."""
        self._decoration = decoration
        self._drawn: list[list[str]] = [[]]
        self._holders: list[list[int]] = [[]]

    def file(self, root: Element) -> bytes:
        first = self._add(root, 4)
        for place, line in enumerate(self._decoration):
            self._drawn[0].append(self._shown(line, 60 - 12 * place))
        pages = [self._page(number) for number in range(len(self._drawn))]
        for number in {holder for holders in self._holders for holder in holders}:
            self._objects[number - 1] = self._placed(self._objects[number - 1], pages)
        parents = " ".join(
            f"{number} [{' '.join(f'{holder} 0 R' for holder in holders)}]"
            for number, holders in enumerate(self._holders)
        )
        self._objects[0] = (
            "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R /MarkInfo << /Marked true >> >>"
        )
        self._objects[1] = (
            f"<< /Type /Pages /Kids [{' '.join(f'{page} 0 R' for page in pages)}] /Count {len(pages)} >>"
        )
        self._objects[3] = f"<< /Type /StructTreeRoot /K [{first} 0 R] /ParentTree << /Nums [{parents}] >> >>"
        return written(self._objects, "")

    def _add(self, element: Element, parent: int) -> int:
        self._objects.append("")
        own = len(self._objects)
        kids = " ".join(self._kids(element, own))
        self._objects[own - 1] = (
            f"<< /Type /StructElem /S /{element.kind}{element.said} /P {parent} 0 R /K [{kids}] >>"
        )
        return own

    def _kids(self, element: Element, own: int) -> Iterator[str]:
        if not element.kids:  # a picture is drawn, too
            yield self._mark("", own)
        for kid in element.kids:
            if isinstance(kid, Element):
                yield f"{self._add(kid, own)} 0 R"
            elif kid == OVERLEAF:
                self._drawn.append([])
                self._holders.append([])
            else:
                yield self._mark(kid, own)

    def _mark(self, text: str, own: int) -> str:
        drawn, holders = self._drawn[-1], self._holders[-1]
        content = len(holders)
        holders.append(own)
        y = _TOP - _LEADING * len(drawn)
        drawn.append(f"/P << /MCID {content} >> BDC\n{self._shown(text, y)}EMC\n")
        return f"<< /Type /MCR /Pg PAGE{len(self._drawn) - 1} /MCID {content} >>"

    @staticmethod
    def _shown(text: str, y: int) -> str:
        return f"BT /F1 11 Tf 1 0 0 1 72 {y} Tm ({text}) Tj ET\n" if text else f"72 {y} 40 9 re f\n"

    def _page(self, number: int) -> int:
        drawn = "".join(self._drawn[number])
        self._objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        self._objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(self._objects)} 0 R"
            f" /StructParents {number} /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        return len(self._objects)

    @staticmethod
    def _placed(source: str, pages: Sequence[int]) -> str:
        for number in reversed(range(len(pages))):
            source = source.replace(f"PAGE{number} ", f"{pages[number]} 0 R ")
        return source
