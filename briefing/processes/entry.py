"""The first lines of every process that we start. Run as a file, never imported: see `briefing.processes`.

    python -I briefing/processes/entry.py LIMITS FOLDERS MODULE [ARGUMENT ...]

It limits the process, finds the program again and calls `MODULE.main()`.
LIMITS is `NAME=NUMBER` of `resource` (the ends of its names: `AS=536870912,CPU=4`). FOLDERS, ours
and those of installed packages, are put behind the standard library's. Until `MODULE` is imported,
nothing but the standard library is, and as little of it as possible: the start counts.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from site import addsitedir


def limit(limits: str) -> None:
    """Let this process take so much and no more, where the system can; nothing of it is left as a core.

    Whoever uses up a time that was set here is ended by SIGXCPU; if it was set for us all, by SIGKILL.
    """
    try:
        import resource
    except ImportError:  # not on Windows
        return
    for entry in ("CORE=0", *filter(None, limits.split(","))):
        name, _, number = entry.partition("=")
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is None:
            continue
        most = resource.getrlimit(kind)[1]  # more than this nobody may ask for
        wanted = int(number)
        amount = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        try:
            resource.setrlimit(kind, (amount, amount if amount == most or name != "CPU" else amount + 1))
        except (OSError, ValueError):  # macOS knows the name of a limit that it does not keep
            continue


def end_with_input() -> None:
    """End this process when its input does: so its parent's end is noticed on every system."""
    import threading

    def wait() -> None:
        # Not by way of sys.stdin, whose lock the interpreter wants when it ends.
        while os.read(0, 4096):
            pass
        leaving = sys.modules.get("briefing.leaving")
        if leaving is not None:  # something may be half done
            leaving.end(0)
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def main() -> None:
    """Become `MODULE`."""
    for name in ("SIGINT", "SIGHUP"):  # a terminal's signals are for the player, which ends us when it ends
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    _, limits, folders, module, *arguments = sys.argv
    limit(limits)
    if os.environ.pop("BRIEFING_INPUT", "") == "none":
        end_with_input()
    root, *packages = folders.split(os.pathsep)
    if root not in sys.path:
        # Behind the standard library, and before any other installation of ours.
        installed = [place for place, folder in enumerate(sys.path) if folder.endswith("-packages")]
        sys.path.insert(min(installed, default=len(sys.path)), root)
    for folder in packages:
        if folder not in sys.path:
            addsitedir(folder)  # `.pth` files there may name others
    sys.argv = [module, *arguments]
    sys.exit(import_module(module).main())


if __name__ == "__main__":
    main()
