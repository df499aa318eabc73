"""What the rules of English are made of: the neighbours of a token, and the ways to put phrases together.

A *phrase* is spoken words with blanks between; an entry of a table in `lexicon` holds
several, with "|" between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import Final

from briefing.spoken import lexicon as lex
from briefing.spoken.numerals import plural

MOST_READINGS: Final = 8
"""More ways than these are not told apart by ear within one token."""

NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?<=\d)"
SIGN: Final = r"(?:US|A|C|NZ|HK|S|R)?\$|[£€¥₹₽₩₪₴₺₦]"

Phrases = list[str]


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a token: its neighbours, whether it ends in a full stop, and the kind of English."""

    before: str
    after: str
    has_stop: bool
    british: bool

    @property
    def follows_number(self) -> bool:
        """Whether the token before ends in a number, a magnitude or a fraction."""
        bare = self.before.rstrip(".,;:")
        return bool(re.search(r"[\d½¼¾]$", bare)) or bare.lower() in lex.MAGNITUDES

    @property
    def precedes_number(self) -> bool:
        """Whether the token after starts with a number."""
        return bool(re.match(r"[#$£€]?\.?\d|[IVX]+\b", self.after))


def split(entry: str) -> Phrases:
    """Return the phrases of an entry of a table."""
    return entry.split("|")


def each(*choices: Phrases) -> Phrases:
    """Return every way to say one of each choice in turn, the likeliest first."""
    ways = sorted(product(*(list(enumerate(c)) for c in choices)), key=lambda way: sum(i for i, _ in way))
    return [" ".join(said for _, said in way if said) for way in ways[:MOST_READINGS]]


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
