"""The process that reads mutants, watched from outside: it is started again behind each that ends it."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

import briefing
from fuzzing.worker import LONGEST_S, MEASURED_EVERY

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET_S: Final = 120.0
"""By the clock: who has not begun the next round by then waits for something, or the machine does."""
_MOST_KIB: Final = 2048
"""What a process may grow by in a thousand rounds, when it has been at it for half of them."""
_READ_BYTES: Final = 1 << 16
_START_S: Final = 120.0
_GRACE_S: Final = 20.0
_TOP: Final = Path(briefing.__file__).parent.parent


class Finding(NamedTuple):
    """The round that found something, and what that is."""

    number: int
    fault: str


class Report(NamedTuple):
    """What the rounds of a target found: one round for each fault, the slowest, and what was kept."""

    rounds: int
    findings: list[Finding]
    slowest: tuple[int, float]
    """A round and its seconds of the processor's time."""
    took_s: float
    """Of the processor's time, for reading alone."""
    memory_kib: list[int]
    """After each thousand rounds of the last process."""

    @property
    def growth_kib(self) -> float:
        """What was kept of a thousand rounds, in the later half of them."""
        late = self.memory_kib[len(self.memory_kib) // 2 :]
        return (late[-1] - late[0]) / (len(late) - 1) if len(late) > 1 else 0.0


class Watch:
    """Has mutants read, as a context manager. Its process serves for as many targets as are asked for."""

    def __init__(self, module: str = "fuzzing.worker", *, quiet_s: float = QUIET_S) -> None:
        self._module = module
        self._quiet_s = quiet_s
        self._process: subprocess.Popen[bytes] | None = None
        self._errors = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115  # closed in __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._errors.close()

    def run(self, target: str, rounds: int, seed: int, first: int = 0) -> Report:
        """Have mutants read; a fault that shows twice is told once.

        Args:
            target: The name of what reads them.
            rounds: How many.
            seed: See `rounds.mutant`.
            first: The number of the first round.
        """
        found: dict[str, Finding] = {}
        slowest, took_s, memory_kib = (0, 0.0), 0.0, list[int]()
        at, stop = first, first + rounds
        while at < stop:
            number = at
            for kind, *told in self._answers(target=target, seed=seed, first=at, stop=stop):
                if kind == "round":
                    number = told[0]
                elif kind == "fault":
                    # What an exception says differs from mutant to mutant; where it came from does not.
                    found.setdefault(told[1].partition(":")[0], Finding(*told))
                elif kind == "memory":
                    memory_kib.append(told[0])
                elif kind == "slowest":
                    slowest = max(slowest, (told[0], told[1]), key=lambda each: each[1])
                else:
                    took_s += told[0]
                    at = stop
            if at < stop:
                why = self._why()
                found.setdefault(why, Finding(number, why))
                memory_kib.clear()
                at = number + 1
        report = Report(rounds, list(found.values()), slowest, took_s, memory_kib)
        if report.growth_kib > _MOST_KIB:
            grown = f"grew by {report.growth_kib:.0f} KiB in a thousand rounds"
            report.findings.append(Finding(stop - MEASURED_EVERY, grown))
        return report

    def _answers(self, **asked: object) -> Iterator[list[Any]]:
        """Yield what is answered, until its end or the process's. Who does not go on is killed."""
        process = self._started()
        assert process.stdin is not None  # noqa: S101  # both are pipes
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        process.stdin.flush()
        pending, limit_s = b"", _START_S
        while select.select([process.stdout], [], [], limit_s)[0]:
            limit_s = self._quiet_s
            read = os.read(process.stdout.fileno(), _READ_BYTES)
            *lines, pending = (pending + read).split(b"\n")
            yield from (json.loads(line) for line in lines)
            if not read or (lines and json.loads(lines[-1])[0] == "end"):
                return
        process.kill()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._errors.seek(0)
            self._errors.truncate()
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                env={"PYTHONPATH": f"{_TOP}:{_TOP / 'scripts'}"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        return self._process

    def _why(self) -> str:
        """Return why the process ended, with where it was as far as that is known."""
        code = self._end()
        self._errors.seek(0)
        frames = [line.strip() for line in self._errors if f'"{_TOP}/briefing/' in line]
        place = f" in {frames[0].replace(f'{_TOP}/', '').removeprefix('File ')}" if frames else ""
        if code == -signal.SIGPROF:
            return f"took longer than {LONGEST_S:g} s of the processor's time{place}"
        if code == -signal.SIGKILL:
            return f"did not go on for {self._quiet_s:g} s{place}"
        return f"ended by {signal.Signals(-code).name if code < 0 else f'code {code}'}{place}"

    def _end(self) -> int:
        """End the process, if there is one, and return its exit code."""
        if self._process is None:
            return 0
        process, self._process = self._process, None
        with process:  # its input ends, and so does it
            try:
                process.communicate(timeout=_GRACE_S)
            except subprocess.TimeoutExpired:
                process.kill()
        return process.returncode
