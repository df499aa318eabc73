"""What was opened once is there without the network; what is newer is fetched; what broke off goes on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from tests.answers import bad_range, cut_off, in_turn, refusal, resource, stalled, wrong_length
from tests.unit.sources.web.fetching import SOON, fetcher_in

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.sources.web.fetcher import HttpFetcher
    from tests.web import Web

STORY = bytes(range(256)) * 2_000
"""Longer than a head."""
MOST = 1 << 20


def read(fetcher: HttpFetcher, address: str) -> tuple[bytes, str]:
    fetched = fetcher.open(address)
    return fetched.data(MOST), fetched.notice


def test_what_was_opened_is_there_without_the_network_and_says_of_when(web: Web, tmp_path: Path) -> None:
    web["/story"] = resource(STORY, etag='"1"')
    fetcher = fetcher_in(tmp_path / "web")
    assert read(fetcher, web.address("/story")) == (STORY, "")
    web.down()
    data, notice = read(fetcher, web.address("/story"))
    assert data == STORY
    assert notice.startswith("Offline: this is the copy of today, ")
    web.up()
    assert read(fetcher, web.address("/story")) == (STORY, "")
    fetcher.close()


def test_another_day_opens_it_too_and_fetches_nothing_where_that_is_wished(web: Web, tmp_path: Path) -> None:
    web["/story"] = resource(STORY)
    first = fetcher_in(tmp_path / "web")
    read(first, web.address("/story"))
    first.close()
    offline = fetcher_in(tmp_path / "web", is_offline=True)
    data, notice = read(offline, web.address("/story"))
    assert data == STORY
    assert notice.startswith("Offline: this is the copy of")
    assert len(web.asked) == 1
    with pytest.raises(SourceError, match="There is no copy of other, and nothing is fetched"):
        offline.open(web.address("/other"))
    assert len(web.asked) == 1
    offline.close()


@pytest.mark.parametrize(
    "validator", [{"etag": '"1"'}, {"etag": 'W/"1"'}, {"modified": "Thu, 26 Nov 2026 14:00:00 GMT"}]
)
def test_what_is_as_it_was_is_not_sent_again(validator: dict[str, str], web: Web, tmp_path: Path) -> None:
    web["/story"] = in_turn(resource(STORY, **validator), resource(b"sent again", **validator))  # type: ignore[arg-type]
    fetcher = fetcher_in(tmp_path / "web")
    assert read(fetcher, web.address("/story")) == (STORY, "")
    assert read(fetcher, web.address("/story")) == (STORY, "")
    web["/story"] = resource(b"newer", etag='"2"', modified="Fri, 27 Nov 2026 14:00:00 GMT")
    assert read(fetcher, web.address("/story")) == (b"newer", "")
    fetcher.close()


@pytest.mark.parametrize(
    ("status", "reason"),
    [(500, "has a fault of its own"), (429, "was asked too often"), (503, "has a fault")],
)
def test_where_the_server_fails_the_copy_stands_for_it(
    status: int, reason: str, web: Web, tmp_path: Path
) -> None:
    web["/story"] = in_turn(resource(STORY), refusal(status))
    fetcher = fetcher_in(tmp_path / "web")
    read(fetcher, web.address("/story"))
    data, notice = read(fetcher, web.address("/story"))
    assert data == STORY
    assert reason in notice
    assert ": this is the copy of today" in notice
    fetcher.close()


def test_where_a_newer_one_breaks_off_the_copy_stands_for_it(web: Web, tmp_path: Path) -> None:
    newer = resource(STORY[::-1], flow=cut_off(100_000, times=99))
    web["/story"] = in_turn(resource(STORY), newer)
    fetcher = fetcher_in(tmp_path / "web")
    read(fetcher, web.address("/story"))
    data, notice = read(fetcher, web.address("/story"))
    assert data == STORY
    assert "broke off: this is the copy of today" in notice
    fetcher.close()


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_what_is_refused_is_told_and_the_copy_offered(status: int, web: Web, tmp_path: Path) -> None:
    web["/story"] = in_turn(resource(STORY), refusal(status))
    fetcher = fetcher_in(tmp_path / "web")
    read(fetcher, web.address("/story"))
    with pytest.raises(SourceError, match=r"To read the copy of today, \d\d:\d\d, add --offline\."):
        fetcher.open(web.address("/story"))
    fetcher.close()


@pytest.mark.parametrize(
    ("has_ranges", "asked"),
    [(True, [None, "bytes=200000-"]), (False, [None, None])],
    ids=["from where it was", "from the start"],
)
def test_what_breaks_off_goes_on(has_ranges: bool, asked: list[str | None], web: Web) -> None:
    web["/story"] = resource(STORY, etag='"1"', has_ranges=has_ranges, flow=cut_off(200_000))
    fetcher = fetcher_in(None)
    assert read(fetcher, web.address("/story"))[0] == STORY
    assert [each.headers["Range"] for each in web.asked] == asked
    fetcher.close()


def test_what_stalls_goes_on(web: Web) -> None:
    web["/story"] = in_turn(resource(STORY, etag='"1"', flow=stalled(100_000)), resource(STORY, etag='"1"'))
    fetcher = fetcher_in(None, SOON)
    assert read(fetcher, web.address("/story"))[0] == STORY
    fetcher.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"Content_Range": "bytes 0-9/512000"},
        {"Content_Range": "bytes 100000-511999/999999"},
        {"Content_Range": "nonsense"},
        {"Content_Range": "bytes 100000-99/512000"},
        {"ETag": '"other"'},
        {"Content_Encoding": "gzip"},
    ],
    ids=["place", "length of the whole", "no place", "no span", "version", "packing"],
)
def test_a_part_that_is_not_what_was_asked_for_is_not_taken(wrong: dict[str, str], web: Web) -> None:
    first = resource(STORY, "audio/mpeg", etag='"first"', flow=cut_off(100_000))
    web["/story"] = in_turn(first, bad_range(STORY, **wrong))
    fetcher = fetcher_in(None)
    with pytest.raises(SourceError, match="has another version of it now"):
        read(fetcher, web.address("/story"))
    fetcher.close()


def test_a_part_that_is_shorter_than_it_says_is_asked_for_again(web: Web) -> None:
    first = resource(STORY, "audio/mpeg", etag='"first"', flow=cut_off(100_000))
    lying = bad_range(STORY, Content_Length="1000")
    web["/story"] = in_turn(first, lying, resource(STORY, "audio/mpeg", etag='"first"'))
    fetcher = fetcher_in(None)
    assert read(fetcher, web.address("/story"))[0] == STORY
    fetcher.close()


def test_more_than_was_told_is_passed_over(web: Web) -> None:
    web["/story"] = wrong_length(b"the story and more", 9)
    fetcher = fetcher_in(None)
    assert read(fetcher, web.address("/story"))[0] == b"the story"
    fetcher.close()


def test_a_secret_is_in_no_file_and_no_name(web: Web, tmp_path: Path) -> None:
    web["/story"] = resource(STORY)
    fetcher = fetcher_in(tmp_path / "web")
    address = web.address("/story?token=s3cret").replace("//", "//ann:pa55word@")
    fetched = fetcher.open(address)
    fetched.data(MOST)
    assert "s3cret" in web.asked[0].path
    kept = b"".join(path.read_bytes() + path.name.encode() for path in (tmp_path / "web").iterdir())
    assert not any(
        secret in kept or secret in fetched.address.encode() for secret in (b"s3cret", b"pa55word")
    )
    fetcher.close()


def test_an_address_that_was_kept_without_its_key_opens_its_copy_and_says_so(
    web: Web, tmp_path: Path
) -> None:
    web["/story"] = in_turn(resource(STORY), refusal(403))
    fetcher = fetcher_in(tmp_path / "web")
    fetched = fetcher.open(web.address("/story?token=s3cret"))
    fetched.data(MOST)
    data, notice = read(fetcher, fetched.address)
    assert data == STORY
    assert "wants a key that was left out of the address, for such are not kept: this is the copy" in notice
    fetcher.close()


def test_without_a_copy_the_user_is_asked_for_the_key_again(web: Web) -> None:
    web["/story"] = refusal(403)
    fetcher = fetcher_in(None)
    with pytest.raises(SourceError, match=r"wants a key that was left out.*Give the whole address again\."):
        fetcher.open(web.address("/story?token="))
    fetcher.close()


def test_what_a_private_server_would_not_have_kept_is_not(web: Web, tmp_path: Path) -> None:
    web["/story"] = resource(STORY, headers={"Cache-Control": "private, no-store"})
    fetcher = fetcher_in(tmp_path / "web")
    read(fetcher, web.address("/story?token=s3cret"))
    assert list((tmp_path / "web").iterdir()) == []
    read(fetcher, web.address("/story"))  # what the user opened is his copy
    assert len(list((tmp_path / "web").iterdir())) == 2
    fetcher.close()


def test_how_far_it_is_is_told(web: Web) -> None:
    web["/story"] = resource(STORY)
    told: list[tuple[int, int | None]] = []
    fetcher = fetcher_in(None)
    fetcher.open(web.address("/story"), tell=lambda done, whole: told.append((done, whole))).data(MOST)
    assert told[-1] == (len(STORY), len(STORY))
    fetcher.close()


def test_http_is_loaded_when_something_is_fetched() -> None:
    code = (
        "import sys; from briefing.cli.wiring import sources;"
        "item = sources.open_at_once('http://127.0.0.1:9/story'); print(item.document.title);"
        "print(sorted({'httpx', 'httpcore', 'ssl', 'socket'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "story, 127.0.0.1\n[]\n"
