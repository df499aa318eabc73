"""A book at an address comes into a file and is read there, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from briefing.sources import fetched
from briefing.sources.fetched import FetchedOpening
from briefing.sources.remote import open_address
from tests.arriving import HandArriving
from tests.fakes_network import Served, TableFetched, TableFetcher
from tests.unit.formats.books.books_made import KINDS, zipped
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports.network import Progress

ADDRESS = "https://example.org/books/bread"


class ArrivingFetcher(TableFetcher):
    """A network on which what is asked for as a recording comes into a file in a folder."""

    def __init__(self, data: bytes, folder: Path) -> None:
        super().__init__({ADDRESS: Served(data, "application/zip")})
        self.folder = folder

    def open(self, address: str, asked_by: str = "", tell: Progress | None = None) -> TableFetched:
        return ArrivingFetched(address, self.table[address], self.folder)


class ArrivingFetched(TableFetched):
    def __init__(self, address: str, served: Served, folder: Path) -> None:
        super().__init__(address, served)
        self.arriving = HandArriving(folder / "arrived", served.data, len(served.data), has_size=False)

    def data(self, most_bytes: int) -> bytes:
        raise AssertionError("It was asked for in memory.")

    def recording(self) -> HandArriving:
        return self.arriving


@pytest.mark.parametrize("kind", KINDS)
def test_a_book_at_an_address_comes_into_a_file_and_is_read_there(kind: str, tmp_path: Path) -> None:
    data = zipped(tmp_path / "made", KINDS[kind]()).read_bytes()
    network = ArrivingFetcher(data, tmp_path)
    document = open_address(ADDRESS, reader=TableReader(), fetcher=network).whole().document
    assert "Mix it with water." in document.text
    opening = FetchedOpening(network.open(ADDRESS), TableReader(), network)
    assert opening.on_disk == tmp_path / "arrived"


def test_its_sound_is_that_of_the_file_and_not_fetched_as_a_recording(tmp_path: Path) -> None:
    data = zipped(tmp_path / "made", KINDS["DAISY 3"]()).read_bytes()
    item = open_address(ADDRESS, reader=TableReader(), fetcher=ArrivingFetcher(data, tmp_path)).whole()
    assert item.playlist is not None
    assert item.playlist().path == tmp_path / "arrived"
    assert item.remote is None
    assert item.document.media == (ADDRESS, 2.0, True)


def test_what_never_ends_is_not_fetched_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(tmp_path / "made", KINDS["EPUB"]()).read_bytes()
    monkeypatch.setattr(fetched, "FILE_BYTES", len(data) - 1)
    item = open_address(ADDRESS, reader=TableReader(), fetcher=ArrivingFetcher(data, tmp_path))
    with pytest.raises(SourceError, match="bread is larger than"):
        item.whole()
