"""Feeds with one of everything, and what makes small ones."""

from __future__ import annotations

from typing import Final

NAMESPACES: Final = (
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:podcast="https://podcastindex.org/namespace/1.0"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:psc="http://podlove.org/simple-chapters"'
)
SITE: Final = "https://radio.example.org/"
RSS: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"{NAMESPACES}><channel><title>Lenn &amp; Dale Radio</title><link>{SITE}</link>
<language>en-GB</language><atom:link rel="self" href="{SITE}feed.xml"/>
<podcast:person>Mira Sand</podcast:person>
<item><title>The &lt;em&gt;bridge&lt;/em&gt; opens</title><link>/bridge</link>
<guid isPermaLink="false">b-1</guid>
<pubDate>Wed, 04 Mar 2026 08:00:00 +0200</pubDate><itunes:duration>3:48</itunes:duration>
<category>Breaking</category>
<enclosure url="a.mp3" type="audio/mpeg" length="9"/><podcast:alternateEnclosure type="audio/opus"
bitrate="24000">
<podcast:source uri="low.opus"/></podcast:alternateEnclosure><itunes:image href="/bridge.jpg"/>
<podcast:transcript url="a.html" type="text/html"/><podcast:transcript url="a.vtt" type="text/vtt"
language="en"/>
<podcast:chapters url="a.json" type="application/json+chapters"/><psc:chapters><psc:chapter start="0"
title="Hello"/>
<psc:chapter start="1:03.5" title="The pier"/></psc:chapters><description>Cars cross it.</description>
<content:encoded><![CDATA[<p>After three weeks the bridge is open.</p><p>Cars cross it one by one.</p>]]>
</content:encoded>
</item><item><title>Rails</title><dc:creator>Ole Berg</dc:creator><media:group><media:content url="r.mp4"
medium="video"/><media:content url="r.mp3" medium="audio" duration="61"/></media:group></item></channel>
</rss>"""
ATOM: Final = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"
xml:base="https://radio.example.org/x/">
<title type="html">Br&amp;uuml;cken</title><link rel="self" href="feed.atom"/><link href="/"/>
<updated>2026-03-04T06:00:00Z</updated>
<author><name>Mira Sand</name></author><entry xml:base="e/"><title>Auf</title><id>urn:1</id>
<link href="auf.html"/>
<published>2026-03-04T06:00:00Z</published><link rel="enclosure" type="audio/mpeg" href="auf.mp3"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die <b>Brücke</b> ist offen.</p></div>
</content>
</entry></feed>"""
RDF: Final = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://radio.example.org/">
<title>Old news</title>
<link>https://radio.example.org/</link><dc:language>fr</dc:language></channel>
<item rdf:about="https://radio.example.org/1">
<title>Le pont</title><link>https://radio.example.org/1</link><dc:date>2026-03-04</dc:date></item>
</rdf:RDF>"""
JSON: Final = """{"version": "https://jsonfeed.org/version/1.1", "title": "Lenn Radio", "language": "en",
"feed_url":
"https://radio.example.org/feed.json", "authors": [{"name": "Mira Sand"}], "items": [{"id": "j-1",
"title": "The bridge",
"url": "/1", "date_published": "2026-03-04T08:00:00+02:00", "content_html": "<p>It is open.</p>",
"tags": ["breaking"],
"attachments": [{"url": "1.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 228}]}, {"id": 2,
"content_text": "A & B"}]}"""
OPML: Final = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News">
<outline text="Lenn" type="rss" xmlUrl="https://radio.example.org/feed.xml"/><outline title="Dale"
XMLURL="feed://dale.example/"/>
</outline><outline text="Twice" xmlUrl="https://radio.example.org/feed.xml"/></body></opml>"""


def rss(*items: str, channel: str = "") -> str:
    """Return a feed with these items, each what stands within it."""
    listed = "".join(f"<item>{item}</item>" for item in items)
    about = f"<title>Radio</title><link>{SITE}</link>{channel}"
    return f'<rss version="2.0"{NAMESPACES}><channel>{about}{listed}</channel></rss>'
