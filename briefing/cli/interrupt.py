"""Work that ends when it is interrupted.

Ctrl-C is an exception between two instructions of the main thread. A decoder that calls back
into Python swallows it there, and a pool of threads first does all that it was given. So
such work is done in a thread of its own, and the main thread only waits, and tells it to stop.
"""

from __future__ import annotations

import signal
import threading
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def interruptible(work: Callable[[Callable[[], bool]], T]) -> T:
    """Return what `work` returns, or raise what it raises. It is given what says whether to stop.

    Raises:
        KeyboardInterrupt: at once, while `work` may still be about to stop.
    """
    outcome: Future[T] = Future()
    stopped = threading.Event()

    def run() -> None:
        try:
            outcome.set_result(work(stopped.is_set))
        except BaseException as error:  # noqa: BLE001  # it is raised where it is waited for
            outcome.set_exception(error)

    try:
        threading.Thread(target=run, name="work", daemon=True).start()
        return outcome.result()
    except KeyboardInterrupt:
        stopped.set()
        raise


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Have a scheduler's SIGTERM end what goes on in here as Ctrl-C does: with all that it has started."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
