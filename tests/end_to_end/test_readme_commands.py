"""Every command line and example of the README, run as it stands, in a folder that has what it names."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest

from briefing.cli.settings_loading import load
from briefing.settings import Settings
from tests.answers import resource
from tests.quick_voice import QUICK_VOICE
from tests.readme import TOP, command_lines, examples
from tests.recordings import write_recording
from tests.unit.formats.books.books_made import a_daisy_3, a_daisy_202, an_epub, unpacked, zipped
from tests.unit.formats.feeds.feeds_made import RSS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web import Web

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the command lines are a shell's")

STORY = """---
title: Ferries resume on the northern route
duration: "1:14"
language: en-US
---

The ships sail again. The strike had lasted nine days.
"""
CUES = "1\n00:00:00,500 --> 00:00:02,000\n{}\n\n2\n00:00:02,200 --> 00:00:04,000\n{}\n"
ENGLISH = CUES.format("The ships sail again.", "Nobody was hurt.")
PAGE = (TOP / "tests" / "data" / "page.txt").read_text(encoding="utf-8")
NEWS_PAGE: Final = b"""<html lang="en"><head><title>The bridge is open</title></head><body>
<nav><a>Home</a></nav><article><h1>The bridge is open</h1>
<p>It opened again on Monday, after eleven days, and buses crossed it.</p>
<p>Nobody had been hurt when a barge struck one of its pillars, the mayor said.</p></article></body></html>"""
"""What is at the address that the README names, on a server of ours."""
OPML: Final = """<opml version="2.0"><body>
<outline type="rss" text="The News" xmlUrl="https://news.example/feed"/></body></opml>"""
STANDS_FOR: Final = {
    "SOURCE": "story.md",
    "AUDIO": "sample.mp3",
    "TEXT": "sample.md",
    "TIMINGS": "talk.vtt",
    "REFERENCE": "timed/talk.json",
    "OUT.EXT": "OUT.srt",
    "FEED": "feed.xml",
}
"""What is written in the place of a name in capitals."""
TIMED: Final = {"SOURCE": "talk.vtt"}
"""For those who need a source that tells times."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all that the command lines name, and a home."""
    place = tmp_path / "news"
    place.mkdir()
    (tmp_path / "home").mkdir()
    rate_hz = 16_000
    hum = 0.2 * np.sin(2 * np.pi * 140 * np.arange(5 * rate_hz) / rate_hz)
    write_recording(place / "talk.mp3", hum, codec="libmp3lame", rate_hz=44_100)
    for name in ("hum.wav", "other.wav"):
        write_recording(place / name, hum, codec="pcm_s16le", rate_hz=rate_hz)
    for ending in ("mp3", "md"):
        shutil.copy(TOP / "media" / f"arms-transfers.{ending}", place / f"sample.{ending}")
    vtt = "WEBVTT\n\n" + re.sub(r"(\d),(\d)", r"\1.\2", ENGLISH)
    words = [{"word": "The", "start": 0.5, "end": 0.7}, {"word": "ships", "start": 0.7, "end": 1.0}]
    for name, text in {
        "talk.vtt": vtt,
        "talk.de.srt": CUES.format("Die Schiffe fahren wieder.", "Niemand wurde verletzt."),
        "talk.en.vtt": vtt,
        "story.md": STORY,
        "page.txt": PAGE,
        "feed.xml": RSS,
        "feeds.opml": OPML,
        "theirs.csv": "word,say\nKyiv,keev\n",
        "exports.tsv": "story.md\tone.txt\ntalk.vtt\ttwo.srt\n",
        "pairs.tsv": "hum.wav\tstory.md\tone.vtt\nother.wav\tstory.md\ttwo.json\n",
    }.items():
        (place / name).write_text(text, encoding="utf-8")
    zipped(place / "novel.epub", an_epub())
    zipped(place / "talking-book.zip", a_daisy_3())
    unpacked(place / "cdrom", a_daisy_202())
    (place / "timed").mkdir()
    (place / "timed" / "talk.json").write_text(json.dumps(words), encoding="utf-8")
    return place


def environment(folder: Path) -> dict[str, str]:
    """A user's own: a home, the command on the path, no sound device."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "BRIEFING_")) and not name.lower().endswith("_proxy")
    }
    home = folder.parent / "home"
    return (
        kept
        | QUICK_VOICE
        | {
            "HOME": str(home),
            "PARALLEL_HOME": str(home),
            "LANG": "C.UTF-8",
            "BRIEFING_SINK": "null",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}",
        }
    )


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of the README in a shell; what stands in capitals is put in its place."""
    for name, stands in (STANDS_FOR | (TIMED if "export" in line else {})).items():
        line = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w.])", stands, line)
    return subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def says(*parts: str) -> Callable[[str, Path], None]:
    def check(said: str, _: Path) -> None:
        for part in parts:
            assert part in said

    return check


def shows_json(said: str, _: Path) -> None:
    shown = json.loads(said)
    assert shown["title"] == "Ferries resume on the northern route"
    assert {"text", "blocks", "media", "figures"} <= set(shown)


def prints_stamps(said: str, _: Path) -> None:
    assert said.startswith("WEBVTT")
    assert re.search(r"<\d+:\d+:\d+\.\d+>", said), "a stamp a word"


def measures(said: str, _: Path) -> None:
    assert re.search(r"\d", said)


def writes_sound(_: str, folder: Path) -> None:
    with wave.open(str(folder / "OUT.wav")) as sound:
        assert sound.getnframes() == 74 * sound.getframerate()
    assert (folder / "OUT.vtt").read_text(encoding="utf-8").startswith("WEBVTT")


def writes_subtitles(_: str, folder: Path) -> None:
    assert "-->" in (folder / "OUT.srt").read_text(encoding="utf-8")


def exports_both(_: str, folder: Path) -> None:
    assert "The ships sail again." in (folder / "one.txt").read_text(encoding="utf-8")
    assert "-->" in (folder / "two.srt").read_text(encoding="utf-8")


def fills_the_folder(suffix: str) -> Callable[[str, Path], None]:
    def check(_: str, folder: Path) -> None:
        names = sorted(path.name for path in (folder / "FOLDER").iterdir())
        assert names[0].startswith("001-")
        assert {Path(name).suffix for name in names} == {suffix}

    return check


def writes(name: str) -> Callable[[str, Path], None]:
    def check(_: str, folder: Path) -> None:
        assert (folder / name).stat().st_size > 1000

    return check


def writes_bookmarks(_: str, folder: Path) -> None:
    assert (folder / "OUT.md").read_text(encoding="utf-8").startswith("# Bookmarks")


def writes_both(_: str, folder: Path) -> None:
    assert (folder / "one.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert json.loads((folder / "two.json").read_text(encoding="utf-8"))


def leaves_the_furniture_out(said: str, _: Path) -> None:
    assert len(said) < len(PAGE) + 200
    assert "No media source currently available" not in said


CASES: Final[dict[str, Callable[[str, Path], None]]] = {
    "briefing": says("Three Nations Condemn North Korean Arms for Russia"),
    "briefing https://example.org/bridge": says("The bridge is open", "Nobody had been hurt"),
    "briefing talk.mp3": says("The ships sail again.", "Nobody was hurt."),
    "briefing --language de talk.mp3": says("Die Schiffe fahren wieder."),
    "briefing story.md": says("Ferries resume on the northern route", "The ships sail again."),
    "briefing page.txt": leaves_the_furniture_out,
    "briefing --play --speed 1.25 --at 1:12 story.md": says("Ferries resume", "Goodbye."),
    "briefing 'story.md#p3.s2'": says("Ferries resume"),
    "briefing bookmarks --all -o OUT.md": writes_bookmarks,
    "briefing novel.epub": says("Mix it with water."),
    "briefing talking-book.zip": says("Mix it with water."),
    "briefing cdrom/": says("Mix it with water."),
    "briefing show SOURCE --json": shows_json,
    "briefing show SOURCE --spoken": says("The ships sail again."),
    "briefing align AUDIO TEXT": prints_stamps,
    "briefing sync TIMINGS REFERENCE": measures,
    "briefing speak SOURCE -o OUT.wav": writes_sound,
    "briefing export SOURCE OUT.EXT": writes_subtitles,
    "briefing export --list exports.tsv --jobs 4": exports_both,
    "parallel --colsep '\\t' briefing export {1} {2} :::: exports.tsv": exports_both,
    "briefing export today OUT.epub": writes("OUT.epub"),
    "briefing export --feed 1 OUT.mp3": writes("OUT.mp3"),
    "briefing export today FOLDER --format mp3": fills_the_folder(".mp3"),
    "briefing export --feed 1 FOLDER --format epub": fills_the_folder(".epub"),
    "briefing help": says("How to use briefing", "All settings"),
    "briefing voices": says("espeak\t", "\ten-US\t", "GPL-3.0-or-later"),
    "briefing pronunciations": says(),
    "briefing pronunciations add Nguyen nuh-WIN": says("Nguyen is said nuh-WIN."),
    'briefing pronunciations add "Mc*" "mack *"': says("Mc* is said mack *."),
    'briefing pronunciations try Nguyen "/nwiːn/"': says("Nguyen is said /nwiːn/."),
    "briefing pronunciations import theirs.csv": says("1 pronunciation imported."),
    "briefing list FEED": says(
        "Lenn & Dale Radio, 2 items", "1. Breaking news. The bridge opens. 2026-03-04. 3:48"
    ),
    "briefing list feeds.opml": says("A list of one feed", "1. The News. https://news.example/feed"),
    "briefing subscribe https://example.org/news.xml": says("Subscribed to ", ", number 1: 2 items."),
    "briefing subscribe https://example.org/": says("Subscribed to ", ", number 1", "2 items."),
    "briefing subscribe feeds.opml": says("Subscribed to 1 feed."),
    "briefing refresh": says("0 new items in 0 of 1 feed."),
    "briefing refresh 1": says("0 new items in 0 of 1 feed."),
    "briefing list": says("The bridge opens. Lenn & Dale Radio, "),
    "briefing list --unheard": says("The bridge opens."),
    'briefing list --search "bridge cars"': says("The bridge opens."),
    "briefing list --feeds": says("1. Lenn & Dale Radio. 2 items, 2 new. Refreshed just now."),
    "briefing list --opml": says('<opml version="2.0">', 'text="Lenn &amp; Dale Radio"'),
    "briefing today": says("Title: Rails"),
    "briefing today --refresh": says("Title: Rails"),
    "briefing 1": says("Title: Rails"),
    'briefing unsubscribe "The News"': says("Unsubscribed from The News: 0 items dropped"),
    "briefing formats": says("WebVTT (.vtt): read and written; holds word times, cue times"),
    "briefing settings": says("Settings file: ", "size = "),
    "briefing doctor": says("Sound: ", "Speech: ", "Decoding: "),
    "briefing align --list pairs.tsv --jobs 4": writes_both,
    "parallel --colsep '\\t' briefing align --skip-done {1} {2} -o {3} :::: pairs.tsv": writes_both,
}
"""A command line of the README -> what is to come of it."""
OF_THE_LIBRARY: Final = (
    *("briefing list", "briefing unsubscribe", "briefing today", "briefing 1"),
    *("briefing export today", "briefing export --feed"),
)
SUBSCRIBED: Final = "briefing subscribe https://example.org/news.xml feeds.opml"
"""What goes before the commands of a library that has something in it."""
ENDS: Final = {"briefing doctor": (0, 4)}
"""Exit codes other than 0: a machine in CI has no sound."""


@pytest.mark.parametrize("line", CASES)
def test_a_command_line_does_what_is_said_of_it(line: str, folder: Path, web: Web) -> None:
    assert line in command_lines(), "the README does not have this line any more"
    web["/bridge"] = resource(NEWS_PAGE)
    if line.startswith("parallel") and shutil.which("parallel") is None:
        pytest.skip("GNU parallel is not installed")
    web["/"] = resource(b'<link rel="alternate" type="application/rss+xml" href="/news.xml">')
    web["/news.xml"] = resource(RSS.encode(), "application/rss+xml")
    for name in re.findall(r'"(\w+\.(?:mp3|mp4|opus))"', RSS):
        web[f"/{name}"] = resource((folder / "talk.mp3").read_bytes(), "audio/mpeg")
    if line.startswith("briefing refresh"):
        run(folder, SUBSCRIBED.removesuffix(" feeds.opml").replace("https://example.org/", web.address("/")))
    if line.startswith(OF_THE_LIBRARY):
        run(folder, SUBSCRIBED.replace("https://example.org/", web.address("/")))
    done = run(folder, line.replace("https://example.org/", web.address("/")))
    assert done.returncode in ENDS.get(line, (0,)), done.stderr
    assert "Traceback" not in done.stderr
    CASES[line](done.stdout, folder)


def test_what_was_open_last_is_opened_again(folder: Path) -> None:
    run(folder, "briefing story.md")
    assert "Ferries resume on the northern route" in run(folder, "briefing").stdout


def test_a_folder_with_one_briefing_opens_like_the_briefing(folder: Path) -> None:
    alone = folder / "alone"
    alone.mkdir()
    for name in ("talk.mp3", "talk.vtt"):
        shutil.copy(folder / name, alone / name)
    shown = run(folder, "briefing show alone")
    assert (shown.returncode, shown.stdout) == (0, run(folder, "briefing show alone/talk.mp3").stdout)
    assert "Nobody was hurt." in shown.stdout


def test_timing_opens_no_connection(folder: Path) -> None:
    """With every address refused, as a firewall that tells would."""
    guard = folder / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'urllib.Request'):\n"
        "        open(__file__ + '.met', 'a').write(event)\n"
        "        raise OSError('no connection was to be opened')\n"
        "sys.addaudithook(refuse)\n"
    )
    line = f"PYTHONPATH={shlex.quote(str(guard))} briefing align hum.wav story.md"
    assert run(folder, line).returncode == 0
    assert not (guard / "sitecustomize.py.met").exists()


def test_failures_of_a_list_are_told_and_the_lowest_code_ends_it(folder: Path) -> None:
    (folder / "pairs.tsv").write_text("hum.wav\tstory.md\tone.vtt\nmissing.wav\tstory.md\ttwo.vtt\n")
    done = run(folder, "briefing align --list pairs.tsv --jobs 4")
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == "briefing: 1 of 2 pairs could not be timed."
    assert "missing.wav" in done.stderr
    assert (folder / "one.vtt").exists()


def example(start: str) -> str:
    return next(each.text for each in examples() if each.text.startswith(start))


def test_the_example_of_a_settings_file_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(example("[keys]"), encoding="utf-8")
    keys = load(path, {}, {}).settings.keys
    assert keys != Settings().keys
    assert tuple(keys["play"]) == ("space", "p")


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_the_example_for_dask_runs_as_it_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    distributed = pytest.importorskip("distributed")
    (folder / "pairs.tsv").write_text("hum.wav\tstory.md\tone.vtt\nmissing.wav\tstory.md\ttwo.vtt\n")
    monkeypatch.chdir(folder)
    for name, value in environment(folder).items():
        monkeypatch.setenv(name, value)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=":0") as cluster:
        code = example("import subprocess").replace("tcp://scheduler:8786", cluster.scheduler_address)
        names: dict[str, Any] = {"__name__": "example"}
        exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - it is our own example
    assert (folder / "one.vtt").exists()
    told = capsys.readouterr().out
    assert told.startswith("two.vtt 3 briefing: ")
    assert told.count("\n") == 1
