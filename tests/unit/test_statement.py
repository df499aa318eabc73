"""The accessibility statement: complete, and each claim shown by a test that exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.readme import TOP
from tests.statement import UAAG, WCAG, Criterion, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = [
    pytest.param(each, id=f"{guideline}-{each.number}")
    for guideline, rows in (("uaag", UAAG), ("wcag", WCAG))
    for each in rows
]
COUNTS = {"UAAG": (UAAG, 51, 48), "WCAG": (WCAG, 31, 24)}
"""How many criteria there are of level A, and of level AA."""


@cache
def names_in(path: str) -> dict[str, bool]:
    """The tests of a file, each as it stands in it -> whether it is given parameters."""
    tree = ast.parse((TOP / "tests" / path).read_text(encoding="utf-8"))
    named = (each for each in tree.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
    return {each.name: bool(each.decorator_list) for each in named if each.name.startswith("test_")}


def wrong_with(claim: Criterion) -> Iterator[str]:
    for test in claim.tests:
        path, _, named = test.partition("::")
        name, _, parameter = named.partition("[")
        if not (TOP / "tests" / path).is_file() or name not in names_in(path):
            yield f"there is no test {test}"
        elif parameter and not names_in(path)[name]:
            yield f"{test} takes no parameters"


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_met_is_shown_by_tests_that_exist(claim: Criterion) -> None:
    is_claimed = claim.standing in (Standing.MET, Standing.PARTLY)
    assert bool(claim.tests) is is_claimed
    assert list(wrong_with(claim)) == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_is_a_phrase(claim: Criterion) -> None:
    assert claim.how
    assert claim.how[0].isupper() or claim.how[0] in '`"' or claim.how[0].isdigit()
    assert not claim.how.endswith(".") or claim.how.endswith('."')
    assert len(claim.how.split()) <= 25


def test_a_claim_without_a_test_or_with_one_that_is_gone_is_found() -> None:
    claim = UAAG[0]._replace(tests=("unit/test_statement.py::test_gone", "unit/gone.py::test_gone"))
    assert len(list(wrong_with(claim))) == 2


@pytest.mark.parametrize("guideline", COUNTS)
def test_all_criteria_are_there_once_and_in_order(guideline: str) -> None:
    rows, of_a, of_aa = COUNTS[guideline]
    numbers = [tuple(map(int, re.findall(r"\d+", each.number))) for each in rows]
    assert numbers == sorted(set(numbers))
    levels = [each.level for each in rows]
    assert (levels.count("A"), levels.count("AA")) == (of_a, of_aa)
    assert all(each.standing is Standing.MET for each in rows if each.level == "AAA")
