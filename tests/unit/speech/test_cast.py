"""Who reads what: passages in other languages within a text, and what is printed of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from briefing.model import Span
from briefing.ports.speech import SpeechVoice
from briefing.speech.cast import Cast, LanguageSense
from briefing.speech.reader import narrated_sentences
from briefing.speech.tongues import Tongues
from briefing.text.language import detect_language, language_name
from briefing.text.transcript import Transcript
from tests.builders import make_document

if TYPE_CHECKING:
    from pathlib import Path

VOICES = [
    SpeechVoice("gmw/en-US", "English", "en-US"),
    SpeechVoice("gmw/de", "German", "de"),
    SpeechVoice("zle/ru", "Russian", "ru"),
    SpeechVoice("sit/cmn", "Mandarin", "cmn"),
    SpeechVoice("jpx/ja", "Japanese", "ja", lacks=frozenset(("han",))),
]
GERMAN = "Die Brücke ist nach elf Tagen offen, und der erste Bus fuhr über sie in die Stadt und zum Hügel."


def handed(*paragraphs: str, language: str = "en", preferred: str | None = None) -> list[tuple[str, str]]:
    """Return the voice and the text of each line of a document."""
    transcript = Transcript(make_document(*paragraphs, title="", language=language))
    cast = Cast(transcript, VOICES, LanguageSense(detect_language, language_name), preferred)
    return [
        (part.voice.name, part.line.text)
        for sentence, _ in narrated_sentences(transcript)
        for part in cast.parts(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Москва ответила во вторник.", [("Russian", "Москва ответила во вторник.")]),
        ("桥梁重新开放。", [("Mandarin", "桥梁重新开放。")]),
        (
            "He said 谢谢大家 and left.",
            [("English", "He said"), ("Mandarin", "谢谢大家"), ("English", "and left.")],
        ),
        (
            "The sign says “Добро пожаловать”, in red.",
            [("English", "The sign says “"), ("Russian", "Добро пожаловать”,"), ("English", "in red.")],
        ),
        ("The angle α is small.", [("English", "The angle α is small.")]),
        (GERMAN, [("German", GERMAN)]),
        ("さくら", [("Japanese", "さくら")]),
        (
            f"“{GERMAN}” he said, and she wrote it down.",
            [("German", f"“{GERMAN}”"), ("English", "he said, and she wrote it down.")],
        ),
        (
            f"And then he said “{GERMAN}” to the people, who left.",
            [
                ("English", "And then he said"),
                ("German", f"“{GERMAN}”"),
                ("English", "to the people, who left."),
            ],
        ),
    ],
)
def test_a_passage_is_read_by_a_voice_of_its_language(text: str, spoken: list[tuple[str, str]]) -> None:
    assert handed(text) == spoken


def test_what_no_voice_can_read_is_told_once() -> None:
    spoken = handed(
        "It opened.",
        "市長は橋を開いた。人々は拍手した。",
        "水曜日は晴れ、木曜日は雨です。",
        "Then it closed.",
    )
    assert spoken == [
        ("English", "It opened."),
        ("English", "a passage in Japanese"),
        ("English", "Then it closed."),
    ]


def test_english_words_in_another_script_are_english() -> None:
    spoken = handed("Компания Harbour Bridge в XXI веке открыта.", language="ru")
    assert [voice for voice, _ in spoken] == ["Russian", "English", "Russian"]


def test_the_voice_that_was_chosen_reads_the_texts_own_language() -> None:
    assert handed("Die Brücke.", "Москва ответила.", language="de", preferred="English") == [
        ("English", "Die Brücke."),
        ("Russian", "Москва ответила."),
    ]


def test_the_parts_of_a_sentence_are_all_of_it() -> None:
    text = "It is «мост», 橋 or γέφυρα — 3 words."
    tongues = Tongues(make_document(text, title=""), detect_language)
    runs = list(tongues.runs(Span(0, len(text)), Span(0, len(text))))
    assert "".join(run.span.of(text) for run in runs) == text
    assert [run.language for run in runs] == ["en", "ru", "en", "zh", "en", "el", "en"]


@pytest.fixture
def mixed(tmp_path: Path) -> str:
    path = tmp_path / "mixed.md"
    path.write_text("It cost $20.\n\nМосква ответила во вторник.\n", encoding="utf-8")
    return str(path)


def test_show_spoken_prints_language_and_text(mixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", mixed, "--spoken", "--language", "en"]) == 0
    assert "en\tIt cost twenty dollars.\nru\tМосква ответила во вторник.\n" in capsys.readouterr().out


def test_show_spoken_as_json_leads_back_to_the_text(mixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", mixed, "--language", "en", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert main(["show", mixed, "--spoken", "--json", "--language", "en"]) == 0
    spoken = json.loads(capsys.readouterr().out)

    assert [block["language"] for block in shown["blocks"]][-1] == "ru"
    assert [one["text"] for one in spoken] == [shown["text"][one["start"] : one["stop"]] for one in spoken]
    assert spoken[-1]["language"] == "ru"
