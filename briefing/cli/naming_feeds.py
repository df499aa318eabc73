"""Which subscriptions are meant by what a user types: their numbers, or their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.sources.address import as_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.listed import Subscription


def named(subscriptions: Sequence[Subscription], names: Iterable[str]) -> list[Subscription]:
    """Return the subscriptions that are named, each once, in the order of their names.

    Raises:
        UsageError: if one is none.
    """
    found: dict[int, Subscription] = {}
    for name in names:
        meant = [each for each in subscriptions if name in (str(each.number), each.address)]
        if not meant:
            raise UsageError(
                f"You are not subscribed to {as_shown(name)}.",
                "`briefing list` shows the numbers and addresses of your subscriptions.",
            )
        found[meant[0].number] = meant[0]
    return list(found.values())
