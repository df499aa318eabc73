"""A program that answers every key with a row at once: with it is measured what a reader takes by itself."""

from __future__ import annotations

import os
import tty
from typing import Final

READY: Final = "Any key."
ANSWER: Final = "That was key"


def main() -> None:
    """Answer keys until there are no more."""
    tty.setraw(0)
    os.write(1, f"\r\n{READY}\r".encode())
    count = 0
    while os.read(0, 64):
        count += 1
        os.write(1, f"\r\n{ANSWER} {count}.\r".encode())


if __name__ == "__main__":
    main()
