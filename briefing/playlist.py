"""The recording of a book: parts of sound files that are heard one after another, and when each text is.

Theory of operation: a book names *clips*, in the order in which they are heard. What of them is there is
laid end to end on one clock (`laid_out`). Clips that touch in one file are one *segment*, so that nothing
is cut where nothing is to be cut. A clip that names text makes a `HeardText` of it. A timeline needs those in
the order of the text and of time alike, so the most text that is in order is `heard`. The rest is `aside`,
heard as the book wants and not lit: a note where it is referred to, a sentence that is said again, the
number of a printed page.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import accumulate
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.clips import Clip

LONGEST_S: Final = 7 * 24 * 3600.0
"""No recording is longer; what a book has beyond that is left out."""
THINNEST_BYTES_S: Final = 250
"""So few bytes a second takes speech at its thinnest: a clip that ends later than that allows is measured."""
_TOUCHING_S: Final = 0.0015
"""Clips so close to each other touch: books round to milliseconds."""


class SoundFile(NamedTuple):
    """What is known of a sound file of a book."""

    size_bytes: int
    mark: str = ""
    """What tells it from another one of its name."""
    length_s: float | None = None
    """None where nobody has measured it."""


class SoundRun(NamedTuple):
    """A part of a sound file that is heard in one piece."""

    file: int
    """Which of the playlist's files."""
    begin_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        """How long it is heard."""
        return self.end_s - self.begin_s


class HeardText(NamedTuple):
    """A part of the text, and when it is heard in the playlist: it begins and ends with a clip."""

    start: int
    stop: int
    start_s: float
    stop_s: float
    says: str = ""
    """What is said where that does not stand in the text: the number of a printed page."""


class Playlist(NamedTuple):
    """The recording of a book."""

    path: Path
    """The zip that its files are in, or the folder."""
    files: tuple[str, ...]
    segments: tuple[SoundRun, ...]
    heard: tuple[HeardText, ...] = ()
    """Sorted and disjoint, in the text and in time alike."""
    aside: tuple[HeardText, ...] = ()
    """What else is heard, sorted and disjoint in time."""
    missing: tuple[tuple[int, int], ...] = ()
    """From where to where text goes that is to be heard and has no sound, or whose sound is not there.

    Sorted and disjoint.
    """
    mark: str = ""
    """What tells it from any other sound."""

    @property
    def length_s(self) -> float:
        """How long it is."""
        return sum(segment.length_s for segment in self.segments)

    def packed(self) -> dict[str, Any]:
        """Return where its sound is, as it goes to a process in JSON; `unpacked` reads it."""
        return {"path": str(self.path.absolute()), "files": self.files, "segments": self.segments}

    def starts(self, rate_hz: int) -> list[int]:
        """Return the frame at which each segment begins, and last the one at which all ends.

        Each is rounded by itself, so that a place is the same at every rate, however many come before it.
        """
        lengths = (segment.length_s for segment in self.segments)
        return [round(at_s * rate_hz) for at_s in accumulate(lengths, initial=0.0)]


Recorded = Path | Playlist
"""A recording: a sound file, or what a book has."""


def unpacked(packed: Mapping[str, Any]) -> Playlist:
    """Return the playlist that `Playlist.packed` told, without its text."""
    segments = (SoundRun(file, begin_s, end_s) for file, begin_s, end_s in packed["segments"])
    return Playlist(Path(packed["path"]), tuple(packed["files"]), tuple(segments))


class Laid(NamedTuple):
    """A playlist, and the names of the files whose sound is not in it."""

    playlist: Playlist
    missing: tuple[str, ...]


def ends(clips: Iterable[Clip]) -> dict[str, float | None]:
    """Return the files that clips name, in order, and where in each the last clip ends; None for its end."""
    found: dict[str, float | None] = {}
    for clip in filter(attrgetter("file"), clips):
        known = found.get(clip.file, 0.0)
        found[clip.file] = None if known is None or clip.end_s is None else max(known, clip.end_s)
    return found


def needs_measuring(size_bytes: int, end_s: float | None) -> bool:
    """Return whether a file's length has to be known: a clip ends with it, or later than may be true."""
    return end_s is None or end_s > 1 + size_bytes / THINNEST_BYTES_S


def laid_out(path: Path, clips: Sequence[Clip], files: Mapping[str, SoundFile]) -> Laid:
    """Return clips as one recording; those whose file is not there, or that hold nothing, are left out.

    Args:
        path: the zip that the files are in, or the folder.
        clips: in the order in which they are heard.
        files: what is known of the files that are there, with the length of each that `needs_measuring`.
    """
    names = {name: number for number, name in enumerate(files)}
    segments: list[SoundRun] = []
    heard: list[HeardText] = []
    at_s = 0.0
    for clip, end_s in _there(clips, files):
        if at_s + end_s - clip.begin_s > LONGEST_S:
            break
        piece = SoundRun(names[clip.file], clip.begin_s, end_s)
        last = segments[-1] if segments else None
        if last is not None and last.file == piece.file and abs(last.end_s - clip.begin_s) <= _TOUCHING_S:
            piece = SoundRun(piece.file, last.end_s, max(end_s, last.end_s))
            segments[-1] = last._replace(end_s=piece.end_s)
        else:
            segments.append(piece)
        stop_s = at_s + piece.length_s
        if clip.goes_on and heard and heard[-1][:2] == (clip.start, clip.stop) and heard[-1].stop_s == at_s:
            heard[-1] = heard[-1]._replace(stop_s=stop_s)
        elif clip.stop > clip.start or clip.says:
            heard.append(HeardText(clip.start, clip.stop, at_s, stop_s, clip.says))
        at_s = stop_s
    missing = tuple(dict.fromkeys(clip.file for clip in clips if clip.file and clip.file not in files))
    in_order = tuple(_in_order([each for each in heard if not each.says]))
    lit = {each.start_s for each in in_order}
    aside = tuple(each for each in heard if each.start_s not in lit)
    unheard = sorted(
        (clip.start, clip.stop)
        for clip in clips
        if clip.file not in files and clip.stop > clip.start and not clip.is_skippable
    )
    gaps = tuple(_joined(unheard, in_order))
    playlist = Playlist(path, tuple(files), tuple(segments), in_order, aside, gaps)
    return Laid(playlist._replace(mark=_mark(playlist, files)), missing)


def _there(clips: Iterable[Clip], files: Mapping[str, SoundFile]) -> Iterator[tuple[Clip, float]]:
    """Yield the clips that can be heard, each with its end."""
    for clip in clips:
        file = files.get(clip.file)
        if file is None:
            continue
        end_s = min(
            LONGEST_S if clip.end_s is None else clip.end_s,
            LONGEST_S if file.length_s is None else file.length_s,
        )
        if 0 <= clip.begin_s < end_s < LONGEST_S:
            yield clip, end_s


def _in_order(heard: Sequence[HeardText]) -> Iterator[HeardText]:
    """Yield as many as can be of those that follow one another in the text, too.

    The longest increasing run by where they start (M. Fredman, 1975); where two overlap, the first is cut.
    Of those that start at the same place it has the first one.
    """
    tails: list[int] = []
    starts: list[int] = []
    before = [-1] * len(heard)
    for number, each in enumerate(heard):
        place = bisect_left(starts, each.start)
        if starts[place : place + 1] == [each.start]:
            continue
        before[number] = tails[place - 1] if place else -1
        tails[place : place + 1] = [number]
        starts[place : place + 1] = [each.start]
    run = []
    number = tails[-1] if tails else -1
    while number >= 0:
        run.append(heard[number])
        number = before[number]
    run.reverse()
    stops = [*(each.start for each in run[1:]), math.inf]
    for each, next_start in zip(run, stops, strict=False):
        yield each._replace(stop=int(min(each.stop, next_start)))


def _joined(unheard: Iterable[tuple[int, int]], heard: Sequence[HeardText]) -> Iterator[tuple[int, int]]:
    """Yield texts that are not heard, as one where nothing is heard between; none that is heard in part."""
    starts = [each.start for each in heard]
    before: tuple[int, int] | None = None
    place = -1
    for start, stop in unheard:
        number = bisect_left(starts, stop)
        if number and heard[number - 1].stop > start:
            continue
        if before is not None and number == place:
            before = (before[0], max(before[1], stop))
            continue
        if before is not None:
            yield before
        before, place = (start, stop), number
    if before is not None:
        yield before


def _mark(playlist: Playlist, files: Mapping[str, SoundFile]) -> str:
    """Return what tells a playlist from any other: a sum of its files' marks and of how they are cut."""
    digest = sha256()
    for file in files.values():
        digest.update(f"{file.mark};".encode())
    for segment in playlist.segments:
        digest.update(f"{segment.file},{segment.begin_s:.4f},{segment.end_s:.4f};".encode())
    return digest.hexdigest()
