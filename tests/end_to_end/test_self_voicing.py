"""A whole visit with the screen off and no reader: by what our own voice said, in both faces.

What is known of the player here is what was spoken: the trace's `say` lines, each with when it was
heard, and the sound that was written. Nothing is read off a terminal.
"""

from __future__ import annotations

import os
import re
import sys
import wave
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest

if sys.platform == "win32":
    pytest.skip("the terminal is a POSIX one", allow_module_level=True)

from briefing.audio.pcm import from_int16
from tests.end_to_end.player import Player

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ESCAPE, ENTER, RIGHT = "\x1b", "\r", "\x1b[C"
AUDIBLE = 0.005
EDGE_S = 0.1
RATE_HZ = 48000


class Step(NamedTuple):
    """Keys, each pressed when the one before was answered by voice, and what is heard of the last of them."""

    keys: list[str]
    heard: str


def typed(words: str) -> list[str]:
    return [*words, ENTER]


FIRST_VISIT = [
    Step(["?"], r"^Help"),
    Step([ESCAPE], r"^Help closed"),
    Step(["i"], r"^0 seconds of 3 minutes 48 seconds.*Paused"),
    Step(["j"], r"Picture|North Korea"),
    Step(["5"], r"^50 percent, 1 minute 54 seconds"),
    Step([RIGHT], r"^1 minute 59 seconds|\w"),
    Step(["/", *typed("iss")], r"missile"),
    Step([":", *typed("bookmark x")], r"^Bookmark 1\. Note: x\. .*5"),
    Step(["B"], r"1 bookmark|Bookmarks"),
    Step([ESCAPE], r"closed"),
    Step([">"], r"^Speed 1\.1"),
    Step(["v"], r"^Switching to speech"),
    Step(["L"], r"^Library: 0 items"),
    Step([ESCAPE], r"Library closed"),
    Step(["O"], r"^Settings\."),
    Step([ESCAPE], r"closed"),
    Step([":", *typed("settings say-volume 90")], r"^Say volume: 90"),
    Step(["q"], r"^Goodbye"),
]
SECOND_VISIT = [
    Step(["i"], r"Paragraph 5"),
    Step(["q"], r"^Goodbye"),
]


class Listener:
    """Presses keys and hears what is said; looks at nothing."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._heard = 0

    def said(self) -> list[dict[str, Any]]:
        """All that was heard so far."""
        said = [event for event in self._player.events if event["event"] == "say"]
        return [event for event in said if event["heard_at_s"] is not None]

    def hear(self, wanted: str) -> None:
        """Wait until something is heard that is as wanted."""

        def is_heard(_: object) -> bool:
            return any(re.search(wanted, event["text"]) for event in self.said()[self._heard :])

        self._player.wait_for(is_heard, f"{wanted!r} was not heard")
        self._heard = len(self.said())

    def take(self, step: Step) -> None:
        """Press the keys of a step, each when the one before was heard, and hear its answer."""
        *first, last = step.keys
        for key in first:
            self._player.press(key)
            self.hear(rf"^{re.escape(key)}$|:" if key.isprintable() else "")
        self._player.press(last)
        self.hear(step.heard)


def sound_of(path: Path) -> NDArray[np.float32]:
    """Return one channel of a WAV."""
    with wave.open(str(path)) as file:
        assert file.getframerate() == RATE_HZ
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16)
    return from_int16(samples.reshape(-1, 2)[:, 0])


def assert_spoken(said: list[dict[str, Any]], sound: NDArray[np.float32]) -> None:
    """All that is told to have been heard is in the sound, when it was told to be."""
    begin_s = said[0]["heard_at_s"] - float(np.flatnonzero(np.abs(sound) > AUDIBLE)[0]) / RATE_HZ
    for event in said:
        start = round((event["heard_at_s"] - begin_s) * RATE_HZ)
        heard = sound[start : start + round(EDGE_S * RATE_HZ)]
        assert np.abs(heard).max(initial=0.0) > AUDIBLE, f"{event['text']!r} was not in the sound"


@pytest.mark.parametrize("face", ["--linear", "--tui"])
def test_a_whole_visit_is_made_by_what_was_spoken_alone(face: str, tmp_path: Path) -> None:
    for number, (opening, visit) in enumerate([("Three Nations Condemn", FIRST_VISIT), ("", SECOND_VISIT)]):
        sound = tmp_path / f"visit-{number}.wav"
        (tmp_path / "trace.jsonl").unlink(missing_ok=True)
        arguments = ["sample", "--say", "--say-wpm", "900", "--sink", str(sound)]
        with Player(tmp_path, *arguments, environment=os.environ, face=face) as player:
            listener = Listener(player)
            listener.hear(opening)
            for step in visit:
                listener.take(step)
            assert player.wait_for_end() == 0
        said = listener.said()
        assert_spoken(said, sound_of(sound))
        ends_s = [event["cut_at_s"] or event["heard_at_s"] for event in said]
        starts_s = [event["heard_at_s"] for event in said]
        assert all(end <= start for end, start in zip(ends_s, starts_s[1:], strict=False)), "two at once"
