"""What pages call a link to a transcript, in many languages."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    "transcripts?", "full transcript", "transkript(?:ion)?", "abschrift", "transcription", "retranscription",
    "transcripción", "transcripcion", "transcrição", "transcricao", "trascrizione", "transcriere", "transcriptie",
    "transkripcja", "transkrypcja", "transkripce", "přepis", "prepis", "transkriptsioon", "avskrift", "udskrift",
    "litteraatti", "átirat", "deşifre", "transkripti?", "transkrip", "bản ghi", "απομαγνητοφώνηση",
    "транскрип[а-яё]*", "расшифровка", "стенограмма", "розшифровка", "стенограма", "транскрипція", "препис",
    "النص الكامل", "نص الحلقة", "متن کامل", "פודקאסט תמלול", "תמלול", "प्रतिलेख", "ถอดความ",
    "文字起こし", "書き起こし", "文字稿", "文字实录", "文字記錄", "逐字稿", "녹취록", "스크립트", "대본",
)  # fmt: skip
CALLED: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
"""Found in what a link says where that is a transcript."""
