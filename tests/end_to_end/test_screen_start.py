"""The start of the screen: what has been loaded, and looked through, when the text is painted first."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

if sys.platform == "win32":
    pytest.skip("the terminal is a POSIX one", allow_module_level=True)

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

TOP: Final = Path(__file__).resolve().parents[2]
SAMPLE: Final = TOP / "media" / "arms-transfers.md"
FIRST_PAINT: Final = """
import gc, os, sys
words, told = sys.argv.pop(1), sys.argv.pop(1)
class Screen:
    def __init__(self, stream):
        self.stream = stream
    def write(self, text):
        if words in text:
            loaded = sorted(sys.modules)
            import json
            with open(told, "w") as file:
                json.dump([loaded, searches], file)
            self.stream.write("All is told.")
        return self.stream.write(text)
    def __getattr__(self, name):
        return getattr(self.stream, name)
sys.__stderr__ = Screen(sys.__stderr__)  # where Textual draws
from briefing import garbage
from briefing.__main__ import main
searches = []
gc.callbacks.append(lambda phase, about: searches.append(phase))
main()
"""
PARAGRAPH: Final = "The bridge opened again on Monday, and cars cross it as they did before the flood.\n\n"
LATER: Final = {
    "PIL",
    "_hashlib",
    "_ssl",
    "briefing.audio.engine",
    "briefing.ui.glyphs.drawing",
    "briefing.ui.linear",
    "briefing.ui.widgets.dialogs",
    "briefing.ui.widgets.palette",
    "briefing.ui.widgets.picture",
    "mimetypes",
    "numpy",
    "platform",
    "platformdirs",
    "rich.table",
    "ssl",
    "textual.command",
    "textual.widgets._input",
    "textual.widgets._option_list",
    "uuid",
}
"""What sounds, draws or opens something, and what Textual has for itself: none of it is painted first."""
MOST_OF_THE_SCREEN: Final = 55
"""Modules of ours that draw it."""


class FirstPaint(NamedTuple):
    """What was there when the text was painted first."""

    modules: frozenset[str]
    searches: list[str]


def first_paint(words: str, source: Path, folder: Path) -> FirstPaint:
    told = folder / "told.json"
    command = [sys.executable, "-c", FIRST_PAINT, words, str(told), "--tui", "--sink", "null", str(source)]
    here = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(folder)}
    here["PYTHONPATH"] = str(TOP)
    with Terminal(command, here) as terminal:
        terminal.wait_for("All is told.")
    modules, searches = json.loads(told.read_text("utf-8"))
    return FirstPaint(frozenset(modules), searches)


def drawn_by(modules: Iterable[str]) -> set[str]:
    return {name for name in modules if name.startswith("briefing.ui.")}


@pytest.mark.parametrize(
    ("name", "words"),
    [("mine.txt", "Morning news"), ("mine.mp3", "Opening mine alone"), (None, "three democracies")],
    ids=["text", "recording", "sample"],
)
def test_the_first_paint_comes_before_whatever_is_not_in_it(
    name: str | None, words: str, tmp_path: Path
) -> None:
    source = SAMPLE if name is None else tmp_path / name
    if name is not None:
        (tmp_path / "mine.txt").write_text(f"Morning news\n\n{PARAGRAPH * 8}")
    if name == "mine.mp3":
        source = tmp_path / "mine alone.mp3"
        source.write_bytes(SAMPLE.with_suffix(".mp3").read_bytes())
    painted = first_paint(words, source, tmp_path)
    assert painted.searches == []
    assert painted.modules & LATER == set()
    assert 0 < len(drawn_by(painted.modules)) <= MOST_OF_THE_SCREEN
