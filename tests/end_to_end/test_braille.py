"""Braille as liblouis itself makes it."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from briefing.export.braille.liblouis import TABLES, translated

pytestmark = pytest.mark.skipif(
    shutil.which("lou_translate") is None, reason="liblouis is not installed: Debian's liblouis-bin"
)


def braille(text: str, language: str) -> str:
    return "".join(translated([text], language, lambda _share: None))


def test_english_is_contracted_as_liblouis_writes_it_in_ascii_braille() -> None:
    text = 'The quick brown fox of 42 "words" was -- they said -- knowing (more) & less; 100%: why? [No]_!'
    told = subprocess.run(
        ["lou_translate", "--forward", "en-us-brf.dis,en-ueb-g2.ctb"],
        input=text + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert braille(text, "en") == told.stdout.strip()
    assert braille("The people know", "en") == ',! P "K'


@pytest.mark.parametrize("language", sorted(TABLES))
def test_there_is_a_table_for_each_language_that_is_named(language: str) -> None:
    made = braille("a 1", language)
    assert made.isascii()
    assert made.endswith(("A #A", "A ,*")), (
        "A letter, and a number: with its sign, or as the French write it."
    )
