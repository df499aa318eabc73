"""Rules for amounts: money, per cent, and numbers with units, in one token or over several."""

from __future__ import annotations

import re
from typing import Final

from briefing.spoken import measures
from briefing.spoken.numerals import FRACTIONS, numbers, pair_by_pair
from briefing.spoken.phrasing import (
    NUMBER,
    SIGN,
    TRAILING_SIGN,
    Context,
    Phrases,
    british_first,
    each,
    forms_of,
    is_one,
)

MAGNITUDE: Final = r"-?(?:k|m|mn|mln|bn|b|bln|tn|trln|trn|t|thousand|million|billion|trillion)"
MONEY_FORM: Final = rf"(?P<sign>{SIGN})-?(?P<number>{NUMBER})(?P<magnitude>(?i:{MAGNITUDE}))?"
TRAILING_SIGN_FORM: Final = rf"(?P<number>{NUMBER})(?P<magnitude>(?i:{MAGNITUDE}))?(?P<sign>{TRAILING_SIGN})"
UNIT: Final = r"°?[A-Za-zµμ]+[²³23]?(?:/[A-Za-zµμ]+[²³23]?)?"
"""A unit, or one per another."""
UNIT_FORM: Final = rf"(?P<number>[+\-–]?{NUMBER})(?P<hyphen>-?)(?P<unit>{UNIT}|[%‰°℃℉×¢])"
_LARGE: Final = re.compile(
    r"-?(?:(?:hundred|thousand|million|billion|trillion|crore|lakh)\b|[mbt]n\b|[kmbt](?![\w'’.]))",
    re.IGNORECASE,
)
_ARTICLES: Final = frozenset(
    ("a", "an", "the", "its", "their", "his", "her", "this", "another", "new", "each")
)


def money(match: re.Match[str], context: Context) -> Phrases:
    """Read money in one token: "$1.50", "€2.5bn", "£5", "5€"; the "$4.2" of "$4.2 billion"."""
    sign, number, magnitude = match["sign"].rstrip("."), match["number"], match["magnitude"] or ""
    if sign == "R" and not magnitude and not _LARGE.match(context.after):  # a road
        return []
    main, hundredth = measures.CURRENCIES[sign]
    names = [pair[0] if is_one(number) and not magnitude else pair[1] for pair in forms_of(main)]
    heads = british_first(numbers(number), context)[:3]
    if magnitude:
        heads = [f"{head} {measures.MAGNITUDES[magnitude.lower().strip('-')]}" for head in heads]
    if _LARGE.match(context.after) and not magnitude:
        return heads + ["a"] * (number == "1") + each(heads[:1], names[:1])
    cents = re.fullmatch(r"([\d,]*)\.(\d\d)", number)
    if cents and not magnitude and sign not in measures.WITHOUT_HUNDREDTHS:
        return _with_cents(cents[1] or "0", cents[2], (main, hundredth), heads)
    singular = [pair[0] for pair in forms_of(main)][:1]
    if magnitude.startswith("-") or _is_attributive(context.before, context):  # a $300-million plan
        return each(heads[:2], singular + names[:1]) + heads[:1]
    return each(heads[:2], names[:2]) + heads[:1] + each(heads[:1], singular) + heads[1:]


def _with_cents(whole: str, part: str, units: tuple[str, str], heads: Phrases) -> Phrases:
    """Read "$3.50": three dollars fifty, three dollars and fifty cents, three fifty."""
    main, hundredth = (forms_of(unit) for unit in units)
    small = numbers(str(int(part)))[:1]
    cents = [pair[part != "01"] for pair in hundredth]
    names = [pair[not is_one(whole)] for pair in main]
    if part == "00":
        return each(numbers(whole)[:2], names)
    if whole == "0":
        return [*each(small, cents), *each(heads[:1], [main[0][1]])]
    named = each(numbers(whole)[:1], names[:1])
    short = [f"oh {small[0]}", *small] if part[0] == "0" else small
    return [
        *each(named, ["and"], small, cents) * (part[0] == "0"),
        *each(named, small),
        *each(named, ["and"], small, cents),
        *each(named, small, cents),
        *each(numbers(whole)[:1], short),
        *each(heads[:1], [main[0][1]]),
    ]


def money_range(match: re.Match[str], context: Context) -> Phrases:
    """Read a range of money: "$5-10 million", "$5m-$10m"."""
    sign, low, high = match["sign"], match["low"], match["high"]
    tail = re.compile(MONEY_FORM).fullmatch(sign + high + (match["magnitude"] or ""))
    if not tail:
        return []
    lows = numbers(low)[:1]
    if match["low_magnitude"]:
        lows = [f"{lows[0]} {measures.MAGNITUDES[match['low_magnitude'].lower().strip('-')]}"]
    if match["second_sign"] and re.search(r"\.\d\d$", low) and not match["low_magnitude"]:
        head = re.compile(MONEY_FORM).fullmatch(sign + low)
        lows = money(head, context)[:1] if head else lows
    elif match["second_sign"] and not _LARGE.match(context.after):
        lows += each(lows, [forms_of(measures.CURRENCIES[sign.rstrip(".")][0])[0][1]])
    return each(lows[::-1] if match["low_magnitude"] else lows, ["to", ""], money(tail, context)[:3])


def after_money(match: re.Match[str], context: Context) -> Phrases:
    """Read a magnitude after a number: "billion" says the "dollars" of "$4.2 billion"."""
    said = measures.MAGNITUDES.get(match[0].lower(), "")
    if not said:
        return []
    if (
        len(context.after) > 1 and context.after.lower().rstrip(".,;:)") in measures.MAGNITUDES
    ):  # "lakh crore"
        return [said]
    amount = context.earlier if context.before.lower() in measures.MAGNITUDES else context.before
    paid = re.match(rf"[-+]?(?P<sign>{SIGN})", amount)
    sign = paid["sign"] if paid else context.earlier if context.earlier in measures.CURRENCIES else ""
    if sign and context.follows_number:
        one, many = forms_of(measures.CURRENCIES[sign.rstrip(".")][0])[0]
        named = re.match(r"dollar|pound|euro|yen|yuan|rupee", context.after, re.IGNORECASE)
        ways = [f"{said} {many}", f"{said} {one}", said]
        if _is_attributive(context.earlier, context):
            ways = [f"{said} {one}", f"{said} {many}", said]
        return [said] if named else ways
    if match[0].lower() == said:
        return [said]
    ambiguous = match[0].lower() in ("m", "t", "b", "k")
    return [said] if context.follows_number and not ambiguous else []


def _is_attributive(article: str, context: Context) -> bool:
    """Whether an amount between an article and a noun is said in the singular: "a $500 fine"."""
    return (
        article.lower() in _ARTICLES
        and not context.ends_clause
        and not context.has_stop
        and bool(re.match(r"[a-z]{3,}|a$|per$", context.after))
        and context.after.rstrip(",.;:").lower() not in measures.AFTER_AMOUNT
    )


def after_code(match: re.Match[str], context: Context) -> Phrases:
    """Read the number of "USD 5", "Rs. 500": it says the currency."""
    code = context.before.rstrip(".")
    if code not in measures.CURRENCIES or not re.fullmatch(r"[A-Z][A-Za-z]+|\W", code):
        return []
    said = numbers(match[0])[:2]
    if _LARGE.match(context.after):
        return said
    names = [one if is_one(match[0]) else many for one, many in forms_of(measures.CURRENCIES[code][0])]
    return [*each(said, names[:2]), *said]


def unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a unit after a number that is a token of its own: "80 km/h", "10 %", "3 sq km"."""
    unit, count = match[0], context.before
    if context.before.lower().rstrip(".") in ("sq", "cu", "square", "cubic", "per"):
        count = "1" if context.before.lower() == "per" else context.earlier
    elif re.match(SIGN, context.before) or not (
        context.follows_number or re.fullmatch(r"[\d.,]+(?:k|m|mn|bn|tn)", context.before)
    ):
        return []
    if unit in measures.NEVER_ALONE:
        return []
    if unit == "in" and not context.has_stop and context.earlier.rstrip(".") not in ("ft", "feet", "foot"):
        return []
    forms = _unit_forms(unit)
    is_single = is_one(count) or (_is_attributive(context.earlier, context) and len(unit) > 1)
    said = [one if is_single else many for one, many in forms]
    if not said:
        return []
    if unit == "m" and context.after.rstrip(",.;:") in measures.COUNTED_IN_MILLIONS:
        return ["million", *said]
    if unit in ("m", "t"):
        said.append({"m": "million", "t": "trillion"}[unit])
    return [*said, forms[0][is_single]]  # "a 5 km run"


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


def lone_sign(match: re.Match[str], context: Context) -> Phrases:
    """Read a currency's sign without an amount: "A$-linked", "the US$"."""
    sign = match[0]
    if not sign.endswith("$") and sign.isalpha():
        return []
    one, many = forms_of(measures.CURRENCIES[sign][0])[0]
    return [many, one] if context.before.lower() in ("in", "of", "with", "to", "from") else [one, many]


def currency_code(match: re.Match[str], context: Context) -> Phrases:
    """Read a code or sign that is a token of its own: "USD 5", "5 €"; beside no number it is letters."""
    code = match[0]
    if code not in measures.CURRENCIES:
        return []
    names = [one if is_one(context.before) else many for one, many in forms_of(measures.CURRENCIES[code][0])]
    spelled = [" ".join(code)] if code.isalpha() and code.isupper() else []
    if context.follows_number:
        return [*names, *spelled]
    if re.match(r"\.?\d", context.after):
        return ["", *names, *spelled]
    return []


def number_with_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a number with a unit: "80km/h", "50%", "-5°C", "5G", "5-km"."""
    number, unit = match["number"], match["unit"]
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
    is_single = (
        is_one(number)
        or match["hyphen"]
        or (_is_attributive(context.before, context) and len(unit) <= len("km"))
    )
    said = [one if is_single else many for one, many in pairs]
    if unit == "m" and context.after.rstrip(",.;:") in measures.COUNTED_IN_MILLIONS:
        said.insert(0, "million")
    elif unit == "m":
        said.append("million")
    elif unit == "M":
        said = ["million", "M", *said]
    elif unit in ("K", "k") and (len(number) == 1 or context.after.startswith(("run", "race", "walk"))):
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


def coordinate(match: re.Match[str], _context: Context) -> Phrases:
    """Read a latitude or longitude: 51°30′N."""
    parts = [f"{numbers(match[part])[0]} {part}" for part in ("degrees", "minutes", "seconds") if match[part]]
    return [" ".join((*parts, measures.DIRECTIONS.get(match["side"] or "", ""))).strip()]


def range_with_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a range with a unit: "10-15%"."""
    tail = re.compile(UNIT_FORM).fullmatch(match["high"] + match["unit"])
    head = re.compile(UNIT_FORM).fullmatch(match["low"] + (match["low_unit"] or match["unit"]))
    if not tail or not head:
        return []
    low = numbers(match["low"])[:1] + (number_with_unit(head, context)[:1] if match["low_unit"] else [])
    return each(low[::-1], ["to", ""], number_with_unit(tail, context)[:2])


def per_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a rate: "$100bn/year", "5kg/day"."""
    unit = match["unit"]
    tail = re.compile(UNIT_FORM).fullmatch(match["amount"]) or re.compile(MONEY_FORM).fullmatch(
        match["amount"]
    )
    if unit not in measures.RATED:
        return []
    if re.fullmatch(NUMBER, match["amount"]) and not unit.isdecimal() and unit not in ("m", "in"):
        return [f"{way} per {measures.RATED[unit]}" for way in numbers(match["amount"])[:2]]
    if not tail:
        return []
    head = money(tail, context) if "sign" in tail.groupdict() else number_with_unit(tail, context)
    return each(
        head[:2], [f"a{'n' * (unit in ('hour', 'hr', 'h', 'ounce', 'oz'))}", "per"], [measures.RATED[unit]]
    )


def words_per_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read the words of a rate after its number: "60 beats/min", "30 miles/hour"."""
    per = measures.RATED.get(match["unit"].lower())
    if per is None or not context.follows_number:
        return []
    what = match["what"]
    said = [many for _, many in forms_of(measures.UNITS[what])] if what in measures.UNITS else [what.lower()]
    return each(said[:2], ["per", "a"], [per])
