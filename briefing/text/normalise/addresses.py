"""Rules for addresses: e-mail, web, #tags and @names."""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.text.normalise import lexicon as lex
from briefing.text.normalise.numerals import cardinals, designations
from briefing.text.normalise.phrasing import each, split

if TYPE_CHECKING:
    from briefing.text.normalise.phrasing import Context, Phrases

_SIGNS: Final = {
    ".": "dot", "_": "underscore", "-": "dash", "+": "plus", "/": "slash", "=": "equals",
    "?": "question mark", "&": "and", "%": "percent", "~": "tilde", "#": "hash", "@": "at", ":": "colon",
}  # fmt: skip
WEB_FORM: Final = r"(?:(?P<scheme>https?|ftp)://)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})(?P<path>(?::\d{1,5})?(?:[/?#]\S*)?)"
_LONGEST_PATH: Final = 100
_SHORT_PATH: Final = re.compile("[A-Za-z]{2,20}")
"""What is said of a page: "voanews.com/africa"."""
_BEFORE_PLACE: Final = frozenset("at to on from via in visit see is by through under".split())
"""After these an address is a place of its own: "read more at bbc.com"."""
_BRANDED: Final = re.compile(
    r"(voa|bbc|cnn|npr|nbc|abc|cbs|afp|un|eu|us|uk)(news\w*|online|world\w*|radio|tv|sports?)"
)
"""Names in addresses that begin with letters."""


def address(match: re.Match[str], _context: Context) -> Phrases:
    """An e-mail address."""
    return each([_spell_out(match["user"])], ["at"], _domain(match["host"]))


def _domain(host: str) -> Phrases:
    *names, top = host.split(".")
    said = [_spell_out(name) for name in names]
    tops = split(lex.TOP_DOMAINS.get(top.lower(), top.lower()))
    return [" dot ".join([*said, top_said]) for top_said in tops]


def web(match: re.Match[str], context: Context) -> Phrases:
    """A web address, with or without its scheme: "www.example.com/africa"."""
    host, path, scheme = match["host"], match["path"].strip("/"), match["scheme"]
    top = host.rsplit(".", 1)[-1].lower()
    if not scheme and not host.lower().startswith("www.") and top not in lex.TOP_DOMAINS:
        return []
    short = re.sub(r"^www\.", "", host, flags=re.IGNORECASE)
    hosts = list(dict.fromkeys([*_domain(short), *_domain(host)]))
    if not path:
        return hosts
    tail = " slash ".join(_spell_out(p) for p in path[:_LONGEST_PATH].split("/") if p)
    in_full = [f"{said} slash {tail}" for said in hosts]
    if not scheme and _SHORT_PATH.fullmatch(path):
        return [*in_full, *hosts]
    links = [f"link to {said}" for said in hosts[:2]]
    is_place = context.before.lower() in _BEFORE_PLACE
    return [*hosts, *in_full, *links] if is_place else [*links, *in_full, *hosts]


def long_web(text: str) -> Phrases:
    """Read a web address of any length by its host; nothing if it is none."""
    match = re.match(r"(?:https?|ftp)://(?P<host>[\w.-]{1,100})", text)
    return [f"link to {said}" for said in _domain(re.sub(r"^www\.", "", match["host"]))] if match else []


def _spell_out(text: str) -> str:
    """Return the words of a name with signs in it: "j.smith2" -> "J dot smith two"."""
    said = []
    for part in re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+|[^\w\s]|_|\w", text):
        if part.isdecimal():
            said.append(designations(part)[0] if len(part) != len("123") else cardinals(part)[0])
        elif part in _SIGNS:
            said.append(_SIGNS[part])
        elif part.isalpha():
            said.append(_name(part))
    return " ".join(said)


def _name(part: str) -> str:
    """Return how a run of letters in an address is said: as a word, as letters, or as both in turn."""
    lower = part.lower()
    if lower in lex.WORDS_IN_CAPITALS:
        return lower
    if part.isupper() or len(part) == 1 or lower in lex.NETWORKS or not re.search("[aeiouy]", lower):
        return " ".join(part.upper())
    known = _BRANDED.fullmatch(lower)
    return f"{' '.join(known[1].upper())} {_name(known[2])}" if known else lower


def tag(match: re.Match[str], _context: Context) -> Phrases:
    """Read "#1", "#MeToo", "#2024" or "@VOANews"."""
    name = match["name"]
    if match["sign"] == "#" and name.isdecimal():
        number = cardinals(name)[0]
        year = [f"hashtag {designations(name)[0]}"] if len(name) == len("2024") else []
        return [f"number {number}", *year, f"hash {number}", number]
    said = _spell_out(name)
    whole = [name.lower()] if name[1:].islower() is False and name.isalpha() and not name.isupper() else []
    if match["sign"] == "#":
        return [f"hashtag {said}", said, *(f"hashtag {way}" for way in whole)]
    return [f"at {said}", said, *(f"at {way}" for way in whole)]
