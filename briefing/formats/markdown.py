"""Markdown, with or without front matter: text kept, marks and HTML taken off.

Front matter knows: title, kicker, summary, audio, duration, image, alt, caption, language (or lang),
published (or date), authors (or author), and name, which the briefing is called by where it has no title.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.formats.draft import Draft, clamp_s
from briefing.formats.frontmatter import split_front_matter
from briefing.formats.suffixes import MARKDOWN_SUFFIXES, PLAIN_SUFFIXES
from briefing.model import BlockKind, LanguagePart, LinkPart, Span
from briefing.patterns import late
from briefing.safe import safe_line
from briefing.structures import StructureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from briefing.formats.block_marks import BlockMark
    from briefing.formats.publication import Publication
    from briefing.formats.source import Head, Source

_MARKS = late(r"^(?:#{1,6} \S|> \S|```|\[[^\]]+\]: \S)|\*\*\S|\]\(\S", re.MULTILINE)
_CERTAIN: Final = 1.0
_BY_SUFFIX: Final = 0.8
_BY_FRONT_MATTER: Final = 0.7
_BY_MARKS: Final = 0.3
_LEAST_MARKS: Final = 2
_STRUCTURES: Final = {
    "bullet_list": StructureKind.LIST,
    "ordered_list": StructureKind.LIST,
    "table": StructureKind.TABLE,
    "blockquote": StructureKind.QUOTATION,
}
_MEANT = late(r"[*_`<>\[\]\\&#~|=]|^[ \t]*(?:[-+]|\d+[.)])|^(?: {4}|[ ]{0,3}\t)", re.MULTILINE)
"""All that Markdown gives a meaning to: a body with none of it is paragraphs and nothing else."""
_LANGUAGE = late(r"(?<![\w-])lang\s*=\s*[\"']?([A-Za-z0-9-]+)", re.IGNORECASE)
_BETWEEN = late(r"\n[ \t]*(?:\n[ \t]*)+")
PARSED_LIMIT: Final = 300_000
"""The parser takes up to 15 microseconds a character (brackets without end), and nobody waits for more."""
_CLOCK = late(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)")
_ISO_8601 = late(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", re.IGNORECASE)


def score(head: Head) -> float:
    """Return how likely the text is Markdown: by its name, its front matter, its marks."""
    has_front_matter = bool(split_front_matter(head.text)[0])
    if head.suffix in MARKDOWN_SUFFIXES:
        return _CERTAIN if has_front_matter else _BY_SUFFIX
    if has_front_matter:
        return _BY_FRONT_MATTER
    if head.suffix in ("", *PLAIN_SUFFIXES) and len(_MARKS.findall(head.text)) >= _LEAST_MARKS:
        return _BY_MARKS
    return 0.0


def read(source: Source) -> Draft:
    """Return what the front matter declares, and the blocks of the body."""
    return read_text(source.text)


def read_text(text: str) -> Draft:
    """Return what the front matter declares, and the blocks of the body."""
    draft = Draft()
    values, body = split_front_matter(text)
    draft.add(BlockKind.KICKER, values.get("kicker", ""))
    # A news item is mostly plain paragraphs, and the parser's import costs a tenth of a cold start.
    is_marked = _MEANT.search(body) is not None
    tokens = _parse(body) if is_marked and len(body) <= PARSED_LIMIT else None
    if is_marked and tokens is None:
        draft.notices.append("The text is too long for Markdown: its marks are shown as they are.")
    title = values.get("title") or _first_heading(tokens or ())
    draft.add(BlockKind.TITLE, title)
    if {"image", "alt", "caption"} & values.keys():
        draft.add_figure(values.get("alt", ""), values.get("caption", ""), values.get("image"))
    draft.add(BlockKind.SUMMARY, values.get("summary", ""))
    draft.language = values.get("language") or values.get("lang")
    draft.published = values.get("published") or values.get("date")
    draft.authors = tuple((values.get("authors") or values.get("author") or "").splitlines())
    draft.audio = values.get("audio")
    draft.duration_s = parse_duration_s(values.get("duration", ""))
    draft.declares_media = bool(draft.audio or draft.duration_s)
    if tokens is None:
        for paragraph in _BETWEEN.split(body):
            draft.add(BlockKind.PARAGRAPH, paragraph)
    else:
        _add_body(draft, tokens, title)
    draft.title = draft.title or safe_line(values.get("name", ""))
    return draft


def write(publication: Publication) -> str:
    """Return a briefing as Markdown that opens again as the same one."""
    from briefing.formats.markdown_writer import write_document

    return write_document(publication.document)


def parse_duration_s(value: str) -> float | None:
    """Return the seconds of "3:48", "0:03:48", "228" or "PT3M48S", None for anything else."""
    value = value.strip()
    if clock := _CLOCK.fullmatch(value) or _ISO_8601.fullmatch(value):
        hours, minutes, seconds = (float(part or 0) for part in clock.groups())
        total = hours * 3600 + minutes * 60 + seconds
    elif re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", value):
        total = float(value)
    else:
        return None
    return clamp_s(total) or None


def _parse(body: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # a file's name stays as it is
    return parser.parse(body)


def _first_heading(tokens: Sequence[Token]) -> str:
    """Return the text of the first heading, if it is of the first level and nothing stands above it."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return _text_of(tokens[1])
    return ""


def _add_body(draft: Draft, tokens: Sequence[Token], title: str) -> None:
    """Add the blocks of the body in order; a heading that repeats the title is left out."""
    inside: Counter[str] = Counter()
    mark: BlockMark | None = None
    row: list[str] = []
    structures: list[int] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        name = token.type.removesuffix("_open").removesuffix("_close")
        inside[name] += token.nesting
        if name in _STRUCTURES:
            _begin_or_end(draft, _STRUCTURES[name], structures, begins=token.nesting > 0)
        if token.type == "tr_close":
            draft.add(BlockKind.PARAGRAPH, "; ".join(cell for cell in row if cell))
            row = []
        elif token.type == "html_block":
            from briefing.formats.block_marks import read_mark  # few texts have a comment

            mark = read_mark(token.content)
        elif token.type in ("fence", "code_block"):
            start = draft.length
            draft.add(BlockKind.PARAGRAPH, token.content)
            draft.add_structure(StructureKind.CODE, start)
        elif token.type == "inline" and inside["tr"]:
            row.append(_text_of(token))
        elif token.type == "inline":
            _add_run(draft, token, mark or _block(inside, before), "" if mark else title)
            mark = None


def _add_run(draft: Draft, token: Token, block: tuple[BlockKind, int, str], title: str) -> None:
    """Add a run of text, its pictures before it; a heading that says the same as `title` is left out."""
    kind, level, speaker = block
    text, images = _text_of(token), list(_images(token))
    languages = _languages_of(token) if "<" in token.content else ()
    if images and kind is BlockKind.CAPTION:  # one with links, which no picture's title can have
        alt, _, src = images[0]
        draft.add_figure(alt, text, src, languages, links=_links_of(token))
        return
    for image in images:
        draft.add_figure(*image)
    if not level or not title or text.split() != title.split():
        draft.add(kind, text, level, speaker, languages, links=_links_of(token))


def _begin_or_end(draft: Draft, kind: StructureKind, begun: list[int], *, begins: bool) -> None:
    """Begin a structure, or end the last that has no end; `begun` is where those start."""
    if begins:
        begun.append(draft.length)
    else:
        draft.add_structure(kind, begun.pop())


def _block(inside: Counter[str], before: Token | None) -> tuple[BlockKind, int, str]:
    """Return what a run of text is, its level and its speaker, by what it stands in and what opens it."""
    if inside["heading"] and before:
        return BlockKind.HEADING, int(before.tag[1]), ""
    if inside["list_item"]:
        return BlockKind.LIST_ITEM, 0, ""
    return BlockKind.QUOTE if inside["blockquote"] else BlockKind.PARAGRAPH, 0, ""


def _text_of(inline: Token) -> str:
    """Return the text of a run or a picture: emphasis, links' addresses, pictures and HTML taken off."""
    return "".join(_words_of(child) for child in inline.children or ())


def _words_of(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return " "
    return child.content if child.type in ("text", "code_inline", "text_special") else ""


def _languages_of(inline: Token) -> list[LanguagePart]:
    """Return what of the text of a run stands in `<span lang>`."""
    parts: list[LanguagePart] = []
    open_spans: list[tuple[int, str]] = []
    at = 0
    for child in inline.children or ():
        tag = child.content.lower() if child.type == "html_inline" else ""
        if tag.startswith("<span"):
            found = _LANGUAGE.search(tag)
            open_spans.append((at, found[1] if found else ""))
        elif tag == "</span>" and open_spans:
            start, language = open_spans.pop()
            if language and at > start and not any(outer for _, outer in open_spans):
                parts.append(LanguagePart(Span(start, at), language))
        at += len(_words_of(child))
    return parts


def _links_of(inline: Token) -> list[LinkPart]:
    """Return what of the text of a run leads elsewhere."""
    links: list[LinkPart] = []
    at = start = 0
    target = ""
    for child in inline.children or ():
        if child.type == "link_open":
            start, target = at, str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            links.append(LinkPart(Span(start, at), target))
        at += len(_words_of(child))
    return links


def _images(inline: Token) -> Iterator[tuple[str, str, str]]:
    for child in inline.children or ():
        if child.type == "image":
            yield _text_of(child), str(child.attrs.get("title", "")), str(child.attrs.get("src", ""))
