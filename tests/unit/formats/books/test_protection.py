"""A book that only its shop's programs can read is named; one that only guards its fonts is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import SourceError
from tests.unit.formats.books.books_made import epub, read, told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.formats.books.books_made import Files

FONTS = "http://www.idpf.org/2008/embedding"


def a_book(method: str, locked: str) -> Files:
    encryption = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
        ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:EncryptionMethod Algorithm="{method}"/><enc:CipherData><enc:CipherReference URI="{locked}"/>'
        "</enc:CipherData></enc:EncryptedData></encryption>"
    )
    return epub("<p>Rye</p>", title="", files={"META-INF/encryption.xml": encryption})


def test_a_book_that_is_protected_against_copying_is_named(tmp_path: Path) -> None:
    locked = a_book("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "EPUB/c1.xhtml")
    with pytest.raises(SourceError, match=r"protected against copying \(DRM\)"):
        read(tmp_path, locked)


@pytest.mark.parametrize(("method", "locked"), [(FONTS, "EPUB/a.otf"), ("aes", "EPUB/a.otf")])
def test_a_book_whose_fonts_alone_are_locked_is_read(method: str, locked: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, a_book(method, locked))) == [("paragraph", "Rye")]
