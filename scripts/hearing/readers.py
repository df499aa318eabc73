"""The readers by their names, and whether they are here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearing.console import BrlttyListener, consoles_are_missing
from hearing.desktop import OrcaListener, needs_desktop
from hearing.listener import Listener, MissingError
from hearing.streams import FenrirListener, TdsrListener, YasrListener, needs_program

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

READERS: Final[dict[str, Callable[..., Listener]]] = {
    "yasr": YasrListener,
    "fenrir": FenrirListener,
    "brltty": BrlttyListener,
    "tdsr": TdsrListener,
    "orca": OrcaListener,
    "none": Listener,
}


def listen(reader: str, command: Sequence[str], **options: object) -> Listener:
    """Return a command in a reader, to be entered; options as the reader's listener takes them.

    Raises:
        KeyError: if no reader is called so.
        MissingError: by entering it, if the reader or what it needs is not here.
    """
    return READERS[reader](command, **options)


def missing(reader: str) -> str:
    """Return why a reader cannot be listened to on this machine, as a sentence; nothing if it can."""
    programs = {"yasr": "yasr", "fenrir": "Fenrir", "brltty": "BRLTTY"}
    try:
        if reader in programs:
            needs_program(reader, programs[reader])
        elif reader == "orca":
            needs_desktop()
    except MissingError as error:
        return str(error)
    return consoles_are_missing() if reader == "brltty" else ""
