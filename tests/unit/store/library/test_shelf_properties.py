"""Whatever is done to a shelf in whatever order: a small model of it holds what it should."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.store.library import LibraryShelf
from tests.feeds import answer, story

if TYPE_CHECKING:
    from briefing.feed import FeedItem
    from briefing.ports.library import Shelf

FEEDS: Final = ("https://a.example/feed", "https://b.example/feed")
WORDS: Final = ("bridge", "ferry")


class Take(NamedTuple):
    """A feed answers with some items; `words` is what all of them are about."""

    feed: int
    stories: tuple[int, ...]
    words: int


class Hear(NamedTuple):
    """An item is heard, or is not heard any more."""

    feed: int
    story: int
    heard: float
    is_heard: bool | None


class Drop(NamedTuple):
    """A feed is unsubscribed."""

    feed: int


feeds = st.integers(0, len(FEEDS) - 1)
stories = st.integers(0, 5)
steps = st.one_of(
    st.builds(Take, feeds, st.lists(stories, max_size=6, unique=True).map(tuple), st.integers(0, 1)),
    st.builds(Hear, feeds, stories, st.floats(0, 1), st.sampled_from([None, True, False])),
    st.builds(Drop, feeds),
)


class Model:
    """What a shelf is to hold: for each feed its items with their words, and what was heard of them."""

    def __init__(self) -> None:
        self.items: dict[int, dict[int, int]] = {}
        self.heard: dict[tuple[int, int], tuple[float, bool]] = {}

    def do(self, shelf: Shelf, step: Take | Hear | Drop) -> None:
        numbers = {each.address: each.number for each in shelf.subscriptions()}
        match step:
            case Take(feed, taken, words):
                number = shelf.subscribe(FEEDS[feed]).number
                new = shelf.take(number, answer(*(self._item(feed, each, words) for each in taken)))
                known = self.items.setdefault(feed, {})
                fresh = [each for each in taken if each not in known]
                assert new == sum(not self.heard.get((feed, each), (0.0, False))[1] for each in fresh)
                known.update(dict.fromkeys(taken, words))
            case Hear(feed, each, heard, is_heard):
                if each in self.items.get(feed, {}):
                    shelf.keep_heard(self._number(shelf, feed, each), heard, is_heard=is_heard)
                    before = self.heard.get((feed, each), (0.0, False))[1]
                    self.heard[feed, each] = (heard, before if is_heard is None else is_heard)
            case Drop(feed):
                shelf.unsubscribe(numbers.get(FEEDS[feed], 99))
                self.items.pop(feed, None)

    def check(self, shelf: Shelf) -> None:
        items = shelf.items()
        assert {item.title for item in items} == {
            self._title(feed, each) for feed, known in self.items.items() for each in known
        }
        assert len({item.number for item in items}) == len(items)
        for feed, known in self.items.items():
            for each, words in known.items():
                item = next(item for item in items if item.title == self._title(feed, each))
                assert (item.heard, item.is_heard) == self.heard.get((feed, each), (0.0, False))
                told = shelf.told_of(item.number)
                assert told is not None
                assert told.text == WORDS[words]
        unheard = {item.number for item in items if not item.is_heard}
        assert {item.number for item in shelf.items(unheard=True)} == unheard
        for index, word in enumerate(WORDS):
            about = {item.title for item in shelf.search(word)}
            assert about == {
                self._title(feed, each)
                for feed, known in self.items.items()
                for each, words in known.items()
                if words == index
            }

    def _item(self, feed: int, each: int, words: int) -> FeedItem:
        return story(each, title=self._title(feed, each), text=WORDS[words], link=f"{FEEDS[feed]}/{each}")

    def _title(self, feed: int, each: int) -> str:
        return f"Story {feed} {each}"

    def _number(self, shelf: Shelf, feed: int, each: int) -> int:
        return next(item.number for item in shelf.items() if item.title == self._title(feed, each))


@settings(max_examples=60)
@given(st.lists(steps, max_size=15))
def test_in_whatever_order_things_are_done_the_shelf_holds_what_it_should(
    done: list[Take | Hear | Drop],
) -> None:
    model = Model()
    with closing(LibraryShelf(None)) as shelf:
        shelf.take_notice()
        for step in done:
            model.do(shelf, step)
        model.check(shelf)
        assert shelf.take_notice() == ""
