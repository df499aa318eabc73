"""The parent's side of the process that reads books."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from briefing.errors import SourceError, UnsafeError
from briefing.formats.books.answer import unpack
from briefing.processes import door
from briefing.processes.child import TooSlowError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.formats.books.answer import BookFound

WORKER: Final = "briefing.formats.books.worker"
LIMITS: Final = door.Limits(memory_bytes=512 << 20, cpu_s=30, open_files=32)
LIMIT_S: Final = 90.0
"""By the clock: a busy machine gives a process less of its time than it works."""
MOST_BYTES: Final = 128 << 20
"""The longest answer: twice the longest text, and its places."""
_AS_TEXT: Final = "Get it once more, or open its text alone."


def read_zipped(file: BinaryIO, called: str) -> BookFound:
    """Return what a book in one file holds; the file is read where it lies.

    Args:
        file: It, with a descriptor, from its beginning.
        called: What to call it in a sentence.

    Raises:
        SourceError, UnsafeError: if it cannot be read, or may not be.
    """
    return _ask(door.command(WORKER, called, limits=LIMITS), called, file)


def read_unpacked(path: Path, called: str) -> BookFound:
    """Return what a book in a folder holds.

    Args:
        path: The file in it that tells of the others, which lie beside it and below.
        called: What to call it in a sentence.

    Raises:
        SourceError, UnsafeError: if it cannot be read, or may not be.
    """
    where = str(path.absolute().parent), path.name
    return _ask(door.command(WORKER, called, *where, limits=LIMITS), called)


def _ask(command: list[str], called: str, file: BinaryIO | None = None) -> BookFound:
    try:
        child = door.start(command, input_file=file)
        found = unpack(door.answer_of(child, limit_s=LIMIT_S, most_bytes=MOST_BYTES))
    except OSError as error:
        raise SourceError(f"{called} cannot be read: no process could be started.") from error
    except TooSlowError as error:
        raise SourceError(f"{called} takes too long to read.", _AS_TEXT) from error
    except (door.DiedError, ValueError) as error:
        raise SourceError(f"{called} cannot be read: what reads books broke off.", _AS_TEXT) from error
    if found.refusal is not None:
        kind = UnsafeError if found.refusal.is_unsafe else SourceError
        raise kind(safe_line(found.refusal.message), safe_line(found.refusal.hint))
    return found
