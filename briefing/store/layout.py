"""What a database holds: its tables, how they come to be, how rows are told in damaged bytes, its name.

`database`, `mending` and `salvage` work on any; `places` is the layout of places and bookmarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from briefing.store.pages import Record, Value
    from briefing.store.rows import Table


class SavedRow(NamedTuple):
    """A row that was saved. `number` is its own, None where that was lost or is not needed."""

    table: Table
    values: tuple[Value, ...]
    number: int | None = None


class Called(NamedTuple):
    """What a database is called in a sentence: "places and bookmarks", "are", "were", and so on."""

    name: str
    are: str
    were: str
    of_it: str
    """What of it could be saved."""
    kept: str
    """What is done until the user leaves, where it cannot be written: "places and bookmarks are kept"."""

    @property
    def at_first(self) -> str:
        """Its name as a sentence begins with it."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def until(self) -> str:
        """How a sentence ends that says why it cannot be kept."""
        return f", so {self.kept} until you leave, no longer."


class Layout(NamedTuple):
    """What a database holds."""

    called: Called
    version: int
    schema: tuple[str, ...]
    """What makes its tables and indexes."""
    upgrade: Callable[[sqlite3.Connection], None]
    """Brings one of an earlier version to this one, unless another program has done so meanwhile."""
    tables: tuple[Table, ...]
    """Those of which rows are saved."""
    sealed: tuple[Table, ...]
    """Those of them whose rows have seals."""
    is_checked_whole: bool
    """Whether every page is looked at when it is opened; else those of the sealed tables."""
    is_large: bool
    """Whether what cannot be written is read where it lies, instead of being copied into memory."""
    columns: frozenset[int]
    """How many columns the records have that can be a row of them, in tables and indexes."""
    rows_of: Callable[[Iterable[Record]], list[SavedRow]]
    """Returns the rows that are right among the records of damaged pages, each once."""
    insert: Callable[[sqlite3.Connection, list[SavedRow]], int]
    """Puts rows into a new database, in a transaction of the caller's; returns how many are worth telling."""
