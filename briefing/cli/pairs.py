r"""Many recordings and their texts: a list of pairs, each aligned by a process of its own.

Rules:
1. A line of the list is `AUDIO<TAB>TEXT` or `AUDIO<TAB>TEXT<TAB>OUT`; blank lines and
   lines that start with "#" are passed over. Without OUT it is the recording's name with
   the suffix `.vtt`, and a file of that name is somebody's own unless told otherwise.
2. A pair is *done* when its OUT is there and no older than both its files. OUT is written
   whole or not at all, so a run that was broken off goes on where it was.
3. Processes share nothing but the files' names, so any scheduler can run the same pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.cli import overwriting
from briefing.cli.processes_at_once import run_all
from briefing.errors import UsageError
from briefing.processes import door

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.cli.processes_at_once import Ending

_FIELDS: Final = (2, 3)


@dataclass(frozen=True, slots=True)
class Pair:
    """A recording, its text, and where the timings go."""

    audio: Path
    text: Path
    out: Path
    is_named: bool = field(default=True, compare=False)
    """Whether somebody said that they go there."""

    @property
    def is_done(self) -> bool:
        """Whether the timings are there and no older than the recording and the text."""
        try:
            made_at = self.out.stat().st_mtime_ns
            return made_at >= max(self.audio.stat().st_mtime_ns, self.text.stat().st_mtime_ns)
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a pair's process had to say: why it failed, or, with exit code 0, how little the two fit."""

    pair: Pair
    code: int
    message: str


def read_list(lines: Iterable[str], name: str, suffix: str = ".vtt") -> list[Pair]:
    """Return the pairs of a list.

    Args:
        lines: the list's lines.
        name: what to call the list in messages.
        suffix: of an OUT that is not named.

    Raises:
        UsageError: if a line is no pair, two pairs would be written to one file, or one over what
            another is read from.
    """
    pairs: list[Pair] = []
    outs: dict[Path, int] = {}
    read: set[Path] = set()
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        if len(fields) not in _FIELDS or not all(fields):
            raise UsageError(
                f"Line {number} of {name} is no pair of files.",
                "Write the recording, the text and perhaps the output, with tabs between them.",
            )
        audio, text = Path(fields[0]), Path(fields[1])
        out = Path(fields[2]) if len(fields) > len(("audio", "text")) else audio.with_suffix(suffix)
        target = out.resolve()
        if target in outs:
            raise UsageError(
                f"Lines {outs[target]} and {number} of {name} would both write {out}.",
                "Give each pair an output of its own.",
            )
        outs[target] = number
        read |= {audio.resolve(), text.resolve()}
        pairs.append(Pair(audio, text, out, is_named=len(fields) > len(("audio", "text"))))
    for pair in pairs:
        if pair.out.resolve() in read:
            number = outs[pair.out.resolve()]
            raise UsageError(f"Line {number} of {name} would write over {pair.out}.", "Name another output.")
    return pairs


def align_all(
    pairs: Sequence[Pair],
    jobs: int,
    options: Sequence[str],
    on_done: Callable[[int, Outcome | None], None],
    *,
    is_forced: bool = False,
) -> list[Outcome]:
    """Align every pair that is not done, `jobs` at a time; return those that failed or hardly fit, in order.

    Args:
        pairs: what to align.
        jobs: how many processes at most.
        options: arguments for each process besides its files.
        on_done: told after each pair how many are finished, and what there is to say of it.
        is_forced: whether an output that nobody named may be written over.
    """
    outcomes: dict[int, Outcome] = {}
    left = [number for number, pair in enumerate(pairs) if not pair.is_done]
    finished = len(pairs) - len(left)

    def end(number: int, outcome: Outcome | None) -> None:
        nonlocal finished
        finished += 1
        if outcome is not None:
            outcomes[number] = outcome
        on_done(finished, outcome)

    def end_process(at: int, ending: Ending) -> None:
        end(allowed[at], Outcome(pairs[allowed[at]], *ending) if ending.message else None)

    allowed = [each for each in left if is_forced or pairs[each].is_named or not pairs[each].out.exists()]
    for number in sorted(set(left) - set(allowed)):
        refused = overwriting.refused_beside(pairs[number].out)
        end(number, Outcome(pairs[number], refused.exit_code, str(refused)))
    run_all([command(pairs[number], options) for number in allowed], jobs, end_process)
    return [outcomes[number] for number in sorted(outcomes)]


def command(pair: Pair, options: Sequence[str] = ()) -> list[str]:
    """Return the command that aligns one pair: what any scheduler may run, in whatever folder."""
    out, *files = (str(path.absolute()) for path in (pair.out, pair.audio, pair.text))
    return door.command("briefing.__main__", "align", "-o", out, *options, "--", *files)
