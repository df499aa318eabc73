"""Which subscription is meant: by its number, its address, its title, or words of its title. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.same_address import plain_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.listed import Subscription


def subscriptions_meant(subscriptions: Sequence[Subscription], name: str) -> tuple[Subscription, ...]:
    """Return what a name may mean, of the surest kind; several where it does not tell them apart."""
    said = name.strip().casefold()
    kinds = (
        [each for each in subscriptions if name.strip() == str(each.number)],
        [each for each in subscriptions if plain_address(each.address) == plain_address(name)],
        [each for each in subscriptions if each.title.casefold() == said],
        [each for each in subscriptions if said and said in each.title.casefold()],
    )
    return tuple(next((kind for kind in kinds if kind), ()))
