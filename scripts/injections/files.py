"""Outputs that are full or left by their reader, and a umask for what is written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from injections.catalogue import fault

if TYPE_CHECKING:
    from injections.rig import Rig

_COMMANDS: Final = {
    "--version": 0,
    "--help": 0,
    "show --help": 0,
    "show sample": 0,
    "settings": 0,
    "gone.txt": 3,
}
"""Commands and how each ends where it can say what it has to say."""
_UNWRITABLE: Final = 2


@fault("output-full", "a full disk under standard output, standard error, and both")
def full(rig: Rig) -> str:
    """Inject a full disk under standard output; return what came of it."""
    with Path("/dev/full").open("w") as disk:
        for command, code in _COMMANDS.items():
            ways: list[dict[str, Any]] = [
                {"stdout": disk},
                {"stderr": disk},
                {"stdout": disk, "stderr": disk},
            ]
            for where in ways:
                done = rig.run(*command.split(), **where)
                wanted = code or (_UNWRITABLE if "stdout" in where else 0)
                assert done.returncode == wanted, f"{command} {[*where]}: {done.returncode} {done.stderr}"
    return f"{len(_COMMANDS)} commands end with codes and words of our own"


@fault("output-left", "a reader of the output who has left")
def left(rig: Rig) -> str:
    """Inject a reader of the output who has left; return what came of it."""
    for command, code in _COMMANDS.items():
        reader, writer = os.pipe()
        os.close(reader)
        done = rig.run(*command.split(), stdout=writer)
        os.close(writer)
        assert done.returncode == code, f"{command}: {done.returncode}"
        assert code or not done.stderr, done.stderr
    return f"{len(_COMMANDS)} commands end in silence"


@fault("file-umask", "a umask of 077 and of 002 for what is written")
def umask(rig: Rig) -> str:
    """Inject a umask of 077 and of 002 for what is written; return what came of it."""
    for mask in (0o077, 0o002):
        out = rig.folder / f"{mask:o}.vtt"
        done = rig.run("export", "sample", out, umask=mask)
        assert done.returncode == 0, done.stderr
        assert out.stat().st_mode & 0o777 == 0o666 & ~mask, oct(out.stat().st_mode)
    assert not list(rig.folder.glob("*.part")), "a part is left"
    return "obeyed, and nothing is left"
