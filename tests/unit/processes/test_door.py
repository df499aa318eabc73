"""The door for child processes: what they run, what they may take, and that they end."""

from __future__ import annotations

import ast
import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.processes import door
from briefing.processes.child import TooSlowError
from tests.end_to_end.groups import runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.processes.child import Child

PATIENCE_S = 60.0
TOP = Path(__file__).resolve().parents[3]
DECOYS = ("json", "types", "numpy", "miniaudio", "struct", "sitecustomize", "usercustomize", "av")
TRAP = "import os, pathlib\npathlib.Path(__file__).with_name(f'ran-{__name__}-{os.getpid()}').touch()\n"

ANSWERING = """
import json, os, sys
def main():
    asked = json.loads(sys.stdin.readline() or "{}")
    if "allocate" in asked:
        bytearray(asked["allocate"])
    if "work" in asked:
        while True: pass
    if "flood" in asked:
        while True: sys.stdout.write("x" * 65536)
    print(json.dumps({"path": sys.path, "folder": os.getcwd(), "arguments": sys.argv[1:],
        "python": sorted(name for name in os.environ if name.startswith("PYTHON"))}))
    return asked.get("code", 0)
"""


# A file that takes long to read is not a damaged one.
SHORT_OF_TIME = f"""
import pathlib, resource, sys
from briefing import errors
from briefing.processes import door
packages = pathlib.Path(sys.argv[1]) / "site-packages"
packages.mkdir()
(packages / "answering.py").write_text({ANSWERING!r})
sys.path.append(str(packages))
resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
try:
    door.ask(door.command("answering"), b'{{"work": 1}}\\n', limit_s={PATIENCE_S}, most_bytes=1000)
except errors.ShortageError as shortage:
    print(shortage.message)
"""


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that tells what its process is like, where packages are installed."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "answering.py").write_text(ANSWERING)
    monkeypatch.syspath_prepend(folder)
    return "answering"


def asked(module: str, limits: door.Limits = door.NO_LIMITS, **request: object) -> dict[str, object]:
    command = door.command(module, "one", "two", limits=limits)
    answer = door.ask(command, json.dumps(request).encode() + b"\n", limit_s=PATIENCE_S, most_bytes=1 << 20)
    told: dict[str, object] = json.loads(answer)
    return told


def await_true(condition: Callable[[], bool], limit_s: float = PATIENCE_S) -> bool:
    until_s = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > until_s:
            return False
        time.sleep(0.005)
    return True


def test_a_folder_of_decoys_runs_in_no_child(
    answering: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "recordings"
    (folder / "briefing").mkdir(parents=True)
    for name in (*DECOYS, "briefing/__init__", "briefing/processes"):
        (folder / f"{name}.py").write_text(TRAP)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("PYTHONSTARTUP", str(folder / "json.py"))
    monkeypatch.setenv("PYTHONHOME", str(folder))
    monkeypatch.syspath_prepend(folder)
    told = asked(answering)
    assert told["arguments"] == ["one", "two"]
    assert told["python"] == []
    assert str(folder) not in str(told["path"])
    assert told["folder"] == "/"
    assert list(folder.rglob("ran-*")) == []


STARTERS = {"subprocess", "multiprocessing", "_posixsubprocess", "pty"}
"""Modules that start processes."""
STARTING = {"fork", "forkpty", "popen", "system", "startfile", "posix_spawn", "posix_spawnp", "waitpid"}
"""What of `os` does, or reaps; and all that begins with `spawn` or `exec`."""


def starts(path: Path) -> bool:
    """Whether a module could start a process, but for what it only needs the types of."""
    tree = ast.parse(path.read_bytes())
    imported = {
        name.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([ast.alias(node.module or "")] if isinstance(node, ast.ImportFrom) else node.names)
    }
    of_os = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
    }
    return bool(
        STARTERS & imported or STARTING & of_os or any(name.startswith(("spawn", "exec")) for name in of_os)
    )


def test_nothing_else_starts_processes() -> None:
    """`child` knows what of `subprocess` it holds, `becoming` becomes what was started; they start none."""
    found = {path.relative_to(TOP).as_posix() for path in (TOP / "briefing").rglob("*.py") if starts(path)}
    assert found == {f"briefing/processes/{name}.py" for name in ("becoming", "child", "door")}


@pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux keeps them")
class TestLimits:
    def test_memory(self, answering: str) -> None:
        with pytest.raises(door.DiedError):
            asked(answering, door.Limits(memory_bytes=256 << 20), allocate=300 << 20)
        assert asked(answering, door.Limits(memory_bytes=512 << 20), allocate=300 << 20)

    def test_processor_time(self, answering: str) -> None:
        with pytest.raises(TooSlowError):
            asked(answering, door.Limits(cpu_s=1), work=True)

    @pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
    def test_processor_time_that_everything_started_here_has_too_little_of(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-c", SHORT_OF_TIME, str(tmp_path)],
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            cwd=TOP,
            check=True,
        )
        assert done.stdout == "The processor time that is allowed is used up.\n"

    def test_a_limit_that_is_lower_already_is_no_fault(self, answering: str) -> None:
        assert asked(answering, door.Limits(open_files=1 << 30))

    def test_time(self, answering: str) -> None:
        with pytest.raises(TooSlowError):
            door.ask(door.command(answering), b'{"work": 1}\n', limit_s=0.5, most_bytes=1000)

    def test_the_length_of_an_answer(self, answering: str) -> None:
        with pytest.raises(door.DiedError):
            door.ask(door.command(answering), b'{"flood": 1}\n', limit_s=PATIENCE_S, most_bytes=100_000)


def test_an_exit_code_is_no_answer(answering: str) -> None:
    with pytest.raises(door.DiedError):
        asked(answering, code=3)


def test_a_program_that_is_not_there_is_an_error_of_the_system() -> None:
    with pytest.raises(FileNotFoundError):
        door.start(["/nowhere/python"])


def test_a_child_outlives_the_thread_that_asked_for_it() -> None:
    started: list[Child] = []
    thread = threading.Thread(
        target=lambda: started.append(door.start(door.command("briefing.align.acoustic.pocketsphinx.worker")))
    )
    thread.start()
    thread.join()
    (process,) = started
    with pytest.raises(TooSlowError):
        process.wait(0.5)
    assert process.end() == -signal.SIGKILL
    process.stdout.close()


HOLDING = """
import os, sys, time
def main():
    print(os.getpid(), flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(tmp_path: Path) -> str:
    """A program that starts a child, which does not end by itself, and tells its number."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "holding.py").write_text(HOLDING)
    return (
        f"import sys; sys.path[:0] = [{str(folder)!r}, {str(TOP)!r}]\n"
        "from briefing.processes import door\n"
        "child = door.start(door.command('holding'), is_listening=False)\n"
        "print(int(child.stdout.readline()), flush=True)\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("is_stopped", [False, True], ids=["at work", "stopped"])
def test_a_child_dies_with_its_parent(holder: str, how: signal.Signals, *, is_stopped: bool) -> None:
    if is_stopped and sys.platform != "linux":
        pytest.skip("only Linux ends a stopped process with its parent")
    # Python's own Ctrl-C is lost between its last look at signals and a long call into C.
    in_steps = "import time\nwhile True:\n    time.sleep(0.01)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{holder}{in_steps}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        if is_stopped:
            os.kill(child, signal.SIGSTOP)
        parent.send_signal(how)
        try:
            parent.wait(PATIENCE_S)
        finally:
            parent.kill()
    assert await_true(lambda: not runs(child), 1.0 if sys.platform == "linux" else PATIENCE_S)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a stopped process with its parent")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_that_was_stopped_before_its_first_line_dies_with_its_parent(how: signal.Signals) -> None:
    program = (
        f"import os, signal, sys; sys.path.insert(0, {str(TOP)!r})\n"
        "from briefing.processes import door\n"
        "child = door.start(door.command('briefing.align.acoustic.pocketsphinx.worker'))\n"
        "os.kill(child.pid, signal.SIGSTOP)\n"
        "print(child.pid, flush=True)\n"
        "child.wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.send_signal(how)
        parent.wait(PATIENCE_S)
    assert await_true(lambda: not runs(child), 1.0)


@pytest.mark.skipif(sys.platform != "linux", reason="who inherits a process can be told on Linux only")
def test_what_still_lives_at_the_end_is_reaped(holder: str) -> None:
    PR_SET_CHILD_SUBREAPER = 36  # noqa: N806  # as the system calls it
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    try:
        done = subprocess.run([sys.executable, "-c", holder], capture_output=True, text=True, check=True)
        with pytest.raises(ChildProcessError):  # else it would be ours now
            os.waitpid(int(done.stdout), os.WNOHANG)
    finally:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0)
