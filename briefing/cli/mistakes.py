"""Mistakes in arguments that argparse only lists: each told in a sentence that says what to write instead."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.kinds import CHOICE, Choice
from briefing.settings import TABLE
from briefing.sources.address import as_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWITCHES: Final = {
    flag: [each for each in row.flags if each != flag]
    for row in TABLE.values()
    for flag, constant in row.flags.items()
    if constant is not None
}
"""A flag that takes no value -> its opposite, if there is one."""


def of_flags(arguments: Sequence[str]) -> UsageError | None:
    """Return what is wrong where a flag was given a value that takes none; None if that is not it."""
    own = list(takewhile(lambda each: each != "--", arguments))
    for argument, following in pairwise([*own, ""]):
        flag, is_joined, value = argument.partition("=")
        if flag in _SWITCHES and (is_joined or _choice(following)):
            return _with_value(flag, value if is_joined else following)
    return None


def of_left_over(left_over: Sequence[str]) -> UsageError:
    """Return what is wrong where a parser had no use for some of the arguments."""
    listed = " ".join(map(as_shown, left_over))
    if any(each.startswith("-") for each in left_over):
        return UsageError(f"Unrecognized arguments: {listed}.", "See `briefing --help`.")
    return UsageError(
        f"One source is opened at a time, and there is more: {listed}.",
        "Put a name that has spaces in it between quotes.",
    )


def _with_value(flag: str, value: str) -> UsageError:
    match _choice(value), _SWITCHES[flag]:
        case Choice.OFF, [opposite]:
            hint = f"Its opposite is {opposite}."
        case ((Choice.OFF | Choice.AUTO), _):
            hint = "Leave the flag out."
        case _:
            hint = "Leave the value out."
    return UsageError(f"The flag {flag} takes no value, and {value!r} was given.", hint)


def _choice(word: str) -> Choice | None:
    try:
        return CHOICE.parse(word)
    except ValueError:
        return None
