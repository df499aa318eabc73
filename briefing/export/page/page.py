"""The page: text, sound, style and script in one file."""

from __future__ import annotations

import base64
from typing import IO, TYPE_CHECKING, Final

from briefing.export.inline import language_of, xml_text
from briefing.export.marking import marked_sentences
from briefing.export.markup import Dress, PagePicture, markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.publication import Publication, PublishedPicture

_READ_BYTES: Final = 3 << 16
"""Of three bytes base64 makes four letters, so that parts of such a length may follow one another."""


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write the page: see `registry.Export.write`."""
    document = publication.document

    def put(text: str) -> None:
        file.write(text.encode())

    pictures = {number: _embedded(picture) for number, picture in publication.pictures.items()}
    put("<!DOCTYPE html>\n")
    put(f'<html {language_of(document.language or "en")}>\n<head>\n<meta charset="utf-8"/>\n')
    put(f"<title>{xml_text(document.title)}</title>\n</head>\n<body>\n<main>\n")
    sentences = marked_sentences(document, publication.words)
    for line in markup(document, sentences, Dress(pictures, is_interactive=True)):
        put(line.text + "\n")
    put("</main>\n")
    if publication.sound is not None:
        put(f'<audio controls="controls" src="data:{publication.sound.kind.media_type};base64,')
        with publication.sound.path.open("rb") as sound:
            while part := sound.read(_READ_BYTES):
                file.write(base64.b64encode(part))
        put('"></audio>\n')
    put("</body>\n</html>\n")
    on_progress(1.0)


def _embedded(picture: PublishedPicture) -> PagePicture:
    data = base64.b64encode(picture.data).decode()
    return PagePicture(f"data:{picture.media_type};base64,{data}", picture.width, picture.height)
