"""The sample in `media/`: what it promises of its length, its words and their times."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import mutagen.id3
import numpy as np
import pytest

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEDIA = Path(__file__).resolve().parents[2] / "media"
TEXT = MEDIA / "arms-transfers.md"
SOUND = MEDIA / "arms-transfers.mp3"
RATE_HZ = 48_000
LENGTH_S = 228.0
WORD_COUNT = 587


@pytest.fixture(scope="module")
def samples() -> NDArray[np.float32]:
    with av.open(str(SOUND)) as source:
        return np.concatenate([frame.to_ndarray()[0] for frame in source.decode(audio=0)])


@pytest.fixture(scope="module")
def tags() -> Any:
    library: Any = mutagen.id3  # knows no types
    return library.ID3(SOUND)


def front_matter() -> dict[str, str]:
    _, front, _ = TEXT.read_text(encoding="utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in front.splitlines())


def paragraphs() -> list[str]:
    return TEXT.read_text(encoding="utf-8").split("---\n", 2)[2].strip().split("\n\n")


def narrated_words() -> list[str]:
    fields = front_matter()
    return " ".join([fields["title"], fields["summary"], *paragraphs()]).split()


def webvtt_words() -> list[tuple[str, int]]:
    """Each word of the VTT with its start in milliseconds."""
    stamp = r"(\d\d):(\d\d):(\d\d)\.(\d{3})"

    def to_ms(match: re.Match[str]) -> int:
        hours, minutes, seconds, ms = map(int, match.groups())
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms

    words = []
    for cue in (MEDIA / "arms-transfers.vtt").read_text(encoding="utf-8").strip().split("\n\n")[1:]:
        _, timing, text = cue.split("\n")
        starts = [m for m in (re.match(stamp, timing), *re.finditer(f"(?<=<){stamp}(?=>)", text)) if m]
        spoken = re.sub(f"<{stamp}>", "", text).split(" ")
        words += list(zip(spoken, map(to_ms, starts), strict=True))
    return words


def test_the_front_matter_names_the_files_beside_it() -> None:
    fields = front_matter()
    for key in ("audio", "image"):
        assert (MEDIA / fields[key]).is_file()
    assert fields["kicker"] == "Breaking News"
    assert fields["language"] == "en-US"
    assert fields["alt"] != fields["caption"]
    assert len(paragraphs()) == 8


def test_the_narration_lasts_three_minutes_and_forty_eight_seconds(samples: NDArray[np.float32]) -> None:
    assert abs(len(samples) / RATE_HZ - LENGTH_S) <= 0.020


def test_every_word_has_a_time_and_they_only_go_up() -> None:
    words = webvtt_words()
    assert [word for word, _ in words] == narrated_words()
    assert len(words) == WORD_COUNT
    starts_ms = [start for _, start in words]
    assert all(earlier < later for earlier, later in pairwise(starts_ms))
    assert starts_ms[-1] < LENGTH_S * 1000


def test_words_after_a_pause_start_where_the_sound_does(samples: NDArray[np.float32]) -> None:
    """A shift between times and sound, such as an encoder's delay, would show at every pause."""
    step = RATE_HZ // 200
    loudness = np.sqrt(np.mean(np.square(samples[: len(samples) // step * step].reshape(-1, step)), axis=1))
    is_loud = loudness > loudness.max() * 10 ** (-42 / 20)
    shifts_ms = []
    words = webvtt_words()
    for (previous, _), (_, start_ms) in pairwise(words):
        if previous[-1] not in ".”":
            continue
        around = is_loud[start_ms // 5 - 40 : start_ms // 5 + 40]
        first_loud = int(np.argmax(around)) if not around[:20].any() else None
        if first_loud is not None:
            shifts_ms.append((first_loud - 40) * 5)
    assert len(shifts_ms) >= 20
    assert abs(float(np.median(shifts_ms))) <= 25


def test_the_tags_carry_the_same_words_and_times(tags: Any) -> None:
    (lyrics,) = tags.getall("SYLT")
    assert [(text.strip(), start_ms) for text, start_ms in lyrics.text] == webvtt_words()
    assert "".join(text for text, _ in lyrics.text).split("\n")[2:] == paragraphs()
    (plain,) = tags.getall("USLT")
    assert plain.text.split() == narrated_words()
    assert tags["TLAN"].text == ["eng"]
    assert tags["TIT2"].text == [front_matter()["title"]]


def test_the_tags_carry_the_picture_and_a_chapter_a_paragraph(tags: Any) -> None:
    (cover,) = tags.getall("APIC")
    assert cover.data == (MEDIA / "arms-transfers.png").read_bytes()
    chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert chapters[0].start_time == 0
    assert [c.end_time for c in chapters] == [*(c.start_time for c in chapters[1:]), int(LENGTH_S * 1000)]
    assert tags["CTOC:toc"].child_element_ids == [chapter.element_id for chapter in chapters]
    for chapter, text in zip(chapters[1:], paragraphs(), strict=True):
        name = chapter.sub_frames["TIT2"].text[0].partition(": ")[2]
        assert text.startswith(name)


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in MEDIA.iterdir()) < 3_000_000
