"""What goes wrong around the player - names, files, outputs, disks - costs one plain line, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from tests.quick_voice import QUICK_VOICE

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files closed and disks filled as on POSIX")

FULL = Path("/dev/full")
MEDIA = Path(__file__).resolve().parents[2] / "media" / "arms-transfers"
PATIENCE_S = 60
LEFT_OUT = ("XDG_", "BRIEFING_", "PYTHONUNBUFFERED")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def briefing(
    home: Path,
    *arguments: str,
    stdout: int | IO[str] = subprocess.PIPE,
    stderr: int | IO[str] = subprocess.PIPE,
    prepare: Callable[[], None] | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run `briefing ARGUMENTS` with nothing to read, silently; `prepare` is done in the process before it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT)}
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        env={**kept, "HOME": str(home), "BRIEFING_SINK": "null", **QUICK_VOICE, **environment},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        preexec_fn=prepare,
    )


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def close_standard_files() -> None:
    os.closerange(0, 3)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["missing.txt"], 3),
        ([""], 2),
        (["/dev/zero"], 3),
        (["."], 3),
        (["sample", "--speed", "99"], 2),
        (["sample", "--trace", "/nowhere/at/all"], 2),
    ],
)
def test_what_cannot_be_opened_costs_one_line_and_leaves_nothing(
    home: Path, arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    monkeypatch.chdir(home)
    done = briefing(home, *arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith("briefing: ")
    assert done.stderr.count("\n") == 1
    assert files_in(home) == []


@pytest.mark.parametrize("arguments", [["show", "sample"], ["sample"]])
@pytest.mark.skipif(not FULL.exists(), reason="no disk that is always full")
def test_a_full_disk_under_the_output_is_told(home: Path, arguments: list[str]) -> None:
    with FULL.open("w") as full:
        done = briefing(home, *arguments, stdout=full)
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: The output cannot be written: ")
    assert done.stderr.count("\n") == 1


EVERY_WAY_OUT = {
    "--version": 0,
    "--help": 0,
    "show --help": 0,
    "show sample": 0,
    "settings": 0,
    "settings --json": 0,
    "missing.txt": 3,
    "--nonsense": 2,
}
"""Commands and how each ends where it can say what it has to say."""


def test_what_is_written_after_the_programs_end_costs_no_code_of_pythons(home: Path) -> None:
    late = (
        "import atexit, sys; atexit.register(sys.stdout.write, 'late'); sys.argv[1:] = ['missing.txt']\n"
        "from briefing.__main__ import main; sys.exit(main())"
    )
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", late],
            env={**os.environ, "HOME": str(home)},
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", EVERY_WAY_OUT)
@pytest.mark.skipif(not FULL.exists(), reason="no disk that is always full")
def test_no_output_that_fails_ends_with_words_or_a_code_of_pythons(home: Path, command: str) -> None:
    code = EVERY_WAY_OUT[command]
    with FULL.open("w") as full:
        done = briefing(home, *command.split(), stdout=full)
        assert done.returncode == (code or 2)
        assert done.stderr.startswith("briefing: ")
        assert done.stderr.count("\n") == 1
        assert briefing(home, *command.split(), stderr=full).returncode == code
        assert briefing(home, *command.split(), stdout=full, stderr=full).returncode == (code or 2)


@pytest.mark.parametrize("command", EVERY_WAY_OUT)
def test_a_reader_who_has_left_ends_a_command_in_silence(home: Path, command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", closefd=False) as left:
        done = briefing(home, *command.split(), stdout=left)
        assert done.returncode == EVERY_WAY_OUT[command]
        assert done.stderr.count("\n") == (1 if done.returncode else 0)
        assert briefing(home, *command.split(), stderr=left).returncode == EVERY_WAY_OUT[command]
    os.close(writer)


@pytest.mark.parametrize("arguments", [["show", "sample"], ["sample"], ["missing.txt"]])
def test_closed_standard_files_are_no_fault(home: Path, arguments: list[str]) -> None:
    done = briefing(home, *arguments, prepare=close_standard_files)
    assert done.returncode == (3 if "missing.txt" in arguments else 0)


def test_a_full_disk_under_the_trace_is_said_and_the_text_is_played_on(home: Path) -> None:
    if not FULL.exists():
        pytest.skip("no disk that is always full")
    done = briefing(home, "sample", "--trace", str(FULL), "--voice", "none", "--at", "3:47", "--play")
    assert "The trace ends here." in done.stdout
    assert done.stdout.endswith("Goodbye.\n")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_locale_without_the_letters_shows_question_marks(home: Path, tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text("Über den Wolken\n", encoding="utf-8")
    done = briefing(home, "show", str(text), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "?ber den Wolken" in done.stdout


LIMITS = {
    "too few files": ("RLIMIT_NOFILE", 24, "Too few files may be open at once. Raise the limit"),
    "too little memory": ("RLIMIT_AS", 200_000 * 1024, "There is not enough memory. Close other programs"),
    "hardly any memory": ("RLIMIT_AS", 60_000 * 1024, "There is not enough memory. Close other programs"),
}
"""What is limited, to how much, and what is said.

glibc sets 64 MiB of addresses aside for a thread's own heap where they can be had in one piece at the
right place: with a limit a little above that, one start in thirty has too little left, by luck.
"""


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize(
    "arguments",
    [
        ["sample"],
        ["sample", "--tui", "--play"],
        ["speak", "sample", "-o", "{home}/out.wav"],
        ["align", f"{MEDIA}.mp3", f"{MEDIA}.md"],
        ["doctor"],
    ],
)
def test_what_the_system_does_not_give_is_said_in_one_sentence(
    home: Path, limit: str, arguments: list[str]
) -> None:
    name, most, said = LIMITS[limit]
    resource = pytest.importorskip("resource")

    def bound() -> None:
        resource.setrlimit(getattr(resource, name), (most, most))

    done = briefing(home, *(each.format(home=home) for each in arguments), prepare=bound)
    assert done.returncode == 2
    assert done.stderr.startswith(f"briefing: {said}")
    assert done.stderr.count("\n") == 1
    assert not (home / "out.wav").exists()


@pytest.mark.parametrize("limit", LIMITS)
def test_a_text_is_shown_within_limits_that_stop_the_player(home: Path, limit: str) -> None:
    name, most, _ = LIMITS[limit]
    resource = pytest.importorskip("resource")

    def bound() -> None:
        resource.setrlimit(getattr(resource, name), (most, most))

    done = briefing(home, "show", "sample", prepare=bound)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Three Nations Condemn" in done.stdout
