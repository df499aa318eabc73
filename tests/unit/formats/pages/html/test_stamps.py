"""Dates and times as metadata write them."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.stamps import read_stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2026-01-02", "2026-01-02"),
        ("20260102", "2026-01-02"),
        ("2026-01-02T10:43Z", "2026-01-02T10:43:00+00:00"),
        ("2026-01-02 15:25:12Z", "2026-01-02T15:25:12+00:00"),
        ("2026-01-02T07:29:39+0000", "2026-01-02T07:29:39+00:00"),
        ("2026-01-02T12:36:37.620301+02:00", "2026-01-02T12:36:37+02:00"),
        ("2026-01-02T10:00:00+04:30", "2026-01-02T10:00:00+04:30"),
        ("2026-01-02T10:00:00-0500[America/New_York]", "2026-01-02T10:00:00-05:00"),
        ("2026-01-02 11:30:00", "2026-01-02T11:30:00"),
        ("20260102T113000+0100", "2026-01-02T11:30:00+01:00"),
        ("1767312000", "2026-01-02T00:00:00+00:00"),
        ("1767312000000", "2026-01-02T00:00:00+00:00"),
        ("20 Nov 2019 08:02 GMT", "2019-11-20T08:02:00+00:00"),
        ("Wed, 20 Nov 2019 08:00:58 +0100", "2019-11-20T08:00:58+01:00"),
        ("Wed Nov 20 2019 08:00:58 GMT+0000", "2019-11-20T08:00:58+00:00"),
        ("Nov. 19, 2019 8:03 pm ET", "2019-11-19T20:03:00"),
        ("12 December 2019", "2019-12-12"),
        ("2019年11月20日 08:30", "2019-11-20T08:30:00"),
        ("قوس ۱۳, ۱۴۰۱", "2022-12-04"),
    ],
)
def test_a_date_is_read_in_every_form(text: str, stamp: str) -> None:
    assert read_stamp(text) == stamp


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "0001-01-01T00:00Z",
        "2026-13-45",
        "2026-02-30",
        "9999-01-01",
        "12345",
        "{{date}}",
        "2 hours ago",
    ],
)
def test_what_is_no_date_of_publication_is_none(text: str) -> None:
    assert not read_stamp(text)


def test_the_month_stands_first_where_americans_write() -> None:
    assert read_stamp("3/4/2024", is_american=True) == "2024-03-04"
    assert read_stamp("3/4/2024") == "2024-04-03"
