"""Rules for addresses: e-mail, web, #tags and @names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.spoken import lexicon as lex
from briefing.spoken.numerals import cardinals, years
from briefing.spoken.phrasing import each, split

if TYPE_CHECKING:
    from briefing.spoken.phrasing import Context, Phrases

_SIGNS: Final = {
    ".": "dot", "_": "underscore", "-": "dash", "+": "plus", "/": "slash", "=": "equals",
    "?": "question mark", "&": "and", "%": "percent", "~": "tilde", "#": "hash", "@": "at", ":": "colon",
}  # fmt: skip


def address(match: re.Match[str], _context: Context) -> Phrases:
    """An e-mail address."""
    return each([_spell_out(match["user"])], ["at"], _domain(match["host"]))


def _domain(host: str) -> Phrases:
    *names, top = host.split(".")
    said = [_spell_out(name) if name.lower() != "www" else "W W W" for name in names]
    tops = split(lex.TOP_DOMAINS.get(top.lower(), top.lower()))
    return [" dot ".join([*said, top_said]) for top_said in tops]


def web(match: re.Match[str], _context: Context) -> Phrases:
    """A web address, with or without its scheme: "www.example.com/africa"."""
    host, path, scheme = match["host"], (match["path"] or "").strip("/"), match["scheme"]
    top = host.rsplit(".", 1)[-1].lower()
    if not scheme and not host.lower().startswith("www.") and top not in lex.TOP_DOMAINS:
        return []
    short = re.sub(r"^www\.", "", host, flags=re.IGNORECASE)
    hosts = (
        list(dict.fromkeys([*_domain(short), *_domain(host)]))
        if short == host
        else [*_domain(host), *_domain(short)]
    )
    if not path:
        return hosts
    tail = " slash ".join(_spell_out(p) for p in path.split("/") if p)
    return [*(f"{h} slash {tail}" for h in hosts), *hosts]


def _spell_out(text: str) -> str:
    """Return the words of a name with signs in it: "j.smith2" -> "J dot smith two"."""
    said = []
    for part in re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+|[^\w\s]|_|\w", text):
        if part.isdecimal():
            said.append(
                cardinals(part)[0] if len(part) < len("1990") or part[0] == "0" else years(int(part))[0]
            )
        elif part in _SIGNS:
            said.append(_SIGNS[part])
        elif part.isalpha():
            said.append(" ".join(part.upper()) if part.isupper() or len(part) == 1 else part.lower())
    return " ".join(said)


def tag(match: re.Match[str], _context: Context) -> Phrases:
    """A "#1", "#MeToo" or "@VOANews"."""
    name = match["name"]
    if match["sign"] == "#" and name.isdecimal():
        return ["number " + cardinals(name)[0], "hash " + cardinals(name)[0]]
    said = _spell_out(name)
    return [f"hashtag {said}", said] if match["sign"] == "#" else [f"at {said}", said]
