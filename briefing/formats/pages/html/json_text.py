"""JSON as pages have it: strictly, then mended, then what can be picked out of its ruins.

What is mended: wrappings of scripts (`<!-- -->`, CDATA), comments, commas too many or missing, raw line
breaks and false escapes in strings, quotation marks as HTML entities, several values one after another.
A number of thousands of digits, and nesting without end, are no values.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 2 << 20
"""Characters of a value; what is longer is no description of a page."""
_MOST_DIGITS: Final = 18
_MOST_VALUES: Final = 50
_OPENING: Final = re.compile(r"(?:\s|\ufeff|//|/\*|\*/|<!--|<!\[CDATA\[)*+")
_CLOSING: Final = (";", "//", "/*", "*/", "-->", "]]>")
# A string or a comment that nothing ends goes on to the end: none is looked for twice.
_STRING: Final = r'"(?:[^"\\]|\\.)*(?:"|\Z)'
_OUTSIDE: Final = re.compile(
    rf"(?P<string>{_STRING})|(?P<comment>/\*.*?(?:\*/|\Z)|(?<![:\w])//[^\n]*)"
    r"|(?P<extra>,)(?=\s*(?:,|[}\]]))|(?P<missing>[}\]])(?=\s*[{\[])",
    re.DOTALL,
)
_FALSE_ESCAPE: Final = re.compile(r'\\(?:([\\"/bfnrt]|u[0-9a-fA-F]{4})|(.)|\Z)', re.DOTALL)
_PAIR: Final = re.compile(
    r'"(@?[A-Za-z:]{2,40})"\s*:\s*"([^\n]{0,4000}?)"(?=\s*+(?:[}\]]|\Z|,\s*+")|,?[^\S\n]*+\n)'
)
_MOST_RUINS: Final = 1 << 16
"""Characters of what is no JSON that are looked at."""


def read_values(text: str) -> Iterator[Any]:
    """Yield the values of a text, mended if they must be; what can be picked out of it if they cannot."""
    if len(text) > LONGEST:
        return
    text = _unwrapped(text)
    for mend in (str, _mended, _unescaped):
        try:
            values = _decoded(mend(text))
        except (ValueError, RecursionError):
            continue
        yield from values
        return
    if picked := _picked(text):
        yield picked


def _unwrapped(text: str) -> str:
    """Return a text without the signs of comments and sections around it, and what ends a statement."""
    opened = _OPENING.match(text)
    start, stop = opened.end() if opened else 0, len(text)
    while stop > start:
        if text[stop - 1].isspace():
            stop -= 1
        elif end := next((end for end in _CLOSING if text.endswith(end, start, stop)), ""):
            stop -= len(end)
        else:
            break
    return text[start:stop]


def read_value(text: str) -> Any:
    """Return the first value of a text, None where there is none."""
    return next(read_values(text), None)


def _decoded(text: str) -> list[Any]:
    decoder = json.JSONDecoder(strict=False, parse_int=_whole, parse_constant=lambda _: None)
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < _MOST_VALUES:
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n;,":
            at += 1
    return values


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _mended(text: str) -> str:
    return _OUTSIDE.sub(_mend, text)


def _unescaped(text: str) -> str:
    return _mended(html.unescape(text))


def _mend(found: re.Match[str]) -> str:
    if found["string"]:
        return _FALSE_ESCAPE.sub(lambda escape: escape[0] if escape[1] else escape[2] or "", found[0])
    return found["missing"] + "," if found["missing"] else ""


def _picked(text: str) -> dict[str, str]:
    """Return the pairs of names and strings of a text that is no JSON, each name's first."""
    pairs: dict[str, str] = {}
    for found in _PAIR.finditer(text[:_MOST_RUINS]):
        try:
            value = json.loads(f'"{found[2]}"', strict=False)
        except ValueError:
            value = found[2]
        pairs.setdefault(found[1], value)
    return pairs
