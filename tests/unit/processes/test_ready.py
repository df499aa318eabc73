"""Processes that stand ready: asked once, replaced where they are gone, and not kept for ever."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from briefing.processes import door
from briefing.processes.ready import Ready
from tests.unit.speech.worker.alive import await_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.processes.child import Child

ECHO = "import sys; sys.stdout.write(sys.stdin.read().upper())"


def command() -> list[str]:
    return [sys.executable, "-I", "-c", ECHO]


@pytest.fixture
def ready() -> Iterator[Ready]:
    ready = Ready(command)
    yield ready
    ready.drop()


def answer(child: Child) -> bytes:
    return door.answer_of(child, b"words", limit_s=20.0, most_bytes=100)


def test_the_one_that_stands_ready_is_taken_once(ready: Ready) -> None:
    ready.prepare()
    ready.prepare()
    first, second = ready.take(), ready.take()
    assert first.pid != second.pid
    assert answer(first) == answer(second) == b"WORDS"


def test_without_one_that_stands_ready_one_is_started(ready: Ready) -> None:
    assert answer(ready.take()) == b"WORDS"


def test_one_that_has_died_meanwhile_is_not_given(ready: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules[__name__], "ECHO", "")  # ends at once
        ready.prepare()
    standing = ready.take()
    await_true(lambda: standing.has_ended)
    standing.close()
    ready.prepare()
    assert answer(ready.take()) == b"WORDS"


def test_one_that_nobody_takes_is_ended() -> None:
    started: list[Child] = []
    ready = Ready(command, kept_s=0.01)
    start = door.start

    def starting(asked: list[str]) -> Child:
        started.append(start(asked))
        return started[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "start", starting)
        ready.prepare()
    await_true(lambda: started[0].has_ended)


def test_what_cannot_be_started_is_told_to_who_takes_it() -> None:
    ready = Ready(lambda: ["/nowhere/python"])
    ready.prepare()
    with pytest.raises(FileNotFoundError):
        ready.take()
