"""A folder of somebody's recordings, in which files are named like modules: none of them is ever run."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
NAMES = (
    *("json", "types", "numpy", "miniaudio", "struct", "sitecustomize", "usercustomize", "av", "mutagen"),
    *("pyttsx3", "ctypes", "signal", "site", "hama", "pocketsphinx", "PIL", "distributed", "enum"),
)
TRAP = "import os, pathlib\npathlib.Path(__file__).with_name(f'ran-{__name__}-{os.getpid()}').touch()\n"

STARTED = """
import os, sys
folder, *arguments = sys.argv[1:]
sys.path.append(%r)
def note(event, details):
    if event in ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.fork", "os.system"):
        with open(os.path.join(folder, "started"), "a") as file:
            file.write(f"{event}\\t{details[0] if details else ''}\\t{details[1] if details else ''}\\n")
sys.addaudithook(note)
os.chdir(folder)
os.environ.update(PYTHONPATH=folder, PYTHONSTARTUP=os.path.join(folder, "json.py"), PYTHONSAFEPATH="")
from briefing.cli.main import main
sys.exit(main(arguments))
"""
"""The program, isolated, in a folder that Python's variables name; it notes each process that it starts."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "recordings"
    (folder / "briefing").mkdir(parents=True)
    for name in (*NAMES, "briefing/__init__", "briefing/__main__", "briefing/cli", "briefing/processes"):
        (folder / f"{name}.py").write_text(TRAP)
    with wave.open(str(folder / "talk.wav"), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 16_000))
    (folder / "talk.txt").write_text("Good evening.\n\nThe bridge is open again.\n")
    (folder / "pairs.tsv").write_text("talk.wav\ttalk.txt\tout.vtt\n")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["talk.wav", "--linear", "--play", "--exit-at-end"],
        ["talk.txt", "--linear", "--play", "--exit-at-end", "--speed", "4", "--voice", "speech"],
        ["show", "talk.wav"],
        ["align", "talk.wav", "talk.txt", "-o", "one.vtt"],
        ["align", "--list", "pairs.tsv"],
        ["speak", "talk.txt", "-o", "spoken.wav"],
        ["voices"],
        ["doctor"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_no_process_of_ours_runs_what_lies_there(folder: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", STARTED % str(TOP), str(folder), *arguments],
        env={**os.environ, "HOME": str(folder.parent), "XDG_RUNTIME_DIR": str(folder.parent)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in (0, 3, 4), done.stderr
    assert sorted(path.name for path in folder.rglob("ran-*")) == []
    started = (folder / "started").read_text().splitlines()
    assert started, "no process was started at all"
    for line in started:
        _, program, command = line.split("\t")
        assert program == sys.executable, line
        assert command.startswith(f"[{sys.executable!r}, '-I', '-B', "), line
