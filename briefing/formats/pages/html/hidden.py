"""Elements that a page does not show: by an attribute, by their own style, or by the rules of its sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_STYLE: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.])|left\s*:\s*-\d{4}",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"(?:^|[{}])\s*+([^\s{}@][^{}@]{0,399})\{([^{}]*)\}")
_CONDITION: Final = re.compile(r"@[^@{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""A rule that holds on paper, on small screens, or at a moment of an animation."""
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAME: Final = re.compile(r"[.#][\w-]+")
_LONGEST_SHEET: Final = 1 << 18
"""Code points; what is beyond is no page's own few rules."""


def hidden_names(tree: HtmlElement) -> frozenset[str]:
    """Return the names that a page's own style sheets hide, as they write them: ".trap", "#trap"."""
    return frozenset(name for style in tree.iter("style") for name in _hidden_by(style.text or ""))


def _hidden_by(sheet: str) -> Iterator[str]:
    rules = _CONDITION.sub("", _COMMENT.sub("", sheet[:_LONGEST_SHEET]))
    for selectors, style in _RULE.findall(rules.replace("}", "}}")):
        if _STYLE.search(style):
            yield from filter(_NAME.fullmatch, map(str.strip, selectors.split(",")))


def is_hidden(element: HtmlElement, hidden: frozenset[str]) -> bool:
    """Return whether an element is not shown. `hidden` are the names that the page hides."""
    until = element.get("hidden")
    if until is not None and until != "until-found":
        return True
    if element.get("aria-hidden") == "true" or _STYLE.search(element.get("style") or ""):
        return True
    if not hidden:
        return False
    named = (f".{name}" for name in (element.get("class") or "").split())
    return any(name in hidden for name in named) or f"#{element.get('id')}" in hidden
