"""What a page's line says when it is not part of the story: told by its words and its shape."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import Final

from briefing.formats.pages import furniture_words as words
from briefing.formats.pages.phrases import Phrases, fold, phrases_of


class Furniture(Enum):
    """What a line of a page is, when it is not part of the story."""

    CHROME = auto()
    """Links to skip by, menus, accounts, footers."""
    SHARE = auto()
    PLAYER = auto()
    AD = auto()
    OFFER = auto()
    """A newsletter, a subscription, an application."""
    LEGAL = auto()
    END = auto()
    """A heading of links to other stories."""
    POINTER = auto()
    """One link to another story, within this one."""
    PICTURE = auto()
    """A label or a credit of a picture."""
    NUMBER = auto()
    """Counts, sizes, bit rates, addresses, signs: nothing to read."""


_TIME = r"-?(?:\d{1,2}:)?\d{1,2}:\d{2}"
CLOCK: Final = re.compile(rf"(?:{_TIME}|[-/|])(?:\s*(?:[/|]\s*)?{_TIME})*")
CLOCK_TIME: Final = re.compile(r"-?(?:\d{1,2}:\d{2}:\d{2}|\d{1,2}:\d{2})")
_HOUR: Final = re.compile(r"\d{1,2}:\d{2}")
_CREDIT_LINE: Final = re.compile(
    r"(?:fotos?|photos?|bild(?:er|rechte|quelle)?|image|crédit photo|crédits|photo credit|credit|фото|fot\.?"
    r"|görsel|fotoğraf|imagen|imagem|immagine|صورة|عکس|फोटो|图|写真|사진|gambar|getty images|quelle|source"
    r"|fuente|fonte|источник|kaynak|المصدر|sumber|image copyright|image source)\s?[:：/,]\s?(?P<who>.{2,70})",
    re.IGNORECASE,
)
_BARS: Final = re.compile(r"(?:(?<!\s)\s+)?[|｜•·›»>❘ǀ]\s*|\s[/／]\s")
_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LABELS: Final = 4
_LONGEST_MENU: Final = 400
_LONGEST_SHAPE: Final = 2000
"""Characters of a line whose shape tells it; what is longer has letters, or none."""
_POINTS: Final = re.compile(r"(\D{3,30}?)\s?[:：|»>]\s?\w")
_NO_SENTENCES: Final = (Furniture.END, Furniture.PICTURE)
_CREDIT_WORDS: Final = 10
_SIZES: Final = re.compile(r"(?:(?:xxs|xs|sm|md|lg|xl|xxl)\b[\s/|,]*)+")
_QUALITY: Final = re.compile(
    r"(?=.*(?:\d{3}p|kbps|mp[34]))"
    r"(?:embed|share|auto|[|/\s]|\d{3,4}p|(?:\d{2,3} ?)?kbps|mp[34]|hd|download)++"
)
_READING_TIME: Final = re.compile(
    r"[^\d]{0,25}\d{1,3} ?(?:-|–)?\s?(?:min\.?|mins?|minutes?|minuten?|minutos?|minuti|minuter|мин\.?"
    r"|минут\w*|хв\.?|хвилин\w*|dk\.?|dakika|دقيقة|دقائق|دقیقه|मिनट|分钟|分鐘|分|분|menit|phút)"
    r"(?: (?:read|lecture|de lecture|de lectura|de leitura|di lettura|lesezeit|listen|leestijd|чтения|читання"
    r"|czytania|okuma|okuma süresi|قراءة|阅读|baca|đọc))?"
    r"(?: time)?"
)
_AGO: Final = re.compile(
    r"(?:\D{0,12} )?(?:\d{1,3}|an?|one) ?(?:s|m|h|d|w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)"
    r" ago"
    r"|vor \d{1,3} \w+|il y a \d{1,3} \w+|hace \d{1,3} \w+|há \d{1,3} \w+|\d{1,3} \w+ fa|\d{1,3} \w+ geleden"
    r"|\d{1,3} \w+\.? (?:назад|тому|temu|önce|पहले|lalu|trước|قبل|sedan)"
    r"|(?:منذ|قبل|před|acum) \d{0,3} ?\w+"
    r"|\d{1,3} ?(?:分钟|小时|分鐘|小時|天|分|時間|日|시간|분|일)(?:前| 전)"
    r"|just now|today|yesterday|heute|gestern|hier|ayer|hoje|ontem|oggi|ieri|сегодня|вчера|сьогодні|вчора"
    r"|dziś|wczoraj|bugün|dün"
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,30}|file://\S+")
_TEMPERATURE: Final = re.compile(r"-?\d{1,3} ?(?:o|°|°c|°f|º|˚)[cf]?")
_MOST_WORDS: Final = 9
_MOST_OFFERED: Final = 45
_MOST_LEGAL: Final = 110


@cache
def _tables() -> tuple[tuple[Furniture, Phrases, int], ...]:
    """Return every sort, its phrases, and a line's most words; the first that fits counts."""
    return (
        (Furniture.PLAYER, phrases_of(words.PLAYER), 12),
        (Furniture.LEGAL, phrases_of(words.LEGAL), _MOST_LEGAL),
        (Furniture.AD, phrases_of(words.AD), _MOST_WORDS),
        (Furniture.OFFER, phrases_of(words.OFFER), _MOST_OFFERED),
        (Furniture.CHROME, phrases_of(*words.CHROME.values()), _MOST_WORDS),
        (Furniture.SHARE, phrases_of(*words.SHARE.values()), _MOST_WORDS),
        (Furniture.END, phrases_of(*words.END.values()), _MOST_WORDS),
        (Furniture.PICTURE, phrases_of(words.CAPTION), 5),
    )


@cache
def _end_phrases() -> Phrases:
    return next(phrases for kind, phrases, _ in _tables() if kind is Furniture.END)


@cache
def banners() -> frozenset[str]:
    """Return what banners say, folded."""
    return phrases_of(words.BANNERS).whole


def furniture_of(line: str, folded: str, words_in: float, *, is_sentence: bool) -> Furniture | None:
    """Return what a line is of a page's furniture, None where it may be the story's.

    Args:
        line: The line, white space collapsed.
        folded: The same, folded.
        words_in: How many words it has.
        is_sentence: Whether it ends as a sentence does.
    """
    found = _by_shape(line, folded, words_in)
    if found is not None or words_in > _MOST_LEGAL:
        return found
    if not is_sentence:
        if _is_menu(line):
            return Furniture.CHROME
        if words_in <= _CREDIT_WORDS and _is_credit(line):
            return Furniture.PICTURE
    return _by_words(line, folded, words_in, is_sentence=is_sentence)


def _by_shape(line: str, folded: str, words_in: float) -> Furniture | None:
    if len(line) > _LONGEST_SHAPE:
        return None if any(char.isalpha() for char in line) else Furniture.NUMBER
    lower = line.casefold()
    if _HOUR.fullmatch(lower) and "0:00" not in lower:
        return Furniture.NUMBER  # of a day, as far as anybody can tell
    if CLOCK.fullmatch(lower) or _QUALITY.fullmatch(lower) or _SIZES.fullmatch(lower):
        return Furniture.PLAYER
    is_nothing = not any(char.isalpha() for char in line) or _ADDRESS.fullmatch(line)
    if is_nothing or _TEMPERATURE.fullmatch(lower):
        return Furniture.NUMBER
    is_length = words_in <= _MOST_WORDS and (
        _READING_TIME.fullmatch(folded) or _READING_TIME.fullmatch(lower)
    )
    return Furniture.NUMBER if is_length else None


def _by_words(line: str, folded: str, words_in: float, *, is_sentence: bool) -> Furniture | None:
    for kind, phrases, most in _tables():
        is_too_long = words_in > (4 if is_sentence and kind in _NO_SENTENCES else most)
        if not is_too_long and phrases.match(folded):
            return Furniture.POINTER if kind is Furniture.END and _POINTS.match(line) else kind
    points = _POINTS.match(line) if words_in <= _MOST_OFFERED else None
    return Furniture.POINTER if points and fold(points[1]) in _end_phrases().whole else None


def _is_menu(line: str) -> bool:
    """Return whether a line is a row of labels, parted by bars, or by spaces in a script without any."""
    if len(line) > _LONGEST_MENU:
        return False
    labels = [label for label in _BARS.split(line) if label.strip()]
    if len(labels) >= _LABELS and all(len(label.split()) <= 4 for label in labels):
        return True
    spaced = line.split(" ")
    wide = sum(_HAN.match(label) is not None for label in spaced)
    return len(spaced) >= _LABELS and wide >= 0.8 * len(spaced) and max(map(len, spaced)) <= 9


def _is_credit(line: str) -> bool:
    """Return whether a line says whom a picture is from, and nothing of what is in it."""
    found = _CREDIT_LINE.fullmatch(line.strip("() "))
    if not found:
        return False
    names = re.findall(r"[^\W\d_]+", found["who"])
    return sum(not name.islower() for name in names) >= 0.6 * len(names) and len(names) <= 8


def is_ago(line: str) -> bool:
    """Return whether a line says how long ago something was, and nothing else."""
    return _AGO.fullmatch(line.casefold().strip(" .·•|")) is not None
