"""Bookmarks that are written from within the player, and places that come with what is opened."""

from __future__ import annotations

from tests.shelf import Opener
from tests.stage import DOCUMENT, Stage


def test_bookmarks_are_written_with_their_sentences_and_links() -> None:
    library = Opener()
    stage = Stage(library=library, link="/a/story.md").open()
    stage.session.move_to(DOCUMENT.text.index("Ten"))
    stage.press("bookmark a note", "bookmarks-write notes.md", "bookmarks-write notes.md --force")
    (name, (found,), is_forced), again = library.written
    assert (name, found.quote, found.note, is_forced) == ("notes.md", "Ten eleven twelve.", "a note", False)
    assert found.link == "/a/story.md#p2.s2"
    assert found.time_s == stage.session.reader.time_at(DOCUMENT.text.index("Ten"))
    assert (again[0], again[2]) == ("notes.md", True)
    assert stage.said[-1] == "1 bookmark written to notes.md."


def test_without_bookmarks_nothing_is_written_and_that_is_said() -> None:
    library = Opener()
    stage = Stage(library=library).open()
    stage.press("bookmarks-write notes.md")
    assert library.written == []
    assert stage.said[-1].startswith("There are no bookmarks to write.")


def test_a_place_that_comes_with_what_is_opened_goes_before_the_one_where_it_was_left() -> None:
    stage = Stage(at="p2.s2").open()
    assert stage.session.place == DOCUMENT.text.index("Ten")
