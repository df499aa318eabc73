"""Numbers: in groups, with units, and of dates and times, as a voice is handed them."""

# ruff: noqa: E501  # sentences stand whole
from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.script import lines

KINDS: dict[str, list[tuple[str, str]]] = {
    "groups": [
        ("It holds 1 500 seats, 12 000 books and 2 345 678 files.", "It holds one thousand five hundred seats, twelve thousand books and two million three hundred forty five thousand six hundred seventy eight files."),
        ("He won with 45 678 votes.", "He won with forty five thousand six hundred seventy eight votes."),
        ("In 2019 500 people came.", "In twenty nineteen five hundred people came."),
        ("Call 555 123 4567 now.", "Call five five five one two three four five six seven now."),
        ("In it are 1'234'567 francs.", "In it are one million two hundred thirty four thousand five hundred sixty seven francs."),
        ("In it are 1’234’567 francs.", "In it are one million two hundred thirty four thousand five hundred sixty seven francs."),
        ("In it are 1_234_567 units.", "In it are one million two hundred thirty four thousand five hundred sixty seven units."),
        ("In it are 1 234 567 units.", "In it are one million two hundred thirty four thousand five hundred sixty seven units."),
        ("It has 1 000 000 points.", "It has one million points."),
        ("It cost $1 234 567 then.", "It cost one million two hundred thirty four thousand five hundred sixty seven dollars then."),
        ("It is 1.234.567,89 euros.", "It is one million two hundred thirty four thousand five hundred sixty seven point eight nine euros."),
        ("It is 1.234,50 euros.", "It is one thousand two hundred thirty four point five zero euros."),
    ],
    "numbers": [
        ("About 50k people and 3M users came.", "About fifty thousand people and three million users came."),
        ("Turn to pp. 12–15, then p. 7.", "Turn to pages twelve to fifteen, then page seven."),
        ("Arsenal won 3-2 and lost 0–1.", "Arsenal won three to two and lost nil one."),
        ("It rained 1/4 of the time and 2/3 cup of water.", "It rained one quarter of the time and two thirds cup of water."),
        ("5 × 3 = 15, 10 ± 2, 3 > 2 and 50+ people.", "five times three equals fifteen, ten plus or minus two, three greater than two and fifty plus people."),
        ("They need 1.5bn euros.", "They need one point five billion euros."),
        ("It is 12,34,567 rupees.", "It is one million two hundred thirty four thousand five hundred sixty seven rupees."),
        ("Turn to pages 5–7.", "Turn to pages five to seven."),
        ("It holds 5 m3 of air.", "It holds five cubic meters of air."),
        ("It burned 7km2.", "It burned seven square kilometers."),
        ("It was the 22nd time.", "It was the twenty second time."),
        ("He took 2½ cups.", "He took two and a half cups."),
        ("Call (212) 555-0199 now.", "Call (two one two) five five five zero one nine nine now."),
    ],
    "units": [
        ("It covers 3 sq km, 500 sq ft, 20 cu m and 5 cubic metres.", "It covers three square kilometers, five hundred square feet, twenty cubic meters and five cubic metres."),
        ("Wind of 120 km/h, 75 mph and 33 m/s.", "Wind of one hundred twenty kilometers per hour, seventy five miles per hour and thirty three meters per second."),
        ("It fell 3-5°C to -10 °C.", "It fell three to five degrees celsius to minus ten degrees celsius."),
        ("Go to https://example.org/a-b or write to j.doe@example.com.", "Go to example dot org or write to J dot doe at example dot com."),
        ("Prices rose by 3.5% vs. 2%, i.e. more.", "Prices rose by three point five percent versus two percent, that is more."),
        ("The temperature was 98.6°F.", "The temperature was ninety eight point six degrees fahrenheit."),
        ("A 6-foot-4-inch, 20-year-old man.", "A six foot four inch, twenty year old man."),
        ("He has 5kg of rice, 2L of milk and 3 tbsp of oil.", "He has five kilograms of rice, two liters of milk and three tablespoons of oil."),
        ("Q3 GDP grew 2.5 per cent.", "Q three G.D.P grew two point five per cent."),
        ("A 10% rise, 10 percent, 10 pct.", "A ten percent rise, ten percent, ten percent."),
        ("It moved 80 km/h at first.", "It moved eighty kilometers per hour at first."),
        ("It made 60 beats/min today.", "It made sixty beats per minute today."),
        ("They grow 30 miles/hour faster.", "They grow thirty miles per hour faster."),
        ("It took 40 litres/day.", "It took forty litres per day."),
        ("It rose 10-15% a year.", "It rose ten to fifteen percent a year."),
    ],
    "dates and times": [
        ("From Oct-Dec 2024 and Jan–Mar 2025 it rained.", "From october to december twenty twenty four and january to march twenty twenty five it rained."),
        ("Open Mon-Fri, 9am-5pm.", "Open monday to friday, nine A.M to five P.M."),
        ("The 2019-21 drought, the 1939–45 war, the 2020/21 season.", "The twenty nineteen to twenty one drought, the nineteen thirty nine to forty five war, the twenty twenty twenty one season."),
        ("Meet at 7:05 pm or 14:30 GMT.", "Meet at seven oh five P.M or fourteen thirty G.M.T."),
        ("On 3 March 2021, on March 3, 2021, on 3/3/2021 and on 2021-03-03.", "On the third of March twenty twenty one, on March third, twenty twenty one, on march third twenty twenty one and on march third twenty twenty one."),
        ("The No. 1 song of the '90s.", "The number one song of the 'nineties."),
        ("At 9:30 a.m. they met.", "At nine thirty A.M they met."),
        ("It was on 10/25/2023.", "It was on october twenty fifth twenty twenty three."),
    ],
}  # fmt: skip
ROWS = [(kind, written, spoken) for kind, rows in KINDS.items() for written, spoken in rows]


@pytest.mark.parametrize(("kind", "written", "spoken"), ROWS)
def test_a_number_is_said_as_a_newsreader_says_it(kind: str, written: str, spoken: str) -> None:
    made = lines(written, Span(0, len(written)), "en-US")
    assert " ".join(line.text for line in made) == spoken, kind


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_digits_may_be_grouped_by_any_space(space: str) -> None:
    written = f"It has 2{space}345{space}678 seats."
    said = "It has two million three hundred forty five thousand six hundred seventy eight seats."
    assert [line.text for line in lines(written, Span(0, len(written)), "en")] == [said]
