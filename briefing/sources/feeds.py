"""Getting feeds: politely, within limits, and no further than their user went.

Rules:
1. Only what is newer is asked for, with what the server gave to tell that by. That is kept only of a feed
   that could be read, so that what was broken is asked for again.
2. A server that the user named may be anywhere. One that a list at an address names, or a server leads to,
   must be public: also later, where a subscription moved to it.
3. A move is kept as far as every redirection was for good (301, 308), and only if a feed came from there:
   a hotel's network sends everybody to its own page. It is not kept from https to http, nor where either
   address holds a password or a key, which the other would lack or tell. A feed's own word that it moved
   counts alike, once it was found there.
4. A host that says of two feeds that it was asked too often (429) is not asked for its others either: what
   it says of one may be meant of that one alone. No wait is longer than a day.
5. A feed has so many bytes and so many seconds, from the first connection to its last byte. Large ones
   share so much room: until it is kept, a feed takes many times its length of memory.
"""

from __future__ import annotations

from threading import Condition, Lock
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from briefing.errors import SourceError, UnsafeError
from briefing.heap import give_back
from briefing.ports.library import FeedAnswer
from briefing.sources.address import checked, has_secret, host_of, is_address, name_of
from briefing.sources.web.answer import Version
from briefing.sources.web.client import Client
from briefing.sources.web.faults import BUSY_STATUS, GONE_STATUS, RefusedError
from briefing.sources.web.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.feed import Feed
    from briefing.listed import Subscription
    from briefing.ports.library import FeedReader
    from briefing.sources.web.answer import Answer

MOST_BYTES: Final = 20_000_000
LARGE_BYTES: Final = 1_000_000
ROOM_BYTES: Final = 24_000_000
"""For all that are larger than that, until they are kept."""
WHOLE_S: Final = 30.0
MOST_PER_HOST: Final = 2
PATIENCE: Final = Patience(read_s=15.0, trickle_s=15.0, head_s=20.0)
LONGEST_WAIT_S: Final = 24 * 3600.0
_ACCEPT: Final = (
    "application/rss+xml,application/atom+xml,application/feed+json,application/json;q=0.9,"
    "application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.8"
)
_BY_A_STRANGER: Final = "file:///"
"""Who names the host of a subscription that its user did not name."""


def polite_client(languages: Sequence[str] = (), patience: Patience = PATIENCE) -> Client:
    """Return a client that asks for feeds, of no host more than it can bear."""
    return Client(languages, patience, accept=_ACCEPT, most_per_host=MOST_PER_HOST)


class HttpFeeds:
    """A `ports.FeedGetter` by HTTP."""

    def __init__(self, client: Client, reader: FeedReader, whole_s: float = WHOLE_S) -> None:
        """Take who asks and who reads.

        Args:
            client: see `polite_client`; it is closed with this.
            reader: reads what came.
            whole_s: how long a feed may take to come.
        """
        self._client, self._reader, self._whole_s = client, reader, whole_s
        self._lock = Lock()
        self._large = _Room(ROOM_BYTES)
        self._held: dict[str, FeedAnswer] = {}
        """Hosts that said once that they were asked too often, and how."""
        self._left_alone: set[str] = set()
        """Those of them that are not asked any more."""

    def get(self, subscription: Subscription) -> FeedAnswer:
        """Return what there is of a feed; see `ports.FeedGetter`."""
        host = host_of(subscription.address)
        with self._lock:
            if host in self._left_alone:
                return self._held[host]
        answer = self._answer(subscription, host)
        if answer.feed is None:
            self._large.give_back(subscription.number)
        return answer

    def _answer(self, subscription: Subscription, host: str) -> FeedAnswer:
        try:
            return self._got(subscription)
        except RefusedError as error:
            wait_s = None if error.wait_s is None else min(error.wait_s, LONGEST_WAIT_S)
            answer = FeedAnswer(is_gone=error.status == GONE_STATUS, wait_s=wait_s, trouble=error.message)
            if error.status == BUSY_STATUS:
                self._hold(host, answer)
            return answer
        except SourceError as error:
            return FeedAnswer(trouble=error.message)
        except UnsafeError as error:
            return FeedAnswer(trouble=str(error))  # what to do about it is not known from elsewhere

    def _hold(self, host: str, answer: FeedAnswer) -> None:
        with self._lock:
            if host in self._held:
                self._left_alone.add(host)
            self._held[host] = answer

    def kept(self, number: int) -> None:
        """Let another large feed come; see `ports.FeedGetter`."""
        if self._large.give_back(number):
            give_back()

    def leave(self) -> None:
        """Break off all that comes; see `ports.FeedGetter`."""
        self._large.leave()
        self._client.leave()

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def _got(self, subscription: Subscription) -> FeedAnswer:
        version = Version.told(subscription.etag, subscription.modified, None)
        by = "" if subscription.is_users else _BY_A_STRANGER
        answer, feed = self._fetched(subscription.number, subscription.address, by, version)
        etag, modified, _ = answer.version if feed else version
        got = FeedAnswer(feed, etag, modified)
        lasting = answer.lasting
        if lasting and _may_move(subscription.address, lasting.address):
            got = got._replace(moved_to=lasting.address, is_users=lasting.is_users)
        return self._moved_by_word(subscription, got) if feed else got

    def _moved_by_word(self, subscription: Subscription, got: FeedAnswer) -> FeedAnswer:
        """Return the answer of where a feed says that it is now, if it is there; else what was got."""
        here = got.moved_to or subscription.address
        assert got.feed is not None  # noqa: S101  # it is the feed's word
        there = got.feed.moved_to
        if there in {"", here} or not is_address(there) or not _may_move(here, there):
            return got
        try:
            answer, feed = self._fetched(subscription.number, there, here, Version())
        except (SourceError, UnsafeError):
            return got
        etag, modified, _ = answer.version
        is_users = got.is_users and _server(there) == _server(here)
        return FeedAnswer(feed, etag, modified, moved_to=there, is_users=is_users)

    def _fetched(self, number: int, address: str, by: str, version: Version) -> tuple[Answer, Feed | None]:
        """Return the answer that an address gives, and the feed in it; None where nothing is newer."""
        is_known = bool(version.etag or version.modified)
        with (
            self._client.within(self._whole_s),
            self._client.get(checked(address), by, version=version, is_known=is_known) as answer,
        ):
            data = self._read(number, answer)
        if answer.is_unchanged:
            return answer, None
        return answer, self._reader.read(data, answer.address, name_of(answer.address), answer.charset)

    def _read(self, number: int, answer: Answer) -> bytes:
        """Return the body of an answer. A large one waits for room first, which it holds until it is kept.

        Where nothing is newer, its end is read all the same: only then is the connection used again.
        """
        data = bytearray()
        for piece in answer.pieces():
            data += piece
            if len(data) > LARGE_BYTES:
                with self._client.unhurried():
                    self._large.take(number, min(answer.whole_bytes or MOST_BYTES, MOST_BYTES))
            if len(data) > MOST_BYTES:
                raise SourceError(
                    f"{host_of(answer.address)} sends more than {MOST_BYTES // 1_000_000} megabytes, "
                    "which no feed is."
                )
        if not data and not answer.is_unchanged:
            raise SourceError(f"{host_of(answer.address)} sent nothing.")
        return bytes(data)


class _Room:
    """Room for large feeds, each of which holds as much as it needs until it gives that back."""

    def __init__(self, whole_bytes: int) -> None:
        self._changed = Condition()
        self._free_bytes = whole_bytes
        self._held: dict[int, int] = {}
        self._is_left = False

    def take(self, number: int, size_bytes: int) -> None:
        """Hold room for a subscription's feed, once there is so much; what it holds already is enough."""
        with self._changed:
            if number in self._held:
                return
            self._changed.wait_for(lambda: self._is_left or size_bytes <= self._free_bytes)
            self._free_bytes -= size_bytes
            self._held[number] = size_bytes

    def give_back(self, number: int) -> bool:
        """Hold none any more; return whether any was held."""
        with self._changed:
            size_bytes = self._held.pop(number, 0)
            self._free_bytes += size_bytes
            self._changed.notify_all()
        return size_bytes > 0

    def leave(self) -> None:
        """Have nobody wait any more."""
        with self._changed:
            self._is_left = True
            self._changed.notify_all()


def _server(address: str) -> str:
    return urlsplit(address).netloc.lower()


def _may_move(old: str, new: str) -> bool:
    """Return whether a subscription may have a new address."""
    is_less_safe = old.lower().startswith("https:") and not new.lower().startswith("https:")
    return not is_less_safe and not has_secret(old) and not has_secret(new)
