"""The library on the screen: a list of items to open, play from, search and mark; and one of subscriptions.

Rules:
1. It covers the text and leaves the lines below that in view: what is answered, and how it plays, is told
   there.
2. Keys are those of the commands (`ui.library.keys`), and each is answered. What is done to the library is
   done by the session; this shows what is so since.
3. What changes meanwhile is shown where it stands: the highlighted item stays, in its row.
4. Where there is nothing to list, the list says what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID
from briefing.library.days import DayOfItems
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import key_in_words
from briefing.ui.library.entries import ItemEntries, feed_entries
from briefing.ui.library.keys import IN_LIBRARY, told
from briefing.ui.library.view import SEARCH, LibraryView
from briefing.ui.lists.entries import Entry
from briefing.ui.lists.keys import AS_EVER, Deed
from briefing.ui.widgets.choices import Choices
from briefing.ui.widgets.dialogs import ListScreen
from briefing.ui.widgets.prompt import PromptScreen
from briefing.ui.widgets.told import FocusTold

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Offset

    from briefing.listed import ListedItem
    from briefing.session import Session
    from briefing.ui.widgets.around import Around

_OF_LISTS: Final = ("up", "down", "pageup", "pagedown", "home", "end", "enter", "tab", "shift+tab")
"""Keys that any list and any screen has, whatever keys the commands have."""
_LOW: Final = 14
"""Windows with fewer rows have no hint above the list."""


class LibraryScreen(ModalScreen[str | None]):
    """The library; the answer is a command, as it is typed.

    Args:
        session: whose library it is.
        around: the screen below.
        shows_feeds: whether it begins with the subscriptions.
    """

    DEFAULT_CSS = """
    LibraryScreen { align: left top;
        Vertical { background: $panel-page; padding: 0 1; }
        #title { color: $panel-strong; text-style: bold; height: 1; }
        #hint { color: $panel-aside; height: auto; max-height: 2; }
    }
    """

    def __init__(self, session: Session, around: Around, *, shows_feeds: bool = False) -> None:
        super().__init__()
        self._session, self._around = session, around
        self._view = LibraryView(session)
        (self._view.show_feeds if shows_feeds else self._view.show_items)()
        self._entries = self._entries_now()
        self._choices = Choices(self._entries)

    def compose(self) -> ComposeResult:
        """Make title, hint and list."""
        hint = (
            f"{mention('play-here')} opens, {mention('play')} plays from here on, {mention('help')} for keys."
        )
        with Vertical():
            yield Static(Text(self._view.title), id="title", markup=False)
            yield Static(Text(self._around.names.put_into(hint)), id="hint", markup=False)
            yield self._choices

    @property
    def heading(self) -> str:
        """What it lists."""
        return self._view.title

    def on_screen_resume(self) -> None:
        """Tell what is highlighted."""
        self.call_after_refresh(self._choices.point)

    def cursor_cell(self) -> Offset | None:
        """Return where the highlighted item stands."""
        return self._choices.cursor_cell()

    def on_mount(self) -> None:
        """Have the keys below left out, which are others here, and tell what is listed."""
        self._around.set_listing(is_on=True)
        self.app.post_message(FocusTold(f"{self._view.title} {self._choices.told}"))

    def on_unmount(self) -> None:
        """Have them shown again."""
        self._around.set_listing(is_on=False)

    def on_resize(self) -> None:
        """Stand above the lines that stay in view."""
        self.fit()

    def fit(self) -> None:
        """Stand above the lines that stay in view."""
        rows = self._around.rows_above_lines() or self.size.height
        self.query_one(Vertical).styles.height = rows
        self.query_one("#hint").display = rows >= _LOW

    # What is listed

    def _entries_now(self) -> ItemEntries | list[Entry]:
        view, now = self._view, self._session.catalogue.now()
        note = self._around.names.put_into(view.note)
        if view.is_of_feeds:
            return feed_entries(view, now) or [Entry(note)]
        return ItemEntries([DayOfItems(note, ()), *view.groups], now)

    def _show(self) -> None:
        """Show another list from its start."""
        self._entries = self._entries_now()
        self._title()
        self._choices.show(self._entries)

    def renew(self) -> None:
        """Show what the list is now; what was highlighted stays where it is."""
        at = self._choices.highlighted
        kept = self._item
        self._view.load()
        self._entries = self._entries_now()
        self._title()
        if isinstance(self._entries, ItemEntries) and kept is not None:
            at = self._entries.nearest(kept.number, at)
        elif at is not None:
            at = min(at, len(self._entries) - 1)
        self._choices.replace(self._entries, at)

    def _title(self) -> None:
        self.query_one("#title", Static).update(Text(self._view.title))

    @property
    def _item(self) -> ListedItem | None:
        """The item that is highlighted."""
        entries = self._entries
        return entries.item_at(self._choices.highlighted) if isinstance(entries, ItemEntries) else None

    def search(self, words: str) -> None:
        """List what has these words, when it was found."""

        def show() -> None:
            self._show()
            self._session.say(self._view.title)

        self._view.search(words, show)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Do what the key's command does here."""
        command_id, argument = self._around.command_of(event)
        if BY_ID[command_id].works_over_dialogs if command_id else event.key in _OF_LISTS:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self._go_back()
        elif command_id in IN_LIBRARY:
            # Not here: Textual offers the same key to the bindings of a screen that opens now.
            self.call_next(self._do, IN_LIBRARY[command_id].deed, command_id)
        elif command_id in AS_EVER:
            self.call_next(self._around.run_command, command_id, argument)
        else:
            key = event.character if event.is_printable else key_in_words(event.key)
            told_key = "That key" if event.key == UNKNOWN else key
            self._session.say(f"{told_key} does nothing in the library. {mention('help')} tells the keys.")

    def _do(self, deed: Deed, command_id: str) -> None:  # noqa: C901, PLR0912 - one table
        match deed:
            case Deed.CLOSE:
                self._close()
            case Deed.NEXT:
                self._choices.action_move(1)
            case Deed.BACK:
                self._choices.action_move(-1)
            case Deed.FIRST:
                self._choices.action_move_to_end(-1)
            case Deed.LAST:
                self._choices.action_move_to_end(1)
            case Deed.CHOOSE:
                self._choices.action_choose()
            case Deed.PLAY:
                self._play()
            case Deed.MARK:
                self._mark()
            case Deed.DROP:
                self._drop()
            case Deed.SEARCH:
                self._around.ask(PromptScreen(SEARCH), self.search)
            case Deed.LIST_FEEDS:
                self._toggle_feeds()
            case Deed.TELL_KEYS:
                self._tell_keys()
            case Deed.RUN:
                self._around.run_command(command_id)
            case _:
                raise AssertionError(deed)

    def _go_back(self) -> None:
        if self._view.go_back():
            self._show()
            self._session.say(self._view.title)
        else:
            self._close()

    def _close(self) -> None:
        self._session.say("Library closed.")
        self.dismiss(None)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open the item that was chosen, or list those of the subscription."""
        event.stop()
        if self._view.is_of_feeds:
            self._view.show_feed(int(event.entry_id))
            self._show()
            self._session.say(self._view.title)
        else:
            self.dismiss(f"open {event.entry_id}")

    def on_choices_digits(self, event: Choices.Digits) -> None:
        """Say what digits lead nowhere yet."""
        event.stop()
        self._session.say(
            f"{event.typed}, another digit." if event.typed else "There is no such number here."
        )

    def _play(self) -> None:
        at = self._choices.highlighted
        if isinstance(self._entries, ItemEntries) and at is not None:
            items = self._entries.items_from(at)
            self.dismiss(None)
            self._session.play_items(items)
        else:
            self._session.say("There is nothing to play here.")

    def _mark(self) -> None:
        if self._item is not None:
            self._session.run("item-heard", str(self._item.number))

    def _drop(self) -> None:
        at = self._choices.highlighted
        if self._view.is_of_feeds and at is not None and self._view.subscriptions:
            self._view.drop(self._view.subscriptions[at].number)
        elif self._item is not None:
            self._view.drop(self._item.subscription)

    def _toggle_feeds(self) -> None:
        (self._view.show_items if self._view.is_of_feeds else self._view.show_feeds)()
        self._show()
        self._session.say(self._view.title)

    def _tell_keys(self) -> None:
        entries = [Entry(f"{keys}  {title}.", "") for keys, title in told(self._around.names)]
        self._around.ask(ListScreen("The library's keys", entries, self._around), lambda _: None)
