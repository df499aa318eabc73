"""What captions begin and end with: that a picture is of a file, and whose it is."""

from __future__ import annotations

import re
from typing import Final

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
CREDIT: Final = re.compile(
    rf"(?:.*[(（/|©:,.]\s?(?:{_AGENCY})[^.]{{0,25}}[)）]?|.*\S\s(?:{_AGENCY})|.*\S[.…] ?{_FOR}"
    r"|.*[.…] ?/ ?[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{3,40}"
    r"|.*(?:제공|촬영|写真|撮影|資料|摄|攝)[)）/／]?|.*[.」”] ?[가-힣]{2,5} ?기자"
    r"|.*[(\[](?:(?:file )?photo|file|credits?|image|foto|bild|фото|صورة|عکس)\b.*[)\]])"
)
"""A line that ends with whose a picture is."""
CREDITED: Final = re.compile(
    r"(.{12,}?[.!?…\w”’»)\]）」](?<!\b\w))\s*"
    rf"((?:[/|]|©|[(（]\s?[CcＣ]\s?[)）]|(?<=[.!?…”’»])\s(?![(（]))\s*[^.]{{0,40}}(?:{_AGENCY})[^.]{{0,20}}"
    rf"|(?<=[.!?…”’»])\s{_FOR})"
)
"""A caption, and behind it whose the picture is."""
