"""Tests of the whole program that failed beside others: once more, alone, when the machine is quiet.

Whether a word is lit within 15 ms of its sound, or a key is read apart from the one before it, can be asked
of the program only where the machine has time for it; what else runs there is not the program's doing. So
such a test is asked a second time. If it passes only then, that is told in the end, with its name. Tests of
parts are never asked twice, and none where many failed.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from tests.hands import FOLDERS

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

MOST: Final = 6
"""If more have failed, that is not for want of a processor."""
ALONE: Final = "passed only alone"
FAILED: Final = ("failed", "error")
WHOLE: Final = tuple(f"tests/{folder}/" for folder in FOLDERS["whole"])


def ask_again(session: pytest.Session, terminal: TerminalReporter) -> None:
    """Run failed tests of the whole program once more, one by one; take those that pass off the failures."""
    failed = [report for how in FAILED for report in terminal.stats.get(how, ())]
    tests = {report.nodeid: report for report in failed if report.nodeid.startswith(WHOLE)}
    if not 0 < len(tests) <= MOST or session.exitstatus != pytest.ExitCode.TESTS_FAILED:
        return
    passed = {test: report for test, report in tests.items() if _passes(test, session)}
    for how in FAILED:
        terminal.stats[how] = [each for each in terminal.stats.get(how, ()) if each.nodeid not in passed]
        if not terminal.stats[how]:
            del terminal.stats[how]
    if passed:
        terminal._add_stats(ALONE, list(passed.values()))
    if not any(how in terminal.stats for how in FAILED):
        session.exitstatus = pytest.ExitCode.OK


def tell(terminal: TerminalReporter) -> None:
    """Name the tests that passed only when they were alone, and how they had failed."""
    for report in terminal.stats.get(ALONE, ()):
        crash = getattr(report.longrepr, "reprcrash", None)
        reason = str(crash.message).partition("\n")[0] if crash else "no reason"
        terminal.write_line(f"PASSED ONLY ALONE {report.nodeid} - beside others: {reason}")


def _passes(test: str, session: pytest.Session) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test]
    return (
        subprocess.run(command, cwd=session.config.rootpath, capture_output=True, check=False).returncode == 0
    )
