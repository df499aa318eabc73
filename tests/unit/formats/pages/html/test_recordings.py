"""The recording of a page's story, in its best quality and with the length that the page tells; no other."""

from __future__ import annotations

import html
import json
from typing import Final

import pytest

from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import STORY

BASE = "https://x.org/"


def audio(src: str, **said: object) -> dict[str, object]:
    return {"@type": "AudioObject", "contentUrl": src, **said}


def settings(value: object) -> str:
    return html.escape(json.dumps(value), quote=True)


LOW: Final = {"Src": "/a_lo.mp3", "Type": "audio/mp3", "DataInfo": "64 kbps"}
HIGH: Final = {"AmpSrc": "/a.mp3", "Src": "/a.mp3", "DataInfo": "128 kbps", "Duration": "PT3M48S"}
QUALITIES: Final = [audio("/a_lo.mp3", bitrate="48"), audio("/a.mp3", bitrate="128", duration="PT3M48S")]
BESIDE: Final = json.dumps(audio("/a.mp3", duration="PT228S"))
PANGEA: Final = (
    '<div class="c-mmp c-mmp--audio"><div class="c-mmp__player"><audio src="/a_lo.mp3" data-info="64 kbps"'
    f' data-sources="{settings([HIGH])}"></audio></div><p>0:00</p><p>0:03:48</p><p>0:00</p></div>'
)
LINKS: Final = '<a href="/a_lo.mp3">64 kbps | MP3</a><a href="/a.mp3">128 kbps | MP3</a><i>3:48</i>'
BUTTON: Final = settings({"file": "/a.mp3", "duration": 228})
ENCLOSED: Final = '<link rel="enclosure" type="audio/mpeg" href="/a.mp3">'
MICRODATA: Final = (
    '<div itemprop="audio" itemscope itemtype="http://schema.org/AudioObject">'
    '<meta itemprop="contentUrl" content="/a.mp3"><meta itemprop="duration" content="PT3M48S"></div>'
)
IN_SECONDS: Final = settings({"audio": {"url": "/a.mp3", "durationInSeconds": 228}})
SHOWN: Final = '<span class="length">Länge: 3:48 Min.</span>'
SETUP: Final = "jwplayer('player').setup({file: '/a.mp3', image: '/a.jpg'})"
EPISODE: Final = linked(
    **{"@type": "PodcastEpisode", "timeRequired": "PT3M48S", "associatedMedia": {"contentUrl": "/a.mp3"}}
)
FOUND: Final = {
    "JSON-LD": (linked(audio=audio("/a.mp3", duration="PT3M48S")), ""),
    "two qualities": (linked(associatedMedia=QUALITIES), ""),
    "encoding": (linked(encoding=audio("/a.mp3", encodingFormat="audio/mpeg", duration="3:48")), ""),
    "beside the story": (f'{linked()}<script type="application/ld+json">{BESIDE}</script>', ""),
    "Open Graph": (meta(og__audio="/a.mp3", music__duration="228"), ""),
    "audio": ("", '<audio src="/a.mp3" data-duration="228"></audio>'),
    "source": ("", '<audio data-duration="228"><source src="/a.m3u8"><source src="/a.mp3"></audio>'),
    "attribute": ("", '<div class="audio-player" data-mp3="/a.mp3"><i>0:00</i><i>3:48</i></div>'),
    "links": ("", f'<div class="player">{LINKS}</div>'),
    "settings": ("", f'<div class="player" data-sources="{settings([LOW, HIGH])}"></div>'),
    "Pangea": ("", PANGEA),
    "button": ("", f'<button class="listen" data-media="{BUTTON}">x</button>'),
    "enclosure": (ENCLOSED + meta(audio__duration="PT3M48S"), ""),
    "microdata": ("", MICRODATA),
    "an element of its own": ("", '<audio-player src="/a.mp3" duration="228"></audio-player>'),
    "settings in seconds": ("", f'<div class="player" data-props="{IN_SECONDS}"></div>'),
    "an element without scripts": (
        meta(audio__duration="228"),
        '<noscript><audio src="/a.mp3"></audio></noscript>',
    ),
    "an object": (meta(audio__duration="228"), '<object type="audio/mpeg" data="/a.mp3"></object>'),
    "embedded": (meta(audio__duration="228"), '<embed type="audio/mpeg" src="/a.mp3">'),
    "its length beside it": ("", f'<div><div class="player"><audio src="/a.mp3"></audio></div>{SHOWN}</div>'),
    "a script's settings": (meta(audio__duration="228"), f"<script>{SETUP}</script>"),
    "an episode": (EPISODE, ""),
    "a link that notes it": ("", '<p><a href="/a.mp3">Download the audio (3:48, 2 MB)</a></p>'),
    "a link": (meta(audio__duration="228"), '<p><a href="/a.mp3">Listen to this story</a></p>'),
}


@pytest.mark.parametrize(("head", "player"), FOUND.values(), ids=FOUND)
def test_a_recording_is_found_with_its_length(head: str, player: str) -> None:
    page = found(head, f"<h1>{TITLE}</h1>{player}{STORY}", at=BASE)
    assert (page.audio, page.duration_s, page.declares_media) == ("https://x.org/a.mp3", 228, True)


@pytest.mark.parametrize(
    "body",
    [
        '<aside><audio src="/promo.mp3"></audio></aside>',
        '<div class="related-stories"><audio src="/other.mp3"></audio></div>',
        '<div class="live-radio"><audio src="/stream.mp3"></audio></div>',
        '<div class="ad-slot"><video src="/spot.mp4"></video></div>',
        '<footer><a href="/podcast.mp3">Our podcast</a></footer>',
        '<audio src="https://x.org/live"></audio>',
        '<video src="/teaser.mp4"></video>',
        '<script>var src = "/a.mp3";</script>',
        "<script>jwplayer('p').setup({file: 'https://x.org/live/one.mp3'})</script>",
        "<script>jwplayer('p').setup({file: '/film.mp4'})</script>",
        '<track src="/a.vtt">',
    ],
)
def test_what_is_none_of_the_story_is_not_its_recording(body: str) -> None:
    assert not found("", f"<h1>{TITLE}</h1>{STORY}{body}", at=BASE).audio


def test_a_player_without_a_source_declares_its_length() -> None:
    times = "<i>0:00</i> <i>0:03:48</i> <i>0:00</i>"
    player = f'<div class="c-mmp"><p>No media source currently available</p>{times}</div>'
    page = found("", f'<h1>{TITLE}</h1><div class="wsw">{player}{STORY}</div>')
    assert (page.audio, page.duration_s, page.declares_media) == ("", 228, True)


def test_a_page_without_a_player_declares_nothing() -> None:
    page = found("", f"<h1>{TITLE}</h1><p>Published 3:48 pm</p>{STORY}")
    assert (page.audio, page.duration_s, page.declares_media) == ("", None, False)


def test_what_is_said_in_a_recording_is_handed_on() -> None:
    page = found(linked(audio=audio("/a.mp3", transcript="The old bridge opened.")), at=BASE)
    assert [each.text for each in page.linked] == ["The old bridge opened."]
