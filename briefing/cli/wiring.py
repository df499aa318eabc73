"""How the parts are put together: settings, sources, voices, the sound device.

What is slow to import or to start is imported and started inside the functions here, when
a command first needs it.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from briefing.errors import AudioError
from briefing.model import VoiceKind

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from briefing.audio.engine import Engine
    from briefing.model import Document
    from briefing.ports import FrameSource, Narrator, WordTimer
    from briefing.settings import Loaded, Settings
    from briefing.sources import Item
    from briefing.store import Store


def load_settings(args: argparse.Namespace) -> Loaded:
    """Return the settings that file, environment and flags make.

    Raises:
        ConfigError: if one of them cannot be taken.
    """
    from briefing.folders import settings_path
    from briefing.settings import given_flags, load

    return load(settings_path(), os.environ, given_flags(args))


def open_store() -> Store:
    """Return the store of this account."""
    from briefing.folders import store_path
    from briefing.store import Store

    return Store(store_path())


def open_item(name: str, settings: Settings) -> Item:
    """Open a source.

    Raises:
        SourceError, UnsafeError: if it cannot be read as a briefing, or must not be.
    """
    from dataclasses import replace

    from briefing.sources import open_source

    item = open_source(name, reader=_MediaReader(), stdin=sys.stdin.buffer)
    if settings.language:
        item = replace(item, document=replace(item.document, language=settings.language))
    return item


class _MediaReader:
    """The reader of tags, imported when a file with tags is met."""

    def probe(self, path: Path):  # noqa: ANN202
        from briefing.audio.media import Probe

        return Probe().probe(path)


def make_engine(sink: str) -> Callable[[], tuple[Engine, str | None]]:
    """Return what opens `sink` (default, null, or a WAV's path) and an engine on it."""

    def open_engine() -> tuple[Engine, str | None]:
        from briefing.audio.engine import Engine
        from briefing.audio.sinks import open_sink

        engine = Engine(time.monotonic, open_sink(sink))
        try:
            engine.open()
        except AudioError as error:
            if sink != "default":
                raise
            engine = Engine(time.monotonic, open_sink("null"))
            engine.open()
            return engine, f"{error} The text moves on without sound."
        return engine, None

    return open_engine


def make_narrators(item: Item, settings: Settings, timer: WordTimer) -> dict[VoiceKind, Narrator]:
    """Return the voices that can read `item`."""
    from briefing.audio.pcm import ENGINE_RATE_HZ
    from briefing.session.recording import RecordingNarrator
    from briefing.session.silence import SilentNarrator

    narrators: dict[VoiceKind, Narrator] = {
        VoiceKind.SPEECH: _LateSpeech(settings),
        VoiceKind.NONE: SilentNarrator(ENGINE_RATE_HZ, settings.speech_wpm),
    }
    if item.media_path is not None:
        narrators[VoiceKind.RECORDING] = RecordingNarrator(item.media_path, _open_media, item.words, timer)
    return narrators


def _open_media(path: Path) -> FrameSource:
    from briefing.audio.media import open_media

    return open_media(path)


class _LateSpeech:
    """The speech narrator, imported when speech is first wanted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def narrate(self, document: Document, duration_s: float | None, on_timeline):  # noqa: ANN001, ANN202
        from briefing.speech import make_narrator

        return make_narrator(self._settings).narrate(document, duration_s, on_timeline)
