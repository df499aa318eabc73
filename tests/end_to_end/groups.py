"""Process groups: whether anything of one still runs."""

from __future__ import annotations

import subprocess

from tests.end_to_end.sound import wait_until

_PATIENCE_S = 20.0


def wait_until_gone(group: int) -> None:
    """Wait until no process of a group runs any more; helpers end by themselves when their parent has."""
    wait_until(lambda: not _living(group), _PATIENCE_S, "processes are left")


def _living(group: int) -> list[str]:
    listed = subprocess.run(
        ["ps", "-e", "-o", "pgid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split(maxsplit=2) for line in listed.splitlines()]
    # A zombie does not run; who started it is gone, and whoever inherits it may take its time.
    return [row[-1] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]
