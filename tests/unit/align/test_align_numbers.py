"""The numbers that the aligner decides by: each has a name, and says what it is and in which unit."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefing.align

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(briefing.align.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
COUNTING = {0, 0.5, 1, 2}
"""Neighbours, halves, squares, pairs and axes."""
UNITS = {10, 100, 1000}
"""Of decibels, of percent, of milliseconds."""


def numbers_in(node: ast.AST) -> Iterator[ast.Constant]:
    """The numbers in a piece of source."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and type(part.value) in {int, float}:
            yield part


def constants(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, ast.stmt | None]]:
    """Assignments of a module or a class that hold a number, each with what follows it."""
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and any(numbers_in(statement)):
            yield statement, following
        elif isinstance(statement, ast.ClassDef):
            yield from constants(statement.body)


def is_docstring(statement: ast.stmt | None) -> bool:
    """Whether a statement is a string that stands alone."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def unexplained(source: str) -> list[str]:
    """The numbers without a name, and the named ones that nothing is said of, with their lines."""
    tree = ast.parse(source)
    named = list(constants(tree.body))
    inside = {id(number) for statement, _ in named for number in numbers_in(statement)}
    bare = [
        f"line {number.lineno}: {ast.unparse(number)} has no name"
        for number in numbers_in(tree)
        if id(number) not in inside and number.value not in COUNTING | UNITS
    ]
    silent = [
        f"line {statement.lineno}: nothing is said of {ast.unparse(statement)[:40]}"
        for statement, following in named
        if not is_docstring(following)
    ]
    return bare + silent


@pytest.mark.parametrize("module", MODULES)
def test_every_number_that_decides_has_a_name_and_says_what_it_is(module: str) -> None:
    assert unexplained((PACKAGE / module).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "def is_long(rows):\n    return rows > 250\n",
        "LONG_ROWS = 250\n",
        "LONG_ROWS = 250\nSHORT_ROWS = 9\n'Both.'\n",
    ],
    ids=["bare", "silent", "said of the next alone"],
)
def test_a_number_without_a_name_or_a_word_is_noticed(source: str) -> None:
    assert unexplained(source)
