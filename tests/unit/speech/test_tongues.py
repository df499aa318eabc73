"""Which language each part of a text is in: by its script, and paragraphs by their words."""

from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.tongues import Tongues, script_of, scripts_of
from tests.builders import make_document

LONG = "Die Brücke ist nach elf Tagen offen."


def parts(text: str, language: str | None = "en", guessed: str | None = None) -> list[tuple[str, str]]:
    """Return the parts of a sentence and their languages, where words look like the language `guessed`."""
    document = make_document(text, language=language)
    whole = Span(0, len(text))
    return [
        (run.span.of(text), run.language) for run in Tongues(document, lambda _: guessed).runs(whole, whole)
    ]


@pytest.mark.parametrize(
    ("char", "script"),
    [("a", "latin"), ("é", "latin"), ("я", "cyrillic"), ("漢", "han"), ("々", "han"), ("か", "kana"),
     ("한", "hangul"), ("α", "greek"), ("1", ""), ("×", ""), ("।", ""), ("€", "")],
)  # fmt: skip
def test_letters_have_a_script_and_signs_have_none(char: str, script: str) -> None:
    assert script_of(char) == script


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        ("de", {"latin"}),
        ("uk", {"cyrillic"}),
        ("zh-Latn", {"latin"}),
        ("ja", {"han", "kana"}),
        ("xx", {"latin"}),
    ],
)
def test_a_language_is_written_in_its_scripts(language: str, scripts: set[str]) -> None:
    assert scripts_of(language) == scripts


@pytest.mark.parametrize(
    ("text", "language", "runs"),
    [
        ("He said 谢谢 twice.", "en", [("He said ", "en"), ("谢谢", "zh"), (" twice.", "en")]),
        ("He said さくら once.", "en", [("He said ", "en"), ("さくら", "ja"), (" once.", "en")]),
        ("Это было в New York, да.", "ru", [("Это было в ", "ru"), ("New York,", "en"), (" да.", "ru")]),
        ("В XXI веке.", "ru", [("В XXI веке.", "ru")]),
        ("The angle α is small.", "en", [("The angle α is small.", "en")]),
        ("12 + 3", "de", [("12 + 3", "de")]),
        ("No language told.", None, [("No language told.", "en")]),
    ],
)
def test_letters_of_another_script_are_a_part_of_their_own(
    text: str, language: str | None, runs: list[tuple[str, str]]
) -> None:
    assert parts(text, language) == runs


def test_a_whole_paragraph_that_looks_like_another_language_is_in_that() -> None:
    assert parts(LONG, "en", "de") == [(LONG, "de")]


def test_of_a_few_words_no_other_language_is_believed() -> None:
    assert parts("Auf der Brücke", "en", "de") == [("Auf der Brücke", "en")]


def test_a_language_that_is_not_written_so_is_not_believed() -> None:
    assert parts(LONG, "en", "ru") == [(LONG, "en")]


def test_cyrillic_amid_english_is_what_it_looks_like_else_russian() -> None:
    assert parts("He said “дякую” once.", guessed="uk")[1] == ("дякую”", "uk")
    assert parts("He said “дякую” once.")[1] == ("дякую”", "ru")
