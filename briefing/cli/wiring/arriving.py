"""Recordings that arrive while they are heard, fetched once and read as they come, and what is told then."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack
    from pathlib import Path

    from briefing.ports.narration import Narrator, WordTimer
    from briefing.ports.network import Arriving, ArrivingNews
    from briefing.timeline import Timeline


def arriving_narrator(
    fetch: Callable[[], Arriving],
    of_file: Callable[[Path], Narrator],
    timings: Callable[[], Timeline | None],
    timer: WordTimer,
    tell: Callable[[str], None],
) -> Narrator:
    """Return who reads a recording while it arrives."""
    from briefing.align.length_fit import fit_by_length
    from briefing.cli.wiring.sound import open_arriving
    from briefing.session.narrators.arriving import ArrivingNarrator, Parts

    parts = Parts(fetch, open_arriving, lambda come: of_file(come.path), timings, timer, fit_by_length, tell)
    return ArrivingNarrator(parts)


def fetched_once(
    remote: Callable[[], Arriving], arrived: Arrived, cleanup: ExitStack
) -> Callable[[], Arriving]:
    """Return what fetches a recording, or returns it where that has begun; `cleanup` lets go of it."""

    @cache
    def fetched() -> Arriving:
        arriving = cleanup.enter_context(closing(remote()))
        arriving.watch(lambda news: arrived.take(news, arriving.path))
        return arriving

    return fetched


class Arrived:
    """Tells, in any thread that waits for it, where a recording is that has come whole."""

    def __init__(self) -> None:
        self._is_over = Event()
        self._path: Path | None = None

    def take(self, news: ArrivingNews, path: Path) -> None:
        """Take note of what became of it."""
        from briefing.ports.network import ArrivingNews

        if news is ArrivingNews.WHOLE:
            self._path = path
            self._is_over.set()

    def give_up(self) -> None:
        """Let nobody wait any more."""
        self._is_over.set()

    def wait(self) -> Path | None:
        """Return its file when it is whole; None if it is given up."""
        self._is_over.wait()
        return self._path


class Notices:
    """What there is to tell of one briefing: kept until that is open, and nothing more when it no longer is.

    `post` says a sentence, from any thread.
    """

    def __init__(self, post: Callable[[str], None]) -> None:
        self._post = post
        self._waiting: list[str] | None = []
        self._is_closed = False

    def tell(self, text: str) -> None:
        """Say a sentence, now or when the briefing is open. From any thread."""
        waiting = self._waiting
        if waiting is not None:
            waiting.append(text)
        elif not self._is_closed:
            self._post(text)

    def open(self) -> None:
        """Say what has waited, and from now on all at once."""
        waiting, self._waiting = self._waiting, None
        for text in waiting or ():
            self._post(text)

    def close(self) -> None:
        """Say nothing more."""
        self._waiting, self._is_closed = None, True
