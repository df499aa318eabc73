"""The rules for English tokens, one table, tried in order.

A rule is a pattern that must match the whole token, bare of its outer punctuation, and a
function that turns the match and the neighbours into phrases (spoken words with blanks
between), the likeliest first, or into none if the rule does not hold after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from briefing.text.normalise import addresses, clocks, codes, counts, money, names, quantities
from briefing.text.normalise.currencies import CURRENCIES
from briefing.text.normalise.phrasing import NUMBER, SIGN, TRAILING_SIGN, Context, Phrases

Rule = Callable[[re.Match[str], Context], Phrases]

_CLOCK: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?::(?P<second>\d\d))?(?P<half>[AaPp]\.?[Mm]\.?)?"
RULES: Final[tuple[tuple[re.Pattern[str], Rule], ...]] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (NUMBER, money.after_code),
        (r"\d{1,3}(?:,\d{3})+|\d+", counts.integer),
        (r"\+\d{7,}|\d{3}\.\d{3}\.\d{4}", codes.telephone),
        (_CLOCK, clocks.time),
        (rf"[+\-–]{NUMBER}|{NUMBER}", counts.decimal),
        (rf"{quantities.UNIT}|°[CFNSEW]?|[%‰℃℉]", quantities.unit),
        (r"[A-Za-z]+", money.after_money),
        (r"(?P<number>\d{1,2})?-?(?P<half>[AaPp])\.?[Mm]", clocks.clock_half),
        (r"[A-Za-z]", names.one_letter),
        (r"[A-Za-z]+", names.abbreviation),
        ("|".join(sorted(filter(str.isalpha, CURRENCIES))), money.currency_code),
        (SIGN, money.lone_sign),
        (r"(?P<user>[\w.+-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)", addresses.address),
        (codes.PAPER_FORM, codes.paper),
        (addresses.WEB_FORM, addresses.web),
        (r"(?P<letters>(?:[A-Za-z]{1,3}\.)+(?!s$)[A-Za-z])\.?(?P<genitive>'?s|)", names.dotted_letters),
        (names.MODEL_FORM, names.model),
        (r"(?P<series>\d{1,2})(?P<letters>[A-Z]{1,2})-(?P<number>\d{2,4})(?P<tail>[A-Z]?)", names.series),
        (money.MONEY_FORM, money.money),
        (money.TRAILING_SIGN_FORM, money.money),
        (
            rf"(?P<sign>{SIGN})(?P<low>{NUMBER})(?P<low_magnitude>(?i:{money.MAGNITUDE}))?[-–—](?P<second_sign>{SIGN})?(?P<high>{NUMBER})(?P<magnitude>(?i:{money.MAGNITUDE}))?",
            money.money_range,
        ),
        (r"(?P<number>\d[\d,]{0,11})(?P<ending>st|nd|rd|th|ST|ND|RD|TH)", counts.ordinal),
        (
            r"(?P<hour>\d{1,3})h(?:rs?)?(?P<minute>\d{1,2})(?:m(?:ins?)?)?(?:(?P<second>\d{1,2})s)?",
            clocks.duration,
        ),
        (r"(?P<minute>\d{1,3})m(?:ins?)?(?P<second>\d{1,2})s(?:ecs?)?", clocks.duration),
        (r"(?P<part>[1-4])(?P<what>[QH])(?P<year>\d\d(?:\d\d)?)", clocks.part_of_year),
        (r"'?(?P<number>\d{1,4})'?s'?", counts.decade),
        (r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})", clocks.iso_date),
        (r"(?P<day>\d{1,2})-(?P<month>[A-Z][a-z]{2,8})-(?P<year>\d\d(?:\d\d)?)", clocks.named_date),
        (r"(?P<month>[A-Z][a-z]{2,8})-(?P<day>\d{1,2})-(?P<year>\d{4})", clocks.named_date),
        (r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)", clocks.date),
        (r"(?P<top>\d{1,2}(?:\.\d)?)/(?P<bottom>5|10|100)", codes.score),
        (r"(?:(?P<whole>\d+)[- ])?(?P<top>\d{1,3})/(?P<bottom>\d{1,3})(?:rds?|ths?|nds?)?", counts.fraction),
        (r"(?P<low>\d{1,6}):(?P<high>\d{1,6})", counts.ratio),
        (r"(?P<low>\d{4})(?P<mark>[-–—/])(?P<high>\d\d|\d{4})", counts.year_range),
        (codes.ADDRESS_FORM, codes.computer),
        (r"\d+(?:\.\d+){2,}", counts.version),
        (codes.VERSION_FORM, codes.named_version),
        (codes.INSTANT_FORM, codes.instant),
        (codes.VERSE_FORM, codes.verse),
        (codes.CODE_FORM, codes.code),
        (r"97[89]-?\d{1,5}-\d{1,7}-\d{1,6}-\d", codes.book),
        (r"\+?\d{1,4}(?:[-–.]\d{2,5}){2,}|\+\d{6,}|\(?\d{3}\)?[-.]\d{3}[-.]\d{4}", codes.telephone),
        (rf"(?P<low>{NUMBER})[-–—](?P<high>{NUMBER})", counts.number_range),
        (
            rf"(?P<head>{NUMBER})(?:(?:[x×*·]10\^|(?<=\d)[eE](?=[-+]\d))(?P<minus>[-+])?)(?P<power>\d{{1,3}})",
            quantities.power_of_ten,
        ),
        (r"(?P<base>\d{1,4})\^(?P<minus>-)?(?P<power>\d{1,3})", quantities.power),
        (
            rf"(?P<sides>\d[\d,.]*(?:[x×]\d[\d,.]*){{1,2}})-?(?P<unit>{quantities.UNIT})?",
            quantities.dimensions,
        ),
        (r"(?P<number>\d{1,3}(?:\.\d+)?)(?P<side>[NSEW])", quantities.decimal_coordinate),
        (quantities.UNIT_FORM, quantities.number_with_unit),
        (
            rf"(?P<low>{NUMBER})(?P<low_unit>%|°)?[-–—](?P<high>{NUMBER})-?(?P<unit>{quantities.UNIT}|[%‰°])",
            quantities.range_with_unit,
        ),
        (
            r"(?P<degrees>\d{1,3})°(?P<minutes>\d{1,2})['′](?:(?P<seconds>[\d.]{1,6})[\"″])?(?P<side>[NSEW])?",
            quantities.coordinate,
        ),
        (r"(?P<feet>\d{1,2})['′](?P<inches>\d{1,2})[\"″]?", quantities.feet_and_inches),
        (rf"(?P<amount>.{{1,20}})/(?P<sign>{TRAILING_SIGN})1?", money.per_money),
        (money.PAIR_FORM, money.pair_of_money),
        (r"(?P<amount>.{1,20})/(?P<unit>[A-Za-z]{1,9}[²³23]?)", money.per_unit),
        (r"(?P<what>[A-Za-z]+)/(?P<unit>[A-Za-z]{1,9}[²³23]?)", quantities.words_per_unit),
        (r"(?P<short>[A-Za-z]{1,4})\.(?P<number>\d[\d–-]*)", names.short_and_number),
        (
            r"(?P<name>[A-Z]{1,5}|[a-z]{2})-?(?P<number>\d{1,4})(?P<tail>[A-Z]|s)?",
            names.designation,
        ),
        (r"(?P<party>[DRI])-(?P<state>[A-Z][A-Za-z]*(?:\.[A-Z])?)", names.party),
        (r"(?P<numeral>[IVXLCDM]{2,})(?P<genitive>(?:'s)?)", names.roman),
        (r"(?P<numeral>[IVXLC]{2,7})(?:th|st|nd|rd)", names.roman_ordinal),
        (names.CAPITALS.pattern, names.acronym),
        (r"[A-Za-z]{1,5}(?:&[A-Za-z]{1,5})+", names.ampersand),
        (r"(?P<sign>[#@])(?P<name>\w+)", addresses.tag),
        (r"[^\W\d_]+(?:'[^\W\d_]+)+'?|'[^\W\d_]+", names.apostrophe),
    )
)
