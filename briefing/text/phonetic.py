"""Spelling alphabets: a word for each letter, by which people of a language spell over the telephone.

English has that of ICAO and NATO, which is also that of all languages without one of their own here; German
that of DIN 5009:2022, by towns; French, Spanish, Italian, Russian and Ukrainian those of their telephone and
telegraph services. In one of another script, Latin letters have the international words.
"""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import Final, NamedTuple


class Alphabet(NamedTuple):
    """The words of a to z in their order, of other letters, and what marks on letters are called."""

    words: str
    others: str = ""
    """Pairs of a letter and its word."""
    marks: str = ""
    """Pairs of a combining mark's name in Unicode and its name in the language, between bars."""


_INTERNATIONAL: Final = Alphabet(
    "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa "
    "quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu",
)
ALPHABETS: Final = {
    "en": _INTERNATIONAL,
    "de": Alphabet(
        "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig "
        "München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen Wuppertal "
        "Xanten Ypsilon Zwickau",
        others="ä Umlaut-Aachen ö Umlaut-Offenbach ü Umlaut-Unna ß Eszett",
    ),
    "fr": Alphabet(
        "Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis Marcel Nicolas "
        "Oscar Pierre Quintal Raoul Suzanne Thérèse Ursule Victor William Xavier Yvonne Zoé",
        marks="acute accent|accent aigu|grave accent|accent grave|circumflex accent|accent circonflexe|"
        "diaeresis|tréma|cedilla|cédille",
    ),
    "es": Alphabet(
        "Antonio Barcelona Carmen Dolores Enrique Francia Gerona Historia Inés José Kilo Lorenzo Madrid "
        "Navarra Oviedo París Queso Ramón Sábado Tarragona Ulises Valencia Washington Xiquena Yegua Zaragoza",
        others="ñ Ñoño",
        marks="acute accent|con acento|diaeresis|con diéresis",
    ),
    "it": Alphabet(
        "Ancona Bologna Como Domodossola Empoli Firenze Genova Hotel Imola Jolly Kursaal Livorno Milano "
        "Napoli Otranto Padova Quarto Roma Savona Torino Udine Venezia Washington Xilofono Yacht Zara",
        marks="acute accent|accento acuto|grave accent|accento grave",
    ),
    "ru": Alphabet(
        _INTERNATIONAL.words,
        others="а Анна б Борис в Василий г Григорий д Дмитрий е Елена ё Ёлка ж Женя з Зинаида и Иван "
        "й Иван-краткий к Константин л Леонид м Михаил н Николай о Ольга п Павел р Роман с Семён т Татьяна "
        "у Ульяна ф Фёдор х Харитон ц Цапля ч Человек ш Шура щ Щука ъ твёрдый-знак ы еры ь мягкий-знак "
        "э Эхо ю Юрий я Яков",
    ),
    "uk": Alphabet(
        _INTERNATIONAL.words,
        others="а Андрій б Богдан в Василь г Григорій ґ Ґанок д Дмитро е Емма є Євген ж Жук з Зоя и И і Іван "
        "ї Їжак й Йосип к Кирило л Леонід м Марія н Наталія о Ольга п Петро р Роман с Степан т Тарас "
        "у Уляна ф Федір х Христина ц Цезар ч Чайка ш Шевченко щ Щука ь м’який-знак ю Юрій я Яків",
    ),
}
"""By the primary tag of a language."""


class Words(NamedTuple):
    """An alphabet to look things up in: small letter -> word, a mark's name in Unicode -> its own."""

    letters: dict[str, str]
    marks: dict[str, str]


@cache
def words_of(language: str) -> Words:
    """Return the alphabet of a primary language tag; the international one where it has none here."""
    alphabet = ALPHABETS.get(language, _INTERNATIONAL)
    others, marks = alphabet.others.split(), alphabet.marks.split("|")
    letters = dict(zip(ascii_lowercase, alphabet.words.split(), strict=True))
    return Words(letters | _paired(others), _paired(marks))


def _paired(listed: list[str]) -> dict[str, str]:
    return dict(zip(listed[::2], listed[1::2], strict=False))
