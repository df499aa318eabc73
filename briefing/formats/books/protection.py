"""Which of a book's files are locked, so that only its shop's programs can read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.books.book import tree_of
from briefing.formats.books.names import resolve

if TYPE_CHECKING:
    from briefing.bundles.member import Bundle

_ENCRYPTION: Final = "META-INF/encryption.xml"
_FONTS: Final = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""What only keeps fonts from being copied; the texts are free."""


def locked_paths(bundle: Bundle, root: str) -> frozenset[str]:
    """Return the paths of the files that are locked.

    Args:
        bundle: Where the book's files are.
        root: The folder in it that holds `META-INF`, with a slash at its end; empty for the whole.
    """
    tree = tree_of(bundle, root + _ENCRYPTION)
    found = set()
    for data in [] if tree is None else tree.iter("EncryptedData"):
        methods = {each.get("Algorithm") for each in data.iterchildren("EncryptionMethod")}
        if methods & _FONTS:
            continue
        for each in data.iter("CipherReference"):
            if (target := resolve(root, each.get("URI") or "")) is not None:
                found.add(target.path)
    return frozenset(found)
