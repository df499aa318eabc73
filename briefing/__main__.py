"""The `briefing` command, and `python -m briefing`: what must hold before anything else is imported.

1. Ctrl-C ends it at once and in silence, from here on. Python's own handler would raise in the
   middle of an import, and its traceback would be the first that is seen of the program. (It is
   `_signal` that is asked, since the import of `signal` takes long enough to be interrupted.)
2. What cannot be imported is told in one sentence, whatever it is that is damaged.
"""

import sys
from _signal import SIG_DFL, SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]


def main() -> int:
    """Run the command line as a program of its own; return the exit code."""
    if getsignal(SIGINT) is default_int_handler:
        signal(SIGINT, SIG_DFL)
    try:
        from briefing.cli import main as run
    except MemoryError:
        sys.stderr.write("briefing: There is not enough memory. Close other programs.\n")
        return 1
    except Exception as error:  # noqa: BLE001  # a damaged file can raise anything
        sys.stderr.write(
            f"briefing: This installation of briefing is damaged: {type(error).__name__}: {error}. "
            "Install it again.\n"
        )
        return 1
    return run(is_program=True)


if __name__ == "__main__":
    sys.exit(main())
