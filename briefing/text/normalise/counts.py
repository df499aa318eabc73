"""Rules for numbers alone: counts, years, fractions, scores, ranges and telephone numbers."""

# ruff: noqa: PLR2004  # lengths of digits say themselves
from __future__ import annotations

import re
from typing import Final

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise import measures
from briefing.text.normalise.clocks import day_ways, is_after_month, is_before_month, small
from briefing.text.normalise.numerals import (
    FRACTIONS,
    cardinals,
    designations,
    digit_by_digit,
    genitive,
    numbers,
    ordinals,
    pair_by_pair,
    plural,
    years,
)
from briefing.text.normalise.phrasing import Context, Phrases, british_first, each

YEARS: Final = range(1010, 2200)
_SCORED: Final = re.compile(
    r"(?i)won|wins?|winning|beat|beats|beaten|beating|lost|lose|loss|defeated|defeat|draw|drew|tied?|led|leads?"
    r"|score|scored|final|victory|ahead|down|up|voted|vote|ruled|ruling|decision|set|game"
)
"""Words beside which two numbers are a score or a vote."""


def integer(match: re.Match[str], context: Context) -> Phrases:
    """Read a whole number: a day of a month, a year, a count, a name's number, or digits ("911")."""
    text = match[0]
    plain = british_first(cardinals(text), context)
    if text == "000" and re.fullmatch(r"\d{1,3}", context.before):
        return ["thousand"]
    if _is_telephone_part(text, context) or (len(text) == 3 and _is_called(context)):
        return [*digit_by_digit(text), *plain]
    if len(text) > 4 or "," in text:
        return plain if "," in text else [*plain, *digit_by_digit(text)]
    if len(text) == 4 and context.after.strip(".,;:)").lower() in lex.TIME_ZONES:
        return _military(text)
    clock = re.fullmatch(r"(1[0-2]|[1-9])([0-5]\d)", text)
    if clock and re.fullmatch(r"[APap]\.?[Mm]\.?[,;:)]?", context.after):  # 1100 AM
        return [f"{cardinals(clock[1])[0]} {small(clock[2]) if clock[2] != '00' else ''}".strip(), *plain]
    return _short_integer(text, plain, context)


def _military(text: str) -> Phrases:
    """Read "0600", "1430" before "GMT"."""
    hour, minute = text[:2], text[2:]
    if text == "0000":
        return ["midnight", "zero hundred"]
    heads = cardinals(hour)[:1]
    if hour[0] == "0":
        heads = [f"{zero} {cardinals(hour[1])[0]}".strip() for zero in ("oh", "zero", "")]
    return each(heads, ["hundred", "hundred hours"] if minute == "00" else [small(minute)])


def _is_telephone_part(digits: str, context: Context) -> bool:
    """Whether a number is part of one with blanks, "+1 212 555 0199"."""
    is_code = len(digits) > 4 and context.before.lower().rstrip(":") in lex.CODED
    if is_code or re.match(r"\d{3}[-.]\d{4}\b", context.after):
        return True
    around = [context.earlier, context.before, digits, context.after, context.later]
    sizes = "".join(str(len(w.rstrip(")"))) if re.fullmatch(r"\d{2,4}\)?", w) else " " for w in around)
    return any(match.start() <= 2 < match.end() for match in re.finditer("334", sizes))


def _is_called(context: Context) -> bool:
    """Whether a number is one to call: "dial 999", "call 116 123"."""
    beside = [context.before, context.earlier if context.before.isdecimal() else ""]
    counts = re.match(r"[a-z]{4,}", context.after) and context.after.rstrip(".,;:") not in lex.AFTER_CALL
    is_call = context.after.rstrip(".,;:") in ("call", "calls", "operator", "operators", "emergency")
    is_reached = context.before in ("on", "via") and context.earlier.lower() in lex.REACHED
    return is_call or (not counts and (is_reached or any(word.lower() in lex.CALLED for word in beside)))


def _short_integer(text: str, plain: Phrases, context: Context) -> Phrases:
    """Read a whole number of at most four digits."""
    value = int(text)
    if (is_after_month(context) or is_before_month(context)) and 1 <= value <= 31 and len(text) <= 2:
        return [*day_ways(value, context), *plain[:1]]
    if len(text) == 4 and value in YEARS:
        said = british_first(years(value), context)
        return [*plain[:1], *said, *plain[1:]] if _counts(context) else [*said, *plain]
    if len(text) >= 3:
        return _long_integer(text, plain, context)
    if text[0] == "0":
        return ["zero", "oh", "nil", "nought"] if text == "0" else plain[1::-1]
    is_a = text == "1" and context.after.rstrip(".,;:").lower() in measures.MAGNITUDES
    return [*plain, "a"] if is_a else plain


def _long_integer(text: str, plain: Phrases, context: Context) -> Phrases:
    """Read three digits, or four that are no year."""
    spelled = digit_by_digit(text)
    if text[0] == "0" or text == "911":
        return [*spelled, *plain]
    if context.before.rstrip(".,").lower() in lex.NAMED_BY_NUMBER:
        return [*designations(text), *plain]
    return [*plain, *([pair_by_pair(text)] if len(text) == 4 else []), *spelled]


def _counts(context: Context) -> bool:
    """Whether a number before this word counts things ("1990 people"), so that it is no year."""
    after = context.after.rstrip(".,;:")
    return bool(
        re.fullmatch(r"[a-z]{3,}s|people|men|women|children|troops|percent|million|billion", after)
    ) and (
        after not in ("was", "has", "is", "as", "its", "his", "this", "elections", "olympics")
        and context.before.lower() not in ("in", "since", "the", "from", "of", "by", "until", "during")
    )


def decimal(match: re.Match[str], context: Context) -> Phrases:
    """Read a number with a fraction or a sign."""
    if match[0] in FRACTIONS and context.before.isdecimal():
        return [f"and {way}" for way in FRACTIONS[match[0]]]
    return british_first(numbers(match[0]), context)


def version(match: re.Match[str], _context: Context) -> Phrases:
    """Read a number with several points: "3.2.1"."""
    parts = match[0].split(".")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", match[0]):  # a continental million
        return cardinals("".join(parts))
    return [" point ".join(cardinals(p)[0] for p in parts), " dot ".join(cardinals(p)[0] for p in parts)]


def ordinal(match: re.Match[str], context: Context) -> Phrases:
    """Read "21st"."""
    number = int(match["number"].replace(",", ""))
    if match["ending"] == "st" and (
        number % 10 != 1
        or number % 100 == 11
        or re.fullmatch(r"\d{1,2}(?:lbs?)?", context.after.rstrip(".,;:)"))
    ):  # 12st 7lb
        return [f"{said} stone" for said in cardinals(match["number"])]
    if number <= 31 and (is_after_month(context) or is_before_month(context)):
        return day_ways(number, context)
    return british_first(ordinals(number), context)


def decade(match: re.Match[str], context: Context) -> Phrases:
    """Read "1990s", "'90s", "F-16s"."""
    number = int(match["number"])
    if re.fullmatch(r"\d{1,3}m(?:in)?", context.before) and match[0].endswith(f"{number}s"):  # 4m 12s
        return [f"{cardinals(match['number'])[0]} seconds"]
    said = years(number) if number in YEARS else cardinals(match["number"])
    if match[0].endswith("'s") and (number % 10 or 100 <= number < YEARS[0]):  # 2014's, section 230's
        return [genitive(way) for way in said]
    if 2000 <= number <= 2009 and number != 2000:
        said = said[:2]
    more = []
    if match[0].startswith("'") and 10 < number < 100 and number % 10 == 0:
        more = [f"nineteen {plural(said[0])}"]
    elif match[0].startswith("200") and number == 2000:
        more = ["twenty hundreds", "noughties"]
    return [*(plural(p) for p in said), *more]


def fraction(match: re.Match[str], context: Context) -> Phrases:
    """Read "1/2", "2/3", "4/5ths"; and "9/11", "24/7", "50/50"."""
    top, bottom = int(match["top"]), int(match["bottom"])
    whole = match["whole"]
    plain = f"{cardinals(match['top'])[0]} {cardinals(match['bottom'])[0]}"
    if not whole and ((top, bottom) in ((9, 11), (24, 7)) or top == bottom):
        return [plain]
    if bottom == 0:
        return [] if whole else [plain, plain.replace(" ", " over ", 1)]
    named = {2: "half", 4: "quarter"}.get(bottom) or ordinals(bottom)[0]
    many = {2: "halves"}.get(bottom) or plural(named)
    said = cardinals(match["top"])[0]
    tops = [f"one {named}", f"a {named}", named] if top == 1 else [f"{said} {many}"]
    if bottom == 4:
        tops += ["one fourth", "a fourth"] if top == 1 else [f"{said} fourths"]
    if whole:
        return each(cardinals(whole)[:1], ["and"], tops[:2][::-1])
    if re.fullmatch(r"\d{1,3}", context.before) and top < bottom:
        return [f"and {way}" for way in (tops[:2][::-1] if top == 1 else tops[:2])] + tops[:2]
    is_tie_break = re.fullmatch(r"\d-\d,?", context.before)  # 6-7 (6/8)
    if is_tie_break or _is_odds(context) or _is_cricket(top, bottom, context):
        between = "for" if _is_cricket(top, bottom, context) else "to"
        return [f"{said} {between} {cardinals(match['bottom'])[0]}", plain, f"{said} over {bottom}"]
    over = f"{said} over {cardinals(match['bottom'])[0]}"
    ways = [*tops[:2], over, plain, *tops[2:]]
    if top > bottom or (top > 1 and bottom > 12 and bottom not in (16, 32, 64, 100)):
        ways = [over, plain, *tops] if top > bottom else [plain, *ways]
    if match[0].endswith(match["bottom"]) and 1 <= top <= 12 and 12 < bottom <= 31:
        month, day = lex.MONTHS_IN_ORDER[top - 1], ordinals(bottom)[0]
        ways.insert(1, f"{month} {day}")
    return british_first(ways, context)


def _is_odds(context: Context) -> bool:
    """Whether a fraction says what a bet pays: "odds of 5/2", "a 100/1 outsider"."""
    near = (context.earlier, context.before, context.after, context.later)
    return any(word.lower().strip(".,;:)") in lex.BETTING for word in near)


def ratio(match: re.Match[str], _context: Context) -> Phrases:
    """Read "16:9"."""
    low, high = cardinals(match["low"])[0], cardinals(match["high"])[0]
    return [f"{low} to {high}", f"{low} {high}"]


def year_range(match: re.Match[str], context: Context) -> Phrases:
    """Read "1939-45", "2024/25", "1999-2000"; "2010-2050" is one as well."""
    low, high = match["low"], match["high"]
    if int(low) not in YEARS or (len(high) == 4 and int(high) not in YEARS):
        return []
    start, slash = years(int(low)), match["mark"] == "/"
    if slash and len(high) == 2 and int(high) != (int(low) + 1) % 100:
        return []
    short = [small(high)] if len(high) == 2 else years(int(high))[:2]
    full = years(int(low[:2] + high)) if len(high) == 2 else []
    between = ["", "to"] if slash else ["to", "", "through"]
    return [*each(start[:1], between[:2], [*short, *full[:1]]), *each(start[1:2], between[:1], short[:1]),
            *each(start[:1], between[2:], short[:1])] if not context.british else each(
                british_first(start, context)[:2], between, [*short, *full[:1]])  # fmt: skip


def number_range(match: re.Match[str], context: Context) -> Phrases:
    """Read a score or a range of numbers: "3-1", "10-15", "Oct. 25-27"."""
    low, high = match["low"], match["high"]
    near_month = is_after_month(context) or is_before_month(context)
    if near_month and re.fullmatch(r"\d\d?-\d\d?", f"{low}-{high}"):
        first, last = ordinals(int(low))[0], ordinals(int(high))[0]
        plain = f"{cardinals(low)[0]} to {cardinals(high)[0]}"
        if not is_after_month(context):
            of = f"the {first} to the {last} of"
            return [of, f"{first} to {last}", f"the {first} to the {last}", f"{first} to {last} of", plain]
        return [f"{first} to {last}", f"{first} through {last}", f"the {first} to the {last}", plain]
    if re.fullmatch(r"1-[89]\d\d", match[0]):
        spelled = digit_by_digit(high)
        return [f"one {said}" for said in (cardinals(high)[0], spelled[0], spelled[-1])]
    if re.fullmatch(r"7\d7-(?:\d00|[89]|10)", match[0]):  # Boeing's
        return each([pair_by_pair(low), digit_by_digit(low)[0]], cardinals(high)[:1])
    after = context.after.rstrip(".,;:")
    is_measured = low == "0" != high and (
        after in measures.UNITS or (after[:1].islower() and after[-1:] == "s")
    )
    if "0" in (low, high) and len(low) < 3 and len(high) < 3 and not is_measured:
        return _nil_score(low, high)
    return _plain_range(low, high, context)


def _is_cricket(low: int, high: int, context: Context) -> bool:
    """Whether two numbers are runs for wickets, or wickets for runs: "245-6 declared", "6-32 in 12 overs"."""
    near = (context.earlier, context.before, context.after, context.later)
    return min(low, high) <= 10 < max(low, high) and any(
        word.lower().strip(".,;:()") in lex.CRICKET for word in near
    )


def _plain_range(low: str, high: str, context: Context) -> Phrases:
    heads, tails = numbers(low), numbers(high)
    if low.isdecimal() and high.isdecimal() and _is_cricket(int(low), int(high), context):
        return each(heads[:1], ["for", "to"], tails[:1])
    is_named = context.before.rstrip(".").lower() in ("no", "case", "docket", "flight")
    if is_named and low.isdecimal() and len(high) > len(low) + 1:  # No. 18-7018
        return each(designations(low)[:1], ["", "dash"], designations(high)[:2])
    if len(low) == 3 and len(high) in (3, 4) and low.isdecimal():  # 555-0199
        spelled = each(digit_by_digit(low)[:1], digit_by_digit(high)[:2])
        return [*spelled, *each(heads[:2], ["to", ""], tails[:2])] if len(high) == 4 else [
            *each(heads[:2], ["to", ""], tails[:2]), *spelled]  # fmt: skip
    if low == high:  # fifty-fifty
        return each(heads[:1], ["", "to"], tails[:1])
    is_score = any(
        _SCORED.fullmatch(w.strip(".,;:)")) for w in (context.before, context.after, context.later)
    )
    return each(heads[:2], ["to", ""] if not (is_score and context.british) else ["", "to"], tails[:2])


def _nil_score(low: str, high: str) -> Phrases:
    head, tail = cardinals(low)[0], cardinals(high)[0]
    if low == high == "0":
        return ["nil nil", "zero zero", "nothing nothing", "zero to zero", "nothing to nothing", "oh oh"]
    if low == "0":
        return [f"nil {tail}", f"zero {tail}", f"zero to {tail}", f"nothing to {tail}", f"oh {tail}"]
    return [f"{head} nil", f"{head} zero", f"{head} nothing", f"{head} to nothing", f"{head} to zero",
            f"{head} oh", f"{head} love"]  # fmt: skip
