"""The language of a story: what its page declares, unless the text shows that a template lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.json_ld import text_of
from briefing.text.common_words import COMMON_WORDS
from briefing.text.language import detect_language, language_tag, same_language
from briefing.text.language_names import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_META: Final = (
    "og:locale", "content-language", "language", "inlanguage", "dc.language", "dcterms.language", "lang",
    "citation_language",
)  # fmt: skip
_SCRIPTS: Final = (
    "ar bn el fa gu he hi hy ja ka km kn ko lo ml my si ta te th ur zh uk be mk sr kk tg ba tt ky mn"
)
_TOLD_APART: Final = frozenset({*COMMON_WORDS, *_SCRIPTS.split()})
"""What `detect_language` knows: a text in one of these would have been told as such."""
_LEAST: Final = 200
"""Characters of a text that is believed more than its page, a quarter of them in other scripts."""
_LEAST_OTHERS: Final = 0.2
"""Of the letters of a text that declares nothing: so many in another script tell what it is written in."""
_ARABIC: Final = frozenset({"ar", "fa", "ur"})
_ARABIC_LETTERS: Final = "ةىأإ"
_CLOSE: Final = ({"nb", "da", "sv"}, {"cs", "sk"}, {"hr", "sr"})
"""Languages so alike that a page knows better."""
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def declared_languages(tree: HtmlElement, meta: MetaTags, story: Node) -> list[str]:
    """Return the BCP 47 tags that a page declares for itself, the likelier first."""
    elements = [tree, *tree.xpath("/html/body")]
    named = [element.get(name) for element in elements for name in ("lang", _XML_LANG, "xml:lang")]
    told = [*named, text_of(story, "inLanguage"), *meta.all(*_META)]
    tags = [language_tag(text.split(",")[0].strip()) or _named(text) for text in told if text]
    return list(dict.fromkeys(tag for tag in tags if tag))


def _named(text: str) -> str:
    """Return the tag of a language by its English name; empty if it is none."""
    return next((code for code, name in LANGUAGE_NAMES.items() if name.casefold() == text.casefold()), "")


def find_language(declared: Sequence[str], text: str) -> str:
    """Return the language of a text whose page declares some; empty where neither tells.

    Of those that are declared it is the first that the text looks like. One that the text does not look
    like is kept where the text is short, or where it could not have been told.
    """
    seen = detect_language(text) or (not declared and _besides_ascii(text)) or ""
    agreed = next((tag for tag in declared if same_language(tag, seen)), "")
    if agreed or not declared:
        return agreed or seen
    first = declared[0]
    primary = first.partition("-")[0].lower()
    is_long = len(text) >= (_LEAST if text.isascii() else _LEAST // 4)
    if (
        not seen
        or not is_long
        or primary not in _TOLD_APART
        or any({primary, seen} <= alike for alike in _CLOSE)
    ):
        return first
    if primary == "ar" and seen in _ARABIC and any(letter in text for letter in _ARABIC_LETTERS):
        return first  # a foreign name is written with a foreign letter
    return seen


def _besides_ascii(text: str) -> str:
    """Return the language of what a text says beside listings in ASCII; empty if that is little."""
    letters = [char for char in text if char.isalpha()]
    others = "".join(char for char in text if not char.isascii() or char.isspace())
    count = sum(not char.isascii() for char in letters)
    return (detect_language(others) or "") if count >= len(letters) * _LEAST_OTHERS else ""
