"""JSON as pages have it: with what scripts, templates and hands put into it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.formats.pages.html.json_text import LONGEST, read_value, read_values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('\ufeff{"a": 1};', {"a": 1}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', {"a": 1}),
        ('{"a": "one\ntwo\tthree"}', {"a": "one\ntwo\tthree"}),
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('{"a": 1,, "b": 2}', {"a": 1, "b": 2}),
        ('[{"a": 1} {"b": 2}]', [{"a": 1}, {"b": 2}]),
        ('{"a": 1, /* of no use */ "b": "http://x/y" // the end\n}', {"a": 1, "b": "http://x/y"}),
        (r'{"a": "it\'s 5\% \x"}', {"a": "it's 5% x"}),
        ("{&quot;a&quot;: &quot;b&quot;}", {"a": "b"}),
        ('{"a": NaN, "b": Infinity}', {"a": None, "b": None}),
    ],
    ids=[
        "strict", "mark and semicolon", "comment of html", "cdata", "cdata in comments", "raw line breaks",
        "trailing commas", "doubled comma", "missing comma", "comments", "false escapes", "entities",
        "no numbers",
    ],
)  # fmt: skip
def test_json_is_read_as_pages_have_it(text: str, value: Any) -> None:
    assert read_value(text) == value


def test_several_values_in_one_script_are_all_read() -> None:
    assert list(read_values('{"a": 1}\n{"b": 2}')) == [{"a": 1}, {"b": 2}]


def test_what_can_be_is_picked_out_of_ruins() -> None:
    text = '{"headline": "He said "no" to it",\n"datePublished": "2026-01-02", "author": {"name": }'
    assert read_value(text) == {"headline": 'He said "no" to it', "datePublished": "2026-01-02"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a": "' + '\\"' * 100_000,
        '"' * 100_001,
        "/*" * 100_000,
    ],
    ids=["nothing", "words", "lists", "objects", "no end of a string", "quotation marks", "comments"],
)
def test_what_is_no_json_ends_soon(text: str) -> None:
    assert not isinstance(read_value(text), dict | list)


def test_a_number_of_thousands_of_digits_is_none() -> None:
    assert read_value('{"a": ' + "9" * 10_000 + ', "b": 1}') == {"a": None, "b": 1}


def test_what_is_longer_than_any_description_is_not_read() -> None:
    assert list(read_values('{"a": "' + "x" * LONGEST + '"}')) == []
