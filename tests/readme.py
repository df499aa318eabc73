"""The README as data: its command lines, its fenced examples, its sentences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

TOP: Final = Path(__file__).resolve().parents[1]
README: Final = (TOP / "README.md").read_text(encoding="utf-8")
_PROGRAMS: Final = ("briefing", "scripts/", "parallel", "pip", "pipx")
_GENERATED: Final = re.compile(r"<!-- (\w+) -->.*?<!-- end of \1 -->", re.DOTALL)
_FENCED: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Example(NamedTuple):
    """A fenced block, or a run of indented lines that is no command."""

    language: str
    text: str


def command_lines() -> list[str]:
    """Return every indented command, without what is said about it behind two spaces."""
    lines = [line[4:] for line in _unfenced().splitlines() if re.match(r" {4}\S", line)]
    return [re.split(r"\s{2,}", line)[0] for line in lines if line.startswith(_PROGRAMS)]


def examples() -> list[Example]:
    """Return every fenced block, and every indented one that is no command line."""
    fenced = [Example(match[1], match[2]) for match in _FENCED.finditer(README)]
    blocks = re.findall(r"(?:^ {4}.*\n)+", _unfenced(), re.MULTILINE)
    indented = ["".join(line[4:] for line in block.splitlines(keepends=True)) for block in blocks]
    return fenced + [Example("", each) for each in indented if not each.startswith(_PROGRAMS)]


def sentences() -> list[str]:
    """Return the sentences of the prose: no code, no generated table, no changelog, no licence."""
    prose = _GENERATED.sub("", _unfenced()).partition("## Changelog")[0]
    lines = [line for line in prose.splitlines() if not line.startswith(("    ", "#", "|", "!["))]
    found: list[str] = []
    for block in re.split(r"\n\s*\n|\n(?=- |\d+\. )", "\n".join(lines)):
        text = re.sub(r"^(- |\d+\. )", "", " ".join(block.split()))
        found += re.split(r"(?<=[.?])\s+(?=[A-Z`*])", text)
    return [each for each in found if each]


def _unfenced() -> str:
    return _FENCED.sub("", README)
