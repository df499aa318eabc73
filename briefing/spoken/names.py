"""Rules for letters: initials, acronyms, Roman numerals and abbreviations."""

# ruff: noqa: PLR2004  # lengths of words say themselves
from __future__ import annotations

import re
from typing import Final

from briefing.spoken import lexicon as lex
from briefing.spoken.numerals import cardinals, ordinals, years
from briefing.spoken.numerals import roman as value_of
from briefing.spoken.phrasing import Context, Phrases, split

CAPITALS: Final = re.compile(r"(?P<letters>[A-Z]{2,})(?P<tail>'?s|)")


def _letters(text: str) -> str:
    return " ".join(text)


def dotted_letters(match: re.Match[str], _context: Context) -> Phrases:
    """Read initials and dotted abbreviations: "J.K.", "U.S.", "a.m.", "Ph.D."."""
    bare = match["letters"].replace(".", "")
    known = {
        "ie": "that is|I E", "eg": "for example|E G", "PhD": "P H D", "MSc": "M S C", "BSc": "B S C",
        "aka": "A K A|also known as", "etal": "et al", "viz": "namely",
    }.get(bare)  # fmt: skip
    ways = split(known) if known else [_letters(bare.upper())]
    return [w + ("'s" if match["genitive"] else "") for w in ways]


def one_letter(match: re.Match[str], context: Context) -> Phrases:
    """Read a single letter: an initial, "I", "a", a Roman numeral after "Chapter"."""
    letter = match[0]
    before = context.before.rstrip(",").lower()
    if letter in "aA":
        return ["A"] if letter == "A" and context.has_stop else ["a", "A"]
    if letter.islower():
        numbered = context.has_stop and context.precedes_number and lex.BEFORE_NUMBER.get(letter)
        return split(numbered) if numbered else ["versus", "V"] if letter == "v" else [letter.upper()]
    value = value_of(letter) if letter == "I" or not context.has_stop else None
    if value and before in lex.COUNTED_BY_ROMAN:
        return [cardinals(str(value))[0], letter]
    if value and letter in "IVX" and before in lex.REGNAL:
        return [f"the {ordinals(value)[0]}", letter]
    return [letter]


def roman(match: re.Match[str], context: Context) -> Phrases:
    """Read a Roman numeral: "Henry VIII", "World War II", "MMXXIV"."""
    text = match["numeral"]
    value = value_of(text)
    before = context.before.rstrip(".,;:")
    if value is None or (value > 89 and not text.startswith(("MCM", "MM"))):
        return []
    genitive = match["genitive"]
    counted, spelled = cardinals(str(value))[0], _letters(text)
    if value >= 1000:
        return [*years(value), spelled]
    if before.lower() in lex.COUNTED_BY_ROMAN:
        ways = [counted, f"the {ordinals(value)[0]}", spelled]
    elif before[:1].isupper() and before[1:].islower():
        ways = [f"the {ordinals(value)[0]}", counted, spelled]
    else:
        ways = [counted, spelled, f"the {ordinals(value)[0]}"]
    return [w + genitive for w in ways]


def acronym(match: re.Match[str], context: Context) -> Phrases:
    """Read capitals: letters ("UN"), a word ("NATO"), their plurals and genitives."""
    text, genitive = match["letters"], match["tail"]
    tail = "'s" if genitive else ""
    lower = text.lower()
    spelled = _letters(text) + tail
    if text in lex.SPELLED:
        ways = [way + (tail if way[-1].isupper() else tail.replace("'", "") if genitive == "s" else tail)
                for way in split(lex.SPELLED[text])]  # fmt: skip
        return [*ways, lower + tail] if _shouted(context) else ways
    as_word = lower + genitive
    if lower in lex.WORDS_IN_CAPITALS or (lower in lex.FUNCTION_WORDS and not genitive):
        return [as_word, spelled]
    if not re.search(r"[AEIOUY]", text):
        return [spelled, as_word] if _shouted(context) else [spelled]
    if _shouted(context) or (len(text) > 3 and not re.search(r"[BCDFGHJKLMNPQRSTVWXZ]{3}", text)):
        return [as_word, spelled]
    return [spelled, as_word]


def _shouted(context: Context) -> bool:
    """Whether the neighbours are in capitals too, so that capitals mean nothing."""
    near = [w.strip(".,;:'\"") for w in (context.before, context.after)]
    return any(len(w) > 3 and w.isupper() and w.isalpha() and w.lower() not in lex.WORDS_IN_CAPITALS
               and w not in lex.SPELLED and re.search("[AEIOU]", w) for w in near)  # fmt: skip


def ampersand(match: re.Match[str], _context: Context) -> Phrases:
    """Read "R&D", "AT&T"."""
    return [" and ".join(_letters(p) if p.isupper() else p.lower() for p in match[0].split("&"))]


def abbreviation(match: re.Match[str], context: Context) -> Phrases:
    """Read a shortened word: "Dr.", "Oct.", "No. 5", "vs"."""
    word = match[0]
    lower = word.lower()
    counted = context.precedes_number and (context.has_stop or lower == "pp") and not context.follows_number
    if counted and lower in lex.BEFORE_NUMBER:
        return split(lex.BEFORE_NUMBER[lower])
    if context.has_stop:
        if lower == "no":
            return ["no", "number"]
        if word in ("St", "Dr") and not re.match(r"[A-Z]", context.after):
            return split(lex.DOTTED[word])[::-1]
        if lower == "ft" and context.follows_number:
            return ["feet", "foot"]
        entry = lex.DOTTED.get(word) or lex.DOTTED_ANY_CASE.get(lower)
        if entry:
            plain = [lower] if "+" in entry else []
            return split(entry.replace("+", "")) + plain
    return split(lex.BARE[word]) if word in lex.BARE else []


def apostrophe(match: re.Match[str], _context: Context) -> Phrases:
    """Read words with an apostrophe: "don't", "rock'n'roll", "O'Brien", "OK'd"."""
    word = match[0]
    if (word.isupper() and len(word) > 3) or word[1:].islower() or word.lower() == word:
        return [word.lower()]
    return [word.lower()] if re.fullmatch(r"[A-Z]'[A-Z][a-z]+(?:'s)?", word) else []
