"""What a page names that goes with its recording is found wherever pages name it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from briefing.formats.pages.html.transcripts import read_linked
from briefing.linked import MOST_LINKED, LinkedKind, LinkedText

BASE = "https://example.org/talks/bridge"
WORDS = (
    "It opened again on Monday, said the mayor, and nobody was more surprised than the people of the town."
)


def linked(body: str, *nodes: dict[str, Any], audio: str = "") -> list[LinkedText]:
    page = html.document_fromstring(f"<html><head><title>A</title></head><body>{body}</body></html>")
    return list(read_linked(page, BASE, nodes, audio))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            '<audio src="a.mp3"><track kind="captions" src="a.vtt" srclang="en"></audio>',
            LinkedText(LinkedKind.CAPTIONS, "https://example.org/talks/a.vtt", "en", "text/vtt"),
        ),
        (
            '<video><source src="a.mp4"><track src="/subs/a" srclang=" de "></video>',
            LinkedText(LinkedKind.SUBTITLES, "https://example.org/subs/a", "de", "text/vtt"),
        ),
        (
            '<audio src="a.mp3"><track kind="chapters" src="c.vtt"></audio>',
            LinkedText(LinkedKind.CHAPTERS, "https://example.org/talks/c.vtt", "", "text/vtt"),
        ),
        (
            '<link rel="alternate" type="application/srt; a=b" href="//cdn.example.org/a" hreflang="fr">',
            LinkedText(LinkedKind.TRANSCRIPT, "https://cdn.example.org/a", "fr", "application/srt"),
        ),
        (
            '<link rel="transcript" type="application/json" href="a.json">',
            LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/talks/a.json", "", "application/json"),
        ),
        (
            '<p>Listen, or <a href="a.srt?v=2">take this along</a>.</p>',
            LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/talks/a.srt?v=2"),
        ),
        (
            '<podcast:transcript url="a.html" type="text/html" language="en"></podcast:transcript>',
            LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/talks/a.html", "en", "text/html"),
        ),
        (
            '<div class="player" data-transcript="/t/a.json">',
            LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/t/a.json"),
        ),
        (
            r'<script>player({"captionsUrl": "https:\/\/example.org\/t\/a.vtt?x=1", "id": 4})</script>',
            LinkedText(LinkedKind.CAPTIONS, "https://example.org/t/a.vtt?x=1"),
        ),
        (
            '<p><a href="/transcripts/7">Read the full transcript</a></p>',
            LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/transcripts/7"),
        ),
        (
            '<p><a href="/tekst/7">Расшифровка</a></p>',
            LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/tekst/7"),
        ),
    ],
    ids=[
        "captions", "subtitles without a kind", "chapters", "a link by its type", "a link by its relation",
        "a link by its ending", "as in a feed", "an attribute", "settings",
        "a link by its name", "in Russian",
    ],
)  # fmt: skip
def test_it_is_found_and_its_address_made_whole(body: str, found: LinkedText) -> None:
    assert linked(body) == [found]


@pytest.mark.parametrize(
    ("node", "found"),
    [
        ({"transcript": WORDS, "inLanguage": "en"}, [LinkedText(LinkedKind.TRANSCRIPT, "", "en", "", WORDS)]),
        (
            {"transcript": "<p>It opened &amp; closed.</p><p>On <b>Monday</b>.</p>"},
            [LinkedText(LinkedKind.TRANSCRIPT, text="It opened & closed.\n\nOn Monday.\n\n")],
        ),
        ({"transcript": "/t.vtt"}, [LinkedText(LinkedKind.TRANSCRIPT, "https://example.org/t.vtt")]),
        (
            {"caption": [{"contentUrl": "c.vtt", "encodingFormat": "text/VTT", "inLanguage": "en"}]},
            [LinkedText(LinkedKind.CAPTIONS, "https://example.org/talks/c.vtt", "en", "text/vtt")],
        ),
        ({"caption": "The bridge on Monday."}, []),
        ({"transcript": "Coming soon"}, []),
        ({"transcript": 7, "caption": {"contentUrl": None}}, []),
    ],
    ids=[
        "its text",
        "its text marked up",
        "its address",
        "captions",
        "a picture's caption",
        "a promise",
        "nonsense",
    ],
)
def test_json_ld_has_it_as_text_or_as_address(node: dict[str, Any], found: list[LinkedText]) -> None:
    assert linked("", node) == found


@pytest.mark.parametrize(
    "body",
    [
        '<a href="#transcript">Transcript</a>',
        f'<a href="{BASE}#t">Transcript</a>',
        '<a href="t.pdf">Transcript</a>',
        '<a href="javascript:show()">Transcript</a>',
        '<link rel="transcript" href="file:///etc/passwd">',
        '<aside><a href="/other">Transcript</a></aside>',
        '<aside><video><track src="other.vtt"></video></aside>',
        f'<a href="/b">{WORDS} A transcript.</a>',
        '<a href="/b">Manuscripts and transcripted</a>',
        '<track src="alone.vtt">',
        '<audio><track kind="metadata" src="m.vtt"></audio>',
        '<video><track kind="descriptions" src="d.vtt"></video>',
        '<a href="http://[broken">Transcript</a>',
    ],
)
def test_what_leads_nowhere_or_elsewhere_is_none(body: str) -> None:
    assert linked(body) == []


def test_tracks_are_those_of_the_player_that_plays_the_storys_recording() -> None:
    players = "".join(
        f'<video src="{name}.mp4"><track src="{name}.vtt" srclang="en"></video>' for name in ("other", "own")
    )
    own = "https://example.org/talks/own.mp4"
    assert [each.address for each in linked(players, audio=own)] == ["https://example.org/talks/own.vtt"]
    assert [each.address for each in linked(players)] == ["https://example.org/talks/other.vtt"]


def test_an_address_counts_once_and_as_what_says_most() -> None:
    body = '<a href="a.vtt">Transcript</a><audio><track kind="captions" src="a.vtt" srclang="en"></audio>'
    assert linked(body) == [
        LinkedText(LinkedKind.CAPTIONS, "https://example.org/talks/a.vtt", "en", "text/vtt")
    ]


def test_a_list_without_end_is_cut() -> None:
    tracks = "".join(f'<track src="{number}.vtt">' for number in range(500))
    assert len(linked(f"<audio>{tracks}</audio>")) == MOST_LINKED
