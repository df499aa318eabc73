"""The tests lie as the code does: who knows a module knows where its tests are, and the other way round.

A test file lies where its module or package lies, and its name begins with that one's:
`audio/test_engine_trouble.py` is of `audio/engine.py`, `store/test_store_log.py` of the package `store`.
As pytest wants every name once, a package's comes first where a module's is taken:
`cli/subcommands/test_cli_align.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

TOP: Final = Path(__file__).resolve().parents[2]
CODE: Final = TOP / "briefing"
UNIT: Final = TOP / "tests" / "unit"
OF_THE_WHOLE: Final = {
    "test_architecture.py": "how the parts may import one another",
    "test_mirror.py": "where tests lie",
    "test_readme.py": "the README's tables",
    "test_readme_promises.py": "the README's sentences",
    "test_sample.py": "the briefing in media/",
    "test_terminal.py": "the terminal in scripts/ that tests run programs in",
}
"""Test files that are of no module."""
TESTS: Final = sorted(path for path in UNIT.rglob("test_*.py") if path.name not in OF_THE_WHOLE)


def subject(test: Path) -> Path | None:
    """Return the module or package that a test file is of by its place and name; None if there is none."""
    place = test.relative_to(UNIT).parent
    before = ["", *(f"{package}_" for package in place.parts)]
    names = {f"{prefix}{path.stem}": path for path in (CODE / place).glob("*.py") for prefix in before}
    names.setdefault(place.name, CODE / place / "__init__.py")
    told = f"{test.stem.removeprefix('test_')}_"
    fitting = [name for name in names if told.startswith(f"{name}_")]
    return names[max(fitting, key=len)] if fitting else None


def named(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@pytest.mark.parametrize("test", TESTS, ids=named)
def test_a_test_lies_where_what_it_tests_lies_and_is_named_for_it(test: Path) -> None:
    assert subject(test), f"There is no such module or package beside {CODE}/{test.relative_to(UNIT).parent}."
