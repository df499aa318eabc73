"""Numbers in words: cardinals, ordinals, years, digits and Roman numerals.

num2words (LGPL) knows the words of some fifty languages; here they are brought into the
form of spoken words, with the ways in which English speakers differ. A *phrase* is
spoken words with blanks between.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FIRST_YEAR: Final = 1100
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_FORM: Final = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LONGEST_NAMED: Final = 15


@lru_cache(maxsize=4096)
def in_words(number: float | str, language: str, form: str = "cardinal") -> str | None:
    """Return a number as num2words says it, in lower case; None where it cannot."""
    from num2words import num2words  # 70 ms, and many texts have no number

    try:
        said = num2words(number, lang=language, to=form)
    except Exception:  # noqa: BLE001  # its languages raise what they like on what they lack
        return None
    return " ".join(re.sub(r"[-,]", " ", str(said)).lower().split())


def cardinals(digits: str) -> list[str]:
    """Return English phrases for a whole number: "1,500" -> with and without "and", "fifteen hundred"."""
    bare = digits.replace(",", "")
    if len(bare) > _LONGEST_NAMED or (len(bare) > 1 and bare[0] == "0"):
        return digit_by_digit(bare)
    number = int(bare)
    full = in_words(number, "en") or bare
    phrases = [full.replace(" and ", " ")]
    if " and " in full:
        phrases.append(full)
    hundreds, rest = divmod(number, 100)
    if 11 <= hundreds <= 99 and hundreds % 10 and not rest:  # noqa: PLR2004  # fifteen hundred
        phrases.append(f"{in_words(hundreds, 'en')} hundred")
    elif "," not in digits and 101 <= number <= 999:  # noqa: PLR2004  # flight 747, 911
        phrases.append(pair_by_pair(bare))
    if full.startswith("one ") and number >= 100:  # noqa: PLR2004
        phrases.append("a " + phrases[0].removeprefix("one "))
    return phrases


def pair_by_pair(digits: str) -> str:
    """Return "seven forty seven" for 747, "three oh five" for 305, "nineteen hundred" for 1900."""
    head, tail = digits[:-2], digits[-2:]
    said = in_words(int(head), "en") or head
    if tail == "00":
        return f"{said} hundred"
    if tail[0] == "0":
        return f"{said} oh {DIGITS[int(tail[1])]}"
    return f"{said} {in_words(int(tail), 'en')}"


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
    if whole == "0":
        phrases += [f"{zero}point {tails[0]}" for zero in ("", "nought ", "oh ")]
    return phrases


def numbers(text: str) -> list[str]:
    """Return phrases for a plain number, whole or decimal, with an optional sign."""
    if text[0] in "+-−–":
        signs = ("plus",) if text[0] == "+" else ("minus", "negative")
        said = numbers(text[1:])[:2]
        return [f"{sign} {s}" for sign in signs for s in said] + said[:1]
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
    century = f"{in_words(year // 100, 'en')} hundred"
    tail = in_words(year % 100, "en")
    more = [f"{century} {tail}", f"{century} and {tail}"] if year % 100 else []
    return list(dict.fromkeys([pair, *more[: 2 if year % 100 < 10 else 1], long[0]]))  # noqa: PLR2004


def ordinals(number: int) -> list[str]:
    """Return phrases for an ordinal: "one hundred first", "one hundred and first"."""
    full = in_words(number, "en", "ordinal") or str(number)
    phrases = [full.replace(" and ", " "), full]
    if full.startswith("one "):
        phrases.append("a " + phrases[0].removeprefix("one "))
    return list(dict.fromkeys(phrases))


def plural(phrase: str) -> str:
    """Return the plural of a phrase's last word: "nineties", "sixes", "F sixteens"."""
    if phrase.endswith("y"):
        return phrase[:-1] + "ies"
    if phrase[-1:].isupper():
        return phrase + "'s"
    return phrase + ("es" if phrase.endswith(("x", "s", "ch", "sh")) else "s")


def roman(text: str) -> int | None:
    """Return the value of a well-formed Roman numeral in capitals, else None."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < nxt else v for v, nxt in zip(values, [*values[1:], 0], strict=True))
