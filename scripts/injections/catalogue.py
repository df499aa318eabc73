"""All faults: how one is entered, and those of every module beside this one."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from injections.rig import Rig


class Fault(NamedTuple):
    """One fault: what it is called, what is injected, whether it takes long, and who injects it."""

    name: str
    what: str
    is_long: bool
    inject: Callable[[Rig], str]


FAULTS: Final[dict[str, Fault]] = {}


def fault(
    name: str, what: str, *, long: bool = False
) -> Callable[[Callable[[Rig], str]], Callable[[Rig], str]]:
    """Return a decorator that enters a function among the faults.

    Args:
        name: Short, lower case, with hyphens.
        what: What is injected, for people, in a few words.
        long: Whether it takes more than some ten seconds, so that it runs with `--long` only.
    """

    def enter(inject: Callable[[Rig], str]) -> Callable[[Rig], str]:
        if name in FAULTS:
            raise ValueError(f"Two faults are called {name}.")
        FAULTS[name] = Fault(name, what, long, inject)
        return inject

    return enter


def faults() -> dict[str, Fault]:
    """Return every fault by its name, in the order of the modules and of the faults in them."""
    for module in sorted(pkgutil.iter_modules([str(Path(__file__).parent)])):
        if module.name not in ("__main__", "catalogue", "rig"):
            importlib.import_module(f"injections.{module.name}")
    return FAULTS
