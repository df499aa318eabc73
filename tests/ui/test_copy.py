"""The current sentence with its time, on the clipboard of either face."""

from __future__ import annotations

import base64
import os
import sys

import pytest

from briefing.ui.carriers import carriers_of, carry_out
from briefing.ui.linear.face import LinearFace
from briefing.ui.linear.terminal import Terminal
from tests.stage import Stage
from tests.ui.screen import on_screen
from tests.ui.test_linear import Reader

COPIED = "0:00:03 Four five six."
SAID = "Copied, 3 seconds: Four five six."


def test_screen_reader_mode_copies_the_sentence_and_says_it() -> None:
    copied: list[str] = []
    written: list[str] = []
    session = Stage().open().session

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    face = LinearFace(session, session.settings, written.append, copy=copy)
    for key in ("f6", "down", "c"):
        face.key(key)
    assert copied == [COPIED]
    assert written[-1] == f"{SAID}\n"


def test_without_a_terminal_nothing_is_copied_and_that_is_said() -> None:
    (said,) = Reader(is_screen=False).start().press("c")
    assert said == "Nothing is copied: a clipboard belongs to a terminal, and none is here.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_is_handed_what_it_copies_and_a_pipe_is_not() -> None:
    keyboard, screen = os.openpty()
    source, pipe = os.pipe()
    with os.fdopen(os.dup(screen), "w") as tty:
        assert Terminal(None, tty).copy(COPIED)
    assert os.read(keyboard, 100).decode() == f"\x1b]52;c;{base64.b64encode(COPIED.encode()).decode()}\x07"
    with os.fdopen(pipe, "w") as file:
        assert not Terminal(None, file).copy(COPIED)
    assert os.read(source, 100) == b""
    for each in (keyboard, screen, source):
        os.close(each)


async def test_the_screen_copies_the_sentence_and_says_it() -> None:
    async with on_screen() as screen:
        await screen.press("f6", "down", "c")
        assert screen.app.clipboard == COPIED
        assert screen.session.outbox.status == SAID


def test_while_there_is_a_reading_point_its_sentence_is_copied_and_that_is_said() -> None:
    session = Stage().open().session
    copied: list[str] = []

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    written: list[str] = []
    face = LinearFace(session, session.settings, written.append, copy=copy)
    session.run("start")
    session.run("read-sentence-next")
    face.key("c")
    assert written[-1].startswith("Copied at the reading point, ")
    point = session.point.span
    assert point is not None
    assert copied[0].endswith(" ".join(point.of(session.document.text).split()))


def test_the_place_is_copied_as_a_link() -> None:
    copied: list[str] = []
    session = Stage(link="/a/story.md").open().session

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    face = LinearFace(session, session.settings, lambda _line: None, copy=copy)
    face.key("down")
    carry_out(session, carriers_of(session, face), "copy-link", "")
    transcript = session.cursor.transcript
    assert copied == [f"/a/story.md#{transcript.address(session.place)}"]
    assert transcript.resolve(copied[0].partition("#")[2]) == session.sentence.start


def test_what_was_piped_in_has_no_link_and_that_is_said() -> None:
    stage = Stage().open()
    face = LinearFace(stage.session, stage.session.settings, lambda _line: None, copy=lambda _text: True)
    carry_out(stage.session, carriers_of(stage.session, face), "copy-link", "")
    assert stage.said[-1] == "Nothing is copied: what was piped in cannot be opened again."
