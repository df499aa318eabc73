"""The trace of a session, in a file that is none of those that are read for it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from briefing.errors import UsageError
from briefing.events import DocumentArrived

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack

    from briefing.events import Event
    from briefing.session import Session
    from briefing.settings import Settings
    from briefing.sources.item import Item


def open_trace(settings: Settings, item: Item, cleanup: ExitStack) -> IO[str] | None:
    """Return the trace, if one is wanted, when it is sure that nothing that is read would be written over.

    Raises:
        UsageError: if it cannot be written, or it or the sound would be written over what is read.
    """
    for written in (settings.trace, settings.sink):
        if written not in ("", "default", "null"):
            from briefing.cli import overwriting  # hardly ever wanted

            overwriting.spare_item(Path(written), item)
    name = settings.trace
    if not name:
        return None
    try:
        stream = open(name, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # `cleanup` closes it
    except OSError as error:
        raise UsageError(
            f"The trace cannot be written to {name}: {error.strerror}.", "Give another file."
        ) from error
    cleanup.enter_context(suppress(OSError))  # what a full disk did not take was told when it did not
    return cleanup.enter_context(stream)


def trace(session: Session, stream: IO[str], *, is_heard: bool) -> None:
    """Write every event of a session, from now on; keys are named for the ear, or for the eye."""
    from briefing.session.trace import tracer
    from briefing.ui.keys.mentions import KeysInForce

    keys = KeysInForce(session.settings.keys, is_heard=is_heard)

    def told(text: str) -> str:
        keys.take(session.settings.keys)
        return keys.names.put_into(text)

    def write_of_this() -> Callable[[Event], None]:
        return tracer(stream, time.monotonic, session.document.text, session.outbox.post_notice, told)

    write = write_of_this()

    def listen(event: Event) -> None:
        nonlocal write
        if isinstance(event, DocumentArrived):
            write = write_of_this()
        write(event)

    session.subscribe(listen)
