"""`briefing align --keep`: words timed beforehand, and kept where the player looks for them.

A briefing is brought in step with its own recording, as the player does it: what comes with times of its own
is left alone, and so is what was timed before. Of a talking book the words are timed within its clips. One is
one process; a list of them is many.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from briefing.cli import outputs
from briefing.cli.processes_at_once import absolute, list_lines, run_all
from briefing.cli.progress import Progress
from briefing.cli.wiring import account, sources
from briefing.errors import AlignError
from briefing.processes import door
from briefing.sources.address import as_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.cli.processes_at_once import Ending
    from briefing.playlist import Recorded
    from briefing.settings import Settings
    from briefing.sources.item import Item

MOST_MB: Final = 200
"""How long a recording may be that is fetched to be timed, unless told otherwise, in megabytes."""
_LEAST_WORDS_A_MINUTE: Final = 40
"""Speech has a hundred and more: a text with less introduces its recording, and is not what is said."""


def keep_times(name: str, settings: Settings, most_mb: int) -> None:
    """Time the words of a briefing in its recording, and keep that, if it has no times yet.

    Args:
        name: a source, as it is typed: a file, an address, an item of the library.
        settings: the settings in force.
        most_mb: how long its recording may be, where that is fetched.

    Raises:
        SourceError, UnsafeError: if it cannot be read, or has no recording that may be fetched.
        AlignError: if its words are not what is said there.
    """
    item = sources.open_item(name, settings)
    if not item.document.has_story:
        raise AlignError(f"{item.document.title} has no text.", "Give one with a text.")
    if item.playlist is not None:
        playlist = item.playlist()
        if trouble := _keep(item, playlist, playlist.length_s):
            raise AlignError(trouble)
        return
    if item.words is not None:
        return  # it came with times
    _check_text(item, item.document.media.duration_s)
    with sources.recording_of(item, most_mb * 1_000_000) as path:
        duration_s = sources.TagReader().probe(path).duration_s
        _check_text(item, duration_s)
        if trouble := _keep(item, path, duration_s):
            raise AlignError(trouble)


def _check_text(item: Item, duration_s: float | None) -> None:
    words = len(item.document.text.split())
    if duration_s and words * 60 < _LEAST_WORDS_A_MINUTE * duration_s:
        raise AlignError(
            f"{item.document.title} has {words} words for {round(duration_s / 60)} minutes of recording.",
            "To time them all the same: briefing align AUDIO TEXT",
        )


def _keep(item: Item, recording: Recorded, duration_s: float) -> str:
    """Have the words timed and kept; return what went wrong, in a sentence."""
    from briefing.cli.wiring.timings import StoredTimer

    trouble: list[str] = []
    with closing(account.open_store()) as store, Progress("Timing words") as bar:
        timer = StoredTimer(store, trouble.append, is_on=True)
        timer.start(item.document, recording, duration_s, lambda _, share: bar.show(share or 0.0))
        timer.wait()
    if notice := store.take_notice():
        trouble.append(notice)
    return " ".join(trouble)


def keep_times_of_list(listed: str, jobs: int, most_mb: int) -> int:
    """Do it for each line of a file, or of stdin for "-"; return the exit code, the lowest of the failures.

    Raises:
        SourceError: if the list cannot be read.
    """
    names = [line for raw in list_lines(listed) if (line := raw.strip()) and not line.startswith("#")]
    failed = keep_times_of_all(names, names, jobs, most_mb)
    if failed:
        outputs.complain(f"{len(failed)} of {len(names)} could not be timed.")
    return min(failed, default=0)


def keep_times_of_all(
    names: Sequence[str], titles: Sequence[str], jobs: int, most_mb: int = MOST_MB
) -> list[int]:
    """Do it for each source in a process of its own; tell what went wrong, and return those exit codes.

    Args:
        names: the sources.
        titles: what to call them.
        jobs: how many at once.
        most_mb: as for `keep_times`.
    """
    failed: list[int] = []
    lines: list[str] = []
    with Progress("Timing recordings") as bar:

        def end(at: int, ending: Ending) -> None:
            if ending.code:
                failed.append(ending.code if ending.code > 0 else 1)
                lines.append(f"{as_shown(titles[at])}: {ending.message.removeprefix('briefing: ')}")
            done.append(at)
            bar.show(len(done) / len(names), f"{len(done)} of {len(names)}")

        done: list[int] = []
        bar.show(0.0, f"0 of {len(names)}")
        asked = "align", "--keep", f"--most-mb={most_mb}", "--"
        run_all([door.command("briefing.__main__", *asked, absolute(name)) for name in names], jobs, end)
    for line in lines:
        outputs.tell(line)
    return failed
