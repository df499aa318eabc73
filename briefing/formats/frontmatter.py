"""The lines between two rows of dashes at the top of a text: `key: value`, as YAML writes it.

Only what a briefing needs is read: plain, quoted, folded and literal values, one level
deep. Lists, maps, anchors, aliases and tags are passed over, so no text can make a few
lines grow to gigabytes or ask for objects.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.patterns import late

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_BLOCK = late(r"([|>])[+-]?\d?[ \t]*(?:#.*)?$")
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
    whole = " ".join([first, *indented]).strip()
    if whole.startswith('"'):
        return _double_quoted(whole)
    if whole.startswith("'"):
        quoted = re.match(r"'((?:[^']|'')*)'", whole)
        return quoted[1].replace("''", "'") if quoted else ""
    if whole.startswith(tuple("[{&*!|>%@`-?#")) and not re.match(r"[-?]\S", whole):
        return ""
    return re.split(r"\s#", whole, maxsplit=1)[0].strip()


def _double_quoted(whole: str) -> str:
    quoted = re.match(r'"((?:[^"\\]|\\.)*)"', whole)
    if quoted is None:
        return ""

    def unescape(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return _ESCAPES.get(match[2], match[2])

    return re.sub(r"\\(?:u([0-9A-Fa-f]{4})|(.))", unescape, quoted[1])
