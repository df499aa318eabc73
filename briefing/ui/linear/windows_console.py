"""Bytes of keys from a Windows console, or from a pipe.

There is no select on consoles: a thread blocks in `msvcrt`, and hands over the same bytes that other
terminals send.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

_CHUNK_BYTES: Final = 4096

if sys.platform == "win32":
    import msvcrt
    import threading
    from queue import Empty, SimpleQueue

    _WINDOWS_KEYS: Final = {
        **dict(
            zip("HPMKGORSIQ", (b"A", b"B", b"C", b"D", b"H", b"F", b"2~", b"3~", b"5~", b"6~"), strict=True)
        ),
        **dict(zip("st", (b"1;5D", b"1;5C"), strict=True)),
        **dict(
            zip(";<=>?@ABCD", (b"%d~" % n for n in (11, 12, 13, 14, 15, 17, 18, 19, 20, 21)), strict=True)
        ),
    }
    """The second code of a key that is no character -> the end of its control sequence."""

    class Input:
        """Keys from the console, or bytes from a pipe, read by a thread of their own."""

        def __init__(self, file: int, *, is_keyboard: bool) -> None:
            self._file = file
            self._take = self._take_key if is_keyboard else self._take_bytes
            self._taken: SimpleQueue[bytes | None] = SimpleQueue()

        def start(self) -> None:
            """Let keys come, each at once and without echo."""
            threading.Thread(target=self._run, name="keys", daemon=True).start()

        def stop(self) -> None:
            """Leave the thread where it blocks; it ends with the program."""

        def pause(self) -> None:
            """Do nothing: there are no jobs."""

        def resume(self) -> None:
            """Do nothing: the console's mode was never changed."""

        def wake(self) -> None:
            """Let `read` return soon. From any thread, and from signal handlers."""
            self._taken.put(b"")

        def read(self, timeout_s: float, *, is_ended: bool) -> bytes | None:  # noqa: ARG002 - as the other
            """Return what was typed, None at the end of it.

            It is empty if nothing was until `timeout_s` have passed, or after a wake.
            """
            with suppress(Empty):
                return self._taken.get(timeout=timeout_s)
            return b""

        def _run(self) -> None:
            data: bytes | None = b""
            while data is not None:
                data = self._take()
                self._taken.put(data)

        def _take_bytes(self) -> bytes | None:
            return os.read(self._file, _CHUNK_BYTES) or None

        def _take_key(self) -> bytes | None:
            char = msvcrt.getwch()
            if char in ("\x00", "\xe0"):
                end = _WINDOWS_KEYS.get(msvcrt.getwch())
                return b"\x1b[" + (end or b"99~")
            return char.encode("utf-8", "replace")
