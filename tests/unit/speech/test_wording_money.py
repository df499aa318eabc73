"""Sums of money, as a voice is handed them."""

# ruff: noqa: E501  # sentences stand whole
from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.script import lines

SENTENCES = [
    ("The fund is worth $1.2 trillion and €3.4 billion.", "The fund is worth one point two trillion dollars and three point four billion euros."),
    ("A $50 million loan and the £3bn plan were agreed.", "A fifty million dollar loan and the three billion pound plan were agreed."),
    ("They lost US$ 3.5 billion in May.", "They lost three point five billion U.S dollars in May."),
    ("Losses of C$12 million, NZ$4m and S$7.5m were told.", "Losses of twelve million canadian dollars, four million new zealand dollars and seven point five million singapore dollars were told."),
    ("The bank gave €5 million for it.", "The bank gave five million euros for it."),
    ("It earned $3.2bn, up from $2.9bn.", "It earned three point two billion dollars, up from two point nine billion dollars."),
    ("It costs between $5 and $10 million.", "It costs between five dollars and ten million dollars."),
    ("It costs $5 million to $10 million.", "It costs five million dollars to ten million dollars."),
    ("Oil rose to $95/barrel, wheat to $7 a bushel.", "Oil rose to ninety five dollars per barrel, wheat to seven dollars a bushel."),
    ("Shares fell 45¢ to $12.05.", "Shares fell forty five cents to twelve dollars and five cents."),
    ("The U.S. spent $4bn; the U.K. £2bn.", "The U.S spent four billion dollars; the U.K two billion pounds."),
    ("Area: 12 m² at €3,000/m².", "Area: twelve square meters at three thousand euros per square meter."),
    ("$1.5m/year, 300 Mbps, 5G and 4K.", "one point five million dollars per year, three hundred megabits per second, five G and four K."),
    ("₹1,50,000 and Rs. 2,00,000 and ₹5 lakh crore.", "one hundred fifty thousand rupees and two hundred thousand rupees and five lakh crore rupees."),
    ("It lost $2 million.", "It lost two million dollars."),
    ("They paid $ 2m for it.", "They paid two million dollars for it."),
    ("The fee is US$2.5m–3m.", "The fee is two point five million to three million U.S dollars."),
    ("It got EUR 1.5 billion.", "It got one point five billion euros."),
    ("The firm paid £2bn for it.", "The firm paid two billion pounds for it."),
    ("It cost €300,000 at first.", "It cost three hundred thousand euros at first."),
    ("The debt is ¥5 trillion.", "The debt is five trillion yen."),
    ("It is 2 million dollars short.", "It is two million dollars short."),
    ("Iran sold $35 billion of oil.", "Iran sold thirty five billion dollars of oil."),
    ("It gave A$5 million.", "It gave five million australian dollars."),
    ("A loan of HK$20 million failed.", "A loan of twenty million hong kong dollars failed."),
    ("The road took ₹5 crore.", "The road took five crore rupees."),
    ("The prize is ₹2 lakh.", "The prize is two lakh rupees."),
    ("It asks for $1.2-1.5 billion.", "It asks for one point two to one point five billion dollars."),
    ("The result was -$3m.", "The result was minus three million dollars."),
    ("It pays $5/month.", "It pays five dollars per month."),
    ("The bill was £1,575.99.", "The bill was one thousand five hundred seventy five pounds ninety nine."),
    ("It cost $13.3 million, he said.", "It cost thirteen point three million dollars, he said."),
    ("He owes CHF 3 million.", "He owes three million swiss francs."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "spoken"), SENTENCES)
def test_a_sum_of_money_keeps_its_currency(written: str, spoken: str) -> None:
    assert " ".join(line.text for line in lines(written, Span(0, len(written)), "en-US")) == spoken
