"""Words are timed beforehand, one by one, by a list, and of what is new in the library."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.align.job import METHOD
from briefing.model import Document
from briefing.store import Store
from briefing.store.library import LibraryShelf
from terminal import wait_until
from tests.answers import resource
from tests.end_to_end.groups import wait_until_gone
from tests.quick_voice import QUICK_VOICE
from tests.readme import command_lines, examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.web import Exchange, Web

BRIEFING = str(Path(sys.executable).with_name("briefing"))
STORY = "The ships sail again on the northern route. The strike had lasted nine days, and nobody was hurt."
ITEM = """<item><title>Story {0}</title><guid>{0}</guid><description>{1}</description>
<enclosure url="{2}" type="audio/wav" length="1"/></item>"""


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The story, read aloud."""
    folder = tmp_path_factory.mktemp("speech")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    ended = run(folder, "speak", str(folder / "story.txt"), "-o", str(folder / "story.wav"))
    assert ended.returncode == 0, ended.stderr
    return (folder / "story.wav").read_bytes()


def environment(home: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "BRIEFING_")) and not name.lower().endswith("_proxy")
    }
    path = f"{Path(BRIEFING).parent}{os.pathsep}{kept['PATH']}"
    return (
        kept | QUICK_VOICE | {"HOME": str(home), "PARALLEL_HOME": str(home), "LANG": "C.UTF-8", "PATH": path}
    )


def run(home: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BRIEFING, *arguments],
        env=environment(home),
        input=said,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def are_timed(home: Path, *sources: str) -> list[bool]:
    """Whether the player has timings for these sources."""
    found = []
    with closing(Store(home / ".local" / "share" / "briefing" / "briefing.sqlite3")) as store:
        for source in sources:
            text = json.loads(run(home, "show", source, "--json").stdout)["text"]
            found.append(store.has_timings(Document(title="", text=text, blocks=()).id, METHOD))
    return found


def recordings(folder: Path, speech: bytes, count: int) -> list[str]:
    """Put so many recordings into a folder, each with a text of its own beside it."""
    names = []
    for number in range(count):
        (folder / f"{number}.wav").write_bytes(speech)
        (folder / f"{number}.txt").write_text(f"{STORY} That was story {number}.", encoding="utf-8")
        names.append(str(folder / f"{number}.wav"))
    return names


def library_of(home: Path, web: Web, speech: bytes, count: int) -> list[str]:
    """Subscribe to a feed with so many stories, each with the recording of it; return their numbers."""
    web["/talk.wav"] = resource(speech, "audio/wav")
    items = "".join(
        ITEM.format(number, f"{STORY} That was story {number}.", web.address("/talk.wav"))
        for number in range(count)
    )
    feed = f"<rss version='2.0'><channel><title>News</title><language>en</language>{items}</channel></rss>"
    web["/feed"] = resource(feed.encode(), "application/rss+xml")
    with closing(LibraryShelf(home / ".local" / "share" / "briefing" / "library.sqlite3")) as shelf:
        shelf.subscribe(web.address("/feed"))
    return [str(number) for number in range(1, count + 1)]


def test_what_is_kept_is_found_by_the_player_and_not_timed_again(tmp_path: Path, speech: bytes) -> None:
    (name,) = recordings(tmp_path, speech, 1)
    assert are_timed(tmp_path, name) == [False]
    first = run(tmp_path, "align", "--keep", name)
    assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
    assert are_timed(tmp_path, name) == [True]
    assert run(tmp_path, "align", "--keep", name).returncode == 0


def test_a_list_is_kept_and_what_fails_is_told(tmp_path: Path, speech: bytes) -> None:
    names = [*recordings(tmp_path, speech, 2), str(tmp_path / "missing.wav")]
    ended = run(tmp_path, "align", "--keep", "--list", "-", "--jobs", "2", said="\n".join(["# all", *names]))
    assert ended.returncode == 3
    *_, failed, told = ended.stderr.splitlines()
    assert failed.startswith(f"{names[2]}: ")
    assert told == "briefing: 1 of 3 could not be timed."
    assert are_timed(tmp_path, *names[:2]) == [True, True]


@pytest.mark.skipif(shutil.which("parallel") is None, reason="GNU parallel is not installed")
def test_gnu_parallel_keeps_the_same_list(tmp_path: Path, speech: bytes) -> None:
    names = recordings(tmp_path, speech, 2)
    ended = subprocess.run(
        ["parallel", "--jobs", "2", f"{BRIEFING} align --keep {{}}"],
        env=environment(tmp_path),
        input="\n".join(names),
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert are_timed(tmp_path, *names) == [True, True]


@pytest.mark.parametrize(
    "line",
    [
        "briefing refresh --align --jobs 2",
        "briefing list --untimed | briefing align --keep --list - --jobs 4",
        "briefing list --untimed | parallel briefing align --keep {}",
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the command lines are a shell's")
def test_a_line_times_all_that_is_in_the_library(line: str, tmp_path: Path, web: Web, speech: bytes) -> None:
    """As they stand in the README."""
    if "parallel" in line and shutil.which("parallel") is None:
        pytest.skip("GNU parallel is not installed")
    assert line in command_lines()
    numbers = library_of(tmp_path, web, speech, 2)
    if "refresh" not in line:
        assert run(tmp_path, "refresh").returncode == 0
    ended = subprocess.run(
        ["sh", "-c", line],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert are_timed(tmp_path, *numbers) == [True, True]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_the_example_for_dask_times_the_library(
    tmp_path: Path,
    web: Web,
    speech: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    distributed = pytest.importorskip("distributed")
    numbers = library_of(tmp_path, web, speech, 2)
    assert run(tmp_path, "refresh").returncode == 0
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    code = next(each.text for each in examples() if each.text.startswith("from subprocess import run"))
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=":0") as cluster:
        code = code.replace("tcp://scheduler:8786", cluster.scheduler_address)
        exec(compile(code, "README.md", "exec"), {"__name__": "example"})  # noqa: S102  # our own example
    assert capsys.readouterr().out == ""
    assert are_timed(tmp_path, *numbers) == [True, True]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Too little.", "has 2 words for"),
        ("", "has no text."),
    ],
    ids=["an introduction", "nothing"],
)
def test_what_is_no_text_of_a_recording_is_not_timed(
    words: str, told: str, tmp_path: Path, speech: bytes
) -> None:
    (tmp_path / "talk.wav").write_bytes(speech)
    if words:
        (tmp_path / "talk.txt").write_text(words, encoding="utf-8")
    ended = run(tmp_path, "align", "--keep", str(tmp_path / "talk.wav"))
    assert ended.returncode == 3
    assert told in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--keep"],
        ["--keep", "a.wav", "a.txt"],
        ["--keep", "a.wav", "-o", "a.vtt"],
        ["--keep", "a.wav", "--list", "-"],
        ["--keep", "a.wav", "--most-mb", "0"],
    ],
    ids=["nothing", "a pair", "an output", "one and a list", "no megabyte"],
)
def test_what_makes_no_sense_is_said(arguments: Sequence[str], tmp_path: Path) -> None:
    ended = run(tmp_path, "align", *arguments)
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1


def test_what_is_new_is_brought_in_step(tmp_path: Path, web: Web, speech: bytes) -> None:
    one, two, three = library_of(tmp_path, web, speech, 3)
    ended = run(tmp_path, "refresh", "--align", "--jobs", "2", "--most", "2")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "3 new items in 1 of 1 feed.\n", "")
    assert sorted(are_timed(tmp_path, one, two, three)) == [False, True, True]
    assert run(tmp_path, "list", "--untimed").stdout.split() == [three, two, one]


def test_a_recording_that_is_too_long_is_not_fetched(tmp_path: Path, web: Web, speech: bytes) -> None:
    library_of(tmp_path, web, speech, 1)
    web["/talk.wav"] = resource(bytes(2_000_000), "audio/wav")
    ended = run(tmp_path, "refresh", "--align", "--most-mb", "1")
    assert ended.returncode == 0
    assert "longer than 1 megabytes" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_timing_beforehand_ends_at_once_and_keeps_what_was_done(
    tmp_path: Path, web: Web, speech: bytes
) -> None:
    library_of(tmp_path, web, speech, 3)

    def hold(exchange: Exchange) -> None:
        exchange.web.closing.wait()

    web["/talk.wav"] = hold
    with subprocess.Popen(
        [BRIEFING, "refresh", "--align"], env=environment(tmp_path), stderr=subprocess.PIPE, text=True
    ) as process:
        wait_until(lambda: bool(web.asked_for("/talk.wav")), "no recording is asked for")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "briefing: Interrupted."
    wait_until_gone(process.pid)
