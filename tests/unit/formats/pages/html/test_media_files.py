"""Which addresses are recordings, and how good they are."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.media_files import best_of, media_file


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("https://x.org/a.mp3", ""),
        ("//x.org/a.M4A?download=1", ""),
        ("/a.ogg#t=3", ""),
        ("https://x-od.streamguys1.com/segments/20220222-border.mp3", ""),
        ("https://stream.x.org/20190709.mp3", ""),
        ("https://x.org/get?id=3", "audio/mpeg"),
    ],
)
def test_what_can_be_had_whole_is_a_recording(address: str, media_type: str) -> None:
    assert media_file(address, "https://y.org/b/", media_type=media_type) is not None


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("", "audio/mpeg"),
        ("data:audio/mpeg;base64,AAAA", "audio/mpeg"),
        ("blob:https://x.org/1", "audio/mpeg"),
        ("javascript:play()", "audio/mpeg"),
        ("file:///etc/passwd.mp3", ""),
        ("https://x.org/master.m3u8", ""),
        ("https://x.org/a", "application/x-mpegURL"),
        ("https://x.org/live/one.mp3", ""),
        ("https://icecast.x.org/one.mp3", ""),
        ("https://kxyz.streamguys1.com/kxyz.mp3", ""),
        ("https://stream.x.org/kxyz-128.mp3", ""),
        ("https://ads.x.org/spot.mp3", ""),
        ("https://x.org/preroll-3.mp3", ""),
        ("https://x.org/a.jpg", ""),
        ("http://x.streamguys1.org/apnews?cache='+Math.random()", "audio"),
        ("https://x.org/page.html", ""),
        ("https://[x/a.mp3", ""),
    ],
)
def test_streams_advertisements_and_other_things_are_none(address: str, media_type: str) -> None:
    assert media_file(address, "https://y.org/", media_type=media_type) is None


@pytest.mark.parametrize(
    ("address", "told", "kbps"),
    [
        ("a.mp3", "64 kbps | MP3", 64),
        ("a.mp3", "128kbps", 128),
        ("a.mp3", "48", 48),
        ("a.mp3", "96000", 96),
        ("a-320k.mp3", "", 320),
        ("a-64.mp3", "", 64),
        ("a.mp4", "720p", 720),
        ("a.mp3", "", 0),
    ],
)
def test_how_good_a_recording_is_told_in_many_ways(address: str, told: str, kbps: int) -> None:
    file = media_file(address, "https://y.org/", told=told)
    assert file is not None
    assert file.kbps == kbps


def test_the_best_quality_is_taken_and_sound_before_pictures() -> None:
    files = [
        media_file(name, "https://y.org/", length_s=length_s)
        for name, length_s in (("a_lo.mp3", 228.0), ("a_hq.mp3", None), ("a.mp3", None), ("a-720p.mp4", None))
    ]
    best = best_of([file for file in files if file is not None])
    assert (best.src, best.length_s) == ("https://y.org/a_hq.mp3", 228.0)
