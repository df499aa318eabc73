"""What signs, spaces and capitals are called in other languages than English, in a word or two.

German, French, Spanish, Russian and Ukrainian, as their readers and typesetters call them. What is not here
is called as in English. Tables alone: `spelling` looks things up in them.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

_SIGNS: Final = "? ! / \\ : ; , . [ ] { } ( ) < > = + - * _ ' \" @ # $ % & ~ | “ ” „ « » – — … • · € £ § °"
"""The signs that every table names, in this order; each name ends at a bar."""


class _Table(NamedTuple):
    capital: str
    """What stands before a capital letter."""
    space: str
    names: str


_TABLES: Final = {
    "de": _Table(
        "großes",
        "Leerzeichen",
        "Fragezeichen|Ausrufezeichen|Schrägstrich|umgekehrter Schrägstrich|Doppelpunkt|Strichpunkt|Komma|"
        "Punkt|eckige Klammer auf|eckige Klammer zu|geschweifte Klammer auf|geschweifte Klammer zu|"
        "Klammer auf|Klammer zu|kleiner als|größer als|gleich|plus|Bindestrich|Stern|Unterstrich|Apostroph|"
        "Anführungszeichen|At-Zeichen|Raute|Dollar|Prozent|Und-Zeichen|Tilde|senkrechter Strich|"
        "Anführungszeichen oben|Anführungszeichen oben|Anführungszeichen unten|Guillemet links|"
        "Guillemet rechts|Halbgeviertstrich|Gedankenstrich|Auslassungspunkte|Aufzählungspunkt|Mittelpunkt|"
        "Euro|Pfund|Paragraf|Grad",
    ),
    "fr": _Table(
        "majuscule",
        "espace",
        "point d’interrogation|point d’exclamation|barre oblique|barre oblique inverse|deux-points|"
        "point-virgule|virgule|point|crochet ouvrant|crochet fermant|accolade ouvrante|accolade fermante|"
        "parenthèse ouvrante|parenthèse fermante|inférieur à|supérieur à|égal|plus|trait d’union|astérisque|"
        "tiret bas|apostrophe|guillemet droit|arobase|croisillon|dollar|pour cent|esperluette|tilde|"
        "barre verticale|guillemet anglais ouvrant|guillemet anglais fermant|guillemet bas|"
        "guillemet ouvrant|guillemet fermant|tiret demi-cadratin|tiret cadratin|points de suspension|puce|"
        "point médian|euro|livre|paragraphe|degré",
    ),
    "es": _Table(
        "mayúscula",
        "espacio",
        "cierre de interrogación|cierre de exclamación|barra|barra invertida|dos puntos|punto y coma|coma|"
        "punto|abre corchete|cierra corchete|abre llave|cierra llave|abre paréntesis|cierra paréntesis|"
        "menor que|mayor que|igual|más|guion|asterisco|guion bajo|apóstrofo|comillas|arroba|almohadilla|"
        "dólar|por ciento|et|virgulilla|barra vertical|abre comillas|cierra comillas|comillas bajas|"
        "abre comillas latinas|cierra comillas latinas|semirraya|raya|puntos suspensivos|viñeta|punto medio|"
        "euro|libra|sección|grado",
    ),
    "ru": _Table(
        "заглавная",
        "пробел",
        "вопросительный знак|восклицательный знак|косая черта|обратная косая черта|двоеточие|"
        "точка с запятой|запятая|точка|открывающая квадратная скобка|закрывающая квадратная скобка|"
        "открывающая фигурная скобка|закрывающая фигурная скобка|открывающая скобка|закрывающая скобка|"
        "меньше|больше|равно|плюс|дефис|звёздочка|подчёркивание|апостроф|кавычки|собака|решётка|доллар|"
        "процент|амперсанд|тильда|вертикальная черта|верхняя кавычка|верхняя кавычка|нижняя кавычка|"
        "открывающая кавычка|закрывающая кавычка|короткое тире|тире|многоточие|маркер списка|"
        "точка посередине|евро|фунт|параграф|градус",
    ),
    "uk": _Table(
        "велика",
        "пробіл",
        "знак питання|знак оклику|скісна риска|зворотна скісна риска|двокрапка|крапка з комою|кома|крапка|"
        "відкривна квадратна дужка|закривна квадратна дужка|відкривна фігурна дужка|"
        "закривна фігурна дужка|відкривна дужка|закривна дужка|менше|більше|дорівнює|плюс|дефіс|зірочка|"
        "підкреслення|апостроф|лапки|равлик|решітка|долар|відсоток|амперсанд|тильда|вертикальна риска|"
        "верхня лапка|верхня лапка|нижня лапка|відкривна лапка|закривна лапка|коротке тире|тире|"
        "три крапки|маркер списку|крапка посередині|євро|фунт|параграф|градус",
    ),
}


class NamesAbroad(NamedTuple):
    """What characters are called in a language: sign -> name, and the word before a capital."""

    signs: dict[str, str]
    capital: str


@cache
def names_in(language: str) -> NamesAbroad | None:
    """Return what characters are called in a language, a primary tag; None where English is used."""
    table = _TABLES.get(language)
    if table is None:
        return None
    signs = dict(zip(_SIGNS.split(), table.names.split("|"), strict=True))
    return NamesAbroad(signs | dict.fromkeys(" \u00a0\u202f", table.space), table.capital)
