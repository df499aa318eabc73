"""What a recording says of itself as a text: lyrics, else stamped words, else chapters, else its name."""

from __future__ import annotations

import pytest

from briefing.formats.tags import chapters_of, read_info
from briefing.model import BlockKind
from briefing.ports.media import MediaInfo, TimedText

LYRICS = "[00:01.00]La la.\n[00:03.00]La.\n"
STAMPED = (TimedText("One ", 1.0), TimedText("two.", 1.5))
CHAPTERS = (TimedText("Weather", 0.0), TimedText("Sport", 4.0))


def told(info: MediaInfo) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text) for block, text in read_info(info, "talk").parts()]


@pytest.mark.parametrize(
    ("info", "body"),
    [
        (MediaInfo(10.0, lyrics=LYRICS, words=STAMPED), [(BlockKind.PARAGRAPH, "La la. La.")]),
        (MediaInfo(10.0, lyrics="Plain words.", chapters=CHAPTERS), [(BlockKind.PARAGRAPH, "Plain words.")]),
        (MediaInfo(10.0, words=STAMPED, chapters=CHAPTERS), [(BlockKind.PARAGRAPH, "One two.")]),
        (
            MediaInfo(10.0, chapters=CHAPTERS),
            [(BlockKind.HEADING, "Weather"), (BlockKind.HEADING, "Sport")],
        ),
        (MediaInfo(10.0, lyrics=" \n"), []),
    ],
    ids=["lyrics with times", "lyrics", "words", "chapters", "nothing"],
)
def test_the_best_that_there_is_becomes_the_text_below_its_name(
    info: MediaInfo, body: list[tuple[BlockKind, str]]
) -> None:
    assert told(info) == [(BlockKind.TITLE, "talk"), *body]


def test_the_title_of_the_tags_comes_before_that_of_the_lyrics_and_the_files_name() -> None:
    assert told(MediaInfo(10.0, lyrics=f"[ti:Song]\n{LYRICS}"))[0][1] == "Song"
    assert told(MediaInfo(10.0, lyrics=f"[ti:Song]\n{LYRICS}", title="Mine"))[0][1] == "Mine"


def test_stamped_words_time_plain_lyrics() -> None:
    draft = read_info(MediaInfo(10.0, lyrics="One two.", words=STAMPED), "talk")
    assert [(word.text, word.start_s) for word in draft.words] == [("One", 1.0), ("two", 1.5)]


def test_chapters_alone_last_until_the_next_and_the_last_to_the_end() -> None:
    words = read_info(MediaInfo(10.0, chapters=CHAPTERS), "talk").words
    assert [(word.text, word.start_s, word.stop_s) for word in words] == [
        ("Weather", 0.0, 4.0),
        ("Sport", 4.0, 10.0),
    ]


def test_a_chapter_cannot_steer_a_terminal_or_begin_before_the_recording() -> None:
    (chapter,) = chapters_of(MediaInfo(10.0, chapters=(TimedText("\x1b[2JWea\x07ther", -3.0),)))
    assert chapter.start_s == 0.0
    assert not set("\x1b\x07") & set(chapter.text)
