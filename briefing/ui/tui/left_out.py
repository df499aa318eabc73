"""What Textual imports for things that this screen does not have: left out while Textual is imported.

Textual's `app` imports its own command palette, and with that eight widgets; what knows the folder for
downloads, the types of files and names for them, to save screenshots; tables, to show its colours; and
asyncio imports TLS, as if a screen spoke to servers. All that is more than a tenth of what a bare app takes
to start. Nothing of it is ever called here: for as long as Textual is imported, classes without anything in
them stand for whatever is imported from it.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


class _StandIn(ModuleType):
    """A module of which every name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):  # what the import system itself asks for
            raise AttributeError(name)
        return type(name, (), {})


UNUSED: Final = ("mimetypes", "platformdirs", "rich.table", "textual.command", "uuid")
"""Modules whose names are imported, as base classes or to be called."""
ABSENT: Final = ("ssl",)
"""Modules that may be missing: there are Pythons without it, so asyncio does without. OpenSSL is 4 MiB."""


@contextmanager
def while_importing() -> Iterator[None]:
    """Leave out what has not been imported yet; afterwards each can be imported as ever."""
    stand_ins: dict[str, ModuleType | None] = {name: _StandIn(name) for name in UNUSED}
    stand_ins |= dict.fromkeys(ABSENT)
    left_out = {name: module for name, module in stand_ins.items() if name not in sys.modules}
    sys.modules.update(left_out)  # type: ignore[arg-type]  # None is Python's own way to say: there is none
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]
