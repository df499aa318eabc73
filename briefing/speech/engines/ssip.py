"""Speech Dispatcher: the voices that screen readers of a free desktop share, by its socket (SSIP).

It plays its sound itself and gives none to whoever asks for speech, so it reads only where somebody listens
to the player. It is never started from here: it would stay when we have gone.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.ports.speech import SpeechVoice
from briefing.safe import safe_line
from briefing.speech.engines.synthesiser import Synthesiser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.ports.speech import Sound, Utterance
    from briefing.speech.engines.ssip_connection import SsipConnection
    from briefing.speech.engines.ssip_talker import SsipTalker

TITLE: Final = "Speech Dispatcher"
START_HINT: Final = (
    "Start it with “speech-dispatcher --spawn”; on Debian “apt install speech-dispatcher” has it."
)
_UNIX: Final = "unix_socket"
_CONNECT_S: Final = 0.5
_MOST_VOICES: Final = 5000
_VARIANT: Final = "+"
"""Stands in the names of eSpeak's voices with another timbre, of which there are thousands."""


def socket_path() -> Path:
    """Return where its socket is, or would be.

    Raises:
        SpeechError: if the environment names another kind of address.
    """
    method, _, where = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if method not in ("", _UNIX):
        raise SpeechError(
            f"{TITLE} is asked by a Unix socket only, and SPEECHD_ADDRESS names another address.",
            f"Set it to {_UNIX}: and a path, or leave it out.",
        )
    if where:
        return Path(where)
    runtime = os.environ.get("XDG_RUNTIME_DIR") or Path.home() / ".cache"
    return Path(runtime) / "speech-dispatcher" / "speechd.sock"


def check() -> SpeechError | None:
    """Tell why it cannot speak here; see `Synthesiser`."""
    import socket  # only who chose it asks

    if not hasattr(socket, "AF_UNIX"):
        return SpeechError(
            f"{TITLE} is a part of Linux and other free systems.", "Set speech_engine to auto."
        )
    try:
        path = socket_path()
    except SpeechError as error:
        return error
    with closing(socket.socket(socket.AF_UNIX)) as asked:
        asked.settimeout(_CONNECT_S)
        try:
            asked.connect(str(path))
        except OSError:
            return SpeechError(f"{TITLE} does not run: nobody answers at {safe_line(str(path))}.", START_HINT)
    return None


class SsipSpeech:
    """Its voices, which bring what speaks by them; see `ports.SpeechEngine`."""

    def __init__(self) -> None:
        self._voices: tuple[SpeechVoice, ...] | None = None
        self._talkers: list[SsipTalker] = []

    def start(self, language: str = "en", voice: str = "") -> None:
        """Start nothing: it runs."""

    def voices(self) -> Sequence[SpeechVoice]:
        """Return its voices, those of its default module first.

        Raises:
            SpeechError: if it does not answer, or did not when it was to speak.
        """
        for talker in self._talkers:
            if talker.fault is not None:
                raise talker.fault
        if self._voices is None:
            from briefing.speech.engines.ssip_connection import SsipConnection

            with closing(SsipConnection(socket_path())) as connection:
                self._voices = tuple(self._asked(connection))
        return self._voices

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        """Give no sound.

        Raises:
            SpeechError: always.
        """
        del text, voice, wpm, pitch, sounds
        raise SpeechError(f"{TITLE} plays its sound itself and gives none.")

    def close(self) -> None:
        """Be silent, and let go of the socket. Harmless twice."""
        for talker in self._talkers:
            talker.close()

    def _talker(self) -> SsipTalker:
        from briefing.speech.engines.ssip_talker import SsipTalker

        talker = SsipTalker(socket_path(), {each.id: each for each in self._voices or ()})
        self._talkers = [*(each for each in self._talkers if not each.is_closed), talker]
        return talker

    def _asked(self, connection: SsipConnection) -> list[SpeechVoice]:
        modules = connection.ask("LIST OUTPUT_MODULES")
        default = connection.ask("GET OUTPUT_MODULE")
        found: dict[str, SpeechVoice] = {}
        for module in dict.fromkeys((*(each for each in default if each in modules), *modules)):
            try:
                connection.ask(f"SET SELF OUTPUT_MODULE {module}")
                listed = connection.ask("LIST SYNTHESIS_VOICES")
            except SpeechError:
                if connection.is_lost:
                    raise
                continue  # a module without voices to tell of
            for row in listed:
                name, language, *_ = (*row.split("\t"), "", "")
                id_ = f"{module}/{name}"
                if name and _VARIANT not in name and language and len(found) < _MOST_VOICES:
                    found.setdefault(
                        id_, SpeechVoice(id_, safe_line(name), safe_line(language), talk=self._talker)
                    )
        return list(found.values())


SYNTHESISER: Final = Synthesiser(
    "ssip", TITLE, check, SsipSpeech, tells_words=False, rates_wpm=(80, 390), plays_itself=True
)
