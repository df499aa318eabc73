"""Numbers in words: cardinals, ordinals, years, digits and Roman numerals.

English has its words here, with the ways in which its speakers differ; num2words (LGPL)
knows those of some fifty other languages. A *phrase* is spoken words with blanks between.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

FRACTIONS: Final = {
    "½": ("a half", "one half"), "¼": ("a quarter", "one quarter"), "¾": ("three quarters", "three fourths"),
    "⅓": ("a third", "one third"), "⅔": ("two thirds",), "⅛": ("an eighth", "one eighth"),
    "⅕": ("a fifth", "one fifth"), "⅖": ("two fifths",), "⅗": ("three fifths",), "⅘": ("four fifths",),
    "⅙": ("a sixth", "one sixth"), "⅚": ("five sixths",), "⅐": ("a seventh",),
    "⅑": ("a ninth",), "⅒": ("a tenth",),
    "⅜": ("three eighths",), "⅝": ("five eighths",), "⅞": ("seven eighths",),
}  # fmt: skip
DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FIRST_YEAR: Final = 1010
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_FORM: Final = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LONGEST_NAMED: Final = 15


_TEENS: Final = (
    *DIGITS, "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS: Final = ("", "thousand", "million", "billion", "trillion")
_ORDINALS: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


@lru_cache(maxsize=4096)
def in_words(number: float, language: str, form: str = "cardinal") -> str | None:
    """Return a number as num2words says it, in lower case; None where it cannot."""
    from num2words import num2words  # 70 ms, and English does without

    try:
        said = num2words(number, lang=language, to=form)
    except Exception:  # noqa: BLE001  # its languages raise what they like on what they lack
        return None
    return " ".join(re.sub(r"[-,]", " ", str(said)).lower().split())


@lru_cache(maxsize=1000)
def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    tail = _TEENS[rest] if rest < 20 else f"{_TENS[tens]} {_TEENS[ones]}" if ones else _TENS[tens]  # noqa: PLR2004
    if not hundreds:
        return tail
    return f"{DIGITS[hundreds]} hundred and {tail}" if rest else f"{DIGITS[hundreds]} hundred"


def english(number: int) -> str:
    """Return a whole number below 10 to the 15th in British words: "one thousand and one"."""
    if number < 1000:  # noqa: PLR2004
        return _below_thousand(number)
    groups: list[str] = []
    rest = number
    for name in _THOUSANDS:
        rest, group = divmod(rest, 1000)
        if group:
            is_tail = not name and group < 100  # noqa: PLR2004
            groups.insert(0, f"{'and ' if is_tail else ''}{_below_thousand(group)} {name}".rstrip())
    return " ".join(groups)


def cardinals(digits: str) -> list[str]:
    """Return English phrases for a whole number: "1,500" -> with and without "and", "fifteen hundred"."""
    bare = digits.replace(",", "")
    if len(bare) > _LONGEST_NAMED or (len(bare) > 1 and bare[0] == "0"):
        return digit_by_digit(bare)
    number = int(bare)
    full = english(number)
    phrases = [full.replace(" and ", " ")]
    if " and " in full:
        phrases.append(full)
    hundreds, rest = divmod(number, 100)
    if 11 <= hundreds <= 99 and hundreds % 10 and not rest:  # noqa: PLR2004  # fifteen hundred
        phrases.append(f"{english(hundreds)} hundred")
    elif "," not in digits and 101 <= number <= 999:  # noqa: PLR2004  # flight 747, 911
        phrases.append(pair_by_pair(bare))
    if full.startswith("one ") and number >= 100:  # noqa: PLR2004
        phrases += ["a " + phrase.removeprefix("one ") for phrase in phrases[: 2 if " and " in full else 1]]
    return list(dict.fromkeys(phrases))


def pair_by_pair(digits: str) -> str:
    """Return "seven forty seven" for 747, "three oh five" for 305, "nineteen hundred" for 1900."""
    head, tail = digits[:-2], digits[-2:]
    said = english(int(head))
    if tail == "00":
        return f"{said} hundred"
    if tail[0] == "0":
        return f"{said} oh {DIGITS[int(tail[1])]}"
    return f"{said} {english(int(tail))}"


def digit_by_digit(digits: str, zero: str = "zero") -> list[str]:
    """Return phrases for digits one by one: "zero one", "oh one"."""
    named = [" ".join(DIGITS[int(d)] for d in digits if d.isdecimal())]
    if "0" in digits:
        named.append(named[0].replace("zero", "oh" if zero == "zero" else zero))
    doubled = re.sub(r"\b(\w+) \1\b(?! \1)", r"double \1", named[-1])
    return [*named, *([doubled] if doubled != named[-1] else [])]


def decimals(text: str) -> list[str]:
    """Return phrases for "4.2", "0.5", ".5", "1,234.5"."""
    whole, _, part = text.partition(".")
    tails = digit_by_digit(part)[:2]
    heads = cardinals(whole)[:2] if whole else [""]
    phrases = [f"{head} point {tail}".strip() for head in heads for tail in tails]
    if whole in ("", "0"):
        phrases += [f"{zero}point {tails[0]}" for zero in ("", "zero ", "nought ", "oh ")]
    if len(part) == 2 and part[0] != "0":  # noqa: PLR2004  # as money and versions are said
        phrases.append(f"{heads[0]} point {cardinals(part)[0]}".strip())
    return list(dict.fromkeys(phrases))


def numbers(text: str) -> list[str]:
    """Return phrases for a plain number, whole, decimal or with a "½", with an optional sign."""
    if text[0] in "+-−–":
        signs = ("plus",) if text[0] == "+" else ("minus", "negative")
        said = numbers(text[1:])[:2]
        return [f"{sign} {s}" for sign in signs for s in said] + said[:1]
    if text[-1] in FRACTIONS:
        parts = FRACTIONS[text[-1]]
        return [f"{cardinals(text[:-1])[0]} and {part}" for part in parts] if text[:-1] else list(parts)
    return decimals(text) if "." in text else cardinals(text)


def years(year: int) -> list[str]:
    """Return phrases for a year: "nineteen ninety", "two thousand seven", "twenty oh seven"."""
    long = cardinals(str(year))
    if not _FIRST_YEAR <= year < 10_000:  # noqa: PLR2004
        return long
    pair = pair_by_pair(str(year))
    if year % 1000 == 0:
        return long
    if 2000 < year < 2010:  # noqa: PLR2004
        return [*long[:2], pair]
    if year >= 2000:  # noqa: PLR2004
        return [pair, *long[:2]]
    century = f"{english(year // 100)} hundred"
    tail = english(year % 100)
    more = [f"{century} {tail}", f"{century} and {tail}"] if year % 100 else []
    return list(dict.fromkeys([pair, *more[: 2 if year % 100 < 10 else 1], long[0]]))  # noqa: PLR2004


def ordinals(number: int) -> list[str]:
    """Return phrases for an ordinal: "one hundred first", "one hundred and first"."""
    *head, last = english(number).split()
    last = _ORDINALS.get(last) or (last[:-1] + "ieth" if last[-1] == "y" else last + "th")
    full = " ".join((*head, last))
    phrases = [full.replace(" and ", " "), full]
    if full.startswith("one "):
        phrases += ["a " + phrase.removeprefix("one ") for phrase in phrases]
    return list(dict.fromkeys(phrases))


def plural(phrase: str) -> str:
    """Return the plural of a phrase's last word: "nineties", "sixes", "F sixteens"."""
    if re.search("[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    if phrase[-1:].isupper():
        return phrase + "'s"
    return phrase + ("es" if phrase.endswith(("x", "s", "ch", "sh")) else "s")


def genitive(phrase: str) -> str:
    """Return the genitive of a phrase's last word: "nato's", "U N's", "eleven's"."""
    return phrase if phrase.endswith("'s") or not phrase else phrase + "'s"


def designations(digits: str) -> list[str]:
    """Return phrases for the number in a name: A380, MH370, COVID-19, FY2023, S-300."""
    plain = cardinals(digits)
    if len(digits) <= 2 or digits[0] == "0":  # noqa: PLR2004
        return plain
    if len(digits) == len("2023") and int(digits) in range(1900, 2100):
        return years(int(digits))
    spelled = digit_by_digit(digits)
    if len(digits) > len("2023"):
        return [*spelled, *plain]
    return list(dict.fromkeys([pair_by_pair(digits), spelled[0], *plain[:2], *spelled[1:]]))


def roman(text: str) -> int | None:
    """Return the value of a well-formed Roman numeral in capitals, else None."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < nxt else v for v, nxt in zip(values, [*values[1:], 0], strict=True))
