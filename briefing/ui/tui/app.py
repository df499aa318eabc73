"""The screen: banner, transcript, scrubber, transport, text size. What is on it.

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
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING, Final, assert_never

from textual.geometry import Offset
from textual.message import Message

from briefing.commands.mentions import mention
from briefing.events import (
    Announced,
    CommandRun,
    CueChanged,
    DocumentArrived,
    DocumentOpened,
    Ended,
    Failed,
    Focused,
    KeyPressed,
    LibraryChanged,
    OptionsCame,
    PictureArrived,
    PlaceMoved,
    PlaceStored,
    PointMoved,
    Refused,
    SentenceChanged,
    Spoken,
    StateChanged,
    TagsArrived,
    TimelineChanged,
    Underrun,
    ViewChanged,
)
from briefing.model import TransportState
from briefing.safe import safe_line
from briefing.ui import entry
from briefing.ui.tui import memory, pictures
from briefing.ui.tui.commanded_app import CommandedApp
from briefing.ui.tui.surroundings import Surroundings
from briefing.ui.widgets.player import SizeControl
from briefing.ui.widgets.scrubber import Scrubber
from briefing.ui.widgets.transcript import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult

    from briefing.events import Event
    from briefing.session import Session
    from briefing.ui.glyphs.drawing import Drawing

_SECOND: Final = 1.0
_LOADED_S: Final = 2.0
"""By then voices and picture are there."""


class BriefingApp(CommandedApp):
    """The player on a screen."""

    class Tick(Message):
        """Time to call `Session.tick`, before its timer. Posted from any thread by `Outbox.wake_by`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._next_tick: asyncio.TimerHandle | None = None
        self._goes_on = False
        """Whether the session moves on by itself: nobody asked for what it tells then."""

    def compose(self) -> ComposeResult:
        """Make the parts of the screen."""
        self.around = Surroundings(self.session, self.names)
        self.transcript = TranscriptView(self.session, self.drawing)
        yield self.around.banner
        yield self.transcript
        yield from self.around.below

    def drawing(self) -> Drawing:
        """Return what fine letters are drawn with here."""
        from briefing.ui.glyphs.drawing import drawing_of

        return drawing_of(self.session.settings.glyphs, os.environ)

    # Life

    def on_mount(self) -> None:
        """Show what is known before anything is loaded."""
        self.memory = memory.ScreenMemory(is_on=not self.is_headless)
        self._animated = self.animation_level
        self._move_as_wanted()
        self._name_window()
        self.app_suspend_signal.subscribe(self, lambda _: self.restore_title(), immediate=True)
        self.app_resume_signal.subscribe(self, lambda _: self._come_back(), immediate=True)
        self.transcript.focus()
        self.session.subscribe(self._on_event)
        self.session.outbox.wake_by(self._wake)
        self.show_cursor()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Open the session once the text is there: voices that load beside the paint hold it up."""
        self.memory.keep_all()
        self.memory.share_heap()
        with self._by_itself():
            self.session.open()
        self.set_timer(_LOADED_S, self.memory.keep_all)
        self.tick()
        pictures.bring_soon(self)

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        self._goes_on = True
        try:
            yield
        finally:
            self._goes_on = False

    def _move_as_wanted(self) -> None:
        self.animation_level = "none" if self.session.look.turns_pages else self._animated

    def _name_window(self) -> None:
        self.set_title(f"{safe_line(self.session.document.title, 80)} - briefing")

    def _come_back(self) -> None:
        self._name_window()
        self.show_cursor()

    def on_unmount(self) -> None:
        """Let go of the timer, and give the terminal its title back."""
        self.session.outbox.wake_by(None)
        if self._next_tick:
            self._next_tick.cancel()
        self.restore_title()

    # Time

    def _wake(self) -> None:
        self.post_message(self.Tick())

    def on_briefing_app_tick(self) -> None:
        """Move the session on."""
        self.tick()

    def tick(self) -> None:
        """Move the session on, show its clock, and come back when it asks."""
        session = self.session
        if self.leaves_a_lost_terminal():
            return
        with self._by_itself():
            delay_s = session.tick()
        self.around.step()
        if session.state is TransportState.PLAYING and not session.look.is_quiet:
            left_s = (_SECOND - session.position_s % _SECOND) / max(session.speed, 0.1)
            delay_s = min(delay_s, left_s + 0.01)
        if self._next_tick:
            self._next_tick.cancel()
        self._next_tick = asyncio.get_running_loop().call_later(delay_s, self._tick_in_time)

    def _tick_in_time(self) -> None:
        # At once: a message that leads to it takes as long as what there is to do for a word.
        try:
            self.tick()
        except Exception as error:  # noqa: BLE001  # as Textual does where a message's handler fails
            self._handle_exception(error)

    # Events

    def _on_event(self, event: Event) -> None:  # noqa: C901, PLR0912 - one table
        if isinstance(event, Spoken):
            if isinstance(event, KeyPressed):
                self._attention.ask()
            return
        match event:
            case CueChanged() | SentenceChanged() | PlaceMoved() | PointMoved():
                if not isinstance(event, CueChanged):
                    self._attention.move()
                self.transcript.update()
                self.after_view()
            case StateChanged():
                self.transcript.update()
                self.around.repaint()
            case ViewChanged():
                self._on_view_changed()
            case TimelineChanged():
                self.around.retime()
            case CommandRun():
                self.around.repaint()
            case Announced():
                self._hear(event)
            case LibraryChanged() | OptionsCame():
                self.show_listed(event)
            case DocumentArrived():
                self._show_document()
            case TagsArrived():
                self._show_tags()
            case PictureArrived():
                pictures.fetch(self)
            case Ended() if self.session.settings.exit_at_end:
                self.exit()
            case Refused():
                self.exit()
            case PlaceStored() | Underrun() | Failed() | Ended() | DocumentOpened():
                pass  # said by an announcement, if they are to be
            case _:
                assert_never(event)

    def _hear(self, event: Announced) -> None:
        is_answer = not (event.urgent or self._goes_on)
        self.around.status.hear(event, is_answer=is_answer)
        self.tell_large(self.around.status.words, joins=not is_answer)
        self.around.say(self.size)
        if is_answer and len(self.screen_stack) == 1:
            self._attention.answer(is_quiet=self.is_quiet)
            is_told = self.is_quiet and self._attention.is_at_status
            (self.expect_answer if is_told else self.settle)()

    def _show_document(self) -> None:
        """Show the text that has come."""
        self.around.status.forget()
        self.picture = None
        self._name_window()
        self.transcript.show_document()
        self.around.show_document()
        self.after_view()
        pictures.bring_soon(self)

    def _show_tags(self) -> None:
        """Show what the recording's tags added."""
        self._name_window()
        self.around.show_document()
        if self.session.reader.tags.cover is not None:
            pictures.bring(self)

    def _on_view_changed(self) -> None:
        if self.keys.take(self.session.settings.keys):
            self.around.show_keys()
        self._move_as_wanted()
        self.draw_in(self.session.settings.colour)
        self.show_theme(self.session.look.theme)
        self.around.fit(self.screen_stack[0], self.size)
        self.transcript.lay_out()
        self.around.size_control.refresh()
        self.around.repaint()
        self.after_view()

    def after_view(self) -> None:
        """Let banner and terminal cursor follow the view."""
        if not self.screen_stack:  # what was posted before the app was left
            return
        self.around.banner.fit(self.transcript.margin, has_title=not self.transcript.window.is_at_start)
        self.settle()

    def cursor_cell(self) -> Offset | None:
        """Return where the sentence stands, or what is told that is to be read instead."""
        if self._attention.is_at_status:
            status = self.around.status
            return status.content_region.offset + Offset(0, status.first_row)
        region = self.transcript.region
        return region.offset + self.transcript.cursor_cell() if region else None

    @property
    def stands_still(self) -> bool:
        """Whether the text is drawn as it is now, but for its light."""
        return not self._attention.is_at_status and self.transcript.stands_still

    def on_transcript_view_size_shown(self, event: TranscriptView.SizeShown) -> None:
        """Say it when the window does not allow the size."""
        wanted, shown = self.session.size.value.upper(), event.size.value.upper()
        note = f"Text size {wanted} is shown as {shown}: {event.reason}." if event.reason else ""
        self.around.status.note, self.around.is_large = note, event.size.is_drawn
        if note:
            self.session.say(note)
        else:
            self.around.say(self.size)
        self.after_view()

    def on_transcript_view_looked_away(self) -> None:
        """The view was moved by hand."""
        self.session.look.look_away()
        self.after_view()

    def on_transcript_view_picked(self, event: TranscriptView.Picked) -> None:
        """Play from the word that was clicked."""
        self.session.play_from(event.offset)
        self.tick()

    def on_scrubber_sought(self, event: Scrubber.Sought) -> None:
        """Go to the point that was clicked."""
        # Rounded up: a mark is a start, and a millisecond before it is the word before.
        self.run_command("go", str(ceil(event.fraction * self.session.duration_s * 1000) / 1000))

    def on_size_control_chosen(self, event: SizeControl.Chosen) -> None:
        """Show another text size."""
        self.run_command("size", event.size.value)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell what has the focus, which is where the terminal's cursor goes."""
        event.widget.refresh()
        self._attention.focus(is_control=isinstance(event.widget, (Scrubber, SizeControl)))
        if isinstance(event.widget, (Scrubber, SizeControl)):
            self.around.tell_focused(event.widget.told, self.size)
            self.session.outbox.emit(Focused(event.widget.told))
        self.settle()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Repaint what has lost the focus."""
        event.widget.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines around the transcript to the window."""
        self.around.fit(self.screen_stack[0], event.size)

    def on_field_full(self) -> None:
        """Say that nothing more can be typed."""
        self.session.say(entry.FULL)

    def on_paste(self) -> None:
        """Answer a paste where there is no line to paste into."""
        self.say(f"Pasted text does nothing here. {mention('help')} lists the keys.")
