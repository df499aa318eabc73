"""What the data knows, a language at a time: some 2,300 names, read when one is asked for."""

from __future__ import annotations

import zipfile
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Final

_FROM: Final = {"nb": "no", "nn": "no", "sh": "sr", "cmn": "zh", "yue": "zh", "iw": "he", "in": "id"}
"""Languages that are called as another one here."""
_KEPT: Final = 8
"""Languages at once."""


@lru_cache(_KEPT)
def known_names(language: str) -> dict[str, str]:
    """Return what CLDR calls characters and sequences of them in a primary language tag; empty without.

    They stand there without variation selectors; a script under its code behind an @: "@Cyrl".
    """
    try:
        names = _member(_FROM.get(language, language))
    except KeyError:
        return {}
    return {key: name for key, name in zip(_member("characters"), names, strict=True) if name}


@cache
def words_with() -> dict[str, str]:
    """Return Chinese characters with a frequent word that has each: "中" -> "中国"."""
    return {line[0]: line[1:] for line in _member("words")}


def _member(name: str) -> list[str]:
    packed = resources.files(__package__).joinpath("names.zip").read_bytes()
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        return archive.read(name).decode().split("\n")
