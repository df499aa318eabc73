"""When the words of a book are heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.clips import Clip
from briefing.confidence import level_of
from briefing.model import Light
from briefing.playlist import Playlist, SoundFile, laid_out
from briefing.text.heard import words_heard
from tests.builders import make_document

TEXT = ("The lamp was lit at six. Nobody knew why.", "A second one.", "Three")
WORDS = ["The", "lamp", "was", "lit", "at", "six", "A", "second", "one"]
DOCUMENT = make_document(*TEXT)


def heard(*clips: tuple[str, float, float]) -> Playlist:
    """A playlist of clips that say parts of the text."""
    made = []
    for words, begin_s, end_s in clips:
        start = DOCUMENT.text.index(words)
        made.append(Clip("a.mp3", begin_s, end_s, start, start + len(words)))
    return laid_out(Path("book.epub"), made, {"a.mp3": SoundFile(10_000_000)}).playlist


def test_words_share_the_time_of_their_clip_and_of_no_other() -> None:
    cues = list(
        words_heard(DOCUMENT, heard(("The lamp was lit at six.", 1, 3), ("A second one.", 8, 9)), 1000)
    )
    assert [cue.span.of(DOCUMENT.text) for cue in cues] == WORDS
    starts = [cue.start_frame for cue in cues]
    assert starts[0] == 0
    assert starts[6] == 2000
    assert cues[5].stop_frame == 2000
    assert cues[-1].stop_frame == 3000
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("words", "light"),
    [
        ("Three", Light.WORD),
        ("lit at six.", Light.SENTENCE),
        ("Nobody knew why.", Light.SENTENCE),
        (TEXT[0], Light.PARAGRAPH),
        (f"{TEXT[1]}\n\n{TEXT[2]}", Light.PARAGRAPH),
    ],
)
def test_no_more_is_lit_than_a_clip_tells(words: str, light: Light) -> None:
    cues = words_heard(DOCUMENT, heard((words, 0, 4)), 1000)
    assert {level_of(cue.confidence) for cue in cues} == {light}


def test_what_has_no_words_is_time_without_light() -> None:
    timeline = words_heard(DOCUMENT, heard((".", 0, 2), ("Three", 2, 3)), 1000)
    assert [(cue.start_frame, cue.stop_frame) for cue in timeline] == [(2000, 3000)]
    music = laid_out(Path(), [Clip("a.mp3", 0, 7)], {"a.mp3": SoundFile(9999)}).playlist
    nothing = words_heard(DOCUMENT, music, 48000)
    assert (len(nothing), nothing.length_frames) == (0, 7 * 48000)
