"""Subtitles within a recording are handed over as the files that they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from av.stream import Disposition

from briefing.audio.media import text_tracks
from briefing.audio.media.probe import Probe
from briefing.audio.media.text_tracks import ContainerTexts, read_texts
from briefing.ports.media import TextTrack, TimedText
from tests.films import Subtitles, timed_sample, write_film
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

SRT = "1\n00:00:00,500 --> 00:00:02,000\nOne two.\n\n1\n00:00:02,100 --> 00:00:03,500\nThree.\n\n"
VTT = "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nOne two.\n\n00:00:02.100 --> 00:00:03.500\nThree.\n\n"
ASS = (
    "[Script Info]\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,00:00:00.500,00:00:02.000,Default,Ann,0,0,0,,One, two.\n"
    "Dialogue: 0,00:00:02.100,00:00:03.500,Default,,0,0,0,,Three.\n"
)


def cues(*texts: bytes) -> list[tuple[int, int, bytes]]:
    return [
        (start, stop, text) for (start, stop), text in zip([(500, 2000), (2100, 3500)], texts, strict=False)
    ]


def texts_of(path: Path) -> ContainerTexts:
    with path.open("rb") as file:
        return read_texts(file, path.stat().st_size)


@pytest.mark.parametrize(
    ("name", "codec", "said", "text"),
    [
        ("film.mp4", "mov_text", [timed_sample("One two."), timed_sample("Three.")], SRT),
        ("film.mp4", "mov_text", [timed_sample("One two.", encoding="utf-16"), timed_sample("Three.")], SRT),
        ("film.mkv", "subrip", [b"One two.", b"Three."], SRT),
        ("film.mkv", "subrip", [b"One\r\n \r\ntwo.", b"Three.\n\n"], SRT.replace("One ", "One\n")),
        ("film.mkv", "webvtt", [b"One two.", b"Three."], VTT),
        ("film.webm", "webvtt", [b"One two.", b"Three."], VTT),
        ("film.mkv", "ass", [b"0,0,Default,Ann,0,0,0,,One, two.", b"1,0,Default,,0,0,0,,Three."], ASS),
    ],
    ids=["MP4", "MP4 in UTF-16", "SubRip", "empty lines", "WebVTT", "WebM", "ASS"],
)
def test_a_track_is_the_file_that_it_was(
    tmp_path: Path, name: str, codec: str, said: list[bytes], text: str
) -> None:
    (track,) = texts_of(write_film(tmp_path / name, [Subtitles(codec, "ger", cues(*said))])).tracks
    suffix = {SRT: ".srt", VTT: ".vtt", ASS: ".ass"}.get(text, ".srt")
    assert track == TextTrack(text, suffix, "ger", is_default=name.endswith("4"))


def test_a_process_hands_them_over(tmp_path: Path) -> None:
    film = write_film(
        tmp_path / "film.mkv",
        [Subtitles("subrip", "eng", cues(b"One two.", b"Three."))],
        title="The bridge",
        chapters=[(0, 2000, "Morning"), (2000, 4000, "Evening")],
    )
    info = Probe().probe(film)
    assert [track.text for track in info.tracks] == [SRT]
    assert info.title == "The bridge"
    assert info.chapters == (TimedText("Morning", 0.0, 2.0), TimedText("Evening", 2.0, 4.0))


@pytest.mark.parametrize(
    ("uses", "field"),
    [
        (Disposition.default, "is_default"),
        (Disposition.original, "is_original"),
        (Disposition.forced, "is_partial"),
        (Disposition.comment, "is_partial"),
        (Disposition.hearing_impaired, "is_variant"),
    ],
)
def test_what_a_track_is_for_is_told(tmp_path: Path, uses: Disposition, field: str) -> None:
    (track,) = texts_of(
        write_film(tmp_path / "film.mkv", [Subtitles("subrip", "eng", cues(b"One."), uses)])
    ).tracks
    told = [
        name for name in ("is_default", "is_original", "is_partial", "is_variant") if getattr(track, name)
    ]
    assert told == [field]


@pytest.mark.parametrize("name", ["film.mkv", "film.webm"], ids=["from its cue", "from the recording"])
def test_stamps_within_a_cue_count_from_where_its_container_says(tmp_path: Path, name: str) -> None:
    stamp = b"00:00:00.600" if name == "film.mkv" else b"00:00:01.600"
    said = [(1000, 2000, b"One <" + stamp + b">two.")]
    (track,) = texts_of(write_film(tmp_path / name, [Subtitles("webvtt", "eng", said)])).tracks
    assert "One <00:00:01.600>two." in track.text


def test_what_is_no_utf_8_is_kept_for_who_guesses(tmp_path: Path) -> None:
    said = "Добрый день.".encode("cp1251")
    (track,) = texts_of(write_film(tmp_path / "film.mkv", [Subtitles("subrip", "rus", cues(said))])).tracks
    assert said in track.text.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("ending", ["mp3", "m4a", "webm"])
def test_a_recording_without_tracks_has_none(tmp_path: Path, ending: str) -> None:
    assert texts_of(make(tmp_path, ending, 1.0)) == ContainerTexts()


def test_what_is_cut_off_or_no_film_after_all_has_no_tracks(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mkv", [Subtitles("subrip", "eng", cues(b"One."))])
    whole = film.read_bytes()
    film.write_bytes(whole[:60])
    assert texts_of(film) == ContainerTexts()
    film.write_bytes(whole[:4] + bytes(2000))
    assert texts_of(film) == ContainerTexts()


def test_more_than_any_film_says_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_tracks, "MOST_CHARS", 60)
    said = [Subtitles("subrip", "eng", cues(b"One two.", b"Three."))] * 2
    tracks = texts_of(write_film(tmp_path / "film.mkv", said)).tracks
    assert sum(len(track.text) for track in tracks) <= 60
    assert len(tracks) == 1


def test_subtitles_that_are_pictures_and_those_of_a_long_film_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = Subtitles("dvbsub", "eng", cues(b"\x0f\x10\x00\x01"))
    film = write_film(tmp_path / "film.mkv", [pictures, Subtitles("subrip", "ger", cues(b"One."))], "Title")
    assert [track.language for track in texts_of(film).tracks] == ["ger"]
    monkeypatch.setattr(text_tracks, "INTERLEAVED_BYTES", 100)
    assert texts_of(film) == ContainerTexts(title="Title")
