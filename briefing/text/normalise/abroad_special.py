"""What German, French and Spanish have rules of their own for: dates, times, ordinals and Roman numerals."""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.normalise.numerals import in_words, roman

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.text.normalise.abroad_words import LanguageWords

_DATE: Final = re.compile(r"(?P<day>\d{1,2})(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_CLOCK: Final = re.compile(r"(?P<hour>\d{1,2})(?P<mark>[:.hH])(?P<minute>[0-5]\d)?")
_NUMERAL: Final = re.compile(r"[IVX]{2,}")
_FIRST_OF_NAME: Final = frozenset(
    """Carlos Felipe Pablo Isabel Fernando Pedro Francisco Juan Nicolás Alejandro Napoleón Jaime""".split()
)
"""Spanish kings and popes whose first of the name is written "I"."""
_DATIVE: Final = frozenset(("am", "vom", "zum", "dem", "den", "im", "beim", "seit", "bis", "ab", "des"))
_ARTICLES: Final = frozenset(("der", "die", "das"))
_COMPOUND: Final = re.compile(r"(?P<number>\d[\d.,]*)-(?P<unit>[^\W\d_]+)\.?-(?P<rest>[^\W\d_].*)")
_FRENCH_ORDINAL: Final = re.compile(r"(?P<number>\d{1,3}|[IVX]{1,6})(?:e|ème|eme|ième)s?")
_SPANISH_ORDINAL: Final = re.compile(r"(?P<number>\d{1,2})(?P<stop>\.?)(?P<ending>º|ª|er)")
_LAST_HOUR: Final = 24
_MOST_ORDINALS: Final = 10
"""Of kings and popes, in Spanish; the next are cardinals."""
_MOST_PLACES: Final = 20
"""What is counted by "º" in Spanish; more are degrees."""


def _german(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    before, after = bare[i - 1] if i else "", bare[i + 1] if i + 1 < len(bare) else ""
    core = bare[i]
    if (clock := _CLOCK.fullmatch(core)) and clock["minute"] and after == "Uhr":
        return {i: str(int(clock["hour"])), i + 1: f"Uhr {int(clock['minute']) or ''}".rstrip()}
    if (date := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.", core)) and 1 <= int(date[2]) <= len(words.months):
        said = f"{_german_ordinal(int(date[1]), before)} {words.months[int(date[2]) - 1]}"
        return {i: said}
    said = _german_date(core, before, words) or _german_ordinal_said(
        core, _before_both(bare, i), after, words
    )
    if not said and (score := re.fullmatch(r"(\d{1,3}):(\d)", core)):
        said = f"{score[1]} zu {score[2]}"
    if not said and (decade := re.fullmatch(r"['’]?([2-9]0)er(-\S+)?", core)):
        said = f"{in_words(int(decade[1]), 'de') or decade[1]}er{decade[2] or ''}"
    if not said and not before.isupper() and (year := re.fullmatch(r"(1[1-9]\d\d)(er)?", core)):
        counted = in_words(int(year[1]), "de", "year")
        said = f"{counted}{year[2] or ''}" if counted else ""
    return {i: said or _german_compound(core, words)} if said or _COMPOUND.fullmatch(core) else {}


def _before_both(bare: Sequence[str], i: int) -> str:
    """Return what stands before an ordinal, or before both of "im 19. und 20. Jahrhundert"."""
    is_second = i > 2 and bare[i - 1] in ("und", "bis", "oder") and re.fullmatch(r"\d{1,3}\.", bare[i - 2])  # noqa: PLR2004
    return bare[i - 3] if is_second else bare[i - 1] if i else ""


def _german_compound(core: str, words: LanguageWords) -> str:
    """Read "155-mm-Munition", "50-Mio.-Euro-Kredit"."""
    match = _COMPOUND.fullmatch(core)
    if not match:
        return core
    unit = words.units.get(match["unit"]) or words.magnitudes.get(match["unit"], match["unit"]).split("/")[-1]
    return f"{match['number']}-{unit}-{match['rest']}"


def _german_date(core: str, before: str, words: LanguageWords) -> str:
    date = _DATE.fullmatch(core)
    if not date or not 1 <= int(date["month"]) <= len(words.months):
        return ""
    month = words.months[int(date["month"]) - 1]
    return f"{_german_ordinal(int(date['day']), before)} {month} {date['year']}"


def _german_ordinal_said(core: str, before: str, after: str, words: LanguageWords) -> str:
    """Read "25." before a noun, and the numerals of kings and congresses."""
    ordinal = re.fullmatch(r"(\d{1,3})\.", core)
    if ordinal and (after[:1].isupper() or after in ("und", "bis")):
        return _german_ordinal(int(ordinal[1]), before)
    numeral = roman(core.rstrip(".")) if _NUMERAL.fullmatch(core.rstrip(".")) else None
    if numeral and before.lower() in _DATIVE | _ARTICLES:
        return _german_ordinal(numeral, before)
    if numeral and before.lower() in words.numbered:
        return str(numeral)
    if numeral and before[:1].isupper():
        article = "die" if before in words.queens else "der"
        return f"{article} {(in_words(numeral, 'de', 'ordinal') or core).capitalize()}"
    return ""


def _german_ordinal(number: int, before: str) -> str:
    said = in_words(number, "de", "ordinal") or f"{number}."
    is_owner = len(before) > 3 and before[-1:] == "s" and before[:1].isupper()  # noqa: PLR2004  # Beethovens 9.
    ending = "n" if before.lower() in _DATIVE else "" if before.lower() in _ARTICLES or is_owner else "r"
    return said + ending


def _french(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    core = bare[i]
    before = bare[i - 1] if i else ""
    date = _DATE.fullmatch(core)
    if date and 1 <= int(date["month"]) <= len(words.months):
        day = "premier" if int(date["day"]) == 1 else str(int(date["day"]))
        return {i: f"{day} {words.months[int(date['month']) - 1]} {date['year']}"}
    clock = _CLOCK.fullmatch(core)
    if clock and clock["mark"] in "hH":
        hour = int(clock["hour"])
        return {i: f"{hour} heure{'s' * (hour > 1)} {int(clock['minute'] or 0) or ''}".rstrip()}
    if height := re.fullmatch(r"([12])m(\d\d)", core):
        return {i: f"{height[1]} mètre{'s' * (height[1] > '1')} {int(height[2])}"}
    ordinal = _FRENCH_ORDINAL.fullmatch(core)
    if ordinal:
        number = int(ordinal["number"]) if ordinal["number"].isdecimal() else roman(ordinal["number"])
        said = in_words(number, "fr", "ordinal") if number else None
        return {i: said} if said else {}
    numeral = roman(core) if _NUMERAL.fullmatch(core) else None
    return {i: str(numeral)} if numeral and (before[:1].isupper() or before.lower() in words.numbered) else {}


def _spanish(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    core = bare[i]
    before, after = bare[i - 1] if i else "", bare[i + 1] if i + 1 < len(bare) else ""
    date = _DATE.fullmatch(core)
    if date and 1 <= int(date["month"]) <= len(words.months):
        return {i: f"{int(date['day'])} de {words.months[int(date['month']) - 1]} de {date['year']}"}
    clock = _CLOCK.fullmatch(core)
    is_time = clock and (clock["mark"] == ":" or after.rstrip(".") in ("h", "horas"))
    if clock and clock["minute"] and is_time and int(clock["hour"]) < _LAST_HOUR:
        hour, minute = int(clock["hour"]), int(clock["minute"])
        hours = {i + 1: "horas"} if after.rstrip(".") == "h" else {}
        return {i: f"{hour} y {minute}" if minute else str(hour), **hours}
    said = _spanish_ordinal(core, after)
    return {i: said} if said else _spanish_numeral(core, before, after, i, words)


def _spanish_ordinal(core: str, after: str) -> str:
    """Read "2.º", "3er", "5ª"; "35º" is a temperature."""
    match = _SPANISH_ORDINAL.fullmatch(core)
    if not match:
        return ""
    number = int(match["number"])
    if match["ending"] == "º" and not match["stop"] and (number > _MOST_PLACES or not after[:1].isalpha()):
        return ""
    said = in_words(number, "es", "ordinal") or ""
    if match["ending"] == "ª":
        return re.sub(r"o\b", "a", said)
    return said.removesuffix("o") if match["ending"] == "er" and number in (1, 3) else said


def _spanish_numeral(core: str, before: str, after: str, i: int, words: LanguageWords) -> dict[int, str]:
    is_first = core == "I" and before in _FIRST_OF_NAME
    numeral = roman(core) if is_first or _NUMERAL.fullmatch(core) else None
    if not numeral:
        return {}
    if before.lower() in words.numbered:
        return {i: str(numeral)}
    ordinal = (in_words(numeral, "es", "ordinal") if numeral <= _MOST_ORDINALS else None) or str(numeral)
    if before.lower() in ("la", "de", "el") and after[:1].isupper():  # la II Guerra Mundial, el III Reich
        is_short = before.lower() == "el" and numeral == 3  # noqa: PLR2004
        return {
            i: re.sub(r"o$", "a", ordinal)
            if before.lower() == "la"
            else ordinal.removesuffix("o")
            if is_short
            else ordinal
        }
    if before[:1].isupper():
        return {i: re.sub(r"o$", "a", ordinal) if before in words.queens else ordinal}
    return {}


SPECIAL: Final[Mapping[str, Callable[[Sequence[str], int, LanguageWords], dict[int, str]]]] = {
    "de": _german,
    "fr": _french,
    "es": _spanish,
}
"""By language: what is said for a token of a sentence and maybe for its followers, by index."""
