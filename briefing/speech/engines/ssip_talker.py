"""Saying texts by Speech Dispatcher, in a thread that may wait for it: see `ports.speech.Talker`.

Rules:
1. One line is under way at a time; the next is given when the one before was said.
2. A line that somebody else cut off, as a screen reader by the same server does, is said again, twice at
   most.
3. Whatever takes longer than it can is a fault, and a fault is for good.
"""

from __future__ import annotations

import os
import select
import threading
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.speech.engines.ssip_connection import BEGIN, CANCELED, END, SsipConnection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from briefing.ports.speech import SpeechVoice, TalkLine
    from briefing.speech.engines.ssip_connection import SsipEvent

BEGIN_S: Final = 6.0
"""How long a line may wait for its turn."""
SAID_S: Final = 10.0
"""How much longer than by the slowest voice a line may take."""
SLOWEST_LETTER_S: Final = 0.4
_AGAIN: Final = 2
_JOIN_S: Final = 1.0
_MOST_SIGNALS: Final = 4096
_USUAL_WPM: Final = 175
_SLOWEST_WPM: Final = 80
_FASTEST_WPM: Final = 390
"""What the rates 0, -100 and 100 are to eSpeak's module; other voices' are near it."""


class SsipTalker:
    """Says lines. The thread begins with the first.

    Args:
        path: The server's socket.
        voices: Its voices by their ids.
    """

    def __init__(self, path: Path, voices: Mapping[str, SpeechVoice]) -> None:
        self.fault: SpeechError | None = None
        self.is_closed = False
        self._path, self._voices = path, voices
        self._lock = threading.Lock()
        self._wished: tuple[TalkLine, ...] | None = None
        """What is to be said instead of what is; nothing for silence, None for no change."""
        self._is_saying = False
        self._wake: Callable[[], None] = lambda: None
        self._thread: threading.Thread | None = None
        self._signal_out, self._signal_in = -1, -1
        self._in_force: dict[str, str] = {}
        self._lines: deque[TalkLine] = deque()
        """What is still to be said, first what is said now."""
        self._message: int | None = None
        """The number of what is said now."""
        self._until = 0.0
        self._left = _AGAIN

    @property
    def is_saying(self) -> bool:
        """Whether something is said, or about to be."""
        return self._is_saying

    def wake_by(self, wake: Callable[[], None]) -> None:
        """Have `wake` called when all was said, or nothing can be; see `Talker`."""
        self._wake = wake

    def say(self, lines: Sequence[TalkLine]) -> None:
        """Say some lines, instead of what is said now."""
        self._wish(tuple(each for each in lines if each.text.strip()))

    def hush(self) -> None:
        """Be silent at once. Harmless in silence."""
        if self._is_saying:
            self._wish(())

    def close(self) -> None:
        """Be silent, and let go of everything. Harmless twice."""
        with self._lock:
            self.is_closed = True
            self._is_saying = False
            self._signal()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(_JOIN_S)

    def _wish(self, lines: tuple[TalkLine, ...]) -> None:
        with self._lock:
            if self.is_closed or self.fault is not None:
                return
            self._wished, self._is_saying = lines, bool(lines)
            if self._thread is None:
                self._signal_out, self._signal_in = os.pipe()
                os.set_blocking(self._signal_in, False)
                self._thread = threading.Thread(target=self._work, name="ssip", daemon=True)
                self._thread.start()
            self._signal()

    def _signal(self) -> None:
        if self._signal_in >= 0:
            with suppress(BlockingIOError):
                os.write(self._signal_in, b"!")

    # The thread

    def _work(self) -> None:
        connection = None
        try:
            connection = SsipConnection(self._path)
            connection.ask("SET SELF NOTIFICATION ALL ON")
            connection.ask("SET SELF PRIORITY MESSAGE")
            connection.ask("SET SELF SSML_MODE off")
            self._talk(connection)
        except SpeechError as error:
            self._fail(error)
        except Exception as error:  # noqa: BLE001 - a thread has nobody else to tell
            self._fail(SpeechError(f"It could not be asked: {error}."))
        finally:
            if connection is not None:
                connection.close()
            with self._lock:
                os.close(self._signal_out)
                os.close(self._signal_in)
                self._signal_in = -1

    def _fail(self, error: SpeechError) -> None:
        self.fault, self._is_saying = error, False
        if not self.is_closed:
            self._wake()

    def _talk(self, connection: SsipConnection) -> None:
        while not self.is_closed:
            with self._lock:
                wished, self._wished = self._wished, None
            if wished is not None:
                self._cut_off(connection)
                self._lines, self._left = deque(wished), _AGAIN
            if self._message is None and self._lines:
                self._message = self._give(connection, self._lines[0])
                self._until = time.monotonic() + BEGIN_S
            self._wait(connection)
            while connection.events:
                self._take(connection.events.popleft())
            if self._message is None and not self._lines:
                self._rest()
        self._cut_off(connection)

    def _cut_off(self, connection: SsipConnection) -> None:
        if self._message is not None:
            self._message = None
            connection.ask("CANCEL SELF")

    def _take(self, event: SsipEvent) -> None:
        if event.message != self._message:
            return
        if event.code == BEGIN:
            self._until = time.monotonic() + SAID_S + SLOWEST_LETTER_S * len(self._lines[0].text)
        elif event.code == CANCELED and self._left:
            self._left -= 1
            self._message = None
        elif event.code in (END, CANCELED):
            self._lines.popleft()
            self._message = None

    def _rest(self) -> None:
        """Take note that all was said."""
        with self._lock:
            is_told = self._is_saying and self._wished is None
            if is_told:
                self._is_saying = False
        if is_told:
            self._wake()

    def _wait(self, connection: SsipConnection) -> None:
        """Wait for what comes from the server, or is wished.

        Raises:
            SpeechError: if what is under way takes too long.
        """
        if connection.has_events():
            return
        left_s = None if self._message is None else max(0.0, self._until - time.monotonic())
        ready, _, _ = select.select([connection.fileno(), self._signal_out], [], [], left_s)
        if self._signal_out in ready:
            os.read(self._signal_out, _MOST_SIGNALS)
        if connection.fileno() in ready:
            connection.receive_events()
        if not ready:
            raise SpeechError("It did not say a sentence in time.")

    def _give(self, connection: SsipConnection, line: TalkLine) -> int:
        voice = self._voices[line.voice]
        module, _, name = voice.id.partition("/")
        wanted = {
            "OUTPUT_MODULE": module,
            "LANGUAGE": voice.language,
            "SYNTHESIS_VOICE": name,
            "RATE": str(rate_of(line.wpm)),
            "PITCH": str(_centred(line.pitch)),
            "VOLUME": str(_centred(line.percent)),
        }
        is_another = any(self._in_force.get(each) != wanted[each] for each in ("OUTPUT_MODULE", "LANGUAGE"))
        for parameter, value in wanted.items():
            if is_another or self._in_force.get(parameter) != value:
                connection.ask(f"SET SELF {parameter} {value}")
                self._in_force[parameter] = value
        return connection.speak(line.text)


def rate_of(wpm: float) -> int:
    """Return the rate from -100 to 100 for so many words a minute."""
    reach = _USUAL_WPM - _SLOWEST_WPM if wpm < _USUAL_WPM else _FASTEST_WPM - _USUAL_WPM
    return round(min(max((wpm - _USUAL_WPM) / reach, -1.0), 1.0) * 100)


def _centred(percent: float) -> int:
    """Return what 0 to 100 is from -100 to 100."""
    return round(min(max(percent, 0.0), 100.0) * 2 - 100)
