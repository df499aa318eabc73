"""What the rules of English are made of: the neighbours of a token, and the ways to put phrases together.

A *phrase* is spoken words with blanks between; an entry of a table in `lexicon` holds
several, with "|" between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.text.normalise import measures
from briefing.text.normalise.currencies import CURRENCIES
from briefing.text.normalise.numerals import plural

MOST_READINGS: Final = 8
"""More ways than these are not told apart by ear within one token."""

MOST_WORDS: Final = 60
"""Nobody reads a longer token aloud; the rest is left unsaid."""

NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|[½¼¾⅐-⅞])?(?<=[\d½¼¾⅐-⅞])"
_SIGNS: Final = "|".join(
    sorted((re.escape(sign) for sign in CURRENCIES if not sign.isalpha()), key=len, reverse=True)
)
_CODES: Final = "|".join(sorted(code for code in CURRENCIES if code.isalpha()))
SIGN: Final = rf"{_SIGNS}|(?:{_CODES})\.?(?=\d)"
"""A currency before its amount."""
TRAILING_SIGN: Final = rf"{_SIGNS}|{_CODES}"

Phrases = list[str]


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a token.

    `earlier before TOKEN after later` are its neighbours, without opening quotes;
    `has_stop` says whether it ends in a full stop, `ends_clause` whether a comma or
    bracket follows it, `british` which English is meant.
    """

    before: str
    after: str
    has_stop: bool
    british: bool
    earlier: str = ""
    later: str = ""
    ends_clause: bool = False

    @property
    def follows_number(self) -> bool:
        """Whether the token before ends in a number, a magnitude or a fraction, and no sentence."""
        return bool(
            re.search(r"[\d½¼¾⅐-⅞]$", self.before)
            or (self.before.lower() in measures.MAGNITUDES and len(self.before) > 1)
        )

    @property
    def precedes_number(self) -> bool:
        """Whether the token after starts with a number."""
        return bool(re.match(r"[#$£€]?\.?\d|[IVX]+\b", self.after))


def split(entry: str) -> Phrases:
    """Return the phrases of an entry of a table."""
    return entry.split("|")


def each(*choices: Phrases) -> Phrases:
    """Return the likeliest ways to say one of each choice in turn; at most `MOST_READINGS`.

    The ways are ranked by the sum of their choices' places, and only the best are kept at
    each step (a beam), since a token of a hundred parts has more ways than atoms.
    """
    ways: list[tuple[int, str]] = [(0, "")]
    for choice in choices:
        longer = [
            (rank + i, f"{said} {more}".strip()) for rank, said in ways for i, more in enumerate(choice)
        ]
        ways = sorted(longer, key=lambda way: way[0])[:MOST_READINGS]
    return list(dict.fromkeys(said for _, said in ways))


def british_first(phrases: Phrases, context: Context) -> Phrases:
    """Return phrases with those that say "and" first where English is British."""
    return sorted(phrases, key=lambda p: " and " not in p) if context.british else phrases


def forms_of(entry: str) -> list[tuple[str, str]]:
    """Return the (singular, plural) pairs of an entry of a table of units."""
    pairs = []
    for form in split(entry):
        one, _, many = form.partition("/")
        pairs.append((one, many or plural(one)))
    return pairs


def is_one(number: str) -> bool:
    """Return whether a number is one, so that its unit is in the singular."""
    return number.lstrip("+-−$£€") in ("1", "1.0", "a", "one")
