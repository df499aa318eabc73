"""A page with a recording on a line that breaks: played while it comes, read aloud while it does not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.answers import Gate, gated, resource
from tests.end_to_end.player import Player
from tests.end_to_end.test_addresses import environment
from tests.recordings import make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web

PAGE = b"""<html lang="en"><head><meta charset="utf-8"><title>The bridge</title></head><body><article>
<h1>The bridge</h1><p>%s</p><audio src="/talk.mp3"></audio></article></body></html>"""
SENTENCE = b"The old bridge over the river was opened again on Monday after long works. "
COME_BYTES = 90_000
"""Five seconds of sound."""


def told(events: list[dict[str, Any]]) -> str:
    return " ".join(event["text"] for event in events if event["event"] == "announce")


def test_a_recording_lost_in_mid_play_is_read_aloud_from_the_same_word_until_it_is_back(
    tmp_path: Path, web: Web
) -> None:
    sound = make(tmp_path, "mp3", 90.0).read_bytes()
    gate = Gate(COME_BYTES)
    web["/page"] = resource(PAGE % (SENTENCE * 12), "text/html")
    web["/talk.mp3"] = resource(sound, "audio/mpeg", etag='"1"', flow=gated(gate))
    with Player(tmp_path, web.address("/page"), "--play", environment=environment()) as player:
        player.wait_for(lambda events: len(_cues(events)) > 3, "no word is heard of what has come")
        assert gate.passed < len(sound)
        web.down()
        player.wait_for(
            lambda events: "Speech goes on at the same word." in told(events), "speech does not take over"
        )
        player.wait_for(lambda events: _voice(events) == "speech", "it is not said who reads")
        lost = _cues(player.events)[-1]["start"]
        heard = len(_cues(player.events))
        player.wait_for(lambda events: len(_cues(events)) > heard + 2, "speech says no word")
        assert _cues(player.events)[heard]["start"] - lost < 60  # it is the same word, or the next
        gate.allow(len(sound))
        web.up()
        player.wait_for(
            lambda events: "The recording is to be had again" in told(events), "the recording is not back"
        )
        player.wait_for(lambda events: _voice(events) == "recording", "it is not said who reads")
        back = len(_cues(player.events))
        player.wait_for(lambda events: len(_cues(events)) > back + 2, "no word of what is back is heard")
        starts = [cue["start"] for cue in _cues(player.events)]
        assert starts[-1] > lost  # and never back to the start
        assert "Recording." in told(player.events)


def _cues(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event for event in events if event["event"] == "cue"]


def _voice(events: list[dict[str, Any]]) -> str:
    return next((event["voice"] for event in reversed(events) if event["event"] == "state"), "")
