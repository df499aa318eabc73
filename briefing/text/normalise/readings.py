"""How written tokens are spoken: "$4.2" "billion" -> "four point two" "billion dollars".

Rules:
1. A token is what stands between white space. Each gets a tuple of *readings*, the
   likeliest first, because speakers differ ("two thousand seven", "twenty oh seven"); an
   aligner scores them against the sound. There are at most eight of them, each of at most
   sixty words: nobody reads a number of ten thousand digits.
2. A reading is a tuple of words. A word is in lower case, without punctuation; a single
   capital is the letter's name ("U" "N"), with "'s" its plural or genitive ("O's").
   The empty reading says that nothing may be heard ("—").
3. Words that are spoken elsewhere belong to the token after which they are heard:
   "dollars" to "billion" in "$4.2 billion", "of" to "25" in "25 October".
4. Nearly all tokens are plain words, so they take a path without any rule. num2words, a
   heavy import, is fetched when the first number is met in another language than English.

English has rules of its own (`english`); in other languages amounts, dates and short forms are
what a voice is given (`abroad`), with their numbers in words where num2words speaks the
language (`world`), and tokens as they are where it does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.language import is_english
from briefing.text.normalise.phrasing import MOST_READINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Reading = tuple[str, ...]
"""Spoken words of one token."""
Readings = tuple[Reading, ...]
"""What may be said for one token, the likeliest first; never empty."""

_EDGES: Final = "\"'“”„‘’«»()[]{}<>*_`,;:!?…¡¿|"
_LONGEST: Final = 60
"""Letters of a plain word."""
_BRITISH: Final = frozenset(("gb", "uk", "au", "nz", "ie", "in", "za", "sg", "ke", "ng"))
_PLAIN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def spoken_words(tokens: Sequence[str], language: str | None = "en") -> tuple[Readings, ...]:
    """Return the readings of each token of a running text.

    Args:
        tokens: the tokens in order, neighbours included: they decide what a number means.
        language: a BCP 47 tag; None counts as English. "en-GB" prefers "a hundred and one".

    Returns:
        One entry a token, each with at least one reading.
    """
    tag = language or "en"
    primary, *rest = re.split("[-_]", tag.lower())
    if is_english(tag):
        return tuple(_english(tokens, british=not _BRITISH.isdisjoint(rest)))
    return tuple(_world(tokens, primary))


def _english(tokens: Sequence[str], *, british: bool) -> Iterator[Readings]:
    from briefing.text.normalise import capitals, english, groups, letters, marks  # not needed to import this

    known: dict[str, Readings] = {}
    tokens = [letters.plain(marks.unmarked(token)) if _may_be_marked(token) else token for token in tokens]
    tokens, silent = groups.joined(tokens)
    wide = {
        **dict.fromkeys(silent, ""),
        **capitals.words(tokens),
        **groups.grouped(tokens),
        **groups.telephones(tokens),
    }
    for i, token in enumerate(tokens):
        word = known.get(token)
        if word is None:
            bare = token.strip(_EDGES).rstrip(".")
            bare = bare.rstrip(_EDGES) if bare[-1:] in _EDGES else bare
            if (
                len(bare) <= _LONGEST
                and _PLAIN.fullmatch(bare)
                and bare[1:].islower()
                and not english.is_special(bare.replace("’", "'"))
            ):
                word = known[token] = ((bare.lower().replace("’", "'"),),)
            else:
                earlier, before = ("", "", *tokens[max(0, i - 2) : i])[-2:]
                after, later = (*tokens[i + 1 : i + 3], "", "")[:2]
                word = english.readings(token, before, after, earlier, later, british=british)
                if i in wide:
                    known_way = tuple(wide[i].split())
                    word = (known_way, *(way for way in word if way != known_way))[:MOST_READINGS]
        yield word


def _may_be_marked(token: str) -> bool:
    return "[" in token or "(" in token or not token.isascii()


def _world(tokens: Sequence[str], language: str) -> Iterator[Readings]:
    from briefing.text.normalise import world
    from briefing.text.normalise.abroad import said_abroad

    said = said_abroad(tokens, language)
    for i, token in enumerate(tokens):
        bare = token.strip(_EDGES).rstrip(".").rstrip(_EDGES)
        if i not in said and len(bare) <= _LONGEST and _PLAIN.fullmatch(bare):
            yield ((bare.lower().replace("’", "'"),),)
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        written = world.readings(token, after, language)
        yield tuple(dict.fromkeys((world.in_full(said[i], language), *written))) if i in said else written
