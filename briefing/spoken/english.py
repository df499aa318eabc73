"""The readings of English tokens: one table of rules, tried in order.

A rule is a pattern that must match the whole token, bare of its outer punctuation, and a
function that turns the match and the neighbours into phrases (spoken words with blanks
between), the likeliest first, or into none if the rule does not hold after all. Where no
rule holds, the token is split at its hyphens, dashes and slashes and each part is read
on its own; what is then left is read as a word, an acronym, or letters and digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Final

from briefing.spoken import addresses, counts, names, quantities
from briefing.spoken import lexicon as lex
from briefing.spoken.numerals import digit_by_digit, numbers
from briefing.spoken.phrasing import MOST_READINGS, NUMBER, SIGN, Context, Phrases, each, split

_LEADING: Final = "\"'“”„‘’«»()[]{}<>*_`,;:!?…¡¿|•·"
_TRAILING: Final = _LEADING + "—–-"
_LONGEST: Final = 200
"""Code points; what is longer is no number, name or address."""
_SPECIAL: Final = (
    frozenset(lex.BARE) | frozenset(lex.UNITS) | frozenset(lex.BEFORE_NUMBER) | frozenset(lex.MAGNITUDES)
    | frozenset(lex.DOTTED) | frozenset(lex.DOTTED_ANY_CASE) | {"a", "d", "e", "f", "i"}
)  # fmt: skip
_Rule = Callable[[re.Match[str], Context], Phrases]


def is_special(word: str) -> bool:
    """Return whether a plain word may stand for something else than itself."""
    return word in _SPECIAL or word.lower() in _SPECIAL or word.capitalize() in lex.DOTTED


def readings(token: str, before: str, after: str, *, british: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return the readings of a token between its neighbours; never empty."""
    text = unicodedata.normalize("NFC", token).replace("’", "'").replace("\u00ad", "")
    core = text.strip("*_`").lstrip(_LEADING)
    if len(text) > len(core) and re.match(r"\d\ds\b", core) and text[text.index(core) - 1] in "'‘":
        core = "'" + core
    core = core.rstrip(_TRAILING)
    has_stop = core.endswith(".") or "." in text[text.rfind(core[-1:]) :]
    context = Context(before.lstrip(_LEADING), after.lstrip(_LEADING), has_stop, british)
    core = core.rstrip(".").rstrip(_TRAILING)
    phrases = _phrases(core, context) if core else _sign(text)
    unique = dict.fromkeys(tuple(phrase.split()) for phrase in phrases)
    return tuple(islice(unique, MOST_READINGS)) or ((),)


def _parts(core: str) -> Phrases:
    """Read a token too long to be anything but words run together."""
    return [" ".join(re.findall(r"[^\W\d_]+|\d", core)).lower()]


def _sign(text: str) -> Phrases:
    """Return phrases for a token of punctuation alone."""
    return split(lex.SIGNS.get(text.strip("\"'“”()[]*_`") or text, ""))


def _phrases(core: str, context: Context) -> Phrases:
    if len(core) > _LONGEST:
        return _parts(core)
    for pattern, rule in _RULES:
        match = pattern.fullmatch(core)
        if match and (phrases := rule(match, context)):
            return phrases
    return _compound(core, context) or _mixed(core, context)


def _compound(core: str, context: Context) -> Phrases:
    """Read each part of "20-year-old", "U.S.-led", "and/or", "word—word" on its own."""
    parts = [p for p in re.split(r"(?<=\S)(?:--+|[-‐‑–—/…]|\.\.\.)(?=\S)", core) if p]
    if len(parts) == 1:
        return []
    choices = []
    for i, part in enumerate(parts):
        before = parts[i - 1] if i else context.before if part.lower() in lex.MAGNITUDES else ""
        after = parts[i + 1] if i + 1 < len(parts) else context.after
        stop = part.endswith(".") or (context.has_stop and i + 1 == len(parts))
        inner = replace(context, before=before, after=after, has_stop=stop)
        bare = part.strip(_LEADING).rstrip(".").strip(_LEADING)
        choices.append(_phrases(bare, inner)[:4] if bare else [""])
    ways = each(*choices)
    if "/" in core and len(parts) == len("/") + 1:
        joined = [f"{choices[0][0]} {said} {choices[1][0]}" for said in ("or", "slash", "and")]
        ways = [*joined[:1], *ways, *joined[1:]] if parts[0] != "and" else [*ways, *joined[1:]]
    return ways


def _mixed(core: str, context: Context) -> Phrases:
    """Read runs of letters, digits and signs in turn: "F16", "MH370", "CO2", "iPhone"."""
    if core.isalpha():
        return [core.lower()]
    choices: list[Phrases] = []
    before = ""
    for part in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d[\d,.]*\d|\d|[&%+=@#°×]", core):
        if part[0].isdecimal():
            said = numbers(part) if re.fullmatch(NUMBER, part) else digit_by_digit(part)
            if len(part) == len("370"):
                said = [*digit_by_digit(part)[:1], *said]
            choices.append(said[:4])
        elif part.isalpha() and part.isupper():
            inner = replace(context, before=before, after="", has_stop=False)
            caps = names.CAPITALS.fullmatch(part)
            choices.append(names.acronym(caps, inner) if caps else [part])
        elif part[0].isalpha():
            choices.append(["'s" if part == "'s" else part.lower()])
        else:
            choices.append(split(lex.SIGNS.get(part, "")))
        before = part
    return each(*choices) if choices else [""]


_RULES: Final[tuple[tuple[re.Pattern[str], _Rule], ...]] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\d{1,3}(?:,\d{3})+|\d+", counts.integer),
        (r"\+\d{7,}", counts.telephone),
        (rf"[+\-−–]{NUMBER}|(?:\d{{1,3}}(?:,\d{{3}})+|\d+)?\.\d+", counts.decimal),
        (r"[a-z]+|[A-Z][a-z]+|km/h|m/s|k[mW]h?|[A-Za-z]{1,4}[²³2]?|[MG]?Hz|°[CF]?|[%‰℃℉]", quantities.unit),
        (r"[A-Za-z]+", quantities.after_money),
        (r"(?P<number>\d{1,2})?-?(?P<half>[AaPp])\.?[Mm]", counts.clock_half),
        (r"[A-Za-z]", names.one_letter),
        (r"[A-Za-z]+", names.abbreviation),
        (r"[A-Z]{3}|[$€£]", quantities.currency_code),
        (r"(?P<user>[\w.+-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)", addresses.address),
        (
            r"(?:(?P<scheme>https?|ftp)://)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})(?P<path>/\S*)?",
            addresses.web,
        ),
        (r"(?P<letters>(?:[A-Za-z]{1,3}\.)+[A-Za-z])\.?(?P<genitive>'s|)", names.dotted_letters),
        (quantities.MONEY_FORM, quantities.money),
        (
            rf"(?P<sign>{SIGN})(?P<low>{NUMBER})[-–—](?:{SIGN})?(?P<high>{NUMBER})(?P<magnitude>(?i:{quantities.MAGNITUDE}))?",
            quantities.money_range,
        ),
        (r"(?P<number>\d[\d,]{0,11})(?:st|nd|rd|th|ST|ND|RD|TH)", counts.ordinal),
        (r"'?(?P<number>\d{1,4})'?s'?", counts.decade),
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", counts.iso_date),
        (r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4}|\d\d)", counts.date),
        (r"(?:(?P<whole>\d+)[- ])?(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,3})", counts.fraction),
        (r"(?P<whole>\d*)(?P<glyph>[½¼¾⅓⅔⅛⅜⅝⅞])", counts.glyph_fraction),
        (r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<half>[AaPp]\.?[Mm]\.?)?", counts.time),
        (r"(?P<low>\d{1,6}):(?P<high>\d{1,6})", counts.ratio),
        (r"\d+(?:\.\d+){2,}", counts.version),
        (r"\+?\d{1,4}(?:[-–.]\d{2,5}){2,}|\+\d{6,}|\(?\d{3}\)?[-.]\d{3}[-.]\d{4}", counts.telephone),
        (rf"(?P<low>{NUMBER})[-–—−](?P<high>{NUMBER})", counts.number_range),
        (quantities.UNIT_FORM, quantities.number_with_unit),
        (
            rf"(?P<low>{NUMBER})(?P<low_unit>%|°)?[-–—](?P<high>{NUMBER})-?(?P<unit>°?[A-Za-z]+(?:/[A-Za-z]+)?[²2]?|[%‰°])",
            quantities.range_with_unit,
        ),
        (r"(?P<numeral>[IVXLCDM]{2,})(?P<genitive>(?:'s)?)", names.roman),
        (names.CAPITALS.pattern, names.acronym),
        (r"[A-Za-z]{1,4}(?:&[A-Za-z]{1,4})+", names.ampersand),
        (r"(?P<sign>[#@])(?P<name>\w+)", addresses.tag),
        (r"[^\W\d_]+(?:'[^\W\d_]+)+'?|'[^\W\d_]+", names.apostrophe),
    )
)
