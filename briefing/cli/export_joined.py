"""A whole subscription, or today, as one file: a book, a page, a recording with an item a chapter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.cli import outputs
from briefing.cli.progress import Progress
from briefing.cli.wiring import sources
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.cli.export_file import ExportedFile
    from briefing.cli.wiring.exporting import WantedExport
    from briefing.listed import ListedItem
    from briefing.settings import Settings
    from briefing.sources.item import Item


def export_joined(
    items: Sequence[ListedItem], title: str, file: ExportedFile, wanted: WantedExport, settings: Settings
) -> int:
    """Write items of the library as one file; tell which are not in it, and return the lowest exit code.

    Args:
        items: in their order.
        title: of the whole.
        file: what to write.
        wanted: what of them.
        settings: those in force.

    Raises:
        BriefingError: if none of them can be had, or the file cannot be written.
    """
    from briefing.cli.wiring.joining import JoinedPart, joined_publication

    def opened(number: int) -> Item:
        item = sources.open_listed_item(number, settings)
        file.spare(item)
        return item

    parts = [
        JoinedPart(
            partial(opened, each.number),
            each.title,
            ", ".join(filter(None, (each.feed, each.published[:10]))),
        )
        for each in items
    ]
    with (
        Progress("Exporting") as bar,
        joined_publication(parts, title, wanted, settings, bar.show) as (publication, left),
    ):
        file.write(publication, bar.show)
    for each in left:
        outputs.tell(f"{safe_line(each.name)}: {each.error}")
    if left:
        outputs.complain(f"{len(left)} of {len(parts)} could not be exported.")
    file.tell_left_out(publication)
    return min((each.error.exit_code for each in left), default=0)
