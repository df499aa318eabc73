"""Odd briefings go out whole as every kind of file, or with a sentence that says why not."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from typing import TYPE_CHECKING, Final

import pytest
from lxml import etree

from briefing.errors import BriefingError
from briefing.export.registry import EXPORTS
from briefing.formats.publication import Publication, PublishedSound, SoundKind
from briefing.model import BlockKind, Cue, Span
from briefing.timeline import Timeline
from tests.builders import make_document

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.export.registry import Export
    from briefing.model import Document

MEANT: Final = (
    "<b>&amp; ]]> --> <!-- \"q\" 'a' {\\b1} {\\rtf \\par } { [00:01.00] <00:00:01.000> #h *e* _u_ `c` [l](x) "
    "![i](y) | ~ ^ $ % NOTE &lt; &#x41; <v Bob> <c.red> \u2028 \u200b \xad \ufeff \u202e"
)
"""What XML, VTT, LRC, RTF, BRF or Markdown give a meaning."""
WRITTEN: Final = [each for each in EXPORTS if not each.is_sound]


def timed(document: Document, every_ms: int = 100, length_ms: int = 80) -> Publication:
    words = re.finditer(r"\w+", document.text)
    cues = [
        Cue(Span(*word.span()), at * every_ms, at * every_ms + length_ms) for at, word in enumerate(words)
    ]
    return Publication(document, Timeline(1000, every_ms * (len(cues) + 1), cues))


def document_of(words: int) -> Document:
    return make_document(*["The bridge opened again on Monday."] * (words // 6), title="News")


ODD: Final = {
    "what formats give a meaning": timed(make_document(MEANT, f"It said {MEANT} again.", title=MEANT)),
    "right to left": timed(make_document("فتح الجسر اليوم. שלום עולם 12:30.", title="الجسر", language="ar")),
    "one word": timed(make_document("Rain")),
    "no words": timed(make_document("— … !", title="…")),
    "no times": Publication(make_document("It rained.", title="News")),
    "words of no length": timed(make_document("It rained all day."), 1, 0),
    "all words at once": timed(make_document("It rained all day."), 0, 0),
    "empty headings": timed(make_document("It rained.", blocks=[(BlockKind.HEADING, " ")])),
    "a paragraph of one long word": timed(make_document("x" * 20_000)),
}


def written(export: Export, publication: Publication, tmp_path: Path) -> bytes | None:
    """Return what is written; None where a sentence says why nothing is."""
    sound = tmp_path / "sound"
    sound.write_bytes(b"\xff\xfb" + bytes(2000))
    if export.sounds:
        publication = publication._replace(sound=PublishedSound(sound, SoundKind.MP3, 60.0))
    file = io.BytesIO()
    try:
        export.write(publication, file, lambda _share: None)
    except BriefingError as error:
        said = str(error)
    else:
        return file.getvalue()
    assert said.endswith(".")
    return None


def check_form(data: bytes, suffix: str) -> None:
    """Look whether a file has the form of its kind."""
    if suffix in (".epub", ".daisy.zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for name in book.namelist():
                if name.endswith((".xhtml", ".html", ".opf", ".smil", ".xml")):
                    etree.fromstring(book.read(name))
        return
    if suffix in (".apkg", ".study.zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            if suffix == ".apkg":
                json.loads(package.read("media"))
                return
            data = package.read("sentences.csv")
    text = data.decode("utf-8")
    assert not re.search("[\0-\x08\x0e-\x1f\x7f\ud800-\udfff]", text.replace("\f", ""))
    if suffix in (".ttml", ".smil"):
        etree.fromstring(data)
    elif suffix.endswith(".json"):
        json.loads(text)
    elif suffix == ".rtf":
        bare = re.sub(r"\\[\\{}]", "", text)
        assert text.isascii()
        assert bare.count("{") == bare.count("}")
    elif suffix == ".brf":
        assert text.isascii()


@pytest.mark.parametrize("what", ODD)
@pytest.mark.parametrize("export", WRITTEN, ids=[each.name for each in WRITTEN])
def test_an_odd_briefing_has_the_form_of_its_kind_or_a_sentence(
    export: Export, what: str, tmp_path: Path
) -> None:
    data = written(export, ODD[what], tmp_path)
    if data is not None:
        check_form(data, export.suffix)


MANY: Final = 8
LINEAR: Final = 3.0
"""So many times more than in proportion it may take, on a machine that is busy; quadratic would be 8."""


@pytest.mark.parametrize("export", WRITTEN, ids=[each.name for each in WRITTEN])
def test_a_text_that_is_longer_takes_longer_in_proportion(export: Export, tmp_path: Path) -> None:
    """With a million words, what grows faster would take hours."""
    few, many = timed(document_of(900)), timed(document_of(900 * MANY))

    def spent_s(publication: Publication) -> float:
        began_s = time.process_time()
        written(export, publication, tmp_path)
        return time.process_time() - began_s

    # The least of a few: what else a process does at times, such as collecting garbage, is none of this.
    least_s = max(min(spent_s(few) for _ in range(3)), 0.005)
    assert min(spent_s(many) for _ in range(2)) <= MANY * LINEAR * least_s
