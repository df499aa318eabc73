"""The `briefing` command, and `python -m briefing`: what must hold before anything else is imported.

1. Ctrl-C ends it at once and in silence, from here on. Python's own handler would raise in the
   middle of an import, and its traceback would be the first that is seen of the program. (It is
   `_signal` that is asked, since the import of `signal` takes long enough to be interrupted.)
2. What cannot be imported is told in one sentence, whatever it is that is damaged.

The command of an environment that scripts/environment.sh has made runs this very file, with Ctrl-C
held back until it can be answered, and with `-I -S`: no variable and no file beside a recording has a
say in what is run, and packages are looked for here.
"""

import _signal as signals  # type: ignore[import-not-found]
import sys

_TOO_FEW_FILES = (23, 24)
"""ENFILE and EMFILE, wherever there are limits on files."""
_FILES = 4
"""With less, Python's own search for packages fails, in words of its own."""


def main() -> int:
    """Run the command line as a program of its own; return the exit code."""
    if signals.getsignal(signals.SIGINT) is signals.default_int_handler:
        signals.signal(signals.SIGINT, signals.SIG_DFL)
    if hasattr(signals, "pthread_sigmask"):  # not on Windows
        signals.pthread_sigmask(signals.SIG_UNBLOCK, [signals.SIGINT])
    try:
        if sys.flags.no_site:
            _need_files()
            _find_packages()
        from briefing import garbage

        garbage.put_off()
        from briefing.cli.main import main as run
    except MemoryError:
        sys.stderr.write("briefing: There is not enough memory. Close other programs.\n")
        return 1
    except Exception as error:  # noqa: BLE001  # a damaged file can raise anything
        if getattr(error, "errno", None) in _TOO_FEW_FILES:
            sys.stderr.write(
                "briefing: Too few files may be open at once. Raise the limit (`ulimit -n 256`).\n"
            )
            return 2
        sys.stderr.write(
            f"briefing: This installation of briefing is damaged: {type(error).__name__}: {error}. "
            "Install it again.\n"
        )
        return 1
    return run(is_program=True)


def _need_files() -> None:
    """See to it that so many can be open at once, or raise OSError."""
    files = [open(__file__, "rb", 0)]  # noqa: PTH123, SIM115  # `pathlib` takes long to import
    try:
        while len(files) < _FILES:
            files.append(open(__file__, "rb", 0))  # noqa: PTH123, SIM115
    finally:
        for file in files:
            file.close()


def _find_packages() -> None:
    """Do what Python was told to leave out."""
    import site

    sys.path.append(str(__file__).rpartition("/briefing/")[0])  # before any other installation of ours
    site.main()


if __name__ == "__main__":
    sys.exit(main())
