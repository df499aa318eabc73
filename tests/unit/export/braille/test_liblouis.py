"""Text handed to liblouis's program, and its answers; here a program that answers as it is told to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError, UsageError
from briefing.export.braille.liblouis import table_of, translated

if TYPE_CHECKING:
    from pathlib import Path

ANSWERING = """import sys
print(sys.argv[1:], file=open({log!r}, "w"))
for line in sys.stdin.buffer:
    assert len(line) < 2044
    sys.stdout.buffer.write({answer})
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose `lou_translate` writes to `log` what it was asked, and answers with the line."""
    monkeypatch.setenv("PATH", str(tmp_path))
    answering(tmp_path, "line")
    return tmp_path


def answering(folder: Path, answer: str) -> None:
    path = folder / "lou_translate"
    code = ANSWERING.format(log=str(folder / "log"), answer=answer)
    path.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
    path.chmod(0o755)


def braille(*texts: str, language: str | None = "en") -> list[str]:
    return list(translated(texts, language, lambda _share: None))


def test_cells_are_ascii_braille_without_a_seventh_and_eighth_dot(program: Path) -> None:
    assert braille("\u2801\u2803 \u28c1\u2800\u283f", "\u2840") == ["AB A =", ""]
    assert (program / "log").read_text(
        encoding="utf-8"
    ).strip() == "['--forward', 'unicode.dis,en-ueb-g2.ctb']"


def test_a_text_of_any_length_is_asked_in_lines_that_the_program_takes_whole(program: Path) -> None:
    long = "\n".join(["WORD"] * 3_000)
    assert program.is_dir()
    assert braille(long, "", "X", "\u20ac" * 3_000)[:3] == [" ".join(["WORD"] * 3_000), "", "X"]


def test_what_is_not_seen_is_not_asked(program: Path) -> None:
    assert program.is_dir()
    assert braille("A\u200b\u2067B\x1b[\ufe0f\0C\r\nD\u00ad\ud800") == ["AB[C D"]


def test_progress_comes_to_its_end(program: Path) -> None:
    assert program.is_dir()
    told: list[float] = []
    list(translated(["A", "B"], "en", told.append))
    assert told == [0.5, 1.0]


def test_one_that_breaks_off_is_told(program: Path) -> None:
    answering(program, "b''")
    with pytest.raises(SourceError, match=r"broke off.*de-g1\.ctb"):
        braille("A", language="de-AT")


def test_without_liblouis_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match=r"made by liblouis, which is not installed\. Install it"):
        braille("A")


def test_a_language_has_its_table() -> None:
    assert table_of(None) == table_of("en-GB") == "en-ueb-g2.ctb"
    assert (table_of("zh-Hant"), table_of("zh-CN")) == ("zh-tw.ctb", "zh-chn.ctb")


def test_a_language_without_a_table_is_named() -> None:
    with pytest.raises(UsageError, match=r"no braille for Japanese here\."):
        table_of("ja-JP")
