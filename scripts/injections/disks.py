"""Disks that are full, as the system has them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import PATIENCE_S, TOP, MissingError, Rig, needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BYTES: Final = 32 << 20


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


@contextmanager
def _disk(rig: Rig) -> Iterator[Path]:
    """Mount a small disk of its own, with a file system that is used for disks."""
    needs("mkfs.ext4")
    image, disk = rig.folder / "image", rig.folder / "disk"
    with image.open("wb") as file:
        file.truncate(_BYTES)
    disk.mkdir()
    subprocess.run(["mkfs.ext4", "-q", "-m", "0", "-O", "^has_journal", image], check=True)
    if subprocess.run(["mount", "-o", "loop", image, disk], capture_output=True, check=False).returncode:
        raise MissingError("needs the right to mount a file system")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=False)


def _fill(disk: Path) -> Path:
    filler = os.open(disk / "filler", os.O_CREAT | os.O_WRONLY)
    for size in (1 << 20, 4096, 512):
        with suppress(OSError):
            while os.write(filler, bytes(size)):
                pass
    os.close(filler)
    return disk / "filler"


@fault("disk-full-from-the-start", "a disk without room for a folder, and room that comes back", long=True)
def full_from_the_start(rig: Rig) -> str:
    """Set a bookmark where not even the folder for it can be made, and make room."""
    with _disk(rig) as disk:
        filler = _fill(disk)
        with rig.player(rig.text(), linear=True, environment={"XDG_DATA_HOME": str(disk)}) as player:
            player.wait_for("The disk is full")
            player.press("b")
            player.wait_for("not written yet")
            filler.unlink()
            player.wait_for("Places and bookmarks are written again.")
            player.leave()
        with closing(sqlite3.connect(disk / "briefing" / "briefing.sqlite3")) as db:
            count = db.execute("SELECT count(*) FROM bookmarks").fetchone()[0]
    assert count == 1, f"{count} bookmarks"
    return "told, and the bookmark is there when the room is"


@fault("disk-full-installation", "an installation that was never started, on a disk without room", long=True)
def full_installation(rig: Rig) -> str:
    """Start it without room for compiled modules, and with some: no half module may be left."""
    with _disk(rig) as disk:
        for name in ("briefing", "media"):
            shutil.copytree(TOP / name, disk / name, ignore=shutil.ignore_patterns("__pycache__", "*.mp3"))
        program = [
            sys.executable,
            "-I",
            "-S",
            str(disk / "briefing" / "__main__.py"),
            "show",
            str(disk / "news.txt"),
        ]
        (disk / "news.txt").write_text("A report.\n")
        filler = _fill(disk)
        for room_bytes in (0, 20_000, 300_000, _BYTES):
            os.truncate(filler, max(filler.stat().st_size - room_bytes, 0))
            done = subprocess.run(
                program,
                env=rig.environment,
                cwd=rig.folder,
                capture_output=True,
                text=True,
                timeout=PATIENCE_S,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, ""), done.stderr
        compiled = len(list(disk.rglob("*.pyc")))
    return f"4 starts, each shows the text; {compiled} compiled modules (none for Python before 3.13.1)"
