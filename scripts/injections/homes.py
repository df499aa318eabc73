"""Homes and surroundings that nobody expects: other machines' disks, a window that went away, variables."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from contextlib import closing
from typing import Final

from injections.catalogue import fault
from injections.rig import Rig, needs, wait_until

# The file systems of some other machines map no file that is shared; SQLite's log wants one that is.
_UNSHARED: Final = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *mmap64(void *at, size_t length, int rights, int flags, int file, off_t offset)
{
    void *(*real)(void *, size_t, int, int, int, off_t) = dlsym(RTLD_NEXT, "mmap64");
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t size = file < 0 ? -1 : readlink(link, path, sizeof path - 1);
    path[size < 0 ? 0 : size] = 0;
    if ((flags & MAP_SHARED) && strstr(path, "-shm")) {
        errno = ENODEV;
        return MAP_FAILED;
    }
    return real(at, length, rights, flags, file, offset);
}

void *mmap(void *at, size_t length, int rights, int flags, int file, off_t offset)
{
    return mmap64(at, length, rights, flags, file, offset);
}
"""
_GONE_S: Final = 5.0


@fault("home-unshared", "a home on a file system without shared memory, as over a network")
def unshared(rig: Rig) -> str:
    """Set a bookmark there in two players, one after the other."""
    needs("cc")
    source, library = rig.folder / "unshared.c", rig.folder / "unshared.so"
    source.write_text(_UNSHARED)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    text = rig.text()
    for number in (1, 2):
        with rig.player(text, linear=True, environment={"LD_PRELOAD": str(library)}) as player:
            player.wait_for("Speech.")
            player.press("jb")
            player.wait_for(f"Bookmark {number}")
            player.leave()
            assert "not written" not in player.text, player.text[-300:]
            assert "until you leave" not in player.text, player.text[-300:]
    with closing(sqlite3.connect(rig.database)) as db:
        count = db.execute("SELECT count(*) FROM bookmarks").fetchone()[0]
    assert count == 2, f"{count} bookmarks"
    return "both bookmarks are on the disk"


@fault("window-gone", "the window goes away, and the signal that tells it is ignored, as under nohup")
def window_gone(rig: Rig) -> str:
    """Close the terminal while it plays: it must end, not turn round and round."""

    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    for is_linear in (True, False):
        with rig.player(rig.text(), "--play", linear=is_linear, prepare=ignore, is_judged=False) as player:
            player.wait_for("Speech.") if is_linear else player.wait_for("help")
            player.close_window()
            wait_until(lambda player=player: player.process.poll() is not None, "it stays", _GONE_S)  # type: ignore[misc]
    return "both faces end"


_ODD: Final[tuple[dict[str, str], ...]] = (
    {"HOME": ""},
    {"HOME": "/nonexistent/home"},
    {"HOME": "/dev/null"},
    {"HOME": "here"},
    {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "settings"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "xx_YY.KOI9"},
    {"TERM": "no-such-terminal"},
    {"TERM": "linux"},
    {"TERM": ""},
    {"TERM": "dumb"},
    {"TMPDIR": "/nonexistent"},
    {"TZ": "Not/AZone:::"},
    {"PATH": ""},
)


@fault(
    "odd-variables",
    "homes, languages, terminals and folders that are not there, in the environment",
    long=True,
)
def odd_variables(rig: Rig) -> str:
    """Open a text in both faces with each; nothing may be left in the current folder."""
    text = rig.text()
    before = {path.name for path in rig.folder.iterdir()}
    for odd in _ODD:
        for is_linear in (True, False):
            with rig.player(text, linear=is_linear, environment={"XDG_DATA_HOME": "", **odd}) as player:
                player.wait_for("Speech.") if is_linear else player.wait_for("Paused")
                player.leave()
        shown = rig.run("show", text, environment=odd)
        assert (shown.returncode, shown.stderr) == (0, ""), (odd, shown.stderr)
    left = {path.name for path in rig.folder.iterdir()} - before
    assert not left, f"these are left: {left}"
    return f"{len(_ODD)} environments, both faces open the text"
