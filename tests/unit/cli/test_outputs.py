"""What is said and written, whatever becomes of the outputs."""

from __future__ import annotations

import errno
import io
import subprocess
import sys

import pytest

from briefing.cli.outputs import complain, is_unwritable, put, settle, tell
from tests.readme import TOP


def test_a_complaint_is_one_line_that_no_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    complain("\x1b]0;owned\x07One\ntwo.")
    said = capsys.readouterr().err
    assert said.startswith("briefing: ")
    assert said.endswith("two.\n")
    assert said.count("\n") == 1
    assert not set("\x1b\x07") & set(said)


def test_a_long_message_has_an_end(capsys: pytest.CaptureFixture[str]) -> None:
    tell("word " * 10_000)
    assert len(capsys.readouterr().err) < 600


def test_nothing_fails_where_standard_error_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    tell("Nobody hears it.")
    settle()
    assert sys.stderr is closed


def test_text_and_bytes_come_out_in_the_order_in_which_they_were_put(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    put("one ")
    put(b"\xff\x00 ")
    put("three")
    settle()
    assert capfdbinary.readouterr().out == b"one \xff\x00 three"


@pytest.mark.parametrize(
    ("error", "is_told"),
    [
        (OSError(errno.ENOSPC, "full"), True),
        (OSError(errno.EBADF, "closed"), True),
        (OSError(errno.ENOSPC, "full", "talk.vtt"), False),
        (OSError(errno.EACCES, "denied"), False),
    ],
)
def test_an_output_that_cannot_take_it_is_told_from_a_file_that_cannot(error: OSError, is_told: bool) -> None:
    assert is_unwritable(error) == is_told


LEAVES = """
from threading import Thread
from briefing import leaving
from briefing.cli import outputs

def end_the_voice():
    reader = Thread(target=outputs.tell, args=["A sentence could not be spoken."])
    reader.start()
    reader.join()
    outputs.tell("The next one begins here.")

with leaving.undone_by_leaving(end_the_voice):
    outputs.tell("Reading.")
    leaving.end(130, b"briefing: Interrupted.")
"""


def test_nothing_is_said_of_what_leaving_has_ended_but_by_what_undoes() -> None:
    """Behind "Interrupted." it said that a sentence could not be spoken, for its voice had ended."""
    done = subprocess.run(
        [sys.executable, "-c", LEAVES], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert done.stderr.splitlines() == [
        "Reading.",
        "The next one begins here.",
        "briefing: Interrupted.",
    ]
