"""The process that reads a page: its source on standard input, what it holds on standard output.

Before the source stands a line of JSON with the page's address and character set, empty where they are not
known. It may be started before there is a page: nothing is left to be imported then.
"""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Read one page."""
    from briefing.formats.pages.html.answer import pack
    from briefing.formats.pages.html.reader import read
    from briefing.formats.pages.html.saved import unpack

    address, charset = json.loads(sys.stdin.buffer.readline())
    page = unpack(sys.stdin.buffer.read(), address)
    found = read(page.data, page.address, page.charset or charset, page.pictures)
    sys.stdout.buffer.write(pack(found))
    sys.stdout.buffer.flush()
