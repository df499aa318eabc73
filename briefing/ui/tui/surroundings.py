"""The lines around the text: which of them there are, when they are painted anew, how they fit the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.ui.widgets.enlarged import Enlarged
from briefing.ui.widgets.player import Banner, Hint, Player, SizeControl, TooSmall, TransportLine
from briefing.ui.widgets.scrubber import Scrubber
from briefing.ui.widgets.status import Status

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen
    from textual.widget import Widget

    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

NARROW: Final = 84
"""Windows with fewer columns have the clock on a line of its own."""
SHORT: Final = 18
"""Windows with fewer rows drop the keys that matter as soon as one is pressed."""
TINY: Final = (28, 8)
"""Windows with fewer columns or rows only say so."""


class Surroundings:
    """What stands above the text (`banner`) and below it."""

    def __init__(self, session: Session, names: KeyNames) -> None:
        self._session = session
        self._second = -1
        self.is_large = False
        """Whether the text is shown in large print."""
        self.banner, self.status, self.scrubber = Banner(session), Status(session, names), Scrubber(session)
        self.said = Enlarged(is_over=True)
        """What was said last, in large print over the text."""
        self.size_control, self._hint = SizeControl(session), Hint(session, names)
        self._clock = TransportLine(session, is_clock=True)
        self._sound = TransportLine(session)

    @property
    def below(self) -> tuple[Widget, ...]:
        """What stands below the text, from the top, what is instead where nothing fits, and what over it."""
        player = Player(self._sound, self.size_control)
        return (self.status, self.scrubber, self._clock, player, self._hint, TooSmall(), self.said)

    def fit(self, screen: Screen[object], size: Size) -> None:
        """Fit the window."""
        screen.set_class(size.width < NARROW, "-narrow")
        screen.set_class(size.height < SHORT, "-short")
        screen.set_class(self._session.size.is_drawn, "-large")
        screen.set_class(self._session.look.is_quiet, "-quiet")
        screen.set_class(size.width < TINY[0] or size.height < TINY[1], "-tiny")
        self._sound.is_split = size.width < NARROW
        self.size_control.is_labelled = size.width >= NARROW
        self.say(size)

    def show_keys(self) -> None:
        """Name other keys."""
        self._hint.refresh(layout=True)

    def drop_hint(self, size: Size) -> None:
        """Drop the keys that matter, of which one was found, where the text needs their room."""
        if size.height < SHORT or self._session.size.is_drawn:
            self._hint.display = False

    def step(self) -> None:
        """Paint clock and scrubber anew if they would read otherwise."""
        second = int(self._session.position_s)
        if second != self._second and not self._session.look.is_quiet:
            self._second = second
            self._clock.step()
            self._sound.step()
            self.scrubber.step()

    def repaint(self) -> None:
        """Paint anew what tells how it plays."""
        self._second = -1
        self._clock.refresh()
        self._sound.refresh()
        self.scrubber.step()
        self.size_control.refresh()

    def retime(self) -> None:
        """Show another timeline."""
        self.scrubber.forget_marks()
        self.repaint()

    def show_document(self) -> None:
        """Show what is told of another text, or of what its tags added."""
        self.banner.refresh()
        self.retime()

    def tell_focused(self, text: str, size: Size) -> None:
        """Say in the status what has the focus."""
        self.status.tell_focused(text)
        self.say(size)

    def say(self, size: Size) -> None:
        """Show the status in as many rows as its words take, and the window has.

        Where the text is in large print, so are they (`said`), and the small ones leave it its room. On a
        quiet screen it keeps the rows that it may take: else the text would move with each answer.
        """
        most = 1 if self.is_large else 3 if size.height >= SHORT else 2
        self.status.fit(size.width - 4, most, least_rows=most if self._session.look.is_quiet else 1)
