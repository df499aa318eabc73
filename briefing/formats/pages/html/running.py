"""The running text of a block while it is read: white space collapsed, languages and links kept in mind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import LanguagePart, LinkPart, Span
from briefing.text.language import same_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BREAK: Final = "\n"
"""A line break that the page asks for; those of its source are spaces."""
_SPACE: Final = re.compile(r"[ \t\n\r\f\v]+")


class Line(NamedTuple):
    """A paragraph's text, and what is known of its parts."""

    text: str
    language_parts: Sequence[LanguagePart]
    linked: float
    """The share of it that is links, 0 to 1."""
    links: Sequence[LinkPart] = ()


class Running:
    """A block's text in the making; `language` is the page's, which no part need declare."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._runs: list[tuple[str, str, str]] = []

    def say(self, text: str | None, language: str, link: str = "") -> None:
        """Add text as it stands in the source; `language` is what is declared for it.

        `link` is where it leads to; empty for what is no link.
        """
        if text:
            self._runs.append((_SPACE.sub(" ", text), language, link))

    def break_line(self) -> None:
        """Add a line break. Two of them, and nothing between, part paragraphs."""
        self._runs.append((BREAK, "", ""))

    def take(self) -> Iterator[Line]:
        """Yield the paragraphs that were said, and begin anew."""
        runs, self._runs = self._runs, []
        paragraph: list[tuple[str, str, str]] = []
        is_broken = False
        for run in runs:
            if run[0] == BREAK and is_broken:
                yield from self._joined(paragraph)
                paragraph = []
            elif run[0].strip() or not is_broken:
                is_broken = run[0] == BREAK
            paragraph.append(run)
        yield from self._joined(paragraph)

    def _joined(self, runs: Sequence[tuple[str, str, str]]) -> Iterator[Line]:
        said: list[str] = []
        parts: list[LanguagePart] = []
        links: list[LinkPart] = []
        led = ""
        length = linked = 0
        ends_in_space = True
        goes_on = False
        for raw, language, link in runs:
            text = raw.replace(BREAK, " ")
            text = text.lstrip(" ") if ends_in_space else text
            if not text:
                continue
            is_foreign = self._is_foreign(language)
            if is_foreign and text.strip():
                goes_on = goes_on and parts[-1].language == language
                start = parts.pop().span.start if goes_on else length + len(text) - len(text.lstrip())
                parts.append(LanguagePart(Span(start, length + len(text.rstrip())), language))
            goes_on = is_foreign if text.strip() else goes_on
            if link and text.strip():
                start = links.pop().span.start if link == led else length + len(text) - len(text.lstrip())
                links.append(LinkPart(Span(start, length + len(text.rstrip())), link))
            led = link if text.strip() else led
            said.append(text)
            length += len(text)
            linked += len(text) * bool(link)
            ends_in_space = text[-1] == " "
        text = "".join(said).rstrip()
        if text:
            yield Line(text, parts, min(1.0, linked / len(text)), links)

    def _is_foreign(self, language: str) -> bool:
        return bool(language) and not (self._language and same_language(language, self._language))
