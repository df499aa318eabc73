"""Names of signs in other languages: each table has one for each sign, and no two share one by mistake."""

from __future__ import annotations

import pytest

from briefing.text.named_abroad import names_in

LANGUAGES = (  # noqa: SIM905  # a list of words reads better as words
    "de fr es it pt nl pl ru uk cs sv da nb fi el tr hu ro he ar fa hi ja zh ko vi th id "
    "bg hr sk sl sr ca et lv lt"
).split()
ALIKE = "“”„«»—–"
"""Signs that a language may call alike."""


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru", "uk"])
def test_every_sign_has_a_name_of_its_own(language: str) -> None:
    names = names_in(language)
    assert names is not None
    told = [name for sign, name in names.signs.items() if sign not in ALIKE]
    assert all(told)
    assert len(told) == len(set(told))
    assert names.space


@pytest.mark.parametrize(
    ("language", "sign", "name"),
    [("de", "?", "Fragezeichen"), ("fr", ",", "virgule"), ("es", "@", "arroba"), ("ru", "…", "многоточие")],
)
def test_signs_are_called_as_their_readers_call_them(language: str, sign: str, name: str) -> None:
    names = names_in(language)
    assert names is not None
    assert names.signs[sign] == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_what_stands_most_in_texts_and_has_an_emoji(language: str) -> None:
    names = names_in(language)
    assert names is not None
    assert names.capital
    assert names.space
    for sign in "?!/:;,.[]{}()<>=+-*_'\"@#$%&~“”„«»–—…•·€£§°№":
        assert names.of(sign), sign
    assert names.of("❤") != names.of("👩")


def test_signs_without_a_name_of_their_own_are_called_like_their_like() -> None:
    names = names_in("fr")
    assert names is not None
    assert names.of("’") == names.of("'") == "apostrophe"
    assert names.of("★") == names.of("⭐") == "étoile"


def test_norwegian_is_one_language_by_each_of_its_tags() -> None:
    assert names_in("nb") == names_in("nn") == names_in("no")


def test_a_language_without_a_table_has_none() -> None:
    assert names_in("en") is None
    assert names_in("sw") is None
