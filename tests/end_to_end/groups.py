"""Process groups: whether anything of one still runs."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.sound import wait_until

_PATIENCE_S = 60.0


def wait_until_gone(group: int) -> None:
    """Wait until no process of a group runs any more; helpers end by themselves when their parent has."""
    wait_until(lambda: not _living(group), _PATIENCE_S, "processes are left")


def _living(group: int) -> list[str]:
    # A zombie does not run; who started it is gone, and whoever inherits it may take its time.
    return [each.name for each in Path("/proc").glob("[0-9]*") if _state_and_group(each)[1:] == [str(group)]]


def runs(process: int) -> bool:
    """Return whether a process is there and more than a zombie."""
    return bool(_state_and_group(Path("/proc", str(process))))


def _state_and_group(process: Path) -> list[str]:
    """Return a process's state and group; nothing for a zombie, or none at all."""
    try:
        state, _parent, group, *_ = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
    return [] if state == "Z" else [state, group]
