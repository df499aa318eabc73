"""Rules for amounts: money, per cent, and numbers with units, in one token or over several."""

from __future__ import annotations

import re
from typing import Final

from briefing.spoken import lexicon as lex
from briefing.spoken.numerals import numbers, pair_by_pair
from briefing.spoken.phrasing import NUMBER, SIGN, Context, Phrases, british_first, each, forms_of, is_one

MAGNITUDE: Final = r"-?(?:k|m|mn|mln|bn|b|bln|tn|trn|t|thousand|million|billion|trillion)"
MONEY_FORM: Final = rf"(?P<sign>{SIGN})-?(?P<number>{NUMBER})(?P<magnitude>(?i:{MAGNITUDE}))?"
UNIT_FORM: Final = rf"(?P<number>[+\-−–]?{NUMBER})-?(?P<unit>°?[A-Za-z]+(?:/[A-Za-z]+)?[²³2]?|[%‰°℃℉×¢])"


def money(match: re.Match[str], context: Context) -> Phrases:
    """Read money in one token: "$1.50", "€2.5bn", "£5"; the "$4.2" of "$4.2 billion"."""
    sign, number, magnitude = match["sign"], match["number"], match["magnitude"] or ""
    main, hundredth = lex.CURRENCIES[sign]
    if magnitude and magnitude.lower().strip("-") not in lex.MAGNITUDES:
        return []
    names = [pair[0] if is_one(number) and not magnitude else pair[1] for pair in forms_of(main)]
    heads = numbers(number)[:3]
    if magnitude:
        heads = [f"{head} {lex.MAGNITUDES[magnitude.lower().strip('-')]}" for head in heads]
    if re.match(
        r"-?(hundred|thousand|million|billion|trillion|[mbt]n|crore|lakh)\b", context.after, re.IGNORECASE
    ):
        return heads + each(heads[:1], names[:1])
    cents = re.fullmatch(r"([\d,]+)\.(\d\d)", number)
    if cents and not magnitude:
        whole, part = cents.groups()
        small = numbers(str(int(part)))[:1]
        units = [(forms_of(hundredth)[0][0] if part == "01" else forms_of(hundredth)[0][1])]
        if part == "00":
            return each(numbers(whole)[:2], names)
        if whole == "0":
            return each(small, units)
        named = each(numbers(whole)[:1], [forms_of(main)[0][0] if is_one(whole) else forms_of(main)[0][1]])
        return [
            *each(named, small),
            *each(named, ["and"], small, units),
            *each(named, small, units),
            *each(numbers(whole)[:1], small),
            *each(heads[:1], names),
        ]
    singular = [pair[0] for pair in forms_of(main)][:1]
    return each(heads[:2], names[:2]) + heads[:1] + each(heads[:1], singular) + heads[1:]


def money_range(match: re.Match[str], context: Context) -> Phrases:
    """Read a range of money: "$5-10 million"."""
    sign, low, high = match["sign"], match["low"], match["high"]
    tail = re.compile(MONEY_FORM).fullmatch(sign + high + (match["magnitude"] or ""))
    if not tail:
        return []
    return each(numbers(low)[:1], ["to", ""], money(tail, context)[:3])


def after_money(match: re.Match[str], context: Context) -> Phrases:
    """Read a magnitude after a number: "billion" says the "dollars" of "$4.2 billion"."""
    said = lex.MAGNITUDES.get(match[0].lower(), "")
    if not said:
        return []
    money = re.match(rf"[(\"“]*(?P<sign>{SIGN})", context.before)
    if money and context.follows_number:
        one, many = forms_of(lex.CURRENCIES[money["sign"]][0])[0]
        return [f"{said} {many}", f"{said} {one}", said]
    if match[0].lower() == said:
        return [said]
    ambiguous = match[0].lower() in ("m", "t", "b", "k")
    return [said] if context.follows_number and not ambiguous else []


def unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a unit after a number that is a token of its own: "80 km/h", "10 %", "9 p.m."."""
    unit = match[0]
    if not context.follows_number or unit not in lex.UNITS:
        return []
    if unit == "in" and not context.has_stop:
        return []
    forms = forms_of(lex.UNITS[unit])
    said = [one if is_one(context.before) else many for one, many in forms]
    if unit in ("m", "t"):
        said.append({"m": "million", "t": "trillion"}[unit])
    return said


def currency_code(match: re.Match[str], context: Context) -> Phrases:
    """Read a code or sign that is a token of its own: "USD 5", "5 €"."""
    if match[0] not in lex.CURRENCIES:
        return []
    if context.follows_number:
        return [many for _, many in forms_of(lex.CURRENCIES[match[0]][0])]
    if context.precedes_number:
        return ["", *(many for _, many in forms_of(lex.CURRENCIES[match[0]][0]))]
    return []


def number_with_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a number with a unit: "80km/h", "50%", "-5°C", "5G"."""
    number, unit = match["number"], match["unit"]
    key = unit if unit in lex.UNITS else unit.lower()
    if key not in lex.UNITS:
        return []
    said = [one if is_one(number) else many for one, many in forms_of(lex.UNITS[key])]
    if key == "m":
        said.append("million")
    if unit == "p" and len(number) == len("1080"):
        return each([pair_by_pair(number), *numbers(number)[:1]], said)
    return each(british_first(numbers(number), context)[:2], said)


def range_with_unit(match: re.Match[str], context: Context) -> Phrases:
    """Read a range with a unit: "10-15%"."""
    tail = re.compile(UNIT_FORM).fullmatch(match["high"] + match["unit"])
    head = re.compile(UNIT_FORM).fullmatch(match["low"] + (match["low_unit"] or match["unit"]))
    if not tail or not head:
        return []
    low = numbers(match["low"])[:1] + (number_with_unit(head, context)[:1] if match["low_unit"] else [])
    return each(low[::-1], ["to", ""], number_with_unit(tail, context)[:2])
