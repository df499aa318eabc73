"""Which language each part of a text is in: by its script, and paragraphs by their words."""

from __future__ import annotations

import pytest

from briefing.model import LanguagePart, Span
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


def declared(text: str, *parts: tuple[str, str], guessed: str | None = None) -> list[tuple[str, str]]:
    """Return the parts of an English sentence in which some words declare a language of their own."""
    spans = [(text.index(words), words, tag) for words, tag in parts]
    document = make_document(text)._replace(
        language_parts=tuple(LanguagePart(Span(at, at + len(words)), tag) for at, words, tag in spans)
    )
    whole = Span(0, len(text))
    return [
        (run.span.of(text), run.language) for run in Tongues(document, lambda _: guessed).runs(whole, whole)
    ]


def test_what_declares_a_language_is_in_it_with_the_marks_around_it() -> None:
    text = "He said “c'est la vie”, and left."
    assert declared(text, ("c'est la vie", "fr")) == [
        ("He said “", "en"),
        ("c'est la vie”,", "fr"),
        (" and left.", "en"),
    ]
    assert declared("“Adieu!”", ("Adieu", "fr")) == [("“Adieu!”", "fr")]


def test_two_parts_side_by_side_are_two() -> None:
    text = "Ja, oui and yes."
    assert declared(text, ("Ja", "de"), ("oui", "fr")) == [
        ("Ja,", "de"),
        (" oui", "fr"),
        (" and yes.", "en"),
    ]


def test_another_kind_of_the_same_language_is_no_part() -> None:
    assert declared("A lorry, they say.", ("lorry", "en-GB")) == [("A lorry, they say.", "en")]


def test_letters_that_a_declared_language_has_not_are_of_another() -> None:
    text = "Это было."
    assert declared(text, (text, "fr")) == [(text, "ru")]


def test_a_whole_paragraph_has_the_language_that_it_declares() -> None:
    document = make_document("One.", LONG)
    german = document.blocks[1].span
    tongues = Tongues(document._replace(language_parts=(LanguagePart(german, "de"),)), lambda _: "nl")
    assert [tongues.of_block(block.span) for block in document.blocks] == ["en", "de"]


def test_a_guess_looks_only_at_what_nothing_is_declared_of() -> None:
    document = make_document(f"{LONG * 10} So they said on Friday evening.")
    part = LanguagePart(Span(0, len(LONG) * 10), "de")
    looked_at: list[str] = []
    tongues = Tongues(document._replace(language_parts=(part,)), looked_at.append)
    assert tongues.of_block(document.blocks[0].span) == "en"
    assert looked_at == [" So they said on Friday evening."]
