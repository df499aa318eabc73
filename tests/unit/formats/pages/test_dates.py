"""A date is told in the words and the calendar of its language."""

from __future__ import annotations

import pytest

from briefing.formats.pages.dates import find_date


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, 5th March, 2024",
        "5. März 2024",
        "le mardi 5 mars 2024 à 10h30",
        "5 de março de 2024",
        "5 марта 2024 года",
        "5 Mart 2024 Salı",
        "٥ مارس ٢٠٢٤",
        "الثلاثاء 5 آذار/مارس 2024",
        "۱۵ اسفند ۱۴۰۲",
        "سه شنبه، ۱۵ حوت ۱۴۰۲",
        "०५ मार्च २०२४",
        "৫ মার্চ ২০২৪",
        "2024年3月5日(火) 10時30分",
        "令和6年3月5日",
        "2024년 3월 5일",
        "5 มี.ค. 2567",
        "5 มีนาคม พ.ศ. 2567",
        "5 มี.ค. 67",
        "๕ มีนาคม ๒๕๖๗",
        "Ngày 5 tháng 3 năm 2024",
        "5 tháng 3, 2024",
        "5 Maret 2024",
        "2024. március 5.",
        "ה-5 במרץ 2024",
        "5. maaliskuuta 2024",
        "5. märts 2024",
        "2024. gada 5. marts",
        "2024 m. kovo 5 d.",
        "5 மார்ச் 2024",
        "5 मार्च, 2024",
        "2024-жыл, 5-март",
        "5 наурыз 2024",
        "5 მარტი 2024",
        "5 մարտի 2024",
        "5-Mar-2024",
        "Tue Mar 05 10:30:00 EST 2024",
    ],
)
def test_a_day_is_found(line: str) -> None:
    assert find_date(line) == "2024-03-05"


@pytest.mark.parametrize(
    "line", ["5 people of 2024", "2024 was year 12 of it", "ม.ค.", "on 5 of 67", "平成", "30 tháng 13, 2024"]
)
def test_numbers_beside_words_are_no_day(line: str) -> None:
    assert find_date(line) is None
