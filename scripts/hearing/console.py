"""BRLTTY on a console of the kernel that no screen shows: its speech, its braille, and its keys.

It looks at the console's cells (`/dev/vcsa`), so it needs root and a kernel with consoles (CONFIG_VT); keys
are put into the console as if they were typed (TIOCSTI, which `dev.tty.legacy_tiocsti` must allow). Its
braille display is its own virtual one, a socket on which it shows lines and takes the display's keys.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import struct
import subprocess
import termios
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearing.listener import PATIENCE_S, Listener, MissingError
from hearing.streams import needs_program

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONSOLES: Final = range(40, 64)
"""Those that are tried, far behind any that somebody logs in on."""
_VCS: Final = 7
"""The kernel's number for devices that hold the cells of consoles."""
_RESET: Final = b"\x1bc\x1b%G"
"""A clean console that takes UTF-8."""


class BrlttyListener(Listener):
    """BRLTTY reads the row of the cursor, speaks it and shows it in braille.

    Args:
        command: The program and its arguments.
        cells: How many cells the braille display has.
        console: The number of the console, where it may not be any that is free.
        more: As for `Listener`; `settings` are BRLTTY's preferences.
    """

    reader = "brltty"
    greetings = ("console not in use",)

    def __init__(
        self, command: Sequence[str], *, cells: int = 40, console: int | None = None, **more: object
    ) -> None:
        super().__init__(command, **more)  # type: ignore[arg-type] # what Listener takes
        self._cells, self._console = cells, console

    def _start(self) -> None:
        brltty = needs_program("brltty", "BRLTTY")
        number, self._tty = _console(self._console)
        self._cells_of = Path(f"/dev/vcsa{number}")
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            fcntl.ioctl(self._tty, termios.TIOCSWINSZ, struct.pack("HHHH", self._rows, self._columns, 0, 0))
            os.write(self._tty, _RESET)
            self._display = socket.socket(socket.AF_UNIX)
            self._display.bind(str(self.folder / "braille"))
            self._display.listen(1)
            self._display.settimeout(PATIENCE_S)
            program = subprocess.Popen(
                [self._program()],
                stdin=self._tty,
                stdout=self._tty,
                stderr=self._tty,
                env={**self._environment(), "TERM": "linux", **self._given},
                start_new_session=True,
                # Nothing else can give a process its terminal, and no lock is taken in it.
                preexec_fn=_take_terminal,  # noqa: PLW1509
            )
            self._processes.append(program)
            reader = subprocess.Popen(
                self._brltty_command(brltty, number),
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._processes.append(reader)
            self._link = self._display.accept()[0]
        except BaseException:
            self._end_processes()
            os.close(self._tty)
            raise
        self._link.sendall(f"Cells {self._cells}\n".encode())
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def _brltty_command(self, brltty: str, console: int) -> list[str]:
        speech = {"autospeak": "yes", "speech-uppercase-indicator": "none", **self._settings}
        driver = {"-b": "vr", "-d": f"client:{self.folder / 'braille'}", "-x": "lx", "-X": f"vt={console}"}
        voice = {"-s": "gs", "-S": f"command={self._recorder('lines')}"}
        files = {
            "-f": "/dev/null",
            "-L": "brltty.log",
            "-F": "preferences",
            "-P": "number",
            "-U": ".",
            "-W": ".",
        }
        paths = {name: os.path.normpath(self.folder / path) for name, path in files.items()}
        preferences = {"-o": ",".join(f"{name}={value}" for name, value in speech.items())}
        options = {**driver, **voice, **paths, **preferences, "-l": "info", "-Y": "", "-M": "0"}
        return [brltty, "-n", "-N", "-q", *(word for option in options.items() for word in option)]

    def _watch(self) -> None:
        """Note what the display shows, until it is taken away."""
        self._link.settimeout(None)
        with suppress(OSError), self._link.makefile(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                kind, _, text = line.strip().partition(" ")
                if kind == "Visual":
                    self._note("shown", text.strip()[1:-1].rstrip())

    def _end_processes(self) -> None:
        for process in self._processes:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _stop(self) -> None:
        self._end_processes()
        with suppress(OSError):
            self._link.shutdown(socket.SHUT_RDWR)
        self._watcher.join(5)
        self._link.close()
        self._display.close()
        os.close(self._tty)

    def _send(self, keys: str) -> None:
        for byte in keys.encode():
            fcntl.ioctl(self._tty, termios.TIOCSTI, bytes([byte]))

    def display_key(self, name: str) -> None:
        """Press a key of the braille display, by BRLTTY's name for what it does: "LNDN", "ROUTE 5"."""
        self._link.sendall(f"{name}\n".encode())

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and the column of the console's cursor, from 0."""
        column, row = self._cells_of.read_bytes()[2:4]  # behind how many rows and columns there are
        return row, column


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _console(wanted: int | None) -> tuple[int, int]:
    """Return the number of a console that nobody else listens to, and an open file of it.

    Raises:
        MissingError: if there is none that may be used.
    """
    try:
        may_type = Path("/proc/sys/dev/tty/legacy_tiocsti").read_text().strip() == "1"
    except FileNotFoundError:
        may_type = True  # older kernels always let them
    if not may_type:
        raise MissingError("The kernel lets nobody put keys into a console (dev.tty.legacy_tiocsti is 0).")
    for number in _CONSOLES if wanted is None else (wanted,):
        try:
            for name, minor in (("vcs", number), ("vcsa", 128 + number), ("vcsu", 64 + number)):
                if not Path(f"/dev/{name}{number}").exists():
                    os.mknod(f"/dev/{name}{number}", 0o020600, os.makedev(_VCS, minor))
            tty = os.open(f"/dev/tty{number}", os.O_RDWR | os.O_NOCTTY)
        except OSError as error:
            raise MissingError(f"There is no console of the kernel to be used: {error.strerror}.") from error
        try:
            fcntl.flock(tty, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(tty)
            if error.errno != errno.EWOULDBLOCK:
                raise
        else:
            return number, tty
    raise MissingError("All consoles of the kernel are taken.")


def consoles_are_missing() -> str:
    """Return why no console can be used, as a sentence; nothing if one can."""
    try:
        os.close(_console(None)[1])
    except MissingError as missing:
        return str(missing)
    return ""


__all__ = ["BrlttyListener", "consoles_are_missing"]
