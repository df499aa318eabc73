# mypy: disable-error-code="no-untyped-call"
"""Small recordings of every kind that is played, with all that their tags and tracks may say."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from mutagen.apev2 import APEv2
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, CHAP, CTOC, ID3, SYLT, TDRC, TIT2, TLAN, USLT
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from tests.films import Subtitles, timed_sample, write_film
from tests.recordings import FORMATS, sweep, write_recording

if TYPE_CHECKING:
    from collections.abc import Sequence

_LENGTH_S: Final = 0.2
_MOST_BYTES: Final = 36_000
"""A film is cut off there: its head, its chapters and some of its text have come by then."""
_LYRICS: Final = "[00:00.00]The bridge\n[00:00.10]opens again\n"
_PICTURE: Final = b"\x89PNG\r\n\x1a\n" + bytes(40)
_SRT: Final = [(0, 1500, b"The bridge"), (1500, 3000, b"opens <i>again</i>")]
_FILMS: Final = {
    "mkv": (Subtitles("subrip", "eng", _SRT), Subtitles("ass", "rus", [(0, 900, b"0,0,Default,Mira,0,0,0,,Open")])),
    "mp4": (Subtitles("mov_text", "eng", [(0, 1500, timed_sample("The bridge"))]),),
    "webm": (Subtitles("webvtt", "eng", [(0, 1500, b"The <00:00:00.500>bridge")]),),
}  # fmt: skip


def recordings() -> Sequence[bytes]:
    """Return one file of each kind, a fifth of a second long; films, which have tracks of text, are longer."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for ending, (codec, rate_hz, options) in FORMATS.items():
            path = folder / f"sound.{ending}"
            samples = sweep(_LENGTH_S, rate_hz)
            write_recording(path, samples, codec=codec, rate_hz=rate_hz, options=options)
            _TAGGERS.get(ending, _leave)(path)
            files.append(path)
        apes = folder / "apes.mp3"
        apes.write_bytes((folder / "sound.aac").read_bytes())
        _tag_ape(apes)
        films = [
            write_film(folder / f"film.{ending}", tracks, "The bridge", [(0, 900, "Before"), (900, 3000, "After")])
            for ending, tracks in _FILMS.items()
        ]  # fmt: skip
        return [path.read_bytes()[:_MOST_BYTES] for path in (*files, apes, *films)]


def _leave(_: Path) -> None:
    """Tag nothing: such a file has no tags."""


def _tag_id3(path: Path) -> None:
    tags = ID3()
    tags.add(TIT2(text="The bridge"))
    tags.add(TLAN(text="eng"))
    tags.add(TDRC(text="2026-01-02"))
    tags.add(USLT(lang="eng", text=_LYRICS))
    tags.add(SYLT(lang="eng", format=2, type=1, text=[("The", 0), (" bridge", 90)]))
    tags.add(APIC(mime="image/png", type=3, data=_PICTURE))
    tags.add(CTOC(element_id="toc", flags=3, child_element_ids=["one"], sub_frames=[]))
    tags.add(CHAP(element_id="one", start_time=0, end_time=150, sub_frames=[TIT2(text="Before")]))
    tags.save(path)


def _tag_mp4(path: Path) -> None:
    tags = MP4(path)
    tags["\xa9nam"], tags["\xa9lyr"], tags["\xa9day"] = "The bridge", _LYRICS, "2026-01-02"
    tags["----:com.apple.iTunes:LANGUAGE"] = b"en"
    tags.save()


def _tag_flac(path: Path) -> None:
    tags = FLAC(path)
    tags["title"], tags["lyrics"] = "The bridge", _LYRICS
    tags["chapter001"], tags["chapter001name"] = "00:00:00.100", "After"
    picture = Picture()
    picture.data = _PICTURE
    tags.add_picture(picture)
    tags.save()


def _tag_opus(path: Path) -> None:
    tags = OggOpus(path)
    tags["title"], tags["unsyncedlyrics"], tags["metadata_block_picture"] = "The bridge", _LYRICS, "AAAA"
    tags.save()


def _tag_ape(path: Path) -> None:
    tags = APEv2()
    tags["Title"], tags["Lyrics"], tags["Year"] = "The bridge", _LYRICS, "2026"
    tags.save(path)


_TAGGERS: Final = {"mp3": _tag_id3, "m4a": _tag_mp4, "flac": _tag_flac, "opus": _tag_opus}
