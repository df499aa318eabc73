"""The screen: banner, transcript, scrubber, transport, text size. The one way into Textual.

Rules:
1. The session decides. This app forwards keys as commands, renders what the session
   says, and carries out itself only what needs a screen: help, palette, prompts, theme.
2. One timer, armed with what `Session.tick` asks for; events repaint what they change.
3. What is not on the first screen (dialogs, palette, pictures, large print) is imported
   when it is first wanted: a cold start is mostly imports.
4. Text of the briefing is never read as markup.
"""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, ClassVar, Final, assert_never

from textual.app import App
from textual.binding import Binding
from textual.message import Message

from briefing import announce
from briefing.commands import COMMANDS
from briefing.kinds import Choice, Glyphs
from briefing.model import (
    Announced,
    CommandRun,
    CueChanged,
    Ended,
    Failed,
    PlaceMoved,
    PlaceStored,
    SentenceChanged,
    StateChanged,
    TimelineChanged,
    TransportState,
    Underrun,
    ViewChanged,
)
from briefing.safe import safe_line
from briefing.ui import lost_terminal, themes
from briefing.ui.keys import argument_of, bound_keys
from briefing.ui.widgets.cursor import point_at, point_into
from briefing.ui.widgets.player import (
    Banner,
    Hint,
    Player,
    Scrubber,
    SizeControl,
    Status,
    TooSmall,
    Transport,
)
from briefing.ui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType

    from textual import events
    from textual.app import ComposeResult
    from textual.command import CommandPalette
    from textual.driver import Driver
    from textual.widget import Widget

    from briefing.model import Event
    from briefing.session import Session
    from briefing.ui.glyphs import Drawing

NARROW: Final = 84
"""Windows with fewer columns have the clock on a line of its own."""
SHORT: Final = 18
"""Windows with fewer rows drop the keys that matter as soon as one is pressed."""
TINY: Final = (28, 8)
"""Windows with fewer columns or rows only say so."""
_SECOND: Final = 1.0
_PICTURE_S: Final = 0.1


class BriefingApp(App[None]):
    """The player on a screen."""

    CSS = themes.CSS
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar = [Binding("ctrl+c", "copy_or_leave", show=False, priority=True)]

    class Tick(Message):
        """Time to call `Session.tick`. Posted by the timer, and from any thread by `Session.wake`."""

    def __init__(self, session: Session) -> None:
        self.session = session
        if draws_true_colour(os.environ):
            os.environ.setdefault("COLORTERM", "truecolor")
        super().__init__()
        self._settings = session.settings
        self._next_tick: asyncio.TimerHandle | None = None
        self._keys = bound_keys(COMMANDS, self._settings.keys)
        self._command_of = {key: name for name, keys in self._keys.items() for key in keys}
        self._words = {name: keys_in_words(keys) for name, keys in self._keys.items()}
        self._second = -1
        self.is_lost = False
        """Whether the terminal went away."""
        self.fault: Exception | None = None
        """What ended the app though nobody asked for it."""
        self._choose_colours()

    def _choose_colours(self) -> None:
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = self.session.theme if self.session.theme in themes.ROLES else themes.THEMES[0].name
        if self._settings.colour is not Choice.AUTO:
            from textual.filter import Monochrome

            self.no_color = self._settings.colour is Choice.OFF
            self._filters = [each for each in self._filters if not isinstance(each, Monochrome)]
            if self.no_color:
                self._filters.append(Monochrome())

    def get_driver_class(self) -> type[Driver]:
        """Return the platform's driver, made to outlive its terminal."""
        return lost_terminal.forgiving(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our roles, for a theme that is not ours."""
        return dict(themes.DEFAULT_ROLES)

    def compose(self) -> ComposeResult:
        """Make the parts of the screen."""
        session, is_quiet = self.session, self._settings.quiet
        yield Banner(session)
        yield Transcript(session, self._drawing, is_quiet=is_quiet)
        yield Status(session)
        yield Scrubber(session)
        yield Transport(session, is_quiet=is_quiet, is_clock=True)
        yield Player(Transport(session, is_quiet=is_quiet), SizeControl(session))
        yield Hint(session, self._words)
        yield TooSmall()

    def _drawing(self) -> Drawing:
        from briefing.ui.glyphs import Drawing, best_drawing

        chosen = self._settings.glyphs
        return best_drawing(os.environ) if chosen is Glyphs.AUTO else Drawing(chosen.value)

    # Life

    def on_mount(self) -> None:
        """Find the parts, and show what is known before anything is loaded."""
        get = self.query_one
        self.banner, self.transcript, self.status_line = get(Banner), get(Transcript), get(Status)
        self.scrubber, self.size_control, self.hint = get(Scrubber), get(SizeControl), get(Hint)
        self.clock_line, self.sound_line = get("#clock", Transport), get("#sound", Transport)
        self.screen.set_class(self._settings.quiet, "-quiet")
        self._set_title(f"{safe_line(self.session.document.title, 80)} - briefing")
        self.transcript.focus()
        self.session.subscribe(self._on_event)
        self.session.wake = self._wake
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Open the session once the text is there: voices that load beside the paint hold it up."""
        self.session.open()
        self._tick()
        self.set_timer(_PICTURE_S, self._load_picture)

    def _handle_exception(self, error: Exception) -> None:
        if self.is_headless:
            super()._handle_exception(error)
        else:  # a traceback is no sentence: `run_tui` raises it for whoever knows one
            self.fault = self.fault or error
            self.exit()

    def on_unmount(self) -> None:
        """Let go of the timer, and give the terminal its title back."""
        self.session.wake = lambda: None
        if self._next_tick:
            self._next_tick.cancel()
        self._write("\x1b[23;2t")

    def _set_title(self, title: str) -> None:
        self.title = title
        self._write(f"\x1b[22;2t\x1b]2;{title}\x07")

    def _write(self, sequence: str) -> None:
        driver = self._driver
        if driver is not None and not self.is_headless:
            driver.write(sequence)
            driver.flush()

    # Time

    def _wake(self) -> None:
        self.post_message(self.Tick())

    def on_briefing_app_tick(self) -> None:
        """Move the session on."""
        self._tick()

    def _tick(self) -> None:
        session = self.session
        if not self.is_headless and not lost_terminal.is_there():
            self.is_lost = True
            self.exit()
            return
        delay_s = session.tick()
        self._show_clock()
        if session.state is TransportState.PLAYING and not self._settings.quiet:
            left_s = (_SECOND - session.position_s % _SECOND) / max(session.speed, 0.1)
            delay_s = min(delay_s, left_s + 0.01)
        if self._next_tick:
            self._next_tick.cancel()
        self._next_tick = asyncio.get_running_loop().call_later(delay_s, self._wake)

    def _show_clock(self) -> None:
        """Repaint clock and scrubber if they would read otherwise."""
        if self._settings.quiet:
            return
        second = int(self.session.position_s)
        if second != self._second:
            self._second = second
            self.clock_line.step()
            self.sound_line.step()
            self.scrubber.step()

    # Events

    def _on_event(self, event: Event) -> None:
        match event:
            case CueChanged() | SentenceChanged() | PlaceMoved():
                self.transcript.update()
                self.after_view()
            case StateChanged():
                self.transcript.update()
                self._repaint_player()
            case ViewChanged():
                self._on_view_changed()
            case TimelineChanged():
                self.scrubber.forget_marks()
                self._repaint_player()
            case Announced():
                self._say()
            case CommandRun():
                self._repaint_player()
            case Ended():
                if self._settings.exit_at_end:
                    self.exit()
            case PlaceStored() | Underrun() | Failed():
                pass  # said by an announcement, if they are to be
            case _:
                assert_never(event)

    def _on_view_changed(self) -> None:
        if self.theme != self.session.theme and self.session.theme in themes.ROLES:
            self.theme = self.session.theme
        self.transcript.lay_out()
        self.size_control.refresh()
        self.after_view()

    def _repaint_player(self) -> None:
        self._second = -1
        self.clock_line.refresh()
        self.sound_line.refresh()
        self.scrubber.step()
        self.size_control.refresh()

    def _say(self) -> None:
        width, height = self.size
        self.status_line.fit(width - 4, 3 if height >= SHORT else 2)

    def after_view(self) -> None:
        """Let banner and terminal cursor follow the view."""
        if not self.screen_stack:  # what was posted before the app was left
            return
        self.banner.fit(self.transcript.left, has_title=not self.transcript.window.is_at_start)
        if self.focused in (None, self.transcript) and self.screen is self.screen_stack[0]:
            cell = self.transcript.cursor_cell()
            region = self.transcript.region
            point_at(self, region.x + cell.x, region.y + cell.y)

    def on_transcript_size_shown(self, event: Transcript.SizeShown) -> None:
        """Say it when the window does not allow the size."""
        wanted, shown = self.session.size.value.upper(), event.size.value.upper()
        note = f"Text size {wanted} is shown as {shown}: {event.reason}." if event.reason else ""
        self.status_line.note = note
        if note:
            self.session.say(note)
        else:
            self._say()
        self.after_view()

    def on_transcript_looked_away(self) -> None:
        """The view was moved by hand."""
        self.session.look_away()
        self.after_view()

    def on_transcript_picked(self, event: Transcript.Picked) -> None:
        """Play from the word that was clicked."""
        self.session.play_from(event.offset)
        self._tick()

    def on_scrubber_sought(self, event: Scrubber.Sought) -> None:
        """Go to the point that was clicked."""
        self.run_command("go", announce.clock(event.fraction * self.session.duration_s))

    def on_size_control_chosen(self, event: SizeControl.Chosen) -> None:
        """Show another text size."""
        self.run_command("size", event.size.value)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take the terminal's cursor to what has the focus."""
        event.widget.refresh()
        if isinstance(event.widget, (Scrubber, SizeControl)):
            point_into(event.widget)
        elif event.widget is self.transcript:
            self.after_view()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Repaint what has lost the focus."""
        event.widget.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines around the transcript to the window."""
        width, height = event.size
        screen = self.screen_stack[0]
        screen.set_class(width < NARROW, "-narrow")
        screen.set_class(height < SHORT, "-short")
        screen.set_class(width < TINY[0] or height < TINY[1], "-tiny")
        self.query_one("#sound", Transport).is_split = width < NARROW

    # Commands

    def on_key(self, event: events.Key) -> None:
        """Run the command of a key; keys of the view and of the focus besides."""
        if len(self.screen_stack) > 1:
            return
        key = event.key if event.key in self._command_of else event.character or ""
        name = self._command_of.get(key)
        if name:
            event.stop()
            # Not here: Textual offers the same key to the bindings of a screen that opens now.
            self.call_next(self.run_command, name, argument_of(name, key, self._keys))
            return
        match event.key:
            case "pagedown" | "pageup":
                self.transcript.scroll_pages(1 if event.key == "pagedown" else -1)
            case "ctrl+down" | "ctrl+up":
                self.transcript.scroll_lines(1 if event.key == "ctrl+down" else -1)
            case "escape":
                self.transcript.focus()
            case _ if event.is_printable:
                self.session.say(f"{event.character} does nothing. {self._words['help']} lists the keys.")

    def run_command(self, command_id: str, argument: str = "") -> None:
        """Carry out a command, here or in the session."""
        if self.size.height < SHORT:
            self.hint.display = False
        asks = command_id in ("search", "go") or (command_id == "bookmarks" and self.session.bookmarks)
        if self.session.handles(command_id) and not (asks and not argument):
            self.session.run(command_id, argument)
            if command_id == "skip-story":
                self.transcript.focus()
        else:
            self._run_here(command_id, argument)
        self._tick()

    def _run_here(self, command_id: str, argument: str) -> None:
        """Carry out what needs a screen; what nobody knows is the session's to answer."""
        match command_id:
            case "help" | "command" | "bookmarks" | "search" | "go":
                from briefing.ui import overlays

                overlays.show(self, command_id, self._words)
            case "theme":
                self._show_theme(argument)
            case "skip-player":
                self._focus(self.scrubber, "Scrubber")
            case "skip-size":
                self._focus(self.size_control, "Text size")
            case "quit":
                self.exit()
            case _:
                self.session.run(command_id, argument)

    def _focus(self, widget: Widget, name: str) -> None:
        widget.focus()
        self.session.say(f"{name}.")

    def _show_theme(self, name: str) -> None:
        names = list(themes.ROLES)
        wanted = name.strip().lower().replace(" ", "-")
        if wanted in names:
            self.session.set_theme(wanted)
        elif wanted:
            self.session.say(f"There is no theme {safe_line(name, 40)}. There are {', '.join(names)}.")
        else:
            at = names.index(self.session.theme) if self.session.theme in names else -1
            self.session.set_theme(names[(at + 1) % len(names)])

    def on_command_palette_option_highlighted(self, event: CommandPalette.OptionHighlighted) -> None:
        """Take the terminal's cursor along in the palette."""
        from briefing.ui.widgets.dialogs import point_at_option

        self.call_after_refresh(point_at_option, event.highlighted_event.option_list)

    def action_copy_or_leave(self) -> None:
        """Copy the selection; leave if there is none."""
        chosen = self.screen.get_selected_text()
        if chosen:
            self.copy_to_clipboard(chosen)
            self.screen.clear_selection()
            self.session.say("Copied.")
        else:
            self.exit(return_code=_INTERRUPTED)

    # The picture

    def _load_picture(self) -> None:
        figures = self.session.document.figures
        if not figures:
            return
        self.run_worker(self._read_picture, thread=True, exit_on_error=False)

    def _read_picture(self) -> None:
        from briefing.ui.widgets.picture import alternative, drawer, open_picture, picture_path

        document = self.session.document
        path = picture_path(document) if self._settings.picture is not Choice.OFF else None
        picture = open_picture(path) if path else None
        words = alternative(document)
        if picture or words:
            self.call_from_thread(self.transcript.show_picture, drawer(picture, words))


def run_tui(session: Session) -> int:
    """Run the screen until the user leaves; return the exit code.

    Args:
        session: Not opened yet. It is closed when this returns.

    Raises:
        KeyboardInterrupt: if a signal or Ctrl-C ended it; everything is put back before.
    """
    app = BriefingApp(session)
    signals: list[int] = []

    def leave(number: int, _frame: FrameType | None) -> None:
        signals.append(number)
        app.exit()

    leaving = [getattr(signal, name) for name in _LEAVING if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in leaving}
    try:
        app.run()
    finally:
        session.close()
        for number, handler in before.items():
            signal.signal(number, handler)
    if app.fault:
        raise app.fault
    if signals or app.is_lost or app.return_code == _INTERRUPTED:
        raise KeyboardInterrupt
    return 0


_INTERRUPTED: Final = 130
_LEAVING: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that ask the program to leave, where the system has them."""
_TRUE_COLOUR: Final = (
    "XTERM_VERSION",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "VTE_VERSION",
    "ALACRITTY_WINDOW_ID",
)
"""Variables by which terminals make themselves known that draw 24-bit colours and may not say so."""


def draws_true_colour(environ: Mapping[str, str]) -> bool:
    """Whether this terminal draws 24-bit colours, whatever COLORTERM says: xterm never sets it."""
    return any(name in environ for name in _TRUE_COLOUR) and not environ.get("TERM", "").startswith(
        ("screen", "linux")
    )


def keys_in_words(keys: tuple[str, ...]) -> str:
    """Return the keys of a command as they are shown: "Shift+Left", "Down, j", "0 to 9"."""
    return "0 to 9" if keys == tuple("0123456789") else ", ".join(map(key_in_words, keys))


def key_in_words(key: str) -> str:
    """Return a key as it is shown."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))
