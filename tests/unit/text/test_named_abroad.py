"""Names of signs in other languages: each table has one for each sign, and no two share one by mistake."""

from __future__ import annotations

import pytest

from briefing.text.named_abroad import names_in

ALIKE = "“”„«»—–"
"""Signs that a language may call alike."""


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru", "uk"])
def test_every_sign_has_a_name_of_its_own(language: str) -> None:
    names = names_in(language)
    assert names is not None
    told = [name for sign, name in names.signs.items() if sign not in ALIKE and not sign.isspace()]
    assert all(told)
    assert len(told) == len(set(told))
    assert names.signs[" "] == names.signs["\u00a0"]


@pytest.mark.parametrize(
    ("language", "sign", "name"),
    [("de", "?", "Fragezeichen"), ("fr", ",", "virgule"), ("es", "@", "arroba"), ("ru", "…", "многоточие")],
)
def test_signs_are_called_as_their_readers_call_them(language: str, sign: str, name: str) -> None:
    names = names_in(language)
    assert names is not None
    assert names.signs[sign] == name


def test_a_language_without_a_table_has_none() -> None:
    assert names_in("en") is None
    assert names_in("pl") is None
