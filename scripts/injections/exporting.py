"""An export that is ended at any moment: at once, with a whole file or none under its name, and nothing left.

What a killed one has left in the folder for what is temporary, the next one removes.
"""

from __future__ import annotations

import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig, wait_until

if TYPE_CHECKING:
    from pathlib import Path

_SEED: Final = 20261128
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
_ENDS_S: Final = 1.0
_BUSY: Final = 10
"""So many times longer it may take where others want the processors."""
_KINDS: Final = {
    "coded": ("out.mp3", "--level"),
    "book": ("out.epub",),
    "page": ("out.html",),
    "speech": ("out.m4a", "--voice", "speech"),
    "list": ("--list", "pairs.tsv", "--jobs", "2"),
}
_LONGEST_S: Final = 3.0
_AGAIN_S: Final = 300.0
"""For so long a whole export may take on a machine that is busy."""


@fault("export-ended", "each kind of export is ended by a signal, and begun again")
def ended(rig: Rig) -> str:
    """End each kind of export once, by one signal after the other."""
    return _ended(rig, 1)


@fault("export-ended-often", "the same at 30 moments of each kind", long=True)
def ended_often(rig: Rig) -> str:
    """End each kind of export at many moments."""
    return _ended(rig, 30)


def _ended(rig: Rig, times: int) -> str:
    chance = random.Random(_SEED)
    out, temporary = rig.folder / "out", rig.folder / "temporary"
    environment = {**rig.environment, "TMPDIR": str(temporary)}
    slowest_s, in_time = 0.0, 0
    killed: set[Path] = set()
    for folder in (out, temporary):
        folder.mkdir()
    lines = [f"{SAMPLE}\t{out / name}" for name in ("a.mp3", "b.epub", "c.m4a", "d.html")]
    (out / "pairs.tsv").write_text("\n".join(lines), encoding="utf-8")
    for kind, (name, arguments) in enumerate(_KINDS.items()):
        source = () if name == "list" else (str(SAMPLE),)
        command = [*rig.briefing, "export", *source, *arguments]
        for number in range(times):
            how = _SIGNALS[(kind + number) % len(_SIGNALS)]
            run = subprocess.Popen(
                command, cwd=out, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            time.sleep(chance.uniform(0.1, _LONGEST_S))
            was_running, began_s = run.poll() is None, time.monotonic()
            if was_running:
                run.send_signal(how)
            said = run.communicate(timeout=_BUSY * _ENDS_S)[1].decode()
            wait_until(lambda: not rig.processes(), f"{name}: a process is left after {how.name}")
            slowest_s = max(slowest_s, time.monotonic() - began_s)
            in_time += was_running
            _judge(f"{name}, {how.name}", run.returncode, said, out, is_list=name == "list")
            left = set(temporary.iterdir())
            if how is signal.SIGKILL:
                killed |= left
            assert left <= killed, f"{name}, {how.name}: these are left: {left - killed}"
    rig.run("export", SAMPLE, out / "again.m4a", environment={"TMPDIR": str(temporary)}, limit_s=_AGAIN_S)
    assert (out / "again.m4a").is_file(), "begun again, it does not finish"
    assert not list(temporary.iterdir()), f"what was killed is still there: {list(temporary.iterdir())}"
    return f"{in_time} ended, {slowest_s:.2f} s at most until no process was left; nothing else was"


def _judge(where: str, code: int, said: str, out: Path, *, is_list: bool) -> None:
    """Look at how one ended, and at what is under the names that it writes; that is removed.

    A signal that comes while Python itself starts ends it as it ends any program. One that comes when all is
    written, and has its name, interrupts what is left to say: the file is whole.
    """
    assert code in (0, 130, *(-each for each in _SIGNALS)), f"{where}: it ended with {code}: {said}"
    if code == 130:  # the code of what was interrupted
        assert said.endswith("briefing: Interrupted.\n"), f"{where}: {said!r}"
    made = [path for path in out.iterdir() if path.name != "pairs.tsv"]
    odd = [path.name for path in made if path.suffix not in (".mp3", ".epub", ".html", ".m4a")]
    assert not odd, f"{where}: these are left: {odd}"
    assert is_list or made or code, f"{where}: it ended with {code}, and there is nothing"
    for path in made:
        if path.suffix == ".epub":
            assert path.read_bytes()[-22:-18] == b"PK\x05\x06", f"{where}: half a book"
        elif path.suffix == ".html":
            assert path.read_bytes().endswith(b"</html>\n"), f"{where}: half a page"
        path.unlink()
