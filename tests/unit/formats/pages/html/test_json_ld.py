"""Of all that JSON-LD says, what is said of the page's own story is found."""

from __future__ import annotations

import json

import pytest
from lxml import html

from briefing.formats.pages.html.json_ld import LinkedData, plain, text_of, types


def linked_data(*values: object) -> LinkedData:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)
    return LinkedData(html.document_fromstring(f"<html><head>{scripts}</head><body><p>x</body></html>"))


STORY = {"@type": "NewsArticle", "headline": "Bridge opens", "datePublished": "2026-01-02"}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Ferry stops",
    "datePublished": "2025-05-05",
    "url": "https://x.org/f",
}


@pytest.mark.parametrize(
    "value",
    [
        STORY,
        [STORY],
        [[STORY]],
        {"@graph": [{"@type": "WebPage", "name": "Bridge opens | Site"}, STORY]},
        {"@type": "WebPage", "mainEntity": STORY},
        STORY | {"@type": ["Article", "NewsArticle"]},
        STORY | {"@type": "http://schema.org/ReportageNewsArticle"},
        [OTHER, STORY],
        {"@type": "ItemList", "itemListElement": [OTHER, STORY], "mainEntity": STORY},
        STORY | {"mentions": [OTHER], "isPartOf": {"@type": "CreativeWork", "name": "Site"}},
    ],
    ids=[
        "alone", "in a list", "in two lists", "in a graph", "nested", "of two types", "of a full type",
        "behind another", "beside lists of others", "with others within",
    ],
)  # fmt: skip
def test_the_story_is_found(value: object) -> None:
    story = linked_data(value).story(["Bridge opens"], [])
    assert text_of(story, "headline") == "Bridge opens"


def test_of_two_stories_the_one_at_the_pages_address_counts() -> None:
    data = linked_data(STORY, OTHER)
    assert data.story([], ["http://www.x.org/f/?utm=1"]) == OTHER


def test_an_object_is_found_by_its_identifier() -> None:
    data = linked_data(
        {
            "@graph": [
                STORY | {"author": {"@id": "#mira"}},
                {"@id": "#mira", "@type": "Person", "name": "Mira Sand"},
            ]
        }
    )
    story = data.story(["Bridge opens"], [])
    assert [node["name"] for node in data.objects(story, "author")] == ["Mira Sand"]


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, [None, "x", 1.5], {"@type": None}, {"@graph": "x"}])
def test_what_says_nothing_is_no_story(value: object) -> None:
    assert linked_data(value).story(["Bridge opens"], [""]) == {}


def test_objects_within_objects_without_end_are_not_followed() -> None:
    value: object = STORY
    for _ in range(200):
        value = {"@type": "Thing", "subject": value}
    assert linked_data(value).story(["Bridge opens"], []) == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a  b\n", "a b"),
        (["", "a"], "a"),
        ({"@value": "a", "@language": "en"}, "a"),
        ({"@type": "Thing", "name": "a"}, "a"),
        ({"@list": ["a", "b"]}, "a"),
        (48, "48"),
        (True, ""),
        ({"name": {"name": {"name": "deep"}}}, "deep"),
        (None, ""),
    ],
)
def test_a_text_is_found_in_what_a_property_holds(value: object, text: str) -> None:
    assert text_of({"x": value}, "x") == text


def test_entities_and_tags_are_no_text() -> None:
    assert plain("&quot;A &amp;amp; B&quot; <b>opens</b>") == '"A & B" opens'


def test_types_are_told_without_their_vocabulary() -> None:
    assert types({"@type": ["https://schema.org/NewsArticle", "schema:Report", 3]}) == [
        "newsarticle",
        "report",
    ]
