"""An address typed: what is at it is read, heard, left, lost on the way, and there without the network."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Final

import pytest
from PIL import Image

from tests.answers import at_rate, redirect, refusal, resource, stalled
from tests.readme import TOP

if sys.platform == "win32":
    pytest.skip("the player is held by a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.player import Player
from tests.quick_voice import QUICK_VOICE

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.web import Web

FACES: Final = ("--linear", "--tui")
SENTENCE: Final = "The bridge opened again on Monday after eleven days, and the first buses crossed it. "
PAGE: Final = f"""<!doctype html><html lang="en"><head><title>The bridge is open</title>
<meta property="og:image" content="/bridge.png"><link rel="stylesheet" href="/style.css">
<script src="/script.js"></script></head><body><nav><a href="/">Home</a></nav><article>
<h1>The bridge is open</h1><figure><img src="/bridge.png" alt="A bridge at dawn."></figure>
<p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p><img src="/pixel.gif"><iframe src="/frame"></iframe>
<p>{SENTENCE * 3}</p></article></body></html>""".encode()


def environment() -> dict[str, str]:
    """A user's own: no settings of this machine, no proxy."""
    own = ("BRIEFING_", "XDG_")
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(own) and not name.lower().endswith("_proxy")
    } | {**QUICK_VOICE, "BRIEFING_SINK": "null", "LANG": "C.UTF-8"}


def opened(folder: Path, *arguments: str, face: str) -> Player:
    return Player(folder, *arguments, environment=environment(), face=face)


def told(events: list[dict[str, Any]]) -> list[str]:
    return [event["text"] for event in events if event["event"] == "announce"]


def serve(web: Web) -> str:
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "orange").save(picture, "PNG")
    web["/bridge"] = resource(PAGE, etag='"1"')
    web["/bridge.png"] = resource(picture.getvalue(), "image/png")
    return web.address("/bridge")


def test_a_page_is_read_and_heard_and_opened_again_where_it_was_left_without_the_network(
    tmp_path: Path, web: Web
) -> None:
    address = serve(web)
    with opened(tmp_path, address, "--voice", "speech", face="--linear") as player:
        player.wait_for(lambda events: "The bridge is open." in " ".join(told(events)), "it is not opened")
        player.press("]]]")
        player.wait_for(lambda events: "Paragraph 3 of 3" in " ".join(told(events)), "it does not move")
        player.press(" ")
        player.wait_for(lambda events: any(each["event"] == "cue" for each in events), "it does not play")
        player.press("q")
        assert player.wait_for_end() == 0
    web.down()
    player.trace.unlink()
    with opened(tmp_path, face="--linear") as player:
        player.wait_for(
            lambda events: any("Resumed at" in each for each in told(events)), "it is not resumed"
        )
        said = told(player.events)
        assert said[0].startswith("Opening bridge, 127.0.0.1, please wait.")
        assert said[1].startswith("The bridge is open. Speech. Resumed at Paragraph ")
        assert ": this is the copy of today, " in said[2]
        player.press("q")
        assert player.wait_for_end() == 0


@pytest.mark.parametrize(
    ("arguments", "face", "asked"),
    [
        ((), "--linear", ["/bridge"]),
        ((), "--tui", ["/bridge", "/bridge.png"]),
        (("--no-fetch-pictures",), "--tui", ["/bridge"]),
        (("--picture", "off"), "--tui", ["/bridge"]),
    ],
    ids=["lines", "screen", "screen without fetching", "screen without pictures"],
)
def test_of_a_page_nothing_is_fetched_but_itself_and_a_picture_where_one_is_shown(
    tmp_path: Path, web: Web, arguments: tuple[str, ...], face: str, asked: list[str]
) -> None:
    with opened(tmp_path, serve(web), "--voice", "none", *arguments, face=face) as player:
        player.wait_for(
            lambda events: (
                any(each["event"] == "state" and each["state"] == "paused" for each in events)
                and len(web.asked) >= len(asked)
            ),
            "it is not opened",
        )
        assert [each.path for each in web.asked] == asked
        player.press("q")
        assert player.wait_for_end() == 0
    assert [each.path for each in web.asked] == asked


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("key", ["q", "\x1b", "\x03"], ids=["q", "Escape", "Ctrl-C"])
def test_a_page_that_does_not_come_is_left_by_a_key(tmp_path: Path, web: Web, face: str, key: str) -> None:
    web["/bridge"] = resource(PAGE, flow=stalled(100))
    with opened(tmp_path, web.address("/bridge"), face=face) as player:
        player.wait_for(lambda events: "Waiting for 127.0.0.1." in " ".join(told(events)), "nothing is said")
        player.press(key)
        assert player.wait_for_end() == (130 if key == "\x03" else 0)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("path", "told"),
    [("/none", (3, "has nothing at this address")), ("/login", (3, ".")), ("/inside", (5, "10.0.0.1"))],
)
def test_what_cannot_be_had_is_told_in_a_sentence_with_its_code(
    tmp_path: Path, web: Web, face: str, path: str, told: tuple[int, str]
) -> None:
    code, said = told
    web["/login"] = refusal(401)
    web["/inside"] = redirect("http://10.0.0.1/")
    with opened(tmp_path, web.address(path), face=face) as player:
        assert player.wait_for_end() == code
        player.take_what_is_said()
    last = player.said.decode().strip().splitlines()[-1]
    assert "briefing: " in last
    assert said in last
    assert "Traceback" not in player.said.decode()


@pytest.mark.parametrize("face", FACES)
def test_what_is_secret_in_an_address_is_neither_kept_nor_shown(tmp_path: Path, web: Web, face: str) -> None:
    address = serve(web).replace("127.0.0.1", "ann:s3cret@127.0.0.1") + "?id=7&token=t0psecret#fr4gment"
    with opened(tmp_path, address, "--voice", "none", face=face) as player:
        player.wait_for(lambda events: "The bridge is open." in " ".join(told(events)), "it is not opened")
        player.press("bq")
        assert player.wait_for_end() == 0
        player.take_what_is_said()
    assert "token=t0psecret" in web.asked[0].path
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any("briefing" in path.parts for path in kept)
    for data in (player.said, *(path.read_bytes() for path in kept)):
        assert not [each for each in (b"s3cret", b"t0psecret", b"fr4gment") if each in data]


def test_a_recording_that_is_lost_on_the_way_is_read_on_from_and_goes_on_when_it_is_back(
    tmp_path: Path, web: Web
) -> None:
    serve(web)
    sound = (TOP / "media" / "arms-transfers.mp3").read_bytes()
    web["/talk.mp3"] = resource(sound, "audio/mpeg", flow=at_rate(60_000))
    web["/bridge"] = resource(PAGE.replace(b"</article>", b'<audio src="/talk.mp3"></audio></article>'))
    with opened(tmp_path, web.address("/bridge"), "--play", face="--linear") as player:
        player.wait_for(lambda events: any(each["event"] == "cue" for each in events), "it does not play")
        web.down()
        player.wait_for(
            lambda events: any("Speech goes on at the same word." in each for each in told(events)),
            "nothing takes over",
        )
        web.up()
        player.wait_for(
            lambda events: any(each.startswith("The recording is to be had again") for each in told(events)),
            "the recording does not come back",
        )
        player.press("q")
        assert player.wait_for_end() == 0


def test_of_a_page_that_is_read_aloud_no_recording_is_fetched(tmp_path: Path, web: Web) -> None:
    serve(web)
    web["/bridge"] = resource(PAGE.replace(b"</article>", b'<audio src="/talk.mp3"></audio></article>'))
    with opened(tmp_path, web.address("/bridge"), "--voice", "speech", "--play", face="--linear") as player:
        player.wait_for(lambda events: any(each["event"] == "cue" for each in events), "it does not play")
        player.press("q")
        assert player.wait_for_end() == 0
    assert [each.path for each in web.asked] == ["/bridge"]
