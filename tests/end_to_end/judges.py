"""The programs of others that judge what is exported: where they are, and what they say.

`scripts/judges` installs them. Where they are not, the tests with them are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

_CACHE: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
FOLDER: Final = Path(os.environ.get("BRIEFING_JUDGES") or _CACHE / "briefing-judges")
PYTHON: Final = FOLDER / "venv" / "bin" / "python"
BROWSER: Final = shutil.which("chromium") or ""
HERE: Final = Path(__file__).parent
LIMIT_S: Final = 240

needs_judges: Final = pytest.mark.skipif(
    not ((FOLDER / "done").exists() and BROWSER and shutil.which("java")),
    reason="needs scripts/judges, Chromium and Java",
)
ACE: Final = FOLDER / "node_modules" / ".bin" / "ace-puppeteer"
needs_ace: Final = pytest.mark.skipif(not ACE.exists(), reason="needs Ace, by scripts/judges and npm")
needs_ffprobe: Final = pytest.mark.skipif(not shutil.which("ffprobe"), reason="needs ffprobe")


def _ran(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


def epubcheck(book: Path) -> list[str]:
    """Return the errors and warnings that EPUBCheck has of a book."""
    (jar,) = FOLDER.glob("venv/lib/python3*/site-packages/epubcheck/epubcheck.jar")
    report = book.with_suffix(".epubcheck.json")
    done = _ran("java", "-jar", str(jar), str(book), "--json", str(report))
    assert report.exists(), done.stderr
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["checker"]["nFatal"] == 0
    return [f"{each['ID']}: {each['message']} {each['locations'][:1]}" for each in told["messages"]]


def ace(book: Path) -> list[str]:
    """Return what DAISY's Ace does not pass in a book."""
    out = book.with_suffix(".ace")
    path = f"{FOLDER / 'venv' / 'bin'}:{os.environ['PATH']}"
    done = _ran(str(ACE), "-f", "-o", str(out), str(book), PUPPETEER_EXECUTABLE_PATH=BROWSER, PATH=path)
    assert (out / "report.json").exists(), done.stdout + done.stderr
    told = json.loads((out / "report.json").read_text(encoding="utf-8"))
    found = [
        f"{of['earl:testSubject']['url']}: {each['earl:test']['dct:title']}"
        for of in told["assertions"]
        for each in of["assertions"]
    ]
    assert found or told["earl:result"]["earl:outcome"] == "pass"
    return found


def visit(page: Path, what: str) -> Any:
    """Return what a visit in a browser tells: see `page_visit`."""
    done = _ran(str(PYTHON), str(HERE / "page_visit.py"), BROWSER, str(page), what)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
