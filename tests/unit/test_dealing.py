"""The tests are dealt so that nobody waits at the end for what somebody else should have begun with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.dealing import dealt

LONG = "tests/end_to_end/test_{}.py"
SHORT = "tests/unit/test_{}.py"


def path_of(test: str) -> str:
    return test.partition("::")[0]


def of(pattern: str, sizes: list[int]) -> list[str]:
    """Files of so many tests each."""
    return [f"{pattern.format(n)}::{test}" for n, size in enumerate(sizes) for test in range(size)]


def test_every_part_begins_with_its_share_of_what_takes_long() -> None:
    tests = of(LONG, [2, 3, 1, 2]) + of(SHORT, [40])
    found = dealt(tests, path_of, 2)
    first, second = found[: len(found) // 2], found[len(found) // 2 :]
    assert [path_of(test) for test in first[:4]] == [LONG.format(0)] * 2 + [LONG.format(2)] + [
        SHORT.format(0)
    ]
    assert [path_of(test) for test in second[:5]] == [LONG.format(1)] * 3 + [LONG.format(3)] * 2
    assert all(path_of(test) == SHORT.format(0) for test in second[5:])


@given(st.lists(st.integers(1, 5)), st.lists(st.integers(1, 5)), st.integers(1, 5))
def test_no_test_is_lost_and_none_run_twice(long: list[int], short: list[int], hands: int) -> None:
    tests = of(LONG, long) + of(SHORT, short)
    assert sorted(dealt(tests, path_of, hands)) == sorted(tests)
