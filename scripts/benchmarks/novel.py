"""An EPUB of a thousand pages: how soon its first paragraph is there, and what all processes take."""

from __future__ import annotations

import random
import statistics
import subprocess
import time
import zipfile
from typing import TYPE_CHECKING, Final

from benchmarks.memory import MemoryWatch
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.report import Bench

PAGES: Final = 1000
CHAPTERS: Final = 50
RUNS: Final = 3
OPEN_S: Final = 1.5
MEMORY_MIB: Final = 200
STAY_S: Final = 3.0
TITLE: Final = "A thousand pages"
"""What the lines begin with once the book is read; its text comes when it is asked for."""
FIRST: Final = "Morning came late"
_PARAGRAPHS: Final = 5
"""Of a page, each of four sentences of seventeen words."""
_CONTAINER: Final = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
_PACKAGE: Final = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
    "<dc:language>en</dc:language></metadata><manifest>{}</manifest><spine>{}</spine></package>"
)
_CHAPTER: Final = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"'
    ' xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{}</body></html>'
)


def make_novel(path: Path, pages: int = PAGES) -> Path:
    """Write a book of so many pages of 340 words each, and return where it is."""
    chance = random.Random(1)
    words = ["".join(chance.choices("aeionrstlmdhcu", k=chance.randint(2, 9))) for _ in range(5000)]

    def sentence() -> str:
        return " ".join(chance.choices(words, k=17)).capitalize() + "."

    def paragraph() -> str:
        return f"<p>{sentence()} {sentence()} {sentence()} <i>{sentence()}</i></p>"

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", _CONTAINER)
        item = '<item id="c{0}" href="c{0}.xhtml" media-type="application/xhtml+xml"/>'
        items = "".join(item.format(chapter) for chapter in range(CHAPTERS))
        order = "".join(f'<itemref idref="c{chapter}"/>' for chapter in range(CHAPTERS))
        book.writestr("EPUB/package.opf", _PACKAGE.format(TITLE, items, order))
        for chapter in range(CHAPTERS):
            body = [f"<h1>Chapter {chapter + 1}</h1>"]
            body += [f"<p>{FIRST} that year.</p>"] if not chapter else []
            for page in range(pages * chapter // CHAPTERS, pages * (chapter + 1) // CHAPTERS):
                body.append(f'<span epub:type="pagebreak" id="p{page}" title="{page + 1}"/>')
                body += [paragraph() for _ in range(_PARAGRAPHS)]
            book.writestr(f"EPUB/c{chapter}.xhtml", _CHAPTER.format("\n".join(body)))
    return path


def measure_novel(bench: Bench) -> None:
    """Print how soon the first paragraph is there in both faces, and what they take of memory."""
    book = make_novel(bench.folder / "novel.epub")
    for face in ("--linear", "--tui"):
        command = [str(bench.briefing), "--sink", "null", face, str(book)]
        runs = [_opened(bench, command) for _ in range(RUNS)]
        first_s = statistics.median(took for took, _ in runs)
        peak_mib = max(peak for _, peak in runs)
        title = f"EPUB of {PAGES:,} pages, {face[2:]}: first paragraph"
        bench.say(title, f"{first_s:.2f} s", aim=f"<= {OPEN_S} s", is_met=first_s <= OPEN_S)
        told = f"{peak_mib:.0f} MiB"
        bench.say("  all processes", told, aim=f"<= {MEMORY_MIB} MiB", is_met=peak_mib <= MEMORY_MIB)


def _opened(bench: Bench, command: list[str]) -> tuple[float, float]:
    """Return after how many seconds the first paragraph is there, and the most of memory in MiB."""
    if "--tui" in command:
        with (
            Terminal(command, environment=bench.environment()) as terminal,
            MemoryWatch(terminal.process.pid) as watch,
        ):
            took_s = terminal.wait_for(FIRST)
            time.sleep(STAY_S)
        return took_s, watch.peak_mib
    began = time.monotonic()
    player = subprocess.Popen(
        command,
        env=bench.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        with MemoryWatch(player.pid) as watch:
            next(line for line in player.stdout or () if TITLE.encode() in line)
            took_s = time.monotonic() - began
            time.sleep(STAY_S)
    finally:
        player.kill()
        player.wait()
    return took_s, watch.peak_mib
