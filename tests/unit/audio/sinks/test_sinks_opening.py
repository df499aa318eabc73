from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.audio.sinks.opening import open_sink
from briefing.audio.sinks.paced import NullSink
from briefing.audio.sinks.patient import PatientSink
from briefing.audio.sinks.wave_file import WaveSink
from briefing.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_place_for_sound_that_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.wav"
    os.mkfifo(fifo)
    linked = tmp_path / "full.wav"
    linked.symlink_to("/dev/full")
    folder = tmp_path / "folder.wav"
    folder.mkdir()
    for place in (fifo, linked, folder, tmp_path / "none" / "heard.wav"):
        with pytest.raises(UsageError, match=r"\.wav cannot be written: "):
            open_sink(str(place))
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)  # a pipe that is read is no file all the same
    try:
        with pytest.raises(UsageError, match="cannot be written"):
            open_sink(str(fifo))
    finally:
        os.close(reader)


def test_sinks_are_named_by_what_the_user_gives(tmp_path: Path) -> None:
    assert isinstance(open_sink("null"), NullSink)
    assert isinstance(open_sink(str(tmp_path / "A.WAV")), WaveSink)
    assert isinstance(open_sink("default"), PatientSink)
    with pytest.raises(UsageError, match="loudspeaker"):
        open_sink("loudspeaker")
