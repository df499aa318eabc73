"""Whatever a feed is written in, and whatever it says of that, its letters are read."""

from __future__ import annotations

import codecs

import pytest

from briefing.formats.feeds.charset import read_source

GERMAN = "Grüße aus Zürich – ‚naïve‘ Straße"
RUSSIAN = "Мост через реку снова открыт для движения"
SOURCES = {
    "a mark of UTF-8 goes before what is declared": (codecs.BOM_UTF8 + GERMAN.encode(), "iso-8859-1", GERMAN),
    "UTF-8 that is declared as Latin-1": (GERMAN.encode(), "iso-8859-1", GERMAN),
    "Windows that is declared as UTF-8": (
        "Café über ‘naïve’ façades".encode("cp1252"),
        "utf-8",
        "Café über ‘naïve’ façades",
    ),
    "Cyrillic that is declared as UTF-8": (RUSSIAN.encode("cp1251"), "utf-8", RUSSIAN),
    "UTF-16 with a mark, declared as UTF-8": (RUSSIAN.encode("utf-16"), "utf-8", RUSSIAN),
    "UTF-8 with a few words in Windows' set": (GERMAN.encode() + "é".encode("cp1252"), "", GERMAN + "é"),
    "a set of its own that is told": (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
    "Korean": ("다리가 다시 열렸다".encode("euc-kr"), "euc-kr", "다리가 다시 열렸다"),
    "Chinese": ("大桥重新开放朱镕基".encode("gbk"), "gb2312", "大桥重新开放朱镕基"),
    "a set that there is not": (GERMAN.encode(), "no-such-set", GERMAN),
}


@pytest.mark.parametrize("case", SOURCES)
def test_letters_are_read(case: str) -> None:
    data, told, text = SOURCES[case]
    assert read_source(data, told) == text


def test_what_a_feed_declares_goes_before_what_servers_say_of_everything() -> None:
    data = f'<?xml version="1.0" encoding="windows-1251"?><rss>{RUSSIAN}</rss>'.encode("cp1251")
    assert RUSSIAN in read_source(data, "ISO-8859-1")


def test_a_set_of_the_same_letters_that_is_declared_is_believed() -> None:
    data = f'<?xml version="1.0" encoding="windows-1251"?><rss>{RUSSIAN}</rss>'.encode("koi8-r")
    assert RUSSIAN not in read_source(data)
