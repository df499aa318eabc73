"""A session bus of a test's own, and what desktops do on it: by dbus-daemon, playerctl and dbus-send."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Final, Self

from tests.end_to_end.sound import end, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.end_to_end.player import Player

NAME: Final = "org.mpris.MediaPlayer2.briefing"
PATIENCE_S: Final = 60.0
_CONFIG: Final = """<busconfig><type>session</type><listen>{address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


def is_installed() -> bool:
    """Return whether there is a bus to be had, and what commands players on it."""
    return all(map(shutil.which, ("dbus-daemon", "dbus-send", "playerctl")))


class Bus:
    """A bus in a folder, from entering to leaving; it can be stopped, killed and started again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = f"unix:path={folder / 'bus.socket'}"
        self.environment: Mapping[str, str] = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "XDG_RUNTIME_DIR": str(folder),
        }

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        config = self._folder / "bus.conf"
        config.write_text(_CONFIG.format(address=self.address))
        self.daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"], stderr=subprocess.DEVNULL
        )
        wait_until((self._folder / "bus.socket").exists, PATIENCE_S, "no bus")

    def kill(self) -> None:
        """End it at once."""
        self.daemon.send_signal(signal.SIGCONT)
        end(self.daemon)
        (self._folder / "bus.socket").unlink(missing_ok=True)

    def send(self, name: str, interface: str, member: str, *arguments: str) -> str:
        """Call a method of a player, and return what it answers."""
        method = [f"--dest={name}", "--print-reply", "/org/mpris/MediaPlayer2", f"{interface}.{member}"]
        return self._run("dbus-send", "--session", *method, *arguments)

    def set(self, name: str, value: str) -> str:
        """Give a property of the player another value, such as `double:1.5`."""
        interface = f"{NAME.removesuffix('.briefing')}.Player"
        arguments = (f"string:{interface}", f"string:{name}", f"variant:{value}")
        return self.send(NAME, "org.freedesktop.DBus.Properties", "Set", *arguments)

    def playerctl(self, *arguments: str) -> str:
        """Return what playerctl answers."""
        return self._run("playerctl", "-p", "briefing", *arguments)

    def players(self) -> list[str]:
        """Return the players on the bus."""
        return self._run("playerctl", "-l").split()

    def wait_for(self, player: Player, asks: tuple[str, ...], is_so: Callable[[str], bool] = bool) -> str:
        """Wait until playerctl answers as wanted, and let the player write meanwhile; return that answer."""
        answers = [""]

        def happens(_: object) -> bool:
            answers.append(self.playerctl(*asks))
            return is_so(answers[-1])

        player.wait_for(happens, f"playerctl {' '.join(asks)} does not answer as wanted")
        return answers[-1]

    def follow(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a playerctl that follows the player, and writes a line at each signal of it."""
        command = ["playerctl", "-p", "briefing", "--follow", *arguments]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return (done.stdout + done.stderr).strip()
