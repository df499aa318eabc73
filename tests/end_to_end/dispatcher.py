"""Speech Dispatcher itself at a socket of a test's own, with a voice that writes down what it is to say."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Final, Self

from tests.end_to_end.sound import end, wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PATIENCE_S: Final = 60.0
_SERVER: Final = """LogLevel 1
LogDir "{folder}"
AudioOutputMethod "alsa"
AddModule "tell" "sd_generic" "tell.conf"
DefaultModule tell
DefaultLanguage "en"
DisableAutoSpawn
"""
_MODULE: Final = """GenericExecuteSynth "printf '%s|%s' '$RATE' '$DATA' >> {folder}/said; \
printf '@' >> {folder}/said; sleep {sentence_s}"
GenericRateAdd 0
GenericRateMultiply 100
AddVoice "en" "MALE1" "one"
DefaultVoice "one"
GenericLanguage "en" "en" "utf-8"
"""
_NO_DEVICE: Final = "pcm.!default { type null }\nctl.!default { type null }\n"


def is_installed() -> bool:
    """Return whether there is one to be had."""
    return shutil.which("speech-dispatcher") is not None


class Dispatcher:
    """The server in a folder, from entering to leaving; each sentence takes `sentence_s`."""

    def __init__(self, folder: Path, sentence_s: float = 0.4) -> None:
        self._folder = folder
        self.socket = folder / "speechd.sock"
        (folder / "modules").mkdir(parents=True)
        (folder / "speechd.conf").write_text(_SERVER.format(folder=folder))
        (folder / "modules" / "tell.conf").write_text(_MODULE.format(folder=folder, sentence_s=sentence_s))
        (folder / "asound.conf").write_text(_NO_DEVICE)
        self.environment: Mapping[str, str] = {
            **os.environ,
            "SPEECHD_ADDRESS": f"unix_socket:{self.socket}",
            "BRIEFING_SPEECH_ENGINE": "ssip",
        }

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [
                "speech-dispatcher", "-s", "-t", "0", "-c", "unix_socket", "-S", str(self.socket),
                "-C", str(self._folder), "-L", str(self._folder), "-P", str(self._folder / "pid"),
            ],
            env={
                **os.environ,
                "HOME": str(self._folder),
                "ALSA_CONFIG_PATH": str(self._folder / "asound.conf"),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        wait_until(self.socket.exists, PATIENCE_S, "Speech Dispatcher did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self.go_on()
        end(self.process)

    def stall(self) -> None:
        """Have it answer nothing, as a server that hangs."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Have it answer again."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()

    @property
    def said(self) -> list[str]:
        """The texts that its voice was given, in order."""
        path = self._folder / "said"
        rows = path.read_text().split("@") if path.exists() else []
        return [" ".join(each.partition("|")[2].split()) for each in rows[:-1]]
