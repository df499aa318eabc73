"""Media overlays that name what they may not have, or make more of a page than it is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.decoding import watched

if TYPE_CHECKING:
    from pathlib import Path

    from injections.rig import Rig

_LIMIT_S: Final = 20.0
_MOST_MIB: Final = 200.0
_MIB: Final = 1 << 20


def _overlay(folder: Path, *sources: str) -> Path:
    path = folder / "talk.smil"
    clips = "".join(
        f'<par><text src="{source}"/><audio src="a.mp3" clipBegin="1s" clipEnd="2s"/></par>'
        for source in sources
    )
    path.write_text(f'<smil xmlns="http://www.w3.org/ns/SMIL"><body>{clips}</body></smil>')
    return path


@fault("overlay-elsewhere", "a SMIL that names a FIFO, a device, a link, and a file of the folder above")
def elsewhere(rig: Rig) -> str:
    """Show and measure overlays that name what lies elsewhere, or never ends."""
    folder = rig.folder / "smil"
    folder.mkdir()
    (rig.folder / "secret.xhtml").write_text('<p id="a">Secret</p>')
    (folder / "link.xhtml").symlink_to(rig.folder / "secret.xhtml")
    os.mkfifo(folder / "pipe.xhtml")
    names = ("pipe.xhtml", "/dev/zero", "link.xhtml", "../secret.xhtml", str(rig.folder / "secret.xhtml"))
    for name in names:
        path = _overlay(folder, f"{name}#a")
        for command in (("show", path), ("sync", path, path)):
            done = rig.run(*command, limit_s=_LIMIT_S)
            assert done.returncode == 3, f"{command[0]} {name}: {done.returncode}"
            assert "Secret" not in done.stdout + done.stderr, f"{command[0]} reads {name}"
    return f"{len(names)} names refused"


@fault("overlay-nested", "a SMIL on a page of 2 MB whose elements are all nested, each with an id")
def nested(rig: Rig) -> str:
    """Show an overlay each of whose clips names all the rest of a page, within a limit of memory."""
    count = 2 * _MIB // 20
    page = "".join(f'<i id="n{i:06}">word ' for i in range(count))
    (rig.folder / "page.xhtml").write_text(page)
    path = _overlay(rig.folder, *(f"page.xhtml#n{i:06}" for i in range(0, count, 10)))
    done, player_mib, worker_mib = watched(rig, "show", path)
    assert done.returncode == 3, f"{done.returncode} {done.stderr[:200]}"
    assert "more text than a book" in done.stderr, done.stderr[:200]
    most_mib = max(player_mib, worker_mib)
    assert most_mib < _MOST_MIB, f"{most_mib:.0f} MiB"
    return f"refused, {most_mib:.0f} MiB at most"
