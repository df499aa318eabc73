"""A recording and the texts that lie beside it, in whatever language, case and state."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.formats.about import Holds, Written, encoded
from briefing.formats.registry import TIMED, TIMES_WRITTEN, writer_of
from briefing.formats.timed_text import Captions, Piece, TimedLine
from briefing.ports.media import MediaInfo, TimedText
from briefing.sources.assemble import open_source
from tests.beside import MP3, Sound, lay, opened, source_of

WRITTEN_AS = {
    name: row.about.written.lower()
    for row in TIMED
    if Holds.CUE_TIMES in row.about.kept
    for name in row.about.names
}
"""Suffix of a file -> that by which its format is written."""


@pytest.mark.parametrize(
    "name",
    [
        "talk.vtt",
        "talk.srt",
        "talk.lrc",
        "talk.json",
        "talk.en.vtt",
        "talk.mp3.vtt",
        "talk.wav.vtt",
        "talk.VTT",
        "TALK.vtt",
        "Talk.En.Vtt",
        "talk.en-US.srt",
        "talk.en_GB.vtt",
        "talk.en-orig.vtt",
        "talk.eng.srt",
        "talk.English.srt",
        "talk.en.forced.srt",
        "talk.en.sdh.srt",
        "talk.mp3.en.vtt",
        "talk.zh-Hans.vtt",
        "talk.es-419.vtt",
        "talk_en.vtt",
        "talk-fr.srt",
        "talk (German).srt",
        "talk [pt-BR].vtt",
        "talk-zh-Hans.vtt",
        "talk_en_GB.sdh.srt",
        "talk_transcript.srt",
        "talk en.forced.vtt",
    ],
)
def test_a_recording_has_the_text_and_times_beside_it(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "talk.mp3", name)
    item = opened(tmp_path / "talk.mp3")
    assert item.document.text.startswith("One two.")
    assert item.document.title == "talk"
    assert item.media_path == tmp_path / "talk.mp3"
    assert item.notice is None
    assert item.words is not None
    assert item.words[0].start_frame == 1000
    assert source_of(item) == name


@pytest.mark.parametrize("suffix", [".smil", *WRITTEN_AS])
def test_a_recording_has_the_text_of_every_timed_format_beside_it(tmp_path: Path, suffix: str) -> None:
    lay(tmp_path, "talk.mp3")
    captions = Captions((TimedLine((Piece("One two.", 1.0),), 2.0),), length_s=10.0)
    text: Written
    if suffix == ".smil":
        (tmp_path / "page.xhtml").write_text('<p id="a">One two.</p>')
        audio = '<audio src="a.mp3" clipBegin="1s" clipEnd="2s"/>'
        text = f'<smil><par><text src="page.xhtml#a"/>{audio}</par></smil>'
    else:
        text = writer_of(f"out{WRITTEN_AS[suffix]}", TIMES_WRITTEN).write_captions(captions)
    (tmp_path / f"talk{suffix}").write_bytes(encoded(text))
    item = opened(tmp_path / "talk.mp3")
    assert item.document.text == "One two."
    assert item.words is not None
    assert item.words[0].start_frame == 1000
    assert source_of(item) == f"talk{suffix}"


@pytest.mark.parametrize(
    "name",
    ["talk.en.vtt", "talk.mp3.vtt", "TALK.SRT", "talk.de-DE.lrc", "talk.vtt", "talk_en.vtt", "talk (de).srt"],
)
def test_a_text_finds_its_recording(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "talk.mp3", name)
    item = opened(tmp_path / name)
    assert item.media_path == tmp_path / "talk.mp3"
    assert item.words is not None


@pytest.mark.parametrize(
    "name",
    [
        "talk.info.json",
        "talk.part2.vtt",
        "talk2.vtt",
        "other.vtt",
        "talk.live_chat.json",
        "talk.vtt.bak",
        "talk-part2.vtt",
        "talk_x [dQw4w9WgXcQ].vtt",
        "talk show.vtt",
        "_en.vtt",
        "talk-1.srt",
        "talk_2.srt",
        "talk.2024.srt",
        "talk.notes.txt",
    ],
)
def test_what_is_named_otherwise_is_no_text_of_the_recording(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "talk.mp3", name)
    item = opened(tmp_path / "talk.mp3").whole()
    assert item.notice == "This recording has no text."


@pytest.mark.parametrize("suffix", [".aif", ".3gp", ".amr", ".caf", ".mkv", ".mov", ".wv"])
def test_a_text_finds_a_recording_of_a_phone_or_a_camera(tmp_path: Path, suffix: str) -> None:
    lay(tmp_path, "talk.vtt")
    (tmp_path / f"talk{suffix}").write_bytes(MP3)
    assert opened(tmp_path / "talk.vtt").media_path == tmp_path / f"talk{suffix}"


def test_texts_without_a_recording_are_told_apart_by_dots_alone(tmp_path: Path) -> None:
    lay(tmp_path, "talk.txt", "talk-no.txt")
    with pytest.raises(SourceError, match="2 briefings"):
        opened(tmp_path)


def test_a_text_opened_from_its_own_folder_has_the_language_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, "talk.mp3", "talk.de.vtt", "talk.fr.vtt")
    monkeypatch.chdir(tmp_path)
    assert opened(Path("talk.fr.vtt")).document.language == "fr"


def test_a_user_who_reads_traditional_characters_is_shown_those(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.zh-Hans.srt", "talk.zh-Hant.srt")
    assert source_of(opened(tmp_path / "talk.mp3", "", "zh-TW")) == "talk.zh-Hant.srt"
    assert source_of(opened(tmp_path / "talk.mp3", "zh-CN")) == "talk.zh-Hans.srt"


def test_a_textgrid_beside_a_recording_is_its_text_and_times(tmp_path: Path) -> None:
    grid = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n10\n<exists>\n1\n'
        '"IntervalTier"\n"words"\n0\n10\n3\n0\n1\n""\n1\n1.5\n"One"\n1.5\n10\n"two."\n'
    )
    lay(tmp_path, "talk.mp3", **{"talk.TextGrid": grid})
    item = opened(tmp_path / "talk.mp3")
    assert item.document.text == "One two."
    assert item.words is not None
    assert [cue.start_frame for cue in item.words] == [1000, 1500]


def test_a_text_belongs_to_the_recording_that_is_spelt_as_it_is(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.en.mp3", "talk.en.vtt")
    assert opened(tmp_path / "talk.mp3").is_stand_in
    assert opened(tmp_path / "talk.en.vtt").media_path == tmp_path / "talk.en.mp3"


def test_composed_and_decomposed_names_are_the_same(tmp_path: Path) -> None:
    lay(tmp_path, "Caf\u00e9.mp3", "Cafe\u0301.vtt")
    assert opened(tmp_path / "Caf\u00e9.mp3").document.text == "One two."


def test_a_text_without_times_takes_them_from_the_file_beside_it(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.txt", "talk.en.vtt")
    item = opened(tmp_path / "talk.mp3")
    assert source_of(item) == "talk.txt"
    assert item.words is not None
    assert [cue.start_frame for cue in item.words] == [1000, 1500]


def test_finer_times_in_another_file_win_over_those_of_the_line(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.srt", "talk.json")
    item = opened(tmp_path / "talk.mp3")
    assert source_of(item) == "talk.srt"
    assert item.words is not None
    assert [cue.start_frame for cue in item.words] == [1000, 1500]


def test_text_and_times_are_there_before_the_recording_is_looked_into(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.vtt")
    reader = Sound(MediaInfo(10.0, title="The talk", chapters=(TimedText("Part", 0.0),)))
    item = open_source(str(tmp_path / "talk.mp3"), reader=reader)
    assert reader.asked == []
    assert item.document.text == "One two."
    whole = item.whole()
    assert reader.asked == ["talk.mp3"]
    assert whole.document.media.duration_s == 10.0
    assert whole.document.title == "The talk"
    assert [chapter.text for chapter in whole.chapters] == ["Part"]


# Several languages


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("talk.vtt", "WEBVTT\n\n", "talk.vtt has no subtitle with text and times."),
        ("talk.vtt", bytes(range(256)) * 4, "talk.vtt holds neither text nor a recording that can be read."),
        ("talk.vtt", b"\x89PNG\r\n\x1a\n", "talk.vtt is a picture, which cannot be opened yet."),
        ("talk.txt", " \n\n", "talk.txt has no text in it."),
        ("talk.ass", "[Script Info]\nTitle: T\n", "talk.ass has no subtitle with text and times."),
        ("talk.smil", "<?xml version='1.0'?><a/>", "talk.smil is XML, which cannot be opened yet."),
        ("talk.json", '[{"word": "One", "start": 1.0', "talk.json is no transcript."),
    ],
)
def test_a_damaged_file_beside_costs_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, told: str
) -> None:
    lay(tmp_path, "talk.mp3", "talk.srt", **{name: content})
    item = opened(tmp_path / "talk.mp3")
    assert item.document.text == "One two."
    said = [item.notice or ""]
    assert item.timings(said.append) is not None
    assert " ".join(said).strip().count(told) == 1


def test_a_file_beside_that_may_not_be_read_costs_one_sentence(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.srt", "talk.vtt")
    (tmp_path / "talk.vtt").chmod(0)
    if os.access(tmp_path / "talk.vtt", os.R_OK):
        pytest.skip("this account may read everything")
    item = opened(tmp_path / "talk.mp3")
    assert item.document.text == "One two."
    assert "may not be read by you" in (item.notice or "")


@pytest.mark.parametrize("content", ["{}", '{"id": "x", "title": "T"}', "[1, 2]", "42"])
def test_a_stray_json_costs_nothing(tmp_path: Path, content: str) -> None:
    lay(tmp_path, "talk.mp3", **{"talk.json": content})
    item = opened(tmp_path / "talk.mp3").whole()
    assert item.notice == "This recording has no text."
    lay(tmp_path, "talk.srt")
    item = opened(tmp_path / "talk.mp3").whole()
    assert item.document.text == "One two."
    assert item.notice is None


def test_links_pipes_and_folders_beside_are_left_alone_and_the_likely_ones_told(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    inside = tmp_path / "inside"
    elsewhere.mkdir()
    inside.mkdir()
    lay(elsewhere, "secret.vtt")
    lay(inside, "talk.mp3")
    (inside / "talk.vtt").symlink_to(elsewhere / "secret.vtt")
    os.mkfifo(inside / "talk.srt")
    (inside / "talk.lrc").mkdir()
    (inside / "talk.json").touch()
    item = opened(inside / "talk.mp3").whole()
    assert "One two." not in item.document.text
    assert item.notice == (
        "talk.vtt is a link to another place, which is followed only when you open it yourself. "
        "talk.json is empty. This recording has no text."
    )


def test_a_recording_that_is_none_leaves_its_text(tmp_path: Path) -> None:
    class Broken(Sound):
        def probe(self, path: Path) -> MediaInfo:
            raise SourceError(f"{path.name} is damaged: what reads it failed.", "Check it.")

    lay(tmp_path, "talk.mp3", "talk.vtt")
    item = open_source(str(tmp_path / "talk.mp3"), reader=Broken()).whole()
    assert item.document.text == "One two."
    assert item.media_path is None
    assert not item.document.media.available
    assert item.notice == "talk.mp3 is damaged: what reads it failed. Check it."


def test_a_text_with_a_length_and_times_does_not_spare_its_recording_the_look(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.vtt", **{"talk.md": "---\ntitle: T\nduration: 1:00\n---\nOne two.\n"})
    reader = Sound()
    item = open_source(str(tmp_path / "talk.md"), reader=reader)
    assert item.document.media.duration_s == 60.0
    assert reader.asked == []
    assert item.look is not None
    item.look()
    item.look()
    assert reader.asked == ["talk.mp3"]
