"""No regular expression takes the square of a text's length: each is attacked with texts derived from it.

How a pattern is asked matters: one that is only matched at a place fails there once, one that is searched
for fails at every place. What the code does with a name is what is done here.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from itertools import product
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

import briefing
from tests.attacks import attacks

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE: Final = Path(briefing.__file__).parent
SIZES: Final = (12, 20, 28, 40, 64, 128, 2048)
"""What an attack is repeated for: what takes two to the power of it shows early."""
NOTICED_S: Final = 0.002
"""Of the processor's time, from which on it is looked at closely; what is linear takes a tenth of it."""
SQUARE: Final = 8.0
"""The factor of time, for four times the text, from which on it is not linear: a square takes 16."""
SEARCHES: Final = frozenset({"search", "sub", "subn", "findall", "finditer", "split"})
MATCHES: Final = frozenset({"match", "fullmatch"})
_WAY: Final = "|".join(sorted(SEARCHES | MATCHES))
_ASKED: Final = re.compile(rf"\b(\w+)\.({_WAY})\b")
_ASKED_AT_ONCE: Final = re.compile(rf"\bre\.(?:{_WAY})\(")
"""So few modules have that, and reading all of them whole takes so long, that it is looked for first."""
BOUNDED: Final = {
    "briefing.commands.mentions.MENTION": "our own messages",
    "briefing.formats.pages.comments._HEADING": "a folded line, 900 characters",
    "briefing.formats.pages.html.json_text._PAIR": "a value, 4,000 characters, in 65,536",
    "briefing.formats.pages.html.lead_pictures._SIZES": "a name, 500 characters",
    "briefing.formats.pages.html.titles._PARTING": "a title, 500 characters",
    "briefing.formats.pages.phrases._COUNT": "the last 9 characters",
    r"briefing.formats.pdf.paragraphs:'[\\w-]*\\Z'": "the last word",
    "briefing.formats.pdf.printed._BROWSERS": "what a PDF says of itself, 16 KiB in UTF-16",
    "briefing.formats.timed.vtt._VOICE": "a name, 300 characters",
    r"briefing.text.normalise.english:'[,;:)\\]]\\S*$'": "the last 3 characters",
    "briefing.text.sentences._TOKEN_BEFORE": "the last 40 characters",
    "briefing.ui.keys.mentions.MENTION": "our own messages",
}
"""Patterns that take the square of a text whose length is bounded, and by what."""


class Asked(NamedTuple):
    """A pattern, and the ways in which it is asked."""

    name: str
    pattern: re.Pattern[Any]
    ways: frozenset[str]


def _modules() -> Iterator[str]:
    for found in pkgutil.walk_packages([str(CODE)], "briefing."):
        if not found.name.endswith("__main__"):
            yield found.name


def _ways() -> dict[str, set[str]]:
    """Return how each name of a pattern is asked, in all of the code: names are unlike each other enough."""
    ways: dict[str, set[str]] = {}
    for path in CODE.rglob("*.py"):
        for name, way in _ASKED.findall(path.read_text(encoding="utf-8")):
            ways.setdefault(f"{path.stem}.{name}", set()).add(way)
            ways.setdefault(name, set()).add(way)
    return ways


def _literals(module: str, path: Path) -> Iterator[Asked]:
    """Yield patterns that stand where they are asked: `re.search("...", text)`."""
    if not _ASKED_AT_ONCE.search(path.read_text(encoding="utf-8")):
        return
    named = vars(importlib.import_module(module))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), way), [first, *_]) if way in SEARCHES | MATCHES:
                text = first.value if isinstance(first, ast.Constant) else named.get(getattr(first, "id", ""))
                if isinstance(text, (str, bytes)):
                    yield Asked(f"{module}:{text!r}", re.compile(text, _flags(node)), frozenset({way}))


def _flags(call: ast.Call) -> int:
    given = [*call.args[1:], *(word.value for word in call.keywords)]
    names = {each.attr for part in given for each in ast.walk(part) if isinstance(each, ast.Attribute)}
    return sum(flag for name, flag in vars(re).items() if name in names and isinstance(flag, re.RegexFlag))


def _asked() -> dict[str, Asked]:
    ways = _ways()
    found: dict[str, Asked] = {}
    for module in _modules():
        loaded = importlib.import_module(module)
        path = Path(str(loaded.__file__))
        for name, value in vars(loaded).items():
            if isinstance(getattr(value, "pattern", None), (str, bytes)):
                used = ways.get(f"{path.stem}.{name}", set())
                used |= set() if name.startswith("_") else ways.get(name, set())
                pattern = re.compile(value.pattern, getattr(value, "flags", 0))
                found.setdefault(f"{module}.{name}", Asked(f"{module}.{name}", pattern, frozenset(used)))
        found |= {asked.name: asked for asked in _literals(module, path)}
    return found


ASKED: Final = _asked()


def seconds(pattern: re.Pattern[Any], ask: str, text: Any) -> float:
    began_s = process_time()
    if ask == "search":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, ask)(text)
    return process_time() - began_s


def worst(asked: Asked) -> str | None:
    """Return the attack that takes much longer than its length is; None if none does."""
    ways = ["search"] if asked.ways & SEARCHES else sorted(asked.ways & MATCHES or MATCHES)
    attempts = product(attacks(asked.pattern), ("", "\x01", "\n\x01"), ways)
    told = (_outcome(asked.pattern, way, *attack, end) for attack, end, way in attempts)
    return next(filter(None, told), None)


def _outcome(pattern: re.Pattern[Any], way: str, before: str, body: str, end: str) -> str | None:
    def text(count: int) -> Any:
        written = before + body * count + end
        return written.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else written

    for size in SIZES:
        if seconds(pattern, way, text(size)) > NOTICED_S:
            part_s, whole_s = (
                min(seconds(pattern, way, text(count)) for _ in range(3)) for count in (size // 4, size)
            )
            if whole_s > NOTICED_S and whole_s > SQUARE * part_s:
                return f"{way} of {before!r} + {body!r} * {size} + {end!r}: {whole_s / part_s:.1f} times"
            return None
    return None


@pytest.mark.parametrize("name", ASKED)
def test_a_pattern_takes_no_longer_than_its_text(name: str) -> None:
    if name not in BOUNDED:
        assert worst(ASKED[name]) is None


@pytest.mark.parametrize("pattern", [r"(?:a|a)*b", r"(\w+\s?)+$", r"\s+$", r"<[^>]*>", r"(?s)<!--.*?-->"])
def test_a_pattern_that_blows_up_is_found(pattern: str) -> None:
    assert worst(Asked("odd", re.compile(pattern), frozenset({"search"})))


def test_the_attacks_that_are_known_are_still_of_patterns() -> None:
    assert set(BOUNDED) <= set(ASKED)
