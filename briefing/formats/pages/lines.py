"""The lines of a copied page, each with what can be measured of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from briefing.formats.pages.dates import is_stamp
from briefing.formats.pages.furniture import Furniture, furniture_of, is_ago
from briefing.formats.pages.phrases import fold

_WIDE: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD: Final = re.compile(r"[^\W_]\S*")
"""From its first letter or digit on: what signs stand before that are looked at once."""
_WIDE_A_WORD: Final = 2.0
"""Characters of a script without spaces that are worth a word."""
_ENDS: Final = ".!?…:;。！？；：।॥؟۔៕။።"
_FULL_STOPS: Final = ".!?…。！？।॥؟۔៕။።"
_CLOSERS: Final = "\"'”’»“›)]）」』】*†‡_ \u200f\u200e"
_SENTENCE = re.compile(rf"[{_FULL_STOPS}][\"'”’»)\]）」』]*(?:\s|$)|[。！？।]")
_PROSE_WORDS: Final = 10
_LONG_WORDS: Final = 28
_NO_STOPS: Final = re.compile(r"[\u0e00-\u0eff]")
"""Thai and Lao, whose sentences end without a sign: there, a paragraph is told by its length."""
_PARAGRAPH_WORDS: Final = 45
"""Words, of two characters each, that no headline has."""
_DEFINITION: Final = re.compile(
    r"[^\W\d_][\w'’ ]{0,40}(?:\s-|\s?[–—])\s?"
    r"(?:n|v|adj|adv|prep|pron|conj|interj|exp|idiom|phr(?:asal)?\.?\s?v(?:erb)?)\.\s*\w"
)
BULLET: Final = re.compile(r"[-*•‣◦▪■□○●+·]\s+(?=\S)")


@dataclass(slots=True)
class PageLine:
    """A line that is not empty. `gap` is how many empty ones stand before it; `words` counts words."""

    text: str
    folded: str
    words: float
    ends: bool
    """Whether it ends as a sentence does."""
    kind: Furniture | None
    is_prose: bool
    is_date: bool
    gap: int
    is_heading: bool = False
    """Whether the copy itself says so: centred, or outdented."""
    is_links: bool = False
    """Whether all of it is links."""
    is_item: bool = False
    is_doubled: bool = False
    """Whether it stood twice in its paragraph, as a picture's text and what is below the picture do."""

    @property
    def is_short(self) -> bool:
        """Whether it is neither a sentence nor furniture that is known."""
        return not self.ends and not self.is_prose


def count_words(text: str) -> float:
    """Return how many words there are; two characters are one in scripts that part none."""
    wide = len(_WIDE.findall(text))
    return len(_WORD.findall(_WIDE.sub(" ", text) if wide else text)) + wide / _WIDE_A_WORD


def is_definition(text: str) -> bool:
    """Return whether a line says what a word means, as a glossary does: the word, its kind, its meaning."""
    return _DEFINITION.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Return whether a line ends with a full stop or its like, quotes and brackets aside."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _FULL_STOPS


def ends_clause(text: str) -> bool:
    """Return whether a line ends with any sign that a heading would not end with."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and (bare[-1] in _ENDS or bare[-1] in ",،、")


def count_sentences(text: str) -> int:
    """Return how many sentences end in a line."""
    return len(_SENTENCE.findall(text))


def measure(text: str, gap: int = 0, *, is_heading: bool = False, is_links: bool = False) -> PageLine:
    """Return a line with its measures. `text` has its white space collapsed and is not empty."""
    folded = fold(text)
    words = count_words(text)
    ends = ends_sentence(text)
    kind = Furniture.NUMBER if is_ago(text) else furniture_of(text, folded, words, is_sentence=ends)
    is_long = words >= _PARAGRAPH_WORDS and _NO_STOPS.search(text) is not None
    has_sentences = ends or count_sentences(text) > 0 or is_long
    is_prose = kind is None and (
        (ends and words >= _PROSE_WORDS)
        or (has_sentences and words >= _LONG_WORDS)
        or (words >= _PROSE_WORDS and text.rstrip(_CLOSERS)[-1:] in (":", "：", "—") and has_sentences)
    )
    is_date = (
        (kind is None or kind is Furniture.NUMBER)
        and not is_prose
        and (is_stamp(text, words) or is_ago(text))
    )
    return PageLine(
        text, folded, words, ends, kind, is_prose and not is_links, is_date, gap,
        is_heading, is_links, BULLET.match(text) is not None,
    )  # fmt: skip


def lines_of(text: str) -> list[PageLine]:
    """Return the lines of a text that are not empty, measured."""
    found: list[PageLine] = []
    gap = 0
    for raw in re.split(r"[\n\v\f\x85\u2028\u2029]", text):
        line = " ".join(raw.split())
        if not any(unicodedata.category(char)[0] != "C" for char in line):
            gap += 1
            continue
        found.append(measure(line, gap))
        gap = 0
    return found
