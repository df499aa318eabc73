"""What feeds of every kind hold is read, as their writers meant it."""

from __future__ import annotations

from briefing.feed import Feed, FeedAddress, FeedChapter
from briefing.formats.feeds import reader
from tests.unit.formats.feeds.feeds_made import ATOM, JSON, OPML, RDF, RSS, SITE, rss


def read(source: str, address: str = "") -> Feed:
    feed = reader.read(source.encode(), address)
    assert feed is not None
    return feed


def test_a_podcast_is_read_with_all_that_it_tells() -> None:
    feed = read(RSS)
    assert (feed.title, feed.language, feed.link) == ("Lenn & Dale Radio", "en-GB", SITE)
    first, second = feed.items
    assert first.title == "The bridge opens"
    assert first.link == f"{SITE}bridge"
    assert (first.guid, first.published) == ("b-1", "2026-03-04T08:00:00+02:00")
    assert (first.enclosure, first.media_type, first.duration_s) == (f"{SITE}a.mp3", "audio/mpeg", 228)
    assert [each.address for each in first.linked] == [f"{SITE}a.vtt", f"{SITE}a.html", f"{SITE}a.json"]
    assert first.chapters == (FeedChapter(0, "Hello"), FeedChapter(63.5, "The pier"))
    assert first.persons == ("Mira Sand",)
    assert first.is_breaking
    assert first.picture == f"{SITE}bridge.jpg"
    assert first.text == "After three weeks the bridge is open. Cars cross it one by one."
    assert (second.enclosure, second.duration_s, second.persons) == (f"{SITE}r.mp3", 61, ("Ole Berg",))
    assert not second.is_breaking


def test_atom_is_read_against_its_bases() -> None:
    feed = read(ATOM)
    assert (feed.title, feed.language, feed.link) == ("Brücken", "de", SITE)
    (item,) = feed.items
    assert (item.title, item.guid, item.language) == ("Auf", "urn:1", "de")
    assert (item.link, item.enclosure) == (f"{SITE}x/e/auf.html", f"{SITE}x/e/auf.mp3")
    assert item.persons == ("Mira Sand",)
    assert item.text == "Die Brücke ist offen."


def test_rdf_is_read_whose_items_stand_beside_its_channel() -> None:
    feed = read(RDF)
    assert (feed.title, feed.language) == ("Old news", "fr")
    assert [(item.title, item.guid, item.published) for item in feed.items] == [
        ("Le pont", f"{SITE}1", "2026-03-04")
    ]


def test_json_is_read() -> None:
    first, second = read(JSON).items
    assert (first.title, first.guid, first.link) == ("The bridge", "j-1", f"{SITE}1")
    assert (first.enclosure, first.duration_s, first.is_breaking) == (f"{SITE}1.mp3", 228, True)
    assert (second.guid, second.text, second.content) == ("2", "A & B", "<p>A &amp; B</p>")
    assert second.persons == ("Mira Sand",)


def test_a_list_names_each_feed_once_however_it_spells_that() -> None:
    assert reader.read_subscriptions(OPML.encode()) == (
        FeedAddress(f"{SITE}feed.xml", "Lenn"),
        FeedAddress("https://dale.example/", "Dale"),
    )


def test_times_in_the_words_of_a_description_are_no_chapters() -> None:
    (item,) = read(
        rss("<title>A</title><description>00:00 Hello&lt;br&gt;01:03 The pier</description>")
    ).items
    assert item.text == "00:00 Hello 01:03 The pier"
    assert item.chapters == ()


def test_what_is_live_or_elsewhere_is_no_item() -> None:
    channel = (
        '<podcast:liveItem status="live"><title>Live</title><guid>l</guid></podcast:liveItem>'
        '<podcast:remoteItem feedUrl="https://dale.example/"/>'
        '<podcast:trailer url="t.mp3">Trailer</podcast:trailer>'
    )
    assert [item.title for item in read(rss("<title>A</title>", channel=channel)).items] == ["A"]


def test_a_feed_says_where_it_is_now() -> None:
    moved = "<itunes:new-feed-url>https://dale.example/</itunes:new-feed-url>"
    assert read(rss(channel=moved)).moved_to == "https://dale.example/"
    assert read(rss(channel=moved), "https://dale.example/").moved_to == ""
    assert (
        read("<redirect><newLocation>https://dale.example/</newLocation></redirect>").moved_to
        == "https://dale.example/"
    )


def test_an_item_that_says_nothing_is_none() -> None:
    assert [item.title for item in read(rss("", "<title>A</title>", "<author/>")).items] == ["A"]


def test_media_may_stand_within_each_other() -> None:
    inside = "<media:title>The bridge</media:title><media:description>Cars cross it.</media:description>"
    nested = (
        f'<media:group><media:content url="/a.mp3" type="audio/mpeg">{inside}</media:content></media:group>'
    )
    (item,) = read(rss(nested)).items
    assert (item.title, item.text, item.enclosure) == ("The bridge", "Cars cross it.", f"{SITE}a.mp3")
