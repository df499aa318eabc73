"""Every kind of file that a briefing can go out as: a row each.

`export`, its help and the README's table come of the rows. A kind has a name, as `--format` takes it, and a
suffix; of two that a file's name ends with, the longer one tells: `news.daisy.zip`.
"""

from __future__ import annotations

from importlib import import_module
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from briefing.errors import UsageError
from briefing.formats.about import Holds, encoded
from briefing.formats.publication import ChaptersBy, SoundKind, held_by
from briefing.formats.registry import ONLY_WRITTEN, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.formats.publication import Publication
    from briefing.formats.rows import FormatRow

_READ_ALONG: Final = (
    *(Holds.WORD_TIMES, Holds.CUE_TIMES, Holds.SPEAKERS, Holds.LANGUAGE),
    *(Holds.CHAPTERS, Holds.HEADINGS, Holds.LINKS, Holds.PICTURES, Holds.SOUND),
)
ALL: Final = Holds(sum(each.value for each in _READ_ALONG))
"""All that there is."""

_IN_TAGS: Final = (
    Holds.CUE_TIMES | Holds.WORD_TIMES | Holds.LANGUAGE | Holds.CHAPTERS | Holds.PICTURES | Holds.SOUND
)
_STUDIED: Final = Holds.CUE_TIMES | Holds.LANGUAGE | Holds.SOUND
_BESIDE: Final = Holds.CUE_TIMES | Holds.WORD_TIMES | Holds.LANGUAGE | Holds.SPEAKERS | Holds.SOUND


class Export(NamedTuple):
    """A kind of file.

    Its module has `write(publication, file)`; one of `formats` writes what the format says.
    """

    name: str
    """As `--format` takes it: "vtt"."""
    title: str
    suffix: str
    keeps: Holds
    module: str = ""
    row: FormatRow | None = None
    sounds: Sequence[SoundKind] = ()
    """How sound may be coded in it, the best first; none: it holds none."""
    has_contents: bool = False
    """Whether it leads to the chapters of a recording if its contents are to be made of them."""
    has_clips: bool = False
    """Whether it has a clip for each sentence, cut from its sound."""
    needs_times: bool = False
    """Whether it holds nothing of a briefing that does not tell when its words are spoken."""

    @property
    def is_sound(self) -> bool:
        """Whether it is a sound file, which `cli.wiring` writes, with all else in its tags."""
        return self.name in set(SoundKind)

    @property
    def follows_sound(self) -> bool:
        """Whether its text is what is heard, in the order in which it is, rather than what is written."""
        return self.needs_times or self.is_sound or self.has_clips

    @property
    def has_times_beside(self) -> bool:
        """Whether when its words are heard stands in a file of its own beside it."""
        return self.name == SoundKind.WAV

    def write(self, publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
        """Write a briefing into a file that is open, and empty.

        Args:
            publication: what goes out.
            file: where to; it can be read and sought in, too.
            on_progress: told the share that is done, from 0 to 1.

        Raises:
            BriefingError: if the briefing cannot be had in this kind of file, in a sentence.
        """
        if self.row is not None:
            file.write(encoded(self.row.write(publication)))
        else:
            import_module(f"{__package__}.{self.module}").write(publication, file, on_progress)

    def left_out(self, publication: Publication) -> list[str]:
        """Return what a briefing has that this kind of file does not hold, in words."""
        keeps = self.keeps
        if self.has_contents and publication.chapters_by is ChaptersBy.RECORDING:
            keeps |= Holds.CHAPTERS
        return (held_by(publication) & ~keeps).words


def _of(row: FormatRow) -> Export:
    about = row.about
    name = "-".join(about.written.removeprefix(".").lower().split("."))
    return Export(name, about.name, about.written, about.kept, row=row, needs_times=row.needs_times)


_FORMATS: Final = {each.suffix: each for each in map(_of, reversed(WRITTEN))}
"""Of two that are called alike the one that `WRITTEN` names first: the text, and no labels."""
EXPORTS: Final[tuple[Export, ...]] = (
    *reversed(_FORMATS.values()),
    *map(_of, ONLY_WRITTEN),
    Export(
        "html",
        "web page that reads along",
        ".html",
        ALL & ~Holds.CHAPTERS,
        "page.page",
        sounds=(SoundKind.MP3, SoundKind.M4A),
    ),
    Export(
        "print-html",
        "web page in large print, for paper",
        ".print.html",
        Holds.HEADINGS | Holds.SPEAKERS | Holds.LANGUAGE | Holds.LINKS | Holds.PICTURES,
        "page.printed",
    ),
    Export(
        "epub",
        "EPUB 3 book that reads along",
        ".epub",
        ALL & ~Holds.CHAPTERS,
        "books.epub",
        sounds=(SoundKind.MP3, SoundKind.M4A),
        has_contents=True,
    ),
    Export(
        "daisy",
        "DAISY 2.02 book in a zip",
        ".daisy.zip",
        ALL & ~(Holds.CHAPTERS | Holds.WORD_TIMES),
        "books.daisy",
        sounds=(SoundKind.MP3,),
        has_contents=True,
    ),
    Export(
        "rtf",
        "large print for word processors",
        ".rtf",
        Holds.HEADINGS | Holds.SPEAKERS | Holds.LANGUAGE | Holds.LINKS,
        "rtf",
    ),
    Export("brf", "braille by liblouis", ".brf", Holds.HEADINGS | Holds.SPEAKERS, "braille.brf"),
    Export(
        "anki",
        "Anki package: sentences with their sound, to learn with",
        ".apkg",
        _STUDIED,
        "study.anki",
        sounds=(SoundKind.WAV,),
        has_clips=True,
    ),
    Export(
        "study",
        "table of sentences, with a clip of sound for each, in a zip",
        ".study.zip",
        _STUDIED,
        "study.sheet",
        sounds=(SoundKind.WAV,),
        has_clips=True,
    ),
    Export("mp3", "MP3 with tags", ".mp3", _IN_TAGS, sounds=(SoundKind.MP3,)),
    Export("m4a", "AAC with tags", ".m4a", _IN_TAGS, sounds=(SoundKind.M4A,)),
    Export("opus", "Opus with tags", ".opus", _IN_TAGS, sounds=(SoundKind.OPUS,)),
    Export("wav", "WAV, with its times beside it as .vtt", ".wav", _BESIDE, sounds=(SoundKind.WAV,)),
)
BY_NAME: Final = {each.name: each for each in EXPORTS}


def export_of(file_name: str, asked: str | None = None) -> Export:
    """Return the kind that is asked for by name, else by what a file is called, in any case.

    Raises:
        UsageError: if there is none; it names those that there are.
    """
    if asked is not None:
        return BY_NAME[asked]
    suffix = suffix_of(file_name)
    if suffix is None:
        suffixes = ", ".join(each.suffix for each in EXPORTS)
        raise UsageError(f"A briefing cannot be written as {file_name}.", f"Its suffix may be {suffixes}.")
    return next(each for each in EXPORTS if each.suffix == suffix)


def suffix_of(file_name: str) -> str | None:
    """Return the longest suffix of a kind of file that a name ends with, in any case; None if it has none."""
    lower = file_name.lower()
    fitting = [each.suffix for each in EXPORTS if lower.endswith(each.suffix.lower())]
    return max(fitting, key=len, default=None)
