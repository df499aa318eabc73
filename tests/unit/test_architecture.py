"""The walls between the parts: imports go down only, and what is heavy is loaded late."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
SAMPLE = TOP / "media" / "arms-transfers.md"

HEAVY = {
    "PIL",
    "av",
    "distributed",
    "hama",
    "libsonic",
    "miniaudio",
    "mutagen",
    "num2words",
    "numpy",
    "pocketsphinx",
    "pyttsx3",
    "rich",
    "soxr",
    "textual",
}

PROBE = """
import json, sys
sys.argv = ["briefing", *json.loads(sys.argv[1])]
from briefing.cli import main
try:
    code = main()
except SystemExit as end:
    code = end.code or 0
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The top-level modules that a command has loaded when it is done."""
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        cwd=TOP,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    code, modules = json.loads(ended.stderr.splitlines()[-1])
    assert code == 0, ended.stderr
    return set(modules)


def test_imports_go_down_only() -> None:
    ended = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("settings",)])
def test_what_reads_no_briefing_loads_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert loaded_by(tmp_path, *arguments) & HEAVY == set()


def test_showing_a_text_loads_neither_screen_nor_sound(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "show", str(SAMPLE), "--plain") & (HEAVY - {"mutagen"}) == set()


def test_screen_reader_mode_loads_no_screen(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "--linear", "--sink", "null", str(SAMPLE))
    assert loaded & {"textual", "rich", "PIL"} == set()
