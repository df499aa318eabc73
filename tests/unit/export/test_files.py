"""Files are written whole or not at all, as any program's would be there."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import UsageError
from briefing.export.files import write_whole, writing_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and limits of POSIX")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o022, 0o077, 0o002, 0o027])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture(params=[True, False], ids=["unnamed", "named"])
def is_unnamed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if not request.param:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return bool(request.param)


@pytest.mark.usefixtures("is_unnamed")
def test_a_new_file_obeys_the_umask_which_nobody_sets(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "umask", lambda _mask: pytest.fail("another thread's files would have no mask"))
    write_whole(tmp_path / "out.vtt", "WEBVTT")
    assert mode_of(tmp_path / "out.vtt") == 0o666 & ~umask
    monkeypatch.undo()


@pytest.mark.usefixtures("is_unnamed")
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.vtt"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new")
    assert (path.read_text(), mode_of(path)) == ("new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dots").mkdir()
    (tmp_path / "settings.toml").symlink_to(tmp_path / "dots" / "settings.toml")
    for text in ("first", "second"):
        write_whole(tmp_path / "settings.toml", text)
        assert (tmp_path / "settings.toml").is_symlink()
        assert (tmp_path / "dots" / "settings.toml").read_text() == text
    assert [each.name for each in (tmp_path / "dots").iterdir()] == ["settings.toml"]


def test_a_pipe_or_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "out.vtt")
    with pytest.raises(UsageError, match=r"^out\.vtt could not be written: it is not a plain file\. Choose"):
        write_whole(tmp_path / "out.vtt", "WEBVTT")
    assert (tmp_path / "out.vtt").is_fifo()


@pytest.mark.usefixtures("is_unnamed")
def test_an_interrupt_leaves_what_was_before_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.wav"
    path.write_text("old")

    def write() -> None:
        with writing_whole(path) as file:
            file.write(b"half of the ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["ü" * 120 + ".vtt", "\udcff.vtt", "a\x1b]0;b\x07.vtt"])
def test_any_name_that_the_system_takes_can_be_written(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, "WEBVTT")
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_name_in_an_error_cannot_steer_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        write_whole(tmp_path / "nowhere" / "a\x1b]0;b\x07.vtt", "WEBVTT")
    assert "\x1b" not in str(raised.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"out\.vtt could not be written: No such file or directory\."):
        write_whole(tmp_path / "nowhere" / "out.vtt", "WEBVTT")


LIMITED = """
import resource, signal, sys
from pathlib import Path
from briefing.export.files import write_whole
from briefing.errors import UsageError
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), "x" * 100_000)
except UsageError as error:
    print(error)
"""


def test_a_disk_without_room_leaves_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "out.vtt"
    path.write_text("old")
    done = subprocess.run(
        [sys.executable, "-B", "-c", LIMITED, path], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("out.vtt could not be written: File too large.")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


KILLED = """
import sys
from pathlib import Path
from briefing.export.files import writing_whole
with writing_whole(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("writing", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="the system knows no file without a name")
def test_a_kill_leaves_nothing_behind(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, tmp_path / "out.wav"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "writing\n"
        writer.send_signal(signal.SIGKILL)
    assert list(tmp_path.iterdir()) == []
