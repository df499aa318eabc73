"""What a voice of another language than English is handed for amounts, dates, times and short forms.

Such a voice knows its numbers, so digits stay digits; what it misreads is given in words: the
currency that belongs after the magnitude, abbreviations, units, ranges, and in German, French
and Spanish ordinals, dates and times. What is in no table stays as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.spoken.abroad_words import LANGUAGES, Words
from briefing.spoken.numerals import in_words, roman

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGES: Final = "\"'“”„‘’«»()[]{},;:!?…¡¿"
_LONGEST: Final = 40
"""Code points of a token that is looked into."""
_AMOUNT: Final = re.compile(
    r"(?P<minus>[-−–])?(?P<sign>[^\d\s+−–]{1,4}?)?(?P<number>\d[\d.,]*(?<=\d))(?P<unit>[^\d\s]{1,8})?"
)
_RANGE: Final = re.compile(r"(?P<low>[1-9]\d{0,3}(?:,\d)?|0)[-–](?P<high>[1-9]\d{0,3}(?:,\d)?|0)(?P<unit>%?)")
_CENTS: Final = re.compile(r"(?P<whole>[\d.]+),(?P<part>\d\d)")
_DATE: Final = re.compile(r"(?P<day>\d{1,2})(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_CLOCK: Final = re.compile(r"(?P<hour>\d{1,2})(?P<mark>[:.hH])(?P<minute>[0-5]\d)?")
_NUMERAL: Final = re.compile(r"[IVX]{2,}")
_FEW: Final = (2, 3, 4)
_DATIVE: Final = frozenset(("am", "vom", "zum", "dem", "den", "im", "beim", "seit", "bis", "ab", "des"))
_ARTICLES: Final = frozenset(("der", "die", "das"))
_FRENCH_ORDINAL: Final = re.compile(r"(?P<number>\d{1,3}|[IVX]{1,6})(?:e|ème|eme|ième)s?")


def said_abroad(tokens: Sequence[str], language: str) -> dict[int, str]:
    """Return what is said for tokens that a voice of the language would misread, by index.

    Args:
        tokens: of a sentence, as written.
        language: a primary subtag.

    Returns:
        What is said for a token bare of the punctuation around it; "" where nothing is.
    """
    words = LANGUAGES.get(language)
    if words is None:
        return {}
    bare = [token.strip(_EDGES) if len(token) <= _LONGEST else "" for token in tokens]
    if bare and bare[-1] not in words.short:
        bare[-1] = bare[-1].removesuffix(".")
    said: dict[int, str] = {}
    for i, core in enumerate(bare):
        if i not in said and core:
            said.update(_say(bare, i, words, language))
    return said


def _say(bare: Sequence[str], i: int, words: Words, language: str) -> dict[int, str]:
    core = bare[i]
    is_initial = len(core) == len("M.") and core[-1] == "."  # John D. Rockefeller; "M." at the end
    if core in words.short and not (is_initial and (i + 1 == len(bare) or (i and bare[i - 1][:1].isupper()))):
        return {i: words.short[core]}
    special = _SPECIAL.get(language)
    if special and (found := special(bare, i, words)):
        return found
    if core[-1] == "." and "".join(bare[i : i + 2]) in words.short:  # "z. B."
        first, *rest = words.short["".join(bare[i : i + 2])].split()
        return {i: first, i + 1: " ".join(rest)}
    between = _RANGE.fullmatch(core) if words.to else None
    if between:
        return {i: f"{between['low']} {words.to} {between['high']}{between['unit'] and ' %'}"}
    amount = _AMOUNT.fullmatch(core)
    return _amount(bare, i, words, amount) if amount else _sign_before(bare, i, words)


def _sign_before(bare: Sequence[str], i: int, words: Words) -> dict[int, str]:
    """Read "US$ 5 Mio." as "US$5 Mio.": a sign that stands apart before its amount."""
    if bare[i] not in words.currencies or i + 1 == len(bare) or (i and bare[i - 1][-1:].isdecimal()):
        return {}
    match = _AMOUNT.fullmatch(bare[i + 1])
    if not match or match["sign"] or match["unit"]:
        return {}
    found = _paid(bare, i + 1, words, match["number"], bare[i])
    return {i: "", **found}


def _amount(bare: Sequence[str], i: int, words: Words, match: re.Match[str]) -> dict[int, str]:
    sign, number, unit = match["sign"] or "", match["number"], match["unit"] or ""
    minus = f"{words.minus} " if match["minus"] else ""
    found: dict[int, str] = {}
    if sign in words.currencies:
        found = _paid(bare, i, words, number, sign)
    elif not sign and unit:
        found = _with_unit(i, words, number, unit)
    elif not sign:
        found = _counted(bare, i, words, number)
    if not found and minus and not sign and not unit:
        found = {i: number}
    if minus and i in found:
        found[i] = minus + found[i]
    return found


def _paid(bare: Sequence[str], i: int, words: Words, number: str, sign: str) -> dict[int, str]:
    """Read an amount whose currency stands before it: "$2,5 Mio.", "₹500 करोड़"."""
    after = bare[i + 1].rstrip(".") if i + 1 < len(bare) else ""
    if after in words.magnitudes:
        return {i: number, i + 1: _with_magnitude(words, number, after, sign)}
    return {i: _money(words, number, sign)}


def _with_unit(i: int, words: Words, number: str, unit: str) -> dict[int, str]:
    """Read a number with its unit, magnitude or currency in one token: "80km/h", "5M€", "20€"."""
    if unit in words.currencies:
        return {i: _money(words, number, unit)}
    if unit in words.units:
        return {i: f"{number} {words.units[unit]}"}
    for sign in words.currencies:
        magnitude = unit.removesuffix(sign)
        if magnitude != unit and magnitude in words.magnitudes:
            return {i: f"{number} {_with_magnitude(words, number, magnitude, sign)}"}
    return {}


def _counted(bare: Sequence[str], i: int, words: Words, number: str) -> dict[int, str]:
    """Read what follows a number: "2,4 Mrd. €", "5 M€", "80 km/h", "19,99 €"."""
    after = bare[i + 1] if i + 1 < len(bare) else ""
    later = bare[i + 2] if i + 2 < len(bare) else ""
    plain = after.rstrip(".")
    if plain in words.magnitudes and (len(plain) > 1 or later in words.currencies):
        return _many(words, number, plain, later, i)
    if plain in words.currencies:
        whole, *rest = _money(words, number, plain).split(" ", 1)
        return {i: whole, i + 1: " ".join(rest)}
    for sign in words.currencies:
        magnitude = after.removesuffix(sign)
        if magnitude != after and magnitude in words.magnitudes:
            return {i: number, i + 1: _with_magnitude(words, number, magnitude, sign)}
    unit = after if after in words.units else plain
    if unit in words.units and (len(unit) > 1 or unit in ("h", "m", "t")):
        return {i: number, i + 1: words.units[unit]}
    return {}


def _many(words: Words, number: str, magnitude: str, later: str, i: int) -> dict[int, str]:
    """Read a magnitude of its own, with the currency or unit after it: "2,4 Mrd. €", "50 Mio. t"."""
    forms = words.magnitudes[magnitude].split("/")
    said = {} if magnitude in forms else {i: number, i + 1: _form(words.magnitudes[magnitude], number)}
    what = later.rstrip(".")
    if what in words.currencies:
        of, currency = _of(words, what, magnitude)
        return {i: number, i + 1: _form(words.magnitudes[magnitude], number), i + 2: f"{of}{currency}"}
    return {**said, i + 2: words.units[what]} if what in words.units else said


def _with_magnitude(words: Words, number: str, magnitude: str, sign: str) -> str:
    of, currency = _of(words, sign, magnitude)
    return f"{_form(words.magnitudes[magnitude], number)} {of}{currency}"


def _of(words: Words, sign: str, magnitude: str) -> tuple[str, str]:
    """Return what stands between a magnitude and its currency ("de ", "d'"), and the currency."""
    forms = words.currencies[sign].split("/")
    is_thousand = words.magnitudes[magnitude].startswith(("mil/", "mille/"))
    if not words.of or is_thousand:
        return "", forms[-1]
    return ("d'" if words.to == "à" and forms[-1][0] in "aeiou" else f"{words.of} "), forms[-1]


def _money(words: Words, number: str, sign: str) -> str:
    currency = words.currencies[sign]
    cents = _CENTS.fullmatch(number)
    if not cents:
        return f"{number} {_form(currency, number)}"
    whole, part = cents["whole"], cents["part"]
    said = f"{whole} {_form(currency, whole)}"
    return said if part == "00" else f"{said} {words.cents} {int(part)}".replace("  ", " ")


def _form(entry: str, number: str) -> str:
    """Return the form of a word after a number: one, few, many, and of a fraction where that is another."""
    forms = entry.split("/")
    if len(forms) == len(("one", "many")):
        return forms[number not in ("1", "1,0")]
    one, few, many, *of_parts = forms
    if "," in number:
        return of_parts[0] if of_parts else few
    value = int(re.sub(r"\D", "", number))
    if value % 10 == 1 and value % 100 != 11:  # noqa: PLR2004
        return one
    return few if value % 10 in _FEW and value % 100 not in (12, 13, 14) else many


def _german(bare: Sequence[str], i: int, words: Words) -> dict[int, str]:
    before, after = bare[i - 1] if i else "", bare[i + 1] if i + 1 < len(bare) else ""
    core = bare[i]
    if (clock := _CLOCK.fullmatch(core)) and clock["minute"] and after == "Uhr":
        return {i: str(int(clock["hour"])), i + 1: f"Uhr {int(clock['minute']) or ''}".rstrip()}
    said = _german_date(core, before, words) or _german_ordinal_said(core, before, after)
    if not said and (score := re.fullmatch(r"(\d{1,3}):(\d)", core)):
        said = f"{score[1]} zu {score[2]}"
    if not said and (year := re.fullmatch(r"(1[1-9]\d\d)(er)?", core)):
        counted = in_words(int(year[1]), "de", "year")
        said = f"{counted}{year[2] or ''}" if counted else ""
    return {i: said} if said else {}


def _german_date(core: str, before: str, words: Words) -> str:
    date = _DATE.fullmatch(core)
    if not date or not 1 <= int(date["month"]) <= len(words.months):
        return ""
    month = words.months[int(date["month"]) - 1]
    return f"{_german_ordinal(int(date['day']), before)} {month} {date['year']}"


def _german_ordinal_said(core: str, before: str, after: str) -> str:
    """Read "25." before a noun, and the numerals of kings and congresses."""
    ordinal = re.fullmatch(r"(\d{1,3})\.", core)
    if ordinal and (after[:1].isupper() or after in ("und", "bis")):
        return _german_ordinal(int(ordinal[1]), before)
    numeral = roman(core.rstrip(".")) if _NUMERAL.fullmatch(core.rstrip(".")) else None
    if numeral and before.lower() in _DATIVE | _ARTICLES:
        return _german_ordinal(numeral, before)
    if numeral and before[:1].isupper() and before not in ("Teil", "Kapitel", "Band", "Akt"):
        return f"der {(in_words(numeral, 'de', 'ordinal') or core).capitalize()}"
    return ""


def _german_ordinal(number: int, before: str) -> str:
    said = in_words(number, "de", "ordinal") or f"{number}."
    ending = "n" if before.lower() in _DATIVE else "" if before.lower() in _ARTICLES else "r"
    return said + ending


def _french(bare: Sequence[str], i: int, words: Words) -> dict[int, str]:
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
    ordinal = _FRENCH_ORDINAL.fullmatch(core)
    if ordinal:
        number = int(ordinal["number"]) if ordinal["number"].isdecimal() else roman(ordinal["number"])
        said = in_words(number, "fr", "ordinal") if number else None
        return {i: said} if said else {}
    numeral = roman(core) if _NUMERAL.fullmatch(core) else None
    return {i: str(numeral)} if numeral and before[:1].isupper() else {}


def _spanish(bare: Sequence[str], i: int, words: Words) -> dict[int, str]:
    core = bare[i]
    before = bare[i - 1] if i else ""
    date = _DATE.fullmatch(core)
    if date and 1 <= int(date["month"]) <= len(words.months):
        return {i: f"{int(date['day'])} de {words.months[int(date['month']) - 1]} de {date['year']}"}
    numeral = roman(core) if _NUMERAL.fullmatch(core) else None
    if numeral and before[:1].isupper():
        return {i: (in_words(numeral, "es", "ordinal") if numeral <= 10 else None) or str(numeral)}  # noqa: PLR2004
    return {}


_SPECIAL: Final = {"de": _german, "fr": _french, "es": _spanish}
