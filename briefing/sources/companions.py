"""What lies beside a source: its recording, its text, its timings.

Rules:
1. Files of one stem in one folder belong together, from whichever side one is opened.
2. A text may name a recording or a picture only in its own folder or below, as a regular
   file that no symbolic link leads to; everything else is not opened.
3. What came from standard input names no file at all.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PureWindowsPath
from typing import Final

from briefing.sources.opening import AUDIO_LIMIT_BYTES, AUDIO_SUFFIXES, TEXT_LIMIT_BYTES, TIMING_SUFFIXES

TEXT_SUFFIXES: Final = (".md", ".markdown", ".txt", ".text")
_LONGEST_NAME: Final = 1024


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


def is_address(name: str) -> bool:
    """Return whether a text names something on the network; `file:` and the like do not count."""
    return name.lower().startswith(("http://", "https://"))


def audio_beside(path: Path | None) -> Path | None:
    """Return the recording of the same stem."""
    return _same_stem(path, AUDIO_SUFFIXES, AUDIO_LIMIT_BYTES)


def text_beside(path: Path | None) -> Path | None:
    """Return the text of the same stem."""
    return _same_stem(path, TEXT_SUFFIXES, TEXT_LIMIT_BYTES)


def timings_beside(path: Path | None) -> Path | None:
    """Return the timed text of the same stem."""
    return _same_stem(path, TIMING_SUFFIXES, TEXT_LIMIT_BYTES)


def _same_stem(path: Path | None, suffixes: tuple[str, ...], limit_bytes: int) -> Path | None:
    if path is None:
        return None
    candidates = (
        named_beside(path, path.stem + suffix, limit_bytes) for suffix in suffixes if suffix != path.suffix
    )
    return next((found for found in candidates if found is not None), None)
