"""Of what an item names, what is meant to be played is."""

from __future__ import annotations

import pytest

from briefing.formats.feeds.recordings import NamedFile, recording_among

A = "https://radio.example.org/"
SOUND = NamedFile(f"{A}a.mp3", "audio/mpeg")
FILM = NamedFile(f"{A}a.mp4", "video/mp4")

CHOICES = {
    "sound before films": ([FILM, SOUND], 1),
    "a film where there is no sound": ([NamedFile(f"{A}a.jpg", "image/jpeg"), FILM], 1),
    "the enclosure before what stands beside it": (
        [SOUND._replace(is_enclosure=False, is_usual=True), SOUND],
        1,
    ),
    "other sound before an enclosed film": ([FILM, SOUND._replace(is_enclosure=False)], 1),
    "the usual one of several": ([SOUND, SOUND._replace(address=f"{A}b.mp3", is_usual=True)], 1),
    "the nearest to a usual rate": (
        [SOUND._replace(kbps=320), SOUND._replace(kbps=96), SOUND._replace(kbps=24)],
        1,
    ),
    "the first where nothing tells": ([SOUND, SOUND._replace(address=f"{A}b.mp3")], 0),
    "the whole before a sample": ([SOUND._replace(is_sample=True), SOUND], 1),
    "the language of the item": ([SOUND._replace(language="es"), SOUND._replace(language="en-GB")], 1),
    "a type in capitals with parameters": ([NamedFile(f"{A}p", "AUDIO/MPEG; charset=x")], 0),
    "the name where the type says nothing": (
        [NamedFile(f"{A}x", "text/html"), NamedFile(f"{A}a.mp3?x=1")],
        1,
    ),
    "the name where the type is of pages": ([NamedFile(f"{A}a.mp3", "text/html")], 0),
}
NONE = {
    "nothing": [],
    "a PDF": [NamedFile(f"{A}a.pdf", "application/pdf")],
    "a picture called like sound": [NamedFile(f"{A}a.mp3", "image/png")],
    "an address that is none": [NamedFile("", "audio/mpeg")],
    "a list of pieces": [
        NamedFile(f"{A}a.m3u8", "application/x-mpegURL"),
        NamedFile(f"{A}a.m3u8", "audio/x"),
    ],
    "a torrent": [NamedFile(f"{A}a.torrent", "application/x-bittorrent")],
    "a file of which nothing is told": [NamedFile(f"{A}a")],
}


@pytest.mark.parametrize("case", CHOICES)
def test_what_would_be_played(case: str) -> None:
    files, chosen = CHOICES[case]
    assert recording_among(files, "en") is files[chosen]


@pytest.mark.parametrize("case", NONE)
def test_nothing_is_played(case: str) -> None:
    assert recording_among(NONE[case], "en") is None


def test_a_file_of_which_nothing_is_told_is_heard_where_its_length_is() -> None:
    file = NamedFile(f"{A}play/7")
    assert recording_among([file], "", has_length=True) is file
    assert recording_among([file._replace(media_type="application/pdf")], "", has_length=True) is None
