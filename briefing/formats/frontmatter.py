"""The lines between two rows of dashes at the top of a text: `key: value`, as YAML writes it.

Only what a briefing needs is read: plain, quoted, folded and literal values, one level
deep, and lists of these, each item a line of the value. Maps, anchors, aliases and tags are passed
over, so no text can make a few lines grow to gigabytes or ask for objects.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.patterns import late

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*+:(?:[ \t]++(.*)|)$")
_BLOCK = late(r"([|>])[+-]?\d?[ \t]*(?:#.*)?$")
_ITEM = late(r"""\s*+("(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^\s,"'\[\]{}][^,\[\]{}]*+)?\s*+([,\]])""")
"""An item of a list that stands in brackets, and what follows it."""
_LONGEST: Final = 65_536
_ESCAPES: Final = {"n": "\n", "t": " ", '"': '"', "\\": "\\", "/": "/", " ": " "}


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the values by lower-case key, and the text below; no values where there is no front matter."""
    text = text.lstrip("\ufeff")
    opened = _FENCE.match(text)
    if opened is None:
        return {}, text
    closed = _END.search(text, opened.end(), opened.end() + _LONGEST)
    if closed is None:
        return {}, text
    return _parse(text[opened.end() : closed.start()].split("\n")), text[closed.end() :]


def _parse(lines: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    i = 0
    while i < len(lines):
        pair = _PAIR.match(lines[i])
        i += 1
        if pair is None:
            continue
        more = i
        while more < len(lines) and (not lines[more].strip() or lines[more][0] in " \t"):
            more += 1
        value = _value(pair[2] or "", [line.strip() for line in lines[i:more]])
        if value:
            values.setdefault(pair[1].lower(), value)
        i = more
    return values


def _value(first: str, indented: list[str]) -> str:
    """Return a value from what follows its key and the indented lines below."""
    first = first.strip()
    if block := _BLOCK.fullmatch(first):
        return ("\n" if block[1] == "|" else " ").join(indented).strip()
    if not first and any(indented) and all(line.startswith("- ") for line in indented if line):
        return "\n".join(filter(None, (_value(line[2:], []) for line in indented)))
    whole = " ".join([first, *indented]).strip()
    if whole.startswith("["):
        return "\n".join(_listed(whole))
    return _quoted(whole) if whole.startswith(('"', "'")) else _plain(whole)


def _listed(whole: str) -> list[str]:
    """Return the items of "[one, two]"; none where one of them is no plain or quoted value."""
    found: list[str] = []
    at = 1
    while item := _ITEM.match(whole, at):
        if value := _value(item[1] or "", []):
            found.append(value)
        if item[2] == "]":
            return found
        at = item.end()
    return []


def _plain(whole: str) -> str:
    """Return a value without its comment; nothing for what is no plain one."""
    if whole.startswith(tuple("{&*!|>%@`-?#")) and not re.match(r"[-?]\S", whole):
        return ""
    return re.split(r"\s#", whole, maxsplit=1)[0].strip()


def _quoted(whole: str) -> str:
    if whole.startswith("'"):
        single = re.match(r"'((?:[^']|'')*)'", whole)
        return single[1].replace("''", "'") if single else ""
    double = re.match(r'"((?:[^"\\]|\\.)*)"', whole)
    if double is None:
        return ""

    def unescape(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return _ESCAPES.get(match[2], match[2])

    return re.sub(r"\\(?:u([0-9A-Fa-f]{4})|(.))", unescape, double[1])
