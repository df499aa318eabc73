"""A page with a recording: its words are lit by what goes with it, else they are timed as a file's are."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.answers import resource

if sys.platform == "win32":
    pytest.skip("the player is held by a pseudo-terminal", allow_module_level=True)

from briefing.formats.timed import vtt
from tests.end_to_end.player import PATIENCE_S, Player
from tests.end_to_end.sound import wait_until
from tests.end_to_end.talk import SAMPLE, write_talk
from tests.end_to_end.test_addresses import environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web

LENGTH_S: Final = 24.0
STORY_S: Final = 200.0
"""What is said so long is a story of its own, and no note on a recording."""


def serve(web: Web, folder: Path, player: str, stop_s: float) -> str:
    """Have a page say what is said in the sample up to some time, and play the beginning of it."""
    write_talk(folder, LENGTH_S)
    lines = vtt.read(SAMPLE.with_suffix(".vtt").read_text("utf-8")).lines
    said = [line for line in lines if line.stop_s is not None and line.stop_s < stop_s]
    title, story = said[0].text, " ".join(line.text for line in said[1:])
    page = (
        f'<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>{player}'
        f"<p>{story}</p></article></body></html>"
    )
    web["/talk"] = resource(page.encode(), "text/html; charset=utf-8")
    web["/talk.wav"] = resource((folder / "talk.wav").read_bytes(), "audio/wav", etag='"1"')
    web["/talk.vtt"] = resource(SAMPLE.with_suffix(".vtt").read_bytes(), "text/vtt")
    return web.address("/talk")


def levels(events: list[dict[str, Any]]) -> list[str]:
    return [event["level"] for event in events if event["event"] == "cue"]


def kept_timings(folder: Path) -> int:
    """Return how many texts' times are in the store of the account."""
    path = folder / "user" / ".local" / "share" / "briefing" / "briefing.sqlite3"
    with closing(sqlite3.connect(path)) as store:
        (count,) = store.execute("SELECT count(*) FROM timings").fetchone()
    return int(count)


def opened(folder: Path, *arguments: str) -> Player:
    return Player(folder, *arguments, "--play", environment=environment())


def test_its_words_are_timed_when_it_has_come_and_lit_at_once_without_the_network(
    tmp_path: Path, web: Web
) -> None:
    address = serve(web, tmp_path, '<audio controls src="/talk.wav"></audio>', LENGTH_S)
    with opened(tmp_path, address) as player:
        player.wait_for(lambda events: "word" in levels(events), "no word is lit")
        wait_until(lambda: kept_timings(tmp_path) > 0, PATIENCE_S, "its times are not kept")
        player.press("q")
        assert player.wait_for_end() == 0
    web.down()
    player.trace.unlink()
    with opened(tmp_path, address, "--at", "0:00") as player:
        player.wait_for(lambda events: bool(levels(events)), "it does not play")
        assert levels(player.events)[0] == "word"
        player.press("q")
        assert player.wait_for_end() == 0


def test_the_times_of_its_track_are_asked_for_with_its_recording_and_light_its_words(
    tmp_path: Path, web: Web
) -> None:
    track = '<track kind="captions" srclang="en" src="/talk.vtt">'
    address = serve(web, tmp_path, f'<audio controls src="/talk.wav">{track}</audio>', STORY_S)
    with opened(tmp_path, address) as player:
        player.wait_for(lambda events: len(levels(events)) > 1, "it does not play")
        assert set(levels(player.events)) == {"word"}
        player.press("q")
        assert player.wait_for_end() == 0
    assert {each.path for each in web.asked} == {"/talk", "/talk.wav", "/talk.vtt"}


def test_a_page_that_is_read_aloud_asks_for_no_track(tmp_path: Path, web: Web) -> None:
    track = '<track kind="captions" srclang="en" src="/talk.vtt">'
    address = serve(web, tmp_path, f'<audio controls src="/talk.wav">{track}</audio>', STORY_S)
    with opened(tmp_path, address, "--voice", "speech") as player:
        player.wait_for(lambda events: bool(levels(events)), "it is not read")
        player.press("q")
        assert player.wait_for_end() == 0
    assert {each.path for each in web.asked} == {"/talk"}
