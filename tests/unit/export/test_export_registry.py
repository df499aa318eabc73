"""Every kind of file that a briefing can go out as."""

from __future__ import annotations

from io import BytesIO

import pytest

from briefing.errors import UsageError
from briefing.export.registry import BY_NAME, EXPORTS, export_of
from briefing.formats.publication import Publication
from briefing.outline import Chapter
from tests.builders import make_document


def test_no_two_are_called_alike() -> None:
    assert len(BY_NAME) == len(EXPORTS) == len({each.suffix.lower() for each in EXPORTS})


def test_the_longer_suffix_tells_in_any_case() -> None:
    assert export_of("News.DAISY.zip").name == "daisy"
    assert export_of("news.txt").name == "txt"


def test_one_that_is_asked_for_goes_before_the_name() -> None:
    assert export_of("news.data", "vtt").name == "vtt"


def test_an_unknown_suffix_names_those_that_there_are() -> None:
    with pytest.raises(UsageError, match=r"cannot be written as news\.doc"):
        export_of("news.doc")


def test_what_a_file_does_not_hold_is_named() -> None:
    publication = Publication(make_document("Text.", title="T"))
    assert BY_NAME["txt"].left_out(publication) == ["language"]
    assert BY_NAME["epub"].left_out(publication) == []


TEXTS = [each.name for each in EXPORTS if not (each.needs_times or each.sounds or each.name == "brf")]
"""Those that are made of text alone, and by nobody else: braille is by liblouis."""


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_without_times_can_be_written(name: str) -> None:
    file = BytesIO()
    BY_NAME[name].write(Publication(make_document("Text.", title="T")), file, lambda _share: None)
    assert b"Text." in file.getvalue()


def test_what_has_no_chapters_of_the_recording_says_so() -> None:
    publication = Publication(make_document("Text."), chapters=(Chapter("Intro", 0.0, 0),))
    assert {each.name for each in EXPORTS if "chapters" not in each.left_out(publication)} == {
        "mp3",
        "m4a",
        "opus",
    }
