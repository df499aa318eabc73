"""The list of formats is what can be read and written, no more and no less."""

from __future__ import annotations

import json
import re

import pytest

from briefing.cli.main import main
from briefing.export.registry import EXPORTS
from briefing.formats.registry import FORMATS, TIMING_SUFFIXES
from briefing.formats.suffixes import TEXT_SUFFIXES


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert main(["formats", "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_every_suffix_that_belongs_to_a_recording_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    found = {str(suffix).lower() for row in listed(capsys) for suffix in list(row["suffixes"])}  # type: ignore[call-overload]
    assert {*TEXT_SUFFIXES, *TIMING_SUFFIXES} <= found


def test_what_is_written_is_what_export_writes(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys)
    assert {row["written_suffix"] for row in rows if row["write"]} == {each.suffix for each in EXPORTS}
    assert {row["written_suffix"] for row in rows if not row["write"]} == {None}


def test_every_module_with_a_writer_says_so() -> None:
    exported = {row for row in FORMATS if row.about.written}
    assert {row for row in FORMATS if hasattr(row.load(), "write")} == exported


@pytest.mark.parametrize("suffix", sorted({each.suffix for each in EXPORTS}))
def test_the_help_of_export_names_all_that_it_writes(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == 0
    assert suffix in re.split(r"[\s,:]+", capsys.readouterr().out)


def test_a_format_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "SubRip (.srt): read and written; holds cue times" in lines
    assert (
        "SMIL, by itself or as a media overlay (.smil): read and written; holds cue times, language" in lines
    )
    assert any(line.startswith("TTML (.ttml, .dfxp): read and written as .ttml; holds ") for line in lines)
    assert any(line.startswith("EPUB 3 book that reads along (.epub): written; holds ") for line in lines)
    assert any(
        line.startswith("JSON transcript (.json, ") and "written as .json without cue times" in line
        for line in lines
    )
