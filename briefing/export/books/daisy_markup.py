"""What the files of a DAISY 2.02 book are written in: XHTML 1.0 and SMIL 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

DOCTYPE: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
)
_SMIL_DOCTYPE: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">\n'
)


def older(line: str) -> str:
    """Return XHTML in the elements of its version 1.0."""
    for new, old in (
        ("<figcaption", "<p"),
        ("</figcaption>", "</p>"),
        ("<figure", "<div"),
        ("</figure>", "</div>"),
        ("<aside", "<div"),
        ("</aside>", "</div>"),
        (' role="doc-footnote"', ""),
        (' role="doc-pagebreak"', ' class="page-special"'),
        (" aria-label=", " title="),
    ):
        line = line.replace(new, old)
    return line


def smil_of(told: str, body: str) -> str:
    """Return a SMIL file with these metadata and this body."""
    layout = '<layout><region id="txtView"/></layout>'
    return f"{_SMIL_DOCTYPE}<smil>\n<head>\n{told}\n{layout}\n</head>\n<body>\n{body}\n</body>\n</smil>\n"


def metas(pairs: Iterable[tuple[str, str]]) -> str:
    """Return metadata, names and values that are XML already."""
    return "\n".join(f'<meta name="{name}" content="{value}"/>' for name, value in pairs)


def clock(seconds: float) -> str:
    """Return a length as DAISY has it: hours, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"
