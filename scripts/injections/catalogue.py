"""All faults: those of every module beside this one."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from injections.rig import FAULTS, Fault


def faults() -> dict[str, Fault]:
    """Return every fault by its name, in the order of the modules and of the faults in them."""
    for module in sorted(pkgutil.iter_modules([str(Path(__file__).parent)])):
        if module.name not in ("__main__", "catalogue", "rig"):
            importlib.import_module(f"injections.{module.name}")
    return FAULTS
