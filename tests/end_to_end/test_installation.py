"""The program as it is installed: nothing leaves it damaged, and where it is, that is told in a sentence."""

from __future__ import annotations

import compileall
import marshal
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("limits as POSIX has them", allow_module_level=True)

import resource

if TYPE_CHECKING:
    from collections.abc import Callable

TOP = Path(__file__).resolve().parents[2]
PATIENCE_S = 60
MEDIA = TOP / "media" / "arms-transfers.md"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program that was never compiled."""
    folder = tmp_path / "program"
    for name in ("briefing", "media"):
        shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(
    program: Path, *arguments: str, prepare: Callable[[], None] | None = None, code: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the copy as its command does, or `code` with the copy before everything else."""
    start = ["-c", code] if code else ["-I", "-S", str(program / "briefing" / "__main__.py")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, *start, *arguments],
        env={**kept, "HOME": str(program.parent), "PYTHONPATH": str(program)},
        cwd=program.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        preexec_fn=prepare,
    )


def compiled(program: Path, module: str) -> Path:
    (found,) = (program / "briefing" / module).parent.glob(f"__pycache__/{Path(module).name}.*.pyc")
    return found


AS_MODULE = "import runpy; runpy.run_module('briefing', run_name='__main__', alter_sys=True)"


@pytest.mark.parametrize("most_bytes", [512, 4096, 20_000])
@pytest.mark.parametrize("code", ["", AS_MODULE], ids=["command", "module"])
def test_a_limit_on_files_leaves_no_half_module(program: Path, most_bytes: int, code: str) -> None:
    """Python writes what it can of a compiled module there, and before 3.13.1 leaves it so for ever."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # children inherit it
    try:
        limited = run(program, "show", "sample", prepare=limit, code=code)
    finally:
        signal.signal(signal.SIGXFSZ, before)
    assert (limited.returncode, limited.stderr) == (0, "")
    for path in program.rglob("*.pyc"):
        assert marshal.loads(path.read_bytes()[16:]), path  # noqa: S302  # what Python itself will do
    assert run(program, "show", "sample").stdout == limited.stdout


@pytest.mark.parametrize(
    "module", ["__init__", "__main__", "cli/main", "cli/subcommands/play", "errors", "session/session"]
)
def test_a_module_that_was_cut_off_is_told_in_a_sentence(program: Path, module: str) -> None:
    compileall.compile_dir(program / "briefing", quiet=2)
    path = compiled(program, module)
    path.write_bytes(path.read_bytes()[:200])
    done = run(program, "sample", "--linear", "--sink", "null")
    if module == "__main__":  # the command does not read it
        assert done.returncode == 0
        return
    assert_is_told(done)


def assert_is_told(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("briefing: This installation of briefing is damaged: "), done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize("name", ["cli/main.py", "text/transcript.py", "session/session.py"])
def test_a_missing_module_is_told_in_a_sentence(program: Path, name: str) -> None:
    (program / "briefing" / name).unlink()
    assert_is_told(run(program, "sample", "--linear", "--sink", "null"))


def test_a_missing_package_is_told_in_a_sentence_with_what_to_do(program: Path) -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from briefing.__main__ import main\n"
        "sys.argv[0] = 'briefing'; sys.exit(main())\n"
    )
    done = run(program, "align", str(MEDIA.with_suffix(".mp3")), str(MEDIA), code=code)
    assert_is_told(done)
    assert "the module numpy is missing" in done.stderr
    assert "-m pip install" in done.stderr


def test_a_broken_library_is_told_in_a_sentence(program: Path) -> None:
    package = program / "numpy"
    package.mkdir()
    (package / "__init__.py").write_text("from numpy import broken\n")
    (package / "broken.so").write_bytes(b"\x7fELF and no more")
    code = "from briefing.__main__ import main; import sys; sys.exit(main())"
    assert_is_told(run(program, "align", str(MEDIA.with_suffix(".mp3")), str(MEDIA), code=code))


HAS_BLOCKING_ENV = not subprocess.run(
    ["env", "--block-signal=INT", "true"], capture_output=True, check=False
).returncode


def make_command(top: Path) -> Path:
    """Have the script write the command of an environment in `top`."""
    (top / ".venv" / "bin").mkdir(parents=True)
    (top / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (top / "briefing").symlink_to(TOP / "briefing")
    script = f". '{TOP}/scripts/environment.sh'; write_command"
    subprocess.run(["sh", "-eu", "-c", script], cwd=top, check=True)
    return top / ".venv" / "bin" / "briefing"


@pytest.mark.parametrize(
    "name", ["top", "Käthe's $HOME of briefings", "long-" * 30], ids=["plain", "odd", "long"]
)
def test_the_command_starts_wherever_it_lies(tmp_path: Path, name: str) -> None:
    done = subprocess.run([make_command(tmp_path / name), "--version"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"briefing ")


@pytest.mark.skipif(not HAS_BLOCKING_ENV, reason="a shell has to start the command here")
@pytest.mark.parametrize("most", [4, 5, 8, 10])
def test_few_open_files_are_told_in_our_words_and_not_in_a_shells(most: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

    with TemporaryDirectory() as top:  # `tmp_path` is so long that a shell would be needed
        command = [str(make_command(Path(top))), "sample"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    assert done.returncode == 2
    assert done.stderr == "briefing: Too few files may be open at once. Raise the limit (`ulimit -n 256`).\n"


def test_a_missing_file_of_ours_is_told_in_a_sentence(program: Path) -> None:
    shutil.rmtree(program / "media")
    done = run(program, "show", "sample")
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_several_who_need_the_environment_at_once_make_it_one_after_another_and_once(tmp_path: Path) -> None:
    """Two that installed at once pulled files from under each other's feet."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "briefing").mkdir()
    (tmp_path / "pyproject.toml").touch()
    ours = (TOP / "scripts" / "environment.sh").read_text()
    instead = f"""
install_environment() {{
    mkdir busy || echo clash >>told
    echo made >>told
    sleep 0.3
    mkdir -p .venv/bin
    ln -sf '{sys.executable}' .venv/bin/python
    echo "$PWD/.venv/" >.venv/bin/pip
    touch .venv/compiled
    rmdir busy
}}
"""
    (tmp_path / "scripts" / "environment.sh").write_text(ours + instead)
    command = ["sh", "-eu", "-c", ". scripts/environment.sh; make_environment dev"]
    environment = os.environ | {"PYTHON": sys.executable}
    started = [subprocess.Popen(command, cwd=tmp_path, env=environment) for _ in range(4)]
    assert [each.wait(PATIENCE_S) for each in started] == [0] * 4
    assert (tmp_path / "told").read_text() == "made\n"
