"""Small files of every format: written by our own writers, and by hand where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.blocks import Block, BlockKind, Span
from briefing.formats.about import encoded
from briefing.formats.publication import Publication
from briefing.formats.registry import FORMATS, RECORDING
from briefing.model import BLOCK_GAP, Cue, Document
from briefing.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXTS: Final = (
    (BlockKind.TITLE, "The bridge opens again"),
    (BlockKind.PARAGRAPH, "After three weeks the bridge over the Lenn is open. Cars cross it one by one."),
    (BlockKind.HEADING, "What comes next"),
    (BlockKind.QUOTE, "“We are glad,” says Mira Sand, who lives beside it."),
    (BlockKind.PARAGRAPH, "Мост открыт. 橋は開いている。 الجسر مفتوح."),
)
_PAGE: Final = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bridge | News</title>
<meta property="og:title" content="The bridge"><base href="https://example.org/">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The bridge", "datePublished": "2026-01-02",
"author": [{"name": "Mira Sand"}], "audio": {"contentUrl": "/a.mp3", "duration": "PT3M48S"}}</script></head><body>
<nav><a href="/">Home</a></nav><article class="story"><h1>The bridge</h1><p>After three weeks the bridge over the Lenn
is open again, and the cars cross it one by one.<sup><a href="#n1">1</a></sup></p><figure><img src="b.jpg" alt="Cars">
<figcaption>Cars on it</figcaption></figure><h2>Next</h2><ul><li>Rails</li><li lang="ru">Мост</li></ul><table><tr><th>Day
<th>Cars<tr><td>Monday<td>300</table><blockquote>We are glad that it is over.</blockquote><audio src="a.mp3"><track
kind="captions" src="a.vtt" srclang="en"></audio><div class="footnotes"><p id="n1">Of 1901.</p></div></article></body></html>"""
_WRITTEN_BY_HAND: Final = {
    "refused": ["%PDF-1.7\n1 0 obj"],
    "timed.smil": [
        '<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body><par><text src="a.html#p1"/><audio src="a.mp3"'
        ' clipBegin="0:00:01" clipEnd="0:00:04.5"/></par></body></smil>'
    ],
    "timed.youtube": ['<timedtext format="3"><body><p t="0" d="1500"><s>The</s><s t="300"> bridge</s></p></body></timedtext>'],
    "timed.sami": ["<SAMI><BODY><SYNC Start=0><P Class=ENCC>The bridge<SYNC Start=1500><P>&nbsp;</BODY></SAMI>"],
    "timed.substation": [
        "[Script Info]\nTitle: Bridge\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect,"
        " Text\nDialogue: 0,0:00:01.00,0:00:04.00,Default,Mira,0,0,0,,{\\k20}The {\\k30}bridge\\Nopens\n"
    ],
    "timed.labels": ["0.000000\t1.500000\tThe bridge\n1.500000\t3.000000\topens\n"],
    "timed.tables": ["start\tend\tspeaker\ttext\n0\t1500\tMira\tThe bridge\n1500\t3000\tMira\topens\n"],
    "timed.microdvd": ["{1}{1}25.000\n{0}{50}The bridge|opens\n{50}{100}again\n"],
    "timed.stamped": ["[0:00] Mira: The bridge opens.\n[0:05] Jon: It does.\n\n00:10 Mira\nAgain.\n"],
    "timed.recognised": [
        '{"text": "The bridge", "segments": [{"start": 0.0, "end": 1.5, "text": "The bridge", "words": [{"word": "The",'
        ' "start": 0.0, "end": 0.4, "probability": 0.9}]}], "language": "en"}',
        '{"version": "1.0.0", "segments": [{"speaker": "Mira", "startTime": 0.5, "endTime": 2, "body": "The bridge"}]}',
    ],
    "pages.html.page": [
        _PAGE,
        "From: <Saved by a browser>\nSubject: The bridge\nMIME-Version: 1.0\nContent-Type: multipart/related;"
        ' type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n'
        "Content-Location: https://example.org/a\n\n<html><body><p>The bridge is open=2E</p></body></html>\n\n--b--\n",
    ],
    "pages.copied": [
        "Skip to main content\nMenu\nShare\nThe bridge opens again\nJanuary 2, 2026\n\nNo media source currently available\n"
        "0:00 0:03:48\n\nAfter three weeks the bridge over the Lenn is open again, and the cars cross it one by one.\n\n"
        "“We are glad that it is over,” says Mira Sand, who lives beside the bridge and has not slept.\n\nRelated\nRead more\n"
    ],
    "plain": ["The bridge opens again\n\nAfter three weeks it is open.\n\n* one\n* two\n"],
}  # fmt: skip


def _publication() -> Publication:
    blocks, cues, at = [], [], 0
    for kind, text in _TEXTS:
        blocks.append(Block(kind, Span(at, at + len(text)), 2 if kind is BlockKind.HEADING else 0))
        start = at
        for word in text.split(" "):
            cues.append(Cue(Span(start, start + len(word)), 40 * start, 40 * (start + len(word)), 1.0))
            start += len(word) + 1
        at += len(text) + len(BLOCK_GAP)
    text = BLOCK_GAP.join(text for _, text in _TEXTS)
    return Publication(
        Document("The bridge", text, blocks, language="en"), Timeline(1000, 40 * at, tuple(cues))
    )


def seeds() -> dict[str, Sequence[bytes]]:
    """Return files of every format, by its module's name.

    For recordings only what they begin with, and a page where nobody wrote any.
    """
    publication = _publication()
    found: dict[str, Sequence[bytes]] = {}
    for row in FORMATS:
        by_hand = [text.encode() for text in _WRITTEN_BY_HAND.get(row.module, [])]
        if row is RECORDING:
            by_hand = [
                b"ID3\x04\x00\x00\x00\x00\x00\x0fTIT2\x00\x00\x00\x05\x00\x00\x03Lenn\xff\xfb\x90\x00"
                + bytes(400)
            ]
        elif row.about.written:
            by_hand.append(encoded(row.write(publication)))
        found[row.module] = by_hand or [_PAGE.encode()]
    return found
