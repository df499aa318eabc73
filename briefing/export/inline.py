"""What is within a sentence, as XHTML: links, parts in another language, words, each in its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import bidirectional

from briefing.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.export.marking import Marked, MarkedSentence
    from briefing.model import Document

_LEFTWARD_LANGUAGES: Final = frozenset(
    [
        "ar",
        "arc",
        "arz",
        "ary",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "khw",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "prs",
        "ps",
        "sd",
        "skr",
        "syr",
        "ug",
        "ur",
        "yi",
        "azb",
    ]
)
_LEFTWARD_SCRIPTS: Final = frozenset(
    ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"]
)
_SCRIPT_LETTERS: Final = 4
_STRONG: Final = ("L", "R", "AL")
_LOOKED_AT: Final = 1000
"""Code points of a text in which its first letter is looked for."""
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return text as XML and HTML hold it, in elements and in attributes alike."""
    return escape(_NOT_XML.sub("", text))


def language_of(tag: str, around: str | None = None) -> str:
    """Return the attributes that tell an element's language, and its direction where that is another.

    Args:
        tag: a BCP 47 tag.
        around: that of what the element stands in, which runs from left to right if nothing is told.
    """
    return _told(tag, is_leftward=is_right_to_left(tag), is_around=is_right_to_left(around or ""))


def root_of(document: Document) -> str:
    """Return the attributes of the root of a document: its language, and its direction if it is to the left.

    Where it declares no language its first letter tells the direction, as it does in plain text.
    """
    return _told(document.language or "und", is_leftward=runs_left(document), is_around=False)


def runs_left(document: Document) -> bool:
    """Return whether a document is written from right to left."""
    if document.language:
        return is_right_to_left(document.language)
    strong = (kind for kind in map(bidirectional, document.text[:_LOOKED_AT]) if kind in _STRONG)
    return next(strong, "L") != "L"


def is_right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left: by its script where it names one."""
    primary, *more = tag.lower().replace("_", "-").split("-")
    script = next((part for part in more if len(part) == _SCRIPT_LETTERS and part.isalpha()), None)
    return primary in _LEFTWARD_LANGUAGES if script is None else script in _LEFTWARD_SCRIPTS


def _told(tag: str, *, is_leftward: bool, is_around: bool) -> str:
    told = xml_text(tag)
    direction = "" if is_leftward == is_around else f' dir="{"rtl" if is_leftward else "ltr"}"'
    return f'lang="{told}" xml:lang="{told}"{direction}'


class SentenceMarkup:
    """Writes what is in the sentences of a document.

    Args:
        document: whose.
        is_interactive: whether words have their times with them.
    """

    def __init__(self, document: Document, *, is_interactive: bool) -> None:
        self._document = document
        self._is_interactive = is_interactive

    def sentence(self, sentence: MarkedSentence) -> str:
        """Return what is in a sentence: links, in these what is in another language, in these words."""
        starts = [word.span.start for word in sentence.words]

        def widened(span: Span) -> Span:
            """Return a part as whole words."""
            start, stop = max(span.start, sentence.span.start), min(span.stop, sentence.span.stop)
            first = bisect_right(starts, start) - 1
            if first >= 0 and start < sentence.words[first].span.stop:
                start = sentence.words[first].span.start
            last = bisect_right(starts, stop - 1) - 1
            if last >= 0 and stop < sentence.words[last].span.stop:
                stop = sentence.words[last].span.stop
            return Span(start, max(start, stop))

        links = [
            _Element(f'<a href="{xml_text(link.target)}">', "</a>", widened(link.span))
            for link in self._document.links_in(sentence.span)
            if link.target.startswith(("http://", "https://", "mailto:"))
        ]
        languages = [
            _Element(
                f"<span {language_of(part.language, self._document.language)}>", "</span>", widened(part.span)
            )
            for part in self._document.languages_in(sentence.span)
        ]
        words = [_Element(self._word(word), "</span>", word.span) for word in sentence.words]
        return self._nested(sentence.span, (_apart(links), _apart(languages), words))

    def _word(self, word: Marked) -> str:
        times = ""
        if self._is_interactive:
            times = f' data-start="{word.start_s:.3f}" data-stop="{word.stop_s:.3f}"'
        return f'<span class="w" id="{word.name}"{times}>'

    def _nested(self, span: Span, layers: Sequence[Sequence[_Element]]) -> str:
        """Return a part of the text in the elements of several layers, the outermost first."""
        if not layers:
            return self.run(span)
        parts = []
        at = span.start
        for element in layers[0]:
            start, stop = max(element.span.start, span.start), min(element.span.stop, span.stop)
            if start >= stop:
                continue
            inside = self._nested(Span(start, stop), layers[1:])
            parts += [self._nested(Span(at, start), layers[1:]), element.start, inside, element.stop]
            at = stop
        return "".join((*parts, self._nested(Span(at, span.stop), layers[1:])))

    def run(self, span: Span) -> str:
        """Return a part of the text, with nothing in it."""
        return xml_text(span.of(self._document.text))


class _Element(NamedTuple):
    start: str
    stop: str
    span: Span


def _apart(elements: Iterable[_Element]) -> list[_Element]:
    """Return elements of which none overlaps the one before it; one of which nothing is left is none."""
    found: list[_Element] = []
    for each in elements:
        start = max(each.span.start, found[-1].span.stop if found else 0)
        if start < each.span.stop:
            found.append(each._replace(span=Span(start, each.span.stop)))
    return found
