"""How finely a text that is named may tell times is judged by its type, else by its address."""

from __future__ import annotations

import pytest

from briefing.formats.precision import WITHOUT_WORDS, precision
from briefing.linked import LinkedKind, LinkedText


def of(address: str, media_type: str = "") -> int:
    return precision(LinkedText(LinkedKind.TRANSCRIPT, address, "", media_type))


def test_formats_of_words_go_before_those_of_lines_and_those_before_texts() -> None:
    places = [
        of(f"https://example.org/a.{suffix}") for suffix in ("json", "vtt", "ttml", "srt", "html", "txt")
    ]
    assert places == sorted(set(places))
    assert of("a.ttml") < WITHOUT_WORDS <= of("a.srt")
    assert precision(LinkedText(LinkedKind.TRANSCRIPT, text="It opened.")) > of("a.txt")


@pytest.mark.parametrize(
    ("address", "media_type", "like"),
    [
        ("https://example.org/a.txt", "text/vtt", "a.vtt"),
        ("https://example.org/a.vtt?v=1.json#x.srt", "", "a.vtt"),
        ("https://example.org/A.SRT", "application/octet-stream", "a.srt"),
        ("https://example.org/transcripts/7", "", "a.html"),
        ("https://a.b/", "", "a.html"),
        ("https://example.org/a.php", "", "a.html"),
    ],
)
def test_its_type_goes_before_its_address(address: str, media_type: str, like: str) -> None:
    assert of(address, media_type) == of(like)
