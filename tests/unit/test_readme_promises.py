"""Every sentence of the README has a test that would fail if it were not so, or a reason why it has none."""

from __future__ import annotations

import re

from tests.promises import BEFOREHAND, BY_HAND, COMMANDS, EXAMPLES, PROMISES, SAID, UNTESTABLE
from tests.readme import TOP, command_lines, examples, sentences


def named() -> list[str]:
    return [*(each for held in PROMISES.values() for each in held), *EXAMPLES.values()]


def test_every_sentence_has_a_test_or_a_reason() -> None:
    known = (*PROMISES, *UNTESTABLE, *SAID)
    assert [each for each in sentences() if not each.startswith(known)] == []


def test_no_promise_is_kept_that_the_readme_does_not_make() -> None:
    assert [
        each for each in (*PROMISES, *UNTESTABLE, *SAID) if not any(s.startswith(each) for s in sentences())
    ] == []


def test_every_example_has_a_test() -> None:
    assert [each.text for each in examples() if not each.text.startswith(tuple(EXAMPLES))] == []


def test_the_tests_that_hold_the_promises_exist() -> None:
    for each in named():
        path, separator, name = each.partition("::")
        if separator:
            source = (TOP / path).read_text(encoding="utf-8")
            assert re.search(rf"def {name}\(" if name else r"def test_", source), each


def test_every_command_line_is_run() -> None:
    """By its text alone, so that a line that is new fails here even where the others are not run."""
    source = "".join((TOP / each).read_text(encoding="utf-8") for each in (COMMANDS, BEFOREHAND))
    assert [line for line in command_lines() if line not in BY_HAND and repr(line)[1:-1] not in source] == []
