"""The README's tables match the code, and what it names exists."""

from __future__ import annotations

import re
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING

import briefing

if TYPE_CHECKING:
    from types import ModuleType

TOP = Path(__file__).resolve().parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")


def tables() -> ModuleType:
    loader = SourceFileLoader("write_tables", str(TOP / "scripts" / "write_tables"))
    spec = spec_from_loader("write_tables", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_the_tables_of_keys_and_settings_are_those_of_the_code() -> None:
    assert tables().written(README) == README, "run scripts/write_tables"


def test_where_a_change_goes_is_there() -> None:
    table = README.partition("### Where a change goes")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    named = re.findall(r"`((?:briefing|tests|scripts)/[\w./]+)`", "".join(rows))
    assert len(rows) < len(named)
    assert [path for path in named if not (TOP / path).exists()] == []


def test_every_link_into_the_project_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (TOP / target).exists()] == []


def test_every_script_it_names_is_there_and_runs() -> None:
    named = set(re.findall(r"scripts/([a-z_]+(?:\.py)?)", README))
    assert {"run", "test", "check", "bench"} <= named
    for name in named:
        assert (TOP / "scripts" / name).stat().st_mode & 0o111, name


def test_the_changelog_knows_this_version() -> None:
    assert f"### {briefing.__version__}\n" in README
