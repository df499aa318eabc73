"""Books built in a line: EPUB 2 and 3, DAISY 2.02 and 3, as zip files or in folders."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

from tests.unit.sources.opened import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from briefing.model import Document

Files = dict[str, str | bytes]
CONTAINER: Final = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def page(body: str, language: str = "en") -> str:
    """Return a page of XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{language}">'
        f"<head><title>Not read</title></head><body>{body}</body></html>"
    )


def overlay(*pars: tuple[str, str]) -> str:
    """Return a media overlay: the source of each text, and its sound or sounds as XML."""
    inside = "".join(f'<par><text src="{source}"/>{sound}</par>' for source, sound in pars)
    return f'<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body>{inside}</body></smil>'


def audio(source: str, begin: str, end: str) -> str:
    """Return a part of a sound file, as EPUB 3 and DAISY 3 write it."""
    return f'<audio src="{source}" clipBegin="{begin}" clipEnd="{end}"/>'


def epub(
    *bodies: str,
    title: str = "A Book",
    metadata: str = "",
    manifest: str = "",
    spine: Sequence[str] = (),
    overlays: Mapping[int, str] | None = None,
    nav: str = "",
    files: Mapping[str, str | bytes] | None = None,
) -> Files:
    """Return the files of an EPUB 3 whose chapters have these bodies.

    Args:
        bodies: Of its chapters, `EPUB/c1.xhtml` and so on.
        title: As its package tells it; empty for none.
        metadata: What else that tells.
        manifest: Further items.
        spine: Attributes of each place in the order; as the chapters stand where none are given.
        overlays: By chapter, from 1 on: its overlay, beside it.
        nav: The body of its navigation document, beside the chapters.
        files: What else is in it, over what is there.
    """
    told = overlays or {}
    items = [
        f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"'
        + (f' media-overlay="o{i}"/>' if i in told else "/>")
        for i in range(1, len(bodies) + 1)
    ]
    items += [f'<item id="o{i}" href="o{i}.smil" media-type="application/smil+xml"/>' for i in told]
    if nav:
        items.append('<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>')
    order = spine or [f'idref="c{i}"' for i in range(1, len(bodies) + 1)]
    named = f"<dc:title>{title}</dc:title>" if title else ""
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
        ' unique-identifier="u"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{named}<dc:language>en</dc:language>{metadata}</metadata><manifest>{''.join(items)}{manifest}"
        f"</manifest><spine>{''.join(f'<itemref {each}/>' for each in order)}</spine></package>"
    )
    made: Files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format(path="EPUB/package.opf"),
        "EPUB/package.opf": package,
    }
    made |= {f"EPUB/c{i}.xhtml": page(body) for i, body in enumerate(bodies, 1)}
    made |= {f"EPUB/o{i}.smil": smil for i, smil in told.items()}
    if nav:
        made["EPUB/nav.xhtml"] = page(nav)
    return made | dict(files or {})


def daisy3(dtbook: str, *smil: str, ncx: str = "", files: Mapping[str, str | bytes] | None = None) -> Files:
    """Return the files of a DAISY 3 book: the inside of its text `book.xml`, and its `m1.smil` and so on."""
    items = "".join(
        f'<item id="m{i}" href="m{i}.smil" media-type="application/smil"/>' for i in range(1, len(smil) + 1)
    )
    order = "".join(f'<itemref idref="m{i}"/>' for i in range(1, len(smil) + 1))
    package = (
        '<?xml version="1.0"?><!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN"'
        ' "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd">'
        '<package xmlns="http://openebook.org/namespaces/oeb-package/1.0/" unique-identifier="u"><metadata>'
        '<dc-metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:Title>A Book</dc:Title>'
        "<dc:Language>en</dc:Language></dc-metadata></metadata><manifest>"
        '<item id="b" href="book.xml" media-type="application/x-dtbook+xml"/>'
        '<item id="n" href="nav.ncx" media-type="application/x-dtbncx+xml"/>'
        f"{items}</manifest><spine>{order}</spine></package>"
    )
    text = (
        '<?xml version="1.0"?><!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN"'
        ' "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd">'
        '<dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-3" xml:lang="en">'
        f"<head/><book>{dtbook}</book></dtbook>"
    )
    made: Files = {"book.opf": package, "book.xml": text}
    made |= {f"m{i}.smil": each for i, each in enumerate(smil, 1)}
    if ncx:
        made["nav.ncx"] = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">{ncx}</ncx>'
    return made | dict(files or {})


def daisy202(
    ncc: str,
    smil: Mapping[str, str],
    texts: Mapping[str, str],
    files: Mapping[str, str | bytes] | None = None,
) -> Files:
    """Return the files of a DAISY 2.02 book: the body of its `ncc.html`, the bodies of the others."""
    head = (
        '<head><title>A Book</title><meta name="dc:title" content="A Book"/>'
        '<meta name="dc:format" content="Daisy 2.02"/><meta name="dc:language" content="en"/></head>'
    )
    made: Files = {"ncc.html": f"<html>{head}<body>{ncc}</body></html>"}
    made |= {name: f"<smil><body>{body}</body></smil>" for name, body in smil.items()}
    made |= {name: page(body) for name, body in texts.items()}
    return made | dict(files or {})


def an_epub() -> Files:
    """Return a book of bread."""
    nav = '<nav epub:type="toc"><ol><li><a href="c1.xhtml#h">On rye</a></li></ol></nav>'
    return epub('<h1 id="h">Rye</h1><p>Mix it with water.</p>', nav=nav)


def a_daisy_3() -> Files:
    """Return the same book."""
    text = '<bodymatter><level1><h1 id="a">Rye</h1><p id="b">Mix it with water.</p></level1></bodymatter>'
    smil = overlay(("book.xml#a", audio("1.mp3", "0s", "1s")), ("book.xml#b", audio("1.mp3", "1s", "2s")))
    point = '<navPoint><navLabel><text>On rye</text></navLabel><content src="m1.smil#p"/></navPoint>'
    named = smil.replace("<par>", '<par id="p">', 1)
    return daisy3(text, named, ncx=f"<navMap>{point}</navMap>", files={"1.mp3": b"sound"})


def a_daisy_202() -> Files:
    """Return the same book."""
    pars = "".join(
        f'<par id="p{i}"><text src="c.html#t{i}"/>'
        f'<seq><audio src="1.mp3" clip-begin="npt={i}.0s" clip-end="npt={i + 1}.0s"/></seq></par>'
        for i in range(2)
    )
    return daisy202(
        '<h1><a href="s.smil#p0">On rye</a></h1>',
        {"s.smil": f"<seq>{pars}</seq>"},
        {"c.html": '<h1 id="t0"><a href="s.smil#p0">Rye</a></h1><p id="t1">Mix it with water.</p>'},
        {"1.mp3": b"sound"},
    )


KINDS: Final[dict[str, Callable[[], Files]]] = {
    "EPUB": an_epub,
    "DAISY 3": a_daisy_3,
    "DAISY 2.02": a_daisy_202,
}
"""The same book, of every kind."""


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a book as one file, and return where that is."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in files.items():
            book.writestr(name, data)
    return path


def unpacked(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a book into a folder, and return that."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def read(folder: Path, files: Mapping[str, str | bytes]) -> Document:
    """Return the document of a book in one file."""
    return opened(zipped(folder / "book.epub", files)).document


def told(document: Document) -> list[tuple[str, str]]:
    """Return the kind and the text of each block."""
    return [(str(block.kind), block.span.of(document.text)) for block in document.blocks]
