"""Tests of the whole program are asked a second time where they failed beside others; nobody else is."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.again import MOST
from tests.hands import TESTS_OF
from tests.readme import TOP

if TYPE_CHECKING:
    from pathlib import Path

CONFTEST = (
    "from tests.conftest import pytest_sessionfinish, pytest_terminal_summary, pytest_xdist_make_scheduler"
)
BESIDE = "import os\nBESIDE = 'PYTEST_XDIST_WORKER' in os.environ\n"


@pytest.fixture
def run(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


class Runs:
    """Runs tests beside others, with the hooks of this very folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "conftest.py").write_text(CONFTEST)

    def __call__(self, whole: str, parts: str = "") -> tuple[int, list[str]]:
        for folder, tests in (("end_to_end", whole), ("unit", parts)):
            file = self.folder / "tests" / folder / f"test_{folder}.py"
            file.parent.mkdir(parents=True)
            file.write_text(BESIDE + tests)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--dist=worksteal"]
        done = subprocess.run(
            [*command, f"--tx=popen//env:{TESTS_OF}=whole", f"--rootdir={self.folder}"],
            cwd=self.folder,
            env={"PATH": "/bin", "PYTHONPATH": f"{TOP}:{TOP / 'scripts'}", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout.splitlines()


def test_one_of_the_whole_that_passes_alone_is_named_and_is_no_failure(run: Runs) -> None:
    code, told = run("def test_heard(): assert not BESIDE, 'too late'\ndef test_other(): pass\n")
    assert code == 0
    assert told[-1].startswith("1 passed, 1 passed only alone in ")
    (named,) = [line for line in told if line.startswith("PASSED ONLY ALONE ")]
    test = "tests/end_to_end/test_end_to_end.py::test_heard"
    assert named.startswith(f"PASSED ONLY ALONE {test} - beside others: AssertionError: too late")


def test_one_that_fails_alone_too_has_failed_and_one_of_a_part_is_asked_once(run: Runs) -> None:
    code, told = run(
        "def test_heard(): assert not BESIDE\ndef test_deaf(): assert False\n",
        parts="def test_part(): assert not BESIDE\n",
    )
    assert code == 1
    assert told[-1].startswith("2 failed, 1 passed only alone in ")


def test_where_many_failed_none_is_asked_again(run: Runs) -> None:
    code, told = run("".join(f"def test_{n}(): assert not BESIDE\n" for n in range(MOST + 1)))
    assert code == 1
    assert told[-1].startswith(f"{MOST + 1} failed in ")
