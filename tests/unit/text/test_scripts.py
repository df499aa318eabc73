"""Scripts of letters and languages."""

from __future__ import annotations

import pytest

from briefing.text.scripts import is_written_with, script_of


@pytest.mark.parametrize(
    ("letter", "script"),
    [("a", "Latn"), ("Ж", "Cyrl"), ("ー", "Kana"), ("中", "Hani"), ("한", "Hang"), ("ᚠ", ""), ("", "")],
)
def test_a_letter_is_of_a_script(letter: str, script: str) -> None:
    assert script_of(letter) == script


@pytest.mark.parametrize(
    ("language", "letter", "is_so"),
    [
        ("de-AT", "ß", True),
        ("de", "ж", False),
        ("uk", "ї", True),
        ("uk", "i", False),
        ("ja", "中", True),
        ("ja", "か", True),
        ("ko", "中", True),
        ("en", "ᚠ", False),
    ],
)
def test_a_language_is_written_with_the_letters_of_its_scripts(
    language: str, letter: str, is_so: bool
) -> None:
    assert is_written_with(language, letter) is is_so
