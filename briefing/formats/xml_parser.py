"""The parser of XML that others wrote: no entity is put in, nothing is fetched or loaded, no tree is huge."""

from __future__ import annotations

from lxml import etree


def parser_of(*, recover: bool) -> etree.XMLParser:
    """Return a parser of UTF-8, whatever the text declares itself to be.

    Args:
        recover: Whether as much is read of broken markup as can be, in place of an error.
    """
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
