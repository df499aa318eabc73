"""Rules for amounts: per cent, powers, coordinates, and numbers with units, in one token or over several."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise import measures
from briefing.text.normalise.numerals import FRACTIONS, numbers, pair_by_pair
from briefing.text.normalise.phrasing import (
    NUMBER,
    SIGN,
    Context,
    Phrases,
    british_first,
    each,
    forms_of,
    is_one,
)

UNIT: Final = r"(?:[GMk]?tCO2e?)|°?[A-Za-zµμΩ]+[²³23]?(?:/[A-Za-zµμ]+[²³23]?)?"
"""A unit, or one per another."""
UNIT_FORM: Final = rf"(?P<number>[+\-–]?{NUMBER})(?P<hyphen>-?)(?P<unit>{UNIT}|[%‰°℃℉×¢])"
_ARTICLES: Final = frozenset(
    ("a", "an", "the", "its", "their", "his", "her", "this", "another", "new", "each")
)


def is_attributive(article: str, context: Context) -> bool:
    """Whether an amount between an article and a noun is said in the singular: "a $500 fine"."""
    return (
        (article.lower() in _ARTICLES or article.lower().endswith("'s"))
        and not context.ends_clause
        and not context.has_stop
        and bool(re.match(r"[a-z]{3,}|a$|per$", context.after))
        and context.after.rstrip(",.;:").lower() not in measures.AFTER_AMOUNT
    )


def unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a unit after a number that is a token of its own: "80 km/h", "10 %", "3 sq km"."""
    unit = match[0].lower() if match[0].lower() in measures.SHOUTED else match[0]
    count = context.before
    if context.before.lower().rstrip(".") in ("sq", "cu", "square", "cubic", "per"):
        count = "1" if context.before.lower() == "per" else context.earlier
    elif re.match(SIGN, context.before) or not (
        context.follows_number or re.fullmatch(r"[\d.,]+(?:k|m|mn|bn|tn)", context.before)
    ):
        return []
    if unit in measures.NEVER_ALONE and not (unit == "s" and re.search(r"\.\d", count)):
        return []
    if unit == "in" and not context.has_stop and context.earlier.rstrip(".") not in ("ft", "feet", "foot"):
        return []
    forms = _unit_forms(unit)
    is_part = re.fullmatch(r"\d/\d{1,2}|[½¼¾⅐-⅞]", count) is not None
    is_single = is_one(count) or is_part or _is_of_size(unit, context.earlier, context)
    said = [one if is_single else many for one, many in forms]
    if not said:
        return []
    if unit == "m" and context.after.rstrip(",.;:") in measures.COUNTED_IN_MILLIONS:
        return ["million", *said]
    if unit in ("m", "t"):
        said.append({"m": "million", "t": "trillion"}[unit])
    return [*said, forms[0][is_single]]  # "a 5 km run"


def _is_of_size(unit: str, article: str, context: Context) -> bool:
    """Whether an amount tells the size of the thing that follows: "a 5 km run", "155mm shells"."""
    if len(unit) > len("km"):
        return False
    if is_attributive(article, context):
        return True
    thing = context.after.rstrip(",.;:")
    is_thing = (
        re.fullmatch(r"[a-z]{3,}[^s]s", thing) and thing not in measures.NO_PLURALS | measures.AFTER_AMOUNT
    )
    return not context.ends_clause and (
        is_thing or (unit == "mm" and thing.removesuffix("s") in measures.CALIBRES)
    )


def _unit_forms(unit: str) -> list[tuple[str, str]]:
    """Return the (singular, plural) ways to say a unit, or one per another ("µg/m³"); none if unknown."""
    if unit in measures.UNITS:
        return forms_of(measures.UNITS[unit])
    above, _, below = unit.partition("/")
    per = measures.RATED.get(below) or (
        forms_of(measures.UNITS[below])[0][0] if below in measures.UNITS else ""
    )
    if not per or above not in measures.UNITS:
        return []
    return [(f"{one} per {per}", f"{many} per {per}") for one, many in forms_of(measures.UNITS[above])[:2]]


def number_with_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a number with a unit: "80km/h", "50%", "-5°C", "5G", "5-km"."""
    number, unit = match["number"], match["unit"]
    is_house = unit in "ABCDE" and re.match("[A-Z][a-z]", context.after)  # 221B Baker Street
    if (
        re.fullmatch("[A-Z]", unit)
        and (is_house or context.before.lower() in lex.LETTERED)
        and number.isdecimal()
    ):
        return [f"{way} {unit}" for way in numbers(number)[:2]]
    key = (
        unit
        if unit in measures.UNITS or "/" in unit
        else unit.lower()
        if len(unit) > 1 or unit == "M"
        else ""
    )
    pairs = _unit_forms(key)
    if not pairs:
        return []
    if unit == "m" and (
        re.fullmatch(r"\d{1,2}h(?:rs?)?", context.before)
        or re.fullmatch(r"\d{1,2}s", context.after.rstrip(".,;:)"))
    ):  # 1h 30m, 4m 12s
        pairs = forms_of(measures.UNITS["min"])
    is_lasting = unit == "hr" and re.match("[a-z]{3}", context.after) and not context.ends_clause  # 24hr news
    is_single = is_one(number) or match["hyphen"] or is_lasting or _is_of_size(unit, context.before, context)
    said = [one if is_single else many for one, many in pairs]
    if unit == "m" and context.after.rstrip(",.;:") in measures.COUNTED_IN_MILLIONS:
        said.insert(0, "million")
    elif unit == "m":
        said.append("million")
    elif unit == "M":
        said = ["million", "M", *said]
    elif unit in ("K", "k") and (
        len(number) == 1
        or context.after.startswith(("run", "race", "walk"))
        or re.fullmatch(r"ran|runs?|running|raced?|walked", context.before)
    ):
        said = ["K", *said]
    if unit == "p" and re.fullmatch(r"\d{4}", number):
        return each([pair_by_pair(number), *numbers(number)[:1]], said)
    heads = british_first(numbers(number), context)
    heads = heads[:2] if number[-1] not in FRACTIONS else heads
    other = [many if match["hyphen"] else one for one, many in pairs[:1]]
    return [*each(heads, said), *each(heads[:1], other)]


def feet_and_inches(match: re.Match[str], _context: Context) -> Phrases:
    """Read a height: 6'4."""
    feet, inches = numbers(match["feet"])[0], numbers(match["inches"])[0]
    return [f"{feet} foot {inches}", f"{feet} {inches}", f"{feet} feet {inches} inches"]


def power_of_ten(match: re.Match[str], _context: Context) -> Phrases:
    """Read "6.02×10^23", "1.5e-10"."""
    minus = "minus " if match["minus"] == "-" else ""
    return [
        f"{way} times ten to the {minus}{numbers(match['power'])[0]}" for way in numbers(match["head"])[:2]
    ]


def power(match: re.Match[str], _context: Context) -> Phrases:
    """Read "2^10"."""
    minus = "minus " if match["minus"] else ""
    return [f"{numbers(match['base'])[0]} to the {minus}{numbers(match['power'])[0]}"]


def dimensions(match: re.Match[str], _context: Context) -> Phrases:
    """Read "4x100m", "1,920×1,080": the sides of a thing, or the legs of a race."""
    sides = re.split("[x×]", match["sides"])
    if not all(re.fullmatch(NUMBER, side) for side in sides):
        return []
    said = [numbers(side)[0] for side in sides]
    units = [many for _, many in _unit_forms(match["unit"])[:1]] if match["unit"] else [""]
    return each([f" {sign} ".join(said) for sign in ("by", "times", "X")], units)


def coordinate(match: re.Match[str], _context: Context) -> Phrases:
    """Read a latitude or longitude: 51°30′N."""
    parts = [
        f"{numbers(match[part].lstrip('0') or '0')[0]} {part}"
        for part in ("degrees", "minutes", "seconds")
        if match[part]
    ]
    return [" ".join((*parts, measures.DIRECTIONS.get(match["side"] or "", ""))).strip()]


def decimal_coordinate(match: re.Match[str], context: Context) -> Phrases:
    """Read the "28.4N" and the "68.7W" of "28.4N 68.7W"."""
    is_latitude = match["side"] in "NS"
    other, sides = (context.after, "EW") if is_latitude else (context.before, "NS")
    if not re.fullmatch(rf"\d{{1,3}}(?:\.\d+)?°?[{sides}][.,;)]*", other):
        return []
    return [f"{way} degrees {measures.DIRECTIONS[match['side']]}" for way in numbers(match["number"])[:2]]


def range_with_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a range with a unit: "10-15%"."""
    tail = re.compile(UNIT_FORM).fullmatch(match["high"] + match["unit"])
    head = re.compile(UNIT_FORM).fullmatch(match["low"] + (match["low_unit"] or match["unit"]))
    if not tail or not head:
        return []
    low = numbers(match["low"])[:1] + (number_with_unit(head, context)[:1] if match["low_unit"] else [])
    return each(low[::-1], ["to", ""], number_with_unit(tail, context)[:2])


def words_per_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read the words of a rate after its number: "60 beats/min", "30 miles/hour"."""
    unit = match["unit"]
    per = measures.RATED.get(unit.lower()) or next((one for one, _ in _unit_forms(unit)), None)
    if per is None or not context.follows_number:
        return []
    what = match["what"]
    said = [many for _, many in forms_of(measures.UNITS[what])] if what in measures.UNITS else [what.lower()]
    return each(said[:2], ["per", "a"], [per])
