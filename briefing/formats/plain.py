"""Plain text: paragraphs, their wrapped lines joined, a title line where there is one.

Verses, lists and addresses keep their lines.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.draft import Draft
from briefing.formats.wrapped import continues, join, keeps_lines, wrap_width
from briefing.model import BlockKind
from briefing.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.publication import Publication
    from briefing.formats.source import Head, Source

_LONGEST_WRAPPED: Final = 120
"""A longer line was not wrapped by hand, so it is a paragraph."""
_LONGEST_TITLE: Final = 120
_LONGEST_HEADING_WORDS: Final = 8
_ENDS = tuple('.!?…:;,。！？؟।"”»')
_ITEM = late(r"(?:(?:[-*•‣◦]|\d{1,3}[.)])\s+|o\s{2,})(?=\S)")
_NUMBERED = late(r"\d{1,3}(?:\.\d{1,2})*[.)]?\s+(?=\S)")
_STOP = late(r"[.!?…。！？।؟](?:\W|$)")
_LEAST_ROW: Final = 3
_CUT_AT_A_TIME: Final = 1 << 16
"""Code points."""
_BREAK = re.compile(r"[\n\v\f\x85\u2028\u2029]")
_QUOTED = late(r"\s*(?:>\s?)+")
_RULES: Final = ("=", "-", "~", "_", "*")
_UNDERLINE = late(r"[=\-~_*]{3,}")
_LOOKALIKE = late(rf"\s*>|{_UNDERLINE.pattern}$|{_ITEM.pattern}")
"""What a paragraph must not begin with."""

_UNDERLINED: Final = {BlockKind.TITLE: "=", BlockKind.HEADING: "-"}
_LONGEST_RULE: Final = 72


def score(_head: Head) -> float:
    """Any text is plain text, if it is nothing better."""
    return 0.1


def read(source: Source) -> Draft:
    """Return the text's title and paragraphs."""
    return read_text(source.text)


def read_text(text: str) -> Draft:
    """Return the title and paragraphs of `text`."""
    draft = Draft()
    # Gone through anew each time: a library's groups of lines take five times its length.
    width = wrap_width(chain.from_iterable((*group.lines, "") for group in _groups(text)))
    is_verse = not width and keeps_lines(group.lines for group in _groups(text))
    is_first = True
    for group, following in pairwise(chain(_groups(text), (None,))):
        if group is None:
            break
        if is_first and following and (group.is_underlined or looks_like_title(group.lines)):
            draft.add(BlockKind.TITLE, _unguarded(" ".join(group.lines)))
        elif following and (group.is_underlined or _looks_like_heading(group.lines, following.lines)):
            draft.add(BlockKind.HEADING, _unguarded(" ".join(group.lines)), 2)
        else:
            for kind, paragraph in _paragraphs(group, width=width, is_verse=is_verse):
                draft.add(kind, _unguarded(paragraph))
        is_first = False
    return draft


def _unguarded(line: str) -> str:
    if not line.startswith("\N{WORD JOINER}"):
        return line
    from briefing.formats.guards import unguarded  # hardly any text has such a line

    return unguarded(line)


def write(publication: Publication) -> str:
    """Return a briefing's text: a blank line between blocks, its title and headings underlined.

    Who speaks is named where that changes; a list item has a dash.
    """
    from briefing.formats.guards import guarded

    document = publication.document
    parts = []
    for index, block in enumerate(document.blocks):
        speaker = document.turn_at(index)
        line = f"{speaker}: {block.span.of(document.text)}" if speaker else block.span.of(document.text)
        is_item = block.kind is BlockKind.LIST_ITEM
        line = f"- {line}" if is_item else guarded(line, _LOOKALIKE)
        if block.kind in _UNDERLINED:
            line += "\n" + _UNDERLINED[block.kind] * min(max(len(line), 3), _LONGEST_RULE)
        parts.append(line)
    return "".join(f"{part}\n\n" for part in parts).removesuffix("\n")


class _Group(NamedTuple):
    """Lines that stand together, as they are indented; `quoted` is how many marks of a quotation each has."""

    lines: list[str]
    quoted: int
    is_underlined: bool


def _groups(text: str) -> Iterator[_Group]:
    """Yield the runs of lines between blank ones, parted where a quotation starts or stops."""
    lines: list[str] = []
    quoted = 0
    for whole in chain(_lines(text), ("",)):
        line, stripped, depth = whole, whole.strip(), 0
        if stripped.startswith(">") and (mark := _QUOTED.match(whole)):
            line, depth = whole[mark.end() :], mark[0].count(">")
            stripped = line.strip()
        is_rule = stripped.startswith(_RULES) and _UNDERLINE.fullmatch(stripped) is not None
        if lines and (is_rule or not stripped or depth != quoted):
            yield _Group(lines, quoted, is_rule and len(lines) == 1)
            lines = []
        if stripped and not is_rule:
            quoted = depth
            lines.append(line.rstrip().expandtabs())


def _lines(text: str) -> Iterator[str]:
    """Yield the lines, cut from some of the text at a time: all as strings take three times as much."""
    at = 0
    while (stop := text.find("\n", at + _CUT_AT_A_TIME)) >= 0:
        yield from _BREAK.split(text[at:stop])
        at = stop + 1
    yield from _BREAK.split(text[at:])


def looks_like_title(lines: list[str]) -> bool:
    """Return whether a first run of lines is a title: short, and no sentence."""
    return len(lines) == 1 and len(lines[0].strip()) <= _LONGEST_TITLE and not lines[0].endswith(_ENDS)


def _looks_like_heading(lines: list[str], following: list[str]) -> bool:
    """Return whether a short line without a stop stands above a paragraph that is longer."""
    if not (
        looks_like_title(lines)
        and following[-1].endswith(_ENDS)
        and sum(map(len, following)) > 2 * len(lines[0])
        and len(lines[0].split()) <= _LONGEST_HEADING_WORDS
    ):
        return False
    is_section = _NUMBERED.match(lines[0]) is not None and lines[0][0] != " "
    return not _ITEM.match(lines[0].strip()) or (is_section and not _ITEM.match(following[0].strip()))


def _paragraphs(group: _Group, *, width: int, is_verse: bool) -> Iterator[tuple[BlockKind, str]]:
    """Yield a run of lines as paragraphs, quotes and list items, wrapped ones joined.

    Args:
        group: The lines.
        width: What the text was wrapped at, in columns; 0 if it was not.
        is_verse: Whether the text's breaks are meant.
    """
    lines, plain = group.lines, BlockKind.QUOTE if group.quoted else BlockKind.PARAGRAPH
    if len(lines) == 1 and not _ITEM.match(lines[0].strip()):
        yield plain, lines[0]
        return
    if not width and max(map(len, lines)) > _LONGEST_WRAPPED:
        yield from ((plain, line) for line in lines)
        return
    items = sum(bool(_ITEM.match(line.strip())) for line in lines)
    is_list = items > 1 or (items == 1 and _hangs(lines))
    is_kept = not width and (is_verse or _is_row(lines))
    kind = plain
    found: list[str] = []
    for above, line in zip(["", *lines], lines, strict=False):
        marker = _ITEM.match(line.strip()) if is_list else None
        if found and not marker and not is_kept and _goes_on(above, line, width):
            found.append(line)
            continue
        if found:
            yield kind, join(found)
        kind = BlockKind.LIST_ITEM if marker else plain
        found = [line.strip()[marker.end() :] if marker else line]
    yield kind, join(found)


def _hangs(lines: list[str]) -> bool:
    """Return whether all lines but the first are indented below it, as one item's are."""
    first, *others = (len(line) - len(line.lstrip()) for line in lines)
    return all(indent > first for indent in others)


def _is_row(lines: list[str]) -> bool:
    """Return whether lines are a list without marks, or verses: several, and no sentence ends in them."""
    is_told = any(_STOP.search(line) or _ITEM.match(line.strip()) for line in lines)
    return len(lines) >= _LEAST_ROW and not is_told


def _goes_on(above: str, line: str, width: int) -> bool:
    """Return whether a line goes on with the paragraph of the one above it."""
    if not width:
        return True
    is_indented = len(line) - len(line.lstrip()) > len(above) - len(above.lstrip()) + 1
    starts_anew = is_indented and not line.lstrip()[:1].islower() and not _ITEM.match(above.strip())
    return not starts_anew and continues(above, line, width)
