"""A damaged installation: what is missing or broken, and what to do, in one sentence.

Whatever cannot be imported is damaged: a package that is missing, a module or a library that was
cut off. So is a file of our own that is not there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[1]
_IMPORTING: Final = "<frozen importlib"
"""How the files are called in which Python's own import machinery stands."""


def damage_behind(error: BaseException) -> tuple[str, str] | None:
    """Return, in a sentence each, what is damaged and what to do about it; None if it is something else."""
    if not (_is_importing(error) or _is_ours(error)):
        return None
    return f"This installation of briefing is damaged: {_what(error)}.", _remedy(error)


def _is_importing(error: BaseException) -> bool:
    if isinstance(error, (ImportError, SyntaxError)):  # we compile nothing but what we import
        return True
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(_IMPORTING):
            return True
        trace = trace.tb_next
    return False


def _is_ours(error: BaseException) -> bool:
    name = error.filename if isinstance(error, (OSError, SyntaxError)) else None
    return isinstance(name, str) and Path(name).is_relative_to(_ROOT / "briefing")


def _what(error: BaseException) -> str:
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"the module {error.name} is missing"
    if isinstance(error, FileNotFoundError):
        return f"the file {error.filename} is missing"
    return f"{type(error).__name__}: {str(error).rstrip('.')}"


def _remedy(error: BaseException) -> str:
    if not (_ROOT / "scripts" / "environment.sh").is_file():
        return f"Install it again with {sys.executable} -m pip install --force-reinstall, from where it came."
    name = error.name if isinstance(error, ImportError) else None
    is_ours = (name or "").split(".")[0] == "briefing" or _is_ours(error)
    if isinstance(error, FileNotFoundError) or is_ours:
        return f"Fetch the files in {_ROOT} again."
    return f"Delete the folder {_ROOT / '.venv'}; scripts/run makes it anew."
