"""The readings of English tokens: the rules of `rules`, tried in order.

Where none holds, a genitive is read without its ending, or the token is split at its hyphens
and dashes, then at its slashes, and each part is read on its own; what is then left is
read as a word, an acronym, or letters and digits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Final

from briefing.text.normalise import addresses, clocks, lone_signs, measures, money, names, quantities
from briefing.text.normalise import lexicon as lex
from briefing.text.normalise.currencies import CURRENCIES
from briefing.text.normalise.numerals import cardinals, designations, genitive, numbers, plural
from briefing.text.normalise.phrasing import (
    MOST_READINGS,
    MOST_WORDS,
    NUMBER,
    SIGN,
    Context,
    Phrases,
    each,
    split,
)
from briefing.text.normalise.rules import RULES

_LEADING: Final = "\"'“”„‘’«»()[]{}<>*_`,;:!?…¡¿|•·"
_TRAILING: Final = _LEADING + "—–-"
_LONGEST: Final = 200
"""Code points; what is longer is no number, name or address."""
_LONGEST_WORD: Final = 60
"""Code points of a spoken word."""
_SAME: Final = str.maketrans(
    {**dict.fromkeys("’ʼʻ‘＇´", "'"), **dict.fromkeys("º˚", "°"), **dict.fromkeys("‐‑−", "-"), "⁄": "/"}
    | {chr(0x2080 + digit): str(digit) for digit in range(10)}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f", "")
)
"""Signs that look alike are one; subscripts are digits; what is invisible goes."""
_SPECIAL: Final = (
    frozenset(lex.BARE)
    | frozenset(lex.BEFORE_NUMBER)
    | frozenset(measures.UNITS)
    | frozenset(measures.MAGNITUDES)
    | frozenset(CURRENCIES)
    | frozenset(lex.DAYS_SHORT)
    | frozenset(lex.SHORTHAND)
    | frozenset(lex.DOTTED) | frozenset(lex.DOTTED_ANY_CASE) | {"a", "d", "e", "f", "i"}
)  # fmt: skip
_FORMULA: Final = re.compile("(?=.*[₀-₉])(?:[A-Z][a-z]?[₀-₉]{0,3}){1,12}")
_INDIAN: Final = re.compile(r"(?<![\d,.])\d{1,2}(?:,\d\d){1,5},\d{3}(?![\d,])")
"""A number grouped as in India: "12,34,567"."""


def is_special(word: str) -> bool:
    """Return whether a plain word may stand for something else than itself."""
    return word in _SPECIAL or word.lower() in _SPECIAL or word.capitalize() in lex.DOTTED


@lru_cache(maxsize=4096)
def readings(
    token: str, before: str, after: str, earlier: str = "", later: str = "", *, british: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Return the readings of a token amid `earlier before TOKEN after later`; never empty.

    There are at most `MOST_READINGS`, each of at most `MOST_WORDS` words.
    """
    text = unicodedata.normalize("NFC", token[: 4 * _LONGEST]).translate(_SAME)
    if _FORMULA.fullmatch(token):
        return (tuple(_formula(token).split()),)
    core = text.replace("~~", "").strip("*_`").lstrip(_LEADING)
    if len(text) > len(core) and re.match(r"\d\ds\b", core) and text[text.index(core) - 1] == "'":
        core = "'" + core
    if text[:1] in ("<", ">") and re.match(rf"\d|(?:{SIGN})", core):
        core = text[0] + core
    core = core.rstrip(_TRAILING)
    has_stop = core.endswith(".") or "." in text[text.rfind(core[-1:]) :]
    ends_clause = bool(re.search(r"[,;:)\]]\S*$", text[-3:]))
    before, after, earlier, later = (
        word[:_LONGEST].translate(_SAME).lstrip(_LEADING) for word in (before, after, earlier, later)
    )
    core = re.sub(r"(?<=\d)['_](?=\d{3}(?!\d))", ",", core)  # 1'234'567, 1_234_567
    core = re.sub(
        "(?<=10)[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+",
        lambda match: f"^{unicodedata.normalize('NFKC', match[0]).translate(_SAME)}",
        core,
    )
    core = _INDIAN.sub(lambda match: f"{int(match[0].replace(',', '')):,}", core)
    if re.search(r"(?<![\d,.])\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)", core):  # a continental 1.234,50
        core = core.translate(str.maketrans(".,", ",."))
    core = re.sub(r"(?<![\d,.])(\d{1,3}),(\d{1,2})(?![\d,])", r"\1.\2", core)  # a continental "5,50"
    context = Context(before, after, has_stop, british, earlier, later, ends_clause)
    core = core.rstrip(".").rstrip(_TRAILING)
    known = lex.SHORTHAND.get(text.rstrip(".,;:!?").lower()) or lex.SHORTHAND.get(text.lower())
    if known:
        phrases = split(known)
    else:
        phrases = (
            _phrases(core, context) if any(c.isalnum() for c in core) else lone_signs.said(text, context)
        )
    unique = dict.fromkeys(
        tuple(word[:_LONGEST_WORD] for word in phrase.split()[:MOST_WORDS]) for phrase in phrases
    )
    return tuple(islice(unique, MOST_READINGS)) or ((),)


def _formula(token: str) -> str:
    """Read "H₂SO₄": letters one by one, and the digits below the line."""
    parts = re.findall(r"[A-Za-z]|[₀-₉]+", token)
    return " ".join(cardinals(part.translate(_SAME))[0] if part > "z" else part.upper() for part in parts)


def _parts(core: str) -> Phrases:
    """Read a token too long to be anything but words run together."""
    words = re.findall(r"[^\W\d_]+|\d", core)[:MOST_WORDS]
    return [" ".join(numbers(w)[0] if w.isdecimal() else w[:_LONGEST_WORD].lower() for w in words)]


def _phrases(core: str, context: Context) -> Phrases:
    if len(core) > _LONGEST:
        return addresses.long_web(core) or _parts(core)
    known = lex.SHORTHAND.get(core.lower())
    if known:
        return split(known)
    for pattern, rule in RULES:
        match = pattern.fullmatch(core)
        if match and (phrases := rule(match, context)):
            return phrases
    if re.search(r"[A-Z]\d{1,3}s$", core):  # M1A1s
        return [plural(way) for way in _phrases(core[:-1], context)]
    return _marked(core, context) or _compound(core, context) or _mixed(core, context)


def _marked(core: str, context: Context) -> Phrases:
    """Read "~50", "-$3m", "500+", "£1=$1.30" and genitives as what they mark, with the mark."""
    if core[0] in "-–+" and re.match(SIGN, core[1:]):
        sign = "plus" if core[0] == "+" else "minus"
        return [f"{sign} {way}" for way in _phrases(core[1:], context)]
    if core[0] in measures.BEFORE_AMOUNT and re.match(rf"\.?\d|(?:{SIGN})", core[1:]):
        said = _phrases(core[1:], context)[:3]
        return [
            *(f"{sign} {way}" for sign in split(measures.BEFORE_AMOUNT[core[0]]) for way in said[:2]),
            *said[:1],
        ]
    sign = "=" if "=" in core else ":"
    left, _, right = core.partition(sign)
    is_rate = sign == "=" or (re.match(SIGN, left) and re.match(SIGN, right))
    if left and right and sign not in right and is_rate and len(core) < _LONGEST_WORD:  # US$1=HK$7.8
        inner = replace(context, before="", after="", earlier="", later="", has_stop=False)
        return each(
            _phrases(left, inner)[:2], ["equals" if sign == "=" else "to"], _phrases(right, inner)[:2]
        )
    if core[-1] == "+" and core[-2:-1].isalnum():
        return [f"{way} plus" for way in _phrases(core[:-1], context)]
    if core[-2:] in ("'s", "'S", "s'") and core[:-2]:
        owner = core[:-1] if core[-2:] == "s'" else core[:-2]
        said = _phrases(owner.rstrip(".") or owner, replace(context, has_stop=owner[-1] == "."))
        return said if core[-2:] == "s'" else [genitive(phrase) for phrase in said]
    return []


def _compound(core: str, context: Context) -> Phrases:
    """Read each part of "20-year-old", "U.S.-led", "9am-5pm", "word—word" on its own."""
    parts = [p for p in re.split(r"(?<=\S)(?:--+|[-–—…]|\.\.\.)(?=\S)|[()\[\]]+", core) if p]
    if len(parts) == 1:
        return _slashed(core, context)
    choices: list[Phrases] = []
    is_row = len(parts) > 2 and all(part.isdecimal() for part in parts)  # noqa: PLR2004  # 4-4-2
    for i, said in enumerate(_read_parts(parts, context)):
        if i and not is_row and _is_range(parts[i - 1], parts[i]):
            is_named = parts[i][0].isalpha() and parts[i - 1][0].isalpha()
            choices.append(["to", "", "through"] if is_named else ["to", ""])
            if is_named:
                choices[-2:] = [[lex.in_full(parts[i - 1])], choices[-1], [lex.in_full(parts[i])]]
                continue
        choices.append(said)
    return each(*choices)


def _is_range(low: str, high: str) -> bool:
    """Whether "to" is said between two parts: "$4bn-$5bn", "9am-5pm", "Monday-Friday"."""
    amount = re.compile(rf"(?:{SIGN})?\d[\d.,:]*[A-Za-z%°]{{0,4}}")
    if re.fullmatch(r"[ap]\.?m\.?", low) and (high[0].isdecimal() or high in ("noon", "midnight")):
        return True
    if low == "1" and re.fullmatch(r"[89]\d\d", high):  # 1-800-FLOWERS
        return False
    if amount.fullmatch(low) and amount.fullmatch(high):
        return True
    if amount.fullmatch(low) and high.lower() in ("noon", "midnight", "present", "now"):
        return True
    if re.fullmatch(r"[0-3]?\d", low) and clocks.is_month(high):
        return True
    days = lex.MONTH_NAMES | lex.DAYS
    return low.lower().rstrip(".") in days and high.lower().rstrip(".") in days and high[0].isupper()


def _read_parts(parts: list[str], context: Context) -> list[Phrases]:
    choices = []
    for i, part in enumerate(parts):
        before = (
            parts[i - 1]
            if i
            else context.before
            if (len(part) > 1 and part.lower() in measures.MAGNITUDES)
            or re.match(SIGN, part)
            or (part.isdecimal() and clocks.is_month(context.before))
            else ""
        )
        earlier = context.earlier if not i and part.lower() in measures.MAGNITUDES else ""
        after = parts[i + 1] if i + 1 < len(parts) else context.after
        stop = part.endswith(".") or (context.has_stop and i + 1 == len(parts))
        if not i and after in ("a", "an") and quantities.is_attributive(context.before, context):
            before, after = "a", "a"  # the $20-an-hour wage
        inner = replace(context, before=before, after=after, earlier=earlier, later="", has_stop=stop)
        bare = part.strip(_LEADING).rstrip(".").strip(_LEADING)
        if (
            part.lower() in measures.MAGNITUDES
            and 0 < i < len(parts) - 1
            and re.match(SIGN, parts[i - 1])
            and quantities.is_attributive(context.before, context)
        ):
            choices.append([f"{part.lower()} {money.singular(parts[i - 1])}"])  # $40-million-a-year
        elif bare == "½" and not i and len(parts) > 1:  # a ½-mile track
            choices.append(["half"])
        elif bare in ("a", "A") and len(parts) > 1:
            choices.append(["a"] if i else ["A", "a"])
        else:
            choices.append(_phrases(bare, inner)[:4] if bare else [""])
    return choices


def _slashed(core: str, context: Context) -> Phrases:
    """Read "and/or", "he/she", "HIV/AIDS", "N/A"."""
    parts = [p for p in core.split("/") if p]
    if len(parts) == 1:
        return [] if parts[0] == core else _phrases(parts[0], context)
    if not parts:
        return [""]
    choices = _read_parts(parts, context)
    if len(parts) > 2:  # noqa: PLR2004
        return each(*choices)
    capitals = all(part.isupper() or part[0].isdecimal() for part in parts)
    between = ["", "slash", "and", "or"] if capitals or "and" in parts else ["or", "", "slash", "and"]
    return [f"{choices[0][0]} {mark} {choices[1][0]}" for mark in between] + each(*choices)[1:]


def _mixed(core: str, context: Context) -> Phrases:
    """Read runs of letters, digits and signs in turn: "MH370", "CO2", "iPhone", "E=mc²"."""
    if core.isalpha():
        return names.mixed_case(core)
    choices: list[Phrases] = []
    before = ""
    for part in re.findall(r"[^\W\d_²³]+(?:'[^\W\d_]+)?|\d[\d,.]*\d|\d|[&%+=@#°×²³^~♯♭]|'s", core)[
        :MOST_WORDS
    ]:
        if part[0].isdecimal():
            plain = re.fullmatch(r"\d+", part) and before and before.isalpha()
            said = (
                designations(part) if plain else numbers(part) if re.fullmatch(NUMBER, part) else _parts(part)
            )
            choices.append(said[:4])
        elif part.isalpha() and part.isupper():
            inner = replace(context, before=before, after="", has_stop=False)
            caps = names.CAPITALS.fullmatch(part)
            choices.append(names.acronym(caps, inner) if caps else [part])
        elif part == "x" and before[-1:].isdecimal():
            choices.append(["by", "times", "X"])
        elif len(part.rstrip("s")) == 1 and part[0].isupper() and part.endswith("s"):
            choices.append([f"{part[0]}'s"])
        elif part.isalpha() and len(part) == 1:
            choices.append([part.upper()])
        elif part[0].isalpha():
            choices.append(
                names.mixed_case(part)
                if re.search("[aeiouyAEIOUY]|.{4}|[^a-zA-Z]", part)
                else [" ".join(part.upper())]
            )
        elif part == "'s":
            choices = [*choices[:-1], [genitive(said) for said in choices[-1]]] if choices else []
        else:
            power = {"²": "squared", "³": "cubed", "^": "to the"}.get(part)
            choices.append([power] if power else split(lex.SIGNS.get(part, "")))
        before = part
    return each(*choices) if choices else [""]
