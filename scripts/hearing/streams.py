"""Readers that run a program in a terminal of their own: yasr, Fenrir and TDSR."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearing.listener import Listener, MissingError

if TYPE_CHECKING:
    from collections.abc import Mapping

_YASR_SETTINGS: Final = (Path("/etc/yasr/yasr.conf"), Path("/usr/share/yasr/yasr.conf"))
_FENRIR_SETTINGS: Final = Path("/etc/fenrirscreenreader/settings/settings-pty.conf")
_FENRIR_PAUSES: Final = re.compile(r"(?:^|\s)\s*,(?=\s|$)")
"""What Fenrir tells a voice for the end of a row: a comma that stands alone, which makes a pause."""


def needs_program(name: str, what: str) -> str:
    """Return the path of a reader's program.

    Raises:
        MissingError: if it is not installed.
    """
    path = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin")
    if path is None:
        raise MissingError(f"{what} is not installed.")
    return path


def _with_settings(text: str, settings: Mapping[str, str]) -> str:
    """Return a file of `name=value` lines with other values; `section.name` is of that section alone."""
    section, lines = "", list[str]()
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        name = line.partition("=")[0]
        value = settings.get(f"{section}.{name}", settings.get(name))
        lines.append(line if value is None or "=" not in line else f"{name}={value}")
    return "\n".join((*lines, ""))


class YasrListener(Listener):
    """yasr reads the stream of what a program writes, and speaks it to an Emacspeak speech server."""

    reader = "yasr"
    reader_keys: Mapping[str, str] = {"line": "\x1bl", "previous": "\x1bk", "next": "\x1bm", "cursor": "\x01"}

    def _reader_command(self) -> list[str]:
        yasr = needs_program("yasr", "yasr")
        stock = next((path for path in _YASR_SETTINGS if path.is_file()), None)
        if stock is None:
            raise MissingError("yasr has no settings here.")
        settings = {
            "synthesizer": "emacspeak server",
            "synthesizer port": f"|{self._recorder('emacspeak')}",
            **self._settings,
        }
        path = self.folder / "yasr.conf"
        path.write_text(_with_settings(stock.read_text("latin-1"), settings), "latin-1")
        return [yasr, "-C", str(path), self._program()]


class FenrirListener(Listener):
    """Fenrir compares the screens of a terminal with one another, and speaks what is other than before."""

    reader = "fenrir"
    greetings = ("Start Fenrir", "Quit Fenrir")
    reader_keys: Mapping[str, str] = {"line": "\x1b[1;3B", "previous": "\x1b[1;3D", "next": "\x1b[1;3C"}

    def _reader_command(self) -> list[str]:
        fenrir = needs_program("fenrir", "Fenrir")
        if not _FENRIR_SETTINGS.is_file():
            raise MissingError("Fenrir has no settings for a terminal here.")
        settings = {
            "genericSpeechCommand": f"{self._recorder('once', chr(34) + '$1' + chr(34))} fenrirText",
            "shell": self._program(),
            "debugFile": str(self.folder / "fenrir.log"),
            "socketpath": f"{self.folder}/",
            "autoSpellCheck": "False",
            "sound.enabled": "False",
            "remote.enable": "False",
            **self._settings,
        }
        path = self.folder / "fenrir.conf"
        path.write_text(_with_settings(_FENRIR_SETTINGS.read_text("utf-8"), settings), "utf-8")
        return [fenrir, "-e", "-s", str(path)]

    def _words(self, text: str) -> str:
        return " ".join(_FENRIR_PAUSES.sub(" ", text).split())


class TdsrListener(Listener):
    """TDSR reads the stream, too. It is in no registry: `TDSR_HOME` names a folder with a checkout.

    `TDSR_PYTHON` names the Python that has what it needs (pyte, wcwidth), where it is not ours.
    """

    reader = "tdsr"
    reader_keys: Mapping[str, str] = {"line": "\x1bi", "previous": "\x1bu", "next": "\x1bo"}

    def _reader_command(self) -> list[str]:
        tdsr = Path(os.environ.get("TDSR_HOME", ""), "bin", "tdsr")
        if not (os.environ.get("TDSR_HOME") and tdsr.is_file()):
            raise MissingError("TDSR is not here: TDSR_HOME must name the folder of a checkout.")
        python = os.environ.get("TDSR_PYTHON", sys.executable)
        return [python, str(tdsr), "-s", shlex.quote(self._recorder("letters")), "--", self._program()]
