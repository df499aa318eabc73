"""The rig: what injects faults, runs `briefing` among them, and judges what is left afterwards.

Theory of operation: a fault is a function with a short name (see `catalogue`). It gets a rig
with an empty folder and a home of its own, starts programs through it, does harm, and asserts
what must hold; it returns one line with what was measured. When it is done, the rig judges
whatever the fault itself did not look at:

1. no process of the run is left after a second, whatever session or parent it has,
2. a terminal that a program left by itself is as it was found,
3. nothing that was written speaks of Python's insides,
4. the database is whole, and nobody else's to read.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from injections.system import MARK, command_of, has_mark, idle_s, kill, session_of, zombies_parent
from terminal import Terminal, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TOP: Final = Path(__file__).resolve().parents[2]
SAMPLE: Final = TOP / "media" / "arms-transfers.md"
PATIENCE_S: Final = 60.0
"""How long to wait for what must happen; reached only where it never does."""
UNBOUND: Final = "ø"
"""A letter that no command has: the answer says so, and changes nothing."""
UNBOUND_TOO: Final = "å"
"""Another one, for an answer that is not the same as the one before."""
GONE_S: Final = 1.0
"""Within this no process may be left. A busy machine gets more of it: see `_are_gone`."""
_GRACE: Final = 10
_NOT_INHERITED: Final = ("BRIEFING_", "ACCESSIBLE", "NO_COLOR", "XDG_", "PULSE_", "PYTHONDONTWRITEBYTECODE")
_INSIDES: Final = re.compile(
    r"Traceback \(most recent call last\)|a fault of briefing itself|Exception ignored|Fatal Python error"
)


class Rig:
    """A folder and a home for one fault, from entering to leaving; leaving judges."""

    def __init__(self) -> None:
        self.mark = uuid.uuid4().hex
        self._terminals: list[Player] = []
        self._spoken: list[str] = []
        self.judges_database = True
        """For a fault that leaves the database damaged by its own hand, and says so."""

    def __enter__(self) -> Self:
        self._place = tempfile.TemporaryDirectory(prefix="briefing-fault-", ignore_cleanup_errors=True)
        self.folder = Path(self._place.name).resolve()
        self.home = self.folder / "home"
        self.home.mkdir()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._judge()
        finally:
            for process in self.processes():
                kill(process)
            self._place.cleanup()

    @property
    def briefing(self) -> list[str]:
        """How the program is started: as a user does, by the command that pip installed."""
        return [str(Path(sys.executable).with_name("briefing"))]

    @property
    def environment(self) -> dict[str, str]:
        """An environment in which nothing is remembered, and silence is played."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
        return {
            **kept,
            "HOME": str(self.home),
            "BRIEFING_SINK": "null",
            "BRIEFING_SPEECH_ENGINE": "espeak",
            MARK: self.mark,
        }

    @property
    def database(self) -> Path:
        """Where the database is or will be."""
        return self.home / ".local" / "share" / "briefing" / "briefing.sqlite3"

    def text(self, name: str = "news.txt", sentences: int = 40) -> Path:
        """Write a text to open, in as many sentences, and return its path."""
        path = self.folder / name
        lines = [
            f"Sentence number {number} of this report tells what happened."
            for number in range(1, sentences + 1)
        ]
        path.write_text(
            "A report\n\n" + "\n\n".join(" ".join(lines[i : i + 4]) for i in range(0, sentences, 4)) + "\n"
        )
        return path

    def run(
        self,
        *arguments: str | Path,
        environment: Mapping[str, str] | None = None,
        limit_s: float = PATIENCE_S,
        **options: Any,
    ) -> subprocess.CompletedProcess[str]:
        """Run `briefing ARGUMENTS` without a terminal and return how it ended.

        Args:
            arguments: What stands behind `briefing`.
            environment: What is different in the environment.
            limit_s: After so many seconds it hangs.
            options: Others of subprocess.run; output is captured unless they say otherwise.

        Raises:
            AssertionError: if it hangs.
        """
        given: dict[str, Any] = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "cwd": self.folder,
        }
        try:
            done = subprocess.run(
                [*self.briefing, *map(str, arguments)],
                env={**self.environment, **(environment or {})},
                text=True,
                errors="replace",
                timeout=limit_s,
                check=False,
                **{**given, **options},
            )
        except subprocess.TimeoutExpired:
            raise AssertionError(f"briefing {' '.join(map(str, arguments))} does not end") from None
        self._spoken += [done.stdout or "", done.stderr or ""]
        return done

    def player(
        self,
        *arguments: str | Path,
        linear: bool = False,
        environment: Mapping[str, str] | None = None,
        columns: int = 100,
        lines: int = 36,
        prepare: Callable[[], None] | None = None,
        is_judged: bool = True,
    ) -> Player:
        """Return `briefing ARGUMENTS` in a controlling terminal, to be entered.

        Args:
            arguments: What stands behind `briefing`.
            linear: Whether in screen reader mode.
            environment: What is different in the environment.
            columns: Width of the window.
            lines: Height of the window.
            prepare: Called in the new process before the program starts.
            is_judged: False where the program cannot leave its terminal as it was, such as after kill -9.
        """
        face = "--linear" if linear else "--tui"
        return self.terminal(
            *self.briefing,
            face,
            *map(str, arguments),
            environment=environment,
            columns=columns,
            lines=lines,
            prepare=prepare,
            is_judged=is_judged,
        )

    def terminal(
        self,
        *command: str,
        environment: Mapping[str, str] | None = None,
        columns: int = 100,
        lines: int = 36,
        prepare: Callable[[], None] | None = None,
        is_judged: bool = True,
    ) -> Player:
        """Return any command in a controlling terminal, to be entered; the rest as for `player`."""
        terminal = Player(
            command,
            {**self.environment, **(environment or {})},
            columns=columns,
            lines=lines,
            is_controlling=True,
            prepare=prepare,
        )
        terminal.is_judged = is_judged
        self._terminals.append(terminal)
        return terminal

    def processes(self) -> list[int]:
        """Return the ids of all processes that came from this rig and are not this one.

        Zombies too, whose parent is among them; those that init has inherited wait for init alone.
        """
        sessions = {terminal.process.pid for terminal in self._terminals if hasattr(terminal, "process")}
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            process = int(folder.name)
            if process != os.getpid() and (has_mark(folder, self.mark) or session_of(folder) in sessions):
                found.append(process)
        return [process for process in found if zombies_parent(process) in (None, *found)]

    def _judge(self) -> None:
        for terminal in self._terminals:
            if terminal.is_judged and terminal.ending:
                raise AssertionError(f"the terminal is not as it was: {', '.join(terminal.ending)}")
            self._spoken.append(terminal.text)
        assert self._are_gone(), (
            f"processes are left: {[command_of(process) for process in self.processes()]}"
        )
        for spoken in self._spoken:
            if told := _INSIDES.search(spoken):
                raise AssertionError(f"it tells of its insides: …{spoken[told.start() :][-600:]}")
        if self.judges_database and self.database.is_file():
            judge_database(self.database)

    def _are_gone(self) -> bool:
        # A second of this machine's, and more where something else takes the processors.
        began_s, before_s = time.monotonic(), idle_s()
        while self.processes():
            waited_s = time.monotonic() - began_s
            if waited_s > GONE_S and (idle_s() - before_s > GONE_S or waited_s > _GRACE * GONE_S):
                return False
            time.sleep(0.02)
        return True


class Player(Terminal):
    """The player in a terminal; when it is left, `ending` tells what it did not put back."""

    is_judged = True
    ending: tuple[str, ...] = ()

    def __exit__(self, *details: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10)
            self.ending = tuple(self.left_behind()) if self._is_open and self.process.returncode >= 0 else ()
        except subprocess.TimeoutExpired:
            self.ending = ("it did not end when it was asked to",)
        super().__exit__(*details)

    def leave(self, code: int = 0) -> None:
        """Press q and wait for the end.

        Raises:
            AssertionError: if it ends with another exit code.
        """
        self.press("q")
        left = self.wait_for_end()
        assert left == code, f"it ended with {left}: {self.text[-300:]!r}"


def judge_database(path: Path) -> None:
    """Look whether a database is whole and private.

    Raises:
        AssertionError: if it is not.
    """
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, "others may read the database"
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        told = connection.execute("PRAGMA integrity_check").fetchone()
    finally:
        connection.close()
    assert told == ("ok",), f"the database is damaged: {told}"


def needs(program: str) -> None:
    """Leave a fault out where a program that it needs is not installed.

    Raises:
        MissingError: if it is not.
    """
    if shutil.which(program) is None:
        raise MissingError(f"needs {program}, which is not installed")


class MissingError(Exception):
    """What a fault needs is not on this machine."""


__all__ = [
    "PATIENCE_S",
    "SAMPLE",
    "TOP",
    "MissingError",
    "Player",
    "Rig",
    "judge_database",
    "needs",
    "wait_until",
]
