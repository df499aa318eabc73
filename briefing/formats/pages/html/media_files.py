"""Recordings at addresses: which address is one, and how good it is."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from briefing.formats.pages.html.origin import absolute

_SOUND: Final = frozenset(
    {"mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "wav", "flac", "wma", "mka", "aif", "aiff"}
)
_VIDEO: Final = frozenset({"mp4", "m4v", "webm", "ogv", "mov", "mpg", "mpeg", "3gp", "mkv"})
_STREAMS: Final = frozenset({"m3u8", "m3u", "mpd", "pls", "asx", "ism", "f4m", "ts"})
_LIVE: Final = re.compile(
    r"icecast|shoutcast|(?:^|[/._-])live(?:stream)?s?(?:[/._-]|$)|/;|radiostream", re.IGNORECASE
)
_MOUNTED: Final = re.compile(r"(?=[^/]*stream)[^/]*+/+(?:[^/\d]|\d{1,3}(?!\d)){1,60}", re.IGNORECASE)
"""Of a file at the root of a host that streams, called by no date and no number: a station."""
_STREAMED: Final = re.compile(r"stream|radio|:\d{4,5}/", re.IGNORECASE)
"""Of what is called like no file: what goes on without end."""
_ADVERTISED: Final = re.compile(
    r"doubleclick|googlesyndication|adserver|adswizz|(?:^|[/._-])(?:ads?|advert\w*|preroll|sponsor\w*|promo)(?:[/._-]|\d|$)",
    re.IGNORECASE,
)
_BIT_RATE: Final = re.compile(r"(\d{2,4})\s?k(?:b(?:it)?(?:ps|/s)?)?(?![a-z])", re.IGNORECASE)
_LINES: Final = re.compile(r"(?<![\dx])(\d{3,4})p(?![a-z0-9])", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"[_.-](hq|hi|high|hd|lo|lq|low|mobile|small|(\d{2,3})k?)(?=\.\w+$|$)", re.IGNORECASE
)
_NAMED_KBPS: Final = {
    "hq": 129, "hi": 129, "high": 129, "hd": 129, "lo": 31, "lq": 31, "low": 31, "mobile": 31, "small": 31,
}  # fmt: skip
_KILO: Final = 1000
_LONGEST: Final = 4000


class MediaFile(NamedTuple):
    """A recording at an address."""

    src: str
    kbps: int = 0
    """How good it is, as far as it is told: thousands of bits a second, or a video's lines; 0 if unknown."""
    is_video: bool = False
    length_s: float | None = None


def media_file(
    address: str, base: str, *, media_type: str = "", told: str = "", length_s: float | None = None
) -> MediaFile | None:
    """Return what is at an address if it is a recording that can be had whole; None otherwise.

    Args:
        address: As the page has it.
        base: What it is relative to; empty where that is not known.
        media_type: What the page says it is: "audio/mpeg", "MP3".
        told: What the page says of its quality: "128 kbps | MP3", "96000", "720p".
        length_s: How long it is said to be, in seconds.
    """
    address = address.strip()
    src = absolute(address, base) if len(address) <= _LONGEST else ""
    if not src:
        return None
    parts = urlsplit(src)
    if parts.scheme not in ("http", "https", ""):
        return None
    suffix = parts.path.rpartition(".")[2].lower() if "." in parts.path[-6:] else ""
    kind = media_type.lower()
    is_sound = suffix in _SOUND or (suffix not in _VIDEO and ("audio" in kind or kind in _SOUND))
    is_video = suffix in _VIDEO or (not is_sound and "video" in kind)
    where = parts.netloc + parts.path
    if suffix in _STREAMS or "mpegurl" in kind or "dash+xml" in kind or not (is_sound or is_video):
        return None
    is_endless = _LIVE.search(where) or _MOUNTED.fullmatch(where) or (not suffix and _STREAMED.search(where))
    if is_endless or _ADVERTISED.search(where):
        return None
    return MediaFile(src, _quality(told, parts.path), is_video and "audio" not in kind, length_s)


def is_media_address(address: str) -> bool:
    """Return whether an address is called as a recording is."""
    bare = address.partition("?")[0].partition("#")[0]
    return bare.rpartition(".")[2].lower() in _SOUND | _VIDEO


def best_of(files: list[MediaFile]) -> MediaFile:
    """Return the best of the qualities of a recording, with the length that any of them is said to have."""
    best = max(files, key=lambda file: (not file.is_video, file.kbps))
    length_s = best.length_s or next((file.length_s for file in files if file.length_s), None)
    return best._replace(length_s=length_s)


def _quality(told: str, path: str) -> int:
    told = told.strip()
    if told.isdigit() and len(told) < 10:
        return int(told) // _KILO if int(told) >= 8 * _KILO else int(told)
    for text in (told, path):
        if found := _BIT_RATE.search(text) or _LINES.search(text):
            return int(found[1])
    found = _NAMED.search(path)
    if found is None:
        return 0
    return int(found[2]) if found[2] else _NAMED_KBPS[found[1].lower()]
