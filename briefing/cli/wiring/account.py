"""What is this account's own: its settings, its store, the languages that it reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.errors import StoreError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from briefing.ports.library import Shelf
    from briefing.settings import Loaded, Settings
    from briefing.store import Store
    from briefing.store.library import LibraryShelf


def load_settings(args: argparse.Namespace) -> Loaded:
    """Return the settings that file, environment and flags make.

    Raises:
        ConfigError: if one of them cannot be taken.
    """
    from briefing.cli.settings_flags import given_flags
    from briefing.cli.settings_loading import load
    from briefing.folders import settings_path

    loaded = load(settings_path(), os.environ, given_flags(args))
    check_names(loaded.settings)
    return loaded


def settings_for(name: str) -> Settings:
    """Return the settings in force for an address, of which a flag gives none; for a file the usual ones.

    Raises:
        ConfigError: if one of them cannot be taken.
    """
    from argparse import Namespace

    from briefing.settings import Settings
    from briefing.sources.address import is_address

    return load_settings(Namespace()).settings if is_address(name) else Settings()


def check_names(settings: Settings) -> None:
    """Check what settings name that only an adapter knows.

    Raises:
        ConfigError: for a speech engine that there is not.
    """
    from briefing.settings import TABLE

    if settings.speech_engine != TABLE["speech_engine"].default:
        from briefing.speech.engines.registry import in_order

        in_order(settings.speech_engine)


def open_store() -> Store:
    """Return the store of this account."""
    from briefing.folders import store_path
    from briefing.store import Store

    return Store(store_path())


def open_shelf(*, must_last: bool = False) -> LibraryShelf:
    """Return the library of this account. `must_last`: not one that ends with the program.

    Raises:
        StoreError: if it must last, and there is nowhere to keep it.
    """
    from briefing.folders import library_path
    from briefing.store.library import LibraryShelf

    path = library_path()
    if path is None and must_last:
        raise StoreError("There is no home folder to keep a library in.", "Set HOME to a folder of yours.")
    return LibraryShelf(path)


def tell_notice(shelf: Shelf) -> None:
    """Say on standard error what went wrong with the library, if anything did."""
    from briefing.cli import outputs

    notice = shelf.take_notice()
    if notice:
        outputs.tell(notice)


def spoken_languages(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that the environment says its user reads, best first, as BCP 47 tags."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environ[name] for name in names if environ.get(name)), "")
    listed = environ.get("LANGUAGE", "").split(":") if chosen not in ("", "C", "POSIX") else []
    tags = (each.partition(".")[0].partition("@")[0].replace("_", "-") for each in (*listed, chosen))
    return tuple(dict.fromkeys(tag for tag in tags if tag not in ("", "C", "POSIX")))
