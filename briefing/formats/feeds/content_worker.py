"""The process that reads what a feed holds of an item: HTML on standard input, its blocks on standard output.

Before it stands a line of JSON with the address that it is relative to. It may be started before there is an
item: nothing is left to be imported then.
"""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Read the content of one item."""
    from briefing.formats.pages.html.answer import PageFound, pack
    from briefing.formats.pages.html.body import read_fragment
    from briefing.formats.pages.html.origin import base_of
    from briefing.formats.pages.html.tree import parse

    address = json.loads(sys.stdin.buffer.readline())
    tree = parse(b"<!DOCTYPE html><body><article>" + sys.stdin.buffer.read(), "utf-8")
    parts = [] if tree is None else list(read_fragment(tree, base_of(tree, address)))
    sys.stdout.buffer.write(pack(PageFound(parts)))
    sys.stdout.buffer.flush()
