"""The readings of tokens in languages other than English: their numbers in words.

An aligner with a synthesised reference leaves numbers to the synthesiser, which knows
its language; these readings serve where words are needed. A language without words for
numbers keeps the token as it is.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.text.normalise.abroad_words import LANGUAGES, LanguageWords
from briefing.text.normalise.numerals import in_words
from briefing.text.normalise.phrasing import MOST_WORDS

_NUMBER: Final = re.compile(
    r"(?P<sign>[-−+]?)(?P<money>[$€£]?)(?P<digits>\d[\d.,'’\u00a0\u202f]*)(?P<unit>\D*)"
)
_LONGEST: Final = 60
"""Code points of a number or word."""
_POINT_LANGUAGES: Final = frozenset(("ar", "bn", "cy", "fa", "he", "hi", "ja", "kn", "ko", "te", "th", "zh"))
_SIGNS: Final = ("%", "€", "$", "£")
_YEAR: Final = re.compile(r"1[1-9]\d\d|20\d\d")


def readings(token: str, after: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of a token in `language` (a primary subtag); never empty."""
    core = token.strip("\"'“”„‘’«»‹›()[]{}<>*_`,;:!?…¡¿|—–")
    if core.strip(".") == "":
        return ((),)
    if core == "&" or core in _SIGNS:
        return (tuple((_sign_said(core, language) or core).split()),)
    match = _NUMBER.fullmatch(core.rstrip(".")) if len(core) <= _LONGEST else None
    if match is None:
        words = [w.lower()[:_LONGEST] for w in re.split(r"[-–—/]", core[: 4 * _LONGEST].rstrip(".")) if w]
        return (tuple(words[:MOST_WORDS]) or (core[:_LONGEST],),)
    phrases = [p for p in _number_phrases(match, language, ordinal=_is_ordinal(core, after, language)) if p]
    ways = (tuple(word[:_LONGEST] for word in phrase.split()) for phrase in phrases)
    return tuple(dict.fromkeys(ways)) or ((core,),)


def in_full(said: str, language: str) -> tuple[str, ...]:
    """Return what a voice is given for a token with the numbers in it in words."""
    words = [word for part in said.split() for word in readings(part, "", language)[0]]
    return tuple(words[:MOST_WORDS])


def _is_ordinal(core: str, after: str, language: str) -> bool:
    """Whether a full stop makes an ordinal: "am 25. Oktober"."""
    return (
        core.endswith(".")
        and language in ("de", "da", "no", "fi", "cs", "pl", "hu", "sk", "sl")
        and bool(after)
    )


def _number_phrases(match: re.Match[str], language: str, *, ordinal: bool) -> list[str | None]:
    plain = _plain(match["digits"].rstrip(".,'’"), language)
    unit = match["unit"].strip() or match["money"]
    tail = _sign_said(unit, language) or ("" if unit in _SIGNS else unit.strip("-–").lower())
    value = float(plain) if "." in plain else int(plain)
    forms = ["ordinal", "cardinal"] if ordinal else ["cardinal"]
    if _YEAR.fullmatch(match["digits"]):
        forms.insert(0, "year")
    said = [in_words(value, language, form) for form in forms]
    sign = LANGUAGES.get(language, LanguageWords()).minus if match["sign"] in ("-", "−") else ""
    return [f"{sign} {s} {tail}".strip() if s else None for s in said]


def _sign_said(sign: str, language: str) -> str:
    """Return what a sign or unit is called after a number; "" where the language has no word for it."""
    words = LANGUAGES.get(language, LanguageWords())
    if sign == "%":
        return words.percent.lower()
    if sign == "&":
        return words.conjunction
    return (
        words.currencies.get(sign, "")
        .split("/")[2 if words.currencies.get(sign, "").count("/") > 1 else -1]
        .lower()
    )


def _plain(digits: str, language: str) -> str:
    """Return digits with a point for the fraction and no separators: "1.234,5" -> "1234.5"."""
    bare = re.sub(r"['’\u00a0\u202f]", "", digits)
    point, group = (".", ",") if language in _POINT_LANGUAGES else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", bare):
        return bare.replace(group, "").replace(point, ".")
    if bare.count(point) == 1:
        return bare.replace(group, "").replace(point, ".")
    if bare.count(group) == 1 and point not in bare:
        return bare.replace(group, ".")
    return re.sub(r"[.,]", "", bare)
