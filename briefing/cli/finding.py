"""What a check of `briefing doctor` found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `is_essential` ones decide the exit code."""

    name: str
    works: bool
    text: str
    hint: str = ""
    is_essential: bool = False
