"""Disks that are full, as the system has them."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing

from injections.catalogue import fault
from injections.rig import MissingError, Rig, needs


@fault("disk-full", "a home on a disk without room, some of which comes back", long=True)
def full_disk(rig: Rig) -> str:
    """Set a bookmark without room, and one with it: both are kept, and a sound that does not fit is told."""
    needs("mount")
    text, filler = rig.text(sentences=4), rig.home / "filler"
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", rig.home], capture_output=True, check=False
    ).returncode:
        raise MissingError("needs the right to mount a file system")
    try:
        filler.write_bytes(bytes(190 * 1024))
        spoken = rig.run("speak", text, "-o", rig.home / "spoken.wav")
        assert spoken.returncode != 0, "it says that it wrote what did not fit"
        assert "No space left" in spoken.stderr, spoken.stderr
        with rig.player(text, linear=True) as player:
            player.wait_for("The disk is full")
            player.press("b")
            player.wait_for("not written yet")
            filler.unlink()  # the room comes back
            player.wait_for("Places and bookmarks are written again.")
            player.press("jb")
            player.wait_for("Bookmark 2")
            player.leave()
        left = sorted(path.name for path in rig.home.iterdir() if path.name != ".local")
        with closing(sqlite3.connect(rig.database)) as db:
            count = db.execute("SELECT count(*) FROM bookmarks").fetchone()[0]
            whole = db.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        subprocess.run(["umount", rig.home], check=False)
    assert not left, f"these are left: {left}"
    assert (count, whole) == (2, "ok"), (count, whole)
    return "told, and both bookmarks are there when the room is"
