"""SAMI: captions between sync points, and what the head tells of them."""

from __future__ import annotations

import pytest

from briefing.formats.timed import sami
from tests.unit.formats.timed.timed_lines import cues, read

EXPECTED = [(1.0, 3.0, "The bridge\nis open."), (4.0, 6.0, "Cars & buses cross it.")]
SAMI = """<SAMI><HEAD><TITLE>Harbour</TITLE><STYLE TYPE="text/css"><!--
.ENCC {Name: English; lang: en-GB;} .FRCC {Name: French; lang: fr-FR;} --></STYLE></HEAD><BODY>
<SYNC Start=1000><P Class=ENCC>The bridge<br>is open.<P Class=FRCC>Le pont est ouvert.
<SYNC Start=3000><P Class=ENCC>&nbsp;<P Class=FRCC>&nbsp;
<SYNC Start="4000ms"><P Class=encc>Cars &amp; buses cross it.</P></SYNC>
<SYNC Start=6000><P Class=ENCC>&nbsp;</BODY></SAMI>"""


@pytest.mark.parametrize("suffix", [".smi", ""])
def test_captions_of_sami_are_read_at_their_times(suffix: str) -> None:
    assert cues(SAMI, suffix) == EXPECTED


def test_sami_tells_its_title_and_language() -> None:
    found = read(SAMI)
    assert (found.title, found.language) == ("Harbour", "en-GB")


def test_captions_without_a_start_that_is_a_time_are_no_captions() -> None:
    assert list(sami.read("<SAMI><BODY><SYNC Start=Infinity><P Class=ENCC>The bridge</SAMI>").lines) == []
