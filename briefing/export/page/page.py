"""The page: text, sound, style and script in one file."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Final

from briefing.export.inline import root_of, xml_text
from briefing.export.marking import marked_sentences
from briefing.export.markup import Dress, PagePicture, markup
from briefing.formats.own_classes import META
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.publication import Publication, PublishedPicture, PublishedSound

_READ_BYTES: Final = 3 << 16
"""Of three bytes base64 makes four letters, so that parts of such a length may follow one another."""
_SIZES: Final = ("XS", "SM", "MD", "LG")
_KEYS: Final = (
    ("Space", "play or pause"),
    ("Left, Right, comma, full stop", "5 seconds back or on; with Shift and an arrow, 30"),
    ("Up, Down, K, J", "sentence before or after"),
    ("[ ]", "paragraph before or after"),
    ("Home, End, 0 to 9", "start, end, a tenth of it"),
    ("Tab to the text, arrows, Enter", "walk by words and sentences, play from there"),
    ("R", "the sentence again"),
    ("&lt; &gt; =", "slower, faster, usual speed"),
    ("+ -", "larger, smaller text"),
    ("( ) M", "quieter, louder, sound off"),
    ("H", "light: word, sentence, off"),
    ("F", "the text follows, or stands still"),
    ("T", "theme: that of the system, light, dark"),
    ("I", "where am I"),
    ("?", "these keys"),
)


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write the page: see `registry.Export.write`."""
    document, sound = publication.document, publication.sound

    def put(*lines: str) -> None:
        file.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))

    script = own_text("script.js") if sound is not None else ""
    length = f' data-length="{sound.length_s:.3f}"' if sound is not None else ""
    put(
        "<!DOCTYPE html>",
        f'<html {root_of(document)} data-id="{document.id}"{length}>',
        "<head>",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}"/>',
        META,
        *(f'<meta name="author" content="{xml_text(each)}"/>' for each in document.authors),
        *([f'<meta name="date" content="{xml_text(document.published)}"/>'] if document.published else []),
        f"<title>{xml_text(document.title) or 'Untitled'}</title>",
        f"<style>\n{own_text('style.css')}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#text">Skip to the text</a>',
    )
    if sound is not None:
        put('<a class="skip" href="#player">Skip to the player</a>')
    put('<main id="text" tabindex="-1">')
    if document.first(BlockKind.TITLE) is None:
        put(f'<h1 class="unseen">{xml_text(document.title) or "Untitled"}</h1>')
    pictures = {number: embedded(picture) for number, picture in publication.pictures.items()}
    dress = Dress(pictures, is_interactive=sound is not None)
    sentences = marked_sentences(document, publication.words, by_words=publication.lights_words)
    for line in markup(document, sentences, dress):
        put(line.text)
    put("</main>")
    if sound is not None:
        _put_player(sound, file, put)
        put(f"<script>{script}</script>")
    put("</body>", "</html>")
    on_progress(1.0)


def _put_player(sound: PublishedSound, file: IO[bytes], put: Callable[..., None]) -> None:
    """Write what plays: the browser's own control, which is all there is without a script, and ours."""
    put('<section id="player" aria-label="Player" tabindex="-1">')
    file.write(
        f'<audio controls="controls" preload="auto" src="data:{sound.kind.media_type};base64,'.encode()
    )
    with sound.path.open("rb") as data:
        while part := data.read(_READ_BYTES):
            file.write(base64.b64encode(part))
    sizes = "".join(
        f'<button type="button" data-size-is="{size.lower()}" aria-pressed="false">{size}</button>'
        for size in _SIZES
    )
    keys = "".join(f"<dt>{key}</dt><dd>{what}</dd>" for key, what in _KEYS)
    put(
        '"></audio>',
        '<div class="controls">',
        '<div><button type="button" id="play">Play</button>'
        '<button type="button" id="back">Back 5 seconds</button>'
        '<button type="button" id="on">On 5 seconds</button><span id="time"></span></div>',
        '<div role="group" aria-label="Speed"><button type="button" id="slower">Slower</button>'
        '<span id="speed">1×</span><button type="button" id="faster">Faster</button></div>',
        f'<div role="group" aria-label="Text size">{sizes}</div>',
        "</div>",
        f'<details id="keys"><summary>Keys</summary><dl>{keys}</dl></details>',
        '<p id="said" class="unseen" role="status"></p>',
        "</section>",
    )


def own_text(name: str) -> str:
    """Return a file of this package."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def policy(script: str) -> str:
    """Return what the page may do: nothing but run its own script, and show and play what is in it."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    runs = f"script-src 'sha256-{digest}'; " if script else ""
    rest = "style-src 'unsafe-inline'; img-src data:; media-src data:; base-uri 'none'"
    return f"default-src 'none'; {runs}{rest}"


def embedded(picture: PublishedPicture) -> PagePicture:
    """Return a picture as it stands in a page that holds it itself."""
    data = base64.b64encode(picture.data).decode()
    return PagePicture(f"data:{picture.media_type};base64,{data}", picture.width, picture.height)
