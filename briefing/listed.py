"""What the library lists: subscriptions and their items, as the user sees them."""

from __future__ import annotations

from typing import NamedTuple


class Subscription(NamedTuple):
    """A feed that the user has subscribed to."""

    number: int
    """What it is known by; never given to another."""
    address: str
    title: str = ""
    """The feed's own, made safe; its host until it was read once."""
    site: str = ""
    language: str = ""
    refreshed_at: str = ""
    """When it last answered well, ISO 8601 in UTC; empty if it never did."""
    trouble: str = ""
    """Why it could not be had the last time, in a sentence; empty if it could."""
    is_gone: bool = False
    """Whether the server says that it is gone for good (410)."""
    etag: str = ""
    modified: str = ""
    wait_until: str = ""
    """Before when it is not to be asked again, ISO 8601 in UTC, as the server said (429, 503)."""
    asked_at: str = ""
    """When it was last asked for, whatever came of that, ISO 8601 in UTC; empty if it never was."""
    is_users: bool = True
    """Whether the user named its server himself. One that a list at an address names, or to which
    another server moved it, must be public."""


class ListedItem(NamedTuple):
    """An item of a subscription."""

    number: int
    """What it is known by, and can be opened as; never given to another."""
    title: str
    feed: str
    """The title of its subscription."""
    published: str = ""
    """ISO 8601 in UTC; when it was first seen, where its feed does not say."""
    length_s: float | None = None
    """Of its recording, or measured when it was heard; None while unknown."""
    language: str = ""
    has_recording: bool = False
    is_breaking: bool = False
    heard: float = 0.0
    """How far it was heard, 0 to 1."""
    is_heard: bool = False
    """Whether it was heard to its end, or marked so: `today` does not offer it again."""
    link: str = ""
    subscription: int = 0
    """The number of its subscription."""
