"""A book's files, in a zip and in a folder: only its own, unpacked only as far as is good."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from briefing.bundles import archive
from briefing.bundles.opening import open_bundle
from briefing.errors import SourceError, UnsafeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOUND = bytes(range(256)) * 400
STRANGE = ("../secret", "audio/../../secret", "/etc/passwd", "C:x", "a\\b", "")
FILES = {"book.opf": b"<package/>", "audio/A1.mp3": SOUND}


def as_zip(folder: Path, packed: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(folder / "book.zip", "w", packed) as book:
        for name, data in FILES.items():
            book.writestr(name, data)
    return folder / "book.zip"


def as_folder(folder: Path) -> Path:
    for name, data in FILES.items():
        path = folder / "book" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "book"


KINDS: dict[str, Callable[[Path], Path]] = {
    "deflated": as_zip,
    "stored": lambda folder: as_zip(folder, zipfile.ZIP_STORED),
    "folder": as_folder,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_a_book_is_read_from_anywhere(kind: str, tmp_path: Path) -> None:
    with open_bundle(KINDS[kind](tmp_path)) as bundle:
        member = bundle.find("audio/A1.mp3")
        assert member is not None
        assert member.size_bytes == len(SOUND)
        file = bundle.open(member)
        assert file.seek(300) == 300
        assert file.read(4) == SOUND[300:304]
        assert file.seek(-2, 2) == len(SOUND) - 2
        assert file.read(9) == SOUND[-2:]
        assert file.read(9) == b""
        file.seek(0)
        assert file.read() == SOUND
        assert file.seekable()
        assert file.readable()
        file.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_found_in_another_case_and_no_other_is(kind: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mine")
    with open_bundle(KINDS[kind](tmp_path)) as bundle:
        found = bundle.find("Audio/a1.MP3")
        assert found is not None
        assert found.name == "audio/A1.mp3"
        for name in (
            "audio/a2.mp3",
            "../secret",
            "audio/../../secret",
            "/etc/passwd",
            "C:x",
            "a\\b",
            "",
            "audio",
        ):
            assert bundle.find(name) is None
        assert {member.name for member in bundle} == set(FILES)


@pytest.mark.parametrize("kind", KINDS)
def test_another_file_of_the_same_name_has_another_mark(kind: str, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    marks = []
    for folder in (tmp_path, tmp_path / "other"):
        path = KINDS[kind](folder)
        with open_bundle(path) as bundle:
            marks += [bundle.mark(member) for member in bundle if member.name == "audio/A1.mp3"]
    assert marks[0] == marks[1]
    with open_bundle(path) as bundle:
        assert len({bundle.mark(member) for member in bundle}) == len(FILES)


def test_a_name_that_was_written_on_another_system_is_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.zip", "w") as book:
        book.writestr("audio\\U\u0308ber.mp3", SOUND)
    with open_bundle(tmp_path / "book.zip") as bundle:
        member = bundle.find("audio/\u00fcber.mp3")
        assert member is not None
        assert bundle.open(member).read() == SOUND


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = as_folder(tmp_path)
    (tmp_path / "secret").write_text("mine")
    (folder / "a2.mp3").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path)
    with open_bundle(folder) as bundle:
        assert bundle.find("a2.mp3") is None
        assert bundle.find("up/secret") is None


def test_entries_of_a_zip_that_overlap_are_refused(tmp_path: Path) -> None:
    path = as_zip(tmp_path, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")  # it lies where the first one does
    path.write_bytes(data)
    with pytest.raises(UnsafeError, match="overlap"), open_bundle(path):
        pass


def test_a_zip_that_was_made_to_fill_memory_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.epub", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("text.xhtml", bytes(8 << 20))
    with pytest.raises(UnsafeError, match="unpacks to far more"), open_bundle(tmp_path / "bomb.epub"):
        pass


def test_an_entry_gives_no_more_than_it_claims(tmp_path: Path) -> None:
    path = as_zip(tmp_path)
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    data[second + 24 : second + 28] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    with open_bundle(path) as bundle:
        member = bundle.find("audio/A1.mp3")
        assert member is not None
        assert bundle.open(member).read() == SOUND[:100]


def test_a_deflated_entry_that_is_too_long_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED_BYTES", len(SOUND) - 1)
    for packed, is_read in ((zipfile.ZIP_STORED, True), (zipfile.ZIP_DEFLATED, False)):
        with open_bundle(as_zip(tmp_path, packed)) as bundle:
            member = bundle.find("audio/A1.mp3")
            assert member is not None
            if is_read:
                assert bundle.open(member).read() == SOUND
            else:
                with pytest.raises(UnsafeError, match="is larger than"):
                    bundle.open(member)


def test_more_entries_than_a_book_has_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.epub", "w") as book:
        for number in range(10_001):
            book.writestr(str(number), b"")
    with pytest.raises(UnsafeError, match="more than 10,000 files"), open_bundle(tmp_path / "many.epub"):
        pass


def test_a_locked_entry_and_one_of_another_packing_are_told(tmp_path: Path) -> None:
    for offset, value, told in ((8, 1, "locked"), (10, 12, "packed in a way")):
        path = as_zip(tmp_path)
        data = bytearray(path.read_bytes())
        second = data.rindex(b"PK\x01\x02")
        data[second + offset] = value
        path.write_bytes(data)
        with open_bundle(path) as bundle:
            member = bundle.find("audio/A1.mp3")
            assert member is not None
            with pytest.raises(SourceError, match=told):
                bundle.open(member)


def test_a_damaged_zip_and_no_zip_are_told_in_a_sentence(tmp_path: Path) -> None:
    path = as_zip(tmp_path)
    data = bytearray(path.read_bytes())
    start = data.rindex(b"PK\x03\x04")
    data[start + 60 : start + 90] = bytes(30)
    path.write_bytes(data)
    with open_bundle(path) as bundle:
        member = bundle.find("audio/A1.mp3")
        assert member is not None
        with pytest.raises(SourceError, match="damaged"):
            bundle.open(member)
    path.write_bytes(b"PK\x03\x04 and nothing more")
    for bad in (path, tmp_path / "gone.epub"):
        with pytest.raises(SourceError, match=r"cannot be read|no zip"), open_bundle(bad):
            pass


def test_a_zip_without_files_has_none_and_a_link_in_it_is_no_file(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("passwords")
    link.external_attr = 0o120777 << 16
    for entries in ([], [link]):
        with zipfile.ZipFile(tmp_path / "book.zip", "w") as book:
            for entry in entries:
                book.writestr(entry, "/etc/passwd")
        with open_bundle(tmp_path / "book.zip") as bundle:
            assert list(bundle) == []


def test_a_file_that_is_said_to_begin_before_the_zip_does_is_damaged(tmp_path: Path) -> None:
    path = as_zip(tmp_path, zipfile.ZIP_STORED)
    data = path.read_bytes()
    path.write_bytes(data[600:])  # the places in its list are all too large by so much
    with open_bundle(path) as bundle:
        member = bundle.find("book.opf")
        assert member is not None
        with pytest.raises(SourceError, match=r"damaged|cannot be read"):
            bundle.open(member)
