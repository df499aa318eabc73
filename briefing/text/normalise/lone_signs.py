"""Signs that are tokens of their own: "&", "=", a dash between two amounts, an arrow."""

from __future__ import annotations

import re

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise import measures, money
from briefing.text.normalise.currencies import CURRENCIES
from briefing.text.normalise.phrasing import Context, Phrases, split


def said(text: str, context: Context) -> Phrases:
    """Return phrases for a token of punctuation alone."""
    bare = text.strip("\"'“”()[]*_`,;:!?…") or text
    if bare in CURRENCIES:
        match = re.fullmatch(r".+", bare)
        if match and (way := money.currency_code(match, context)):
            return way
    pair = re.fullmatch(money.PAIR_FORM, bare)
    if pair:
        return money.pair_of_money(pair, context)
    if bare in ("-", "–", "—") and (
        (context.follows_number and context.precedes_number) or _is_between_amounts(context)
    ):
        is_alike = ("." in context.before) == ("." in context.after.rstrip(".,;:)"))
        is_time_after = ":" in context.after and context.before[-1:].isdecimal() and ":" not in context.before
        return ["to", "", "minus"] if is_alike and not is_time_after else ["", "to", "minus"]
    if factor := _factor(text, bare, context):
        return factor
    if bare in "→⇒" and not (context.before and context.after):  # a bullet
        return [""]
    return split(lex.SIGNS.get(bare, ""))


def _factor(text: str, bare: str, context: Context) -> Phrases:
    """Read "5 * 3", "20 × 30 m"."""
    if text == "*" and context.follows_number and context.precedes_number:
        return ["times"]
    is_size = context.later.rstrip(".,;:)") in measures.UNITS or context.before in measures.UNITS
    return ["by", "times"] if bare == "×" and is_size else []


def _is_between_amounts(context: Context) -> bool:
    """Whether a dash stands between two of a kind: "10% - 20%", "5 km – 8 km", "4 am - 8 pm"."""
    before, after, later = context.before, context.after, context.later
    if not after[:1].isdecimal():
        return False
    half = re.compile(r"(?i)(?:\d[\d:.]*)?[ap]\.?m\.?,?")
    if half.fullmatch(before):
        return bool(half.fullmatch(after) or half.fullmatch(later))
    if before[-1:] in "%°" and before[-2:-1].isdecimal():
        return after.rstrip(".,;:)")[-1:] == before[-1]
    return before in measures.UNITS and later.rstrip(".,;:)") == before
