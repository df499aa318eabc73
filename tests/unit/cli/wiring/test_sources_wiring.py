"""A recording at an address as a file: fetched in a process, which lets go of the network at its end."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from briefing.cli.wiring import sources
from tests.answers import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web

SOUND: Final = b"\xff\xfb\x90\x00" + bytes(200_000)
PROGRAM: Final = """
import sys
from briefing.cli.wiring import sources
from briefing.errors import BriefingError
try:
    with sources.recording_at(sys.argv[1]) as file:
        print(len(file.read_bytes()), end="")
except BriefingError as error:
    print(error.message, end="")
"""


def fetched(folder: Path, address: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, address],
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    ).stdout


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("---\naudio: {}\n---\n\n# The bridge\n\nIt opened.\n", f"{len(SOUND)}"),
        ("# The bridge\n\nIt opened.\n", "The bridge has no recording."),
    ],
    ids=["of a page", "of a page without one"],
)
def test_it_is_fetched_whole_or_it_is_said_that_there_is_none(
    tmp_path: Path, web: Web, page: str, told: str
) -> None:
    web["/talk.mp3"] = resource(SOUND, "audio/mpeg", etag='"1"')
    web["/page"] = resource(page.format(web.address("/talk.mp3")).encode(), "text/markdown")
    assert [fetched(tmp_path, web.address("/page")) for _ in range(2)] == [told, told]


def test_of_what_is_printed_and_written_the_addresses_have_no_secrets(tmp_path: Path) -> None:
    """The signature of a page's recording stood in what `show --json` prints and `export` writes."""
    page = tmp_path / "page.md"
    page.write_text(
        "---\naudio: https://example.org/talk.mp3?sig=s3cret&part=1\nimage: https://ann:s3cret@example.org/p.png\n"
        "---\n\n# The bridge\n\nIt opened.\n"
    )
    document = sources.open_item(str(page)).document
    assert document.media.src == "https://example.org/talk.mp3?sig=&part=1"
    assert [figure.src for figure in document.figures] == ["https://example.org/p.png"]
