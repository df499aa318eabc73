"""The voice's tables and its network, in a form that loads at once: copies in the folder for such.

Theory of operation: what hibari installs is packed for the wheel. Reading its tables takes 0.6 s and
optimising its network 0.2 s; so the worker writes both down once, ready, after its first text, and every
later one begins there. A copy is named by what it was made of, and stands there whole or not at all. Without
a folder, or room in it, every worker makes its own.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import time
import zlib
from typing import TYPE_CHECKING, Any, Final

from briefing.speech.engines.natural.tables import SortedTable, lines_of, lines_of_objects

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.speech.engines.natural.tables import WordTable

GOLD: Final = "lexicon_us_gold"
SILVER: Final = "lexicon_us_silver"
TAGGER: Final = "tagger"
KEPT_S: Final = 30 * 86400.0
"""How long copies of other versions are kept: another installation may be theirs."""
_WEIGHTS: Final = b',"weights":'
_NETWORK: Final = "network"


class Copies:
    """What is there of the voice ready made, and what can be made so.

    Args:
        assets: the folder of what hibari installs.
        stamp: what else a copy depends on, such as a version.
        folder: where copies lie, None for nowhere.
    """

    def __init__(self, assets: Path, stamp: str, folder: Path | None) -> None:
        self._assets = assets
        self._folder = folder
        self._stamp = zlib.crc32(stamp.encode())
        self._missing: dict[Path, Callable[[], bytes]] = {}

    def network(self, optimise: Callable[[], bytes]) -> bytes | None:
        """Return the network as `optimise` makes it, None if that has not been done."""
        copy = self._open(_NETWORK, optimise)
        return None if copy is None else copy[:]

    def forget_network(self) -> None:
        """Remove a copy of the network that could not be used."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._path(self._folder, _NETWORK).unlink()

    def words(self, name: str) -> WordTable:
        """Return the phonemes of words, `GOLD` or `SILVER`."""
        copy = self._open(name, lambda: lines_of(self._json(name)))
        return self._json(name) if copy is None else SortedTable(copy)

    def tagger(self) -> dict[str, Any]:
        """Return what tells parts of speech, as hibari's tagger takes it."""
        opened = {name: self._open(f"{TAGGER}_{name}", make) for name, make in self._tagger_parts().items()}
        tags, tagdict, vocab, weights = opened.values()
        if tags and tagdict and vocab and weights:
            names = [line.split(b"\t")[0].decode() for line in tags[:].split(b"\n")]
            words, known = SortedTable(tagdict), SortedTable(vocab)
            return {"tags": names, "tagdict": words, "vocab": known, "weights": SortedTable(weights)}
        head, told_weights = self._tagger_text()
        return {**head, "vocab": set(head["vocab"]), "weights": SortedTable(lines_of_objects(told_weights))}

    def _tagger_parts(self) -> dict[str, Callable[[], bytes]]:
        return {
            "tags": lambda: lines_of(dict.fromkeys(self._tagger_text()[0]["tags"], 1)),
            "tagdict": lambda: lines_of(self._tagger_text()[0]["tagdict"]),
            "vocab": lambda: lines_of(dict.fromkeys(self._tagger_text()[0]["vocab"], 1)),
            "weights": lambda: lines_of_objects(self._tagger_text()[1]),
        }

    def write(self) -> bool:
        """Write down what is not there; return whether there was such. What goes wrong leaves nothing."""
        is_new = bool(self._missing)
        while self._missing:
            path, make = self._missing.popitem()
            with contextlib.suppress(OSError):
                _write(path, make())
                self._forget_others(path.parent)
        return is_new

    def _forget_others(self, folder: Path) -> None:
        """Remove copies of other versions that were made long ago."""
        for each in folder.iterdir():
            if not each.name.endswith(f"-{self._stamp:08x}") and time.time() - each.stat().st_mtime > KEPT_S:
                each.unlink()

    def _json(self, name: str) -> dict[str, Any]:
        import gzip  # only where there is no copy

        with gzip.open(self._assets / f"{name}.json.gz") as file:
            table: dict[str, Any] = json.load(file)
        return table

    def _tagger_text(self) -> tuple[dict[str, Any], bytes]:
        import gzip  # only where there is no copy

        with gzip.open(self._assets / f"{TAGGER}.json.gz") as file:
            head, _, weights = file.read().partition(_WEIGHTS)
        return json.loads(head + b"}"), weights[:-1]

    def _path(self, folder: Path, name: str) -> Path:
        return folder / f"{name}-{self._stamp:08x}"

    def _open(self, name: str, make: Callable[[], bytes]) -> mmap.mmap | None:
        """Return a copy, None where there is none; then it is one to be written."""
        if self._folder is None:
            return None
        path = self._path(self._folder, name)
        try:
            with path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # not there, or empty
            self._missing[path] = make
            return None


def _write(path: Path, data: bytes) -> None:
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105
    except OSError:
        os.unlink(name)  # noqa: PTH108
        raise
