"""An app that shows beside small words what somebody looks at, in large print: see `widgets.enlarged`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from briefing.ui.tui.pointing import PointingApp
from briefing.ui.widgets.enlarged import Enlarged, face_beside

if TYPE_CHECKING:
    from briefing.session import Session
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.tui.surroundings import Surroundings
    from briefing.ui.widgets.choices import Choices
    from briefing.ui.widgets.field import Field
    from briefing.ui.widgets.transcript import TranscriptView


class EnlargingApp(PointingApp):
    """What its lists, lines to type in and announcements look like in large print."""

    session: Session
    transcript: TranscriptView
    around: Surroundings
    _typed = ""

    @abstractmethod
    def drawing(self) -> Drawing:
        """Return what fine letters are drawn with."""

    def _letters(self, text: str) -> Typeface | None:
        if not self.session.size.is_drawn:  # as nearly always; nothing has to be imported to know it
            return None
        return face_beside(self.session.size, self.size, self.drawing(), text)

    def on_choices_pointed(self, event: Choices.Pointed) -> None:
        """Show the entry that is highlighted, after what was typed to find it."""
        if len(self.screen_stack) <= 1:  # what was posted before a dialog, or everything, was closed
            return
        from briefing.ui.widgets.field import Field  # with a dialog, so not at the start

        is_sought = isinstance(self.focused, Field) and bool(self.focused.value)
        self._show(f"{self._typed} {event.text}" if is_sought else event.text)

    def on_field_typed(self, event: Field.Typed) -> None:
        """Show what is typed; of a long line the end."""
        self._typed = event.text
        self._show(event.text, from_end=True)

    def _show(self, text: str, *, from_end: bool = False) -> None:
        if len(self.screen_stack) <= 1:  # what was posted before a dialog, or everything, was closed
            return
        face = self._letters(text)
        shown = next(iter(self.screen.query(Enlarged)), None)
        if shown is None and face is not None:
            shown = Enlarged()
            self.screen.mount(shown)
        if shown is not None:
            shown.show(text, face, from_end=from_end)

    def tell_large(self, text: str) -> None:
        """Show what was announced, unless it is what is read in large print already."""
        sentence = " ".join(self.session.sentence.of(self.session.document.text).split())
        words = " ".join(text.split())
        if len(self.screen_stack) > 1 or not words or words in sentence or sentence in words:
            return
        said = self.around.said
        said.tell(words, self._letters(words))
        if said.display:
            window, view = self.transcript.window, self.transcript.region
            row = window.row_of(self.session.place) or 0
            below = view.y + row + window.flow.geometry.letter_rows
            foot = self.around.status.region.bottom  # what is below the status stays in view
            is_above = below > foot - said.rows
            said.set_class(is_above, "-top")
            said.styles.margin = (0, 0, 0 if is_above else max(0, self.size.height - foot), 0)
