"""What can go wrong, as one tree.

    BriefingError            message, hint, exit code
    |-- UsageError           the command line or a command's argument is off        (2)
    |   `-- ConfigError      a setting, its file or its environment variable is off (2)
    |-- SourceError          what was to be opened cannot be read as a briefing     (3)
    |   `-- AlignError       text and recording cannot be brought together          (3)
    |-- AudioError           no sound device, or the device or decoder failed       (4)
    |-- SpeechError          no voice, or the speech process failed                 (4)
    |-- UnsafeError          refused: following it could do harm                    (5)
    `-- StoreError           places and bookmarks cannot be kept                    (1)

Adapters turn the exceptions of foreign libraries into these with `from`. The
message and the hint are full sentences, because they are spoken: the message says
what happened, the hint what to do about it.
"""

from typing import ClassVar


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
    """Places, bookmarks and timings cannot be read or kept."""
