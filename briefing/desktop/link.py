"""The player's end of the process on the bus: nobody here waits for it, and nothing goes wrong with it.

Theory of operation: a thread starts the process and reads what it hands back; another writes to it what was
told last. Where the process takes nothing, that thread alone stands still, and what was told meanwhile is
forgotten but for the last of it. A process that dies is started again, a few times, longer and longer after.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.desktop.wire import HAS_NOTICES, DesktopMessage, packed_standing, wish_of
from briefing.errors import BriefingError
from briefing.leaving import undone_by_leaving
from briefing.processes import door, messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.desktop import DesktopWish, PlayerStanding
    from briefing.processes.child import Child

WORKER: Final = "briefing.desktop.process"
LIMITS: Final = door.Limits(memory_bytes=512 << 20, open_files=64)
_AGAIN_S: Final = (0.0, 1.0, 5.0, 25.0, 125.0)
_FOLDER: Final = "briefing-desktop-"
_JOIN_S: Final = 2.0
_NOTICE_S: Final = 15.0


class DesktopLink:
    """The way to the desktop. From any thread.

    Args:
        address: the bus's.
        grant: told what the desktop asks for, in the link's thread.
        on_ready: called there when the desktop sees the player.
    """

    def __init__(
        self, address: str, grant: Callable[[DesktopWish], None], on_ready: Callable[[], None]
    ) -> None:
        self._address, self._grant, self._on_ready = address, grant, on_ready
        self._news = threading.Condition()
        self._standing: PlayerStanding | None = None
        self._child: Child | None = None
        self._is_closed = threading.Event()
        self.folder: Path | None = None
        """Where files for the desktop can be put; None while there is no process that would remove them."""
        self._thread = threading.Thread(target=self._live, name="desktop", daemon=True)
        self._thread.start()

    def tell(self, standing: PlayerStanding) -> None:
        """Have the desktop see this."""
        with self._news:
            self._standing = standing
            self._news.notify_all()

    def close(self) -> None:
        """End the process. Harmless twice."""
        self._is_closed.set()
        with self._news:
            child = self._child
            self._news.notify_all()
        if child is not None:
            child.kill()
        self._thread.join(_JOIN_S)

    def _live(self) -> None:
        for wait_s in _AGAIN_S:
            if self._is_closed.wait(wait_s):
                return
            with suppress(OSError, BriefingError):  # no process or no file can be had
                self._serve()

    def _serve(self) -> None:
        folder = _own_folder()
        try:
            command = door.command(WORKER, self._address, str(os.getpid()), str(folder), limits=LIMITS)
            child = door.start(command)
            with undone_by_leaving(lambda: _tidy(child, folder)):
                self._talk(child, folder)
        finally:
            self.folder = None
            shutil.rmtree(folder, ignore_errors=True)

    def _talk(self, child: Child, folder: Path) -> None:
        over = threading.Event()
        with self._news:
            self._child, self.folder = child, folder
        if self._is_closed.is_set():
            child.kill()
        threading.Thread(target=self._write, args=(child, over), name="desktop told", daemon=True).start()
        try:
            for message in messages.read_all(child.stdout):
                if message.kind == DesktopMessage.READY:
                    self._on_ready()
                else:
                    self._grant(wish_of(message.payload))
        except (OSError, ValueError, TypeError):
            pass  # closed under us, or no message: this process is done with
        finally:
            over.set()
            with self._news:
                self._child = None
                self._news.notify_all()
            child.close()

    def _write(self, child: Child, over: threading.Event) -> None:
        told: PlayerStanding | None = None
        while not over.is_set():
            with self._news:
                while self._standing is told and not over.is_set():
                    self._news.wait()
                told = self._standing
            if told is not None:
                child.write(messages.pack(DesktopMessage.STANDING, payload=packed_standing(told)))


def show_notice(address: str, text: str) -> None:
    """Have the desktop show a sentence for a while. Waits; where it cannot be shown, nothing happens."""
    with suppress(OSError, BriefingError):
        command = door.command(WORKER, address, "notice", limits=LIMITS)
        door.ask(command, text.encode(), limit_s=_NOTICE_S, most_bytes=0)


def shows_notices(address: str) -> bool:
    """Return whether somebody shows notices on a bus; looks there, and waits.

    Raises:
        BriefingError: if the bus does not answer.
        OSError: if no process can be started.
    """
    command = door.command(WORKER, address, "look", limits=LIMITS)
    return door.ask(command, limit_s=_NOTICE_S, most_bytes=len(HAS_NOTICES)) == HAS_NOTICES


def _tidy(child: Child, folder: Path) -> None:
    door.end_at_once(child)
    shutil.rmtree(folder, ignore_errors=True)


def _own_folder() -> Path:
    """Return a new folder that is nobody else's, when those are gone that killed players have left.

    It lies in the folder that is the user's own while logged in, else in that of all temporary files.
    """
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    runtime = Path(named) if named and os.access(named, os.W_OK) else Path(tempfile.gettempdir())
    for left in runtime.glob(f"{_FOLDER}*-*"):
        pid = left.name.removeprefix(_FOLDER).partition("-")[0]
        if pid.isdecimal() and not Path(f"/proc/{pid}").exists():
            shutil.rmtree(left, ignore_errors=True)  # another user's stays
    return Path(tempfile.mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-", dir=runtime))
