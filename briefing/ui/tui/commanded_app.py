"""Keys and commands on the screen: all are run by the session, which hands back what needs a screen.

Textual offers a key to every class of the app that has an `on_key`, so there is one, here.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import events

from briefing import announce, announce_text
from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID, command_called
from briefing.events import Focused, KeyPressed, Leaving, LettersTyped, LibraryChanged, OptionsCame
from briefing.ui.carriers import LEAVING, asked_here, carriers_of, carry_out, options_again
from briefing.ui.keys.bindings import argument_of
from briefing.ui.keys.mentions import KeysInForce
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import key_in_words
from briefing.ui.tui import memory
from briefing.ui.tui.attention import Attention
from briefing.ui.tui.enlarging import EnlargingApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.timer import Timer

    from briefing.session import Session
    from briefing.ui.widgets.library import LibraryScreen
    from briefing.ui.widgets.raster import Raster
    from briefing.ui.widgets.told import FocusTold, LettersTold


_OF_THE_FOCUS: Final = frozenset({"tab", "shift+tab"})
"""Keys that Textual answers."""


class CommandedApp(EnlargingApp):
    """An app that runs commands, whatever is on its screen."""

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__(session.look.theme, session.settings.colour, session.say)
        session.outbox.leave_by(self.leave)
        self._attention = Attention()
        self.keys = KeysInForce(session.settings.keys, is_heard=False)
        self.names = self.keys.names
        self._carriers = carriers_of(session, self) | {
            "skip-story": self._focus_story,
            "picture": self._see_picture,
        }
        self.picture: Raster | None = None
        """The picture of the text that is shown, once it is there."""
        self.memory = memory.ScreenMemory(is_on=False)
        self._letting_go: Timer | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether nothing moves that nobody asked for."""
        return self.session.look.is_quiet

    @abstractmethod
    def after_view(self) -> None:
        """Let what stands around the text follow the view."""

    async def on_event(self, event: events.Event) -> None:
        """Take note of every key, whoever answers it."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.session.outbox.emit(KeyPressed())
            self.around.said.clear()
        await super().on_event(event)

    def on_focus_told(self, event: FocusTold) -> None:
        """Pass on what took the focus."""
        self.session.outbox.emit(Focused(event.text))

    def on_letters_told(self, event: LettersTold) -> None:
        """Pass on what was typed."""
        self.session.outbox.emit(LettersTyped(event.letters))

    def on_key(self, event: events.Key) -> None:
        """Run the command of a key; keys of the view and of the focus besides."""
        name, argument = self.command_of(event)
        if len(self.screen_stack) > 1 and not (name and BY_ID[name].works_over_dialogs):
            return
        if name:
            event.stop()
            # Not here: Textual offers the same key to the bindings of a screen that opens now.
            self.call_next(self.run_command, name, argument)
            return
        match event.key:
            case "pagedown" | "pageup":
                self._look(self.transcript.scroll_pages, 1 if event.key == "pagedown" else -1)
            case "ctrl+down" | "ctrl+up":
                self._look(self.transcript.scroll_lines, 1 if event.key == "ctrl+down" else -1)
            case "escape" if self.session.is_opening:
                if not self.session.give_up_opening():
                    self.call_next(self.run_command, "quit")
            case "escape" if self.focused is self.transcript:
                self.say(announce_text.nothing_left(ends_search=self.session.search.leave()))
            case "escape":
                self.transcript.focus()
                self.session.outbox.emit(Focused("The text."))
            case key if key not in _OF_THE_FOCUS:
                self.say(f"{_called(event)} does nothing. {mention('help')} lists the keys.")

    def _look(self, scroll: Callable[[int], None], step: int) -> None:
        """Move the view by hand, and have it heard what is at its top then."""
        window = self.transcript.window
        before = window.top
        scroll(step)
        offset = window.first_offset
        if window.top == before:
            told = "The end of the text is in view." if step > 0 else "The start of the text is in view."
        elif offset is None:
            told = "A picture is in view."
        else:
            sentence = self.session.cursor.transcript.sentence_at(offset)
            told = f"In view: {' '.join(self.session.cursor.text_of(sentence).split())}"
        self.session.outbox.emit(Focused(told))

    def command_of(self, event: events.Key) -> tuple[str, str]:
        """Return the command of a key and what the key gives it to work with; empty if it has none."""
        commands = self.keys.commands
        key = event.key if event.key in commands else event.character or ""
        name = commands.get(key, "")
        return name, argument_of(name, key, self.keys.of_command) if name else ""

    def say(self, text: str) -> None:
        """Say a sentence of this face's own, in which commands may be mentioned."""
        self.session.say(self.names.put_into(text))

    def run_command(self, command_id: str, argument: str = "") -> None:
        """Ask for the argument that a command lacks, and have the session see to it."""
        self.around.drop_hint(self.size)
        self.around.said.clear()
        if command_id in LEAVING and (library := self.opened_library):
            library.dismiss(None)
        asks = asked_here(self.session, self.names, command_id, argument)
        if asks is None:
            carry_out(self.session, self._carriers, command_id, argument)
        else:
            from briefing.ui.widgets.asking import asking_screen

            again = partial(options_again, self.session, self.names, command_id, argument)
            self.ask(asking_screen(command_id, asks, again, self), partial(self.run_command, command_id))
        self.tick()

    def run_line(self, line: str) -> None:
        """Run a command as it was typed, with its argument behind a space."""
        name, _, argument = line.partition(" ")
        command = command_called(name.lower())
        self.run_command(command.id if command else name, argument)

    def ask(self, screen: Screen[str | None], run: Callable[[str], None]) -> None:
        """Open something over the text; what it answers is run."""
        self._attention.move()

        def answer(found: str | None) -> None:
            if found:
                run(found)
            self.let_go_of_closed()
            self.after_view()

        self.push_screen(screen, answer)

    # The ports of a face

    def copy(self, text: str) -> bool:
        """Hand text to the terminal for its clipboard."""
        self.copy_to_clipboard(text)
        return True

    def show_help(self) -> None:
        """Open the help."""
        from briefing.ui.widgets.dialogs import help_screen

        width = 0 if self.session.size.is_drawn else self.size.width
        self.ask(help_screen(self, width), self.run_line)

    def open_command_line(self) -> None:
        """Open the palette."""
        from briefing.ui.widgets.palette import Palette

        self.ask(Palette(self.names), self.run_line)

    def show_library(self, words: str = "") -> None:
        """Open the library, and with words find what has them."""
        library = self._library_at_hand(shows_feeds=False)
        if words:
            self.call_after_refresh(library.search, words)  # once it stands there

    def show_subscriptions(self) -> None:
        """Open the library at its subscriptions."""
        self._library_at_hand(shows_feeds=True)

    def _library_at_hand(self, *, shows_feeds: bool) -> LibraryScreen:
        """Return the library, opened unless it is."""
        from briefing.ui.widgets.library import LibraryScreen

        library = self.opened_library
        if library is None:
            library = LibraryScreen(self.session, self, shows_feeds=shows_feeds)
            self.ask(library, self.run_line)
        return library

    @property
    def opened_library(self) -> LibraryScreen | None:
        """The library where it is open."""
        if len(self.screen_stack) == 1:  # as nearly always; nothing has to be imported to know it
            return None
        from briefing.ui.widgets.library import LibraryScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, LibraryScreen)), None)

    def on_status_grown(self) -> None:
        """Let the library stand above the status."""
        self.fit_library()

    def fit_library(self) -> None:
        """Let the library, where it is open, stand above the lines that stay in view."""
        if library := self.opened_library:
            self.call_after_refresh(library.fit)

    def show_listed(self, event: LibraryChanged | OptionsCame) -> None:
        """Show what lists that are open have now, and how far a refresh has come."""
        if isinstance(event, OptionsCame):
            from briefing.ui.widgets.asking import take_more

            take_more(self.screen_stack, event.id)
            return
        progress = self.session.catalogue.progress
        self.around.status.progress = announce.refreshing(progress.done, progress.feeds) if progress else ""
        self.around.say(self.size)
        if event.has_other_items and (library := self.opened_library):
            library.renew()

    def set_listing(self, *, is_on: bool) -> None:
        """Leave the keys below the text out while a list has others, or show them again."""
        if self.screen_stack:
            self.screen_stack[0].set_class(is_on, "-listing")
            self.fit_library()

    def rows_above_lines(self) -> int:
        """Return how many rows there are above the lines that stay in view; 0 where none does."""
        return self.around.status.region.y

    def show_player(self) -> None:
        """Move to the scrubber."""
        self.around.scrubber.focus()

    def show_size(self) -> None:
        """Move to the control of the text size."""
        self.around.size_control.focus()

    def say_row(self, _step: int) -> None:
        """Say that nothing is cut into rows here."""
        self.say(announce.NO_ROWS)

    def leave(self) -> None:
        """Say goodbye, which is for the ear, and end the app."""
        self.session.say("Goodbye.")
        self.session.outbox.emit(Leaving())
        self.exit()

    # What only a screen has

    def _focus_story(self, _argument: str) -> None:
        self.transcript.focus()

    def _see_picture(self, _argument: str) -> None:
        if self.picture is not None and self.session.cursor.figure_index == 0:
            from briefing.ui.widgets.picture_screen import PictureScreen

            self.push_screen(PictureScreen(self.picture, self.session.outbox.status))

    def let_go_of_closed(self) -> None:
        """Let go of what was drawn of it now, and of the rest in a pause."""
        memory.let_go_of_closed()
        self.forget_pointed()
        if self._letting_go:
            self._letting_go.reset()
        else:
            self._letting_go = self.set_timer(memory.PAUSE_S, self._let_go)

    def _let_go(self) -> None:
        self._letting_go = None
        memory.let_go_of_closed()  # it may have been painted once more as it closed
        self.memory.let_go()


def _called(event: events.Key) -> str:
    if event.is_printable and event.character:
        return event.character
    return "That key" if event.key == UNKNOWN else key_in_words(event.key)
