"""`briefing doctor`: what works here, and what to do about what does not.

Each check tries the real thing: the sound device is opened and fed silence, the voice speaks
a word, the decoder is loaded. A check that fails says what to do in the same breath.
"""

# ruff: noqa: T201 - printing is what it is for

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from briefing import __version__
from briefing.cli import doctor_desktop, doctor_speech, outputs, room
from briefing.cli.finding import Finding
from briefing.cli.ways_of_reading import large_print_finding, readers_finding, terminal_finding
from briefing.cli.wiring import account
from briefing.errors import BriefingError, ConfigError, ShortageError, told
from briefing.safe import safe_line
from briefing.settings import Settings
from briefing.ui.linear.terminal import muted_libraries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

NO_VOICE_OR_SOUND: Final = 4
_FED_S: Final = 2.0
"""How long a sound device may take to ask for its first frames."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = "Try sound, speech, decoding and the terminal, and say what to do about what fails."
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 0 if there is sound and speech, else 4."""
    room.need_memory(room.SOUND_BYTES)
    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    with muted_libraries():
        findings = [_checked(name, check) for name, check in CHECKS.items()]
    if args.json:
        print(json.dumps({"version": __version__, "findings": [asdict(each) for each in findings]}, indent=2))
    else:
        print(f"briefing {__version__}, Python {sys.version.split()[0]} on {sys.platform}.")
        for each in findings:
            print(
                f"{each.name}: {'works' if each.works else 'does not work'}. {each.text} {each.hint}".rstrip()
            )
    missing = [each for each in findings if each.is_essential and not each.works]
    if missing:
        sys.stdout.flush()  # one line on stderr, should that fail
        outputs.complain(_sentence_of(missing))
        return NO_VOICE_OR_SOUND
    return 0


def _sentence_of(missing: list[Finding]) -> str:
    names = " and ".join(each.name.lower() for each in missing)
    return f"{names.capitalize()} {'do' if len(missing) > 1 else 'does'} not work here."


def _checked(name: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except Exception as error:  # noqa: BLE001  # a broken installation can raise anything, and is what is looked for
        found = told(error)
        if isinstance(error, BriefingError) or isinstance(found, ShortageError):
            return Finding(name, False, found.message, found.hint, name in ("Sound", "Speech"))
        text = f"It raised {type(error).__name__}: {error}."
        return Finding(name, False, text, "Install briefing again.", name in ("Sound", "Speech"))


def _sound() -> Finding:
    import threading

    import numpy as np

    from briefing.audio.device.sink import DeviceSink

    asked = threading.Event()

    def silence(frames: int) -> NDArray[np.float32]:
        asked.set()
        return np.zeros((frames, 2), np.float32)

    sink = DeviceSink(time.monotonic)
    try:
        sink.start(silence)
        works = asked.wait(_FED_S)
        backend = sink.name
    finally:
        sink.stop()
    if not works:
        hint = "Restart the sound server, or choose another device there."
        return Finding("Sound", False, f"{backend} takes no sound.", hint, is_essential=True)
    text = f"It goes through {backend} at {sink.rate_hz} hertz (miniaudio {sink.library_version})."
    return Finding("Sound", True, text, is_essential=True)


def _decoding() -> Finding:
    import av

    wanted = ("mp3float", "aac", "vorbis", "opus", "flac", "pcm_s16le")
    missing = [name for name in wanted if name not in av.codecs_available]
    text = f"PyAV {av.__version__} reads MP3, AAC, Vorbis, Opus, FLAC and WAV."
    if missing:
        text = f"PyAV {av.__version__} lacks {', '.join(missing)}."
    return Finding("Decoding", not missing, text, "Install PyAV from its wheel." if missing else "")


def _aligning() -> Finding:
    from briefing.align.acoustic.model import is_available

    if is_available():
        return Finding("Timing words", True, "English recordings get a time for each word.")
    return Finding(
        "Timing words",
        True,
        "English recordings are timed by comparing them with speech.",
        "The acoustic model (hama) would be closer; there is no wheel of it for every system.",
    )


def _pdfs() -> Finding:
    from briefing.formats.pdf import format as pdf

    if pdf.is_readable():
        return Finding("PDF", True, "The text of PDFs is read.")
    return Finding("PDF", True, "PDFs are not read.", pdf.INSTALL)


def _chosen() -> Settings:
    """Return the settings in force, or the usual ones: a mistake in them is told by their own check."""
    try:
        return account.load_settings(argparse.Namespace()).settings
    except ConfigError:
        return Settings()


def _terminal() -> Finding:
    return terminal_finding(
        os.environ,
        _chosen(),
        is_screen=sys.stdout.isatty(),
        encoding=sys.stdout.encoding or "ascii",
        size=tuple(shutil.get_terminal_size()),
    )


def _large_print() -> Finding:
    columns = shutil.get_terminal_size().columns
    return large_print_finding(os.environ, _chosen(), is_screen=sys.stdout.isatty(), columns=columns)


def _readers() -> Finding:
    return readers_finding(_chosen())


def _memory() -> Finding:
    from contextlib import closing

    from briefing.folders import store_path
    from briefing.store import Store

    with closing(Store(store_path())) as store:
        notice = store.take_notice()
        if not store.is_kept:
            hint = "Make the folder writable, or set XDG_DATA_HOME."
            return Finding("Memory of places", False, notice, hint)
        return Finding("Memory of places", True, notice or f"It is kept in {safe_line(str(store.path))}.")


def _library() -> Finding:
    from contextlib import closing

    from briefing.announce import counted
    from briefing.folders import library_path

    path = library_path()
    if path is not None and not path.exists():
        return Finding("Library", True, "There is none yet; `briefing subscribe ADDRESS` begins one.")
    with closing(account.open_shelf()) as shelf:
        feeds = shelf.subscriptions()
        notice = shelf.take_notice()
        if not shelf.is_kept:
            return Finding("Library", False, notice, "Make the folder writable, or set XDG_DATA_HOME.")
    troubled = sum(bool(each.trouble) for each in feeds)
    wrong = f", {troubled} of which could not be had the last time" if troubled else ""
    text = f"{counted(len(feeds), 'feed')}{wrong}, kept in {safe_line(str(path))}."
    return Finding("Library", True, f"{text} {notice}".strip())


def _settings() -> Finding:
    from briefing.cli.settings_loading import load
    from briefing.commands.table import COMMANDS
    from briefing.folders import settings_path
    from briefing.ui.keys.bindings import bound_keys

    path = settings_path()
    settings = load(path, os.environ, {}).settings
    bound_keys(COMMANDS, settings.keys)
    account.check_names(settings)
    if path is None:
        return Finding("Settings", True, "There is no home folder, so only flags and the environment count.")
    shown = safe_line(str(path))
    where = f"They are read from {shown}." if path.exists() else f"There is no file yet; it would be {shown}."
    return Finding("Settings", True, where)


CHECKS: Final[Mapping[str, Callable[[], Finding]]] = {
    "Sound": _sound,
    "Speech": lambda: doctor_speech.speech(_chosen()),
    "Self-voicing": lambda: doctor_speech.self_voicing(_chosen()),
    "Decoding": _decoding,
    "Timing words": _aligning,
    "PDF": _pdfs,
    "Terminal": _terminal,
    "Large print": _large_print,
    "For ears and fingers": _readers,
    "Memory of places": _memory,
    "Library": _library,
    "Desktop": lambda: doctor_desktop.desktop(_chosen(), os.environ),
    "Settings": _settings,
}
"""Name -> check, in the order of telling."""
