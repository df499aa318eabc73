"""Tags written into a sound file that goes out (mutagen), in place of whatever it said before.

Runs in the process that carries a recording over (`carrying`): the file may be from outside. What is written
is what `tags` reads: SYLT and USLT, CHAP and CTOC (ID3v2.4, and its addendum on chapters), APIC; in MP4 and
Vorbis comments, which have no words with times, the text as LRC.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any, Final

import mutagen.id3
from mutagen.flac import Picture
from mutagen.id3 import ID3
from mutagen.mp4 import MP4, MP4Cover, MP4FreeForm
from mutagen.oggopus import OggOpus

from briefing.audio.media.tags import MILLISECONDS, SYLT_MILLISECONDS
from briefing.formats.publication import SoundKind
from briefing.text.language_names import THREE_LETTERS

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.formats.sound_tags import SoundTags

_TRANSCRIPTION: Final = 2
"""The content type of SYLT for text that is spoken (ID3v2.4, 4.9)."""
_FRONT_COVER: Final = 3
_TOP: Final = 3
"""The flags of a table of contents that is the whole one, and in order."""
_UNKNOWN_LANGUAGE: Final = "und"
_ISO_639_2: Final = {two: three for three, two in reversed(THREE_LETTERS.items())}
"""Languages by the three letters that ID3 and MP4 want; of two codes, that of ISO 639-2/T."""


def language_code(tag: str) -> str:
    """Return the three letters for a BCP 47 tag; empty where they are not known."""
    primary = tag.split("-", maxsplit=1)[0].lower()
    return primary if re.fullmatch(r"[a-z]{3}", primary) else _ISO_639_2.get(primary, "")


def write_tags(path: Path, kind: SoundKind, tags: SoundTags) -> None:
    """Write tags into a file, which has none of its own then.

    Raises:
        mutagen.MutagenError: if it is no such file.
    """
    {SoundKind.MP3: _write_id3, SoundKind.M4A: _write_mp4, SoundKind.OPUS: _write_opus}[kind](path, tags)


def _write_id3(path: Path, tags: SoundTags) -> None:
    _opened(ID3).delete(path)
    language = language_code(tags.language) or _UNKNOWN_LANGUAGE
    written: Any = _opened(ID3)
    texts = {"TIT2": tags.title, "TPE1": tags.artist, "TALB": tags.album, "TDRC": tags.published}
    for name, text in {**texts, "TLAN": language_code(tags.language)}.items():
        if text:
            written.add(_frame(name, encoding=3, text=[text]))
    if tags.text:
        written.add(_frame("USLT", encoding=3, lang=language, desc="", text=tags.text))
    if tags.words:
        words = [(text, at_ms) for text, at_ms in tags.words]
        written.add(
            _frame(
                "SYLT",
                encoding=3,
                lang=language,
                format=SYLT_MILLISECONDS,
                type=_TRANSCRIPTION,
                desc="",
                text=words,
            )
        )
    names = [f"chp{number}" for number in range(len(tags.chapters))]
    for name, chapter in zip(names, tags.chapters, strict=True):
        times = {
            "start_time": round(chapter.start_s * MILLISECONDS),
            "end_time": round(chapter.stop_s * MILLISECONDS),
        }
        title = _frame("TIT2", encoding=3, text=[chapter.title])
        offsets = {"start_offset": 0xFFFFFFFF, "end_offset": 0xFFFFFFFF}
        written.add(_frame("CHAP", element_id=name, **times, **offsets, sub_frames=[title]))
    if names:
        written.add(
            _frame("CTOC", element_id="toc", flags=_TOP, child_element_ids=names[:255], sub_frames=[])
        )
    if tags.cover:
        written.add(
            _frame("APIC", encoding=0, mime=tags.cover_type, type=_FRONT_COVER, desc="", data=tags.cover)
        )
    written.save(path, v2_version=4)


def _frame(name: str, **values: Any) -> Any:
    return getattr(mutagen.id3, name)(**values)


def _opened(kind: Any, *arguments: Any) -> Any:
    """Return what mutagen makes of something; its classes have no types."""
    return kind(*arguments)


def _write_mp4(path: Path, tags: SoundTags) -> None:
    file: Any = _opened(MP4, path)
    file.delete()
    file = _opened(MP4, path)
    if file.tags is None:
        file.add_tags()
    texts = {
        "\xa9nam": tags.title,
        "\xa9ART": tags.artist,
        "\xa9alb": tags.album,
        "\xa9day": tags.published,
        "\xa9lyr": tags.lyrics or tags.text,
    }
    for name, text in texts.items():
        if text:
            file[name] = [text]
    if tags.language:
        file["----:com.apple.iTunes:LANGUAGE"] = [_opened(MP4FreeForm, tags.language.encode())]
    if tags.cover:
        is_png = tags.cover_type == "image/png"
        format_ = MP4Cover.FORMAT_PNG if is_png else MP4Cover.FORMAT_JPEG
        file["covr"] = [_opened(MP4Cover, tags.cover, format_)]
    file.save()


def _write_opus(path: Path, tags: SoundTags) -> None:
    file: Any = _opened(OggOpus, path)
    file.delete()
    file = _opened(OggOpus, path)
    texts = {
        "title": tags.title,
        "artist": tags.artist,
        "album": tags.album,
        "date": tags.published,
        "language": tags.language,
        "lyrics": tags.lyrics or tags.text,
    }
    for name, text in texts.items():
        if text:
            file[name] = [text]
    for number, chapter in enumerate(tags.chapters):
        minutes, seconds = divmod(chapter.start_s, 60)
        hours, minutes = divmod(int(minutes), 60)
        file[f"CHAPTER{number:03}"] = [f"{hours:02}:{minutes:02}:{seconds:06.3f}"]
        file[f"CHAPTER{number:03}NAME"] = [chapter.title]
    if tags.cover:
        picture: Any = _opened(Picture)
        picture.data, picture.type = tags.cover, _FRONT_COVER
        picture.mime = tags.cover_type
        file["metadata_block_picture"] = [base64.b64encode(picture.write()).decode()]
    file.save()
