"""Who reads: the voice that fits a language, or the one that was asked for."""

from __future__ import annotations

import pytest

from briefing.errors import SpeechError
from briefing.ports.speech import SpeechVoice
from briefing.speech.voices import pick_voice, tidy_tag

VOICES = [
    SpeechVoice("de", "German", "de"),
    SpeechVoice("gb", "English (Great Britain)", "en-GB"),
    SpeechVoice("nyc", "English (New York)", "en-US-nyc"),
    SpeechVoice("us", "English (America)", "en-US"),
    SpeechVoice("pinyin", "Mandarin", "cmn-Latn-pinyin"),
    SpeechVoice("cmn", "Mandarin", "cmn"),
    SpeechVoice("pt", "Portuguese", "pt"),
    SpeechVoice("br", "Portuguese (Brazil)", "pt-BR"),
]


@pytest.mark.parametrize(
    ("language", "preferred", "expected"),
    [
        ("en-US", None, "us"),
        ("en-GB", None, "gb"),
        ("en_gb", None, "gb"),
        ("en", None, "us"),
        (None, None, "us"),
        ("en-AU", None, "us"),
        ("de-AT", None, "de"),
        ("zh-CN", None, "cmn"),
        ("pt-BR", None, "br"),
        ("pt-PT", None, "pt"),
        ("xx", None, "us"),
        ("de", "GB", "gb"),
        ("de", "english (america)", "us"),
        ("de", "nobody", "de"),
        ("", None, "us"),
    ],
)
def test_the_voice_fits_the_language(language: str | None, preferred: str | None, expected: str) -> None:
    assert pick_voice(VOICES, language, preferred).id == expected


def test_no_voice_at_all_is_told() -> None:
    with pytest.raises(SpeechError):
        pick_voice([], "en")


@pytest.mark.parametrize(
    ("tag", "tidy"), [("en_US", "en-US"), ("zh-hant", "zh-Hant"), ("en-gb-x-rp", "en-GB-x-rp"), ("", "")]
)
def test_tags_are_tidied(tag: str, tidy: str) -> None:
    assert tidy_tag(tag) == tidy
