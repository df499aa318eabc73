"""A recording with texts in several languages beside it: which one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beside import lay, opened, source_of

if TYPE_CHECKING:
    from pathlib import Path


def three(folder: Path) -> Path:
    lay(folder, "talk.mp3", "talk.en.vtt", "talk.de.srt", "talk.pt-BR.vtt")
    return folder / "talk.mp3"


@pytest.mark.parametrize(
    ("language", "spoken", "shown"),
    [
        ("", (), "talk.en.vtt"),
        ("", ("de-AT",), "talk.de.srt"),
        ("", ("fr", "pt"), "talk.pt-BR.vtt"),
        ("pt-BR", ("de",), "talk.pt-BR.vtt"),
        ("pt", ("de",), "talk.pt-BR.vtt"),
        ("de-CH", (), "talk.de.srt"),
        ("fr", ("de",), "talk.de.srt"),
    ],
)
def test_the_language_that_was_asked_for_wins_then_the_users(
    tmp_path: Path, language: str, spoken: tuple[str, ...], shown: str
) -> None:
    item = opened(three(tmp_path), language, *spoken)
    assert source_of(item) == shown
    assert item.document.language == shown.split(".")[1]


def test_the_texts_own_language_wins_over_the_users(tmp_path: Path) -> None:
    lay(tmp_path, "a.mp3", "a.vtt", "a.de.vtt", "b.mp3", "b.en-orig.vtt", "b.de.vtt")
    assert source_of(opened(tmp_path / "a.mp3", "", "de")) == "a.vtt"
    assert source_of(opened(tmp_path / "b.mp3", "", "de")) == "b.en-orig.vtt"
    assert source_of(opened(tmp_path / "b.mp3", "de")) == "b.de.vtt"


def test_the_other_languages_are_offered_in_one_sentence(tmp_path: Path) -> None:
    item = opened(three(tmp_path), "", "en")
    assert item.notice == (
        "The text is in English, and there is also German (talk.de.srt) and "
        "Portuguese (BR) (talk.pt-BR.vtt): "
        "open that file, or give --language de."
    )
    assert [other.language for other in item.others] == ["de", "pt-BR"]
    assert opened(tmp_path / "talk.de.srt").notice is None


def test_a_folder_with_one_recording_in_several_languages_is_one_briefing(tmp_path: Path) -> None:
    three(tmp_path)
    lay(tmp_path, **{"talk.info.json": "{}", "talk.description": "About."})
    item = opened(tmp_path, "de")
    assert item.document.language == "de"
    assert item.media_path == tmp_path / "talk.mp3"


def test_a_folder_of_texts_in_several_languages_without_sound(tmp_path: Path) -> None:
    lay(tmp_path, "talk.en.vtt", "talk.de.vtt")
    item = opened(tmp_path, "", "de")
    assert item.document.language == "de"
    assert [other.language for other in item.others] == ["en"]


def test_times_in_another_language_are_not_tried(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.en.txt", "talk.de.vtt")
    item = opened(tmp_path / "talk.mp3", "en")
    assert source_of(item) == "talk.en.txt"
    assert item.words is None


def test_subtitles_of_foreign_parts_alone_come_last(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk.en.forced.srt", "talk.fr.srt")
    assert source_of(opened(tmp_path / "talk.mp3", "", "en")) == "talk.fr.srt"


# What must not be opened, or cannot be read


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("talk.en-de.vtt", "en"),
        ("talk.zh-Hans-en.vtt", "zh-Hans"),
        ("talk.pt-br.vtt", "pt-BR"),
        ("talk.sv-fi.vtt", "sv-FI"),
        ("talk.de-DE.vtt", "de-DE"),
        ("talk.en-nP7-2PuUl7o.vtt", "en"),
        ("talk.de.diarized.srt", "de"),
        ("talk.iw.vtt", "he"),
        ("talk.in.srt", "id"),
        ("talk.ji.vtt", "yi"),
        ("talk_iw-IL.vtt", "he-IL"),
        ("talk_de_whisper.srt", "de"),
        ("talk.large-v3-de.srt", "de"),
        ("talk.de (1).vtt", "de"),
    ],
)
def test_a_translation_or_a_track_has_the_language_that_it_is_in(
    tmp_path: Path, name: str, language: str
) -> None:
    lay(tmp_path, "talk.mp3", name)
    item = opened(tmp_path / "talk.mp3")
    assert (source_of(item), item.document.language) == (name, language)


@pytest.mark.parametrize(
    "name", ["Subs/talk.srt", "subtitles/talk.en.vtt", "Subs/English.srt", "Subs/2_en.srt"]
)
def test_texts_in_a_folder_of_subtitles_belong_to_the_recording_beside_it(tmp_path: Path, name: str) -> None:
    folder, _, file = name.partition("/")
    (tmp_path / folder).mkdir()
    lay(tmp_path, "talk.mp3")
    lay(tmp_path / folder, file)
    assert source_of(opened(tmp_path / "talk.mp3")) == file


def test_a_language_alone_is_nobodys_among_several_recordings(tmp_path: Path) -> None:
    (tmp_path / "Subs").mkdir()
    lay(tmp_path, "talk.mp3", "other.mp3")
    lay(tmp_path / "Subs", "English.srt", "other.srt")
    assert source_of(opened(tmp_path / "other.mp3")) == "other.srt"
    assert source_of(opened(tmp_path / "talk.mp3")) != "English.srt"
