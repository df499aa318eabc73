"""A page for paper, in large print: what a browser prints, or saves as a PDF with its structure.

After "Clear print" (RNIB, UK Association for Accessible Formats) and APH's guidelines for large print: 18
points and more, headings, notes and numbers of pages included; no serifs, italics, capitals or hyphens for
their own sake; lines one and a half apart that begin at one edge, none over 60 letters long; black on white.
A heading stays with its text. Paper follows no links, so each has a number, and its address stands at the
end. A picture has its description below it, for those who see that it is there, and not what it shows.

It is one size: a browser scales what it prints.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Final

from briefing.export.inline import root_of, xml_text
from briefing.export.marking import marked_sentences
from briefing.export.markup import Dress, markup
from briefing.export.page.page import embedded, own_text, policy
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.publication import Publication

_LINK: Final = re.compile(r'<a href="([^"]*)">([^<]*)(?:<(?!/?a[ >])[^<]*)*</a>')
_PICTURE: Final = re.compile(r'<img src="[^"]*" alt="([^"]+)"[^<>]*>')
_ADDRESSES: Final = "Addresses of links"


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write the page: see `registry.Export.write`."""
    document = publication.document

    def put(*lines: str) -> None:
        file.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))

    title = xml_text(document.title) or "Untitled"
    put(
        "<!DOCTYPE html>",
        f"<html {root_of(document)}>",
        "<head>",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{policy("")}"/>',
        f"<title>{title}</title>",
        f"<style>\n{own_text('printed.css')}</style>",
        "</head>",
        "<body>",
        "<main>",
    )
    if document.first(BlockKind.TITLE) is None:
        put(f"<h1>{title}</h1>")
    pictures = {number: embedded(picture) for number, picture in publication.pictures.items()}
    numbers: dict[str, int] = {}
    for line in markup(document, marked_sentences(document, None), Dress(pictures)):
        put(_PICTURE.sub(_described, _LINK.sub(lambda link: _numbered(link, numbers), line.text)))
    if numbers:
        language = 'lang="en" xml:lang="en" dir="ltr"'  # addresses run from left to right in any text
        put(f'<section class="addresses" {language}><h2>{_ADDRESSES}</h2>', "<ol>")
        put(*(f'<li><a href="{address}">{address}</a></li>' for address in numbers))
        put("</ol></section>")
    put("</main>", "</body>", "</html>")
    on_progress(1.0)


def _numbered(link: re.Match[str], numbers: dict[str, int]) -> str:
    """Return a link with the number under which its address stands at the end, unless it is the text."""
    address, text = link[1], link[2]
    if text.strip() in (address, address.partition(":")[2].strip("/")):
        return link[0]
    return f"{link[0]}\N{NO-BREAK SPACE}[{numbers.setdefault(address, len(numbers) + 1)}]"


def _described(picture: re.Match[str]) -> str:
    """Return a picture with its description; what reads the page aloud has that already."""
    return f'{picture[0]}<p class="alt" aria-hidden="true">{picture[1]}</p>'
