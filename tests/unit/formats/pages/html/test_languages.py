"""A story's language is what its page declares, unless the text shows that a template lies."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.languages import find_language
from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import STORY

PERSIAN = "پل قدیمی بندر پس از دو سال کار دوباره باز شد. بیش از چهار هزار موتر در ساعت نخست از آن گذشتند."
GERMAN = (
    "Die alte Brücke im Hafen ist nach zwei Jahren wieder offen, und in der ersten Stunde sind mehr als "
    "viertausend Autos über sie gefahren. Das hat die Stadt am Montag mit einer Erklärung bekannt gegeben, "
    "die auch von der Fähre handelt."
)
ARABIC = "افتتح الجسر القديم في الميناء مرة أخرى بعد سنتين من العمل، وقالت شركة گوگل إنها لا تعرف عنه شيئا."
LISTING = "def call(after, run): thread = Timer(after, run)"
SHORT = "Brücke im Hafen."


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        (["en"], PERSIAN, "fa"),
        (["en"], GERMAN, "de"),
        (["en", "de-AT"], GERMAN, "de-AT"),
        (["prs"], PERSIAN, "prs"),
        (["ps"], PERSIAN, "ps"),
        (["ar"], ARABIC, "ar"),
        (["en"], SHORT, "en"),
        ([], GERMAN, "de"),
        ([], SHORT, ""),
        (["nb"], GERMAN, "de"),
        ([], f"一日一技：延迟调用。{LISTING}这样就可以了，我们来看一下结果吧。", "zh"),
        (["en"], f"港桥{LISTING}", "en"),
    ],
    ids=[
        "a template in another script", "a template in the same", "one that agrees", "Dari",
        "what is not known",
        "a name in foreign letters", "too short", "nothing declared", "nothing known", "not even alike",
        "beside listings", "a name in a listing",
    ],
)  # fmt: skip
def test_what_is_declared_counts_unless_it_is_no_language_of_the_text(
    declared: list[str], text: str, language: str
) -> None:
    assert find_language(declared, text) == language


@pytest.mark.parametrize(
    "head",
    [
        linked(inLanguage="en-GB"),
        linked(inLanguage={"@type": "Language", "name": "English"}),
        meta(og__locale="en_GB"),
        '<meta http-equiv="Content-Language" content="en">',
        '<meta name="language" content="English">',
        '<meta name="dc.language" content="eng">',
    ],
)
def test_a_language_is_declared_in_many_ways(head: str) -> None:
    page = found(head, f"<h1>{TITLE}</h1>{STORY}", language="")
    assert page.language.partition("-")[0] == "en"


@pytest.mark.parametrize("language", ["utf-8", "{{lang}}", "und", "x"])
def test_what_is_no_language_declares_none(language: str) -> None:
    assert found("", language=language).language == "en"
