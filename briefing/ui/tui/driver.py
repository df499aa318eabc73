"""The screen's terminal on POSIX: Textual's driver, with an input that nothing can kill.

Textual's own reads UTF-8 strictly, so that one byte of a Latin-1 terminal ends its keys; a
sequence that it does not know runs as commands, letter by letter; a paste without end is
kept for ever; and whatever comes is handed on at once, however much it is. Here:

1. A thread reads bytes, cuts them into units (`sequences`) and puts them into a `Backlog`. It sleeps until
   something comes; a byte in a pipe of ours ends it.
2. A task takes them from there one at a time, has Textual's parser name the key, hands it
   on, and goes on when the app has dealt with it. So a key typed while a prompt is being
   opened goes into the prompt.
3. Sizes that no terminal has are not believed, wherever they come from.
4. Whenever the process is stopped the terminal is as it was found, and when it goes on, in
   the foreground, the screen is drawn anew. What is written in between is dropped.

The driver's methods are called in the loop. A signal handler may interrupt anything, also
the lock of the queue to which it would write, so signals are taken there, too.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import time
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from textual.app import ScreenStackError
from textual.drivers.linux_driver import LinuxDriver

from briefing.ui import job
from briefing.ui.keys.sequences import Reply, Sequence, Splitter
from briefing.ui.tui.backlog import Backlog
from briefing.ui.tui.translator import Translator, is_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from briefing.ui.keys.sequences import Unit

USUAL: Final = (80, 24)
"""The size of a terminal that tells none, or one that cannot be."""

UNDERLINE: Final = 4
AS_IT_WAS: Final = 0
"""Shapes of the cursor (DECSCUSR): in xterm's colours a block hides a letter that is lit."""
CANNOT_SHAPE: Final = ("linux",)

_CHUNK_BYTES: Final = 1 << 16
_GONE_S: Final = 0.1
"""So often a terminal that is gone is asked for input."""
_DEALT_WITH_S: Final = 0.2
"""How long a key may take before the next is handed on all the same: its widget may have gone."""


@runtime_checkable
class TakesAnswers(Protocol):
    """An app that asks its terminal something, before there is a screen and later."""

    def take_modes(self) -> list[Any] | None:
        """Return how the terminal stood before it was asked; None where that is how it stands."""

    def takes_answer(self, data: bytes) -> bool:
        """Take a sequence if it is an answer that was asked for; else it is a key."""


class ScreenDriver(LinuxDriver):
    """Textual's driver with our input."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._backlog, self._lock = Backlog(), Lock()
        self._translator = Translator()
        self._handing_on: asyncio.Task[None] | None = None
        self._is_on = self._is_back = False
        self._told_to_end, self._tells_to_end = os.pipe()
        if self._size is None:
            self._size = self._get_terminal_size()
        self._loop.add_signal_handler(signal.SIGTSTP, self._stop_alone)
        self._loop.add_signal_handler(signal.SIGCONT, self._go_on)

    # The terminal, on and off

    def write(self, data: str) -> None:
        """Write to the terminal, if it is ours now."""
        if self._is_on:
            super().write(data)

    def start_application_mode(self) -> None:
        """Make the terminal ours, unless another job has it."""
        self._is_on = True
        before, self._key_thread = self._key_thread, None
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        if isinstance(self._app, TakesAnswers) and (modes := self._app.take_modes()) is not None:
            self.attrs_before = modes
        self._shape_cursor(UNDERLINE)
        self._is_on = self._key_thread is not None
        self._key_thread = self._key_thread or before

    def stop_application_mode(self) -> None:
        """Give the terminal back, with the cursor that it had."""
        self._shape_cursor(AS_IT_WAS)
        super().stop_application_mode()

    def _shape_cursor(self, shape: int) -> None:
        # The Linux console does not know the sequence, and older ones print the end of it.
        if os.environ.get("TERM", "") not in CANNOT_SHAPE:
            self.write(f"\x1b[{shape} q")

    def close(self) -> None:
        """Stop writing."""
        super().close()
        self._is_on = False

    def disable_input(self) -> None:
        """End the thread that reads, at once."""
        os.write(self._tells_to_end, b".")
        super().disable_input()
        os.read(self._told_to_end, _CHUNK_BYTES)

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:  # Textual leaves them on
            self.write("\x1b[?1016l")

    def stop_job(self) -> None:
        """Give the terminal back and stop with our group, as Ctrl-Z does; return when we go on."""
        self._stop(job.stop_group)

    def _stop_alone(self) -> None:
        # Somebody asked for just this, and may do so where no shell would be asked.
        self._stop(lambda: os.kill(os.getpid(), signal.SIGSTOP))

    def _stop(self, stop: Callable[[], None]) -> None:
        if self._is_on:
            self._app.app_suspend_signal.publish(self._app)
            self.suspend_application_mode()
        stop()
        self._is_back = True
        self._show_again()

    def _go_on(self) -> None:
        """Go on after being stopped by whomever: SIGSTOP leaves the terminal as it is."""
        if self._is_on and self._is_back:
            self._is_back = False  # it was we who stopped
            return
        if self._is_on:
            self.suspend_application_mode()
        self._show_again()

    def _show_again(self) -> None:
        if self._app._exit:  # noqa: SLF001  # a terminal that went away sends SIGCONT: nobody would stop it again
            return
        self.start_application_mode()
        if self._is_on:
            self._app.app_resume_signal.publish(self._app)
            self._app.refresh(layout=True)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and rows as the terminal tells them, if that can be."""
        columns = rows = 0
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self.fileno)
        return (columns, rows) if is_size(columns, rows) else self._size or USUAL

    # In the thread that reads

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the driver stops."""
        splitter = Splitter()
        last_s = time.monotonic()
        while not self.exit_event.is_set():
            patience_s = splitter.patience_s
            ready = select.select([self.fileno, self._told_to_end], [], [], patience_s)[0]
            now_s = time.monotonic()
            if self.fileno in ready:
                last_s = now_s
                self._put(splitter.feed(self._read()), now_s)
            elif patience_s is not None and now_s - last_s >= patience_s:
                self._put(splitter.flush(), now_s)

    def _read(self) -> bytes:
        data = b""
        with suppress(OSError):
            data = os.read(self.fileno, _CHUNK_BYTES)
        if not data:  # the terminal is gone: whoever asks `lost_terminal` leaves
            self.exit_event.wait(_GONE_S)
        return data

    def _put(self, units: list[Unit], now_s: float) -> None:
        if units:
            with self._lock:
                for unit in units:
                    self._backlog.add(unit, now_s)
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._hand_on)

    # In the loop

    def _hand_on(self) -> None:
        if self._handing_on is None or self._handing_on.done():
            self._handing_on = self._loop.create_task(self._hand_on_all())

    async def _hand_on_all(self) -> None:
        while True:
            with self._lock:
                unit = self._backlog.take(is_asked_for_words=self._is_asked_for_words())
            if unit is None:
                return
            if isinstance(unit, (Reply, Sequence)) and self._is_answer(unit.data):
                continue
            for message in self._translator.messages(unit):
                self.process_message(message)
            await self._until_dealt_with()

    def _is_answer(self, data: bytes) -> bool:
        return isinstance(self._app, TakesAnswers) and self._app.takes_answer(data)

    def _is_asked_for_words(self) -> bool:
        if len(self._app.screen_stack) <= 1:  # only what lies over the text asks for words
            return False
        from textual.widgets import Input

        return isinstance(self._app.focused, Input)

    async def _until_dealt_with(self) -> None:
        """Wait until a key that was handed on has gone all its way, and what it opened is open.

        A key goes from the app to the widget that has the focus, and from there up again.
        Messages keep their order in each, so one sent after it arrives after it.
        """
        before = self._top()
        await self._until_passed(self._app)
        if self._top() is not before:
            await self._until_passed(self._top())

    def _top(self) -> MessagePump:
        try:
            return self._app.screen
        except ScreenStackError:
            return self._app

    def _way_up(self) -> list[MessagePump]:
        try:
            return list((self._app.focused or self._app.screen).ancestors_with_self)
        except ScreenStackError:
            return [self._app]

    async def _until_passed(self, first: MessagePump) -> None:
        """Wait until a message has gone from `first` to what has the focus then, and up to the app."""
        arrived = self._loop.create_future()

        def go_on(rest: list[MessagePump]) -> None:
            if not arrived.done() and not (rest and rest[0].call_later(go_on, rest[1:])):
                arrived.set_result(None)

        first.call_later(lambda: go_on(self._way_up()))
        with suppress(TimeoutError):
            await asyncio.wait_for(arrived, _DEALT_WITH_S)
