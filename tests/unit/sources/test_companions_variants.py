"""A recording, and texts beside it that are copies, drafts, or what a program recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from tests.beside import lay, opened, source_of

if TYPE_CHECKING:
    from pathlib import Path

VARIANTS = [
    "talk (1).srt",
    "talk(2).vtt",
    "talk (1).en.vtt",
    "talk - Copy.srt",
    "talk - Copy (2).srt",
    "talk.final.srt",
    "talk_final_v2.srt",
    "talk.corrected.txt",
    "talk.large-v3.json",
    "talk.large-v3-turbo.srt",
    "talk.base.en.vtt",
    "talk.ggml-large-v3-turbo-q5_0.srt",
    "talk.mp3.distil-large-v3.srt",
    "talk.whisper.medium.vtt",
    "talk-whisper-large-v3-en.srt",
    "talk_vosk.srt",
    "talk.deepgram.vtt",
    "talk.gpt-4o-transcribe.srt",
    "talk_16k.wav.srt",
]


@pytest.mark.parametrize("name", VARIANTS)
def test_a_copy_a_draft_or_what_a_recogniser_wrote_is_found_where_nothing_better_is(
    tmp_path: Path, name: str
) -> None:
    lay(tmp_path, "talk.mp3", name)
    assert source_of(opened(tmp_path / "talk.mp3")) == name
    assert opened(tmp_path / name).media_path == tmp_path / "talk.mp3"
    lay(tmp_path, "talk.srt")
    assert source_of(opened(tmp_path / "talk.mp3")) == "talk.srt"


def test_a_copy_belongs_to_the_recording_that_is_a_copy_too(tmp_path: Path) -> None:
    lay(tmp_path, "talk.mp3", "talk (1).mp3", "talk (1).srt")
    assert source_of(opened(tmp_path / "talk (1).mp3")) == "talk (1).srt"
    assert opened(tmp_path / "talk.mp3").whole().notice == "This recording has no text."


def test_drafts_without_a_recording_are_briefings_of_their_own(tmp_path: Path) -> None:
    lay(tmp_path, "plan.txt", "plan.final.txt")
    with pytest.raises(SourceError, match="2 briefings"):
        opened(tmp_path)


def test_subtitles_that_are_pictures_are_passed_over_quietly(tmp_path: Path) -> None:
    pictures = (b"\x00\x00\x01\xba\x44\x00\x04\x00\x04\x01" + bytes(range(256)) * 8)[:2048] * 4
    lay(tmp_path, "talk.mp3", **{"talk.sub": pictures})
    assert opened(tmp_path / "talk.mp3").whole().notice == "This recording has no text."
    lay(tmp_path, "talk.srt")
    item = opened(tmp_path / "talk.mp3").whole()
    assert (item.document.text, item.notice) == ("One two.", None)
    with pytest.raises(SourceError, match="subtitles that are pictures"):
        opened(tmp_path / "talk.sub")
