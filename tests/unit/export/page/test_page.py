"""The page that reads along."""

from __future__ import annotations

import re
from io import BytesIO

from briefing.export.page.page import write
from briefing.formats.publication import Publication
from tests.builders import make_document


def test_it_asks_nothing_of_anybody() -> None:
    file = BytesIO()
    write(Publication(make_document("Text <b>.", title="T & t")), file, lambda _share: None)
    page = file.getvalue().decode()
    assert "<title>T &amp; t</title>" in page
    assert not re.findall(r'(?:src|href)="(?!#|data:)', page)
