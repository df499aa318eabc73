"""The pages of RFE/RL and VOA, made with the system "Pangea": their stories' element has a name.

`div.wsw` holds the text, with paragraphs or bare lines; what is embedded in it (a player, a quiz, other
stories) is passed over by name: see `pruning`. A glossary below a line of underscores is part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAME: Final = "wsw"


def body_within(container: HtmlElement) -> HtmlElement | None:
    """Return the element of a Pangea page's text that holds a container, or that it holds alone."""
    for element in (container, *container.iterancestors()):
        if _is_body(element):
            return element
    bodies = [element for element in container.iter("div") if _is_body(element)]
    return bodies[0] if len(bodies) == 1 else None


def _is_body(element: HtmlElement) -> bool:
    return element.tag == "div" and _NAME in (element.get("class") or "").split()
