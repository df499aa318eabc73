"""The tags and texts of XML and its like, read once: whatever a file holds, no tag is looked for twice.

Python's own `html.parser` takes the square of a damaged text's length, and ends with an error at some marked
sections. Nothing is resolved here but characters that are written as references; nothing is nested, named or
fetched, so no text can make a few lines grow.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Attributes = list[tuple[str, str | None]]
"""Names in lower case, and values; None where there is none."""
_TAG: Final = re.compile(r"""<(/?)([A-Za-z][^\s/<>]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+)>""")
"""No value holds a "<" (XML 1.0, 3.1); so a quotation mark that nothing closes spoils its own tag alone."""
_ATTRIBUTE: Final = re.compile(r"""([^\s/=<>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]*+)))?""")
_ENDS: Final = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
"""What is passed over, and what ends it; where nothing does, it goes on to the end of the text."""
_RAW: Final = {tag: re.compile(rf"</{tag}\b", re.IGNORECASE) for tag in ("script", "style")}
"""Elements whose text holds no tags but the one that ends them."""


class Markup:
    """Calls for each tag and each text, in order; whoever derives from it handles what it needs."""

    def feed(self, text: str) -> None:
        """Read all of a text."""
        at = shown = 0
        while (at := text.find("<", at)) >= 0:
            stop = self._passed_over(text, at)
            tag = _TAG.match(text, at) if stop is None else None
            if stop is None and tag is None:
                at += 1  # no more than a sign
                continue
            self._tell(text[shown:at])
            at = shown = tag.end() if tag is not None else stop or len(text)
            if tag is not None:
                self._tag(tag[1], tag[2].lower(), tag[3])
                if not tag[1] and tag[2].lower() in _RAW:
                    ended = _RAW[tag[2].lower()].search(text, at)
                    at = len(text) if ended is None else ended.start()
        self._tell(text[shown:])

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Begin an element; its name is in lower case."""

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Begin and end an element that is written as an empty one."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""

    def handle_data(self, data: str) -> None:
        """Take a text between tags."""

    @staticmethod
    def _passed_over(text: str, at: int) -> int | None:
        """Return where a comment or a declaration ends that begins here; None where none does."""
        for begin, end in _ENDS:
            if text.startswith(begin, at):
                stop = text.find(end, at + len(begin))
                return len(text) if stop < 0 else stop + len(end)
        return None

    def _tell(self, data: str) -> None:
        if data:
            self.handle_data(unescape(data))

    def _tag(self, slash: str, name: str, rest: str) -> None:
        if slash:
            self.handle_endtag(name)
        elif rest.endswith("/"):
            self.handle_startendtag(name, list(_attributes(rest)))
        else:
            self.handle_starttag(name, list(_attributes(rest)))


def _attributes(written: str) -> Iterator[tuple[str, str | None]]:
    for found in _ATTRIBUTE.finditer(written):
        value = next((value for value in found.groups()[1:] if value is not None), None)
        yield found[1].lower(), None if value is None else unescape(value)
