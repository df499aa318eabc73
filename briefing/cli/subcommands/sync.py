"""`briefing sync`: how far timings are from a reference, and the offset that brings them nearer.

    briefing sync TIMINGS REFERENCE
    briefing sync TIMINGS REFERENCE --json
    briefing sync TIMINGS REFERENCE --apply BRIEFING

Both may be in any format with times that `briefing formats` lists. `--apply` keeps the
offset for one briefing, as its keys in the player do.
The words of the two are matched, and the starts compared that each of them states: those of
words where it stamps words, else those of lines. A start of the reference that the timings
lack is missing, and counts as a failure in the shares within 50, 100 and 200 milliseconds.
The bias is the median of timing less reference: positive where words are lit too late.
"""

from __future__ import annotations

import json
import statistics
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from briefing.cli.parser import SOURCE
from briefing.errors import SourceError, StoreError, UsageError
from briefing.limits import MOST_OFFSET_MS
from briefing.sources.address import as_shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefing.formats.timed_text import TimedLine
    from briefing.playlist import SoundFile
    from briefing.ports.media import MediaInfo
    from briefing.sources.opening import Opening

WITHIN_MS: Final = (50, 100, 200)
_LONG_TEXT: Final = 2000
"""From so many words on, the commonest ones do not start a match: it would take too long."""
_WORTH_MS: Final = 10
"""A smaller bias is not worth an offset: nobody sees it."""
_UNEVEN_MS: Final = 2000
"""Where some words are so much farther off than the middle one, no offset mends them all."""
_UNEVEN: Final = "The words are not all off by as much, so no offset mends them."
_ANEW: Final = "Time them anew: `w` in the player does it, or briefing align AUDIO TEXT -o OUT."


@dataclass(frozen=True, slots=True)
class Stamped:
    """A word, folded, and its start in seconds; None where the format states none for it."""

    key: str
    start_s: float | None


@dataclass(frozen=True, slots=True)
class Errors:
    """How far timings are from a reference, in milliseconds."""

    n: int
    """Starts of the reference that the timings have too."""
    missing: int
    median: float | None
    mean: float | None
    p95: float | None
    largest: float | None
    bias: float | None
    spread: float | None
    """How far the middle 90 % of the differences reach from the bias."""
    within: dict[int, float]
    """Limit -> per cent of all the reference's starts."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = (
        "Tell how far timings are from others, in any of the formats with times that "
        "`briefing formats` lists."
    )
    parser.add_argument("timings", metavar="TIMINGS", help="the timings to measure")
    parser.add_argument("reference", metavar="REFERENCE", help="the timings that are right")
    parser.add_argument("--json", action="store_true", help="print one object instead of a table")
    parser.add_argument("--apply", metavar="BRIEFING", help=f"keep the offset for this briefing: {SOURCE}")


def run(args: argparse.Namespace) -> int:
    """Print the table of errors; return the exit code.

    Raises:
        SourceError: if a file holds no timings, or the two have no word in common.
        UsageError: if an offset is to be kept that the player does not take.
    """
    measured, reference = read_starts(args.timings), read_starts(args.reference)
    errors = compare(measured, reference)
    if errors.n == 0:
        raise SourceError(
            "The two have no timed word in common.", "Compare timings of the same text and recording."
        )
    if args.apply is not None:
        _apply(args.apply, errors)
    applied_to = None if args.apply is None else as_shown(args.apply)
    sys.stdout.write(_as_json(errors) if args.json else _as_table(errors, applied_to=applied_to))
    return 0


def compare(measured: Sequence[Stamped], reference: Sequence[Stamped]) -> Errors:
    """Return the errors of the starts that both state, word by word."""
    keys = [word.key for word in measured], [word.key for word in reference]
    matcher = SequenceMatcher(None, *keys, autojunk=len(reference) > _LONG_TEXT)
    differences = []
    for block in matcher.get_matching_blocks():
        for i in range(block.size):
            ours, theirs = measured[block.a + i].start_s, reference[block.b + i].start_s
            if ours is not None and theirs is not None:
                differences.append((ours - theirs) * 1000)
    total = sum(word.start_s is not None for word in reference)
    sizes = sorted(abs(d) for d in differences)
    within = {
        limit: round(100 * sum(s <= limit for s in sizes) / total, 1) if total else 0.0 for limit in WITHIN_MS
    }
    if not sizes:
        return Errors(0, total, None, None, None, None, None, None, within)
    bias = statistics.median(differences)
    return Errors(
        len(sizes),
        total - len(sizes),
        _ms(statistics.median(sizes)),
        _ms(statistics.fmean(sizes)),
        _ms(_quantile(sizes, 0.95)),
        _ms(sizes[-1]),
        _ms(bias),
        _ms(_quantile(sorted(abs(d - bias) for d in differences), 0.9)),
        within,
    )


def read_starts(name: str) -> list[Stamped]:
    """Return the words of a file of timings with the starts that it states.

    Raises:
        SourceError: if it cannot be read or holds no timings.
    """
    from briefing.sources.opening import find
    from briefing.text.folding import fold
    from briefing.text.words import split_words

    opening = find(name, _NoRecordings(), sys.stdin.buffer)
    words: list[Stamped] = []
    for line in _lines(opening):
        for piece in line.pieces:
            start = piece.start_s if piece.has_stamp else None
            for first, stop in split_words(piece.text, 0, len(piece.text)):
                folded = fold(piece.text[first:stop]).text
                key = "".join(char for char in folded if char.isalnum()) or folded
                words.append(Stamped(key, start))
                start = None
    if not words:
        raise SourceError(
            f"{opening.called} holds no timings.",
            "`briefing formats` lists the formats that hold word or cue times.",
        )
    return words


class _NoRecordings:
    """Stands where tags of recordings would be read: they are no timings to compare."""

    def probe(self, path: Path) -> MediaInfo:
        raise SourceError(f"{path.name} is a recording.", "Give a file of timings.")

    tags = probe

    def survey(self, path: Path, _ends: Mapping[str, float | None]) -> dict[str, SoundFile]:
        raise SourceError(f"{path.name} is a book.", "Give a file of timings.")


def _lines(opening: Opening) -> Sequence[TimedLine]:
    from briefing.formats.registry import TIMED, surest

    row = surest(opening.head, TIMED)
    return row.read(opening).lines if row is not None else ()


def _apply(source: str, errors: Errors) -> None:
    """Keep an offset for the briefing that a source is."""
    from briefing.cli.wiring import account, sources
    from briefing.model import KeptPlace

    offset_ms = _offset_ms(errors)
    if _is_uneven(errors):
        raise UsageError(_UNEVEN, _ANEW)
    if abs(offset_ms) > MOST_OFFSET_MS:
        raise UsageError(f"An offset of {offset_ms} ms is more than the player takes.", _ANEW)
    document = sources.open_item(source, account.settings_for(source)).document
    store = account.open_store()
    try:
        place = store.place_of(document.id) or KeptPlace(document.id)
        if not store.keep_place(place._replace(sync_offset_ms=offset_ms)):
            raise StoreError(store.take_notice() or "Another program is writing.", "Try again in a moment.")
    finally:
        store.close()


def _ms(value: float) -> float:
    return round(value, 1)


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of sorted values, interpolated linearly."""
    at = (len(ordered) - 1) * share
    low = int(at)
    return ordered[low] + (ordered[min(low + 1, len(ordered) - 1)] - ordered[low]) * (at - low)


def _offset_ms(errors: Errors) -> int:
    """Return the setting that takes the bias away: words lit too late are lit so much earlier."""
    offset = -round(errors.bias or 0.0)
    return offset if abs(offset) >= _WORTH_MS else 0


def _is_uneven(errors: Errors) -> bool:
    return (errors.spread or 0.0) > _UNEVEN_MS


def _as_json(errors: Errors) -> str:
    fields = {
        "n": errors.n,
        "missing": errors.missing,
        "median_ms": errors.median,
        "mean_ms": errors.mean,
        "p95_ms": errors.p95,
        "max_ms": errors.largest,
        "bias_ms": errors.bias,
        **{f"within_{limit}_ms_percent": share for limit, share in errors.within.items()},
        "sync_offset_ms": _offset_ms(errors),
    }
    return json.dumps(fields) + "\n"


def _as_table(errors: Errors, applied_to: str | None) -> str:
    rows = [
        ("starts compared", f"{errors.n}"),
        ("missing", f"{errors.missing}"),
        ("median error", f"{errors.median} ms"),
        ("mean error", f"{errors.mean} ms"),
        ("95 % are within", f"{errors.p95} ms"),
        ("largest error", f"{errors.largest} ms"),
        ("bias", f"{errors.bias:+} ms"),
        *((f"within {limit} ms", f"{share} %") for limit, share in errors.within.items()),
    ]
    lines = [f"{name:<16} {value}" for name, value in rows]
    lines.append(f"{_UNEVEN} {_ANEW}" if _is_uneven(errors) else _advice(_offset_ms(errors), applied_to))
    return "\n".join(lines) + "\n"


def _advice(offset: int, applied_to: str | None) -> str:
    """Return what to do about the bias, as a sentence or two."""
    if not offset:
        return "No offset is needed."
    bias = f"Words are {abs(offset)} ms {'late' if offset < 0 else 'early'}."
    if abs(offset) > MOST_OFFSET_MS:
        return f"{bias} That is more than an offset can mend. {_ANEW}"
    if applied_to is not None:
        return (
            f"{bias} From now on {applied_to} is lit {abs(offset)} ms {'earlier' if offset < 0 else 'later'}."
        )
    return f"{bias} Set it right with: briefing --sync-offset-ms={offset} BRIEFING, or --apply BRIEFING here."
