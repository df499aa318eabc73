"""Which parts of a SMIL file can be left in one step: media overlays' types, DAISY's classes and tests.

After "EPUB 3.3", section 9.3.2 (escapability), and ANSI/NISO Z39.86, section 7.4.4: a `seq` says what it is,
a list, a table, a sidebar, and holds the pars of all that is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.formats.books import vocabulary as words

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefing.structures import StructureKind


class Seq(NamedTuple):
    """Pars in a row that can be left in one step, by the numbers of the first and of the one behind them."""

    kind: StructureKind
    first: int
    stop: int


def read_seqs(root: _Element, most: int) -> list[Seq]:
    """Return what of a SMIL file can be left, sorted by where it starts.

    Args:
        root: Its tree.
        most: How many pars are read at most.
    """
    kinds = {seq: kind for seq in root.iter("seq") if (kind := words.structure("seq", words.tests(seq)))}
    if not kinds:
        return []
    pars = 0
    found: list[list[int]] = []
    """Of each: where it starts, where it stops, and the one that it is in; -1 for none."""
    inside: dict[_Element, int] = {}
    for element in root.iter("seq", "par"):
        above = inside.get(element.getparent(), -1)
        inside[element] = len(found) if element in kinds else above
        if element in kinds:
            found.append([pars, pars, above])
        if element.tag == "par":
            if pars == most:
                break
            pars += 1
            if above >= 0:
                found[above][1] = pars
    for _, stop, above in reversed(found):
        if above >= 0:
            found[above][1] = max(found[above][1], stop)
    return [
        Seq(kind, first, stop)
        for kind, (first, stop, _) in zip(kinds.values(), found, strict=False)
        if first < stop
    ]
