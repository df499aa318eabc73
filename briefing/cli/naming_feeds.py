"""Which subscription is meant by what a user types: its number, its address or its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.library.finding import subscriptions_meant
from briefing.sources.address import as_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.listed import Subscription

_MOST_LISTED: Final = 5


def subscription_meant(there: Sequence[Subscription], name: str) -> Subscription:
    """Return the subscription that a name means, of those that there are.

    Raises:
        UsageError: if there is none, or several.
    """
    found = subscriptions_meant(there, name)
    if len(found) == 1:
        return found[0]
    if not there:
        raise UsageError(
            "There are no subscriptions.", "`briefing subscribe ADDRESS` makes one, of a feed or a site."
        )
    if not found:
        raise UsageError(
            f"There is no subscription called {as_shown(name)}.", "`briefing list --feeds` names them all."
        )
    listed = "; ".join(f"{each.number}, {each.title}" for each in found[:_MOST_LISTED])
    raise UsageError(
        f"{as_shown(name)} may be any of {len(found)} feeds: {listed}.", "Give the number of one."
    )
