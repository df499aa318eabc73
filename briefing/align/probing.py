"""Probes: whether the timings that a recording came with are right, by a few passages of it.

Theory of operation: what was put into a recording, or taken out, moves all that comes after it; another cut,
a constant offset or a drift move nearly all. So a few passages of some seconds, spread over the text, tell.
Each is listened for only where its words are said to be, and a second or two around: there they are, or not.
A passage that is not there may be under music, so one alone proves nothing; one that is there, but at another
time, does. How far the timings are off is not told by this, but by timing all words.
"""

from __future__ import annotations

import contextlib
import json
import statistics
import threading
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.align.tokens import tokens_of
from briefing.confidence import WORD_CONFIDENCE
from briefing.ports.narration import Probed
from briefing.processes import door
from briefing.text.language import is_english

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing.align.tokens import Token
    from briefing.model import Document
    from briefing.processes.child import Child
    from briefing.timeline import Timeline

PASSAGE_S: Final = 5.0
"""How long a passage is that is listened for."""
MARGIN_S: Final = 1.5
"""How far around it is listened."""
_EVERY_S: Final = 120.0
"""A passage for so much of the recording, but no fewer and no more than these."""
_FEWEST: Final = 3
"""Of passages: with fewer, one that is misheard would decide."""
_MOST: Final = 10
"""Of passages: each costs a quarter of a second of a processor."""
_LEAST_WORDS: Final = 6
"""Of a passage: what is shorter is found anywhere by chance."""
_LEAST_HEARD: Final = 0.5
"""Of a passage's words: fewer may be chance."""
FINE_S: Final = 0.4
"""How far off words may be, in the middle of a passage, that are lit each by itself."""
COARSE_S: Final = 1.0
"""And where the timings know only when lines begin."""
_LATE_S: Final = 0.06
"""The model hears the first phone of a word so much after its start."""


class ProbePassage(NamedTuple):
    """A passage: its tokens from number `first` to before `last`, and when each is said to begin."""

    first: int
    last: int
    starts_s: tuple[float, ...]


def probes_of(tokens: Sequence[Token], given: Timeline) -> list[ProbePassage]:
    """Return the passages to listen for, spread over the text; two of them near its end."""
    starts = {cue.span.start: cue.start_frame / given.rate_hz for cue in given}
    said = [starts.get(token.words[0].start) if token.words else None for token in tokens]
    places = [number for number, start_s in enumerate(said) if start_s is not None]
    if not places:
        return []
    begin_s, end_s = said[places[0]] or 0.0, said[places[-1]] or 0.0
    count = min(max(_FEWEST, round((end_s - begin_s) / _EVERY_S)), _MOST)
    room_s = max(end_s - PASSAGE_S - begin_s, 0.0)
    wanted_s = [begin_s + room_s * number / (count - 1) for number in range(count)]
    wanted_s.insert(-1, max(wanted_s[-1] - 2 * PASSAGE_S, begin_s))
    probes: list[ProbePassage] = []
    for at_s in sorted(wanted_s):
        probe = _probe_at(said, at_s)
        if probe is not None and (not probes or probe.first >= probes[-1].last):
            probes.append(probe)
    return probes


def _probe_at(said: Sequence[float | None], at_s: float) -> ProbePassage | None:
    """Return the passage from a moment on; None where the text has too few words with times there."""
    first = next((n for n, start_s in enumerate(said) if start_s is not None and start_s >= at_s), None)
    if first is None:
        return None
    starts: list[float] = []
    for start_s in said[first:]:
        if start_s is None or start_s > at_s + PASSAGE_S:
            break
        starts.append(start_s)
    return ProbePassage(first, first + len(starts), tuple(starts)) if len(starts) >= _LEAST_WORDS else None


def judged(probe: ProbePassage, heard_s: Sequence[float | None], limit_s: float) -> Probed:
    """Return what a probe found.

    Args:
        probe: the passage.
        heard_s: when each of its words was heard, in seconds of the recording; None for those that were not.
        limit_s: how far off they may be.
    """
    by_s = [
        at_s - _LATE_S - start_s
        for at_s, start_s in zip(heard_s, probe.starts_s, strict=True)
        if at_s is not None
    ]
    if len(by_s) < max(_LEAST_WORDS // 2, _LEAST_HEARD * len(heard_s)):
        return Probed(probe.starts_s[0], is_right=False, by_s=None)
    off_s = statistics.median(by_s)
    return Probed(probe.starts_s[0], is_right=abs(off_s) <= limit_s, by_s=off_s)


class ProbeJob:
    """Listens to a recording in a process of its own, of the lowest priority.

    Args:
        command: starts it.
        on_found: told, in a thread, what was found: nothing where nothing could be looked for.
    """

    def __init__(self, command: Sequence[str], on_found: Callable[[Sequence[Probed]], None]) -> None:
        self._command, self._on_found = command, on_found
        self._lock = threading.Lock()
        self._process: Child | None = None
        self._is_cancelled = False

    def start(self, document: Document, recording: Path, given: Timeline) -> None:
        """Begin, if there is something to listen for, and somebody who can: English alone is heard so."""
        if not is_english(document.language or "en"):
            self._on_found([])
            return
        tokens = tokens_of(document)
        probes = probes_of(tokens, given)
        if not probes:
            self._on_found([])
        else:
            limit_s = FINE_S if _is_fine(given) else COARSE_S
            order = {
                "path": str(recording.absolute()),
                "language": document.language or "en",
                "words": [],
                "probes": [
                    {
                        "start_s": max(probe.starts_s[0] - MARGIN_S, 0.0),
                        "stop_s": probe.starts_s[-1] + 1.0 + MARGIN_S,
                        "words": [token.text for token in tokens[probe.first : probe.last]],
                    }
                    for probe in probes
                ],
            }
            threading.Thread(
                target=self._run, args=(order, probes, limit_s), name="probes", daemon=True
            ).start()

    def cancel(self) -> None:
        """End it at once, without a word."""
        with self._lock:
            self._is_cancelled = True
            process = self._process
        if process is not None:
            process.end()

    def _run(self, order: dict[str, object], probes: Sequence[ProbePassage], limit_s: float) -> None:
        try:
            process = door.start(self._command, is_parent=True)
        except OSError:  # no room for one: then it is as if nobody had looked
            self._on_found([])
            return
        with self._lock:
            self._process = process
            is_over = self._is_cancelled
        found: list[Probed] = []
        if not is_over:
            with contextlib.suppress(OSError, ValueError, KeyError):
                process.write(json.dumps(order).encode() + b"\n")
                for line in process.stdout:
                    message = json.loads(line)
                    if "heard_s" not in message:
                        break
                    found.append(judged(probes[len(found)], message["heard_s"], limit_s))
        process.close()
        if not self._is_cancelled:
            self._on_found(found if len(found) == len(probes) else [])


def _is_fine(given: Timeline) -> bool:
    """Return whether most words are lit by themselves."""
    sure = sum(cue.confidence >= WORD_CONFIDENCE for cue in given)
    return 2 * sure >= len(given)
