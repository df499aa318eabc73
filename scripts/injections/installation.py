"""An installation that a full disk, a limit or an accident would damage, or has damaged."""

from __future__ import annotations

import compileall
import resource
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import PATIENCE_S, TOP, Rig

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LIMITS_BYTES: Final = (512, 4096, 20_000)
_CUT_BYTES: Final = 200
_TOLD: Final = "briefing: This installation of briefing is damaged: "


def _copy(rig: Rig) -> Path:
    """Return the folder of a copy of the program that was never compiled."""
    for name in ("briefing", "media"):
        shutil.copytree(TOP / name, rig.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return rig.folder / "briefing"


def _run(
    rig: Rig, program: Path, prepare: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-S", str(program / "__main__.py"), "sample", "--linear"],
        env=rig.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        preexec_fn=prepare,
    )


@fault("half-modules", "the first start ever has a limit on the length of files")
def half_modules(rig: Rig) -> str:
    """Start a copy under limits, and then without: no half module may be left that is read then."""
    program = _copy(rig)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # children inherit it
    try:
        for most_bytes in _LIMITS_BYTES:

            def limit(most_bytes: int = most_bytes) -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

            _run(rig, program, limit)
    finally:
        signal.signal(signal.SIGXFSZ, before)
    done = _run(rig, program)
    assert done.returncode == 0, f"it does not start any more: {done.stderr[-300:]}"
    return f"{len(_LIMITS_BYTES)} limited starts, and then it opens"


@fault("cut-off-modules", "every compiled module is cut off; then one is missing")
def cut_off(rig: Rig) -> str:
    """Start a copy that is damaged: it says so in one line, and what to do."""
    program = _copy(rig)
    compileall.compile_dir(program, quiet=2)
    modules = list(program.rglob("*.pyc"))
    for path in modules:
        path.write_bytes(path.read_bytes()[:_CUT_BYTES])
    told = [_run(rig, program)]
    for path in modules:
        path.unlink()
    (program / "text" / "transcript.py").unlink()
    told.append(_run(rig, program))
    for done in told:
        assert done.returncode == 1, f"it ended with {done.returncode}"
        assert done.stderr.startswith(_TOLD), f"it said {done.stderr[:300]!r}"
        assert done.stderr.count("\n") == 1, f"it said {done.stderr[:300]!r}"
    return f"{len(modules)} cut off, one missing: a line each"
