"""What stands below a picture: a caption, and whom the picture is from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.captions import CAPTION_LABEL, parted_credit
from briefing.formats.pages.html import head_words as words
from briefing.formats.pages.html.around import is_hidden
from briefing.formats.pages.html.names import is_named

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CREDITS: Final = frozenset(words.CREDITS.split())
_CREDITED: Final = re.compile(r"(.{8,}?)((?:©|[(（]\s?[cCｃＣ©]\s?[)）]).{1,80})", re.DOTALL)
_SIGNED: Final = re.compile(r"(.{12,}다\.)\s([^\s.]{2,12}(?:\s[^\s.]{2,12})?)")
"""A sentence, and behind it nothing but a name, in Korean."""
_LEFT: Final = re.compile(r"(?:(?<!\s)\s+[|/∙·•–—-]|[|∙•])\s*+\Z")
_BEGUN: Final = re.compile(r"\A(?:[.,;:|/∙·•]\s+)+")
_LONGEST_CREDIT: Final = 160
"""Characters."""


def read_caption(figure: HtmlElement) -> tuple[str, str]:
    """Return what stands within a figure below its picture, and whom that is from; both may be empty."""
    captions, credits_ = [], []
    for element in figure.iter("figcaption"):
        told, owned = _parts(element, is_credit=False)
        captions.append(told)
        credits_.append(owned)
    caption, credit = parted(" ".join(" ".join(captions).split()))
    return caption, " ".join(" ".join([credit, *credits_]).split())


def parted(text: str) -> tuple[str, str]:
    """Return a caption without its label, and whom the picture is from, empty where that is not said."""
    label = CAPTION_LABEL.match(text)
    text = text[label.end() :] if label else text
    caption, credit = parted_credit(text)
    if credit is None and (found := _CREDITED.fullmatch(text) or _SIGNED.fullmatch(text)):
        caption, credit = found[1].strip(), found[2]
    return _bare(caption), credit or ""


def _bare(caption: str) -> str:
    """Return a caption without the signs that stood between it and whom its picture is from."""
    return _BEGUN.sub("", _LEFT.sub("", caption))


def _parts(element: HtmlElement, *, is_credit: bool) -> tuple[str, str]:
    """Return the text of an element that is a caption's, and that of elements within named as a credit."""
    if is_hidden(element):
        return "", ""
    own: tuple[list[str], list[str]] = ([], [])
    own[is_credit].append(element.text or "")
    for child in element:
        is_owner = is_credit or (isinstance(child.tag, str) and _is_credit(child))
        for texts, text in zip(own, _parts(child, is_credit=is_owner), strict=True):
            texts.append(f" {text} " if text else "")
        own[is_credit].append(child.tail or "")
    return "".join(own[False]), "".join(own[True])


def _is_credit(element: HtmlElement) -> bool:
    return is_named(element, _CREDITS) and len(element.text_content()) <= _LONGEST_CREDIT
