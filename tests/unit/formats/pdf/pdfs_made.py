"""PDFs to read in tests: pages of lines at their places, in Helvetica."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH: Final = 612
HEIGHT: Final = 792
LOCK: Final = (
    f"/Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{'a1' * 32}> /U <{'b2' * 32}>"  # no password opens it
)


class Put(NamedTuple):
    """A line and where it stands, in points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float = 11
    is_bold: bool = False


def column(lines: Sequence[str], x: float = 72, top: float = 700, size: float = 11) -> list[Put]:
    """Return lines below each other, as a paragraph has them; an empty one is a gap."""
    return [Put(line, x, top - 1.2 * size * i, size) for i, line in enumerate(lines) if line]


def pdf(
    *pages: Sequence[Put], about: Mapping[str, str] | None = None, lock: str = "", catalog: str = ""
) -> bytes:
    """Return a PDF with these pages."""
    objects = [
        "",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {' '.join(f'/{name} ({value})' for name, value in (about or {}).items())} >>",
        f"<< {lock} >>",
    ]
    kids = []
    for page in pages:
        drawn = "".join(_drawn(put) for put in page)
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return written(objects, "/Encrypt 6 0 R /ID [<00> <00>]" if lock else "")


def _drawn(put: Put) -> str:
    text = put.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{1 + put.is_bold} {put.size} Tf 1 0 0 1 {put.x} {put.y} Tm ({text}) Tj ET\n"


def written(objects: Sequence[str], trailer: str) -> bytes:
    """Return a file of these objects: the first is its catalog, the fifth what it says of itself."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R {trailer} >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode()
