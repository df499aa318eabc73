"""Feeds and subscriptions, for tests that get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.listed import Subscription

if TYPE_CHECKING:
    from briefing.ports.library import FeedAnswer

FEED = b"feed: Harbour news\none\ntwo\n"
OTHER = b"feed: Harbour news\none\ntwo\nthree\n"


def at(address: str, etag: str = "", modified: str = "", *, is_users: bool = True) -> Subscription:
    return Subscription(1, address, etag=etag, modified=modified, is_users=is_users)


def titles(answer: FeedAnswer) -> list[str]:
    assert answer.feed is not None, answer.trouble
    return [item.title for item in answer.feed.items]
