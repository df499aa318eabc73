"""Rules for letters: initials, acronyms, Roman numerals and abbreviations."""

# ruff: noqa: PLR2004  # lengths of words say themselves
from __future__ import annotations

import re
from typing import Final

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise import measures
from briefing.text.normalise.clocks import is_month
from briefing.text.normalise.numerals import cardinals, designations, genitive, ordinals, plural, years
from briefing.text.normalise.numerals import roman as value_of
from briefing.text.normalise.phrasing import Context, Phrases, each, split
from briefing.text.normalise.sayable import is_sayable

CAPITALS: Final = re.compile(r"(?P<letters>[A-Z]{2,})(?P<tail>'?s|)")


def _letters(text: str) -> str:
    return " ".join(text)


def dotted_letters(match: re.Match[str], _context: Context) -> Phrases:
    """Read initials and dotted abbreviations: "J.K.", "U.S.", "a.m.", "Ph.D."."""
    bare = match["letters"].replace(".", "")
    known = {
        "ie": "that is|I E", "eg": "for example|E G", "PhD": "P H D", "MSc": "M S C", "BSc": "B S C",
        "aka": "A K A|also known as", "OK": "okay|O K", "DC": "D C", "NY": "N Y|new york",
    }.get(bare)  # fmt: skip
    ways = split(known) if known else [_letters(bare.upper())]
    return [w + ("'s" if match["genitive"] else "") for w in ways]


def one_letter(match: re.Match[str], context: Context) -> Phrases:
    """Read a single letter: an initial, "I", "a", a Roman numeral after "Chapter"."""
    letter = match[0]
    before = context.before.rstrip(",").lower()
    if known := _letter_beside_number(letter, context):
        return known
    if letter in "aA":
        return ["A"] if letter == "A" and context.has_stop else ["a", "A"]
    if letter.islower():
        numbered = context.has_stop and context.precedes_number and lex.BEFORE_NUMBER.get(letter)
        return split(numbered) if numbered else ["versus", "V"] if letter == "v" else [letter.upper()]
    value = value_of(letter) if letter == "I" or not context.has_stop else None
    if value and before in lex.COUNTED_BY_ROMAN:
        return [cardinals(str(value))[0], letter]
    if value and letter in "IVX" and before in lex.REGNAL:
        ways = [f"the {ordinals(value)[0]}", letter]
        return ways[::-1] if letter == "I" and context.after.lower() in lex.AFTER_PRONOUN else ways
    return [letter]


def _letter_beside_number(letter: str, context: Context) -> Phrases:
    """Read a letter that is a sign: "3 x 5", "25° C", "48.2° N"."""
    if letter == "c" and context.has_stop and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", context.before):
        return ["century"]  # the 18th c.
    if letter == "x" and context.follows_number and context.precedes_number:
        return ["by", "times", "X"]
    if context.before.endswith("°") and letter in "CFNSEW":
        return [measures.DIRECTIONS.get(letter) or ("celsius" if letter == "C" else "fahrenheit")]
    return []


def roman(match: re.Match[str], context: Context) -> Phrases:
    """Read a Roman numeral: "Henry VIII", "World War II", "MMXXIV"."""
    text = match["numeral"]
    value = value_of(text)
    before = context.before.rstrip(".,;:")
    is_name = text.lower() in lex.WORDS_IN_CAPITALS or text in lex.SPELLED
    if is_name and before.lower() not in lex.COUNTED_BY_ROMAN:  # LIV Golf
        return []
    if value is None or (value > 89 and not text.startswith(("MCM", "MM"))) or text == "MM":
        return []
    ending = match["genitive"]
    counted, spelled = cardinals(str(value))[0], _letters(text)
    if value >= 1000:
        return [*years(value), spelled]
    if before.lower() == "the" or context.after.lower() in lex.ORDINAL_BEFORE:
        ways = [ordinals(value)[0], spelled, counted]
        if text == "IV" and before.lower() == "the":  # the IV drip
            ways = [spelled, counted]
    elif text == "XI" and (before.endswith(("'s", "s'")) or context.earlier.lower() in ("the", "a", "an")):
        ways = [counted, spelled]  # the Reading XI, a team
    elif before.lower() in lex.COUNTED_BY_ROMAN:
        ways = [counted, f"the {ordinals(value)[0]}", spelled]
    elif before[:1].isupper() and before[1:].islower():
        ways = [f"the {ordinals(value)[0]}", counted, spelled]
    else:
        ways = [counted, spelled, f"the {ordinals(value)[0]}"]
        if before.lower() in ("a", "an"):  # an IV drip
            ways = [spelled, counted]
    return [w + ending for w in ways]


def roman_ordinal(match: re.Match[str], _context: Context) -> Phrases:
    """Read "XVIth", "IInd"."""
    value = value_of(match["numeral"])
    return ordinals(value)[:2] if value else []


def acronym(match: re.Match[str], context: Context) -> Phrases:
    """Read capitals: letters ("UN"), a word ("NATO"), their plurals and genitives."""
    text, tail = match["letters"], "'s" if match["tail"] else ""
    lower, is_plural = text.lower(), match["tail"] == "s"
    spelled = _letters(text) + tail
    as_word = plural(lower) if is_plural else lower + tail
    if text in lex.SPELLED:
        ways = [
            way if not tail else plural(way) if is_plural else genitive(way)
            for way in split(lex.SPELLED[text])
        ]
        if text + tail in lex.SHORT_FORMS and _shouted(context):
            return [as_word, *ways]
        return [*ways, as_word] if _shouted(context) else ways
    is_long = len(text) >= lex.LONG_WORD
    if lower in lex.WORDS_IN_CAPITALS or (lower in lex.FUNCTION_WORDS and not tail):
        return [as_word, spelled] if not is_long else [as_word]
    if not re.search(r"[AEIOUY]", text) or len(text) == 2:
        return [spelled, as_word] if _shouted(context) else [spelled]
    if is_sayable(text) and (_shouted(context) or len(text) > 3):
        return [as_word] if is_long else [as_word, spelled]
    return [spelled, as_word]


def _shouted(context: Context) -> bool:
    """Whether the neighbours are in capitals too, so that capitals mean nothing."""
    near = [w.strip(".,;:'\"") for w in (context.before, context.after)]
    return any(len(w) > 3 and w.isupper() and w.isalpha() and w.lower() not in lex.WORDS_IN_CAPITALS
               and w not in lex.SPELLED and re.search("[AEIOU]", w) for w in near)  # fmt: skip


def designation(match: re.Match[str], context: Context) -> Phrases:
    """Read a name with a number: "A380", "MI5", "mp3", "T90M"; those with a hyphen are `model`'s."""
    name, tail = match["name"], match["tail"] or ""
    if name.lower() in lex.MONTHS or name == "No" or (name.islower() and re.search("[aeiouy]", name)):
        return []
    numbers = designations(match["number"])
    if tail == "s":
        numbers = [plural(said) for said in numbers]
    caps = CAPITALS.fullmatch(name.upper()) if name.isupper() or name.islower() else None
    if len(name) == 1 or (caps and len(name) <= 3 and name.lower() not in lex.WORDS_IN_CAPITALS):
        names = [_letters(name.upper())]
    elif caps:
        names = acronym(caps, context)
    else:
        names = [name.lower() if re.search("[aeiouyAEIOUY]|.{3}", name) else _letters(name.upper())]
    return each(names, numbers, [tail if tail != "s" else ""])


MODEL_FORM: Final = (
    r"(?P<name>[A-Z][A-Za-z]{0,12})-(?P<number>\d{1,4})"
    r"(?P<tail>(?:[A-Z]{1,4}h?(?:\d{1,2}[A-Z]{0,2})?)?(?:-\d{1,4})?)(?P<plural>s?)"
)
"""What is numbered by its maker: "MiG-31K", "Tu-22M3", "F-16s", "Kh-47M2"."""


def model(match: re.Match[str], context: Context) -> Phrases:
    """Read a model of a vehicle, ship or weapon: letters after its number are named, numbers are said."""
    name, tail = match["name"], match["tail"].replace("-", "")
    if name.lower() in lex.MONTH_NAMES or name == "No" or (tail.lower() in ("am", "pm") and name != "AM"):
        return []
    if name.isupper():
        caps = CAPITALS.fullmatch(name)
        is_word = len(name) > 3 or name.lower() in lex.WORDS_IN_CAPITALS
        heads = acronym(caps, context) if caps and is_word else [_letters(name)]
    elif name in lex.BARE:
        heads = split(lex.BARE[name])
    else:
        heads = [name.lower() if re.search("[aeiouyAEIOUY]|.{3}", name) else _letters(name.upper())]
    numbers = designations(match["number"])
    after = [
        cardinals(part)[0] if part.isdecimal() else _letters(part.upper())
        for part in re.findall(r"\d+|[A-Za-z]+", tail)
    ]
    last = plural if match["plural"] else str
    return each(heads, [last(" ".join((number, *after))) for number in numbers])


def series(match: re.Match[str], _context: Context) -> Phrases:
    """Read a model whose series stands before its letters: "3M-54"; "5M-10M" is a range."""
    if match["letters"] in ("K", "B", "AM", "PM", "BN") and not match["tail"]:
        return []
    letters = _letters(match["letters"])
    return each(cardinals(match["series"])[:1], [letters], designations(match["number"]), [match["tail"]])


def short_and_number(match: re.Match[str], _context: Context) -> Phrases:
    """Read a short word with its number in one token: "No.10", "pp.5-7"."""
    short = lex.BEFORE_NUMBER.get(match["short"].lower())
    low, mark, high = re.split(r"([-–])", match["number"] + "-")[:3]
    numbers = [f"{cardinals(low)[0]} to {cardinals(high)[0]}"] if mark and high else cardinals(low)[:2]
    return each(split(short), numbers) if short else []


def party(match: re.Match[str], _context: Context) -> Phrases:
    """Read a politician's party and state: "D-Calif.", "R-Wyo.", "D-N.Y."; or it is left out."""
    state = match["state"].replace(".", "")
    if state in lex.DOTTED:
        where = split(lex.DOTTED[state].rstrip("+"))[0]
    elif state in lex.STATES_BY_LETTERS:
        where = lex.STATES_BY_LETTERS[state]
    else:
        return []
    who = {"D": "democrat", "R": "republican", "I": "independent"}[match["party"]]
    return [f"{who} of {where}", f"{who} from {where}", f"{match['party']} {where}", f"{who} {where}", ""]


def mixed_case(word: str) -> Phrases:
    """Read a word: joined, and in its parts where it has capitals inside: "ChatGPT", "SpaceX"."""
    lower = word.lower()
    if "'" in word or word.islower() or word[1:].islower() or word.isupper():
        return [lower]
    if re.fullmatch("[A-Z][a-z][A-Z]s?", word):  # MoD, AfD
        return [_letters(word[:3].upper()) + ("'s" if word[3:] else ""), lower]
    if re.fullmatch(r"(?:Ma?c|[DL][aei]|Du|Van|Von|Fitz|O')[A-Z]{3,}(?:'S)?", word):  # McDONALD
        return [lower]
    if re.fullmatch(r"[A-Z][a-z]{3,}[A-Z]", word) and word[-1] in "AEO":  # OmegA
        return [lower]
    parts = re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|[^A-Za-z]+", word)
    said = [_letters(p) if p.isupper() else p.upper() if len(p) == 1 else p.lower() for p in parts]
    apart = " ".join(said)
    if len(parts[0]) == 1 or any(p.isupper() and p.isascii() for p in parts):  # iPhone, ChatGPT, SpaceX
        return [apart, lower]
    return [lower, apart]


def ampersand(match: re.Match[str], context: Context) -> Phrases:
    """Read "R&D", "AT&T", "B&Bs"."""
    return [" and ".join(_beside_ampersand(part, context) for part in match[0].split("&"))]


def _beside_ampersand(part: str, context: Context) -> str:
    caps = CAPITALS.fullmatch(part)
    if caps and len(part) > 3:
        return acronym(caps, context)[0]
    letters = re.fullmatch(r"([A-Z]+)(s?)", part)
    return _letters(letters[1]) + ("'s" if letters[2] else "") if letters else part.lower()


def abbreviation(match: re.Match[str], context: Context) -> Phrases:
    """Read a shortened word: "Dr.", "Oct.", "No. 5", "vs"."""
    word = match[0]
    ways = _beside_number(word, context)
    if ways:
        return ways
    if word in ("St", "Dr") and (context.has_stop or word == "St"):
        is_street = (
            context.ends_clause or context.earlier.isdecimal() or not re.match(r"[A-Z]", context.after)
        )
        return split(lex.DOTTED[word])[:: -1 if is_street else 1]
    lower = word.lower()
    entry = (lex.DOTTED.get(word) or lex.DOTTED_ANY_CASE.get(lower)) if context.has_stop else None
    if entry:
        return split(entry.replace("+", "")) + ([lower] if "+" in entry else [])
    if word == "Gen" and re.match(r"[A-Z]\b", context.after):  # Gen Z
        return ["gen", "general"]
    return split(lex.BARE[word]) if word in lex.BARE else []


def _beside_number(word: str, context: Context) -> Phrases:
    """Read a shortened word that means something else, or something at all, beside a number."""
    lower = word.lower()
    if context.precedes_number and not context.follows_number:
        if (context.has_stop or lower == "pp") and lower in lex.BEFORE_NUMBER:
            return split(lex.BEFORE_NUMBER[lower])
        if word in ("No", "Nos"):
            return ["number", "no"] if word == "No" else ["numbers"]
    is_short = (word.capitalize() if word.isupper() else word) in lex.MONTH_SHORT
    if is_short and (context.precedes_number or context.follows_number):
        return [lex.MONTHS[lower]]
    if word in lex.DAYS_SHORT and _is_before_date(context):
        return [lex.in_full(word)]
    if context.has_stop:
        after_number = (
            {"ft": ["feet", "foot"], "sec": ["seconds", "second"]} if context.follows_number else {}
        )
        return {**after_number, "no": ["no", "number"]}.get(lower, [])
    return []


def _is_before_date(context: Context) -> bool:
    """Whether a day of the week may be before this date or time: "Fri, 25 Oct", "Sat 7pm"."""
    after = context.after.rstrip(",;:)")
    is_day = bool(re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", after)) and is_month(context.later)
    return is_month(after) or is_day or bool(re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?[ap]m", after))


def apostrophe(match: re.Match[str], context: Context) -> Phrases:
    """Read words with an apostrophe: "don't", "rock'n'roll", "O'Brien"."""
    word = match[0]
    if word.isupper() and word.endswith("'S"):
        is_word = word.lower() in lex.SHORT_FORMS or (_shouted(context) and word[:-2] not in lex.SPELLED)
        return [word.lower()] if is_word else []
    if (word.isupper() and len(word) > 3) or word[1:].islower() or word.lower() == word:
        return [word.lower()]
    return [word.lower()] if re.fullmatch(r"[A-Z][a-z]?'[A-Z][\w']*[a-z](?:'s)?", word) else []
