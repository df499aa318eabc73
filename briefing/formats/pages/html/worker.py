"""The process that reads a page: its source on standard input, what it holds on standard output."""

from __future__ import annotations

import sys


def main() -> None:
    """Read one page. The argument is its address, empty where it is not known."""
    from briefing.formats.pages.html.answer import pack
    from briefing.formats.pages.html.reader import read
    from briefing.formats.pages.html.saved import unpack

    address = sys.argv[1] if len(sys.argv) > 1 else ""
    page = unpack(sys.stdin.buffer.read(), address)
    sys.stdout.buffer.write(pack(read(page.data, page.address, page.charset)))
    sys.stdout.buffer.flush()
