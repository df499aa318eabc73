"""What other languages write over several tokens, or in one that is no word: groups of digits, addresses.

And letters: initials that a voice would take for a word ("EU", "UE").
"""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.text.normalise.abroad_words import LanguageWords

_FIRST: Final = re.compile(r"[^\d\s]{0,2}[1-9]\d{0,2}")
_GROUP: Final = re.compile(r"\d{3}")
_CALLED: Final = frozenset(
    """tel tél telefon telefono teléfono téléphone telefonnummer rufnummer hotline fax móvil whatsapp mobile
    numéro número nummer""".split()
)
"""After these digits are a number to call."""
_YEAR: Final = re.compile(r"1[1-9]\d\d|20\d\d")
_LAST: Final = re.compile(r"\d{3}(?:,\d{1,3})?(?P<rest>[^\d\s]{0,4}|[-–]\w{1,20})")
_MOST_GROUPS: Final = 4
_TELEPHONE: Final = re.compile(r"0\d{2,4}|0\d{2,5}[/-]?\d{5,10}")
_LONG_GROUP: Final = re.compile(r"\d{5,10}")
_WEB: Final = re.compile(
    r"(?:(?P<scheme>https?)://|www\.)(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})(?P<path>(?::\d{1,5})?(?:[/?#]\S*)?)",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"(?P<user>[\w.+-]{1,64})@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})")
_FORMULA: Final = re.compile(r"(?P<letters>CO|H|NO|SO|N|O|CH|NH|PM)(?P<count>\d)(?P<more>O?)(?P<rest>-\S+)?")
_VOWEL: Final = re.compile("[AEIOUYÄÖÜÉÈÁÍÓÚ]")
"""Without one a voice spells of itself."""
_NUMERAL: Final = re.compile("[IVXLCM]+")
_ROAD: Final = re.compile(r"(?P<letters>[A-Z]{1,3})-?(?P<number>\d{1,4})")
_MOST_INITIALS: Final = 3
_INITIALS: Final = re.compile(r"(?P<letters>[A-ZÄÖÜÉÈÁÍÓÚÑ]{2,3})(?P<rest>-\S+)?")


def joined(bare: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return tokens with groups of digits made one, "1 234 567" -> "1234567", and where each began."""
    made: list[str] = []
    places: list[int] = []
    i = 0
    while i < len(bare):
        stop = _stop(bare, i)
        made.append("".join(bare[i:stop]))
        places.append(i)
        i = stop
    return made, places


def _stop(bare: Sequence[str], start: int) -> int:
    """Return where the groups of one number end that begins at `start`."""
    before = bare[start - 1] if start else ""
    is_row = before[-1:].isdecimal() and not _YEAR.fullmatch(before)
    if not _FIRST.fullmatch(bare[start]) or is_row or before.lower().strip(".:") in _CALLED:
        return start + 1
    at = start + 1
    while at < len(bare) and _GROUP.fullmatch(bare[at]) and at - start <= _MOST_GROUPS:
        at += 1
    if at < len(bare) and _LAST.fullmatch(bare[at]) and not _GROUP.fullmatch(bare[at]):
        at += 1
    goes_on = at < len(bare) and bare[at][:1].isdecimal()  # a telephone number
    return start + 1 if goes_on else at


def address(core: str, words: LanguageWords) -> str:
    """Return what is said for a web or e-mail address; empty if a token is none."""
    if "." not in core or not words.dot:
        return ""
    if web := _WEB.fullmatch(core):
        host = _host(web["host"].lower().removeprefix("www."), words)
        return f"{words.link} {host}" if len(web["path"]) > 1 else host
    mail = _MAIL.fullmatch(core)
    return (
        f"{mail['user'].replace('.', f' {words.dot} ')} {words.at} {_host(mail['host'], words)}"
        if mail
        else ""
    )


def _host(host: str, words: LanguageWords) -> str:
    return host.replace(".", f" {words.dot} ")


def letters(core: str, beside: Sequence[str], words: LanguageWords) -> str:
    """Return the letters of a formula or of initials, with blanks between; empty if a token is none.

    Among words in capitals, those `beside` it, nobody can tell.
    """
    if not core[:1].isupper() or not (core[1:2].isalnum() or core[1:2] == "-"):
        return ""
    if formula := _FORMULA.fullmatch(core):
        said = f"{' '.join(formula['letters'])} {formula['count']} {formula['more']}"
        return f"{said.strip()} {formula['rest'] or ''}".strip()
    if road := _ROAD.fullmatch(core):
        return f"{' '.join(road['letters'])} {road['number']}"
    initials = _INITIALS.fullmatch(core)
    if not initials or not words.acronyms or _NUMERAL.fullmatch(initials["letters"]):
        return ""
    is_shouted = any(word.isupper() and len(word) > _MOST_INITIALS for word in beside)
    if is_shouted or initials["letters"] in words.acronyms or not _VOWEL.search(initials["letters"]):
        return ""
    return f"{' '.join(initials['letters'])}{initials['rest'] or ''}"


def telephone(bare: Sequence[str], i: int) -> dict[int, str]:
    """Read a telephone number that begins with "0", and its long groups, digit by digit."""
    core = bare[i]
    is_long = _TELEPHONE.fullmatch(core) and len(core) > len("01234")
    is_first = _TELEPHONE.fullmatch(core) and i + 1 < len(bare) and _LONG_GROUP.fullmatch(bare[i + 1])
    is_next = i > 0 and _LONG_GROUP.fullmatch(core) and _TELEPHONE.fullmatch(bare[i - 1])
    return {i: " ".join(filter(str.isdecimal, core))} if is_long or is_first or is_next else {}
