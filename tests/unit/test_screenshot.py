"""What is asked of `scripts/screenshot` before it takes any picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "screenshot"


@pytest.mark.parametrize("asked", ["--help", "-h", "--product"])
def test_asked_for_help_it_tells_how_it_is_used_and_makes_no_folder_of_that_name(
    asked: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, asked],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "scripts/screenshot FOLDER" in done.stdout + done.stderr
    assert done.returncode == (2 if asked == "--product" else 0)
    assert not list(tmp_path.iterdir())
