"""The process that reads a page: its source on standard input, what it holds on standard output."""

from __future__ import annotations

import sys


def main() -> None:
    """Read one page. The arguments are its address and character set, empty where they are not known."""
    from briefing.formats.pages.html.answer import pack
    from briefing.formats.pages.html.reader import read
    from briefing.formats.pages.html.saved import unpack

    address, charset = sys.argv[1:3]
    page = unpack(sys.stdin.buffer.read(), address)
    sys.stdout.buffer.write(pack(read(page.data, page.address, page.charset or charset)))
    sys.stdout.buffer.flush()
