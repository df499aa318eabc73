"""Rules for money: amounts, ranges, rates, and currencies that stand apart from their amounts."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.normalise import measures
from briefing.text.normalise.currencies import CURRENCIES, LARGE_ONLY, WITHOUT_HUNDREDTHS
from briefing.text.normalise.numerals import numbers
from briefing.text.normalise.phrasing import (
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
from briefing.text.normalise.quantities import UNIT_FORM, is_attributive, number_with_unit

MAGNITUDE: Final = (
    r"-?(?:k|m|mm|mn|mln|bn|b|bln|tn|trln|trn|t|cr|crore|lakh|thousand|million|billion|trillion)"
)
MONEY_FORM: Final = rf"(?P<sign>{SIGN})-?(?P<number>{NUMBER})(?P<magnitude>(?i:{MAGNITUDE}))?"
TRAILING_SIGN_FORM: Final = rf"(?P<number>{NUMBER})(?P<magnitude>(?i:{MAGNITUDE}))?(?P<sign>{TRAILING_SIGN})"
PAIR_FORM: Final = rf"(?P<first>{TRAILING_SIGN})/(?P<second>{TRAILING_SIGN})"
_LARGE: Final = re.compile(
    r"-?(?:(?:hundred|thousand|million|billion|trillion|crore|lakh|cr|crores|lakhs)\b|[mbt]n\b|[kmbt](?![\w'’.]))",
    re.IGNORECASE,
)


def money(match: re.Match[str], context: Context) -> Phrases:
    """Read money in one token: "$1.50", "€2.5bn", "£5", "5€"; the "$4.2" of "$4.2 billion"."""
    sign, number, magnitude = match["sign"].rstrip("."), match["number"], match["magnitude"] or ""
    if sign in LARGE_ONLY and not (magnitude or "," in number or _LARGE.match(context.after)):  # a road
        return []
    main, hundredth = CURRENCIES[sign]
    names = [pair[0] if is_one(number) and not magnitude else pair[1] for pair in forms_of(main)]
    heads = british_first(numbers(number), context)[:3]
    if magnitude:
        heads = [f"{head} {measures.MAGNITUDES[magnitude.lower().strip('-')]}" for head in heads]
    if _LARGE.match(context.after) and not magnitude:
        return heads + ["a"] * (number == "1") + each(heads[:1], names[:1])
    cents = re.fullmatch(r"([\d,]*)\.(\d\d)", number)
    if cents and not magnitude and sign not in WITHOUT_HUNDREDTHS:
        return _with_cents(cents[1] or "0", cents[2], (main, hundredth), heads)
    singular = [pair[0] for pair in forms_of(main)][:1]
    if magnitude.startswith("-") or is_attributive(context.before, context):  # a $300-million plan
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


def singular(amount: str) -> str:
    """Return what one of an amount's currency is called: "dollar" for "$40"."""
    paid = re.match(SIGN, amount)
    return forms_of(CURRENCIES[paid[0].rstrip(".")][0])[0][0] if paid else ""


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
        lows += each(lows, [forms_of(CURRENCIES[sign.rstrip(".")][0])[0][1]])
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
    sign = paid["sign"] if paid else context.earlier if context.earlier in CURRENCIES else ""
    if sign and context.follows_number:
        one, many = forms_of(CURRENCIES[sign.rstrip(".")][0])[0]
        named = re.match(r"dollar|pound|euro|yen|yuan|rupee", context.after, re.IGNORECASE)
        ways = [f"{said} {many}", f"{said} {one}", said]
        if is_attributive(context.earlier, context):
            ways = [f"{said} {one}", f"{said} {many}", said]
        return [said] if named else ways
    if match[0].lower() == said:
        return [said]
    ambiguous = match[0].lower() in ("m", "mm", "t", "b", "k")
    return [said] if context.follows_number and not ambiguous else []


def after_code(match: re.Match[str], context: Context) -> Phrases:
    """Read the number of "USD 5", "Rs. 500": it says the currency."""
    code = context.before.rstrip(".")
    if code not in CURRENCIES or code in LARGE_ONLY or not re.fullmatch(r"[A-Z][A-Za-z]+|\W", code):
        return []
    said = numbers(match[0])[:2]
    if _LARGE.match(context.after):
        return said
    names = [one if is_one(match[0]) else many for one, many in forms_of(CURRENCIES[code][0])]
    return [*each(said, names[:2]), *said]


def lone_sign(match: re.Match[str], context: Context) -> Phrases:
    """Read a currency's sign without an amount: "A$-linked", "the US$"."""
    sign = match[0]
    if not sign.endswith("$") and sign.isalpha():
        return []
    one, many = forms_of(CURRENCIES[sign][0])[0]
    return [many, one] if context.before.lower() in ("in", "of", "with", "to", "from") else [one, many]


def currency_code(match: re.Match[str], context: Context) -> Phrases:
    """Read a code or sign that is a token of its own: "USD 5", "5 €"; beside no number it is letters."""
    code = match[0]
    if code not in CURRENCIES or code in LARGE_ONLY:
        return []
    names = [one if is_one(context.before) else many for one, many in forms_of(CURRENCIES[code][0])]
    spelled = [" ".join(code)] if code.isalpha() and code.isupper() else []
    if context.follows_number:
        return [*names, *spelled]
    if re.match(r"\.?\d", context.after):
        return ["", *names, *spelled]
    return []


def per_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a rate: "$100bn/year", "5kg/day"."""
    unit = match["unit"]
    tail = re.compile(UNIT_FORM).fullmatch(match["amount"]) or re.compile(MONEY_FORM).fullmatch(
        match["amount"]
    )
    rated = measures.RATED.get(unit) or (
        forms_of(measures.UNITS[unit])[0][0] if unit in measures.UNITS else ""
    )
    if not rated and re.match(SIGN, match["amount"]) and re.fullmatch("[a-z]{3,}", unit):
        rated = unit  # $2.15/pill
    if not rated:
        return []
    if re.fullmatch(NUMBER, match["amount"]) and not unit.isdecimal() and unit not in ("m", "in"):
        return [f"{way} per {rated}" for way in numbers(match["amount"])[:2]]
    if not tail:
        return []
    head = money(tail, context) if "sign" in tail.groupdict() else number_with_unit(tail, context)
    return each(head[:2], [f"a{'n' * (unit in ('hour', 'hr', 'h', 'ounce', 'oz'))}", "per"], [rated])


def per_money(match: re.Match[str], context: Context) -> Phrases:
    """Read a rate of exchange: "N996.75/$", "¥150/US$1"."""
    paid = re.compile(MONEY_FORM).fullmatch(match["amount"])
    if paid and paid["sign"] in LARGE_ONLY:
        ways = each(numbers(paid["number"])[:2], [forms_of(CURRENCIES[paid["sign"]][0])[0][1]])
    elif paid:
        ways = money(paid, context)[:2]
    elif re.fullmatch(NUMBER, match["amount"]):
        ways = numbers(match["amount"])[:2]
    else:
        return []
    return each(ways, ["to the", "per"], [_plain_name(match["sign"])])


def pair_of_money(match: re.Match[str], _context: Context) -> Phrases:
    """Read two currencies that are exchanged: "£/$", "EUR/USD"."""
    return [f"{_plain_name(match['first'])} {_plain_name(match['second'])}"]


def _plain_name(sign: str) -> str:
    """Return the shortest name of a currency, in the singular: "dollar" for "US$"."""
    return forms_of(CURRENCIES[sign][0])[-1][0]
