"""Sentences as a table with a folder of clips, in a zip: for spreadsheets, and whatever takes in CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import IO, TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from briefing.export.study.cards import cards_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.publication import Publication

COLUMNS: Final = (
    *("id", "place", "start", "end", "time", "language"),
    *("sentence", "translation", "sound", "paragraph", "source"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula where a cell begins with it."""


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write `sentences.csv`, and `clips/` with a sound for each sentence whose time is sure."""
    table = StringIO(newline="")
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for card in cards_of(publication):
            sound = f"clips/{card.sound_name}" if card.clip else ""
            times = ("" if each is None else f"{each:.3f}" for each in (card.start_s, card.stop_s))
            told = (card.id, card.place, *times, card.time, card.language, card.sentence, "", sound)
            rows.writerow(map(_cell, (*told, card.paragraph, card.source)))
            if card.clip is not None:
                packed.write(card.clip, sound, ZIP_STORED)
        # With a mark in front, by which spreadsheets know the letters.
        packed.writestr("sentences.csv", table.getvalue().encode("utf-8-sig", "replace"))
    on_progress(1.0)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
