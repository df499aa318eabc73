"""Whether a text is a page's at all: only what no letter, book, poem, list or transcript holds counts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefing.formats.pages import furniture_words as words
from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.phrases import leading
from briefing.formats.pages.story import find_story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

LIKE_PAGE: Final = 1.5
"""Evidence from which on a text may be a page: its edges are read so, and nothing else is left out."""
PAGE: Final = 2.0
"""Evidence from which on a text is taken for a page."""
SURE: Final = 3.5
_LONG_MENU: Final = 9
_ABOVE: Final = 6
_LEAST_MENU: Final = 3
_SKIPS: Final = (
    "skip to", "jump to", "accessibility links", "zum inhalt", "zum hauptinhalt", "direkt zum",
    "zur navigation", "aller au contenu", "accéder au contenu", "passer au contenu", "ir al contenido",
    "saltar al contenido", "ir para o conteúdo", "pular para", "vai al contenuto", "salta al contenuto",
    "ga naar", "перейти к", "przejdź do", "hoppa till", "ana içeriğe",
)  # fmt: skip
"""What links to skip a menu by begin with; nobody reads them."""
_STEPS: Final = {
    # sort: lines that differ, and what so many say
    Furniture.CHROME: ((3, 0.8), (6, 0.6), (10, 0.6)),
    Furniture.SHARE: ((2, 0.6), (4, 0.6)),
    Furniture.END: ((1, 0.3), (2, 0.4), (4, 0.4)),
    Furniture.LEGAL: ((1, 0.7),),
    Furniture.OFFER: ((1, 0.3), (2, 0.4)),
    Furniture.PLAYER: ((2, 1.2),),
    Furniture.PICTURE: ((2, 0.2),),
}


def weigh(lines: Sequence[PageLine], *, is_numbered: bool, has_references: bool) -> float:
    """Return how much says that the lines are a page's; 0 where no sentence stands in them."""
    start, stop = find_story(lines)
    if start == stop:
        return 0.0
    # What stands among the sentences could be theirs: a dialogue's "More." or "Next".
    furniture: dict[Furniture, set[str]] = {}
    for line in lines:
        if line.kind is not None:
            furniture.setdefault(line.kind, set()).add(line.folded)
    total = 1.0 * is_numbered + 2.0 * has_references
    for kind, steps in _STEPS.items():
        total += sum(weight for least, weight in steps if len(furniture.get(kind, ())) >= least)
    folded = {line.folded for line in lines[:12]} | {line.folded for line in lines[-12:]}
    total += 1.0 * any("media source" in text for text in furniture.get(Furniture.PLAYER, ()))
    total += 0.9 * any(text.startswith(_SKIPS) for text in folded)
    total += 0.9 * _begins_with_menu(lines[:start])
    menus = [
        len(list(run))
        for is_menu, run in groupby(
            lines, key=lambda line: line.kind is not Furniture.NUMBER and _is_menu(line)
        )
        if is_menu
    ]
    total += 0.5 * (max(menus, default=0) >= _LONG_MENU)
    above = lines[max(0, start - _ABOVE) : start]
    total += 0.5 * any(line.is_date for line in above)
    total += 0.4 * any(leading(words.BYLINE).match(line.text) and line.words <= 8 for line in above)
    return total


def _begins_with_menu(lines: Sequence[PageLine]) -> bool:
    """Return whether a list of labels stands above the story, one of which is every page's."""
    lists = (list(run) for is_item, run in groupby(lines, key=lambda line: line.is_item) if is_item)
    return any(
        len(run) >= _LEAST_MENU
        and all(line.words <= 3 and not line.ends for line in run)
        and any(line.kind is Furniture.CHROME for line in run)
        for run in lists
    )


def _is_menu(line: PageLine) -> bool:
    return line.words <= 4 and not line.ends and not line.gap and not line.is_item
