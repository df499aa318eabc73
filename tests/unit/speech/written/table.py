"""Tables of what is written and what is said: a sentence with its forms in braces, a tab, the words.

Several ways that a newsreader may take stand with " | " between. Numbers that a voice of another language is
left to read stand in words: they are compared as that language counts.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from briefing.model import Span
from briefing.speech.script import lines
from briefing.text.normalise import world

_MARKED: Final = re.compile(r"\{(?P<form>[^{}]*)\}")
_PERCENT: Final = {"de": "Prozent", "es": "por ciento", "fr": "pour cent"}
"""How voices read the sign, which is left to them."""
_TAG: Final = {"en": "en-US"}


def rows(language: str) -> list[tuple[str, str]]:
    """Return (sentence with braces, words) of a language's table."""
    text = (Path(__file__).parent / f"{language}.tsv").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line]  # type: ignore[misc]


def said(marked: str, language: str) -> str:
    """Return what is said for the forms in braces of a sentence, in plain words."""
    text, spans, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        spans.append(Span(len(text), len(text) + len(match["form"])))
        text += match["form"]
        at = match.end()
    text += marked[at:]
    words = []
    for line in lines(text, Span(0, len(text)), _TAG.get(language, language)):
        ends = [start - 1 for start in line.starts[1:]] + [len(line.text)]
        for start, stop, origin in zip(line.starts, ends, line.origins, strict=True):
            if any(span.start <= origin < span.stop for span in spans):
                words.append(line.text[start:stop])
    return plain(" ".join(words), language)


def plain(spoken: str, language: str) -> str:
    """Return words bare of case, of punctuation, and of digits."""
    if language != "en":
        spoken = spoken.replace("%", f" {_PERCENT[language]}")
        spoken = " ".join(_counted(word, language) for word in spoken.split())
    bare = re.sub(r"(?<=\b[A-Z])\.(?=[A-Z]\b)", " ", spoken)
    return " ".join(re.sub(r"[^\w\s'%€$£]|(?<!\w)'|'(?!\w)|_", " ", bare.replace("’", "'")).lower().split())


def _counted(word: str, language: str) -> str:
    if language == "fr" and (match := re.fullmatch("0([0-9])", word)):
        return f"zéro {_counted(match[1], language)}"
    said = " ".join(world.readings(word, "", language)[0]) if any(map(str.isdecimal, word)) else word
    return said.replace(" punto ", " coma ") if "," in word else said
