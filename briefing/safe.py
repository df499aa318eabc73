"""What text from outside may contain: the one way in.

Rules, for every string that a file, a page, a tag or a name brought:
1. Control characters become visible (ESC as U+241B), so none reaches a terminal; those
   that break lines become line breaks.
2. Bidirectional overrides and embeddings, tags and interlinear marks are dropped.
   Isolates stay, but each is closed on its own line, so no line turns its neighbours.
3. At most `MARKS_LIMIT` combining marks stay on a base character.
4. ZWNJ, ZWJ, LRM, RLM and the tags of emoji flags stay: languages need them.
5. Lone surrogates and noncharacters become U+FFFD, so the text can always be encoded.

Doing it twice changes nothing. Ordinary text is printable throughout, which one scan
tells; only the rest pays for a pass of a regular expression for each rule, and only it has them
compiled (by `re`, once).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARKS_LIMIT: Final = 8
"""Combining marks on one base character; Vietnamese needs 2, biblical Hebrew 4."""
LINE_LIMIT: Final = 500
"""Characters of a title, a name or another single line."""

OPENS: Final = ("\u2066", "\u2067", "\u2068")
"""What opens an isolate: LRI, RLI, FSI."""
CLOSES: Final = "\u2069"
"""What closes one: PDI."""
_BREAK: Final = "\r\n|[\r\v\f\x85\u2028\u2029]"
_CONTROL: Final = "[\x00-\x09\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
"""Controls that do not break lines (a tab is one), and what no encoding carries."""
_SHOWN: Final = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\t": " ", "\x7f": "\u2421"}
"""What stands for a control; U+FFFD for those that Unicode has no picture of."""
_DROPPED: Final = "[\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufeff]"
_TAGS: Final = "(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e007f]+"
_MARKS: Final = rf"[^\w\s\x00-\x7f]{{{MARKS_LIMIT + 1},}}"
"""Where too many marks can be: a mark is neither a letter nor a digit."""
_ISOLATE: Final = f"[{''.join(OPENS)}{CLOSES}]"


def safe_text(text: str, *, keep_newlines: bool = True, is_part: bool = False) -> str:
    r"""Return `text` as it may be shown, spoken and stored.

    Args:
        text: Anything that came from outside, decoded, its markup taken off.
        keep_newlines: Whether line breaks stay (all of them as `\n`) or become spaces.
        is_part: Whether it is a part of a line, so that its isolates may be closed in what follows.
    """
    if text.isascii() and text.isprintable():
        return text
    if not text.replace("\n", " ").replace("\xa0", " ").isprintable():
        text = re.sub(_BREAK, "\n", text)
        text = re.sub(_CONTROL, lambda match: _SHOWN.get(match[0], "\ufffd"), text)
        text = re.sub(_TAGS, r"\1", re.sub(_DROPPED, "", text))
    if not text.isascii():
        text = re.sub(_MARKS, _thin, text)
    if not keep_newlines:
        text = text.replace("\n", " ")
    if not is_part and any(mark in text for mark in (*OPENS, CLOSES)):
        text = "\n".join(_close_isolates(line) for line in text.split("\n"))
    return text


def safe_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` on one line, white space collapsed, with an ellipsis in place of what is past `limit`."""
    line = " ".join(safe_text(text, keep_newlines=False).split())
    if len(line) <= limit:
        return line
    # An isolate could need more characters to close than the limit leaves.
    line = re.sub(_ISOLATE, "", line)
    if len(line) <= limit:
        return safe_line(line, limit)
    return safe_text(line[: max(0, limit - 1)]).rstrip() + "…"


def _thin(match: re.Match[str]) -> str:
    """Return a run with at most `MARKS_LIMIT` marks after each base; format characters are no base."""
    kept = []
    marks = 0
    for char in match[0]:
        category = unicodedata.category(char)
        if category[0] == "M":
            marks += 1
        elif category != "Cf":
            marks = 0
        if marks <= MARKS_LIMIT or category[0] != "M":
            kept.append(char)
    return "".join(kept)


def _close_isolates(line: str) -> str:
    """Return `line` with every isolate closed in it, and no closing mark that closes nothing."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0] != CLOSES:
            depth += 1
        elif depth:
            depth -= 1
        else:
            return ""
        return match[0]

    line = re.sub(_ISOLATE, keep, line)
    return line + CLOSES * depth
