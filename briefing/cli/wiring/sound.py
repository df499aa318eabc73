"""What is heard: the sound device with an engine on it, and recordings to play."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.audio.media.recording import RecordingSource
    from briefing.playlist import Recorded
    from briefing.ports.network import Arriving
    from briefing.ports.sound import AudioSink, FrameSource


def make_engine(sink: str) -> Callable[[], tuple[Engine, str | None]]:
    """Return what opens `sink` (default, null, or a WAV's path) and an engine on it.

    Raises:
        UsageError: if it is a file that cannot be written.
    """
    found = cache(lambda: find_sink(sink))
    if sink not in ("default", "null"):
        found()  # a file is refused before anything is shown; a device has time

    def open_engine() -> tuple[Engine, str | None]:
        from briefing.audio.engine import Engine

        opened = found()
        engine = Engine(time.monotonic, opened)
        engine.open()
        return engine, opened.take_notice() or None

    return open_engine


def find_sink(name: str) -> AudioSink:
    """Return where sound goes by this name; nothing is opened yet.

    Raises:
        UsageError: if it names nothing, or no file that can be written.
    """
    from briefing.audio.sinks.opening import open_sink

    return open_sink(name)


def open_recording(recording: Recorded, tell: Callable[[str], None]) -> FrameSource:
    """Open a recording for playing. `tell` is told, from any thread, what of a playlist cannot be heard.

    Raises:
        AudioError: if it cannot be decoded.
    """
    from briefing.audio.media.recording import RecordingSource

    return RecordingSource(recording, tell=tell)


def import_player() -> None:
    """Import what plays a recording while it arrives, before that is needed."""
    from briefing.align import length_fit
    from briefing.audio import engine
    from briefing.audio.media import recording
    from briefing.session.narrators import arriving

    _ = length_fit, engine, recording, arriving


def open_arriving(arriving: Arriving, declared_s: float | None) -> RecordingSource:
    """Open a recording that is still arriving, for playing.

    Raises:
        AudioError, SourceError: if it cannot be decoded.
        LostError: if its beginning does not arrive.
    """
    from briefing.audio.media.recording import RecordingSource

    return RecordingSource(arriving.path, arriving, declared_s)
