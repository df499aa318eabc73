"""The names that ship: each is IPA that voices can say, its own respelling, and no English word."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from importlib import resources

import pytest

from briefing.align.pronunciation.ipa import from_ipa
from briefing.speech.engines.natural.alphabet import spelt
from briefing.text.ipa import tidied
from briefing.text.language import language_tag
from briefing.text.pronunciation.dictionary import Pronunciations, bare
from briefing.text.pronunciation.entry import make_entry
from briefing.text.pronunciation.news import news_names, read_rows
from briefing.text.pronunciation.respelling import respelled

ROWS = read_rows()
ALSO_WORDS = {"kurti", "peshmerga", "accra", "macron", "siemens"}
"""Rare ones, which sound as the names do, or have no capital."""


def test_there_are_hundreds_from_all_over_the_world() -> None:
    assert len(ROWS) >= 300
    assert len({row.origin for row in ROWS}) >= 60
    kinds = Counter(row.kind for row in ROWS)
    assert set(kinds) == {"person", "place", "organisation"}
    assert min(kinds.values()) >= 50


def test_each_can_be_an_entry_and_has_the_respelling_of_its_sound() -> None:
    for row in ROWS:
        assert make_entry(row.name, f"{row.respelling} /{row.ipa}/").ipa == row.ipa, row
        assert tidied(row.ipa) == row.ipa, row
        assert respelled(row.ipa) == row.respelling, row
        assert row.origin == "myn" or language_tag(row.origin) == row.origin, row


def test_each_has_a_capital_and_stands_there_once_in_order() -> None:
    names = [row.name for row in ROWS]
    assert all(any(map(str.isupper, name)) for name in names)
    assert len(set(names)) == len(names)
    assert names == sorted(names, key=str.casefold)
    by_plain: dict[str, set[str]] = {}
    for row in ROWS:
        by_plain.setdefault(bare(row.name.casefold()), set()).add(row.ipa)
    assert [name for name, ways in by_plain.items() if len(ways) > 1] == []


def test_each_is_found_as_it_is_written_and_not_in_small_letters() -> None:
    dictionary = Pronunciations(names=news_names())
    for row in ROWS:
        (found,) = dictionary.find(row.name, 0, len(row.name), "en-GB")
        assert found.ipa == row.ipa, row
        assert dictionary.find(row.name.lower(), 0, len(row.name), "en-GB") == [], row


def test_no_english_word_is_shadowed() -> None:
    hibari = pytest.importorskip("hibari", reason="its list of words is needed")
    listed = resources.files(hibari).joinpath("assets/lexicon_us_gold.json.gz").read_bytes()
    words = {word for word in json.loads(gzip.decompress(listed)) if word.islower()}
    single = {row.name.lower() for row in ROWS if not {" ", "-"} & set(row.name)}
    assert single & words <= ALSO_WORDS


def test_each_has_a_way_to_be_said_by_the_natural_voice_and_by_the_aligner() -> None:
    for row in ROWS:
        told = spelt(row.ipa)
        assert len(told.split()) == len(row.ipa.split()), row
        assert "ɹɹ" not in told, row
        assert len(from_ipa([row.ipa])) >= 2, row
