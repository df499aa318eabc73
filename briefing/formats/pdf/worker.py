"""The process that reads a PDF: its bytes on standard input, what it holds on standard output."""

from __future__ import annotations

import sys


def main() -> None:
    """Read one PDF."""
    from briefing.formats.pages.html.answer import pack
    from briefing.formats.pdf.reader import read

    sys.stdout.buffer.write(pack(read(sys.stdin.buffer.read())))
    sys.stdout.buffer.flush()
