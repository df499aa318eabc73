"""How the text is shown: what is lit, in which colours, and whether the view follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce
from briefing.events import ViewChanged
from briefing.model import Focus
from briefing.settings import Where
from briefing.sizes import Spacing

if TYPE_CHECKING:
    from briefing.model import Light
    from briefing.session.outbox import Outbox
    from briefing.settings import Settings


class Look:
    """What the user chose of the view. Every change is told by a `ViewChanged`."""

    def __init__(self, settings: Settings, outbox: Outbox) -> None:
        self.theme = settings.theme
        self.light = settings.light
        self.is_quiet = settings.quiet
        """Whether there is no running clock, and no moving word."""
        self.turns_pages = settings.reduced_motion
        """Whether the view moves as seldom as it can, and nothing blinks."""
        self._focus = settings.focus
        self.is_following = settings.follow
        self.spacing = Spacing(settings.line_spacing, settings.letter_spacing, settings.line_length)
        self.is_on_screen = True
        """Whether there is a screen to see it on; else it is for the next one."""
        self._outbox = outbox

    def told_where(self, where: Where) -> str:
        """Return what a setting is for, in words, where that is the face that is not there now."""
        return where if where is (Where.LINES if self.is_on_screen else Where.SCREEN) else ""

    def set_theme(self, name: str) -> None:
        """Show other colours."""
        self.theme = name
        self._outbox.emit(ViewChanged())

    def set_light(self, light: Light) -> None:
        """Light another unit."""
        self.light = light
        self._outbox.emit(ViewChanged())

    @property
    def focus(self) -> Focus:
        """What is shown of the text; a quiet screen has no moving word, but its sentence."""
        return Focus.SENTENCE if self._focus is Focus.WORD and self.is_quiet else self._focus

    def set_focus(self, focus: Focus) -> None:
        """Show another part of the text."""
        self._focus = focus
        self._outbox.emit(ViewChanged())

    def set_motion(self, *, is_quiet: bool, turns_pages: bool) -> None:
        """Let more or less move by itself."""
        self.is_quiet, self.turns_pages = is_quiet, turns_pages
        self._outbox.emit(ViewChanged())

    def set_spacing(self, spacing: Spacing) -> None:
        """Set the text otherwise in its size."""
        self.spacing = spacing
        self._outbox.emit(ViewChanged())

    def set_following(self, *, following: bool) -> None:
        """Let the view follow the reading, or not."""
        self.is_following = following
        self._outbox.emit(ViewChanged())

    def look_away(self) -> None:
        """Stop following, for the view was moved by hand, and say so; the sound goes on."""
        if self.is_following:
            self.set_following(following=False)
            self._outbox.say(announce.follow(is_following=False))
