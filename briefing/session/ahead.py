"""Work that is begun before somebody waits for it, in a thread of its own."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def ahead(work: Callable[[], None]) -> Callable[[], None]:
    """Begin `work`; return what waits for its end, and raises what it raised."""
    failures: list[Exception] = []

    def begin() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  # raised where it is waited for
            failures.append(error)

    thread = Thread(target=begin, name="ahead", daemon=True)
    thread.start()

    def wait() -> None:
        thread.join()
        for failure in failures:
            raise failure

    return wait
