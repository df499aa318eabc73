"""Texts within a recording are chosen, read and offered as texts that lie beside one are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ports.media import MediaInfo, TextTrack
from briefing.sources.assemble import open_source
from briefing.sources.companions import Wanted
from briefing.sources.tracks import by_place, language_of
from tests.beside import SRT, VTT, Sound, lay

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.sources.item import Item

FOUR = "1\n00:00:01,000 --> 00:00:02,000\nOne two three four.\n"
ENGLISH = TextTrack(SRT.format("One two."), ".srt", "eng", is_default=True)
GERMAN = TextTrack(SRT.format("Eins zwei."), ".srt", "ger")
FORCED = TextTrack(SRT.format("Drei."), ".srt", "ger", is_partial=True)


def opened(path: Path, info: MediaInfo, language: str = "", *spoken: str) -> Item:
    return open_source(str(path), reader=Sound(info), wanted=Wanted(language, spoken)).whole()


@pytest.mark.parametrize(
    ("language", "spoken", "text"),
    [("", (), "One two."), ("de", (), "Eins zwei."), ("", ("de-AT",), "Eins zwei."), ("fr", (), "One two.")],
)
def test_a_track_in_the_readers_language_is_the_text(
    tmp_path: Path, language: str, spoken: tuple[str, ...], text: str
) -> None:
    lay(tmp_path, "film.mp3")
    item = opened(tmp_path / "film.mp3", MediaInfo(10.0, tracks=(ENGLISH, FORCED, GERMAN)), language, *spoken)
    assert item.document.text.endswith(text)
    assert item.words is not None
    assert next(iter(item.words)).start_frame == 1000


def test_the_other_languages_within_it_are_offered(tmp_path: Path) -> None:
    lay(tmp_path, "film.mp3")
    item = opened(tmp_path / "film.mp3", MediaInfo(10.0, tracks=(ENGLISH, GERMAN)))
    assert item.notice == "The text is in English, and there is also German: give --language de."
    assert [(other.language, other.path) for other in item.others] == [("de", None)]


def test_a_track_goes_before_lyrics_and_its_language_before_the_tags(tmp_path: Path) -> None:
    lay(tmp_path, "film.mp3")
    info = MediaInfo(10.0, title="The film", language="fr", lyrics="Other words.", tracks=(GERMAN,))
    document = opened(tmp_path / "film.mp3", info).document
    assert (document.title, document.language) == ("The film", "de")
    assert "Other words." not in document.text


def test_a_text_beside_a_recording_goes_before_a_track_which_tells_its_times(tmp_path: Path) -> None:
    lay(tmp_path, "film.mp3", **{"film.md": "# The film\n\nOne two three four."})
    info = MediaInfo(10.0, tracks=(GERMAN, TextTrack(FOUR, ".srt", "eng")))
    item = opened(tmp_path / "film.mp3", info)
    assert item.document.title == "The film"
    assert item.words is not None
    assert len(list(item.words)) == 4


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "film.mp3")
    broken = TextTrack("\x00\x01", ".srt", "eng", is_default=True)
    assert opened(tmp_path / "film.mp3", MediaInfo(10.0, tracks=(broken, GERMAN))).document.language == "de"


def test_a_track_in_another_encoding_than_it_says_is_read(tmp_path: Path) -> None:
    lay(tmp_path, "film.mp3")
    said = "Добрый день, это новости этого часа на русском языке."
    kept = SRT.format(said).encode("cp1251").decode("utf-8", "surrogateescape")
    item = opened(tmp_path / "film.mp3", MediaInfo(10.0, tracks=(TextTrack(kept, ".srt", "rus"),)))
    assert said in item.document.text


TRACKS = st.lists(
    st.builds(
        TextTrack,
        st.just(VTT),
        st.just(".vtt"),
        st.sampled_from(["", "eng", "ger", "fra", "und"]),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@given(TRACKS, st.sampled_from(["de", "en", "fr"]))
def test_a_whole_track_in_the_language_that_is_wanted_is_first(tracks: list[TextTrack], wanted: str) -> None:
    first = by_place(tracks, Wanted(wanted))[0]
    whole = [track for track in tracks if not track.is_partial]
    assert not (first.is_partial and whole)
    if any(language_of(track) == wanted for track in whole):
        assert language_of(first) == wanted
