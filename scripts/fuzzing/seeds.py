"""Small files of every format: written by our own writers, and by hand where there is none."""

from __future__ import annotations

import plistlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from briefing.audio.media import probe_answer
from briefing.blocks import Block, BlockKind, Span
from briefing.bundles.archive import Archive
from briefing.formats.about import encoded
from briefing.formats.books.answer import pack as pack_book
from briefing.formats.books.reader import read as read_book
from briefing.formats.feeds import answer as feeds_answer
from briefing.formats.feeds.reader import read as read_feed
from briefing.formats.pages.html.answer import pack
from briefing.formats.pages.html.reader import read as read_page
from briefing.formats.publication import Publication
from briefing.formats.registry import FORMATS, RECORDING
from briefing.model import BLOCK_GAP, Cue, Document
from briefing.ports.media import MediaInfo, TextTrack, TimedText
from briefing.timeline import Timeline
from fuzzing.sounds import recordings
from tests.unit.formats.books.books_made import KINDS, audio, epub, overlay
from tests.unit.formats.feeds.feeds_made import ATOM, JSON, OPML, RDF, RSS
from tests.unit.formats.pdf.pdfs_made import LOCK, Put, column, pdf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
<figcaption>Cars on it</figcaption></figure><p>The old bridge of 1901 had been closed since a barge ran into its middle pier,
and the town went round by the ferry, which took an hour.</p><p>“We had to get up at five,” says Mira Sand, who teaches on the
other bank, “and on some days there was no boat at all.”</p><h2>Next</h2><p>The council wants a second bridge before the end of
the year, the mayor said, though nobody knows yet what it will cost.</p><ul><li>Rails</li><li lang="ru">Мост</li></ul><table><tr><th>Day
<th>Cars<tr><td>Monday<td>300</table><blockquote>We are glad that it is over.</blockquote><audio src="a.mp3"><track
kind="captions" src="a.vtt" srclang="en"></audio><div class="footnotes"><p id="n1">Of 1901.</p></div></article></body></html>"""
_BARE_PAGE: Final = """<html dir="rtl" lang="fa"><title>پل</title><body><h1>پل</h1><font size=2>پل باز است و خودروها از آن می‌گذرند.<br>
<br>همه خوشحالند، می‌گوید مردی که کنار آن زندگی می‌کند و هر روز از آن به سر کار می‌رود.<br><br>پل قدیمی پس از برخورد یک کشتی بسته شده بود و مردم شهر
با قایق از رودخانه می‌گذشتند که یک ساعت طول می‌کشید.<br></font><div class="player" data-src="a.mp3" data-duration="228">
<p>No media source currently available</p></div><dl><dt>پل<dd>راهی بر آب</dl><iframe src="https://example.org/e"></iframe>
<pre>00:00 Mira: پل\n00:05 Jon: باز است</pre><svg><title>x</title></svg><noscript><img src=c.jpg></noscript></body></html>"""
_MHTML: Final = """From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/a
Subject: =?utf-8?Q?The=20bridge?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; start="<one@x>"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-ID: <one@x>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/a

<html><head><title>The bridge</title></head><body><h1>The bridge</h1><p>After three weeks the bridge over the=
 Lenn is open =E2=80=94 cars cross it one by one=2E</p><p>The old bridge of 1901 had been closed since a barge ran into=
 its middle pier, and the town went round by the ferry, which took an hour=2E</p><p>The council wants a second=
 bridge before the end of the year, the mayor said=2E</p><img src=3D"cid:two@x" alt=3DCars></body></html>

--b
Content-Type: image/png
Content-ID: <two@x>
Content-Transfer-Encoding: base64

iVBORw0KGgo=

--b--
"""
_WEB_ARCHIVE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>
PGgxPlRoZSBicmlkZ2U8L2gxPjxwPkFmdGVyIHRocmVlIHdlZWtzIHRoZSBicmlkZ2Ugb3ZlciB0aGUgTGVubiBpcyBvcGVuLjwvcD48cD5UaG
Ugb2xkIG9uZSBoYWQgYmVlbiBjbG9zZWQgc2luY2UgYSBiYXJnZSByYW4gaW50byBpdHMgcGllciwgYW5kIHRoZSB0b3duIHdlbnQgcm91bmQg
YnkgdGhlIGZlcnJ5LjwvcD48cD5UaGUgY291bmNpbCB3YW50cyBhIHNlY29uZCBvbmUsIHRoZSBtYXlvciBzYWlkLCBiZWZvcmUgdGhlIGVuZC
BvZiB0aGUgeWVhci48L3A+
</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceTextEncodingName</key><string>UTF-8</string>
<key>WebResourceURL</key><string>https://example.org/a</string></dict><key>WebSubresources</key><array><dict/></array>
</dict></plist>
"""
_WRITTEN_BY_HAND: Final = {
    "refused": ["%!PS-Adobe-3.0\n", "{\\rtf1\\ansi The bridge}", "PK\x03\x04\x14\x00\x06\x00", "\x1f\x8b\x08"],
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
    "pages.html.page": [_PAGE, _BARE_PAGE],
    "pages.html.mhtml": [_MHTML],
    "pages.html.webarchive": [_WEB_ARCHIVE],
    "clipboard": [
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\nEndFragment:0000000280\r\n"
        "SourceURL:https://example.org/a\r\n<html><body><!--StartFragment--><h1>The bridge</h1><p>After three weeks the"
        " bridge over the Lenn is open again, and cars cross it.</p><p>The old one had been closed since a barge ran into its"
        " pier, and the town went round by the ferry.</p><p>The council wants a second one, the mayor said, before the end of the year.</p><!--EndFragment--></body></html>"
    ],
    "pages.copied": [
        "Skip to main content\nMenu\nShare\nThe bridge opens again\nJanuary 2, 2026\n\nNo media source currently available\n"
        "0:00 0:03:48\n\nAfter three weeks the bridge over the Lenn is open again, and the cars cross it one by one.\n\n"
        "“We are glad that it is over,” says Mira Sand, who lives beside the bridge and has not slept.\n\nRelated\nRead more\n"
    ],
    "markdown": [
        "---\ntitle: \"The bridge\"\nauthors: [Mira Sand, 'Jon']\nsummary: >-\n  After three weeks\n  it is open.\n"
        "date: 2026-01-02 # Friday\naudio: a.mp3\nduration: PT3M48S\ntags:\n- one\n- two\n---\n\n# The bridge\n\n![Cars](b.jpg"
        ' "Cars on it")\n\n> We are *glad*[^1].\n\n1. [one](https://example.org)\n   - two\n\n| Day | Cars |\n|---|---|\n| Mon | 300 |'
        "\n\n[^1]: Of 1901.\n\n```\ncode\n```\n<b>bold</b>\n"
    ],
    "plain": ["The bridge opens again\n\nAfter three weeks it is open.\n\n* one\n* two\n"],
}  # fmt: skip
BOOKS: Final = {kind: make() for kind, make in KINDS.items()}
FIRST_FILES: Final = ("EPUB/package.opf", "book.opf", "ncc.html")
"""What tells of the other files of each of them."""
_CHAPTER: Final = """<h1 id="h">The <em xml:lang="fr">pont</em></h1><p id="p">It opens<a epub:type="noteref" href="#n">1</a>
again &mdash; &hellip;<span epub:type="pagebreak" id="g" title="7"/>. <ruby>橋<rt>hashi</rt></ruby></p><table><tr><th>Day</th></tr><tr>
<td>1</td><td>2</td></tr></table><figure><img src="a.png" alt="Cars"/><figcaption>Cars on it</figcaption></figure><math alttext="x"/>
<svg><title>A</title><text>b</text></svg><aside id="n" epub:type="footnote">Of 1901.</aside><ul><li>One<ol><li>two</li></ol></li></ul>"""
RICH_BOOK: Final = epub(
    _CHAPTER,
    "<p>Apart</p>",
    spine=('idref="c1"', 'idref="c2" linear="no"'),
    metadata='<dc:creator id="m">Mira</dc:creator><meta refines="#m" property="role">aut</meta><meta name="cover" content="i"/>',
    manifest='<item id="i" href="a.png" media-type="image/png"/>',
    overlays={
        1: overlay(
            ("c1.xhtml#h", audio("a.mp3", "0:00:01", "2s")), ("c1.xhtml#p", audio("a.mp3", "2s", "3500ms"))
        )
    },
    nav='<nav epub:type="toc"><ol><li><a href="c1.xhtml#h">A</a><ol><li><a href="c1.xhtml#p">B</a></li></ol></li></ol></nav>',
    files={"EPUB/a.mp3": b"sound", "EPUB/a.png": b"picture"},
)
_INFO: Final = MediaInfo(
    3.5, "The bridge", "Mira Sand", "en", "2026", "[00:01.00]The bridge", None, (TimedText("The", 0.5),),
    (TimedText("After", 0.0, 2.0),), b"\x89PNG", (TextTrack("1\n00:00:00,000 --> 00:00:01,000\nThe bridge\n\n", ".srt", "en"),),
)  # fmt: skip


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
    """Return files of every target, by its name: at least one each."""
    publication = _publication()
    found: dict[str, list[bytes]] = {
        name: [text.encode() for text in texts] for name, texts in _WRITTEN_BY_HAND.items()
    }
    for row in FORMATS:
        if row.about.written and row is not RECORDING:
            found.setdefault(row.module, []).append(encoded(row.write(publication)))
    found["pages.html.webarchive"].append(_binary_archive())
    found["feeds.xml"] = [each.encode() for each in (RSS, ATOM, RDF)]
    found["feeds.json_feed"] = [JSON.encode()]
    found["feeds.opml"] = [OPML.encode()]
    found["feeds.content"] = [
        _PAGE.encode(),
        b"<p>After three weeks <em>it</em> is open.</p><ul><li>Rails</ul>",
    ]
    found["answers.feed"] = [
        feeds_answer.pack(feed) for each in (RSS, JSON) if (feed := read_feed(each.encode(), ""))
    ]
    found["books.zipped"] = list(map(_stored, (*BOOKS.values(), RICH_BOOK)))
    found["books.unpacked"] = [
        encoded(files[name]) for files, name in zip(BOOKS.values(), FIRST_FILES, strict=True)
    ]
    found["answers.book"] = [
        pack_book(read_book(Archive(BytesIO(each), "book"), "book")) for each in found["books.zipped"]
    ]
    found["pdf.format"] = _pdfs()
    found["audio"] = found["tags"] = list(recordings())
    found["answers.page"] = [
        pack(read_page(_PAGE.encode(), "https://example.org/a")),
        pack(read_page(_BARE_PAGE.encode(), "")),
    ]
    found["answers.recording"] = [probe_answer.pack(_INFO).encode()]
    return dict(found)


def _stored(files: Mapping[str, str | bytes]) -> bytes:
    """Return a book in one file that is not packed, so that what is changed in it is its text."""
    file = BytesIO()
    with ZipFile(file, "w") as book:
        for name, data in files.items():
            book.writestr(name, data)
    return file.getvalue()


def _binary_archive() -> bytes:
    resource = {
        "WebResourceData": _PAGE.encode(),
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://example.org/a",
    }
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


def _pdfs() -> list[bytes]:
    lines = ["The bridge over the Lenn is open again.", "", "Cars cross it one by one, and those who live"]
    page = [Put("The bridge opens", 72, 740, 20, is_bold=True), *column([*lines, "beside it are glad."])]
    whole = pdf(
        page, column(lines), about={"Title": "The bridge", "CreationDate": "D:20260102"}, catalog="/Lang (en)"
    )
    return [whole, pdf(page, lock=LOCK)]
