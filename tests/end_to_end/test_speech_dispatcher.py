"""The player with Speech Dispatcher itself: it says the text in order, and whatever becomes of it is told."""

from __future__ import annotations

import subprocess
import sys
import wave
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform != "linux":
    pytest.skip("Speech Dispatcher is a part of free systems", allow_module_level=True)

from tests.end_to_end.dispatcher import Dispatcher, is_installed
from tests.end_to_end.player import PROGRAM, Player

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if not is_installed():
    pytest.skip("speech-dispatcher is not installed", allow_module_level=True)

STORY = "# A story\n\nThe first sentence. It's the second one. A third.\n\nA new paragraph. And it ends.\n"
SENTENCES = [
    "A story", "The first sentence.", "It's the second one.", "A third.", "A new paragraph.", "And it ends.",
]  # fmt: skip


@pytest.fixture
def dispatcher(tmp_path: Path) -> Iterator[Dispatcher]:
    (tmp_path / "story.md").write_text(STORY)
    with Dispatcher(tmp_path / "d") as dispatcher:
        yield dispatcher


def open_player(dispatcher: Dispatcher, folder: Path, *arguments: str) -> Player:
    quiet = ("--sink", "null", "--no-align", "--no-desktop", "--play")
    return Player(folder, "story.md", *quiet, *arguments, environment=dispatcher.environment)


def announced(events: list[dict[str, Any]], words: str) -> bool:
    return any(each["event"] == "announce" and words in each["text"] for each in events)


def has_ended(events: list[dict[str, Any]]) -> bool:
    return any(each["event"] == "ended" for each in events)


def test_it_says_each_sentence_once_and_the_light_goes_by_the_sentence(
    dispatcher: Dispatcher, tmp_path: Path
) -> None:
    with open_player(dispatcher, tmp_path) as player:
        player.wait_for(has_ended, "it did not end")
        assert dispatcher.said == SENTENCES
        assert {each["level"] for each in player.cues()} == {"sentence"}
        told = [each for each in player.events if each["event"] == "sentence"]
        assert len(told) == len(SENTENCES)
        assert not announced(player.events, "Speech Dispatcher")


def test_a_pause_is_silence_and_playing_on_says_the_sentence_again(
    dispatcher: Dispatcher, tmp_path: Path
) -> None:
    with open_player(dispatcher, tmp_path) as player:
        player.wait_for(lambda _: len(dispatcher.said) == 2, "the second sentence was not said")
        player.press(" ")
        player.wait_for(lambda events: announced(events, "Paused"), "no pause")
        said = len(dispatcher.said)
        player.press(" ")
        player.wait_for(has_ended, "it did not end")
        assert dispatcher.said[said - 1 : said + 1] == [SENTENCES[said - 1]] * 2 or said > len(SENTENCES)
        assert list(dict.fromkeys(dispatcher.said)) == SENTENCES


@pytest.mark.parametrize("how", ["kill", "stall"])
def test_a_server_that_is_gone_costs_a_sentence_and_espeak_reads_on(
    dispatcher: Dispatcher, tmp_path: Path, how: str
) -> None:
    with open_player(dispatcher, tmp_path) as player:
        player.wait_for(lambda _: len(dispatcher.said) == 2, "the second sentence was not said")
        getattr(dispatcher, how)()
        player.wait_for(has_ended, "nobody read on")
        told = [each["text"] for each in player.events if each["event"] == "announce"]
        assert len([each for each in told if "Speech Dispatcher speaks no more" in each]) == 1
        assert any("eSpeak NG reads on" in each for each in told)
        assert {each["level"] for each in player.cues()[-3:]} == {"word"}
        assert player.cues()[-1]["word"].startswith("ends")


def test_where_it_does_not_run_that_is_said_with_what_to_do_and_espeak_reads(
    dispatcher: Dispatcher, tmp_path: Path
) -> None:
    dispatcher.kill()
    with open_player(dispatcher, tmp_path) as player:
        player.wait_for(has_ended, "nobody read")
        assert announced(player.events, "Speech Dispatcher does not run: nobody answers at")
        assert announced(player.events, "eSpeak NG reads instead")


def test_leaving_in_the_middle_leaves_it_silent(dispatcher: Dispatcher, tmp_path: Path) -> None:
    with open_player(dispatcher, tmp_path) as player:
        player.wait_for(lambda _: len(dispatcher.said) == 2, "the second sentence was not said")
        player.press("q")
        player.process.wait(60)
    said = list(dispatcher.said)
    player.trace.unlink()
    with open_player(dispatcher, tmp_path, "--at", "p2") as player:
        player.wait_for(has_ended, "it did not end")
    assert dispatcher.said[len(said) :] == SENTENCES[4:]


def test_what_is_written_is_read_by_espeak_and_that_is_told(dispatcher: Dispatcher, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "speak", "story.md", "-o", "out.wav"],
        cwd=tmp_path,
        env={**dispatcher.environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "Speech Dispatcher plays its sound itself and gives none. " in done.stderr
    assert "reads instead." in done.stderr
    with wave.open(str(tmp_path / "out.wav")) as sound:
        assert sound.getnframes() > sound.getframerate()
    assert dispatcher.said == []


def test_its_voices_are_listed_first(dispatcher: Dispatcher, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "voices"],
        cwd=tmp_path,
        env={**dispatcher.environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[0] == "ssip\tone\ten\ttell/one\tlicence not known"
