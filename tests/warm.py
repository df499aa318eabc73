"""Workers that start warm: each is forked from a process that has imported what it imports.

Most of what a book, a page or a sound file costs a test is the start of the process that reads it. Here it is
a real process all the same, started by `door` with its limits, pipes and environment, a child of the tests'
own; what is asked of it, and how it may die, is as ever. The start itself is asked where this is not in use.
"""

from __future__ import annotations

import atexit
import errno
import json
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PARENT: Final = str(Path(__file__).with_name("warm_parent.py"))
ENTRY: Final = str(Path(door.__file__).with_name("entry.py"))
PICTURES: Final = (
    "PIL.ImageOps",
    *(f"PIL.{name}ImagePlugin" for name in ("Bmp", "Gif", "Jpeg", "Png", "Ppm")),
)
IMPORTED: Final = {
    "briefing.audio.media.carrying": (),
    "briefing.audio.media.decoding": ("briefing.audio.media.early", "briefing.audio.media.playlist_decoder"),
    "briefing.audio.media.probing": ("briefing.audio.media.decoder", "briefing.audio.media.text_tracks"),
    "briefing.audio.media.surveying": ("briefing.audio.media.decoder",),
    "briefing.export.picture_process": PICTURES,
    "briefing.formats.books.worker": (
        "briefing.bundles.archive",
        "briefing.bundles.on_disk",
        "briefing.formats.books.reader",
    ),
    "briefing.formats.feeds.content_worker": (
        "briefing.formats.pages.html.body",
        "briefing.formats.pages.html.reader",
    ),
    "briefing.formats.feeds.worker": (
        "briefing.formats.feeds.json_reader",
        "briefing.formats.feeds.outlines",
        "briefing.formats.feeds.reader",
        "briefing.formats.feeds.xml_reader",
    ),
    "briefing.formats.pages.html.worker": (
        "briefing.formats.pages.html.reader",
        "briefing.formats.pages.html.saved",
    ),
    "briefing.formats.pdf.worker": ("briefing.formats.pages.html.reader", "briefing.formats.pdf.reader"),
    "briefing.ui.widgets.picture_process": PICTURES,
    "briefing.ui.widgets.sixel_process": PICTURES,
}
"""The workers, and what they import when they are asked."""
_Cold: Final[Any] = subprocess.Popen


class Warm:
    """Processes of one worker."""

    def __init__(self, command: Sequence[str], module: str) -> None:
        self._lock = threading.Lock()
        near, far = socket.socketpair()
        self._socket = near
        folders = command[command.index(ENTRY) + 2]
        flags = command[1 : command.index(ENTRY)]
        self._process = _Cold(
            [sys.executable, *flags, PARENT, ENTRY, folders, module, *IMPORTED[module]],
            env=door.clean_environment(),
            cwd="/",
            stdin=far,
            stdout=subprocess.DEVNULL,
        )
        far.close()
        atexit.register(self._end)

    def fork(self, arguments: Sequence[str], environment: dict[str, str], files: Sequence[int]) -> int:
        """Return the process that has these arguments, environment, and files: the first three standard."""
        asked = json.dumps([arguments, environment]).encode()
        with self._lock:
            socket.send_fds(self._socket, [len(asked).to_bytes(4)], list(files))
            self._socket.sendall(asked)
            told = self._socket.recv(4, socket.MSG_WAITALL)
        if not (pid := int.from_bytes(told)):
            raise OSError(errno.ECHILD, "what forks workers has ended")
        return pid

    def _end(self) -> None:
        self._socket.close()
        self._process.kill()
        self._process.wait()


_warm: Final[dict[str, Warm]] = {}
_starting: Final = threading.Lock()


def _of(command: Any) -> Warm | None:
    """Return what forks a command; None where nothing does."""
    if not isinstance(command, list) or ENTRY not in command:
        return None
    module = command[command.index(ENTRY) + 3]
    if module not in IMPORTED:
        return None
    with _starting:
        if module not in _warm:
            _warm[module] = Warm(command, module)
        return _warm[module]


class _Popen(subprocess.Popen[bytes]):
    """A process that is started as ever where it is none of these workers."""

    def _execute_child(self, args: Any, *rest: Any) -> None:
        warm = _of(args)
        if warm is None:
            super()._execute_child(args, *rest)  # type: ignore[misc]
            return
        _, _, _, passed, _, environment, *_ = rest
        read, _written, _reads, write, _error_reads, error = ends = rest[9:15]
        try:
            self.pid = warm.fork(args[args.index(ENTRY) :], environment, [read, write, error, *passed])
            self._child_created = True
        finally:
            self._close_pipe_fds(*ends)  # type: ignore[attr-defined]


@contextmanager
def warm_workers() -> Iterator[None]:
    """Have workers start warm, on Linux."""
    if sys.platform != "linux":
        yield
        return
    subprocess.Popen = _Popen  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        subprocess.Popen = _Cold  # type: ignore[misc]
