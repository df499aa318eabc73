"""A book with its recording, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.clips import Clip
from briefing.errors import SourceError
from briefing.model import BlockKind
from briefing.sources.book_sound import with_sound
from briefing.sources.item import Item
from briefing.sources.opening import Opening
from tests.builders import make_document
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH)
TEXTS = ("A book of lamps", "One", "The lamp was lit.", "Two", "It went out.")
DOCUMENT = make_document(title=TEXTS[0], blocks=zip(KINDS, TEXTS[1:], strict=True))
SPANS = [(block.span.start, block.span.stop) for block in DOCUMENT.blocks]


def clips(*named: str) -> list[Clip]:
    """A clip of two seconds for each block, in these files."""
    return [Clip(name, 2.0 * at, 2.0 * at + 2, *SPANS[at]) for at, name in enumerate(named)]


def opened(path: Path, heard: Sequence[Clip], reader: TableReader | None = None) -> Item:
    return with_sound(Item(DOCUMENT), heard, Opening(str(path), path, reader or TableReader()))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.epub"
    path.write_bytes(b"PK\x03\x04")
    return path


def test_nothing_is_looked_at_before_it_is_asked(book: Path) -> None:
    reader = TableReader()
    item = opened(book, clips("a", "a", "a", "b", "b"), reader)
    assert item.document.media == (str(book), 10.0, True)
    assert reader.asked == []
    assert item.playlist is not None
    assert item.playlist().path == book
    assert item.words is not None
    assert item.told_chapters()
    assert item.whole().document.media.duration_s == 10.0
    assert reader.asked == ["book.epub"]


def test_the_sound_of_a_book_in_a_folder_lies_in_it(tmp_path: Path) -> None:
    path = tmp_path / "ncc.html"
    path.write_text("<html/>")
    playlist = opened(path, clips("a")).playlist
    assert playlist is not None
    assert playlist().path == tmp_path
    assert opened(path, clips("a", "b.mp3")).files == [tmp_path / "a", tmp_path / "b.mp3"]


def test_its_chapters_are_its_headings_at_the_time_at_which_they_are_heard(book: Path) -> None:
    found = opened(book, clips("a", "a", "a", "a", "a")).told_chapters()
    assert [(each.text, each.start_s) for each in found] == [(TEXTS[0], 0.0), ("One", 2.0), ("Two", 6.0)]


def test_a_heading_of_which_nothing_is_heard_is_no_chapter(book: Path) -> None:
    heard = clips("a", "a", "a", "gone", "gone")
    assert [each.text for each in opened(book, heard).told_chapters()] == [TEXTS[0], "One"]
    unsaid = [clip for clip in clips("a", "a", "a", "a", "a") if clip.start != SPANS[3][0]]
    found = opened(book, unsaid).told_chapters()
    assert [(each.text, each.start_s) for each in found] == [(TEXTS[0], 0.0), ("One", 2.0), ("Two", 6.0)]


def test_what_is_missing_is_told_and_the_rest_is_heard(book: Path) -> None:
    item = opened(book, clips("a", "gone/1.mp3", "a", "gone/2.mp3", "b")).whole()
    assert item.document.media.duration_s == 6.0
    assert item.notice == "Of its sound is missing: gone/1.mp3, gone/2.mp3. Speech reads what that says."
    told: list[str] = []
    assert item.timings(told.append) is not None
    assert told == [item.notice]
    assert item.playlist is not None
    assert item.playlist().missing == (SPANS[1], SPANS[3])
    assert item.length_to_fill_s(6.0) is None


def test_without_any_of_its_sound_a_book_is_a_text(book: Path) -> None:
    item = opened(book, clips("gone"))
    assert item.words is None
    assert item.playlist is not None
    with pytest.raises(SourceError, match="The sound files of this book are not there"):
        item.playlist()
    whole = item.whole()
    assert whole.playlist is None
    assert not whole.document.media.available
    assert whole.notice == "The sound files of this book are not there. Get the whole book again."
    assert whole.told_chapters() == ()


def test_a_clip_to_the_end_of_its_file_is_as_long_as_that(book: Path) -> None:
    item = opened(book, [Clip("a", 10.0, None, *SPANS[0])])
    assert item.document.media.duration_s is None
    assert item.whole().document.media.duration_s == 50.0


def test_a_book_that_was_piped_says_that_its_sound_is_not_played() -> None:
    item = with_sound(Item(DOCUMENT), clips("a"), Opening("-", None, TableReader(), b"PK\x03\x04"))
    assert item.playlist is None
    assert item.notice == (
        "The standard input has sound, which is only played of a file: save the book and open that."
    )


def test_speech_takes_its_own_time_where_the_recording_leaves_much_of_the_text_out(book: Path) -> None:
    assert opened(book, clips("a", "a", "a", "a", "a")).length_to_fill_s(10.0) == 10.0
    assert opened(book, clips("a", "a", "gone", "gone", "gone")).length_to_fill_s(4.0) is None
    assert opened(book, clips("gone")).length_to_fill_s(10.0) is None
    music = Clip("a", 10.0, 40.0)
    assert opened(book, [*clips("a", "a", "a", "a", "a"), music]).length_to_fill_s(40.0) is None
    assert Item(DOCUMENT).length_to_fill_s(10.0) == 10.0
