"""What a sound file's tags say (mutagen). Runs in the probe's process only, see `probe`.

Every family of tags names the same things differently; the tables below say how. Whatever
mutagen raises on damaged or hostile tags (it is much more than its own errors) means that
the file has no tags. Nothing here has been through `safe_text`; lengths are limited.
"""

from __future__ import annotations

import base64
import math
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import mutagen
from mutagen._vorbis import VCommentDict
from mutagen.flac import Picture
from mutagen.id3 import ID3
from mutagen.mp4 import MP4Tags

from briefing.audio.media import packed_tags, raw_tags
from briefing.ports.media import MediaInfo, TimedText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

FIELD_CHARS: Final = 10_000
LYRICS_CHARS: Final = 20_000_000
ENTRIES: Final = 500_000
COVER_BYTES: Final = 10_000_000
LONGEST_S: Final = 7 * 24 * 3600
MILLISECONDS: Final = 1000
SYLT_MILLISECONDS: Final = 2
"""The time stamp format of a SYLT frame that counts milliseconds and not MPEG frames (ID3v2.4, 4.9)."""
SYLT_LYRICS: Final = (1, 2)
"""Content types of SYLT that are the words: lyrics, and a transcription."""

_ID3: Final = {
    "title": "TIT2",
    "artist": "TPE1",
    "language": "TLAN",
    "published": "TDRC",
    "lyrics": "USLT",
    "comment": "COMM",
}
_MP4: Final = {
    "title": "\xa9nam",
    "artist": "\xa9ART",
    "language": "----:com.apple.iTunes:LANGUAGE",
    "published": "\xa9day",
    "lyrics": "\xa9lyr",
    "comment": "\xa9cmt",
}
_OTHERS: Final = {
    "title": ("title",),
    "artist": ("artist", "author"),
    "language": ("language", "wm/language"),
    "published": ("date", "year", "wm/year"),
    "lyrics": ("lyrics", "unsyncedlyrics", "wm/lyrics"),
    "comment": ("comment", "description"),
}
"""Vorbis comments, APEv2 and ASF, by names in lower case."""
_UNTIMED: Final[tuple[TimedText, ...]] = ()


T = TypeVar("T")


def read_tags(file: BinaryIO, duration_s: float) -> MediaInfo:
    """Return what the tags of a sound file say, nothing if it has none that can be read.

    Args:
        file: the sound file; it is left anywhere.
        duration_s: what its decoder measured.
    """
    with packed_tags.bounded():
        found = _known_tags(file)
    for read in (raw_tags.riff_texts, raw_tags.ape_texts):  # for what is not known yet
        told = _texts(_attempt(partial(read, file), {}))
        found |= {name: text for name, text in told.items() if found.get(name) is None}
    return MediaInfo(duration_s, **found)


def _known_tags(file: BinaryIO) -> dict[str, Any]:
    """Return the fields of `MediaInfo` that mutagen finds."""
    found = _attempt(lambda: mutagen.File(file), None)
    if found is None:
        return {}
    if _has_replacements(found.tags):
        found = _attempt(lambda: _reread(file), None) or found
    raw = found.tags
    if isinstance(raw, ID3):
        return _read_id3(raw)
    if isinstance(raw, MP4Tags):
        return _read_mp4(raw, getattr(found, "chapters", None) or ())
    return {} if raw is None else _read_others(raw, getattr(found, "pictures", ()))


def _has_replacements(raw: Any) -> bool:
    """Return whether a Vorbis comment holds what was no UTF-8."""
    return isinstance(raw, VCommentDict) and "\ufffd" in str(list(map(str, list.__iter__(raw))))


def _reread(file: BinaryIO) -> Any:
    file.seek(0)
    with raw_tags.vorbis_bytes_kept():
        return mutagen.File(file)


def _attempt(read: Callable[[], T], otherwise: T) -> T:
    try:
        return read()
    except Exception:  # noqa: BLE001  # mutated files made mutagen raise two dozen kinds
        return otherwise


def _text(value: Any, limit: int = FIELD_CHARS) -> str | None:
    """Return a tag's value, of whatever type, as text; None if it is empty."""
    if isinstance(value, (list, tuple)):
        value = next(iter(value), None)
    if value is None:
        return None
    # Bytes that are no UTF-8 are kept as they are (PEP 383): who reads the text guesses what they were.
    text = value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value)
    return text[:limit].strip("\0 \t\r\n") or None


def _seconds(value: Any) -> float | None:
    """Return a time in seconds, None if it cannot be one."""
    seconds = float(value)
    return seconds if math.isfinite(seconds) and 0 <= seconds <= LONGEST_S else None


def _timed(entries: Iterable[tuple[str | None, Any, Any]]) -> tuple[TimedText, ...]:
    """Return (text, start, stop) as timed text, sorted, without what has no possible time."""
    timed: list[TimedText] = []
    for text, start, stop in entries:
        start_s = _seconds(start)
        stop_s = None if stop is None else _seconds(stop)
        if start_s is not None and len(timed) < ENTRIES:
            timed.append(TimedText(text or "", start_s, stop_s if stop_s and stop_s > start_s else None))
    return tuple(sorted(timed, key=lambda entry: entry.start_s))


def _limit_of(name: str) -> int:
    return LYRICS_CHARS if name == "lyrics" else FIELD_CHARS


def _texts(values: dict[str, Any]) -> dict[str, str | None]:
    """Return the texts among values that are called as in `_OTHERS`."""
    texts: dict[str, str | None] = {}
    for name, keys in _OTHERS.items():
        value = next((values[key] for key in keys if key in values), None)
        texts[name] = _attempt(partial(_text, value, _limit_of(name)), None)
    return texts


def _read_id3(raw: Any) -> dict[str, Any]:
    def text_of(name: str, frame: str) -> str | None:
        frames = raw.getall(frame)
        return _text(frames[0].text, _limit_of(name)) if frames else None

    return {
        **{name: _attempt(partial(text_of, name, frame), None) for name, frame in _ID3.items()},
        "words": _attempt(lambda: _id3_words(raw), _UNTIMED),
        "chapters": _attempt(lambda: _timed(_id3_chapters(raw)), _UNTIMED),
        "cover": _attempt(lambda: _cover(raw.getall("APIC")[0].data), None),
    }


def _id3_words(raw: Any) -> tuple[TimedText, ...]:
    for frame in raw.getall("SYLT"):
        if int(frame.format) == SYLT_MILLISECONDS and int(frame.type) in SYLT_LYRICS:
            return _timed((str(text), at_ms / MILLISECONDS, None) for text, at_ms in frame.text)
    return ()


def _id3_chapters(raw: Any) -> Iterable[tuple[str | None, Any, Any]]:
    """Yield the CHAP frames that a table of contents holds; without any table, all of them.

    What no CTOC names is no chapter for the listener (ID3v2 Chapter Frame Addendum 1.0, 3.2).
    """
    tables = raw.getall("CTOC")
    held = {child for table in tables for child in table.child_element_ids}
    for frame in raw.getall("CHAP"):
        if tables and frame.element_id not in held:
            continue
        titles = frame.sub_frames.getall("TIT2")
        title = _text(titles[0].text) if titles else None
        yield title, frame.start_time / MILLISECONDS, frame.end_time / MILLISECONDS


def _read_mp4(raw: Any, chapters: Iterable[Any]) -> dict[str, Any]:
    failed: dict[str, str] = _attempt(lambda: raw_tags.mp4_texts(raw), {})

    def text_of(name: str, atom: str) -> str | None:
        text = _attempt(lambda: _text(raw.get(atom), _limit_of(name)), None)
        return text or _text(failed.get(atom), _limit_of(name))

    return {
        **{name: text_of(name, atom) for name, atom in _MP4.items()},
        "chapters": _attempt(lambda: _timed((_text(c.title), c.start, None) for c in chapters), _UNTIMED),
        "cover": _attempt(lambda: _cover(bytes(raw["covr"][0])), None),
    }


def _read_others(raw: Any, pictures: Any) -> dict[str, Any]:
    values: dict[str, Any] = _attempt(lambda: {str(key).lower(): raw[key] for key in list(raw.keys())}, {})
    return {
        **_texts(values),
        "chapters": _attempt(lambda: _timed(_vorbis_chapters(values)), _UNTIMED),
        "cover": _attempt(lambda: _cover(_picture(values, pictures)), None),
    }


def _vorbis_chapters(values: dict[str, Any]) -> Iterable[tuple[str | None, Any, Any]]:
    """CHAPTER001=00:01:12.500 with its title in CHAPTER001NAME, as ogmtools began it."""
    for key in sorted(values):
        if re.fullmatch(r"chapter\d+", key):
            clock = re.fullmatch(r"(\d+):(\d+):(\d+(?:\.\d+)?)", _text(values[key]) or "")
            if clock:
                hours, minutes, seconds = map(float, clock.groups())
                yield _text(values.get(f"{key}name")), (hours * 60 + minutes) * 60 + seconds, None


def _picture(values: dict[str, Any], pictures: Any) -> bytes:
    if pictures:
        return bytes(pictures[0].data)
    block = _text(values["metadata_block_picture"], COVER_BYTES * 2) or ""
    return bytes(Picture(base64.b64decode(block)).data)  # type: ignore[no-untyped-call]


def _cover(data: bytes) -> bytes | None:
    return data if 0 < len(data) <= COVER_BYTES else None
