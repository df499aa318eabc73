"""A process that reads feeds, one after another, until its input ends.

A request is a message (`processes.messages`) whose payload is a line of JSON with the feed's address and
character set, and then the feed; see `process` for its kinds.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Final

from briefing.formats.feeds.asking import ReadingAnswer, ReadingRequest
from briefing.processes import messages

_CPU_S: Final = 5
"""Of the processor's time a feed may take."""


def main() -> None:
    """ReadingAnswer requests until there are no more."""
    from briefing.formats.feeds import answer, json_reader, outlines, reader, xml_reader  # noqa: F401 (in time)

    for message in messages.read_all(sys.stdin.buffer):
        _allow_more_time()
        told, _, data = message.payload.partition(b"\n")
        address, charset = json.loads(told)
        found: bytes | None = None
        if message.kind == ReadingRequest.FEED:
            feed = reader.read(data, address, charset)
            found = None if feed is None else answer.pack(feed)
        else:
            feeds = reader.read_subscriptions(data)
            found = None if feeds is None else answer.pack_subscriptions(feeds)
        kind = ReadingAnswer.NONE if found is None else ReadingAnswer.FOUND
        sys.stdout.buffer.write(messages.pack(kind, message.number, found or b""))
        sys.stdout.buffer.flush()


def _allow_more_time() -> None:
    """Let this process take so much of the processor's time from now on, where the system can say that."""
    with suppress(ImportError, OSError, ValueError):
        import resource
        import time

        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        wanted = int(time.process_time()) + 1 + _CPU_S
        resource.setrlimit(
            resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
        )
