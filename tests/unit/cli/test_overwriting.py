"""Nothing of the user's is written over unasked, whatever command writes."""

from __future__ import annotations

import os
import wave
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from briefing.cli.pairs import align_all, read_list
from briefing.errors import UsageError
from tests.recordings import FORMATS, sweep, write_recording

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "A ferry sails again.\n\nThe strike is over.\n"
MINE = "WEBVTT\n\n00:00.000 --> 00:02.000\nMy own words.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "story.txt").write_text(TEXT)
    return tmp_path


def speak(*arguments: str) -> int:
    return main(["speak", "story.txt", "--speech-wpm", "400", *arguments])


def record(path: Path) -> bytes:
    """Write a recording of a second and return its bytes."""
    codec, rate_hz, options = FORMATS[path.suffix[1:]]
    write_recording(path, sweep(1, rate_hz), codec=codec, rate_hz=rate_hz, options=options)
    return path.read_bytes()


def test_speaking_leaves_the_users_own_captions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "talk.vtt").write_text(MINE)
    assert speak("-o", "talk.wav") == 2
    assert capsys.readouterr().err == (
        "briefing: talk.vtt is there already, and may be your own. "
        "Name another output, or give --force to replace it.\n"
    )
    assert (folder / "talk.vtt").read_text() == MINE
    assert not (folder / "talk.wav").exists()
    assert speak("-o", "talk.wav", "--force") == 0
    assert "strike" in (folder / "talk.vtt").read_text()


def test_speaking_again_replaces_what_it_wrote_but_not_what_was_changed_since(folder: Path) -> None:
    assert speak("-o", "talk.wav") == 0
    (folder / "story.txt").write_text("Another story.\n")
    assert speak("-o", "talk.wav") == 0
    timings = folder / "talk.vtt"
    assert "Another" in timings.read_text()
    timings.write_text(timings.read_text().replace("Another", "My"))
    assert speak("-o", "talk.wav") == 2
    assert "My" in timings.read_text()


def test_captions_of_another_sound_are_not_those_of_this_one(folder: Path) -> None:
    assert speak("-o", "one.wav") == 0
    (folder / "one.vtt").rename(folder / "two.vtt")
    assert speak("-o", "two.wav") == 2


def test_a_sound_with_its_note_is_one_that_any_program_reads(folder: Path) -> None:
    assert speak("-o", "talk.wav") == 0
    data = (folder / "talk.wav").read_bytes()
    assert int.from_bytes(data[4:8], "little") == len(data) - 8
    with wave.open(str(folder / "talk.wav")) as sound:
        assert sound.getnframes() > 48000
    assert main(["show", "talk.wav", "--json"]) == 0


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_speaking_never_replaces_what_it_reads(folder: Path, force: list[str]) -> None:
    (folder / "talk.vtt").write_text(MINE)
    assert main(["speak", "talk.vtt", "-o", "talk.wav", *force]) == 2
    assert (folder / "talk.vtt").read_text() == MINE
    recorded = record(folder / "story.wav")
    assert speak("-o", "./story.wav", *force) == 2
    assert (folder / "story.wav").read_bytes() == recorded


def test_exporting_never_replaces_what_it_reads(folder: Path) -> None:
    record(folder / "talk.mp3")
    (folder / "talk.vtt").write_text(MINE)
    for source in ("talk.mp3", "talk.vtt"):
        for out in ("talk.vtt", "./talk.vtt"):
            assert main(["export", source, out]) == 2
    (folder / "talk.md").write_text("# Talk\n\nMy own words.\n")
    assert main(["export", "talk.md", "talk.vtt"]) == 2  # the times are from there
    assert (folder / "talk.vtt").read_text() == MINE
    assert main(["export", "talk.mp3", "talk.srt"]) == 0


def test_aligning_never_replaces_what_it_reads(folder: Path) -> None:
    record(folder / "talk.wav")
    (folder / "talk.html").write_text("<p>My own words.</p>")
    (folder / "link.vtt").symlink_to("story.txt")
    for arguments in (
        ["story.txt", "-o", "./story.txt"],
        ["story.txt", "-o", "link.vtt"],
        ["talk.html", "--report", str(folder / "talk.html")],
    ):
        assert main(["align", "talk.wav", *arguments]) == 2
    assert (folder / "story.txt").read_text() == TEXT
    assert (folder / "talk.html").read_text() == "<p>My own words.</p>"


def test_a_list_never_replaces_what_one_of_its_pairs_reads() -> None:
    for lines in (["a.mp3\ta.txt\tb.txt", "b.mp3\tb.txt\tb.vtt"], ["a.mp3\ta.txt\t./a.txt"]):
        with pytest.raises(UsageError, match="would write over"):
            read_list(lines, "list")
    with pytest.raises(UsageError, match="would both write"):
        read_list(["a.mp3\ta.txt\tx.vtt", "b.mp3\tb.txt\t./x.vtt"], "list")


def test_a_list_that_names_no_output_leaves_the_users_own_captions(folder: Path) -> None:
    record(folder / "talk.wav")
    mine = folder / "talk.vtt"
    mine.write_text(MINE)
    os.utime(mine, (1, 1))
    pairs = read_list([f"{folder / 'talk.wav'}\t{folder / 'story.txt'}"], "list")
    (outcome,) = align_all(pairs, 1, [], lambda *_: None)
    assert (outcome.code, mine.read_text()) == (2, MINE)
    assert "talk.vtt is there already" in outcome.message
    align_all(pairs, 1, [], lambda *_: None, is_forced=True)
    assert mine.read_text() != MINE


@pytest.mark.parametrize("flag", ["--sink", "--trace"])
def test_playing_never_writes_over_what_it_plays(folder: Path, flag: str) -> None:
    recorded = record(folder / "story.wav")
    assert main(["story.txt", "--linear", "--play", "--exit-at-end", flag, "./story.wav"]) == 2
    assert (folder / "story.wav").read_bytes() == recorded
    if flag == "--trace":
        assert main(["story.txt", "--linear", flag, "story.txt"]) == 2
        assert (folder / "story.txt").read_text() == TEXT
