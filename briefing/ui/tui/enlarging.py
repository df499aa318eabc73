"""An app that shows beside small words what somebody looks at, in large print: see `widgets.enlarged`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from textual import events

from briefing.ui.keys.names import MEDIA
from briefing.ui.tui.pointing import PointingApp
from briefing.ui.widgets.enlarged import Enlarged, HasHeading, face_beside

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefing.session import Session
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.tui.surroundings import Surroundings
    from briefing.ui.widgets.choices import Choices
    from briefing.ui.widgets.field import Field
    from briefing.ui.widgets.transcript import TranscriptView


_RESTS_S: Final = 1.0
"""Who has not moved on for so long wants to know more of an entry."""


class EnlargingApp(PointingApp):
    """What its lists, lines to type in and announcements look like in large print."""

    session: Session
    transcript: TranscriptView
    around: Surroundings
    _pointed: tuple[Screen[object], str] | None = None
    """The dialog and the entry of which was told last."""

    def on_mount(self) -> None:
        """Have what was announced in its place whenever all is laid out anew."""
        self.screen.screen_layout_refresh_signal.subscribe(self.screen, lambda _: self._place_said())

    async def on_event(self, event: events.Event) -> None:
        """Do what a media key asks for, whatever is open; all else goes its way."""
        if isinstance(event, events.Key) and event.key in MEDIA:
            self.call_next(self._press_media_key, event.key)
        else:
            await super().on_event(event)

    def _press_media_key(self, key: str) -> None:
        from briefing.ui.keys.media import press_media_key

        if not press_media_key(self.session, key):
            self.session.say("That key does nothing.")
        self.tick()

    @abstractmethod
    def tick(self) -> None:
        """Move the session on, now and again when it asks for it."""

    @abstractmethod
    def drawing(self) -> Drawing:
        """Return what fine letters are drawn with."""

    def letters(self, text: str) -> Typeface | None:
        """Return what stands beside the text is drawn in; None for the terminal's own letters."""
        if not self.session.size.is_drawn:  # as nearly always; nothing has to be imported to know it
            return None
        return face_beside(self.session.size, self.size, self.drawing(), text)

    def on_choices_pointed(self, event: Choices.Pointed) -> None:
        """Show once what is listed, and then what there is to say of the entry that is highlighted."""
        from briefing.ui.widgets.field import Field  # with a dialog, so not at the start

        if len(self.screen_stack) <= 1:  # what was posted before the dialog was closed
            return
        screen = self.screen
        if not self.session.size.is_drawn or (isinstance(self.focused, Field) and self.focused.value):
            return
        if (screen, event.text) == self._pointed:
            return  # the cursor was put there once more
        is_new = self._pointed is None or self._pointed[0] is not screen
        self._pointed = (screen, event.text)
        words, rests_s = event.text.partition("\n")[2], _RESTS_S
        if isinstance(screen, HasHeading) and is_new:
            words, rests_s = f"{screen.heading} {words}", 0.0
            screen.add_class("-large")
        if shown := self._beside(words):
            shown.tell(words, self.letters(words), is_seen=True, after_s=rests_s)

    def on_field_typed(self, event: Field.Typed) -> None:
        """Show what is typed; of a long line the end."""
        if shown := self._beside(event.text):
            shown.show(event.text, self.letters(event.text), from_end=True)
            self.call_after_refresh(self._cover_cut_line)

    def _cover_cut_line(self) -> None:
        """Have a line to type in cover what is left in view of a line of the text that it cuts."""
        from briefing.ui.widgets.prompt import PromptScreen

        if isinstance(self.screen, PromptScreen):
            top = self.screen.top_row - self.transcript.region.y
            self.screen.cover(self.transcript.window.rows_cut_at(top))

    def _beside(self, text: str) -> Enlarged | None:
        """Return what shows large print in a dialog; None where there is no dialog, and nothing to show."""
        if len(self.screen_stack) <= 1:
            return None
        shown = next(iter(self.screen.query(Enlarged)), None)
        if shown is None and text.strip() and self.letters(text) is not None:
            shown = Enlarged()
            self.screen.mount(shown)
            self.screen.add_class("-large")
        return shown

    def on_transcript_view_size_shown(self, _event: TranscriptView.SizeShown) -> None:
        """Show the lists that are open in the size that the text has now."""
        if len(self.screen_stack) <= 1:
            return
        from briefing.ui.widgets.choices import Choices

        for screen in self.screen_stack[1:]:
            for each in screen.query(Choices):
                each.replace(each.entries, each.highlighted)

    def forget_pointed(self) -> None:
        """Let go of the dialog that was told of, if it is closed."""
        if self._pointed and self._pointed[0] not in self.screen_stack:
            self._pointed = None

    def tell_large(self, text: str, *, joins: bool) -> None:
        """Show what was announced, unless it is what is read in large print already.

        Args:
            text: the words.
            joins: whether they come behind what is still shown, which goes on where it is.
        """
        sentence = " ".join(self.session.cursor.text_of(self.session.sentence).split())
        words = " ".join(text.split())
        if len(self.screen_stack) > 1 or not words or words in sentence or sentence in words:
            return
        said = self.around.said
        if joins:
            said.tell_on(words, self.letters(words))
        else:
            said.tell(words, self.letters(words))
        self._place_said()

    def _place_said(self) -> None:
        """Have what was announced where it does not cover the place, as all is laid out now."""
        said = self.around.said
        if said.display:
            window, view = self.transcript.window, self.transcript.region
            row = window.row_of(self.session.place) or 0
            here = window.rows[row] if row < len(window.rows) else None
            below = view.y + row + (here.line.rows if here else 1)
            foot = self.around.status.region.bottom  # what is below the status stays in view
            is_above = below > foot - said.rows
            said.set_class(is_above, "-top")
            edge = window.rows_left_at(said.rows - view.y) if is_above else 0
            said.cover(0 if is_above else window.rows_cut_at(foot - said.rows - view.y), edge)
            said.styles.margin = (0, 0, 0 if is_above else max(0, self.size.height - foot), 0)
