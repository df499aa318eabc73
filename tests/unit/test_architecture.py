"""The walls between the parts: imports go down only, and what is heavy is loaded late."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
SAMPLE = TOP / "media" / "arms-transfers.md"

HEAVY = {
    "PIL",
    "av",
    "distributed",
    "hama",
    "libsonic",
    "miniaudio",
    "mutagen",
    "num2words",
    "numpy",
    "pocketsphinx",
    "pyttsx3",
    "rich",
    "soxr",
    "textual",
}

PROBE = """
import sys
before = set(sys.modules)
from briefing.cli.main import main
try:
    code = main()
except SystemExit as end:
    code = end.code or 0
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps([code, loaded]), file=sys.stderr)
"""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command has loaded when it is done."""
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=TOP,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    code, modules = json.loads(ended.stderr.splitlines()[-1])
    assert code == 0, ended.stderr
    return set(modules)


def test_two_things_never_have_one_name() -> None:
    """Of classes that others may import; what begins with an underscore is its module's own."""
    homes: dict[str, list[str]] = {}
    for path in sorted((TOP / "briefing").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(path.relative_to(TOP).as_posix())
    assert len(homes) > 100
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}


def test_imports_go_down_only() -> None:
    ended = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("settings",)])
def test_what_reads_no_briefing_loads_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert loaded_by(tmp_path, *arguments) & HEAVY == set()


def test_help_is_told_without_the_player(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "--help")
    assert {name for name in loaded if name.startswith(("briefing.session", "briefing.cli.wiring"))} == set()
    assert loaded & SLOW == set()
    assert len(loaded) < MOST_HELPING, len(loaded)


def test_showing_a_text_loads_neither_screen_nor_sound(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "show", str(SAMPLE), "--plain") & (HEAVY - {"mutagen"}) == set()


def test_screen_reader_mode_loads_no_screen(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "--linear", "--sink", "null", str(SAMPLE))
    assert loaded & {"textual", "rich", "PIL"} == set()
    assert {name for name in loaded if name.startswith("briefing.voicing")} == set(), "nobody asked for it"


FIRST_LINE = """
import gc, os, sys
before = set(sys.modules)
words, write = sys.argv.pop(1), os.write
def tell(file, data):
    if words.encode() in bytes(data):
        loaded = sorted(set(sys.modules) - before)
        import json
        write(2, json.dumps([loaded, searches]).encode())
        os._exit(0)
    return write(file, data)
os.write = tell
from briefing import garbage
from briefing.__main__ import main
searches = []
gc.callbacks.append(lambda phase, about: searches.append(phase))
main()
"""
NETWORK = {"email", "http", "socket", "ssl", "urllib.request", "xml"}
SOUND = {"briefing.audio.engine", "briefing.audio.sinks", "briefing.processes.door", "subprocess"}
"""What a voice needs, and what a recording is asked through: it has time until something is there to read."""
PARAGRAPH = "The bridge opened again on Monday, and cars cross it as they did before the flood came.\n\n"
TELLING_APART = {
    "about",
    "audio",
    "draft",
    "pages",
    "refused",
    "registry",
    "rows",
    "source",
    "suffixes",
    "timed",
    "timed_text",
}
"""What all formats share, and the two that are known by bytes alone."""
TIMED_FORMATS = {"timed.vtt", "timed.rolling", "timed.transcript", "timed.turns"}
TEXT_FORMATS = {"plain", "wrapped", "pages.copied", "pages.glance", "pages.furniture_words"}
SLOW = {
    "_hashlib",
    "asyncio",
    "dataclasses",
    "html",
    "inspect",
    "locale",
    "logging",
    "random",
    "shutil",
    "tempfile",
}
"""Of the standard library, what takes long to import and is in no first line's way."""
FIRST_START = {"json", "sqlite3"}
"""What a database needs: at a first start it is made after the first line."""
LATER = {"briefing.cue_columns", "briefing.outline", "briefing.ui.keys.decode"}
"""What only a voice that plays asks, or somebody who types."""
MOST_HELPING = 78
MOST_OPENING = 228
"""Modules, those of Python included that it does not start with: 3.13 has two more of them than 3.11."""
CUES = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe bridge opened again.\n"


def loaded_before(words: str, source: Path, folder: Path) -> set[str]:
    """The modules that screen reader mode has loaded when it says `words` of a source.

    By then nothing was looked through for what has gone in circles.
    """
    arguments = ["--linear", "--sink", "null", str(source)]
    screen, keyboard = os.openpty()  # a reader who has not typed yet
    with subprocess.Popen(
        [sys.executable, "-c", FIRST_LINE, words, *arguments],
        cwd=TOP,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(folder)},
        stdin=keyboard,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr is not None
        told = process.stderr.read()
        assert process.wait(60) == 0, told
    os.close(screen)
    os.close(keyboard)
    modules, searches = json.loads(told)
    assert searches == []
    return set(modules)


def formats_of(loaded: set[str]) -> set[str]:
    """The formats among modules, timed ones and pages."""
    parts = {
        name.removeprefix("briefing.formats.") for name in loaded if name.startswith("briefing.formats.")
    }
    return parts - TELLING_APART


@pytest.mark.parametrize(
    ("name", "text", "words", "formats"),
    [
        ("mine.txt", f"Morning news\n\n{PARAGRAPH * 8}", "Morning news", TEXT_FORMATS),
        ("mine.vtt", CUES, "mine", TIMED_FORMATS),
        (
            "mine.md",
            f"---\ntitle: Morning news\n---\n\n{PARAGRAPH * 8}",
            "Morning news",
            {"markdown", "frontmatter"},
        ),
        (None, "", "Opening mine", set()),
    ],
    ids=["text", "cues", "markdown", "alone"],
)
def test_a_recording_and_its_text_are_opened_without_other_formats_and_before_any_sound(
    name: str | None, text: str, words: str, formats: set[str], tmp_path: Path
) -> None:
    recording = tmp_path / "mine.mp3"
    recording.write_bytes(SAMPLE.with_suffix(".mp3").read_bytes())
    if name is not None:
        (tmp_path / name).write_text(text)
    for opened in (recording, tmp_path / (name or recording.name)):
        loaded = loaded_before(words, opened, tmp_path)
        assert loaded & (HEAVY | NETWORK | SOUND | FIRST_START | LATER) == set()
        assert formats_of(loaded) == formats
        assert loaded & SLOW == set()
        assert len(loaded) < MOST_OPENING, len(loaded)


PACKAGES = sorted(path.relative_to(TOP).as_posix() for path in (TOP / "briefing").rglob("__init__.py"))
MORE = {"briefing/__init__.py": "the version, and no bytecode where a full disk would leave half a module"}
"""What has more than a docstring and names in its `__init__`, and what that is."""
LEAST_LINES = 3


def is_about_names(statement: ast.stmt) -> bool:
    """Whether a statement is a docstring, an import, or the list of names that are handed on."""
    if isinstance(statement, ast.Assign):
        return [ast.unparse(target) for target in statement.targets] == ["__all__"]
    is_string = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_string or isinstance(statement, ast.Import | ast.ImportFrom)


@pytest.mark.parametrize("path", PACKAGES)
def test_a_package_says_what_it_is_for_and_does_nothing_itself(path: str) -> None:
    tree = ast.parse((TOP / path).read_text("utf-8"))
    docstring = ast.get_docstring(tree)
    assert docstring is not None
    if path not in MORE:
        assert len(docstring.splitlines()) >= LEAST_LINES, docstring
        assert [ast.unparse(each) for each in tree.body if not is_about_names(each)] == []


MOST_LINES = 300
TABLES = {
    "briefing/commands/table.py": "a row a command",
    "briefing/settings.py": "a row a setting",
    "briefing/text/normalise/abroad_words.py": "words, a row a language",
}
"""Modules that are longer, since they are a table, and of what."""
TO_BE_PARTED = {
    "briefing/session/session.py": 304,
    "briefing/ui/linear/face.py": 365,
    "briefing/ui/linear/lines.py": 319,
    "briefing/ui/tui/app.py": 335,
}
"""Modules that do too much still, and how long they are; none may grow."""


def test_no_module_is_longer_than_one_looks_through_but_a_table() -> None:
    lengths = {
        path.relative_to(TOP).as_posix(): path.read_bytes().count(b"\n")
        for path in (TOP / "briefing").rglob("*.py")
    }
    long = {path: length for path, length in lengths.items() if length > MOST_LINES}
    assert {
        path: length for path, length in long.items() if length > TO_BE_PARTED.get(path, MOST_LINES)
    }.keys() == {*TABLES}
    assert {*TO_BE_PARTED} <= {*long}, "What was parted needs no exception any more."
