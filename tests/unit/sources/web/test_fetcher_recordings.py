"""A recording goes on another day, offline as far as it came, and begins anew where it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from tests.answers import in_turn, login_page, resource, stalled
from tests.unit.sources.web.fetching import fetcher_in, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.sources.web.fetcher import HttpFetcher
    from tests.web import Web

STORY = bytes(range(256)) * 2_000
"""Longer than a head."""
MOST = 1 << 20
COME = 150_000
"""Bytes that come of a recording before it stalls."""


def begin_talk(web: Web, fetcher: HttpFetcher) -> None:
    """Let the beginning of a recording come, and leave it; what is there is served whole from then on."""
    web["/talk.mp3"] = resource(STORY, "audio/mpeg", etag='"1"', flow=stalled(COME))
    recording = fetcher.open(web.address("/talk.mp3")).recording()
    wait_for(recording, COME)
    recording.close()
    web["/talk.mp3"] = resource(STORY, "audio/mpeg", etag='"1"')


def test_a_page_to_log_in_is_no_newer_recording(web: Web, tmp_path: Path) -> None:
    web["/talk.mp3"] = in_turn(resource(STORY, "audio/mpeg"), login_page())
    fetcher = fetcher_in(tmp_path / "web")
    recording = fetcher.open(web.address("/talk.mp3")).recording()
    recording.wait()
    recording.close()
    with pytest.raises(SourceError, match="perhaps to log in") as told:
        fetcher.open(web.address("/talk.mp3"))
    assert "add --offline" in told.value.hint
    fetcher.close()


def test_a_recording_goes_on_another_day_and_is_then_there(web: Web, tmp_path: Path) -> None:
    first = fetcher_in(tmp_path / "web")
    begin_talk(web, first)
    first.close()
    second = fetcher_in(tmp_path / "web")
    recording = second.open(web.address("/talk.mp3")).recording()
    recording.wait()
    assert recording.path.read_bytes() == STORY
    recording.close()
    assert [each.headers["Range"] for each in web.asked] == [None, f"bytes={COME}-"]
    web.down()
    fetched = second.open(web.address("/talk.mp3"))
    assert fetched.head == STORY[:65_536]
    recording = fetched.recording()
    assert recording.is_whole
    assert recording.path.read_bytes() == STORY
    recording.close()
    second.close()


def test_what_came_of_a_recording_is_there_without_the_network_and_the_rest_with_it(
    web: Web, tmp_path: Path
) -> None:
    fetcher = fetcher_in(tmp_path / "web")
    begin_talk(web, fetcher)
    web.down()
    part = fetcher.open(web.address("/talk.mp3"))
    assert part.notice == "Offline: only what came before is here."
    assert (part.head, part.media_type) == (STORY[:65_536], "audio/mpeg")
    recording = part.recording()
    wait_for(recording, COME)
    web.up()
    recording.wait()
    assert recording.path.read_bytes() == STORY
    recording.close()
    fetcher.close()


def test_a_part_is_no_text_and_opens_where_nothing_is_to_be_fetched(web: Web, tmp_path: Path) -> None:
    fetcher = fetcher_in(tmp_path / "web")
    begin_talk(web, fetcher)
    fetcher.close()
    offline = fetcher_in(tmp_path / "web", is_offline=True)
    with pytest.raises(SourceError, match=r"Only a part of talk\.mp3 is here"):
        offline.open(web.address("/talk.mp3")).data(MOST)
    recording = offline.open(web.address("/talk.mp3")).recording()
    wait_for(recording, COME)
    with pytest.raises(SourceError, match="nothing is fetched while `offline` is on"):
        recording.wait()
    recording.close()
    assert len(web.asked) == 1
    offline.close()


@pytest.mark.parametrize("version", [{"etag": '"2"'}, {}], ids=["another version", "no version"])
def test_a_recording_that_is_another_begins_anew(version: dict[str, str], web: Web, tmp_path: Path) -> None:
    fetcher = fetcher_in(tmp_path / "web")
    begin_talk(web, fetcher)
    web["/talk.mp3"] = resource(STORY[::-1], "audio/mpeg", **version)  # type: ignore[arg-type]
    recording = fetcher.open(web.address("/talk.mp3")).recording()
    recording.wait()
    assert recording.path.read_bytes() == STORY[::-1]
    recording.close()
    fetcher.close()


def test_what_came_behind_a_picture_that_was_passed_over_is_there_without_the_network(
    web: Web, tmp_path: Path
) -> None:
    web["/talk.mp3"] = resource(STORY, "audio/mpeg", etag='"1"', flow=stalled(20_000))
    fetcher = fetcher_in(tmp_path / "web")
    recording = fetcher.open(web.address("/talk.mp3")).recording()
    wait_for(recording, 20_000)
    there = 200_000
    while there < 220_000:
        there = recording.reach(there)
    recording.close()
    fetcher.close()
    offline = fetcher_in(tmp_path / "web", is_offline=True)
    fetched = offline.open(web.address("/talk.mp3"))
    assert STORY.startswith(fetched.head)
    assert 8_192 <= len(fetched.head) <= 20_000
    recording = fetched.recording()
    assert recording.reach(200_000) == 220_000
    with pytest.raises(SourceError, match=r"Only a part of talk\.mp3 is here"):
        recording.reach(300_000)
    recording.close()
    offline.close()
