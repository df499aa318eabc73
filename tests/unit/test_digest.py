"""The hash that names a document, by which its place is found again, whatever works it out."""

from __future__ import annotations

import hashlib

from briefing.digest import sha256


def test_it_is_sha_256() -> None:
    text = b"The bridge opened again."
    assert sha256(text).digest() == hashlib.sha256(text).digest()
