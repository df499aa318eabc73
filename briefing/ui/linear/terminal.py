"""The terminal as the linear face has it: bytes of keys in, lines out, no screen.

Rules:
1. Whatever ends the program - a key, a signal, an error, a closed window - the terminal is
   put back as it was found.
2. Nobody polls: `read` sleeps until a key, a `wake` from another thread, a signal, or the
   time that the caller gave has passed.
3. What C libraries print about themselves (sound servers, speech) never reaches the user's
   terminal: a screen reader would speak every line of it.
4. A reader of our output that has left (`| head`) or a terminal that is gone is `Hangup`.

Theory of operation: in the terminal's non-canonical mode (termios(3)) each key comes at once and without
echo; the keys for interrupt and suspend stay with the system. Output is not translated, so what is written
is what is sent, and in one piece: a reader of the kernel's console could look between two rows. Signals and
threads write a byte to a pipe that `read` listens to (the self-pipe trick). Windows has
its own way (`windows_console`).
"""

from __future__ import annotations

import errno
import os
import select
import signal
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, Self, TextIO

from briefing import leaving
from briefing.ui import job

if sys.platform == "win32":
    from briefing.ui.linear.windows_console import Input
else:
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType, TracebackType

_STDERR: Final = 2
_CHUNK_BYTES: Final = 4096
_COLUMNS: Final = 80
"""What is taken where a terminal does not tell, as a serial line."""
_NOWHERE_TO_GO: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Hangup(Exception):  # noqa: N818 - an event, no fault
    """Nobody reads what is written: the terminal or the program behind the pipe has gone."""


@contextmanager
def muted_libraries() -> Iterator[None]:
    """Keep what is written to the standard error file, below Python, off the terminal for a while.

    Where the user has sent it to a file, it goes there as before.
    """
    if not os.isatty(_STDERR):
        yield
        return
    sys.stderr.flush()
    kept = os.dup(_STDERR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
    try:
        yield
    finally:
        sys.stderr.flush()
        os.dup2(kept, _STDERR)
        os.close(kept)


class Terminal:
    """Input and output of a line-oriented program. Use it as a context manager.

    `is_keyboard` and `is_screen` say whether input and output are terminals; `at_end`, that
    `before_stopping` is called when a shell is to take over for a while.
    """

    def __init__(self, stdin: TextIO | None, stdout: TextIO) -> None:
        # A program that was started without input has None, and reads the end at once.
        self._in = stdin.fileno() if stdin else os.open(os.devnull, os.O_RDONLY)
        self._out = stdout.fileno()
        self._encoding = stdout.encoding or "utf-8"
        self.is_keyboard = os.isatty(self._in)
        self.is_screen = os.isatty(self._out)
        self.at_end = False
        self.signal_number = 0
        self.before_stopping: Callable[[], None] = lambda: None
        self._cleanup = ExitStack()
        self._input = Input(self._in, is_keyboard=self.is_keyboard)

    def __enter__(self) -> Self:
        with ExitStack() as undone:  # should one of these fail
            undone.callback(self._cleanup.close)
            self._take_over(self._cleanup)
            undone.pop_all()
        return self

    def _take_over(self, cleanup: ExitStack) -> None:
        # The signals first, so that none finds the terminal changed and nobody to put it back.
        cleanup.enter_context(leaving.taken_over(self._on_leaving))
        if threading.current_thread() is threading.main_thread():
            for name, handler in (
                ("SIGCONT", self._on_resumed),
                ("SIGTSTP", self._on_stopping),
                ("SIGQUIT", self._on_leaving),
            ):
                number = getattr(signal, name, None)
                if number is not None:
                    cleanup.callback(signal.signal, number, signal.signal(number, handler))
        cleanup.callback(self._input.stop)
        self._input.start()
        cleanup.enter_context(muted_libraries())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cleanup.close()

    def _on_leaving(self, number: int, _frame: FrameType | None) -> None:
        self.signal_number = number
        self.wake()

    def _on_resumed(self, _number: int, _frame: FrameType | None) -> None:
        self._input.resume()  # the shell had its own mode while we were stopped

    def _on_stopping(self, _number: int, _frame: FrameType | None) -> None:
        self.before_stopping()
        self._input.pause()  # not every shell puts the terminal back for itself
        if sys.platform != "win32":
            os.kill(os.getpid(), signal.SIGSTOP)

    def columns(self) -> int:
        """Return how wide the window is now; 0 where escape sequences are text, as in an editor's shell."""
        if os.environ.get("TERM", "dumb") == "dumb":
            return 0
        try:
            return os.get_terminal_size(self._out).columns or _COLUMNS
        except OSError:  # the window is closed
            return _COLUMNS

    def height(self) -> int:
        """Return how many rows the window has now; 0 where the terminal does not tell."""
        try:
            return os.get_terminal_size(self._out).lines
        except OSError:  # the window is closed
            return 0

    def copy(self, text: str) -> bool:
        """Hand text to the terminal for its clipboard (OSC 52 of xterm's ctlseqs); False without one."""
        if self.is_screen:
            import base64

            self.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07")
        return self.is_screen

    def suspend(self) -> bool:
        """Stop until a shell goes on with us; return whether there is one."""
        if not job.is_job():
            return False
        self.before_stopping()
        self._input.pause()
        job.stop_group()
        self._input.resume()
        return True

    def wake(self) -> None:
        """Let `read` return soon. From any thread, and from signal handlers."""
        self._input.wake()

    def read(self, timeout_s: float) -> bytes:
        """Return what was typed, b"" if nothing was until `timeout_s` have passed or `wake` was called."""
        if self.signal_number:
            return b""
        data = self._input.read(timeout_s, is_ended=self.at_end)
        if data is None:
            self.at_end = True
            return b""
        return data

    def write(self, text: str) -> None:
        """Write text in one piece, as it is.

        Raises:
            Hangup: if nobody reads it.
            OSError: if the file that it goes to cannot take it.
        """
        data = memoryview(text.encode(self._encoding, "replace"))
        try:
            while data:
                try:
                    data = data[os.write(self._out, data) :]
                except BlockingIOError:  # another program made our terminal non-blocking
                    select.select([], [self._out], [])
        except OSError as error:
            if error.errno in _NOWHERE_TO_GO:
                raise
            raise Hangup from error


if sys.platform != "win32":

    class Input:
        """Bytes from a terminal in non-canonical mode, or from a pipe."""

        def __init__(self, file: int, *, is_keyboard: bool) -> None:
            self._file = file
            self._is_keyboard = is_keyboard
            self._found: list[Any] = []
            self._listen, self._ring = os.pipe()
            os.set_blocking(self._listen, False)
            os.set_blocking(self._ring, False)

        def start(self) -> None:
            """Let keys come, each at once and without echo."""
            if self._is_keyboard:
                self._found = termios.tcgetattr(self._file)
                self.resume()

        def pause(self) -> None:
            """Put the terminal into the mode that it was found in."""
            if self._found:
                with suppress(termios.error):  # the window is closed
                    termios.tcsetattr(self._file, termios.TCSANOW, self._found)

        def stop(self) -> None:
            """Do the same for good."""
            self.pause()
            ring, self._ring = self._ring, -1
            os.close(ring)
            os.close(self._listen)

        def resume(self) -> None:
            """Let keys come again as after `start`."""
            if not self._found:
                return
            input_flags, output_flags, control_flags, local_flags, *speeds, characters = self._found
            characters = list(characters)
            characters[termios.VMIN], characters[termios.VTIME] = 1, 0
            mode = [
                input_flags & ~(termios.ICRNL | termios.IXON),
                output_flags & ~termios.OPOST,
                control_flags,
                local_flags & ~(termios.ICANON | termios.ECHO | termios.IEXTEN),
                *speeds,
                characters,
            ]
            with suppress(termios.error):
                termios.tcsetattr(self._file, termios.TCSANOW, mode)

        def wake(self) -> None:
            """Let `read` return soon. From any thread, and from signal handlers."""
            with suppress(OSError):  # full: a wake is on its way already; closed: nobody listens
                os.write(self._ring, b"w")

        def read(self, timeout_s: float, *, is_ended: bool) -> bytes | None:
            """Return what was typed, None at the end of it.

            It is empty if nothing was until `timeout_s` have passed, or after a wake.
            """
            listened = [self._listen] if is_ended else [self._file, self._listen]
            ready, _, _ = select.select(listened, [], [], max(0.0, timeout_s))
            if self._listen in ready:
                with suppress(BlockingIOError):
                    os.read(self._listen, _CHUNK_BYTES)
            if self._file not in ready:
                return b""
            try:
                return os.read(self._file, _CHUNK_BYTES) or None
            except OSError:  # the terminal is gone
                return None
