"""Pages as text browsers write them (lynx, w3m, links, elinks): marks taken off, wrapped lines joined.

Such a page is indented, wrapped, and has its links numbered, its buttons, fields and pictures in
brackets, and a list of addresses at its end.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.furniture import Furniture, furniture_of
from briefing.formats.pages.hangul import HangulLine, Joiner
from briefing.formats.pages.lines import PageLine, count_words, ends_sentence, is_definition, measure
from briefing.formats.pages.phrases import fold
from briefing.formats.wrapped import continues, width_of, wrap_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINK: Final = re.compile(r"\[(\d{1,4})\](?=\S|$)")
_LEAST_LINKS: Final = 3
_REFERENCES: Final = re.compile(
    r"\s{0,3}(?:references|verweise|referenzen|références|referencias|referências|riferimenti|verwijzingen|ссылки"
    r"|посилання|odnośniki|bağlantılar|referensi|参考|参照|참조)\W*",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(
    r"\s*(?:\d{1,4}\.\s.*|\S+://\S*|(?:visible|hidden) links:?|[/#?]\S*)", re.IGNORECASE
)
_PICTURE: Final = re.compile(
    r"\[[^\[\]\s]{1,80}\.(?:svg|png|jpe?g|gif|webp|avif|bmp)[^\[\]\s]{0,40}\]?"
    r"|\[(?:img|image|inline|link|usemap[^\[\]]*|embed|picture)\]",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    r"\[?_{4,}\]?|\[[^\[\]]{0,60} \]|\[https?://[^\s\[\]]+\]|\[ ?(?:text|submit|button|search|\.{3}) ?\]"
    r"|\((?:button|submit|text|image|reset)\)|\( \)|\(\*\)|\[ \]|\[x\]|<option>",
    re.IGNORECASE,
)
_STEM: Final = re.compile(r"(?<!\S)\[(?=[^\]]*[\d_])(?=[^\]]*[A-Za-z_-])[\w-]{3,14}\]")
"""What w3m shows of a picture without a text: the beginning of its file's name."""
_HEAD_LINE: Final = re.compile(
    r"\s*(?:iframe:.*|#?\s?(?:\[\d+\])?alternate.*|link:\s.*|#\[?\d*\]?\S.{0,60}"
    r"|\[(?:\d*+\]?+\s*+)?\S+=\S.*|refresh\(.*)",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"\s*[_\-=═━─—*~]{4,}\s*")
_BULLET: Final = re.compile(r"(\s*)([*+•‣◦▪■□○●·#o@-]|\(\*\)|\d{1,3}\.)(?:\s+|$)")
_LABEL: Final = re.compile(r"\A\s*(?:picture|image|photo):\s*", re.IGNORECASE)
_RAISED: Final = re.compile(r"(?<=\w)\^(?=[^\W\d_]{1,4}\b)")
"""What lynx and w3m put before raised letters, as in French abbreviations; raised numbers keep it."""
_DOUBLED: Final = re.compile(r"(.{16,150}\S) ?(\1.{0,200})")
"""A picture's text, and what begins so below it: its caption, or a link to the story that it is of."""
_MARKDOWN: Final = (
    (re.compile(r'!\[[^\[\]]*\]\(\s*<?[^()\s]*>?(?:\s+"[^"]*")?\s*\)'), ""),
    (re.compile(r'\[([^\[\]]+)\]\(\s*<?[^()\s]*>?(?:\s+"[^"]*")?\s*\)'), r"\1"),
    (re.compile(r"\[([^\[\]]+)\]\[\d{1,4}\]"), r"\1"),
    (re.compile(r"^ *\[\d{1,4}\]: \S+ *$", re.MULTILINE), ""),
    (re.compile(r"^(?:#{1,6} +|> ?)", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])\*\*(?=\S)((?:(?!\n\n)[^*]){1,500})(?<=\S)\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w*])([*_]{1,2})(?=\S)((?:(?!\n\n)[^*_]){1,500})(?<=\S)\1(?![\w*])"), r"\2"),
)
"""Pictures, links, headings and quotations, emphasis; and what is left of them."""
_CENTRED: Final = 8
_MOST_WORDS_A_LINK: Final = 9


class _Raw(NamedTuple):
    """A line without marks, and as it was: a link's number counts where it was wrapped."""

    text: str
    whole: str
    indent: int
    is_item: bool
    links: int
    starts_link: bool
    gap: int
    is_heading: bool


def is_numbered(text: str) -> bool:
    """Return whether a text's links are numbered in order, as text browsers number them."""
    numbers = [int(found) for found in _LINK.findall(text)]
    rising = sum(after == before + 1 for before, after in pairwise(numbers))
    return rising >= _LEAST_LINKS - 1 and rising >= len(numbers) // 2


def without_markdown(text: str) -> str:
    """Return a page's text without Markdown's marks, in which many programs write what they fetch."""
    links = len(_MARKDOWN[1][0].findall(text)) + len(_MARKDOWN[2][0].findall(text))
    if links < _LEAST_LINKS:
        return text
    for mark, left in _MARKDOWN:
        text = mark.sub(left, text)
    return text


def is_dump(text: str) -> bool:
    """Return whether a text browser may have written it: links numbered, or bullets and buttons indented."""
    marks = re.findall(r"^ {2,}(?:[*+•□] +\S|IFRAME:|\(BUTTON\))", text, re.MULTILINE)
    return is_numbered(text) or len(marks) >= _LEAST_LINKS


def lines_of_dump(text: str) -> list[PageLine]:
    """Return the lines of a text browser's page, paragraphs joined, without its marks."""
    raw = _without_references(text.split("\n"))
    width = wrap_width(line.expandtabs() for line in raw)
    is_numbered = len(_LINK.findall(text)) >= _LEAST_LINKS
    groups = list(_groups(list(_clean(raw, is_numbered=is_numbered)), width or 80))
    joiner = Joiner([HangulLine(raw.whole, raw.text) for raw in group] for group in groups)
    return [_line(group, joiner) for group in groups]


def _without_references(lines: list[str]) -> list[str]:
    """Return the lines without the list of addresses at their end."""
    for i in range(len(lines) - 1, -1, -1):
        if _REFERENCES.fullmatch(lines[i]):
            below = [line for line in lines[i + 1 :] if line.strip()]
            addresses = sum(_REFERENCE.fullmatch(line) is not None for line in below)
            if below and addresses >= 0.7 * len(below):
                return lines[:i]
    return lines


def _clean(lines: Sequence[str], *, is_numbered: bool) -> Iterator[_Raw]:
    body = _body_indent(lines)
    gap = 0
    for whole in lines:
        line = whole.expandtabs()
        if _RULE.fullmatch(line) or _HEAD_LINE.fullmatch(line) or not line.strip():
            gap += 1
            continue
        links = len(_LINK.findall(line)) if is_numbered else 0
        bullet = _BULLET.match(line)
        is_item = bullet is not None and (bullet[2] not in "o#@-" or bool(bullet[1]))
        rest = line[bullet.end() :] if bullet and is_item and not bullet[2][0].isdigit() else line
        starts_link = links > 0 and _LINK.match(rest.lstrip()) is not None
        if is_numbered:
            rest = _LINK.sub("", rest)
        rest = _FIELD.sub(" ", _STEM.sub(" ", _PICTURE.sub(" ", rest)))
        rest = _RAISED.sub("", _LABEL.sub("", rest, count=1))
        if not re.search(r"\w", rest):
            gap += 1
            continue
        indent = width_of(line) - width_of(line.lstrip())
        centred = indent > body + _CENTRED and not is_item and line.strip()[:1] != "["
        heading = (indent < body and not is_item) or centred
        yield _Raw(
            rest.strip(),
            line.rstrip(),
            indent if not is_item else indent + 2,
            is_item,
            links,
            starts_link,
            gap,
            heading,
        )
        gap = 0


def _body_indent(lines: Sequence[str]) -> int:
    """Return by how much most lines that are long are indented."""
    indents: dict[int, int] = {}
    for line in lines:
        bare = line.strip()
        if len(bare) > 40:
            indent = len(line) - len(line.lstrip())
            indents[indent] = indents.get(indent, 0) + 1
    return max(indents, key=lambda indent: indents[indent], default=0)


def _groups(lines: list[_Raw], width: int) -> Iterator[list[_Raw]]:
    group: list[_Raw] = []
    for line in lines:
        if group and not line.gap and not line.is_item and _goes_on(group[-1], line, width):
            group.append(line)
        else:
            if group:
                yield group
            group = [line]
    if group:
        yield group


def _goes_on(above: _Raw, line: _Raw, width: int) -> bool:
    if above.is_heading != line.is_heading:
        return False
    if above.is_item and line.indent < above.indent:
        return False
    if above.starts_link and line.starts_link:
        return False
    if _is_label(above.text) or _is_label(line.text) or is_definition(line.text):
        return False
    return continues(above.whole, line.whole, width) or continues(
        " " * above.indent + above.text, line.text, width
    )


def _is_label(text: str) -> bool:
    """Return whether a line by itself is a button or a link of the page's own."""
    found = furniture_of(text, fold(text), count_words(text), is_sentence=ends_sentence(text))
    return found in (Furniture.PLAYER, Furniture.SHARE, Furniture.CHROME)


def _line(group: list[_Raw], joiner: Joiner) -> PageLine:
    text = " ".join(joiner.join([HangulLine(raw.whole, raw.text) for raw in group]).split())
    links = sum(raw.links for raw in group)
    most = _MOST_WORDS_A_LINK if ends_sentence(text) else _MOST_WORDS_A_LINK * (links + 1)
    is_links = group[0].starts_link and count_words(text) <= most
    doubled = _DOUBLED.fullmatch(text)
    line = measure(
        doubled[2] if doubled else text, group[0].gap, is_heading=group[0].is_heading, is_links=is_links
    )
    line.is_item = group[0].is_item
    line.is_doubled = doubled is not None
    return line
