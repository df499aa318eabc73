"""What can go wrong, as one tree.

    BriefingError            message, hint, exit code
    |-- UsageError           the command line or a command's argument is off        (2)
    |   `-- ConfigError      a setting, its file or its environment variable is off (2)
    |-- SourceError          what was to be opened cannot be read as a briefing     (3)
    |   |-- AlignError       text and recording cannot be brought together          (3)
    |   `-- LostError        the network does not give it now, and may later        (3)
    |-- AudioError           no sound device, or the device or decoder failed       (4)
    |-- SpeechError          no voice, or the speech process failed                 (4)
    |-- UnsafeError          refused: following it could do harm                    (5)
    |-- StoreError           places, bookmarks or the library cannot be kept       (1)
    `-- ShortageError        the system gives no more memory, files or processes    (2)

Adapters turn the exceptions of foreign libraries into these with `from`. The
message and the hint are full sentences, because they are spoken: the message says
what happened, the hint what to do about it.
"""

import errno
from typing import ClassVar, Final

from briefing.damage import damage_behind


class BriefingError(Exception):
    """Anything that the user is told in a sentence instead of a traceback."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(BriefingError):
    """The command line, or the argument of a typed command, cannot be understood."""

    exit_code = 2


class ConfigError(UsageError):
    """A setting has a value that it cannot take, or the settings file is broken."""


class SourceError(BriefingError):
    """The source cannot be read as a briefing."""

    exit_code = 3


class AlignError(SourceError):
    """A recording and a text cannot be brought together."""


class LostError(SourceError):
    """The network does not give now what it may give later: a lost connection, a server that is down."""


class AudioError(BriefingError):
    """There is no sound device, or the device or the decoder failed."""

    exit_code = 4


class SpeechError(BriefingError):
    """There is no voice, or the process that speaks failed."""

    exit_code = 4


class UnsafeError(BriefingError):
    """The source asks for something that could harm, and was refused."""

    exit_code = 5


class StoreError(BriefingError):
    """Places, bookmarks, timings or the library cannot be read or kept."""


class ShortageError(BriefingError):
    """The system gives no more of something: a limit (`ulimit`, a container) or a machine that is full."""

    exit_code = 2


_MEMORY: Final = (
    "There is not enough memory.",
    "Close other programs, or raise the limit (`ulimit -v unlimited`).",
)
_FILES: Final = ("Too few files may be open at once.", "Raise the limit (`ulimit -n 256`).")
_PROCESSES: Final = (
    "No further process or thread can be started, by a limit or for want of memory.",
    "End other programs, or raise the limits (`ulimit -u`, `ulimit -v`).",
)
TIME: Final = ("The processor time that is allowed is used up.", "Raise the limit (`ulimit -t unlimited`).")
"""The one shortage that the system tells by a signal alone."""
_SHORTAGES: Final = {
    errno.ENOMEM: _MEMORY,
    errno.EMFILE: _FILES,
    errno.ENFILE: _FILES,
    errno.EAGAIN: _PROCESSES,
}
_LONGEST_CHAIN: Final = 10


def told(error: Exception) -> BriefingError:
    """Return what the user is told of an error: itself, what is behind it, or that the fault is ours.

    A file that could not be read for want of something is told as that want, not as a bad file.
    """
    if isinstance(error, BriefingError):
        return shortage_behind(error.__cause__) or error
    if found := shortage_behind(error):
        return found
    if damage := damage_behind(error):
        return BriefingError(*damage)
    return BriefingError(f"A fault of briefing itself: {type(error).__name__}: {error}.", "Please report it.")


def shortage_behind(error: BaseException | None) -> ShortageError | None:
    """Return the shortage that an error, or what it came of, is; None if it is none."""
    for _ in range(_LONGEST_CHAIN):  # a chain may go round
        if error is None:
            return None
        if isinstance(error, ShortageError):
            return error
        if sentences := _shortage(error):
            return ShortageError(*sentences)
        error = error.__cause__ or error.__context__
    return None


def _shortage(error: BaseException) -> tuple[str, str] | None:
    said = str(error).lower()
    if isinstance(error, MemoryError) or (
        isinstance(error, ImportError) and ("cannot allocate memory" in said or "failed to map" in said)
    ):
        return _MEMORY
    if isinstance(error, ImportError) and "too many open files" in said:  # a library, not a module
        return _FILES
    if isinstance(error, OSError) and error.errno is not None:
        return _SHORTAGES.get(error.errno)
    if isinstance(error, RuntimeError) and "start new thread" in said:
        return _PROCESSES
    return None
