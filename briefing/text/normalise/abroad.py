"""What a voice of another language than English is handed for amounts, dates, times and short forms.

Such a voice knows its numbers, so digits stay digits; what it misreads is given in words: the
currency that belongs after the magnitude, abbreviations, units, ranges, and in German, French
and Spanish ordinals, dates and times. What is in no table stays as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.normalise.abroad_special import SPECIAL
from briefing.text.normalise.abroad_tokens import address, joined, letters, telephone
from briefing.text.normalise.abroad_words import LANGUAGES, LanguageWords

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGES: Final = "\"'“”„‘’«»()[]{},;:!?…¡¿"
_LONGEST: Final = 40
"""Code points of a token that is looked into."""
_LONGEST_ADDRESS: Final = 500
_LOWERED: Final = {0x2080 + digit: str(digit) for digit in range(10)}
"""Digits below the line: "CO₂"."""
_NUMERAL: Final = re.compile("[IVXL]{1,7}")
_ELIDED: Final = re.compile(r"(?P<article>[LlDdQqNnJjSs]['’])(?P<rest>[^\W\d_]\S*)")
_SAINT: Final = re.compile(r"(?P<before>[LlDd]['’])?St(?P<ending>e?)-(?P<name>[A-ZÀ-Ý]\S+)")
_AMOUNT: Final = re.compile(
    r"(?P<minus>[-−–+])?(?P<sign>[^\d\s+−–]{1,4}?)?(?P<number>\d[\d.,]*(?<=\d))(?P<unit>[^\d\s]{1,8})?"
)
_RANGE: Final = re.compile(r"(?P<low>[1-9]\d{0,3}(?:,\d)?|0)[-–](?P<high>[1-9]\d{0,3}(?:,\d)?|0)(?P<unit>%?)")
_CENTS: Final = re.compile(r"(?P<whole>[\d.]+),(?P<part>\d\d)")
_GLUED: Final = re.compile(r"(?P<short>[^\W\d_]{0,2}\.?[°º§]{1,2})(?P<number>\d.*)")
_NO_CENTS: Final = re.compile(r"(?<=\d),(?:-+|[–—])")
"""What stands for the cents of a round sum: "5,–"."""
_BEFORE_TITLE: Final = frozenset(
    ("según", "con", "para", "por", "como", "selon", "avec", "pour", "chez", "quand", "si")
)
_FEW: Final = (2, 3, 4)
_FRENCH: Final = frozenset(("million", "milliard"))
"""In French all below two is singular: "1,5 milliard"."""


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
    written = [_core(token, words) for token in tokens]
    if written and written[-1] not in words.short:
        written[-1] = written[-1].removesuffix(".")
    bare, places = joined(written)
    said: dict[int, str] = {}
    for i, core in enumerate(bare):
        if i not in said and core:
            said.update(_say(bare, i, words, language))
            if core != written[places[i]]:
                said.setdefault(i, core)
    silent = set(range(len(written))) - set(places)
    found = {places[i]: way for i, way in said.items() if i < len(places)}
    return found | dict.fromkeys(silent, "")


def _core(token: str, words: LanguageWords) -> str:
    """Return a token bare of the punctuation around it; empty if it is too long, and no address."""
    core = token.strip(_EDGES).translate(_LOWERED)
    if len(token) > _LONGEST:
        return core if len(token) <= _LONGEST_ADDRESS and address(core, words) else ""
    return _NO_CENTS.sub("", core)


def _say(bare: Sequence[str], i: int, words: LanguageWords, language: str) -> dict[int, str]:
    special = SPECIAL.get(language)
    beside = (*bare[max(0, i - 1) : i], *bare[i + 1 : i + 2])
    if way := address(bare[i].rstrip("."), words) or letters(bare[i], beside, words):
        return {i: way}
    return (
        _days(bare, i, words)
        or _short(bare, i, words)
        or _elided(bare, i, words)
        or _before(bare, i, words)
        or telephone(bare, i)
        or (special(bare, i, words) if special else {})
        or _range(bare, i, words)
        or _amount(bare, i, words)
        or _sign_before(bare, i, words)
    )


def _short(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    """Read an abbreviation, in one token or two ("z. B."), and a fraction."""
    core = bare[i]
    is_initial = len(core) == len("M.") and core[-1] == "."  # John D. Rockefeller; "M." at the end
    follows_name = i > 0 and bare[i - 1][:1].isupper() and bare[i - 1].lower() not in _BEFORE_TITLE
    if core in words.short and not (is_initial and (i + 1 == len(bare) or follows_name)):
        return {i: words.short[core]}
    if core in words.fractions:
        return {i: words.fractions[core]}
    for count in (3, 2) if core[-1] == "." else ():
        if (way := words.short.get("".join(bare[i : i + count]))) and i + count <= len(bare):
            first, *rest = way.split()
            last = " ".join(rest[count - 2 :])
            return {
                i: first,
                **dict(zip(range(i + 1, i + count - 1), rest, strict=False)),
                i + count - 1: last,
            }
    return {}


def _days(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    """Read "Mo–Fr", "lun.-vie."."""
    first, _, last = re.sub("[–-]", " ", bare[i], count=1).partition(" ")
    low, high = (words.days.get(day) or words.days.get(f"{day}.") for day in (first, last))
    return {i: f"{low} {words.to} {high}"} if low and high else {}


def _elided(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    """Read what stands after an article without its vowel: "l'art. 49", "d'env. 5 km", "St-Denis"."""
    if saint := _SAINT.fullmatch(bare[i]) if words.to == "à" else None:
        return {i: f"{saint['before'] or ''}{'sainte' if saint['ending'] else 'saint'} {saint['name']}"}
    match = _ELIDED.fullmatch(bare[i])
    if not match:
        return {}
    inner = [*bare[:i], match["rest"], *bare[i + 1 :]]
    said = _short(inner, i, words) or _before(inner, i, words)
    way = said.get(i) or letters(match["rest"], (), words)
    return {**said, i: match["article"] + way} if way else {}


def _range(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    """Read "10–15", "5-7%", "50–60 Mio."."""
    between = _RANGE.fullmatch(bare[i]) if words.to else None
    if not between:
        return {}
    counted = {} if between["unit"] else _counted(bare, i, words, between["high"])
    high = counted.get(i, between["high"])
    return {**counted, i: f"{between['low']} {words.to} {high}{between['unit'] and ' %'}"}


def _before(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    """Read what is short for something only before a number or a name: "S. 5", "Me Petit", "n°12"."""
    core, after = bare[i], bare[i + 1] if i + 1 < len(bare) else ""
    is_numbered = after[:1].isdecimal() or (len(after) > 1 and _NUMERAL.fullmatch(after))
    if core in words.before_number and is_numbered:
        return {i: words.before_number[core]}
    if core in words.before_name and after[:1].isupper():
        return {i: words.before_name[core]}
    glued = _GLUED.fullmatch(core)
    short = words.short.get(glued["short"]) or words.before_number.get(glued["short"]) if glued else None
    return {i: f"{short} {glued['number']}"} if glued and short else {}


def _sign_before(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    """Read "US$ 5 Mio." as "US$5 Mio.": a sign that stands apart before its amount."""
    if bare[i] in words.currencies and i and bare[i - 1] in ("de", "d'") and not bare[i].isalpha():
        return {i: words.currencies[bare[i]].split("/")[-1]}  # "2,5 millones de $"
    if bare[i] not in words.currencies or i + 1 == len(bare) or (i and bare[i - 1][-1:].isdecimal()):
        return {}
    match = _AMOUNT.fullmatch(bare[i + 1])
    if not match or match["sign"] or match["unit"]:
        return {}
    found = _paid(bare, i + 1, words, match["number"], bare[i])
    return {i: "", **found}


def _amount(bare: Sequence[str], i: int, words: LanguageWords) -> dict[int, str]:
    match = _AMOUNT.fullmatch(bare[i])
    if not match:
        return {}
    sign, number, unit = match["sign"] or "", match["number"], match["unit"] or ""
    minus = f"{words.plus if match['minus'] == '+' else words.minus} " if match["minus"] else ""
    found: dict[int, str] = {}
    if sign in words.currencies:
        found = _paid(bare, i, words, number, sign)
    elif not sign and unit:
        found = _with_unit(i, words, number, unit)
    elif not sign:
        found = _counted(bare, i, words, number)
    if not found and minus and not sign and unit in ("", "%"):
        found = {i: number + unit}
    if minus and i in found:
        found[i] = minus + found[i]
    return found


def _paid(bare: Sequence[str], i: int, words: LanguageWords, number: str, sign: str) -> dict[int, str]:
    """Read an amount whose currency stands before it: "$2,5 Mio.", "₹500 करोड़"."""
    after = bare[i + 1].rstrip(".") if i + 1 < len(bare) else ""
    if after in words.magnitudes:
        return {i: number, i + 1: _with_magnitude(words, number, after, sign)}
    return {i: _money(words, number, sign)}


def _with_unit(i: int, words: LanguageWords, number: str, unit: str) -> dict[int, str]:
    """Read a number with its unit, magnitude or currency in one token: "80km/h", "5M€", "20€"."""
    if unit in words.currencies:
        return {i: _money(words, number, unit)}
    if said := _unit(words, unit):
        return {i: f"{number} {said}"}
    for sign in words.currencies:
        magnitude = unit.removesuffix(sign)
        if magnitude != unit and magnitude in words.magnitudes:
            return {i: f"{number} {_with_magnitude(words, number, magnitude, sign)}"}
    return {}


def _counted(bare: Sequence[str], i: int, words: LanguageWords, number: str) -> dict[int, str]:
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
    said = _unit(words, after) or _unit(words, plain)
    return {i: number, i + 1: said} if said else {}


def _unit(words: LanguageWords, unit: str) -> str:
    """Return what a unit is called, or one per another: "m2", "µg/m³", "€/kWh"; "" if it is unknown."""
    unit = re.sub(r"(?<=[^\W\d_])[23]$", lambda match: "²" if match[0] == "2" else "³", unit)
    if unit in words.units:
        return words.units[unit]
    above, _, below = unit.partition("/")
    below = re.sub(r"(?<=[^\W\d_])[23]$", lambda match: "²" if match[0] == "2" else "³", below)
    what = words.units.get(above) or words.currencies.get(above, "").split("/")[-1]
    per = words.rated.get(below) or (below if len(below) > 2 and below.isalpha() else "")  # noqa: PLR2004
    return f"{what} {words.per} {per}" if words.per and what and per else ""


def _many(words: LanguageWords, number: str, magnitude: str, later: str, i: int) -> dict[int, str]:
    """Read a magnitude of its own, with the currency or unit after it: "2,4 Mrd. €", "50 Mio. t"."""
    forms = words.magnitudes[magnitude].split("/")
    said = {} if magnitude in forms else {i: number, i + 1: _form(words.magnitudes[magnitude], number)}
    what = later.rstrip(".")
    if what in words.currencies:
        of, currency = _of(words, what, magnitude)
        return {i: number, i + 1: _form(words.magnitudes[magnitude], number), i + 2: f"{of}{currency}"}
    return {**said, i + 2: words.units[what]} if what in words.units else said


def _with_magnitude(words: LanguageWords, number: str, magnitude: str, sign: str) -> str:
    of, currency = _of(words, sign, magnitude)
    return f"{_form(words.magnitudes[magnitude], number)} {of}{currency}"


def _of(words: LanguageWords, sign: str, magnitude: str) -> tuple[str, str]:
    """Return what stands between a magnitude and its currency ("de ", "d'"), and the currency."""
    forms = words.currencies[sign].split("/")
    is_thousand = words.magnitudes[magnitude].startswith(("mil/", "mille/"))
    if not words.of or is_thousand:
        return "", forms[-1]
    return ("d'" if words.to == "à" and forms[-1][0] in "aeiou" else f"{words.of} "), forms[-1]


def _money(words: LanguageWords, number: str, sign: str) -> str:
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
        is_below_two = forms[0] in _FRENCH and re.fullmatch(r"[01](?:,\d+)?", number)
        return forms[number not in ("1", "1,0") and not is_below_two]
    one, few, many, *of_parts = forms
    if "," in number:
        return of_parts[0] if of_parts else few
    value = int(re.sub(r"\D", "", number))
    if value % 10 == 1 and value % 100 != 11:  # noqa: PLR2004
        return one
    return few if value % 10 in _FEW and value % 100 not in (12, 13, 14) else many
