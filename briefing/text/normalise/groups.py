"""Numbers of more than one token: digits in groups, telephone numbers, currencies that stand apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise import measures
from briefing.text.normalise.currencies import CURRENCIES
from briefing.text.normalise.numerals import cardinals, digit_by_digit
from briefing.text.normalise.phrasing import SIGN, forms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUP: Final = re.compile(r"\d{3}")
_LAST_GROUP: Final = re.compile(r"(?P<whole>\d{3})(?:[.,](?P<part>\d{1,2}))?")
_FIRST_GROUP: Final = re.compile(rf"(?P<sign>{SIGN})?(?P<minus>[-−–])?(?P<whole>[1-9]\d{{0,2}})")
_SHORT: Final = re.compile(r"[\d.,]+(?:[kmbt]|[mbt]n)\b", re.IGNORECASE)
_DIALLED: Final = re.compile(r"\d[\d.-]{0,10}\d|\d")
_DIALLED_FIRST: Final = re.compile(r"0\d{1,4}|\+\d{1,3}")
_DIGITS_DIALLED: Final = range(8, 16)
_DATE: Final = [2, 2, 4]
_NAMES: Final = ("", " thousand", " million", " billion", " trillion")
_YEAR: Final = re.compile(r"1[1-9]\d\d|20\d\d")
_COUNTED: Final = frozenset(("page", "chapter", "article", "section", "no", "number", "group", "aged", "age"))
"""After these a number is a name: "page 12"."""
_EDGES: Final = "\"'“”‘’«»()[]{}<>*_`,;:!?….¡¿"


def joined(tokens: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return tokens with currencies that stand apart joined to their amounts, and which ones were.

    "$ 2m" is read as "$2m", "EUR 2bn" as "EUR2bn", "Rs. 2 crore" as "Rs2 crore",
    "US $2m" as "US$2m" (but "the US $2m").
    """
    made = list(tokens)
    silent = set()
    for i, token in enumerate(tokens[:-1]):
        sign, amount = token.lstrip(_EDGES).rstrip("."), tokens[i + 1]
        magnitude = tokens[i + 2].rstrip(_EDGES).lower() if i + 2 < len(tokens) else ""
        if amount[:1] == "$" and amount[1:2].isdecimal() and f"{sign}$" in CURRENCIES and i and len(sign) > 1:
            if tokens[i - 1].lower().strip(_EDGES) not in ("the", "cost", "costs", "of", "a"):
                made[i + 1] = sign + amount
                silent.add(i)
            continue
        if sign not in CURRENCIES or not amount[:1].isdecimal():
            continue
        if (i == 0 or not tokens[i - 1][-1:].isdecimal()) and (
            not sign.isalpha()
            or _SHORT.match(amount)
            or (len(magnitude) > 1 and magnitude in measures.MAGNITUDES)
        ):
            made[i + 1] = sign + amount
            silent.add(i)
    return made, frozenset(silent)


def grouped(tokens: Sequence[str]) -> dict[int, str]:
    """Return what is said for tokens that are groups of one number: "1 234 567", "€12 500".

    Each group is said with its name, "one million"; one of three noughts says the name of the
    group before it, or nothing.
    """
    said: dict[int, str] = {}
    i = 0
    while i + 1 < len(tokens):
        first = _FIRST_GROUP.fullmatch(tokens[i].lstrip(_EDGES)) if tokens[i][-1:].isdecimal() else None
        stop = _group_stop(tokens, i) if first else i
        if first and stop > i and not _is_telephone(tokens, i, stop):
            said.update(_say_groups(first, [t.strip(_EDGES) for t in tokens[i:stop]], i))
            i = stop
        else:
            i += 1
    return said


def _group_stop(tokens: Sequence[str], start: int) -> int:
    """Return the index after the last group of a number that begins at `start`, `start` if there is none."""
    at = start + 1
    while at < len(tokens) and _GROUP.fullmatch(tokens[at]):
        at += 1
    if at < len(tokens) and _LAST_GROUP.fullmatch(tokens[at].rstrip(_EDGES)):
        at += 1
    return at if start + 1 < at <= start + len(_NAMES) else start


def _is_telephone(tokens: Sequence[str], start: int, stop: int) -> bool:
    """Whether groups of digits are a telephone number instead."""
    before = tokens[start - 1].lstrip(_EDGES).rstrip(")").lower() if start else ""
    goes_on = stop < len(tokens) and tokens[stop - 1][-1:].isdecimal()
    after = tokens[stop] if goes_on else ""
    bare = before.rstrip(_EDGES)
    return (
        bare in lex.CALLED
        or bare in lex.NAMED_BY_NUMBER
        or bare in lex.BEFORE_NUMBER
        or bare in _COUNTED
        or (bare in lex.MONTH_NAMES and len(tokens[start].lstrip(_EDGES)) < len("100"))
        or (before[-1:].isdecimal() and not _YEAR.fullmatch(before))
        or before[:1] == "+"
        or after[:1].isdecimal()
    )


def _say_groups(first: re.Match[str], groups: list[str], index: int) -> dict[int, str]:
    said: dict[int, str] = {}
    waiting = ""
    for i, group in enumerate(groups):
        digits = first["whole"] if not i else group[:3]
        name = _NAMES[len(groups) - 1 - i]
        if int(digits):
            is_zero_next = i + 1 < len(groups) and not int(groups[i + 1][:3])
            words = cardinals(str(int(digits)))[0]
            said[index + i] = f"{waiting.strip()} {words}{'' if is_zero_next else name}".strip()
            waiting = name if is_zero_next else ""
        else:
            said[index + i] = waiting.strip()
            waiting = ""
    last = _LAST_GROUP.fullmatch(groups[-1])
    if last and last["part"]:
        said[index + len(groups) - 1] += f" point {digit_by_digit(last['part'])[0]}"
    if first["minus"]:
        said[index] = f"minus {said[index]}"
    if first["sign"]:
        said[index + len(groups) - 1] += f" {forms_of(CURRENCIES[first['sign']][0])[0][1]}"
    return {i: words.strip() for i, words in said.items()}


def telephones(tokens: Sequence[str]) -> dict[int, str]:
    """Return what is said for telephone numbers that begin with "0" or "+": digit by digit."""
    said: dict[int, str] = {}
    bare = [token.strip(_EDGES) for token in tokens]
    for i, first in enumerate(bare):
        if i in said or not _DIALLED_FIRST.fullmatch(first):
            continue
        stop = i + 1
        while (
            stop < len(bare)
            and tokens[stop - 1][-1] not in ".,;:!?"
            and _DIALLED.fullmatch(bare[stop])
            and len(bare[stop]) > 1
        ):
            stop += 1
        sizes = [sum(c.isdecimal() for c in group) for group in bare[i:stop]]
        if sum(sizes) in _DIGITS_DIALLED and stop > i + 1 and sizes != _DATE:
            said |= {k: digit_by_digit(bare[k])[0] for k in range(i, stop)}
            if first[0] == "+":
                said[i] = f"plus {said[i]}"
    return said
