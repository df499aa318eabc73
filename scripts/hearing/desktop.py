"""Orca on gnome-terminal, on a desktop of an X server that nobody sees.

Orca is told of what changes on the screen by the terminal's own accessibility (AT-SPI), and speaks through
Speech Dispatcher, in whose place a recorder answers.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from typing import Final

from hearing.keys import keysyms
from hearing.listener import PATIENCE_S, Listener
from hearing.ssip import SpeechServer
from hearing.streams import needs_program

_BUS: Final = "/usr/libexec/at-spi-bus-launcher"
_LOOK_S: Final = 0.05
_NEEDED: Final = {
    "orca": "Orca",
    "Xvfb": "Xvfb",
    "gnome-terminal": "gnome-terminal",
    "xdotool": "xdotool",
    "dbus-daemon": "D-Bus",
    _BUS: "AT-SPI",
}


def needs_desktop() -> None:
    """Look whether all that Orca is heard with is installed.

    Raises:
        MissingError: if something is not.
    """
    for program, what in _NEEDED.items():
        needs_program(program, what)


class OrcaListener(Listener):
    """Orca hears of what a terminal inserts, and of where its cursor is."""

    reader = "orca"
    greetings = ("Screen reader on.", "Terminal frame.")

    def _start(self) -> None:
        needs_desktop()
        self._processes: list[subprocess.Popen[bytes]] = []
        for name in ("run", "home"):
            (self.folder / name).mkdir(mode=0o700)
        self._server = SpeechServer(self.folder / "speech", self._note)
        try:
            self._start_desktop()
        except BaseException:
            self._stop()
            raise

    def _start_desktop(self) -> None:
        display = self._told_by("Xvfb", "-displayfd", "{}", "-screen", "0", "1400x900x24", "-nolisten", "tcp")
        self._desktop = {
            **{name: value for name, value in os.environ.items() if name in {"TZ", "LANG"}},
            "DISPLAY": f":{display}",
            "HOME": str(self.folder / "home"),
            "PATH": f"/usr/bin:/bin:/usr/sbin:/sbin:{os.environ.get('PATH', '')}",
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "GSETTINGS_BACKEND": "keyfile",
            "GTK_MODULES": "gail:atk-bridge",
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "SPEECHD_ADDRESS": f"unix_socket:{self.folder / 'speech'}",
        }
        bus = self._told_by("dbus-daemon", "--session", "--nofork", "--print-address={}")
        self._desktop["DBUS_SESSION_BUS_ADDRESS"] = bus
        self._run(_BUS, "--launch-immediately")
        settings = ("org.gnome.desktop.interface", "toolkit-accessibility", "true")
        subprocess.run(("gsettings", "set", *settings), env=self._desktop, check=True, capture_output=True)
        self._run("orca", "--disable=braille", "--enable=speech")
        self._wait_for_orca("Screen reader on.")
        ready = self.folder / "ready"
        size = f"--geometry={self._columns}x{self._rows}+0+0"
        self._run(
            "gnome-terminal",
            "--hide-menubar",
            size,
            "--wait",
            "--",
            self._program(f"while [ ! -e {ready} ]; do sleep 0.05; done"),
        )
        self._focus_terminal()
        # Of what is written before Orca knows where it is, it says nothing.
        self._wait_for_orca("Terminal")
        ready.touch()

    def _focus_terminal(self) -> None:
        # There is no window manager, which would do it.
        search = ("xdotool", "search", "--sync", "--onlyvisible", "--class", "gnome-terminal")
        found = subprocess.run(
            search, env=self._desktop, check=True, capture_output=True, text=True, timeout=PATIENCE_S
        )
        self._xdotool("windowfocus", "--sync", found.stdout.split()[0])

    def _wait_for_orca(self, words: str) -> None:
        until_s = time.monotonic() + PATIENCE_S
        while words not in self.log.read_text(encoding="utf-8"):
            if time.monotonic() > until_s:
                raise TimeoutError(f"Orca does not say {words!r}.")
            time.sleep(_LOOK_S)

    def _told_by(self, *command: str) -> str:
        """Start a program that goes on; return the line that it writes to the file of the number `{}`."""
        near, far = os.pipe()
        words = [word.format(far) for word in command]
        environment = getattr(self, "_desktop", dict(os.environ))
        self._processes.append(
            subprocess.Popen(
                words,
                env=environment,
                pass_fds=(far,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(far)
        with os.fdopen(near) as lines:
            return lines.readline().strip()

    def _run(self, *command: str) -> None:
        log = (self.folder / f"{Path(command[0]).name}.log").open("wb")
        with log:
            self._processes.append(
                subprocess.Popen(
                    command,
                    env=self._desktop,
                    cwd=self.folder,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                )
            )

    def _send(self, keys: str) -> None:
        self._xdotool("key", "--clearmodifiers", *keysyms(keys))

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(("xdotool", *arguments), env=self._desktop, check=True, capture_output=True)

    def _stop(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._server.close()

    def picture(self, path: Path) -> None:
        """Write what the screen shows to a PNG file, by ImageMagick."""
        subprocess.run(("import", "-window", "root", str(path)), env=self._desktop, check=True)
