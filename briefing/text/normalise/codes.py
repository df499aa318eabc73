"""Rules for what machines write or dial: versions, computers, instants, verses, long codes, telephones."""

# ruff: noqa: PLR2004  # lengths of digits say themselves
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.normalise.clocks import iso_date, small
from briefing.text.normalise.numerals import cardinals, designations, digit_by_digit
from briefing.text.normalise.phrasing import each

if TYPE_CHECKING:
    from briefing.text.normalise.phrasing import Context, Phrases

ADDRESS_FORM: Final = r"(?P<parts>(?:\d{1,3}\.){3}\d{1,3})(?::(?P<port>\d{2,5})|/(?P<bits>\d{1,2}))?"
VERSION_FORM: Final = (
    r"[vV]\.?(?P<number>\d{1,4}(?:\.\d{1,6}){1,4})(?:-?(?P<stage>rc|beta|alpha|b|a)\.?(?P<count>\d{0,3}))?"
)
INSTANT_FORM: Final = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)T(?P<hour>[0-2]\d):(?P<minute>[0-5]\d)"
    r"(?::[0-5]\d(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
VERSE_FORM: Final = r"(?P<chapter>\d{1,3}):(?P<low>\d{1,3})[-–](?P<high>\d{1,3})"
PAPER_FORM: Final = r"(?:doi:)?10\.\d{4,9}/\S{1,150}"
CODE_FORM: Final = r"(?P<code>(?=[^\d]*\d)(?=[\d-]*[A-Za-z])[0-9A-Za-z]{4,}(?:-[0-9A-Za-z]{4,})*)[=]{0,2}"
_BLOCKS: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HEXADECIMAL: Final = re.compile(r"(?:0x)?[0-9a-f]{12,}|(?:0x)?[0-9A-F]{12,}")
_TURNS: Final = re.compile(r"[a-z][A-Z0-9]|[A-Z][a-z0-9]|\d[A-Za-z]")
_LEAST_CODE: Final = 16
_LEAST_TURNS: Final = 4
"""Of capitals, small letters and digits, that no name has."""
_BYTE: Final = 255


def computer(match: re.Match[str], _context: Context) -> Phrases:
    """Read the address of a computer: "192.168.0.1"."""
    parts = match["parts"].split(".")
    if any(int(part) > _BYTE for part in parts):
        return []
    said = [" dot ".join(way(part)[0] for part in parts) for way in (designations, cardinals)]
    if match["port"]:
        said = [f"{way} port {designations(match['port'])[0]}" for way in said]
    return [f"{way} slash {cardinals(match['bits'])[0]}" for way in said] if match["bits"] else said


def named_version(match: re.Match[str], _context: Context) -> Phrases:
    """Read "v2.3.1", "v1.0-rc2"."""
    parts = match["number"].split(".")
    stage = {"rc": "release candidate", "b": "beta", "a": "alpha"}.get(match["stage"], match["stage"] or "")
    count = cardinals(match["count"])[0] if match["count"] else ""
    said = [mark.join(cardinals(part)[0] for part in parts) for mark in (" point ", " dot ")]
    return [" ".join(f"{head} {way} {stage} {count}".split()) for head in ("version", "V") for way in said]


def instant(match: re.Match[str], context: Context) -> Phrases:
    """Read "2024-03-15T14:30Z"."""
    zone = match["zone"] or ""
    hours = cardinals(str(int(match["hour"])))[0]
    minutes = small(match["minute"]) if match["minute"] != "00" else "hundred"
    where = ["U T C"] if zone in ("Z", "+00:00", "-00:00", "+0000") else [""]
    if zone and where == [""]:
        sign = "plus" if zone[0] == "+" else "minus"
        rest = f" {small(zone[-2:])}" if zone[-2:] != "00" else ""
        where = [f"U T C {sign} {cardinals(str(int(zone[1:3])))[0]}{rest}"]
    return each(iso_date(match, context)[:2], [f"{hours} {minutes}"], where)


def verse(match: re.Match[str], _context: Context) -> Phrases:
    """Read the verses of a chapter: "13:4-7"."""
    chapter, low, high = (cardinals(match[part])[0] for part in ("chapter", "low", "high"))
    return [f"{chapter} {low} to {high}", f"{chapter} verses {low} to {high}"]


def paper(_match: re.Match[str], context: Context) -> Phrases:
    """Read the identifier of a paper by its kind alone."""
    return [""] if context.before.lower().rstrip(":") == "doi" else ["D O I"]


def code(match: re.Match[str], context: Context) -> Phrases:
    """Say that there is a long code, which nobody could follow; a short one is none of ours."""
    text = match["code"]
    is_code = _BLOCKS.fullmatch(text) or _HEXADECIMAL.fullmatch(text)
    if not is_code and (len(text) < _LEAST_CODE or len(_TURNS.findall(text)) < _LEAST_TURNS):
        return []
    is_named = context.before.lower() in ("a", "the", "this", "that", "its", "long")
    said = "code" if context.before.lower() == "long" else "long code" if is_named else "a long code"
    return [said, *digit_by_digit("".join(filter(str.isdecimal, text)))[:1]]


def book(match: re.Match[str], _context: Context) -> Phrases:
    """Read the number of a book, digit by digit: "978-3-16-148410-0"."""
    return digit_by_digit("".join(filter(str.isdecimal, match[0])))


def score(match: re.Match[str], context: Context) -> Phrases:
    """Read what something got of the most there is: "4.5/5", "8/10"."""
    top, bottom = match["top"], match["bottom"]
    is_of_most = "." in top or top == bottom
    near = (context.earlier, context.before)
    words = ("scored", "scores", "score", "rated", "rating", "rate", "rates", "gave", "gives", "gets", "got")
    if not is_of_most and not any(word.lower().rstrip(":") in words for word in near):
        return []
    heads = [f"{cardinals(part)[0]}" for part in top.split(".")[:1]]
    tail = f" point {digit_by_digit(top.split('.')[1])[0]}" if "." in top else ""
    return [f"{heads[0]}{tail} out of {cardinals(bottom)[0]}", f"{heads[0]}{tail} {cardinals(bottom)[0]}"]


def telephone(match: re.Match[str], _context: Context) -> Phrases:
    """Read "1-800-555-0199", "+44 ...": digit by digit, though 800 is a number."""
    text = match[0]
    if sum(c.isdecimal() for c in text) < 7:
        return []
    plus = "plus " if text.startswith("+") else ""
    ways = [plus + said for said in digit_by_digit(text)]
    free = re.match(r"1[-.]([89]00)[-.]", text)
    if free:
        rest = digit_by_digit(text[free.end() :])
        ways = [*(f"one {cardinals(free[1])[0]} {said}" for said in rest[:2]), *ways]
    if plus:
        ways.insert(1, ways[0].removeprefix(plus))
    return ways
