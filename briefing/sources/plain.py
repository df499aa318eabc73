"""Plain text: paragraphs, their wrapped lines joined, a title line where there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.model import BlockKind
from briefing.sources.item import Draft

if TYPE_CHECKING:
    from briefing.sources.opening import Head, Opening

NAME: Final = "plain text"
_LONGEST_WRAPPED: Final = 120
"""A longer line was not wrapped by hand, so it is a paragraph."""
_LONGEST_TITLE: Final = 120
_LONGEST_HEADING_WORDS: Final = 8
_ENDS = tuple('.!?…:;,。！？؟।"”»')
_ITEM = re.compile(r"(?:[-*•‣◦]|\d{1,3}[.)])\s+(?=\S)")
_UNDERLINE = re.compile(r"[=\-~_*]{3,}")


def score(head: Head) -> float:
    """Any text is plain text, if it is nothing better."""
    return 0.1 if head.text is not None else 0.0


def read(opening: Opening) -> Draft:
    """Return the text's title and paragraphs."""
    return read_text(opening.text)


def read_text(text: str) -> Draft:
    """Return the title and paragraphs of `text`."""
    draft = Draft()
    groups = _groups(text)
    for position, (lines, underlined) in enumerate(groups):
        is_followed = position + 1 < len(groups)
        if not position and is_followed and (underlined or looks_like_title(lines)):
            draft.add(BlockKind.TITLE, " ".join(lines))
        elif is_followed and (underlined or _looks_like_heading(lines, groups[position + 1][0])):
            draft.add(BlockKind.HEADING, " ".join(lines), 2)
        else:
            for kind, paragraph in _paragraphs(lines):
                draft.add(kind, paragraph)
    return draft


def _groups(text: str) -> list[tuple[list[str], bool]]:
    """Return the runs of lines between blank ones, and whether a rule underlines them."""
    groups: list[tuple[list[str], bool]] = []
    lines: list[str] = []
    for line in (*re.split(r"[\n\v\f\x85\u2028\u2029]", text), ""):
        stripped = line.strip()
        if _UNDERLINE.fullmatch(stripped):
            if lines:
                groups.append((lines, len(lines) == 1))
            lines = []
        elif stripped:
            lines.append(stripped)
        elif lines:
            groups.append((lines, False))
            lines = []
    return groups


def looks_like_title(lines: list[str]) -> bool:
    """Return whether a first run of lines is a title: short, and no sentence."""
    return len(lines) == 1 and len(lines[0]) <= _LONGEST_TITLE and not lines[0].endswith(_ENDS)


def _looks_like_heading(lines: list[str], following: list[str]) -> bool:
    """Return whether a short line without a stop stands above a paragraph that is longer."""
    return (
        looks_like_title(lines)
        and not _ITEM.match(lines[0])
        and len(lines[0].split()) <= _LONGEST_HEADING_WORDS
        and sum(map(len, following)) > 2 * len(lines[0])
        and following[-1].endswith(_ENDS)
    )


def _paragraphs(lines: list[str]) -> list[tuple[BlockKind, str]]:
    """Return a run of lines as paragraphs and list items."""
    if max(map(len, lines)) > _LONGEST_WRAPPED:
        return [(BlockKind.PARAGRAPH, line) for line in lines]
    found: list[tuple[BlockKind, str]] = []
    items = sum(bool(_ITEM.match(line)) for line in lines)
    is_list = items > 1 or (items == 1 and len(lines) == 1)
    for line in lines:
        marker = _ITEM.match(line) if is_list else None
        if marker:
            found.append((BlockKind.LIST_ITEM, line[marker.end() :]))
        elif found:
            kind, before = found[-1]
            # A word that was divided at the line's end keeps its hyphen: nobody can tell whose it is.
            gap = "" if before[-1] == "-" and before[-2:-1].isalpha() and line[0].islower() else " "
            found[-1] = (kind, before + gap + line)
        else:
            found.append((BlockKind.PARAGRAPH, line))
    return found
