"""A morning on the loopback: feeds whose items are read aloud, recorded, and in another language."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING, Final

from tests.answers import resource
from tests.end_to_end.player import PROGRAM
from tests.end_to_end.talk import write_talk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.web import Web

RECORDED_S: Final = 4.0
SPOKEN: Final = "The bridge opened again on Monday. "
GERMAN: Final = "Die Brücke wurde am Montag wieder geöffnet. "


def rss(title: str, items: str, language: str = "en") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:podcast="https://podcastindex.org/namespace/1.0">'
        f"<channel><title>{title}</title><language>{language}</language>{items}</channel></rss>"
    ).encode()


def story(guid: str, title: str, text: str, when: str, more: str = "") -> str:
    return (
        f"<item><title>{title}</title><guid isPermaLink='false'>{guid}</guid><pubDate>{when}</pubDate>"
        f"<description>{escape(text)}</description>{more}</item>"
    )


def serve(web: Web, folder: Path, when: tuple[str, str, str]) -> list[str]:
    """Serve two feeds of three items, the newest first: spoken, recorded, German; return their addresses."""
    write_talk(folder, RECORDED_S)
    cue = "00:00:00.500 --> 00:00:01.500\n{0}\n\n00:00:01.500 --> 00:00:03.500\n{1}\n"
    vtt = "WEBVTT\n\n" + cue.format("The talk begins.", "The talk goes on and ends.")
    recording = (
        f'<enclosure url="{web.address("/talk.wav")}" type="audio/wav" length="1"/>'
        f'<podcast:transcript url="{web.address("/talk.vtt")}" type="text/vtt" language="en"/>'
    )
    first = story("1", "The bridge", SPOKEN, when[0]) + story("2", "The talk", "A talk.", when[1], recording)
    last = story("3", "Die Brücke", GERMAN, when[2])
    web["/news"] = resource(rss("Harbour News", first), "application/rss+xml")
    web["/nachrichten"] = resource(rss("Hafen", last, "de"), "application/rss+xml")
    web["/talk.wav"] = resource((folder / "talk.wav").read_bytes(), "audio/wav", etag='"1"')
    web["/talk.vtt"] = resource(vtt.encode(), "text/vtt")
    return [web.address("/news"), web.address("/nachrichten")]


def run(folder: Path, environment: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the account that has its home in a folder."""
    (folder / "user").mkdir(exist_ok=True)
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=folder,
        env={**environment, "HOME": str(folder / "user")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def subscribed(web: Web, folder: Path, environment: Mapping[str, str]) -> Path:
    """Serve a morning from now on, subscribe to it from a folder, and return that."""
    now = datetime.now(UTC)
    first, second, third = (format_datetime(now - timedelta(minutes=age)) for age in (10, 20, 30))
    assert run(folder, environment, "subscribe", *serve(web, folder, (first, second, third))).returncode == 0
    return folder
