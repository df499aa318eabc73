"""The tests lie as the code does: who knows a module knows where its tests are, and the other way round.

A test file lies where its module or package lies, and its name begins with that one's:
`audio/test_engine_trouble.py` is of `audio/engine.py`, `store/test_store_log.py` of the package `store`.
As pytest wants every name once, the package's comes first where a module's is taken: `cli/test_cli_align.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

TOP: Final = Path(__file__).resolve().parents[2]
CODE: Final = TOP / "briefing"
UNIT: Final = TOP / "tests" / "unit"
PARTS: Final = ("align", "export", "speech", "text")
"""The parts that are held to it."""


def subject(test: Path) -> Path | None:
    """Return the module or package that a test file is of by its place and name; None if there is none."""
    folder = CODE / test.relative_to(UNIT).parent
    words = test.stem.removeprefix("test_").split("_")
    package = folder.name.split("_")
    starts = [0, len(package)] if words[: len(package)] == package else [0]
    names = ["_".join(words[start:stop]) for start in starts for stop in range(len(words), start, -1)]
    found = next((folder / f"{name}.py" for name in names if (folder / f"{name}.py").is_file()), None)
    return found or (folder / "__init__.py" if starts[1:] and folder != CODE else None)


def is_held(path: Path) -> bool:
    return path.parts[0] in PARTS


TESTS: Final = sorted(path for path in UNIT.rglob("test_*.py") if is_held(path.relative_to(UNIT)))


def named(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@pytest.mark.parametrize("test", TESTS, ids=named)
def test_a_test_lies_where_what_it_tests_lies_and_is_named_for_it(test: Path) -> None:
    assert subject(test), f"There is no such module or package beside {CODE}/{test.relative_to(UNIT).parent}."
