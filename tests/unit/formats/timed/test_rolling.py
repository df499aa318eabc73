"""Captions that roll up: each line counts once, and a song that repeats its lines keeps them."""

from __future__ import annotations

import pytest

from tests.unit.formats.timed.timed_lines import cues, starts


@pytest.mark.parametrize("blank", [" ", ""])
def test_rolling_captions_count_each_line_once_at_its_own_word_stamps(blank: str) -> None:
    text = (
        f"WEBVTT\n\n00:00.200 --> 00:02.000\n{blank}\nthe<00:00.480> bridge<00:00.960> reopened\n\n"
        "00:02.000 --> 00:02.010\nthe bridge reopened\n \n\n"
        "00:02.010 --> 00:04.000\nthe bridge reopened\nafter<00:02.500> eleven days\n\n"
        "00:04.000 --> 00:04.010\nafter eleven days\n \n"
    )
    assert starts(text) == [
        ("the", 0.2), ("bridge", 0.48), ("reopened", 0.96), ("after", 2.01), ("eleven days", 2.5),
    ]  # fmt: skip


def test_a_song_that_repeats_its_lines_keeps_them() -> None:
    text = "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n + 1}.000\nla la\n\n" for n in range(4))
    assert [said for _, _, said in cues(text)] == ["la la"] * 4
