"""The flags of settings: `settings.TABLE` as arguments of a parser, and what was given of them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing.settings import TABLE

if TYPE_CHECKING:
    from briefing.settings import Setting


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Give `parser` every setting's flags. A flag that is not given leaves no trace in the namespace."""
    run = parser.add_argument_group("for this run")
    kept = parser.add_argument_group("settings", "Each can also stand in the settings file.")
    for row in TABLE.values():
        _add_flags_of(row, run if row.per_run else kept)


def add_some_flags(parser: argparse.ArgumentParser, *names: str) -> None:
    """Give `parser` the flags of a few settings."""
    for name in names:
        _add_flags_of(TABLE[name], parser)


def _add_flags_of(row: Setting, parser: argparse._ActionsContainer) -> None:
    first = next(iter(row.flags))
    for flag, constant in row.flags.items():
        sentence = row.help.replace("%", "%%") if flag == first else f"The opposite of {first}."
        if constant is None:
            parser.add_argument(
                flag, dest=row.name, metavar=row.kind.metavar, default=argparse.SUPPRESS, help=sentence
            )
        else:
            parser.add_argument(
                flag,
                dest=row.name,
                action="store_const",
                const=constant,
                default=argparse.SUPPRESS,
                help=sentence,
            )


def given_flags(namespace: argparse.Namespace) -> dict[str, object]:
    """Return the settings that were given as flags, by name."""
    return {name: value for name, value in vars(namespace).items() if name in TABLE}
