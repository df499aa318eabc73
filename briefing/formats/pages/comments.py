"""Where readers' comments begin below a story: told by a heading, and by who wrote what when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.dates import find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_COMMENTS: Final = (
    "comments?|responses?|replies|reader comments|user comments|reactions|leave a (?:comment|reply)"
    "|post a comment|add a comment|discussion|join the (?:conversation|discussion)|conversation|kommentare?"
    "|leserkommentare|kommentar schreiben|commentaires?|réactions?|réagir|vos réactions"
    "|comentarios?|comentários?|commenti|commento|reacties|reactie|комментари(?:и|й|ев|я)|обсуждение|коментар(?:і|ів|ії)"
    "|komentarz(?:e|y)?|yorumlar|yorum|تعليقات|التعليقات|نظرات|دیدگاه ?ها|تبصرے"
    "|कमेंट(?:्स)?|टिप्पणियां|评论|評論|网友评论|留言|コメント|댓글"
    "|komentar|kommentarer|komentáře|diskuse|comentarii|σχόλια|תגובות|bình luận|ý kiến"
)
_OTHERS: Final = re.compile(
    r"(?:recent|latest|neue(?:ste)?|letzte|derniers|últimos|ultimi|последние|останні|ostatnie|son|أحدث|最新|최신)\b.*"
)
"""Comments on other stories."""
_HEADING: Final = re.compile(rf"(?:.*[\W\d_])?(?:{_COMMENTS})(?:[\W\d_].*)?|\d+ thoughts? on\b.*")
_HEADING_WORDS: Final = 7
_REPLY: Final = re.compile(
    r"(?:(?:reply|report|report abuse|flag|permalink|recommend|upvote|antworten|melden|répondre|signaler"
    r"|alerter|responder|denunciar|reportar|rispondi|segnala|reageer|ответить|пожаловаться|відповісти|odpowiedz|zgłoś"
    r"|yanıtla|رد|الرد|پاسخ|जवाब दें|回复|回復|返信|通報|답글|신고"
    r"|balas|svara|odpovědět|răspunde|απάντηση|הגב|trả lời)\b\W*)+"
)
_WROTE: Final = re.compile(
    r"(?:posted|submitted|written|comment|envoyé|soumis|posté|rédigé|geschrieben|enviado|publicado|inviato) "
    r"(?:by|par|von|por|da)\b|.{2,40}\b(?:wrote|said|replied|commented|schrieb|antwortete|a écrit|a répondu"
    r"|escribió|respondió|escreveu|ha scritto|написал[а]?|ответил[а]?|napisał[a]?)\b"
)
_SAYS: Final = re.compile(
    r".{2,40} (?:says|said|sagt|sagte|schreibt|schrieb|dit|a dit|dice|dijo|diz|disse|scrive|пишет)\s?:"
)
_CLOCK: Final = re.compile(r"\d{1,2}[:h]\d{2}(?!\d)")
_LEAST_PROSE: Final = 3
_LOOKED_BELOW: Final = 40
_LEAST_MARKS: Final = 2
_REPLY_WORDS: Final = 4
_MOST_WORDS: Final = 16
_LONGEST_COMMENT: Final = 10
"""Sentences' lines."""


def comments_at(lines: Sequence[PageLine]) -> int:
    """Return the index of the line at which comments begin; how many lines there are where none do."""
    signed = [i for i in range(len(lines)) if _is_signed(lines, i)]
    prose = 0
    for i, line in enumerate(lines):
        prose += line.is_prose
        if prose < _LEAST_PROSE:
            continue
        is_head = _is_heading(line) and _is_thread(lines, i)
        is_first = i in signed and len(signed) - signed.index(i) >= _LEAST_MARKS
        if (is_head or is_first) and not _holds_story(lines, i):
            return i
    return len(lines)


def _holds_story(lines: Sequence[PageLine], at: int) -> bool:
    """Return whether more sentences than a comment holds stand together below a line: uncertain is kept."""
    run = 0
    for i in range(at + 1, len(lines)):
        if _is_mark(lines, i):
            run = 0
        run += lines[i].is_prose
        if run > _LONGEST_COMMENT:
            return True
    return False


def _is_heading(line: PageLine) -> bool:
    is_short = line.words <= _HEADING_WORDS or line.folded[:1].isdigit()
    is_told = _HEADING.fullmatch(line.folded) is not None and _OTHERS.fullmatch(line.folded) is None
    return is_short and not line.is_prose and is_told


def _is_reply(line: PageLine) -> bool:
    found = _REPLY.match(line.folded)
    return found is not None and (found.end() == len(line.folded) or line.words <= _REPLY_WORDS)


def _is_signed(lines: Sequence[PageLine], i: int) -> bool:
    """Return whether a line says who wrote what stands near it, and when."""
    line = lines[i]
    if line.words > _MOST_WORDS or line.is_prose:
        return False
    if _WROTE.match(line.folded) and (find_date(line.text) or _CLOCK.search(line.text)):
        return True
    return _SAYS.fullmatch(line.text) is not None and any(other.is_date for other in lines[i + 1 : i + 3])


def _is_mark(lines: Sequence[PageLine], i: int) -> bool:
    return lines[i].is_date or _is_reply(lines[i]) or _is_signed(lines, i)


def _is_thread(lines: Sequence[PageLine], at: int) -> bool:
    """Return whether dates and buttons to answer stand between the sentences below a heading."""
    prose = marks = 0
    for i in range(at + 1, min(len(lines), at + 1 + _LOOKED_BELOW)):
        if _is_mark(lines, i):
            marks += 1
        elif lines[i].is_prose:
            prose += 1
            if not marks and prose >= _LEAST_PROSE:
                return False  # the story goes on below a button
        if marks >= _LEAST_MARKS and prose:
            return True
    return False
