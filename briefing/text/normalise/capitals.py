"""Words in capitals: which are words, told by what stands around them, and which are initials."""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise.sayable import is_sayable

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_WORD: Final = 30
_EDGES: Final = "\"'“”‘’«»()[]{}<>*_`,;:!?….¡¿"

_AMBIGUOUS: Final = frozenset(("IT", "IS", "US", "WHO", "AM"))
_COMPUTERS: Final = frozenset(
    "department manager worker workers systems staff firm giant services sector".split()
)
_SHORT_FORMS: Final = frozenset(form.upper() for form in lex.SHORT_FORMS)
_VERBS: Final = frozenset(
    """is was has had will would could can may might must should does did do isn't wasn't hasn't won't
    are were knew knows know took takes began begins seems seemed came comes went goes made makes
    rained snowed happened happens works worked says looks looked feels felt sounds gets got""".split()
)
_BEFORE_US: Final = frozenset(
    """let lets tell told tells give gave gives show shows showed help helps helped join joined ask
    asked asks make makes made take took takes leave left teach taught remind reminds all both
    between among around behind save saved forgive follow trust believe""".split()
)
_TELLING: Final = frozenset(
    "let lets tell told tells give gave gives forgive remind reminds teach taught".split()
)
_AFTER_US: Final = frozenset(
    """to the a an all how what why when where who that about into in out up down on off by with from for
    alone back again more less better safe together through over today now tonight tomorrow help win
    fight save make keep see""".split()
)
_PREPOSITIONS: Final = frozenset("of to for with from by against about at on".split())
_PEOPLE: Final = frozenset(
    """those people anyone everyone someone man men woman women person one all he she they child children
    boy girl player players worker workers voter voters guess know knows knew ask asks asked""".split()
)
_BEFORE_BODY: Final = frozenset(
    """join joins joined rejoin quit quits leave leaves left fund funds funding blames blame blast blasts
    slams slam says warns tells urges asks by via from at with to""".split()
)
_AFTER_WHO: Final = _VERBS - {"says", "may", "made"} | frozenset(
    """killed won wins lost let left lives lived died wants wanted never always still saved led fell
    bit bites stole shot broke built found fought ran""".split()
)
_HEALTH: Final = frozenset(
    """chief says said warns warned urges urged declares declared director head team experts expert
    report official officials data approves approved calls called boss envoy spokesman spokeswoman
    spokesperson scientists scientist guidelines inspectors investigators mission and talks member members
    staff funding chiefs meeting summit treaty pact deal europe africa office doctor adviser
    advisers""".split()
)
_GROUP_IS: Final = frozenset(
    """fighter fighters militant militants group claims claimed leader leaders attack attacks suspects
    suspect flag cell cells stronghold bride members member commander jihadists insurgents""".split()
)
_TITLES: Final = frozenset("DR MR MRS MS ST PROF SEN REP GEN GOV LT COL SGT CAPT REV".split())
_UNMISTAKEN: Final = frozenset("MR MRS PROF SGT CAPT".split())
"""Titles that are nothing else without their stop."""
_PLURALS: Final = frozenset(
    "MP CEO NGO EV TV PM SUV UFO PC CD DVD ATM GP IED DJ VIP MEP MSP VC CFO POW".split()
)
_PREFIXES: Final = frozenset(("ex", "co", "re", "un"))
_LEAST: Final = 4
"""Letters of a word in capitals that shows by itself that all around it are words in capitals."""


def words(tokens: Sequence[str]) -> dict[int, str]:
    """Return what is said for words in capitals, where their neighbours tell that they are words."""
    bare = [t.strip(_EDGES) for t in tokens]
    said: dict[int, str] = {}
    i = 0
    while i < len(bare):
        stop = i
        while stop < len(bare) and (_is_capital(bare[stop]) or (stop > i and not _has_letters(bare[stop]))):
            stop += 1
        run = range(i, stop)
        if sum(_is_capital(bare[k]) for k in run) > 1 and any(_is_shouted_word(bare[k]) for k in run):
            for k in run:
                if _is_capital(bare[k]) and (short := _short_form(tokens, bare, k)):
                    said[k] = short
                elif _is_capital(bare[k]) and _is_word(bare, k, is_shouted=True) and not _is_date(bare, k):
                    said[k] = bare[k].lower().replace("’", "'")
        else:
            for k in run:
                if bare[k] in _AMBIGUOUS and _is_word(bare, k, is_shouted=False):
                    said[k] = bare[k].lower()
        i = max(stop, i + 1)
    return said


def _short_form(tokens: Sequence[str], bare: Sequence[str], k: int) -> str:
    """Return what a title or the plural of initials is among words in capitals: "DR. NO", "MPS"; or ""."""
    word, after = bare[k], bare[k + 1] if k + 1 < len(bare) else ""
    if "-" in word:
        return " ".join(_part(part) for part in word.split("-") if part)
    title = lex.DOTTED.get(word.capitalize(), "").split("|")[0] if word in _TITLES else ""
    if title and after[:1].isupper() and (word in _UNMISTAKEN or f"{word}." in tokens[k]):
        return title
    if word == "XI" and (not k or bare[k - 1].lower() not in lex.COUNTED_BY_ROMAN | lex.REGNAL | {"the"}):
        return "xi"  # the name
    letters = word.removesuffix("S")
    is_plural = len(word) > 2 and word != letters and letters in _PLURALS  # noqa: PLR2004
    return f"{' '.join(letters)}'s" if is_plural else ""


def _part(part: str) -> str:
    """Return what is said for a part of a word with hyphens, all in capitals: "US-LED", "EX-MAYOR'S"."""
    owner = part.replace("’", "'").removesuffix("'S")
    is_short = len(owner) < 3 and owner.lower() not in lex.FUNCTION_WORDS | _PREFIXES  # noqa: PLR2004
    if owner in lex.SPELLED or is_short or not _has_vowel(owner):
        return " ".join(owner) + ("'s" if owner != part else "")
    return part.lower().replace("’", "'")


def _is_date(bare: Sequence[str], k: int) -> bool:
    """Whether a word is short for a month beside its day: "JAN 15"."""
    near = (*bare[max(0, k - 1) : k], *bare[k + 1 : k + 2])
    return bare[k].capitalize() in lex.MONTH_SHORT and any(word[:1].isdecimal() for word in near)


def _has_letters(word: str) -> bool:
    return any(c.isalpha() for c in word)


def _is_capital(word: str) -> bool:
    plain = word.replace("’", "").replace("'", "").replace("-", "")
    return len(plain) <= _LONGEST_WORD and plain.isalpha() and plain.isupper()


def _is_shouted_word(word: str) -> bool:
    """Whether a word in capitals is no acronym, so that its neighbours may be words as well."""
    if "-" in word:
        return any(map(_is_shouted_word, word.split("-")))
    if len(word) == 1 or word in lex.SPELLED or word.lower() in lex.WORDS_IN_CAPITALS:
        return False
    return word.lower() in lex.FUNCTION_WORDS or (len(word) >= _LEAST and is_sayable(word))


def _is_word(bare: Sequence[str], k: int, *, is_shouted: bool) -> bool:
    """Whether a word in capitals is said as a word, judged by its neighbours."""
    word = bare[k]
    before = bare[k - 1].lower() if k else ""
    after = bare[k + 1].lower() if k + 1 < len(bare) else ""
    if word in _AMBIGUOUS:
        return _is_ambiguous_word(word, before, after, is_first=k == 0, is_shouted=is_shouted)
    owner = word.removesuffix("'S").removesuffix("’S")
    if owner in lex.SPELLED:
        return word.replace("’", "'") in _SHORT_FORMS
    letters = word.replace("’", "").replace("'", "")
    is_short = len(letters) < 3  # noqa: PLR2004
    return letters.lower() in lex.FUNCTION_WORDS or (
        not is_short
        and (owner != word or len(letters) >= _LEAST or is_sayable(letters))
        and _has_vowel(letters)
    )


def _has_vowel(letters: str) -> bool:
    return not letters.isascii() or re.search("[AEIOUY]", letters) is not None


def _is_ambiguous_word(word: str, before: str, after: str, *, is_first: bool, is_shouted: bool) -> bool:
    """Whether "IT", "IS", "US", "WHO" or "AM" is a word, and no name."""
    if word == "IT":
        return after not in _COMPUTERS if is_shouted else after in _VERBS
    if word == "IS":
        is_name = before in ("the", "an", "of") or (before in _PREPOSITIONS and not after)
        return not is_name and after not in _GROUP_IS
    if word == "US":
        return _is_us(before, after)
    if word == "WHO":
        return _is_pronoun(before, after, is_first=is_first, is_shouted=is_shouted)
    return before == "i"


def _is_us(before: str, after: str) -> bool:
    """Whether "US" is "us": after a verb or preposition, and at the end or before what may follow it."""
    if before in _TELLING:
        return True
    is_after = before in _BEFORE_US or before in _PREPOSITIONS
    return is_after and (not after or (before in _BEFORE_US and after in _AFTER_US))


def _is_pronoun(before: str, after: str, *, is_first: bool, is_shouted: bool) -> bool:
    """Whether "WHO" is "who": after people and before what they do, not after what is done to a body."""
    if not is_shouted:  # said with stress: "those WHO stayed"
        return before in _PEOPLE and after not in _HEALTH
    if before == "the" or before in _BEFORE_BODY:
        return False
    return after in _AFTER_WHO if is_first else after not in _HEALTH
