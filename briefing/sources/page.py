"""The text of a news page, copied as it is, with the page's furniture around the story.

Theory of operation: such a page is one element a line. Its furniture is known by shape: the
links to skip by, the player's "please wait", "No media source currently available" and
clock ("0:00 0:03:48 0:00"), share and download links, the sizes. The player divides what is
above the story (kicker, title, picture, summary) from the story, and its own heading
repeats the title. A line that stands twice in a row is a picture's alternative text and its
caption. Whatever is missing, the rest is still understood; what is furniture is never read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from briefing.model import BlockKind
from briefing.sources.item import Draft

if TYPE_CHECKING:
    from briefing.sources.opening import Head, Opening

NAME: Final = "a page's text"


class Furniture(Enum):
    """What a line of a page is, when it is not part of the story."""

    SKIP = auto()
    WAIT = auto()
    NO_MEDIA = auto()
    CLOCK = auto()
    SIZE = auto()
    QUALITY = auto()
    SHARE = auto()


PLAYER: Final = frozenset({Furniture.WAIT, Furniture.NO_MEDIA, Furniture.CLOCK})
_TIME = r"-?(?:\d{1,2}:)?\d{1,2}:\d{2}"
_SHARE = (
    r"share|embed|print|copy link|direct link|pop-?out player|download|subscribe|follow us|previous|next"
    r"|search|(?:leave a )?comments?|share (?:on|via|this) .{1,30}|back to top|live|no live streaming.{0,40}"
    r"|(?:the )?(?:code|url|link) has been copied to your clipboard\W*"
)
_SHAPES: Final = (
    (Furniture.SKIP, r"(?:accessibility|skip) links?|(?:skip|jump) to .{1,40}"),
    (Furniture.WAIT, r"(?:please wait|loading|buffering)\b\W*"),
    (Furniture.NO_MEDIA, r"no (?:live )?media source (?:is )?(?:currently )?available\W*"),
    (Furniture.CLOCK, rf"(?:{_TIME}|[-/|])(?:\s*[/|]?\s*{_TIME})*"),
    (Furniture.SIZE, r"(?:(?:xxs|xs|sm|md|lg|xl|xxl)\b[\s/|,]*)+|text size\W*"),
    (Furniture.QUALITY, r"(?:(?:auto|\d{3,4}p|\d{2,3} ?kbps|mp3|mp4|hd|\|)[\s/|]*)+|width px height px"),
    (Furniture.SHARE, _SHARE),
)
_FURNITURE: Final = tuple((kind, re.compile(shape, re.IGNORECASE)) for kind, shape in _SHAPES)
_LONGEST_FURNITURE: Final = 80
_SURE: Final = 0.9
_LIKELY: Final = 0.6

_CLOCK_TIME = re.compile(_TIME)
_DATE = re.compile(
    r"(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4}|\d{4}-\d{2}-\d{2})"
    r"(?:,? \d{1,2}:\d{2}.{0,12})?"
)
_BYLINE = re.compile(r"[Bb]y [A-Z].{1,80}")
_PHOTO = re.compile(
    r"\((?:file|photo|archive)\b|file(?: photo)?\s*[-–—:]|photo:|.*\((?:AP|AFP|Reuters|EPA|VOA|RFE/RL)\)$",
    re.IGNORECASE,
)
_ENDS = tuple('.!?…:;,"”’')
_HEADING_WORDS: Final = 10
_PARAGRAPH_WORDS: Final = 15


@dataclass(slots=True)
class _Line:
    text: str
    furniture: Furniture | None
    joined: bool
    """Whether no blank line stands between this one and the one before."""


def score(head: Head) -> float:
    """Return how likely the text is a page's: it is where two kinds of furniture stand."""
    if head.text is None:
        return 0.0
    kinds = {line.furniture for line in _lines(head.text)} - {None}
    if len(kinds) > 1 and kinds & {Furniture.SKIP, *PLAYER}:
        return _SURE
    return _LIKELY if Furniture.NO_MEDIA in kinds else 0.0


def read(opening: Opening) -> Draft:
    """Return the story of a page's text."""
    return read_text(opening.text)


def read_text(text: str) -> Draft:
    """Return what stands in a page's text: banner, title, picture, summary, media line, story."""
    draft = Draft()
    lines = _lines(text)
    head, player, body = _divide(lines)
    if any(line.furniture in PLAYER for line in player):
        draft.declares_media = True
        draft.duration_s = _duration_s(player)
    head, body = ([line for line in part if line.furniture is None] for part in (head, body))
    if not body:
        head, body = _split_unplayed(head)
    elif not head and len(body) > 1 and not body[0].text.endswith(_ENDS):
        head, body = body[:1], body[1:]  # no title above the player: the story's first line is one
    _add_head(draft, head, lines)
    _add_body(draft, body)
    return draft


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    joined = False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if line:
            found.append(_Line(line, _furniture(line), joined))
        joined = bool(line)
    return found


def _furniture(line: str) -> Furniture | None:
    if len(line) > _LONGEST_FURNITURE:
        return None
    return next((kind for kind, shape in _FURNITURE if shape.fullmatch(line)), None)


def _divide(lines: list[_Line]) -> tuple[list[_Line], list[_Line], list[_Line]]:
    """Return what stands above the player, the player with its heading, and what follows."""
    places = [i for i, line in enumerate(lines) if line.furniture in PLAYER]
    if not places:
        return lines, [], []
    first, last = places[0], places[0]
    for place in places[1:]:
        # What stands between two parts of the player is the player's, unless it is text to read.
        if all(line.furniture or len(line.text.split()) < _PARAGRAPH_WORDS for line in lines[last:place]):
            last = place
    texts = Counter(line.text for line in lines)
    if first and lines[first - 1].furniture is None:
        label = lines[first - 1]
        above = [line.text for line in lines[: first - 1] if line.furniture is None]
        if texts[label.text] > 1 and label.text in above:
            first -= 1
    return lines[:first], lines[first : last + 1], lines[last + 1 :]


def _split_unplayed(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Divide the lines of a page without a player: the story starts at its first long paragraph."""
    for i, line in enumerate(lines):
        if i and len(line.text.split()) >= _PARAGRAPH_WORDS and line.text.endswith(_ENDS):
            if i + 1 < len(lines) and lines[i + 1].text == line.text:
                continue  # a caption
            return lines[:i], lines[i:]
    return lines[:1], lines[1:]


def _duration_s(player: list[_Line]) -> float | None:
    """Return the longest time that the player's clock shows, None if it shows only zeros."""
    seconds = 0
    for line in player:
        if line.furniture is Furniture.CLOCK:
            for shown in _CLOCK_TIME.findall(line.text):
                parts = [int(part) for part in shown.lstrip("-").split(":")]
                seconds = max(seconds, sum(part * 60**power for power, part in enumerate(reversed(parts))))
    return float(seconds) or None


def _add_head(draft: Draft, head: list[_Line], lines: list[_Line]) -> None:
    """Add what stands above the story: kicker, title, picture, date, author, summary."""
    at = _title_index(head, lines)
    if at is None:
        return
    if at:
        draft.add(BlockKind.KICKER, head[at - 1].text)
    draft.add(BlockKind.TITLE, head[at].text)
    rest = [line for line in head[at + 1 :] if line.text != head[at].text]
    has_summary = False
    i = 0
    while i < len(rest):
        line = rest[i]
        following = rest[i + 1] if i + 1 < len(rest) else None
        if following and (following.text == line.text or (following.joined and _PHOTO.match(following.text))):
            draft.add_figure(line.text, following.text)
            i += 1
        elif _PHOTO.match(line.text):
            draft.add_figure("", line.text)
        elif _DATE.fullmatch(line.text):
            draft.published = line.text
        elif _BYLINE.fullmatch(line.text):
            draft.add(BlockKind.CREDIT, line.text)
        else:
            draft.add(BlockKind.PARAGRAPH if has_summary else BlockKind.SUMMARY, line.text)
            has_summary = True
        i += 1


def _title_index(head: list[_Line], lines: list[_Line]) -> int | None:
    """Return which line above the story is its title: the one that the player repeats, else by its place."""
    if not head:
        return None
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        places.setdefault(line.text, []).append(i)
    for i, line in enumerate(head):
        # Twice, but not in a row: that would be a picture.
        if any(b - a > 1 for a, b in zip(places[line.text], places[line.text][1:], strict=False)):
            return i
    first, *others = head
    is_kicker = (
        others
        and others[0].text not in [line.text for line in others[1:2]]
        and len(first.text.split()) < len(others[0].text.split())
        and not (first.text + others[0].text).endswith(_ENDS)
    )
    return 1 if is_kicker else 0


def _add_body(draft: Draft, body: list[_Line]) -> None:
    i = 0
    while i < len(body):
        text = body[i].text
        following = body[i + 1].text if i + 1 < len(body) else ""
        words = len(text.split())
        if following == text:
            draft.add_figure(text, following)
            i += 1
        elif (
            words <= _HEADING_WORDS
            and not text.endswith(_ENDS)
            and len(following.split()) >= _PARAGRAPH_WORDS
        ):
            draft.add(BlockKind.HEADING, text, 2)
        else:
            draft.add(BlockKind.PARAGRAPH, text)
        i += 1
