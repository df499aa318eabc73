"""What the user is told of an error: a shortage is no fault of ours."""

from __future__ import annotations

import errno

import pytest

from briefing.errors import BriefingError, ShortageError, SourceError, shortage_behind, told


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "There is not enough memory."),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "There is not enough memory."),
        (ImportError("libav.so: failed to map segment from shared object"), "There is not enough memory."),
        (OSError(errno.EMFILE, "Too many open files", "engine.py"), "Too few files may be open at once."),
        (RuntimeError("can't start new thread"), "No further process or thread can be started"),
        (BlockingIOError(errno.EAGAIN, "fork"), "No further process or thread can be started"),
    ],
)
def test_a_shortage_is_told_with_what_to_do(error: Exception, said: str) -> None:
    explained = told(error)
    assert isinstance(explained, ShortageError)
    assert explained.message.startswith(said)
    assert explained.hint
    assert explained.exit_code == 2


def test_a_shortage_behind_another_error_is_found() -> None:
    outer = ImportError("the decoder")
    outer.__cause__ = OSError(errno.EMFILE, "Too many open files")
    assert isinstance(told(outer), ShortageError)


def test_a_recording_that_could_not_be_opened_for_want_of_files_is_not_called_unreadable() -> None:
    refused = SourceError("talk.mp3 cannot be read.", "Check that the file is there.")
    refused.__cause__ = OSError(errno.EMFILE, "Too many open files", "talk.mp3")
    assert isinstance(told(refused), ShortageError)


def test_a_chain_that_goes_round_ends() -> None:
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one
    assert shortage_behind(one) is None


def test_an_error_of_ours_is_told_as_it_is() -> None:
    error = SourceError("There is no file x.", "Look for it.")
    assert told(error) is error


def test_what_cannot_be_imported_is_a_damaged_installation() -> None:
    explained = told(ModuleNotFoundError("No module named x", name="x"))
    assert explained.message == "This installation of briefing is damaged: the module x is missing."
    assert explained.hint
    assert explained.exit_code == 1


@pytest.mark.parametrize("error", [KeyError("x"), ValueError("x"), OSError(errno.EIO, "bad")])
def test_anything_else_is_a_fault_of_ours(error: Exception) -> None:
    explained = told(error)
    assert type(explained) is BriefingError
    assert str(explained).startswith(f"A fault of briefing itself: {type(error).__name__}: ")
    assert explained.exit_code == 1
