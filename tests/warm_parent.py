"""What warm workers are forked from. Run as a file, by `tests.warm`, with a socket as its standard input.

    python -I warm_parent.py ENTRY FOLDERS MODULE [MODULE ...]

What it forks is a child of its own parent (clone(2), CLONE_PARENT), which waits for it as for any other. It
has imported the modules, has one thread, and does nothing else.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import runpy
import signal
import socket
import sys
from importlib import import_module
from site import addsitedir

CLONE_PARENT = 0x8000
CLONE = {"x86_64": 56, "aarch64": 220}
PAGE = b"<html><title>The bridge</title><body><h1>The bridge</h1><p>It opened again on Monday.</p>"
READER = "briefing.formats.pages.html.reader"
FILES = 8
"""At most so many are handed on."""


def prepare(folders: str, modules: list[str]) -> None:
    """Import what the workers will, found as they find it; read a page, where they read pages."""
    root, *packages = folders.split(os.pathsep)
    installed = [place for place, folder in enumerate(sys.path) if folder.endswith("-packages")]
    sys.path.insert(min(installed, default=len(sys.path)), root)
    for folder in packages:
        if folder not in sys.path:
            addsitedir(folder)
    for module in modules:
        import_module(module)
    if READER in modules:  # what is read once, such as tables of words
        import_module(READER).read(PAGE, "", "", {})


def clone() -> int:
    """Fork a child of our parent's; return its id, 0 in it."""
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    pid = int(
        ctypes.PyDLL(None).syscall(CLONE[platform.machine()], CLONE_PARENT | signal.SIGCHLD, 0, 0, 0, 0)
    )
    if pid == 0:
        python.PyOS_AfterFork_Child()
    else:
        python.PyOS_AfterFork_Parent()
    return pid


def serve(asking: socket.socket) -> list[str] | None:
    """Fork what is asked for until nobody asks any more; return its arguments in each child, None here."""
    while True:
        length, files, _, _ = socket.recv_fds(asking, 4, FILES)
        if not length:
            return None
        wanted = int.from_bytes(length)
        asked = asking.recv(wanted, socket.MSG_WAITALL)
        arguments, environment = json.loads(asked)
        pid = clone()
        if pid == 0:
            asking.close()
            for standard, file in enumerate(files[:3]):
                os.dup2(file, standard)
                os.close(file)
            # What a file is, such as whether there are places in it, is seen when it is opened.
            sys.stdin = open(0, closefd=False)  # noqa: SIM115  # open to the end
            sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
            os.environ.clear()
            os.environ.update(environment)
            return [str(each) for each in arguments]
        for file in files:
            os.close(file)
        asking.sendall(pid.to_bytes(4))


def main() -> None:
    """Serve, or be what was asked for."""
    _, entry, folders, *modules = sys.argv
    asking = socket.socket(fileno=os.dup(0))
    os.dup2(1, 0)
    prepare(folders, modules)
    sys.argv = [entry, "", folders, *modules]
    arguments = serve(asking)
    if arguments is not None:
        sys.argv = arguments
        runpy.run_path(entry, run_name="__main__")


if __name__ == "__main__":
    main()
