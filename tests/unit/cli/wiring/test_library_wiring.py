"""The library as a player opens what is in it: by numbers, and as this morning's briefing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing.cli.wiring.account import open_shelf
from briefing.cli.wiring.current import CurrentSettings
from briefing.cli.wiring.librarian import LateShelf
from briefing.cli.wiring.library import AccountLibrary, NothingToHearError, is_kept_there
from briefing.cli.wiring.opened import open_later
from briefing.cli.wiring.sources import TagReader, open_at_once
from briefing.errors import SourceError, UsageError
from briefing.feed import Feed, FeedItem
from briefing.folders import library_path
from briefing.ports.library import FeedAnswer
from briefing.settings import Settings
from tests.recordings import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = "The bridge opened again on Monday. "


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(count: int) -> None:
    """Have a feed of so many items in the library, number 1 the newest."""
    now = datetime.now(UTC)
    items = [
        FeedItem(
            f"Story {n}",
            (now - timedelta(hours=n)).isoformat(timespec="seconds"),
            str(n),
            content=f"<p>{STORY}</p>",
            text=STORY,
        )
        for n in range(1, count + 1)
    ]
    shelf = open_shelf()
    number = shelf.subscribe("https://example.org/feed").number
    shelf.take(number, FeedAnswer(Feed("Harbour News", items=tuple(items))))
    shelf.close()


class Account:
    def __init__(self, last: str | None = None) -> None:
        self.last = last
        self.told: list[str] = []
        self.shelf = LateShelf()
        self.current = CurrentSettings(Settings())
        self.library = AccountLibrary(
            self.current, TagReader(), self.shelf.open, lambda: self.last, self.told.append
        )

    def opened(self, name: str) -> tuple[list[str], str]:
        """Return what is in the queue, and which of it is open."""
        item, queue = self.library.open(name)
        assert queue.here is not None
        assert item.document.title == queue.here.title
        return [each.title for each in queue.entries], queue.here.title


@pytest.fixture
def account() -> Iterator[Account]:
    account = Account()
    yield account
    account.shelf.close()


def test_today_is_what_was_not_heard_from_its_beginning(account: Account) -> None:
    fill(3)
    assert account.opened("today") == (["Story 1", "Story 2", "Story 3"], "Story 1")
    number = account.library.open("today")[1].entries[0].number
    assert number is not None
    account.library.keep_heard(number, 1.0, is_heard=True)
    assert account.opened("today") == (["Story 2", "Story 3"], "Story 2")


def test_where_nothing_was_ever_read_it_says_how_to(account: Account) -> None:
    shelf = open_shelf()
    shelf.subscribe("https://example.org/feed")
    shelf.close()
    with pytest.raises(
        NothingToHearError, match=r"None of your subscriptions was read yet\. .briefing refresh"
    ):
        account.library.open("today")


def test_today_goes_on_in_the_item_that_was_left_if_it_was_begun(account: Account) -> None:
    fill(3)
    second = account.library.open("today")[1].entries[1]
    account.last = second.source
    assert account.opened("today")[1] == "Story 1"
    assert second.number is not None
    account.library.keep_heard(second.number, 0.4)
    assert account.opened("today")[1] == "Story 2"
    assert account.opened(second.source)[1] == "Story 2"


def test_an_item_of_a_morning_that_is_over_is_opened_alone(account: Account) -> None:
    fill(2)
    entries = account.library.open("today")[1].entries
    for each in entries:
        assert each.number is not None
        account.library.keep_heard(each.number, 1.0, is_heard=True)
    again = Account()
    assert again.opened(entries[1].source) == (["Story 2"], "Story 2")
    again.shelf.close()


def test_numbers_are_heard_in_the_order_in_which_they_were_typed(account: Account) -> None:
    fill(4)
    numbers = [each.number for each in account.library.open("today")[1].entries]
    assert account.opened(f"{numbers[2]} {numbers[3]} {numbers[0]}")[0] == ["Story 3", "Story 4", "Story 1"]
    assert account.opened(str(numbers[1])) == (["Story 2"], "Story 2")
    with pytest.raises(SourceError, match="no item 77"):
        account.library.open("77")


def test_a_file_goes_before_the_item_of_its_number(home: Path) -> None:
    assert [is_kept_there(name) for name in ("7", "./7", "7 8", "today", "today 7", "a7")] == [
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    (home / "7").write_text("A story of its own, in a file.")
    assert not is_kept_there("7")
    assert "A story of its own" in open_at_once("7").document.text


def test_nothing_is_made_where_there_is_no_library_yet(account: Account) -> None:
    with pytest.raises(NothingToHearError, match="You have not subscribed to anything yet"):
        account.library.open("today")
    with pytest.raises(SourceError, match="no item 7"):
        open_at_once("7")
    assert account.library.new_items() == 0
    path = library_path()
    assert path is not None
    assert not path.exists()


def test_new_items_are_told_once(account: Account) -> None:
    fill(2)
    assert [account.library.new_items(), account.library.new_items()] == [2, 0]


def test_what_takes_long_to_open_is_opened_when_it_is_waited_for(account: Account, home: Path) -> None:
    late = open_later("gone.md", account.current, account.library).item
    assert (late.is_stand_in, late.document.title) == (True, "gone.md")
    with pytest.raises(SourceError, match="no file gone"):
        late.whole()
    (home / "story.md").write_text("# The ferry\n\nIt sails.\n")
    assert open_later("story.md", account.current, account.library).item.whole().document.title == "The ferry"
    with pytest.raises(UsageError, match="piped in"):
        open_later("-", account.current, account.library)


def test_todays_briefing_and_what_is_opened_go_by_the_settings_as_they_are_changed(
    account: Account, home: Path
) -> None:
    fill(4)
    assert len(account.opened("today")[0]) == 4
    account.current.now = Settings(today_most=2)
    assert len(account.opened("today")[0]) == 2
    path = make(home, "wav", 2.0)
    for language in ("en", "de"):
        text = f"WEBVTT\n\n00:00.000 --> 00:02.000\nSaid in {language}.\n"
        path.with_suffix(f".{language}.vtt").write_text(text)
    account.current.now = Settings(language="de")
    opened = open_later(path.name, account.current, account.library).item.whole()
    assert "Said in de." in opened.document.text
