"""What the process that looks into a recording answers: what it found, or why it found nothing.

What comes over the pipe is trusted no more than the file, which may have taken its reader over: an answer
that holds anything else than a `MediaInfo` does is none.
"""

from __future__ import annotations

import base64
import json
import math
from typing import TYPE_CHECKING, Any

from briefing.errors import SourceError, UnsafeError
from briefing.ports.media import MediaInfo, TextTrack, TimedText
from briefing.processes.answers import checking, text_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.errors import BriefingError


def pack(found: MediaInfo) -> str:
    """Return what was found as it goes over the pipe."""
    cover = base64.b64encode(found.cover).decode() if found.cover else None
    return json.dumps({**found._asdict(), "cover": cover})


def pack_refusal(error: BriefingError) -> str:
    """Return why nothing was found as it goes over the pipe."""
    is_unsafe = isinstance(error, UnsafeError)
    return json.dumps({"error": error.message, "hint": error.hint, "is_unsafe": is_unsafe})


def unpack(data: bytes) -> MediaInfo:
    """Return what was found.

    Raises:
        SourceError, UnsafeError: if nothing was; it says why.
        ValueError: if it is no answer.
    """
    with checking():
        values = json.loads(data)
        if "error" not in values:
            return _info(values)
        refusal = unpack_refusal(values)
    raise refusal


def unpack_refusal(values: dict[str, Any]) -> BriefingError:
    """Return why nothing was found.

    Raises:
        LookupError, TypeError: if it is no answer.
    """
    message, hint = text_in(values["error"]), text_in(values["hint"])
    return (UnsafeError if values["is_unsafe"] is True else SourceError)(message, hint)


def _info(values: dict[str, Any]) -> MediaInfo:
    return MediaInfo(
        _seconds(values["duration_s"]),
        title=_text_or_none(values["title"]),
        artist=_text_or_none(values["artist"]),
        language=_text_or_none(values["language"]),
        published=_text_or_none(values["published"]),
        lyrics=_text_or_none(values["lyrics"]),
        comment=_text_or_none(values["comment"]),
        words=tuple(map(_timed, values["words"])),
        chapters=tuple(map(_timed, values["chapters"])),
        cover=base64.b64decode(values["cover"]) if values["cover"] else None,
        tracks=tuple(map(_track, values["tracks"])),
    )


def _timed(entry: Sequence[Any]) -> TimedText:
    text, start_s, stop_s = entry
    return TimedText(text_in(text), _seconds(start_s), None if stop_s is None else _seconds(stop_s))


def _track(entry: Sequence[Any]) -> TextTrack:
    text, suffix, language, *uses = entry
    return TextTrack(text_in(text), text_in(suffix), text_in(language), *(use is True for use in uses))


def _text_or_none(value: object) -> str | None:
    return None if value is None else text_in(value)


def _seconds(value: Any) -> float:
    seconds = float(value)
    if not math.isfinite(seconds):
        raise ValueError("No time is without end.")
    return seconds
