"""What lies beside a source: its recording, its texts, its timings.

Rules:
1. Files of one stem in one folder belong together, from whichever side one is opened, in
   whatever case they are written. `naming` tells the stem and the language of a text's name. A folder
   `Subs` beside a recording holds its texts, too, by its stem, or, if it is the only one, by language alone.
2. A text may name a recording or a picture only in its own folder or below, as a regular
   file that no symbolic link leads to; everything else is not opened.
3. What came from standard input names no file at all.
4. Of texts in several languages the one that was asked for comes first, then the text's own
   (not marked, or marked as the original), then the user's.
"""

from __future__ import annotations

import os
import stat
from itertools import islice
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.registry import TIMING_SUFFIXES
from briefing.formats.suffixes import AUDIO_SUFFIXES, PAGE_SUFFIXES, TEXT_SUFFIXES
from briefing.safe import safe_line
from briefing.sources.address import is_address
from briefing.sources.naming import (
    Marks,
    key_of,
    language_alone,
    readings,
    readings_beside,
    suffix_of,
)
from briefing.text.language import same_language, same_script

if TYPE_CHECKING:
    from collections.abc import Iterator

AUDIO_LIMIT_BYTES: Final = 4 * 1024**3
TEXT_LIMIT_BYTES: Final = 20 * 1024 * 1024
_LONGEST_NAME: Final = 1024
_MOST_NAMES: Final = 100_000
"""A folder of more is not looked through to its end."""
_ALL_TEXTS: Final = (*TEXT_SUFFIXES, *TIMING_SUFFIXES, *PAGE_SUFFIXES)
_IN_FOLDERS: Final = frozenset((".md", ".markdown", ".txt", *AUDIO_SUFFIXES, ".vtt", ".srt"))
"""What counts as a briefing in a folder."""
_TEXT_FOLDERS: Final = frozenset({"subs", "subtitles", "captions", "transcripts"})
"""What folders of texts that lie beside recordings are called, in lower case."""
_ABOUT_FOLDERS: Final = frozenset({"README", "LICENSE", "COPYING", "NOTICE", "SOURCES", "CHANGELOG"})


_Place = tuple[bool, int, str, bool, int]
"""What texts are sorted by: whole ones first, then by language, copies and the like last, then by kind."""


class Wanted(NamedTuple):
    """What is wanted of a source: the language where texts come in several, as BCP 47 tags; what to skip."""

    language: str = ""
    """What was asked for; empty for nothing."""
    spoken: tuple[str, ...] = ()
    """The user's own, best first."""
    skips_marked: bool = False
    """Whether what a book marks to be skipped is passed over in its recording."""


UNWANTED: Final = Wanted()
"""Where nobody said anything."""


class Companion(NamedTuple):
    """A text that belongs to a recording."""

    path: Path
    marks: Marks

    @property
    def language(self) -> str:
        """What its name says of its language; empty if nothing."""
        return self.marks.language

    @property
    def is_timed(self) -> bool:
        """Whether its name is that of a text with times."""
        return suffix_of(self.path.name) in TIMING_SUFFIXES

    def place(self, wanted: Wanted) -> _Place:
        """Return its place among others: the lower, the sooner it is taken."""
        kind = _kind_place(self.path.name)
        marks = self.marks
        return (marks.is_partial, language_place(marks, wanted), marks.language, marks.is_variant, kind)


def language_place(marks: Marks, wanted: Wanted) -> int:
    """Return a text's place by its language among others of the same briefing, see rule 4."""
    language = marks.language
    ranks = (
        bool(wanted.language) and language.lower() == wanted.language.lower(),
        same_script(language, wanted.language),
        same_language(language, wanted.language),
        not language,
        marks.is_original,
        *(language == tag for tag in wanted.spoken),
        *(same_script(language, tag) for tag in wanted.spoken),
        *(same_language(language, tag) for tag in wanted.spoken),
        same_language(language, "en"),
    )
    return next((place for place, applies in enumerate(ranks) if applies), len(ranks))


def _kind_place(name: str) -> int:
    suffix = suffix_of(name)
    return _ALL_TEXTS.index(suffix) if suffix in _ALL_TEXTS else len(_ALL_TEXTS)


def named_beside(path: Path | None, name: str, limit_bytes: int = AUDIO_LIMIT_BYTES) -> Path | None:
    """Return the file that a text at `path` names, None where it may not or there is none."""
    if path is None or not name or len(name) > _LONGEST_NAME or "\x00" in name or is_address(name):
        return None
    # A name with a drive or a backslash would leave the folder on one system and not on another.
    if PureWindowsPath(name).drive or "\\" in name or name.startswith(("/", "~")) or ".." in Path(name).parts:
        return None
    folder = Path(os.path.realpath(path.parent))
    candidate = folder / name
    try:
        if Path(os.path.realpath(candidate)) != candidate:
            return None  # a symbolic link, somewhere on the way
        found = candidate.lstat()
    except (OSError, ValueError):
        return None
    return candidate if stat.S_ISREG(found.st_mode) and 0 < found.st_size <= limit_bytes else None


def placed(path: Path) -> Path:
    """Return the path of a file by its folder's own name, whatever way leads there: what paths compare by."""
    return Path(os.path.realpath(path.parent), path.name)


def why_not_text(path: Path) -> str | None:
    """Return in a sentence why a file that is named like a text is not read as one; None if it may be.

    Empty for what nobody takes for a text, a folder or a device, and for what is gone.
    """
    called = safe_line(path.name, 60)
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return ""
    if stat.S_ISLNK(found.st_mode):
        return f"{called} is a link to another place, which is followed only when you open it yourself."
    if not stat.S_ISREG(found.st_mode):
        return ""
    if not found.st_size:
        return f"{called} is empty."
    if found.st_size > TEXT_LIMIT_BYTES:
        return f"{called} is larger than {TEXT_LIMIT_BYTES >> 20} megabytes, which no transcript is."
    return None


class Beside:
    """The files in the folder of a source, listed once."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._names = [] if path is None else _names_in(path.parent)
        self._stems = [
            (name, name.rpartition(".")[0]) for name in self._names if suffix_of(name) in AUDIO_SUFFIXES
        ]
        """The recordings, and what they are called without their suffix."""

    def recording(self) -> Path | None:
        """Return the recording that the text at the path belongs to."""
        if self._path is None:
            return None
        owner = self._owner(self._path.name)
        if owner is None:
            return None
        found = [name for name, stem in self._stems if stem == owner]
        found.sort(key=lambda name: AUDIO_SUFFIXES.index(suffix_of(name)))
        paths = (named_beside(self._path, name) for name in found)
        return next((path for path in paths if path is not None), None)

    def texts(self, wanted: Wanted) -> list[Companion]:
        """Return the texts that belong to the recording at the path, or lie with the text at it.

        The one to show comes first. That of the path itself is among them.
        """
        path = self._path
        if path is None:
            return []
        if suffix_of(path.name) in AUDIO_SUFFIXES:
            stem: str | None = path.name.rpartition(".")[0]
        else:
            stem = self._owner(path.name)
        found = []
        for name in self._names:
            if suffix_of(name) not in _ALL_TEXTS:
                continue
            marks = self._marks(name, stem) if stem is not None else _marks_among(name, path.name)
            if marks is not None:
                found.append(Companion(placed(path).with_name(name), marks))
        if suffix_of(path.name) in AUDIO_SUFFIXES:
            found += self._below(path)
        return sorted(found, key=lambda text: (text.place(wanted), text.path.name))

    def _below(self, path: Path) -> Iterator[Companion]:
        """Yield the texts of the recording at a path that lie in folders of texts beside it."""
        stem = path.name.rpartition(".")[0]
        for folder in self._names:
            below = placed(path).with_name(folder)
            if folder.lower() not in _TEXT_FOLDERS or below.is_symlink():
                continue
            for name in _names_in(below):
                marks = self._marks(name, stem)
                if marks is None and len(self._stems) == 1:
                    marks = language_alone(name)
                if marks is not None and suffix_of(name) in _ALL_TEXTS:
                    yield Companion(below / name, marks)

    def _owner(self, name: str) -> str | None:
        """Return the stem of the recording that a text belongs to: spelt alike, else in another case."""
        spelt = {stem for _, stem in self._stems}
        found = [stem for stem, _ in readings_beside(name)]
        exact = next((stem for stem in found if stem in spelt), None)
        if exact is not None:
            return exact
        by_key = {key_of(stem): stem for stem in sorted(spelt, reverse=True)}
        return next((by_key[key_of(stem)] for stem in found if key_of(stem) in by_key), None)

    def _marks(self, name: str, owner: str) -> Marks | None:
        """Return the marks of a text that belongs to the recording with this stem; else None."""
        key = key_of(owner)
        found = next((marks for stem, marks in readings_beside(name) if key_of(stem) == key), None)
        # Asked last: it looks through all recordings, of which a folder may hold thousands.
        return found if found is not None and self._owner(name) in (owner, None) else None


def _names_in(folder: Path) -> list[str]:
    """Return the names of what lies in a folder, sorted; none if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, _MOST_NAMES))
    except OSError:
        return []


def _marks_among(name: str, ours: str) -> Marks | None:
    """Return the marks of a text that has the same stem as ours, where there is no recording."""
    stems = {key_of(stem) for stem, _ in readings(ours)}
    found = [marks for stem, marks in readings(name) if key_of(stem) in stems]
    return found[-1] if found else None


def briefings_in(folder: Path, wanted: Wanted) -> list[Path]:
    """Return the briefings of a folder, each as the one of its files to open, sorted by name.

    Files of one stem are one briefing: its text before its sound, and that before texts with
    times or in one of several languages, which are found beside the sound.

    Raises:
        OSError: if the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        names = [entry.name for entry in islice(entries, _MOST_NAMES) if _may_be_briefing(entry.name)]
    sounds = {key_of(name.rpartition(".")[0]) for name in names if suffix_of(name) in AUDIO_SUFFIXES}
    groups: dict[str, list[tuple[int, _Place, str]]] = {}
    for name in sorted(names):
        if suffix_of(name) in AUDIO_SUFFIXES:
            stem = key_of(name.rpartition(".")[0])
            turn, place = 1, (False, 0, "", False, AUDIO_SUFFIXES.index(suffix_of(name)))
        else:
            found = [(key_of(stem), marks) for stem, marks in readings(name)]
            beside = ((key_of(stem), marks) for stem, marks in readings_beside(name))
            stem, marks = next((each for each in beside if each[0] in sounds), found[-1])
            text = Companion(folder / name, marks)
            turn = 0 if not text.is_timed and marks == Marks() else 2
            place = text.place(wanted)
        groups.setdefault(stem, []).append((turn, place, name))
    return sorted(folder / min(group)[-1] for group in groups.values())


def _may_be_briefing(name: str) -> bool:
    is_about = name.rpartition(".")[0] in _ABOUT_FOLDERS
    return suffix_of(name) in _IN_FOLDERS and not is_about and name[0] != "."
