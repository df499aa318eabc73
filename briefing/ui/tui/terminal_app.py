"""An app in a terminal, whatever it shows: colours, title, selection, faults, and a terminal that goes away.

Textual leaves a terminal without 24-bit colours unless it names them, shows a traceback for
a fault, and keeps the window's title; this is where we do otherwise.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding

from briefing import leaving
from briefing.settings import THEMES
from briefing.ui import colours, job, roles, themes
from briefing.ui.colours import Depth
from briefing.ui.tui import lost_terminal
from briefing.ui.tui.base_screen import BaseScreen
from briefing.ui.tui.sheets import Sheets
from briefing.ui.tui.sixteen import SixteenColours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from textual.driver import Driver

    from briefing.kinds import Colours
    from briefing.ui.graphics import Graphics
    from briefing.ui.tui.asking import Asking


class TerminalApp(App[None]):
    """What an app of ours is before it shows anything."""

    CSS = themes.CSS
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar = [
        Binding("ctrl+c", "copy_or_leave", show=False, priority=True),
        # What sends SIGQUIT wherever the terminal's keys send signals.
        Binding("ctrl+backslash", "leave", show=False, priority=True),
    ]

    def __init__(self, theme: str, colour: Colours, say: Callable[[str], None]) -> None:
        """Begin in a theme's colours, or without any; `say` tells the user a sentence."""
        self._depth = colours.depth_of(colour, os.environ)
        if colours.draws_true_colour(os.environ):
            os.environ.setdefault("COLORTERM", "truecolor")
        os.environ.pop("NO_COLOR", None)  # it is a setting of ours, and Textual would draw in greys
        self._has_theme = False
        super().__init__()
        self._say_aloud = say
        self._fault: Exception | None = None
        self._is_ready = self._is_told_to_leave = False
        self._sheets = Sheets()
        self.graphics: Graphics | None = None
        self._asking: Asking | None = None
        self._choose_colours(theme)
        self._take_sheet()

    def get_default_screen(self) -> BaseScreen:
        """Return what is below all dialogs."""
        return BaseScreen()

    def _choose_colours(self, wanted: str) -> None:
        for theme in themes.THEMES:
            self.register_theme(theme)
        self._fit_colours()
        self.show_theme(wanted)
        self._has_theme = True

    def _fit_colours(self) -> None:
        self._filters = [each for each in self._filters if not isinstance(each, SixteenColours)]
        if self._depth is Depth.SIXTEEN:
            self._filters.append(SixteenColours(draws_underlines=colours.draws_underlines(os.environ)))
        self.no_color = self._depth is Depth.NONE

    def draw_in(self, colour: Colours) -> None:
        """Draw in other colours from now on; the theme is shown in them by `show_theme`."""
        depth = colours.depth_of(colour, os.environ)
        if depth is self._depth:
            return
        self._depth = depth
        self._fit_colours()
        for screen in self.screen_stack:  # what was drawn is kept by each, as it was filtered
            for widget in (screen, *screen.query("*")):
                widget.notify_style_update()
                widget.refresh()

    def show_theme(self, name: str) -> None:
        """Show a theme, as it is in the colours that there are; the first of all if it is none of ours."""
        self.theme = roles.drawn_as(name if name in THEMES else THEMES[0], self._depth)

    def _take_sheet(self) -> None:
        self.stylesheet = self._sheets.of(self.theme, self.get_css_variables, self.stylesheet)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables; none for the theme of Textual's that stands before ours is chosen."""
        return super().get_css_variables() if self._has_theme else {}

    def refresh_css(self, animate: bool = True) -> None:
        """Give everything the theme's looks, if it has not got them: what is mounted takes them itself."""
        worn = self.stylesheet
        self._take_sheet()
        if self.stylesheet is not worn:
            super().refresh_css(animate)

    def get_driver_class(self) -> type[Driver]:
        """Return the platform's driver, made to outlive its terminal, and what is typed there."""
        driver_class = super().get_driver_class()
        if sys.platform != "win32":
            from textual.drivers.linux_driver import LinuxDriver

            if driver_class is LinuxDriver:
                from briefing.ui.tui.driver import ScreenDriver

                driver_class = ScreenDriver
        return lost_terminal.forgiving(driver_class)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our roles, for a theme that is not ours."""
        return dict(themes.DEFAULT_ROLES)

    def _handle_exception(self, error: Exception) -> None:
        if self.is_headless:
            super()._handle_exception(error)
        elif not self._exit:  # a traceback is no sentence: it is raised afterwards, for whoever knows one
            self._fault = self._fault or error
            self.exit()

    def set_title(self, title: str) -> None:
        """Name the window, and keep its old title."""
        self.title = title
        self._write(f"\x1b[22;2t\x1b]2;{title}\x07")

    def restore_title(self) -> None:
        """Give the window its old title back."""
        self._write("\x1b[23;2t")

    def suspend_job(self) -> None:
        """Let the shell have the terminal until it brings us back; say so where there is none."""
        if job.is_job() and sys.platform != "win32":
            from briefing.ui.tui.driver import ScreenDriver

            if isinstance(self._driver, ScreenDriver):
                self._driver.stop_job()
                return
        self._say_aloud(job.NO_SHELL)

    def _write(self, sequence: str) -> None:
        driver = self._driver
        if driver is not None and not self.is_headless:
            driver.write(sequence)
            driver.flush()

    def on_load(self) -> None:
        """Leave in good order at the one signal that is there to end a program in disorder."""
        if sys.platform != "win32" and not self.is_headless:
            asyncio.get_running_loop().add_signal_handler(signal.SIGQUIT, self.action_leave)

    async def run_async(self, *args: Any, **options: Any) -> Any:
        """Run, and take signals from the loop then: one that came while it is closed had nobody to wake."""
        try:
            return await super().run_async(*args, **options)
        finally:
            if sys.platform != "win32" and not self.is_headless:
                for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGQUIT):
                    asyncio.get_running_loop().remove_signal_handler(number)

    def action_leave(self) -> None:
        """Leave, as by a signal."""
        self._leave_as_told()

    def action_copy_or_leave(self) -> None:
        """Copy the selection; leave if there is none."""
        chosen = self.screen.get_selected_text()
        if chosen:
            self.copy_to_clipboard(chosen)
            self.screen.clear_selection()
            self._say_aloud("Copied.")
        else:
            self._leave_as_told()

    def on_ready(self) -> None:
        """Leave now, if that was asked for while the screen was being made."""
        self._is_ready = True
        if self._is_told_to_leave:
            self._leave_as_told()

    def _leave_as_told(self) -> None:
        self._is_told_to_leave = True
        if self._is_ready:  # what is half made cannot be taken down
            self.exit(return_code=leaving.LEFT)

    def take_graphics(self, graphics: Graphics, asking: Asking) -> None:
        """Take what is known of the terminal's graphics, and by which it has been asked for them."""
        self.graphics, self._asking = graphics, asking

    def take_modes(self) -> list[Any] | None:
        """Return how the terminal stood before it was asked; None where that is how it stands."""
        return self._asking.take_modes() if self._asking else None

    def takes_answer(self, data: bytes) -> bool:
        """Take an answer of the terminal, if it is one that was asked for."""
        if self.graphics is None:
            return False
        is_answer, question = self.graphics.take(data)
        self._write(question)
        if is_answer and len(self.screen_stack) > 1:  # it came late
            from briefing.ui.widgets.picture_screen import PictureView

            for view in self.screen.query(PictureView):
                view.draw()
        return is_answer

    def draw_at(self, column: int, row: int, sequence: str) -> None:
        """Send what draws at a cell of the screen, counted from 0; the cursor stays where it is."""
        self._write(f"\x1b7\x1b[{row + 1};{column + 1}H{sequence}\x1b8")

    def leaves_a_lost_terminal(self) -> bool:
        """Leave if the terminal went away; return whether it did."""
        is_lost = not self.is_headless and not lost_terminal.is_there()
        if is_lost:
            self._leave_as_told()
        return is_lost

    @contextmanager
    def leaving_on_signals(self) -> Iterator[None]:
        """Leave at a signal that asks for it, meanwhile, instead of dying of it."""

        def leave(_number: int, _frame: FrameType | None) -> None:
            if self._driver is None:  # the terminal is as it was
                leaving.leave()
            self._is_told_to_leave = True
            with suppress(RuntimeError):  # no loop runs: it has been left
                asyncio.get_running_loop().call_soon_threadsafe(self._leave_as_told)

        with leaving.taken_over(leave):
            try:
                yield
            except Exception:
                if not self._is_told_to_leave:
                    raise

    def tell_why_it_ended(self) -> None:
        """Raise what ended it, if it was not the user's wish alone.

        Raises:
            Exception: the fault that did.
            KeyboardInterrupt: if it was a signal, Ctrl-C, or the end of the terminal.
        """
        if self._is_told_to_leave:
            raise KeyboardInterrupt
        if self._fault:
            raise self._fault
