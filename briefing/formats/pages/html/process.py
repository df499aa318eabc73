"""The parent's side of the process that reads pages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.pages.html.answer import unpack
from briefing.processes import door
from briefing.processes.child import TooSlowError
from briefing.processes.ready import Ready

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.pages.html.answer import PageFound
    from briefing.processes.child import Child

WORKER: Final = "briefing.formats.pages.html.worker"
LIMITS: Final = door.Limits(memory_bytes=512 << 20, cpu_s=5, open_files=32)
LIMIT_S: Final = 20.0
"""By the clock: a busy machine gives a process less of its time than it works."""
MOST_BYTES: Final = 10 << 20
"""The longest page that is read, and the longest answer."""
READY: Final = Ready(lambda: door.command(WORKER, limits=LIMITS))
"""One may be prepared while a page is on its way."""
_PACKED: Final = re.compile(
    rb"(?<=;base64,)[A-Za-z0-9+/=%]{1024,}"
    rb"|(?<=\n)(?:[A-Za-z0-9+/]{60,76}\r?\n){16,}(?:[A-Za-z0-9+/]{0,76}={0,2}\r?\n)?"
)
"""Pictures, fonts and the like within a saved page: what makes it large, and is not read."""
_AS_TEXT: Final = "Copy its text into a file and open that."


def read_page(data: bytes, address: str, called: str, charset: str = "") -> PageFound:
    """Return what a page holds.

    Args:
        data: its source, as it came. What it is saved with in one file does not count for its length.
        address: its own, by which what it names is found; empty where it is not known.
        called: what to call it in a sentence.
        charset: the character set that it came with; empty where none was told.

    Raises:
        SourceError: if it cannot be read.
    """
    if len(data) > MOST_BYTES:
        data = _PACKED.sub(b"", data)
    if len(data) > MOST_BYTES:
        raise SourceError(
            f"{called} is larger than {MOST_BYTES >> 20} megabytes, which no page that can be read is.",
            _AS_TEXT,
        )
    told = json.dumps([address, charset]).encode()
    return ask(READY.take, told + b"\n" + data, called, limit_s=LIMIT_S)


def ask(start: Callable[[], Child], request: bytes, called: str, *, limit_s: float) -> PageFound:
    """Return what a process finds in a source.

    Args:
        start: starts it, as `door.start` does.
        request: the source, and what it has to know of that.
        called: what to call that in a sentence.
        limit_s: how long it may take, by the clock.

    Raises:
        SourceError: if it finds no answer.
    """
    try:
        return unpack(door.answer_of(start(), request, limit_s=limit_s, most_bytes=MOST_BYTES))
    except OSError as error:
        raise SourceError(f"{called} cannot be read: no process could be started.") from error
    except TooSlowError as error:
        raise SourceError(f"{called} takes too long to read.", _AS_TEXT) from error
    except (door.DiedError, ValueError) as error:
        raise SourceError(f"{called} cannot be read: what reads pages broke off.", _AS_TEXT) from error
