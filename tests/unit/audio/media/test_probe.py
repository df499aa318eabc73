# mypy: disable-error-code="no-untyped-call"
from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING

import pytest
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, CHAP, CTOC, ID3, SYLT, TIT2, TLAN, USLT, CTOCFlags, Encoding
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from briefing.audio.media.probe import Probe
from briefing.errors import SourceError
from briefing.ports.media import TimedText
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path


def test_id3_tags_are_told(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3", 3.0)
    tags = ID3()
    tags.add(TIT2(encoding=Encoding.UTF8, text="The bridge opens"))
    tags.add(TLAN(encoding=Encoding.UTF8, text="eng"))
    tags.add(USLT(encoding=Encoding.UTF8, lang="eng", text="The bridge opens."))
    words = [("The", 100), (" bridge", 300), (" opens.", 700)]
    tags.add(SYLT(encoding=Encoding.UTF8, lang="eng", format=2, type=1, text=words))
    for number, (start, stop) in enumerate([(0, 1500), (1500, 3000)]):
        title = TIT2(encoding=Encoding.UTF8, text=f"Part {number + 1}")
        tags.add(CHAP(element_id=f"c{number}", start_time=start, end_time=stop, sub_frames=[title]))
    tags.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL, child_element_ids=["c0", "c1"], sub_frames=[]))
    tags.add(APIC(encoding=Encoding.UTF8, mime="image/png", type=3, desc="", data=b"picture"))
    tags.save(path)
    info = Probe().probe(path)
    assert info.duration_s == pytest.approx(3.0, abs=0.002)
    assert (info.title, info.language, info.lyrics) == ("The bridge opens", "eng", "The bridge opens.")
    assert info.words == (TimedText("The", 0.1), TimedText(" bridge", 0.3), TimedText(" opens.", 0.7))
    assert info.chapters == (TimedText("Part 1", 0.0, 1.5), TimedText("Part 2", 1.5, 3.0))
    assert info.cover == b"picture"


def chapter(name: str, start_ms: int) -> CHAP:
    title = TIT2(encoding=Encoding.UTF8, text=name)
    return CHAP(element_id=name, start_time=start_ms, end_time=start_ms + 500, sub_frames=[title])


def contents(name: str, *children: str, flags: int = 0) -> CTOC:
    return CTOC(element_id=name, flags=flags, child_element_ids=list(children), sub_frames=[])


@pytest.mark.parametrize(
    ("tables", "names"),
    [
        ([contents("toc", "a", "c", flags=CTOCFlags.TOP_LEVEL)], ["a", "c"]),
        ([contents("toc", "one", "c", flags=CTOCFlags.TOP_LEVEL), contents("one", "b")], ["b", "c"]),
        ([contents("toc", flags=CTOCFlags.TOP_LEVEL)], []),
        ([contents("toc", "x", "a")], ["a"]),
        ([], ["a", "b", "c"]),
    ],
    ids=["one is left out", "a table in a table", "an empty table", "a name of nothing", "no table"],
)
def test_a_chapter_that_no_table_of_contents_holds_is_none(
    tmp_path: Path, tables: list[CTOC], names: list[str]
) -> None:
    path = make(tmp_path, "mp3", 3.0)
    tags = ID3()
    for number, name in enumerate("abc"):
        tags.add(chapter(name, 1000 * number))
    for table in tables:
        tags.add(table)
    tags.save(path)
    assert [each.text for each in Probe().probe(path).chapters] == names


def test_mp4_tags_are_told(tmp_path: Path) -> None:
    path = make(tmp_path, "m4a", 3.0)
    file = MP4(path)
    file["\xa9nam"], file["\xa9ART"], file["\xa9lyr"] = "Title", "Reader", "Words"
    file["covr"] = [b"\x89PNG picture"]
    file.save()
    info = Probe().probe(path)
    assert (info.title, info.artist, info.lyrics) == ("Title", "Reader", "Words")
    assert info.cover == b"\x89PNG picture"


def test_vorbis_comments_are_told(tmp_path: Path) -> None:
    path = make(tmp_path, "opus", 3.0)
    file = OggOpus(path)
    picture = Picture()
    picture.data = b"picture"
    file["TITLE"], file["LYRICS"], file["LANGUAGE"] = ["Title"], ["Words"], ["de"]
    file["CHAPTER001"], file["CHAPTER001NAME"] = ["00:00:01.500"], ["Middle"]
    file["METADATA_BLOCK_PICTURE"] = [base64.b64encode(picture.write()).decode()]
    file.save()
    info = Probe().probe(path)
    assert (info.title, info.lyrics, info.language) == ("Title", "Words", "de")
    assert info.chapters == (TimedText("Middle", 1.5),)
    assert info.cover == b"picture"


def test_flac_pictures_are_told(tmp_path: Path) -> None:
    path = make(tmp_path, "flac", 1.0)
    file = FLAC(path)
    picture = Picture()
    picture.data = b"picture"
    file.add_picture(picture)
    file.save()
    assert Probe().probe(path).cover == b"picture"


def test_a_file_without_tags_has_its_length(tmp_path: Path) -> None:
    info = Probe().probe(make(tmp_path, "wav", 2.0))
    assert info.duration_s == pytest.approx(2.0, abs=0.001)
    assert info.title is None
    assert info.words == ()


def test_a_tag_that_unpacks_to_a_flood_does_not_reach_us(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3", 1.0)
    flood = zlib.compress(b"\0" + b"A" * (400 << 20), 9)
    body = (400 << 20).to_bytes(4, "big") + flood
    frame = b"TIT2" + synchsafe(len(body)) + b"\0\x09" + body
    path.write_bytes(b"ID3\x04\0\0" + synchsafe(len(frame)) + frame + path.read_bytes())
    try:
        info = Probe().probe(path)
    except SourceError as error:
        assert error.message  # noqa: PT017  # refused, or read without that tag
    else:
        assert len(info.title or "") <= 10_000


def synchsafe(number: int) -> bytes:
    """A number as ID3v2.4 writes lengths: four bytes of seven bits."""
    return bytes((number >> shift) & 127 for shift in (21, 14, 7, 0))


@pytest.mark.parametrize("content", [b"", b"no sound", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + b"\0" * 500])
def test_what_is_no_sound_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.mp3"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"thing\.mp3 .*\."):
        Probe().probe(path)
