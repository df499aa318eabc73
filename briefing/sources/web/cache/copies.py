"""Which copy is of what address, and how many of them there may be.

Each address has a card, a small file named for the address's hash, which names the file of the copy by
the hash of its content. Cards are put there whole, so no two players disturb each other, and no list of them
has to be right. The time of a card is when its copy was used last.

`Cache-Control: no-store` asks that nothing is kept. Many publishers say it of every page; what the user
opened is his copy, as one that he saved, and is there when the network is not. It is honoured for what was
had with a name and password or a secret address.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import SourceError
from briefing.safe import safe_line
from briefing.sources.address import has_secret, is_address, without_secrets
from briefing.sources.web.answer import SOUND_HEAD_BYTES, Version
from briefing.sources.web.cache.folder import NEW, Folder, opened, taken_bytes
from briefing.sources.web.cache.partial import MAP, PART, Found, Held, PartialFile, found_by, read_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.sources.web.answer import Answer

_CARD: Final = ".json"
_DATA: Final = ".data"
_CARD_BYTES: Final = 16_384
_NAME: Final = re.compile(r"[0-9a-f]{64}" + re.escape(_DATA))
_LAST_S: Final = 32_000_000_000.0
"""A moment in the year 2984: calendars end somewhere."""
_LEFT_OVER_S: Final = 24 * 3600
"""After this, what no card names was left behind by a player that was killed."""


class Copy(NamedTuple):
    """What is kept of an address."""

    address: str
    """Where it was found, without secrets."""
    file: str
    size_bytes: int
    media_type: str
    charset: str
    version: Version
    fetched_s: float
    """When a server last said that it is as it is there, seconds since 1970."""


class Cache:
    """The copies of one account. What cannot be kept costs one sentence, `take_notice`, and nothing else."""

    def __init__(self, path: Path | None, most_bytes: int, now_s: Callable[[], float] = time.time) -> None:
        """Use a folder for at most so many bytes; none if that is 0 or the account has no home."""
        self._most_bytes, self._now_s = most_bytes, now_s
        self._notice = ""
        self._folder: Folder | None = None
        if path is not None and most_bytes:
            try:
                self._folder = Folder(path)
            except OSError as error:
                self._cannot(error)

    def take_notice(self) -> str:
        """Return a sentence about why nothing is kept, once."""
        notice, self._notice = self._notice, ""
        return notice

    def find(self, address: str) -> Copy | None:
        """Return what is kept of an address."""
        if self._folder is None:
            return None
        name = _stem(address)
        copy = _read_card(self._folder.read(name + _CARD, _CARD_BYTES))
        if copy is None or not _has(self._folder, copy):
            return None
        self._folder.touch(name + _CARD)
        return copy

    def data(self, copy: Copy) -> bytes | None:
        """Return a copy's bytes; None if they are gone, or not what they were."""
        data = None if self._folder is None else self._folder.read(copy.file, copy.size_bytes)
        return data if data is not None and sha256(data).hexdigest() + _DATA == copy.file else None

    def head(self, copy: Copy, most_bytes: int) -> bytes:
        """Return the first bytes of a copy; none if it is gone."""
        try:
            held = self.held(copy)
        except SourceError:
            return b""
        with held.path.open("rb") as file:
            held.close()
            return file.read(most_bytes)

    def forget(self, address: str) -> None:
        """Take away what is kept of an address."""
        if self._folder is not None:
            self._folder.remove([_stem(address) + _CARD])

    def keep(self, address: str, answer: Answer, data: bytes) -> None:
        """Keep what came from an address."""
        if self._folder is None or (answer.is_fleeting and has_secret(address)):
            return
        if len(data) > self._most_bytes:  # all others would have to go for it, and then it, too
            return
        file = sha256(data).hexdigest() + _DATA
        try:
            self._folder.write(file, data)
            self._write_card(address, found_by(answer), file, len(data), answer.version)
        except OSError as error:
            self._cannot(error)
        self.trim()

    def confirm(self, address: str, copy: Copy) -> None:
        """Take note that a copy is still what is there."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._write(address, copy._replace(fetched_s=self._now_s()))
            self.trim()

    def partial(self, address: str, answer: Answer) -> PartialFile:
        """Return what has come so far of what an answer begins, to go on with.

        Raises:
            OSError: if there is no room to write.
        """
        stays = self._folder is not None and not (answer.is_fleeting and has_secret(address))
        if self._folder is not None and stays:
            with contextlib.suppress(OSError):  # another player has it, or it cannot be written
                partial = PartialFile(self._folder, _stem(address), self._keeper(address), answer.version)
                partial.found = found_by(answer)
                return partial
        return _passing(answer.version)

    def begun(self, address: str) -> PartialFile | None:
        """Return what came of something another time, to go on with; None if its head is not there."""
        if self._folder is None:
            return None
        stem = _stem(address)
        version, have, _ = read_map(self._folder, stem)
        least_bytes = min(SOUND_HEAD_BYTES, version.size_bytes or SOUND_HEAD_BYTES)
        if not version.for_range or have.hole(0, least_bytes):
            return None
        with contextlib.suppress(OSError):  # another player has it, perhaps
            return PartialFile(self._folder, stem, self._keeper(address), version)
        return None

    def held(self, copy: Copy) -> Held:
        """Return a copy as what has come all.

        Raises:
            SourceError: if it is gone.
        """
        try:
            if self._folder is not None:
                return Held(self._folder / copy.file, copy.version, copy.size_bytes)
        except OSError:
            pass
        raise SourceError("The copy that was kept is gone.", "Open it again.")

    def trim(self) -> None:
        """Take away what was used longest ago, until the rest is not too much."""
        if self._folder is None:
            return
        files = self._folder.files()
        cards = {name: about.st_mtime for name, about in files.items() if name.endswith((_CARD, MAP))}
        owned: dict[str, list[str]] = {}
        for name in cards:
            owned.setdefault(self._file_of(name), []).append(name)
        now_s = self._now_s()
        of_nothing = {card for file in owned if file not in files for card in owned[file]}
        left_over = [
            name
            for name, about in files.items()
            if (name in of_nothing or (name.endswith((_DATA, PART, NEW)) and name not in owned))
            and abs(now_s - about.st_mtime) > _LEFT_OVER_S  # a clock that is set back makes it of the future
        ]
        self._folder.remove(name for name in left_over if not self._folder.is_held(name))
        sizes = {file: taken_bytes(files[file]) for file in owned if file in files}
        too_much = sum(sizes.values()) - self._most_bytes

        def turn(file: str) -> tuple[bool, float]:  # what there is no room for at all goes first
            return sizes[file] <= self._most_bytes, max(min(cards[card], now_s) for card in owned[file])

        for file in sorted(sizes, key=turn):
            if too_much <= 0:
                break
            if not self._folder.is_held(file):
                self._folder.remove([*owned[file], file])
                too_much -= sizes[file]

    def _file_of(self, card: str) -> str:
        """Return the file that a card, or a map, is of."""
        if card.endswith(MAP):
            return card.removesuffix(MAP) + PART
        copy = self._folder and _read_card(self._folder.read(card, _CARD_BYTES))
        return copy.file if copy else ""

    def _keeper(self, address: str) -> Callable[[PartialFile], None]:
        """Return what makes a copy of something that has come whole."""

        def keep(partial: PartialFile) -> None:
            if self._folder is None or partial.size_bytes is None or partial.found is None:
                return
            if partial.size_bytes > self._most_bytes:
                self._folder.remove([partial.path.name, partial.path.with_suffix(MAP).name])
                return
            try:
                file = partial.content_hash() + _DATA
                partial.path.replace(self._folder / file)
                self._write_card(address, partial.found, file, partial.size_bytes, partial.version)
            except OSError as error:
                self._cannot(error)
            self._folder.remove([partial.path.with_suffix(MAP).name])
            self.trim()

        return keep

    def _write_card(self, address: str, found: Found, file: str, size: int, version: Version) -> None:
        now_s = self._now_s()
        copy = Copy(found.address, file, size, found.media_type, found.charset, version, now_s)
        self._write(address, copy)

    def _write(self, address: str, copy: Copy) -> None:
        if self._folder is not None:
            row = copy._asdict() | {"version": list(copy.version)}
            self._folder.write(_stem(address) + _CARD, json.dumps(row).encode())

    def _cannot(self, error: OSError) -> None:
        self._notice = f"What is fetched cannot be kept for later: {safe_line(error.strerror or str(error))}."


def _has(folder: Folder, copy: Copy) -> bool:
    """Return whether the file of a copy is there, as long as it was."""
    try:
        descriptor = opened(folder / copy.file, os.O_RDONLY)
    except OSError:
        return False
    try:
        return os.fstat(descriptor).st_size == copy.size_bytes
    finally:
        os.close(descriptor)


def _read_card(data: bytes | None) -> Copy | None:
    try:
        row = json.loads(data or b"")
        etag, modified, size = row.pop("version")
        version = Version.told(str(etag), str(modified), None if size is None else int(size))
        copy = Copy(**row, version=version)
        told = (copy.address, copy.media_type, copy.charset)
        is_sound = _NAME.fullmatch(copy.file) and all(isinstance(each, str) for each in told)
        if not is_sound or not is_address(copy.address) or not _is_size(copy.size_bytes):
            return None
        return copy._replace(fetched_s=min(max(0.0, float(copy.fetched_s)), _LAST_S))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _is_size(told: object) -> bool:
    return isinstance(told, int) and told >= 0


def _passing(version: Version) -> PartialFile:
    """Return a file for something of which nothing is to stay."""
    import tempfile
    from pathlib import Path

    folder = Folder(Path(tempfile.mkdtemp(prefix="briefing-")))
    return PartialFile(folder, "passing", None, version)


def _stem(address: str) -> str:
    return sha256(without_secrets(address).encode("utf-8", "surrogatepass")).hexdigest()
