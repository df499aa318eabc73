"""The library in lines: a list as any other, of items by their own numbers, with more that can be done.

Rules:
1. It is a mode of its own: keys do what their commands would do to an item (`ui.library.keys`), and each is
   answered with one line. What is typed for a command is answered as ever.
2. First it is said how much there is, and the first item; Enter opens the one that was said last.
3. Nothing is said unasked but what a refresh or a search brought, as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.mentions import mention
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import capital, spoken
from briefing.ui.library.entries import ItemEntries, feed_entries
from briefing.ui.library.keys import IN_LIBRARY, told
from briefing.ui.library.view import SEARCH, LibraryView
from briefing.ui.lists.keys import AS_EVER, Deed
from briefing.ui.lists.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.commands.command import Prompt
    from briefing.listed import ListedItem
    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames
    from briefing.ui.lists.entries import Entry

PAGE: Final = 10
"""Items that are read at once by Page Down."""

_NOTHING: Final = "Nothing is listed."


class LibraryLines:
    """Answers keys with items until it is closed.

    Args:
        session: whose library it is.
        commands: the command of each key.
        names: how the user's keys are told.
        say: makes an announcement.
        say_row: announces a row of a list.
        run: runs a command.
        prompt: lets a line be typed, and hands it on.
        close: keys are commands again.
    """

    def __init__(
        self,
        session: Session,
        commands: Mapping[str, str],
        names: KeyNames,
        *,
        say: Callable[[str], None],
        say_row: Callable[[str], None],
        run: Callable[..., None],
        prompt: Callable[[Prompt, Callable[[str], None]], None],
        close: Callable[[], None],
    ) -> None:
        self._session, self._commands, self._names = session, commands, names
        self._say, self._say_row = say, say_row
        self._run, self._prompt, self._close = run, prompt, close
        self._view = LibraryView(session)
        self._walk = Walk([])

    # Lists

    def show_items(self) -> None:
        """List all items."""
        self._view.show_items()
        self._begin()

    def show_feeds(self) -> None:
        """List the subscriptions."""
        self._view.show_feeds()
        self._begin()

    def search(self, words: str) -> None:
        """List what has these words, when it was found."""
        self._view.search(words, self._begin)

    def renew(self) -> None:
        """Take note that what is listed is other than it was; one stays where one was, if that is there."""
        item, at = self._item, self._walk.at
        self._view.load()
        entries = self._entries()
        if not entries or at is None:
            at = None
        elif isinstance(entries, ItemEntries) and item is not None:
            at = entries.nearest(item.number, at)
        else:
            at = min(at, len(entries) - 1)
        self._walk = Walk(entries, at)

    def _entries(self) -> ItemEntries | list[Entry]:
        view, now = self._view, self._session.catalogue.now()
        return feed_entries(view, now) if view.is_of_feeds else ItemEntries(view.groups, now, is_brief=False)

    @property
    def _item(self) -> ListedItem | None:
        """The item that one is at."""
        entries = self._walk.entries
        return entries.item_at(self._walk.at) if isinstance(entries, ItemEntries) else None

    def _begin(self) -> None:
        """Say how much there is, and the first of it."""
        self._walk = Walk(self._entries())
        first = "" if self._walk.at is None else self._line()
        self._say(" ".join(filter(None, (self._view.title, self._view.note, first))))

    def _line(self) -> str:
        return self._walk.entries[self._walk.at or 0].text

    # Keys

    def key(self, key: str) -> None:
        """Answer a key."""
        if key.isascii() and key.isdecimal():
            self._type(key)
            return
        self._walk.forget_digits()
        command_id = self._commands.get(key, "")
        if key == "escape":
            self._go_back()
        elif key in ("pagedown", "pageup"):
            self._read_page(1 if key == "pagedown" else -1)
        elif command_id in IN_LIBRARY:
            self._do(IN_LIBRARY[command_id].deed, command_id)
        elif command_id in AS_EVER:
            self._run(command_id)
        else:
            told_key = "That key" if key == UNKNOWN else capital(spoken(key))
            self._say(f"{told_key} does nothing in the library. {mention('help')} tells the keys.")

    def _type(self, digit: str) -> None:
        """Go to the item whose number is typed."""
        before = self._walk.typed
        at = self._walk.type(digit)
        typed = self._walk.typed
        self._go_to(at, f"{typed}, another digit." if typed else f"There is no {before}{digit} here.")

    def _read_page(self, step: int) -> None:
        """Say the next items at once, or those before; one is at the last of them then, or at the first."""
        lines: list[str] = []
        while len(lines) < PAGE and (at := self._walk.from_here(step)) is not None:
            self._walk.at = at
            lines.append(self._line())
        for line in lines if step > 0 else reversed(lines):
            self._say_row(line)
        if not lines:
            self._say("There is no other below." if step > 0 else "There is none before.")

    def _do(self, deed: Deed, command_id: str) -> None:  # noqa: C901, PLR0912 - one table
        match deed:
            case Deed.CLOSE:
                self._leave()
            case Deed.NEXT:
                self._go_to(self._walk.from_here(1), "There is no other below.")
            case Deed.BACK:
                self._go_to(self._walk.from_here(-1), "There is none before.")
            case Deed.FIRST:
                self._go_to(self._walk.at_end(-1), _NOTHING)
            case Deed.LAST:
                self._go_to(self._walk.at_end(1), _NOTHING)
            case Deed.CHOOSE:
                self._choose()
            case Deed.PLAY:
                self._play()
            case Deed.MARK:
                self._mark()
            case Deed.DROP:
                self._drop()
            case Deed.SEARCH:
                self._prompt(SEARCH, self.search)
            case Deed.LIST_FEEDS:
                (self.show_items if self._view.is_of_feeds else self.show_feeds)()
            case Deed.TELL_KEYS:
                self._say(" ".join(f"{capital(keys)}: {title}." for keys, title in told(self._names)))
            case Deed.RUN:
                self._run(command_id)
            case _:
                raise AssertionError(deed)

    def _go_back(self) -> None:
        if self._view.go_back():
            self._begin()
        else:
            self._leave()

    def _leave(self) -> None:
        self._close()
        self._say("Library closed.")

    def _go_to(self, at: int | None, otherwise: str) -> None:
        if at is None:
            self._say(otherwise)
        else:
            self._walk.at = at
            self._say(self._line())

    def _choose(self) -> None:
        """Open the item that one is at, or list those of the subscription."""
        if self._walk.at is None:
            self._say(_NOTHING)
        elif self._view.is_of_feeds:
            self._view.show_feed(self._walk.at + 1)
            self._begin()
        elif self._item is not None:
            self._close()
            self._run("open", str(self._item.number))

    def _play(self) -> None:
        entries, at = self._walk.entries, self._walk.at
        if isinstance(entries, ItemEntries) and at is not None:
            self._close()
            self._session.play_items(entries.items_from(at))
        else:
            self._say("There is nothing to play here.")

    def _mark(self) -> None:
        if self._item is not None:
            self._run("item-heard", str(self._item.number))
        else:
            self._say("Only items are marked as heard.")

    def _drop(self) -> None:
        if self._view.is_of_feeds and self._walk.at is not None:
            self._view.drop(self._view.subscriptions[self._walk.at].number)
        elif self._item is not None:
            self._view.drop(self._item.subscription)
        else:
            self._say(_NOTHING)
