"""Many exports: a list of sources, or all items of a subscription or of today, each by a process of its own.

Rules:
1. A line of a list is `SOURCE` or `SOURCE<TAB>OUT`; blank lines and those that start with "#" are passed
   over. Without OUT it is SOURCE's name with the suffix of `--format`, beside it. An item of a library goes
   into a folder, by the name of its title.
2. What is done is skipped: OUT is there, and no older than SOURCE where that is a file. With `--force`
   nothing is. OUT is written whole or not at all, so a run that was broken off goes on where it was.
3. Processes share nothing but the files' names, so any scheduler can run the same lines.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.cli import outputs
from briefing.cli.processes_at_once import absolute, list_lines, run_all
from briefing.cli.progress import Progress
from briefing.errors import UsageError
from briefing.export.registry import export_of
from briefing.processes import door
from briefing.sources.address import as_shown, is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.cli.processes_at_once import Ending
    from briefing.export.registry import Export
    from briefing.listed import ListedItem

_FIELDS: Final = (1, 2)
_LONGEST: Final = 80
"""Letters of a file's name that a title makes."""


class ExportLine(NamedTuple):
    """A source, and where it goes."""

    source: str
    out: Path
    is_named: bool = True
    """Whether somebody said that it goes there; else what is there may be his own."""

    @property
    def is_done(self) -> bool:
        """Whether it is there and no older than its source."""
        try:
            made_at = self.out.stat().st_mtime_ns
            source = Path(self.source)
            return not source.is_file() or made_at >= source.stat().st_mtime_ns
        except (OSError, ValueError):
            return False


def read_lines(listed: str, export: Export | None) -> list[ExportLine]:
    """Return what a file lists, or stdin for "-".

    Args:
        listed: the file's name.
        export: the kind of file of those that no line names; None where each has to.

    Raises:
        SourceError: if the list cannot be read.
        UsageError: if a line is none, or two would be written to one file.
    """
    name = "the list" if listed == "-" else Path(listed).name
    found: dict[Path, ExportLine] = {}
    for number, raw in enumerate(list_lines(listed), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        line = _line(raw, number, name, export)
        if line.out.resolve() in found:
            raise UsageError(
                f"Line {number} of {name} would write {line.out} a second time.",
                "Give each source an output of its own.",
            )
        found[line.out.resolve()] = line
    return list(found.values())


def _line(raw: str, number: int, name: str, export: Export | None) -> ExportLine:
    fields = [field.strip() for field in raw.split("\t")]
    if len(fields) not in _FIELDS or not all(fields):
        raise UsageError(
            f"Line {number} of {name} is no source with an output.", "Write them with a tab between."
        )
    if len(fields) == max(_FIELDS):
        if export is None:
            export_of(fields[1])
        return ExportLine(fields[0], Path(fields[1]))
    if export is None or is_address(fields[0]):
        raise UsageError(
            f"Line {number} of {name} does not say where {as_shown(fields[0])} goes.",
            "Name the output behind a tab, or for files give --format.",
        )
    return ExportLine(fields[0], Path(fields[0]).with_suffix(export.suffix), is_named=False)


def lines_of_items(items: Iterable[ListedItem], folder: Path, export: Export) -> Iterator[ExportLine]:
    """Yield the items of a library, each with a file in a folder that is named for its place and title."""
    for place, item in enumerate(items, 1):
        words = re.sub(r"[^\w]+", "-", item.title[:_LONGEST], flags=re.UNICODE).strip("-_")
        yield ExportLine(_number_of(item), folder / f"{place:03}-{words or 'item'}{export.suffix}")


def _number_of(item: ListedItem) -> str:
    """Return what a process opens an item by: its number, written so that no file is called that."""
    number = str(item.number)
    while os.path.lexists(number):
        number = f"0{number}"
    return number


def export_all(lines: Sequence[ExportLine], jobs: int, options: Sequence[str], *, is_forced: bool) -> int:
    """Export what is not done, `jobs` at a time; tell what went wrong, and return the lowest exit code of it.

    Args:
        lines: what to export.
        jobs: how many processes at most.
        options: arguments for each of them.
        is_forced: whether what is there is written anew.
    """
    left = [line for line in lines if is_forced or not line.is_done]
    failed: dict[int, Ending] = {}
    finished = len(lines) - len(left)
    with Progress("Exporting") as bar:

        def end(at: int, ending: Ending) -> None:
            nonlocal finished
            finished += 1
            if ending.code:
                failed[at] = ending
            bar.show(finished / len(lines), f"{finished} of {len(lines)}")

        run_all([_command(line, options, is_forced=is_forced) for line in left], jobs, end)
    for at, ending in sorted(failed.items()):
        outputs.tell(f"{as_shown(left[at].source)}: {ending.message.removeprefix('briefing: ')}")
    if failed:
        outputs.complain(f"{len(failed)} of {len(lines)} could not be exported.")
    return min((each.code if each.code > 0 else 1 for each in failed.values()), default=0)


def _command(line: ExportLine, options: Sequence[str], *, is_forced: bool) -> list[str]:
    """Return the command that exports one: what any scheduler may run, in whatever folder."""
    replaces = ("--force",) if is_forced or line.is_named else ()
    asked = (*replaces, *options, "--", absolute(line.source), str(line.out.absolute()))
    return door.command("briefing.__main__", "export", *asked)
