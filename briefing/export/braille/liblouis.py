"""Text into braille by liblouis's `lou_translate`, where that is installed: a line in, a line out."""

from __future__ import annotations

import re
import shutil
import unicodedata
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError, UsageError
from briefing.processes import door
from briefing.text.language import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PROGRAM: Final = "lou_translate"
TABLES: Final = {
    "ar": "ar-ar-g1.utb",
    "ca": "ca-g1.ctb",
    "cs": "cs-g1.ctb",
    "cy": "cy-cy-g1.utb",
    "da": "da-dk-g16.ctb",
    "de": "de-g1.ctb",
    "el": "el.ctb",
    "en": "en-ueb-g2.ctb",
    "eo": "eo-g1.ctb",
    "es": "es-g1.ctb",
    "fa": "fa-ir-g1.utb",
    "fi": "fi.utb",
    "fr": "fr-bfu-comp6.utb",
    "ga": "ga-g1.utb",
    "he": "he-IL.utb",
    "hi": "hi-in-g1.utb",
    "hr": "hr-g1.ctb",
    "hu": "hu-hu-g1.ctb",
    "it": "it-it-comp6.utb",
    "ko": "ko-g1.ctb",
    "lt": "lt-6dot.utb",
    "lv": "Lv-Lv-g1.utb",
    "nb": "no-no-g0.utb",
    "nl": "nl-NL-g0.utb",
    "nn": "no-no-g0.utb",
    "no": "no-no-g0.utb",
    "pl": "Pl-Pl-g1.utb",
    "pt": "pt-pt-g1.utb",
    "ru": "ru-litbrl.ctb",
    "sk": "sk-g1.ctb",
    "sl": "sl-si-g1.utb",
    "sv": "sv-g0.utb",
    "tr": "tr-g1.ctb",
    "uk": "uk.utb",
    "vi": "vi-vn-g0.utb",
    "zh": "zh-chn.ctb",
}
"""What is read in each language, in six dots: English contracted (UEB), the others not, but for Korean."""
_TRADITIONAL: Final = "zh-tw.ctb"
_ASCII: Final = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""North American ASCII braille: the sign of each cell, by its dots as the bits of a number."""
_CELLS: Final = {0x2800 + dots: _ASCII[dots & 0x3F] for dots in range(256)}
_NOT_BRAILLE: Final = re.compile(f"[^{re.escape(_ASCII)}]")
_LONGEST: Final = 1_000
"""Bytes of a line; of a longer one than 2,043 the program makes two."""
_LIMITS: Final = door.Limits(memory_bytes=512 << 20, open_files=32)
_LEAST_S: Final = 30.0
_CHARACTERS_A_SECOND: Final = 20_000
"""Ten times slower than it is."""
_UNSEEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""What has no braille: joiners, directions, what is no character."""
_VARIANTS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose how an emoji or an ideograph looks."""


def table_of(language: str | None) -> str:
    """Return the name of the table for a language's tag; what declares none is taken for English.

    Raises:
        UsageError: if there is none for it.
    """
    parts = (language or "en").lower().split("-")
    if parts[0] == "zh" and {"hant", "tw", "hk", "mo"} & set(parts):
        return _TRADITIONAL
    if parts[0] not in TABLES:
        raise UsageError(
            f"There is no braille for {language_name(parts[0])} here.", "Choose another kind of file."
        )
    return TABLES[parts[0]]


def translated(
    texts: Sequence[str], language: str | None, on_progress: Callable[[float], None]
) -> Iterator[str]:
    """Yield the braille of each text, as ASCII braille with single spaces between words.

    Args:
        texts: of any length; line breaks in them are spaces.
        language: a BCP 47 tag, or None.
        on_progress: told the share that is done, from 0 to 1.

    Raises:
        UsageError: if there is no braille for the language.
        SourceError: if liblouis is not installed, or breaks off.
    """
    table = table_of(language)
    program = shutil.which(PROGRAM)
    if program is None:
        raise SourceError(
            "Braille is made by liblouis, which is not installed.",
            "Install it (Debian: liblouis-bin and liblouis-data), and export again.",
        )
    parts = [_parts(text) for text in texts]
    whole = sum(map(len, parts))
    done = 0
    lines = _asked(program, table, [part for each in parts for part in each])
    for each in parts:
        made = [next(lines) for _ in each]
        done += len(each)
        on_progress(done / max(whole, 1))
        yield " ".join(" ".join(made).split())


def _parts(text: str) -> list[str]:
    """Return a text as lines that the program takes whole, cut between words where that can be."""
    composed = _VARIANTS.sub("", unicodedata.normalize("NFC", " ".join(text.split())))
    plain = "".join(each for each in composed if unicodedata.category(each) not in _UNSEEN)
    found: list[str] = []
    words: list[str] = []
    length = 0
    for word in plain.split():
        for at in range(0, len(word), _LONGEST // 4):
            piece = word[at : at + _LONGEST // 4]
            size = len(piece.encode()) + 1
            if words and length + size > _LONGEST:
                found.append(" ".join(words))
                words, length = [], 0
            words.append(piece)
            length += size
    return [*found, " ".join(words)] if words else found


def _asked(program: str, table: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield the program's answer to each line."""
    with TemporaryFile() as asked:  # through pipes, both could wait for each other
        asked.writelines(f"{line}\n".encode() for line in lines)
        asked.seek(0)
        command = door.command(
            "briefing.processes.becoming", program, "--forward", f"unicode.dis,{table}", limits=_LIMITS
        )
        child = door.start(command, input_file=asked)
    try:
        with child.within(_LEAST_S + sum(map(len, lines)) / _CHARACTERS_A_SECOND):
            for _ in lines:
                line = child.stdout.readline()
                if not line.endswith(b"\n"):
                    raise SourceError(
                        "liblouis broke off before all was braille.",
                        f"Is its table {table} installed (Debian: liblouis-data)?",
                    )
                cells = line.decode("utf-8", "replace").strip("\n").upper().translate(_CELLS)
                yield _NOT_BRAILLE.sub(" ", cells)
    finally:
        child.close()
