"""A transcript in JSON of a shape that nobody told: wherever text and times stand side by side.

What is looked for are entries with text and a time, their own or one level below. Those at the same place
but for their numbers in lists belong together, as the cues of many paragraphs do; of several places
the one with the most text is the transcript. Letters, sounds and second guesses are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.timed.json_entries import Entry, entries_of, span_of, text_of
from briefing.formats.timed.json_words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST: Final = 24
_MOST_NODES: Final = 2_000_000
_PASSED_OVER = re.compile(
    r"(?:normali[sz]ed_?)?(?:phones?|phonemes?|chars?|characters?|visemes?|itn|lexical)"
)
_GUESSES: Final = frozenset(("alternatives", "hypotheses", "nBest", "instances"))
"""Lists whose first entry is the best."""
_INNER: Final = frozenset(
    ("snippet", "runs", "sentence", "text", "instances", "timing", "timestamps", "time")
)
"""What holds an entry's text or times where they are not its own."""

_Path = tuple[str, ...]


def found_anywhere(found: Any) -> list[Entry]:
    """Return the entries with text and times that are most likely the transcript; empty if there are none."""
    groups: dict[_Path, list[Entry]] = {}
    for path, entry in _entries(found):
        groups.setdefault(path, []).append(entry)
    return max(groups.values(), key=lambda group: sum(len(text_of(entry)) for entry in group), default=[])


def _entries(found: Any) -> Iterator[tuple[_Path, Entry]]:
    """Yield the entries in the order of the document, each with the keys that lead to it."""
    waiting: list[tuple[_Path, Any]] = [((), found)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        path, node = waiting.pop()
        if isinstance(node, list):
            kept = node[:1] if path and path[-1] in _GUESSES else node
            waiting += [(path, each) for each in reversed(kept) if isinstance(each, (dict, list))]
        elif isinstance(node, dict):
            entry = _whole(node)
            if entry is not None:
                yield path, entry
            elif len(path) < _DEEPEST:
                waiting += [
                    # Numbered entries are a list by another name.
                    (path if key.isdigit() else (*path, key), value)
                    for key, value in reversed(node.items())
                    if isinstance(value, (dict, list)) and not _PASSED_OVER.fullmatch(key)
                ]


def _whole(node: Entry) -> Entry | None:
    """Return an entry with the text and the times that stand below it; None if it lacks either."""
    entry = {**_inner(node), **{key: value for key, value in node.items() if key not in _INNER}}
    entry |= {key: node[key] for key in _INNER & node.keys() if isinstance(node[key], (str, float))}
    has_time = span_of(entry)[0] is not None or bool(words_in(entry))
    return entry if has_time and text_of(entry).strip() else None


def _inner(node: Entry, depth: int = 2) -> Entry:
    found: Entry = {}
    for key in node:
        value = node[key]
        below = entries_of(value if isinstance(value, list) else [value]) if key in _INNER else []
        if key == "runs":
            found["text"] = "".join(text_of(each) for each in below)
        elif below:
            found |= {**(_inner(below[0], depth - 1) if depth else {}), **below[0]}
    return found
