"""A folder of somebody's recordings, in which files are named like modules: none of them is ever run.

What is started is found by running the program and looking at all that it starts, and at what that
starts; what could be started, by reading who asks the door for what.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest

if sys.platform != "linux":
    pytest.skip("processes are looked at in /proc", allow_module_level=True)

from briefing.processes import door
from tests.end_to_end.descendants import Process, Watch
from tests.end_to_end.player import PROGRAM, Player
from tests.end_to_end.talk import write_talk
from tests.tones import write_tones
from tests.unit.formats.books.books_made import epub, overlay
from tests.unit.formats.pdf.pdfs_made import column, pdf

CODE: Final = Path(door.__file__).resolve().parents[1]
NAMES: Final = sorted(
    {*sys.stdlib_module_names, *packages_distributions(), "sitecustomize", "usercustomize"}
    - {*sys.builtin_module_names, "__main__"}
)
"""Of all modules that any process could import."""
TRAP: Final = """
import os
with open(os.path.join(FOLDER, "ran"), "a") as file, open("/proc/self/cmdline") as command:
    file.write(f"{__name__} in {command.read()}\\n")
"""
SHORT_S: Final = 6.0
DOOR: Final = str(CODE / "processes" / "entry.py")
"""The file that every process begins with."""
COMMANDS: Final = (
    ("export", "talk.md", "talk.epub"),
    ("show", "talk.wav"),
    ("show", "page.html"),
    ("show", "paper.pdf"),
    ("show", "feed.xml"),
    ("export", "book.epub", "book.json"),
    ("align", "talk.wav", "talk.md", "-o", "one.vtt"),
    ("align", "--list", "pairs.tsv"),
    ("speak", "short.txt", "-o", "spoken.wav"),
    ("sync", "one.vtt", "out.vtt"),
    ("voices",),
    ("doctor",),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "recordings"
    (folder / "briefing" / "processes").mkdir(parents=True)
    ours = [path.relative_to(CODE.parent).with_suffix("") for path in CODE.glob("*.py")]
    for name in (*NAMES, *ours, "briefing/processes/entry", "briefing/processes/__init__"):
        (folder / f"{name}.py").write_text(f"FOLDER = {str(folder)!r}{TRAP}")
    write_talk(folder, SHORT_S)
    (folder / "short.txt").write_text("Good evening.\n\nThe bridge is open again.\n")
    (folder / "page.html").write_text("<html><body><p>The bridge is open again.</p></body></html>")
    (folder / "paper.pdf").write_bytes(pdf(column(["The bridge is open again."])))
    (folder / "feed.xml").write_text(
        "<rss version='2.0'><channel><title>News</title><item><title>The bridge</title>"
        "<description>&lt;p&gt;It is open again.&lt;/p&gt;</description></item></channel></rss>"
    )
    _write_book(folder / "book.epub", write_tones(folder / "tones.mp3", [440.0, 660.0]))
    (folder / "pairs.tsv").write_text("talk.wav\ttalk.md\tout.vtt\n")
    return folder


def _write_book(path: Path, sound: Path) -> None:
    """Write a book with a sound file that has to be looked into: nothing tells where its part ends."""
    part = overlay(("c1.xhtml#t", '<audio src="tones.mp3"/>'))
    files = epub('<p id="t">It burned.</p>', overlays={1: part}, files={"EPUB/tones.mp3": sound.read_bytes()})
    with zipfile.ZipFile(path, "w") as book:
        for name, data in files.items():
            book.writestr(name, data)


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    """One that has Python run what lies in the folder wherever it is asked to."""
    return {
        **os.environ,
        "HOME": str(folder.parent),
        "XDG_RUNTIME_DIR": str(folder.parent),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder.parent / 'no-bus'}",
        "PYTHONPATH": str(folder),
        "PYTHONSTARTUP": str(folder / "json.py"),
        "PYTHONHOME": str(folder),
        "PYTHONSAFEPATH": "",
        "PYTHONINSPECT": "",
        "PYTHONUSERBASE": str(folder),
    }


@pytest.fixture(scope="module")
def started(folder: Path, environment: dict[str, str]) -> list[Process]:
    """All that a whole visit starts: both faces with sound, speech, picture and aligner, and the commands."""
    with Watch() as watch:
        for face in ("--tui", "--linear"):
            with Player(folder, "talk.md", "--play", environment=environment, face=face) as player:
                player.wait_for(lambda _: kinds(watch) >= PLAYING, "a process does not come")
                player.press("v")
                player.wait_for(lambda _: "briefing.speech.worker.main" in kinds(watch), "nothing speaks")
                player.press("p")
                player.wait_for(
                    lambda _: "briefing.speech.engines.espeak_pcm" in kinds(watch), "no voice is asked"
                )
                player.wait_for(lambda _: "briefing.desktop.process" in kinds(watch), "no desktop")
                player.press("q")  # closes the list
                player.press("q")
                assert player.wait_for_end() == 0
        for arguments in COMMANDS:
            done = subprocess.run(
                [*PROGRAM, *arguments],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert done.returncode in (0, 4), f"{arguments}: {done.stderr}"
    programs = {*PROGRAM}
    return [each for each in watch.seen.values() if not programs <= {*each.command}]


PLAYING: Final = {
    "briefing.audio.media.probing",
    "briefing.audio.media.decoding",
    "briefing.audio.device.outlet",
    "briefing.cli.align_process",
}


ONLY_SOME_TERMINALS: Final = {"briefing.ui.widgets.sixel_process"}
"""What only a terminal has started that answers as one that draws sixels, which this one does not."""
BECOMES_ANOTHER: Final = {"briefing.processes.becoming"}
"""What becomes liblouis's program, where that is installed."""


def kind(process: Process) -> str:
    """Which module a process runs, if it came through the door."""
    command = process.command
    return command[command.index(DOOR) + 3] if DOOR in command[:-3] else " ".join(command)


def kinds(watch: Watch) -> set[str]:
    return {kind(process) for process in tuple(watch.seen.values())}


def asked_for() -> set[str]:
    """Return the modules that the door is asked to run, by reading all that ask it."""
    found = set()
    for path in CODE.rglob("*.py"):
        tree = ast.parse(path.read_bytes())
        constants = {
            node.target.id: node.value
            for node in tree.body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "door.command":
                named = node.args[0]
                value = constants.get(named.id) if isinstance(named, ast.Name) else named
                assert isinstance(value, ast.Constant), f"{path}: which process is that?"
                found.add(str(value.value))
    return found


def test_a_visit_starts_every_process_there_is_and_all_came_through_the_door(started: list[Process]) -> None:
    assert {kind(process) for process in started} == asked_for() - ONLY_SOME_TERMINALS - BECOMES_ANOTHER


def test_nothing_that_lies_in_the_folder_is_run(started: list[Process], folder: Path) -> None:
    assert started
    assert not (folder / "ran").exists(), (folder / "ran").read_text()


def test_no_process_stands_in_the_folder_or_is_told_where_python_shall_look(started: list[Process]) -> None:
    assert {process.folder for process in started} == {"/"}
    told = {name for process in started for name in process.environment if name.startswith("PYTHON")}
    assert told == set()
    assert all("-I" in process.command for process in started)
