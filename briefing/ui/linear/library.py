"""The library in lines: numbered items in pages, walked one by one or chosen by number.

Rules:
1. It is a mode of its own: keys do what their commands would do to an item (`ui.library.keys`), and each is
   answered. What is typed for a command is answered as ever.
2. First it is said how much there is, then a page is listed; Enter lists the next one. Once an item was gone
   to, by its number or step by step, Enter opens that.
3. Nothing is said unasked but what a refresh or a search brought, as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.mentions import mention
from briefing.library.lines import item_line, subscription_line
from briefing.listed import ListedItem, Subscription
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import capital, spoken
from briefing.ui.library.keys import IN_LIBRARY, told
from briefing.ui.library.view import SEARCH, LibraryView
from briefing.ui.lists.keys import AS_EVER, Deed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.commands.command import Prompt
    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

PAGE: Final = 10
"""Items of a page: more come by Enter."""


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
        self._rows: list[ListedItem] | list[Subscription] = []
        self._listed = 0
        """How many rows were listed so far."""
        self._at: int | None = None
        """The row that was gone to."""
        self._typed = ""

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
        """Take note that what is listed is other than it was; whatever was gone to is still that."""
        kept = None if self._at is None else self._number(self._at)
        self._view.load()
        self._take_rows()
        numbers = [self._number(at) for at in range(len(self._rows))]
        self._at = numbers.index(kept) if kept in numbers else None

    def _take_rows(self) -> None:
        view = self._view
        if view.is_of_feeds:
            self._rows = list(view.subscriptions)
        else:
            self._rows = [item for group in view.groups for item in group.items]

    def _begin(self) -> None:
        """Say how much there is, and list the first page."""
        self._take_rows()
        self._listed, self._at, self._typed = 0, None, ""
        self._say(f"{self._view.title} {self._view.note}".rstrip())
        if self._rows:
            self._list_on()

    def _list_on(self) -> None:
        """List the next page."""
        begin, end = self._listed, min(self._listed + PAGE, len(self._rows))
        for at in range(begin, end):
            self._say_row(self._line(at))
        self._listed = end
        left = len(self._rows) - end
        if begin >= end:  # there may be fewer than before
            self._say("That is all. Type a number, then Enter.")
        elif left:
            self._say(f"{mention('play-here')} for {min(left, PAGE)} more, or type a number, then Enter.")

    def _list_back(self) -> None:
        """List the page before the last one that was listed."""
        page = max(0, (self._listed - 1) // PAGE * PAGE - PAGE)
        self._listed, self._at = page, None
        self._list_on()

    def _number(self, at: int) -> int:
        """Return the number by which a row is chosen."""
        return at + 1 if self._view.is_of_feeds else self._rows[at].number

    def _line(self, at: int) -> str:
        row, now = self._rows[at], self._session.catalogue.now()
        if isinstance(row, Subscription):
            return subscription_line(row, *self._view.size_of(row), now, number=at + 1)
        return item_line(row, now)

    # Keys

    def key(self, key: str) -> None:
        """Answer a key."""
        if key.isascii() and key.isdecimal():
            self._type(key)
            return
        self._typed = ""
        command_id = self._commands.get(key, "")
        if key == "escape":
            self._go_back()
        elif key in ("pagedown", "pageup"):
            (self._list_on if key == "pagedown" else self._list_back)()
        elif command_id in IN_LIBRARY:
            self._do(IN_LIBRARY[command_id].deed, command_id)
        elif command_id in AS_EVER:
            self._run(command_id)
        else:
            told_key = "That key" if key == UNKNOWN else capital(spoken(key))
            self._say(f"{told_key} does nothing in the library. {mention('help')} tells the keys.")

    def _type(self, digit: str) -> None:
        """Go to the row whose number is typed."""
        numbers = {str(self._number(at)): at for at in range(len(self._rows))}
        typed = self._typed + digit
        if typed in numbers:
            self._at = numbers[typed]
            self._say(self._line(self._at))
        elif any(number.startswith(typed) for number in numbers):
            self._say(f"{typed}, another digit.")
        else:
            self._say(f"There is no {typed} here.")
            typed = ""
        self._typed = typed

    def _do(self, deed: Deed, command_id: str) -> None:  # noqa: C901, PLR0912 - one table
        match deed:
            case Deed.CLOSE:
                self._leave()
            case Deed.NEXT:
                self._step(1)
            case Deed.BACK:
                self._step(-1)
            case Deed.FIRST:
                self._go_to(0)
            case Deed.LAST:
                self._go_to(len(self._rows) - 1)
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

    def _step(self, step: int) -> None:
        first = (self._listed - 1) // PAGE * PAGE
        self._go_to(first if self._at is None else self._at + step)

    def _go_to(self, at: int) -> None:
        if not 0 <= at < len(self._rows):
            self._say(f"There is {'none before' if at < 0 else 'no other below'}.")
            return
        self._at = at
        self._say(self._line(at))

    def _choose(self) -> None:
        """Open what was gone to; where nothing was, list on."""
        at = self._at
        if at is None:
            self._list_on()
        elif self._view.is_of_feeds:
            self._view.show_feed(at + 1)
            self._begin()
        else:
            self._close()
            self._run("open", str(self._number(at)))

    def _play(self) -> None:
        if self._view.is_of_feeds or not self._rows:
            self._say("There is nothing to play here.")
            return
        items = [row for row in self._rows[self._at or 0 :] if isinstance(row, ListedItem)]
        self._close()
        self._session.play_items(items)

    def _gone_to(self) -> ListedItem | Subscription | None:
        """Return the row that was gone to; say how that is done, where none was."""
        if self._at is None:
            self._say(f"Go to one first, by {mention('sentence-forward')} or its number.")
            return None
        return self._rows[self._at]

    def _mark(self) -> None:
        row = self._gone_to()
        if isinstance(row, ListedItem):
            self._run("item-heard", str(row.number))
        elif row is not None:
            self._say("Only items are marked as heard.")

    def _drop(self) -> None:
        row = self._gone_to()
        if row is not None:
            self._view.drop(row.subscription if isinstance(row, ListedItem) else row.number)
