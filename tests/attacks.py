"""Texts that a regular expression may take long for: derived from the expression itself.

Theory of operation: what blows up repeats something that can be matched in several ways, or from several
starts, and then fails. So what each of its parts matches is repeated, behind what brings it that far and
before what it cannot match.
"""

from __future__ import annotations

from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_PROBES: Final = "a1 \n<[({\"'.,:;-/\\_=&#*|>A]é\u3042\u0e01\u0301\t"
"""What stands for a set of characters: one of each kind that texts are made of."""
_MOST: Final = 12
"""What is repeated of a pattern, at most."""
_CATEGORIES: Final = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: " ",
}
_REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_LONG: Final = 16
"""A repeat that may go on for so long counts as endless."""


def attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Yield what is to stand first, and what is to be repeated behind it."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    parsed = parser.parse(text, pattern.flags & ~codes.SRE_FLAG_UNICODE)
    found = dict.fromkeys(_repeated(parsed, ""))
    begins = [before for before, _ in found if before]
    bodies = list(dict.fromkeys([*(body for _, body in found), *begins]))[: 2 * _MOST]
    pairs = [one + other for one in bodies[:5] for other in bodies[:5] if one != other]
    yield from list(found)[:_MOST]
    yield from (("", body) for body in (*bodies, *pairs))


def _repeated(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    """Yield what each endless repeat repeats, with what leads there."""
    for code, value in parsed:
        if code in _REPEATS:
            _, most, body = value
            if most >= _LONG:
                for probe in _samples(body):
                    yield before, probe
            yield from _repeated(body, before)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch, before)
        elif code is codes.SUBPATTERN:
            yield from _repeated(value[-1], before)
        elif code is codes.ATOMIC_GROUP:
            yield from _repeated(value, before)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeated(value[1], before)
        before += _sample([(code, value)])


def _samples(body: Any) -> Iterator[str]:
    """Yield several texts that a part matches."""
    if len(body) == 1 and body[0][0] is codes.IN:
        yield from [probe for probe in _PROBES if _is_in(body[0][1], probe)][:4] or [_sample(body)]
    elif len(body) == 1 and body[0][0] is codes.SUBPATTERN:
        yield from _samples(body[0][1][-1])
    elif len(body) == 1 and body[0][0] is codes.BRANCH:
        for branch in body[0][1][1]:
            yield from _samples(branch)
    else:
        yield _sample(body)


def _sample(parsed: Any) -> str:
    """Return a short text that is matched."""
    return "".join(_one(code, value) for code, value in parsed)


def _one(code: Any, value: Any) -> str:
    match code:
        case codes.LITERAL:
            found = chr(value)
        case codes.NOT_LITERAL:
            found = next(probe for probe in _PROBES if ord(probe) != value)
        case codes.ANY:
            found = "a"
        case codes.IN:
            found = next((probe for probe in _PROBES if _is_in(value, probe)), _first(value))
        case codes.BRANCH:
            found = min((_sample(branch) for branch in value[1]), key=len)
        case codes.SUBPATTERN:
            found = _sample(value[-1])
        case codes.ATOMIC_GROUP:
            found = _sample(value)
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            found = _sample(value[2]) * max(value[0], min(1, value[1]))
        case _:
            found = ""
    return found


def _first(members: Any) -> str:
    for code, value in members:
        if code is codes.LITERAL:
            return chr(value)
        if code is codes.RANGE:
            return chr(value[0])
        if code is codes.CATEGORY:
            return _CATEGORIES.get(value, "a")
    return "a"


def _is_in(members: Any, char: str) -> bool:
    is_negated = members[0][0] is codes.NEGATE
    held = any(_holds(code, value, char) for code, value in members)
    return held != is_negated


def _holds(code: Any, value: Any, char: str) -> bool:
    if code is codes.LITERAL:
        return bool(ord(char) == value)
    if code is codes.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if code is not codes.CATEGORY:
        return False
    is_not = value in (codes.CATEGORY_NOT_DIGIT, codes.CATEGORY_NOT_SPACE, codes.CATEGORY_NOT_WORD)
    kinds = {
        codes.CATEGORY_DIGIT: char.isdigit(), codes.CATEGORY_NOT_DIGIT: char.isdigit(),
        codes.CATEGORY_SPACE: char.isspace(), codes.CATEGORY_NOT_SPACE: char.isspace(),
    }  # fmt: skip
    return kinds.get(value, char.isalnum() or char == "_") != is_not
