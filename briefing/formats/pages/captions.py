"""Which lines are captions: what they begin and end with, and what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.furniture import Furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_LONGEST: Final = 60
_LONGEST_ALT: Final = 20
_LEAST: Final = 3
"""Words of a caption that is told by a label, of a picture's text, and of what is told by its twin."""
_LONGEST_CREDITED: Final = 260
"""Characters."""
_LONGEST_LOOKED_AT: Final = 2000
"""Characters of a line that may end with whose a picture is: the search for it takes their square."""

CAPTION_LABEL: Final = re.compile(r"(?:image|media|picture|video) caption,?:? ?", re.IGNORECASE)
CAPTION: Final = re.compile(
    rf"{CAPTION_LABEL.pattern}|\((?:file|photo|archive|fotos?|архив|архів|фото)\b"
    r"|(?:file|archive)(?: photo)?\s*[-–—:]"
    r"|(?:photo|foto|bild|fotos|фото|zdjęcie|imagen|imagem|crédit photo)\s*[:：]|▲|△"
    r"|\((?:symbolbild|symbolfoto|archivbild)\)",
    re.IGNORECASE,
)
_AGENCY: Final = (
    r"AP|AFP|Reuters|REUTERS|EPA|EFE|ANSA|dpa|DPA|APA|TASS|ТАСС|РИА Новости|РИАН|VOA|RFE/RL|Getty(?: Images)?"
    r"|Xinhua|新华社|新華社|Yonhap|연합뉴스|뉴시스|뉴스1|AA|IMAGO|imago|Shutterstock|iStock|Alamy|Keystone|KEYSTONE|ANI|PTI"
    r"|共同通信社?|時事|Antara|ANTARA|Kyodo|Bloomberg|Коммерсантъ|УНІАН"
)
_FOR: Final = r"(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}(?:for|/|via|per|für|pour) .{2,40}"
"""A photographer's name, and for whom."""
_BY: Final = r"(?:Photos?|Photograph|Picture|Image|Fotos?|Bild|Crédit photo|Фото)\s?(?:[:：]|by\b)"
CREDIT: Final = re.compile(
    rf"(?:.*[(（/|©:,.]\s?(?:{_AGENCY})[^.]{{0,25}}[)）]?|.*\S\s(?:{_AGENCY})|.*\S[.…] ?{_FOR}"
    r"|.*[(（]\s?[CcＣ]\s?[)）]\s?\w[^.。]{1,30}"
    r"|.*[.…] ?/ ?[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{3,40}"
    r"|.*(?:제공|촬영|写真|撮影|資料|摄|攝)[)）/／]?|.*[.」”] ?[가-힣]{2,5} ?기자"
    rf"|.*[.!?…”’»]\s{_BY}[^.]{{2,50}}"
    r"|.*[(\[](?:(?:file )?photo|file|credits?|image|foto|bild|фото|صورة|عکس)\b.*[)\]])"
)
"""A line that ends with whose a picture is."""
_SIGNED: Final = re.compile(r"(.*\b[^\W\d_A-ZÀ-Þ]{4,}[.!…”’])\s((?:[A-ZÀ-Þ][\w'’-]+\s?){1,4})")
"""A sentence, and behind it nothing but a name."""
CREDITED: Final = re.compile(
    r"(.{12,}?[.!?…\w”’»)\]）」](?<!\b\w))\s*"
    rf"((?:[/|]|©|[(（]\s?[CcＣ]\s?[)）]|(?<=[.!?…”’»])\s(?![(（]))\s*[^.]{{0,40}}(?:{_AGENCY})[^.]{{0,20}}"
    rf"|(?<=[.!?…”’»])\s(?:{_FOR}|{_BY}[^.]{{2,50}}))"
)
"""A caption, and behind it whose the picture is."""


def parted_credit(text: str) -> tuple[str, str | None]:
    """Return a caption without whom its picture is from, and who that is; None where it is not said."""
    found = CREDITED.fullmatch(text) or _SIGNED.fullmatch(text)
    if found is None:
        return text, None
    caption, credit = found[1], found[2]
    if caption.count("(") > caption.count(")"):
        at = caption.rindex("(")
        caption, credit = text[:at], text[at:]
    caption, credit = caption.strip(), credit.strip(" /|()")
    return (caption, credit) if caption and credit else (text, None)


def _is_signed(text: str) -> bool:
    """Return whether a sentence is followed by a name alone; a headline's words are all capitalised."""
    signed = _SIGNED.fullmatch(text)
    if signed is None:
        return False
    words = re.findall(r"[^\W\d_]{4,}", signed[1])
    return len(words) >= _LEAST and sum(word[0].islower() for word in words) >= len(words) / 2


def is_caption(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether a line says of itself, or a label beside it says, that it is a caption."""
    line = lines[i]
    if line.kind is not None:
        return False
    if line.is_doubled or CAPTION.match(line.text):
        return True
    above = lines[i - 1] if i else None
    if above is not None and above.kind is Furniture.PICTURE and not (line.is_prose and line.gap):
        return line.words <= _LONGEST
    below = lines[i + 1] if i + 1 < len(lines) else None
    if below is not None and below.kind is Furniture.PICTURE and ":" in below.text and not line.is_prose:
        return line.words >= _LEAST
    if line.words <= _LONGEST and _is_signed(line.text):
        return True
    return (
        not (line.ends and line.is_prose and len(line.text) > _LONGEST_CREDITED)
        and len(line.text) <= _LONGEST_LOOKED_AT
        and CREDIT.fullmatch(line.text) is not None
        and not line.text.rstrip("\"'”’»").endswith(("。", ".", "!", "?"))
    )


def is_picture(lines: Sequence[PageLine], i: int, stop: int) -> bool:
    """Return whether a line before `stop` belongs to a picture: its caption, or its text and that again."""
    is_again = i > 0 and twin_of(lines, i - 1, stop) == i
    return is_again or is_caption(lines, i) or twin_of(lines, i, stop) is not None


def twin_of(lines: Sequence[PageLine], i: int, stop: int) -> int | None:
    """Return where the same line stands again close by before `stop`, as a picture's text and caption do."""
    line = lines[i]
    if line.words < _LEAST:
        return None
    for j in range(i + 1, min(i + 3, stop)):
        if lines[j].folded == line.folded:
            return j
        if lines[j].kind is None:
            break
    return None


def is_alt(lines: Sequence[PageLine], i: int, stop: int) -> bool:
    """Return whether a line describes the picture whose caption says that it is one in the next line."""
    line, following = lines[i], lines[i + 1]
    return (
        line.kind is None
        and following.kind is None
        and not line.is_prose
        and i + 1 < stop
        and line.words <= _LONGEST_ALT
        and CAPTION.match(following.text) is not None
    )
