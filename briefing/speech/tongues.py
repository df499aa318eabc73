"""Which language each part of a text is in: as declared, by its script, and paragraphs by their words.

Theory of operation: a text has a language, and nearly all of it is in that. What a part declares goes
before any guess at it, as far as its letters can be of that language. A paragraph that
looks clearly like another is in that other. Within a sentence only script tells: letters that
the paragraph's language is not written in are a run of another language, with all the marks,
digits and spaces between them; a quotation of a few words is asked for its language as a paragraph is.
Latin words amid other scripts are English, but for Roman
numerals and single letters; single Greek letters are signs, which every voice can name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Span
from briefing.text.language import same_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model import Document

_SCRIPTS: Final = (
    # first and last code point, name of the script
    ("A", "Z", "latin"), ("a", "z", "latin"), ("\u00c0", "\u024f", "latin"), ("\u0370", "\u03ff", "greek"),
    ("\u0400", "\u052f", "cyrillic"), ("\u0530", "\u058f", "armenian"), ("\u0590", "\u05ff", "hebrew"),
    ("\u0600", "\u06ff", "arabic"), ("\u0750", "\u077f", "arabic"), ("\u0900", "\u0963", "devanagari"),
    ("\u0966", "\u097f", "devanagari"), ("\u0980", "\u09ff", "bengali"), ("\u0a00", "\u0a7f", "gurmukhi"),
    ("\u0a80", "\u0aff", "gujarati"), ("\u0b00", "\u0b7f", "odia"), ("\u0b80", "\u0bff", "tamil"),
    ("\u0c00", "\u0c7f", "telugu"), ("\u0c80", "\u0cff", "kannada"), ("\u0d00", "\u0d7f", "malayalam"),
    ("\u0d80", "\u0dff", "sinhala"), ("\u0e00", "\u0e7f", "thai"), ("\u0e80", "\u0eff", "lao"),
    ("\u0f00", "\u0fff", "tibetan"), ("\u1000", "\u109f", "burmese"), ("\u10a0", "\u10ff", "georgian"),
    ("\u1100", "\u11ff", "hangul"), ("\u1200", "\u139f", "ethiopic"), ("\u1780", "\u17ff", "khmer"),
    ("\u1e00", "\u1eff", "latin"), ("\u1f00", "\u1fff", "greek"), ("\u3005", "\u3007", "han"),
    ("\u3041", "\u30ff", "kana"), ("\u3130", "\u318f", "hangul"), ("\u31f0", "\u31ff", "kana"),
    ("\u3400", "\u4dbf", "han"), ("\u4e00", "\u9fff", "han"), ("\uac00", "\ud7a3", "hangul"),
    ("\uf900", "\ufaff", "han"), ("\uff66", "\uff9f", "kana"), ("\U00020000", "\U0003ffff", "han"),
)  # fmt: skip
_FIRSTS: Final = tuple(first for first, _, _ in _SCRIPTS)
_LANGUAGE_OF: Final = {
    # The language that a script is most often for.
    "latin": "en", "greek": "el", "cyrillic": "ru", "armenian": "hy", "hebrew": "he", "arabic": "ar",
    "devanagari": "hi", "bengali": "bn", "gurmukhi": "pa", "gujarati": "gu", "odia": "or", "tamil": "ta",
    "telugu": "te", "kannada": "kn", "malayalam": "ml", "sinhala": "si", "thai": "th", "lao": "lo",
    "tibetan": "bo", "burmese": "my", "georgian": "ka", "hangul": "ko", "ethiopic": "am", "khmer": "km",
    "han": "zh", "kana": "ja",
}  # fmt: skip
_WRITTEN_IN: Final = {
    # Languages that are not written in Latin letters: their scripts.
    **{language: frozenset((script,)) for script, language in _LANGUAGE_OF.items() if script != "latin"},
    **dict.fromkeys(("uk", "be", "bg", "mk", "kk", "ky", "mn", "tt", "ba", "cv"), frozenset(("cyrillic",))),
    "sr": frozenset(("cyrillic", "latin")), "uz": frozenset(("cyrillic", "latin")),
    **dict.fromkeys(("fa", "ur", "ps", "ug", "sd"), frozenset(("arabic",))),
    **dict.fromkeys(("mr", "ne", "kok"), frozenset(("devanagari",))), "as": frozenset(("bengali",)),
    "ti": frozenset(("ethiopic",)), "yi": frozenset(("hebrew",)), "grc": frozenset(("greek",)),
    "ja": frozenset(("han", "kana")), "ko": frozenset(("hangul", "han")),
    **dict.fromkeys(("zh", "cmn", "yue", "hak", "wuu", "nan"), frozenset(("han",))),
}  # fmt: skip
_LATIN: Final = frozenset(("latin",))
_EAST_ASIAN: Final = frozenset(("han", "kana"))
_NUMERAL: Final = re.compile(r"[IVXLCDM]+|.")
_LOOKED_AT: Final = 240
"""Code points of a paragraph that are enough to tell its language."""
_LEAST_LETTERS: Final = 20
"""Of a paragraph in Latin letters, before another language than the text's is believed."""
_KEPT: Final = 512
_QUOTED: Final = re.compile(r"“[^”“]{20,500}”|\"[^\"]{20,500}\"|«[^»«]{20,500}»")
_AROUND: Final = re.compile(
    r"\b(?:he|she|they|said|says|the|and|told|with|wrote|asked|his|her|who|then|sang|called|words?)\b",
    re.IGNORECASE,
)
"""English words around a quotation, which no language has that it is likely to be in."""
_LEAST_AROUND: Final = 2


class Run(NamedTuple):
    """A part of a sentence in one language, a BCP 47 tag."""

    span: Span
    language: str


def script_of(char: str) -> str:
    """Return the script of a letter; "" for digits, marks and whatever belongs to none or to all."""
    index = bisect_right(_FIRSTS, char) - 1
    if index < 0 or char > _SCRIPTS[index][1] or not (char.isalpha() or char == "々"):
        return ""
    return _SCRIPTS[index][2]


def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts that a language, a BCP 47 tag, is written in."""
    primary, *rest = language.lower().split("-")
    return _LATIN if "latn" in rest else _WRITTEN_IN.get(primary, _LATIN)


class Tongues:
    """The languages of one document's parts; found as they are asked for.

    Args:
        document: its declared languages are believed, English if it has none.
        guess: tells what language a text looks like, a BCP 47 tag, None if that is not clear.
    """

    def __init__(self, document: Document, guess: Callable[[str], str | None]) -> None:
        self.main = document.language or "en"
        self._text = document.text
        self._document = document
        self._guess = guess
        self._of_span = lru_cache(_KEPT)(self._look)

    def of_block(self, block: Span) -> str:
        """Return the language of a paragraph."""
        return self._of_span(block.start, block.stop)

    def _look(self, start: int, stop: int) -> str:
        declared = list(self._declared(start, stop))
        if declared and declared[0].span == Span(start, stop):
            return self.main if _are_alike(declared[0].language, self.main) else declared[0].language
        text = self._undeclared(start, stop, declared)
        counts: dict[str, int] = {"latin": sum(map(str.isalpha, text))} if text.isascii() else {}
        for char in "" if text.isascii() else text:
            script = script_of(char)
            if script:
                counts[script] = counts.get(script, 0) + 1
        if not any(counts.values()):
            return self.main
        most = max(counts, key=lambda script: counts[script])
        own = scripts_of(self.main)
        if most in own and most != "latin":
            return self.main
        if most not in own:
            return self._of_letters(text, most)
        if sum(counts.values()) < _LEAST_LETTERS:
            return self.main
        guessed = self._guess(text)
        return guessed if guessed and self._is_other(guessed) and not self._quotes(text) else self.main

    def _is_other(self, guessed: str) -> bool:
        """Whether a guess is at another language in Latin letters than the document's."""
        return not same_language(guessed, self.main) and scripts_of(guessed) == _LATIN

    def _quotes(self, text: str) -> bool:
        """Whether a paragraph of an English text is English for all but what it quotes."""
        rest, count = _QUOTED.subn(" ", text)
        return (
            count > 0 and self.main.lower().startswith("en") and len(_AROUND.findall(rest)) >= _LEAST_AROUND
        )

    def _of_letters(self, text: str, script: str) -> str:
        """Return the language of text in a script that is not the document's."""
        if script in _EAST_ASIAN:
            return "ja" if any(script_of(char) == "kana" for char in text) else "zh"
        guessed = self._guess(text)
        return guessed if guessed and script in scripts_of(guessed) else _LANGUAGE_OF[script]

    def _declared(self, start: int, stop: int) -> Iterator[Run]:
        """Yield what of a range declares a language of its own."""
        for span, language in self._document.languages_in(Span(start, stop)):
            yield Run(Span(max(start, span.start), min(stop, span.stop)), language)

    def _undeclared(self, start: int, stop: int, declared: Sequence[Run]) -> str:
        """Return the beginning of what nothing is declared of."""
        edges = [start, *(edge for run in declared for edge in (run.span.start, run.span.stop)), stop]
        pieces = (
            self._text[a : min(b, a + _LOOKED_AT)] for a, b in zip(edges[::2], edges[1::2], strict=True)
        )
        return "".join(pieces)[:_LOOKED_AT]

    def runs(self, sentence: Span, block: Span) -> Iterator[Run]:
        """Yield the parts of a sentence of a paragraph, in order; together they are all of it."""
        language = self.of_block(block)
        at = sentence.start
        for span, declared in self._declared(sentence.start, sentence.stop):
            if _are_alike(declared, language):
                continue
            # Quotation marks and stops around it are no passage of their own.
            start = span.start if _has_words(self._text[at : span.start]) else at
            stop = span.stop
            while stop < sentence.stop and not (self._text[stop].isspace() or self._text[stop].isalnum()):
                stop += 1
            if not _has_words(self._text[stop : sentence.stop]):
                stop = sentence.stop
            if at < start:
                yield from self._by_script(Span(at, start), language, block)
            yield from self._by_script(Span(start, stop), declared, block)
            at = stop
        if at < sentence.stop:
            yield from self._by_script(Span(at, sentence.stop), language, block)

    def _quotation(self, text: str, language: str) -> tuple[int, int, str] | None:
        """Return where a sentence first quotes another language, with the marks after it, and which."""
        if language != self.main:
            return None
        for match in _QUOTED.finditer(text):
            guessed = self._guess(match[0])
            if guessed and self._is_other(guessed):
                stop = match.end()
                while stop < len(text) and not (text[stop].isspace() or text[stop].isalnum()):
                    stop += 1
                return match.start(), stop, guessed
        return None

    def _by_script(self, part: Span, language: str, block: Span) -> Iterator[Run]:
        """Yield the parts of a part in one language, each in letters of its own."""
        own = scripts_of(language)
        text = part.of(self._text)
        if quoted := self._quotation(text, language) if own == _LATIN else None:
            start, stop, other = quoted
            yield from self._by_script(Span(part.start, part.start + start), language, block)
            yield Run(Span(part.start + start, part.start + stop), other)
            if part.start + stop < part.stop:
                yield from self._by_script(Span(part.start + stop, part.stop), language, block)
            return
        if own == _LATIN and (text.isascii() or max(text) < "\u0370"):
            yield Run(part, language)
            return
        at = part.start
        for start, stop, script in _foreign(text, own):
            span = Span(part.start + start, part.start + stop)
            around = block.of(self._text) if script in _EAST_ASIAN else span.of(self._text)
            if at < span.start:
                yield Run(Span(at, span.start), language)
            yield Run(span, self._of_letters(around, script))
            at = span.stop
        if at < part.stop:
            yield Run(Span(at, part.stop), language)


def _are_alike(language: str, other: str) -> bool:
    """Whether two tags are one language in the same letters, so that one voice reads both."""
    primaries = {tag.lower().split("-")[0] for tag in (language, other)}
    return len(primaries) == 1 and scripts_of(language) == scripts_of(other)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _foreign(text: str, own: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the ranges of letters in scripts that are not a language's own, with their script."""
    start = stop = -1
    script = ""
    for i, char in enumerate(text):
        found = script_of(char)
        if not found:
            continue
        kin = found == script or {found, script} <= _EAST_ASIAN
        if start >= 0 and not kin:
            if _is_passage(text[start:stop], script):
                yield start, stop, script
            start = -1
        if found not in own:
            if start < 0:
                start, script = i, found
            stop = i + 1
            while stop < len(text) and not text[stop].isspace() and not script_of(text[stop]):
                stop += 1
    if start >= 0 and _is_passage(text[start:stop], script):
        yield start, stop, script


def _is_passage(text: str, script: str) -> bool:
    """Whether a run is more than a sign or a numeral: "α", "XXI"."""
    return script not in ("latin", "greek", "cyrillic") or any(
        sum(map(str.isalpha, word)) > 1 and not _NUMERAL.fullmatch(word.strip(".,;:()«»"))
        for word in text.split()
    )
