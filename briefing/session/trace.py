"""Events as lines of JSON, for programs that watch: `--trace FILE`.

Every line has `t_s`, the monotonic time at which the face was told, and `event`. The other
fields are the event's own; offsets count code points of the `text` of `show --json`. What is said
names keys as the face does that says it: word for word what is heard, or read on the screen.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from briefing.events import (
    Announced,
    CommandRun,
    CueChanged,
    DocumentArrived,
    DocumentOpened,
    Ended,
    Failed,
    Focused,
    KeyPressed,
    Leaving,
    LettersTyped,
    LibraryChanged,
    OptionsCame,
    PictureArrived,
    PlaceMoved,
    PlaceStored,
    PointMoved,
    Refused,
    Said,
    SentenceChanged,
    StateChanged,
    TagsArrived,
    TextWritten,
    TimelineChanged,
    Underrun,
    ViewChanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.events import Event
    from briefing.ports.clock import Clock


def fields_of(event: Event, text: str, told: Callable[[str], str]) -> dict[str, object] | None:  # noqa: C901, PLR0911, PLR0912 - one table
    """Return what a trace line tells of `event`; None for events that only concern the screen.

    `told` puts the user's keys into a sentence.
    """
    match event:
        case StateChanged(state, voice, speed):
            return {"event": "state", "state": state, "voice": voice, "speed": speed}
        case CueChanged(word, media_s, heard_at_s, level, _):
            return {
                "event": "cue",
                "word": word.of(text),
                "start": word.start,
                "stop": word.stop,
                "media_s": round(media_s, 4),
                "heard_at_s": round(heard_at_s, 4),
                "level": level,
            }
        case SentenceChanged(span):
            return {"event": "sentence", "start": span.start, "stop": span.stop}
        case CommandRun(id_):
            return {"event": "command", "id": id_}
        case Announced(said) | Focused(said, _) | TextWritten(said):
            return {"event": "announce", "text": told(said).rstrip()}
        case LettersTyped(letters):
            return {"event": "typed", "text": letters}
        case Said(said, priority, heard_at_s, cut_at_s):
            return {
                "event": "say",
                "text": said,
                "priority": priority,
                "heard_at_s": None if heard_at_s is None else round(heard_at_s, 4),
                "cut_at_s": None if cut_at_s is None else round(cut_at_s, 4),
            }
        case PlaceStored(offset, media_s):
            return {"event": "place", "offset": offset, "media_s": round(media_s, 4)}
        case Underrun(frames):
            return {"event": "underrun", "frames": frames}
        case Failed(message) | Refused(message):
            return {"event": "failed", "message": message}
        case DocumentOpened(title, number):
            return {"event": "document", "title": title, "number": number}
        case Ended():
            return {"event": "ended"}
        case PointMoved(span):
            return {"event": "point", "start": span.start, "stop": span.stop}
        case PlaceMoved() | ViewChanged() | TimelineChanged() | KeyPressed() | Leaving():
            return None
        case DocumentArrived() | TagsArrived() | PictureArrived() | LibraryChanged() | OptionsCame():
            return None


def tracer(
    stream: IO[str],
    clock: Clock,
    text: str,
    on_failure: Callable[[str], None],
    told: Callable[[str], str],
) -> Callable[[Event], None]:
    """Return a listener that writes each event to `stream` and flushes it at once.

    Where the disk is full, `on_failure` is told so once, and nothing more is written.
    """
    is_over = False

    def write(event: Event) -> None:
        nonlocal is_over
        fields = None if is_over else fields_of(event, text, told)
        if fields is None:
            return
        try:
            stream.write(json.dumps({"t_s": round(clock(), 4), **fields}, ensure_ascii=False) + "\n")
            stream.flush()
        except OSError as error:
            is_over = True
            on_failure(f"The trace ends here. It cannot be written: {error.strerror}.")

    return write
