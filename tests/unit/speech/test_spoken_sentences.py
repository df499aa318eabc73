"""Sentences as a voice is handed them: numbers, money, capitals, marks and signs as a newsreader says them."""

# ruff: noqa: E501  # sentences stand whole
from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.script import lines

SENTENCES = [
    (
        "He ate² it.¹ The wall³ stood. It is 5 km² big‡ and old†.",
        "He ate it The wall stood It is five square kilometers big and old.",
    ),
    (
        "The fund is worth $1.2 trillion and €3.4 billion.",
        "The fund is worth one point two trillion dollars and three point four billion euros.",
    ),
    (
        "A $50 million loan and the £3bn plan were agreed.",
        "A fifty million dollar loan and the three billion pound plan were agreed.",
    ),
    (
        "They lost US$ 3.5 billion in May.",
        "They lost three point five billion U.S dollars in May.",
    ),
    (
        "Losses of C$12 million, NZ$4m and S$7.5m were told.",
        "Losses of twelve million canadian dollars, four million new zealand dollars and seven point five million singapore dollars were told.",
    ),
    (
        "The bank gave €5 million for it.",
        "The bank gave five million euros for it.",
    ),
    (
        "It earned $3.2bn, up from $2.9bn.",
        "It earned three point two billion dollars, up from two point nine billion dollars.",
    ),
    (
        "It costs between $5 and $10 million.",
        "It costs between five dollars and ten million dollars.",
    ),
    (
        "It costs $5 million to $10 million.",
        "It costs five million dollars to ten million dollars.",
    ),
    (
        "Oil rose to $95/barrel, wheat to $7 a bushel.",
        "Oil rose to ninety five dollars per barrel, wheat to seven dollars a bushel.",
    ),
    (
        "Shares fell 45¢ to $12.05.",
        "Shares fell forty five cents to twelve dollars and five cents.",
    ),
    (
        "About 50k people and 3M users came.",
        "About fifty thousand people and three million users came.",
    ),
    (
        "The BBC and the NHS agreed with the NATO chief.",
        "The B.B.C and the N.H.S agreed with the nato chief.",
    ),
    (
        "BREAKING: EU LEADERS MEET IN UK",
        "breaking: E.U leaders meet in U.K",
    ),
    (
        "IS FIGHTERS KILL TEN IN SYRIA",
        "I.S fighters kill ten in syria",
    ),
    (
        "WHO WILL WIN THE CUP?",
        "who will win the cup?",
    ),
    (
        "WHO WARNS OF NEW VIRUS",
        "W.H.O warns of new virus",
    ),
    (
        "LET US GO HOME",
        "let us go home",
    ),
    (
        "CHINA AND US SIGN DEAL",
        "china and U.S sign deal",
    ),
    (
        "I AM NOT A CROOK, HE SAID",
        "I am not a crook, he said",
    ),
    (
        "IT WORKERS GO ON STRIKE",
        "I.T workers go on strike",
    ),
    (
        "AI IS COMING FOR YOUR JOB",
        "A.I is coming for your job",
    ),
    (
        "PM SAYS UK WILL PAY",
        "P.M says U.K will pay",
    ),
    (
        "FIRE IN OLD MILL KILLS 12",
        "fire in old mill kills twelve",
    ),
    (
        "CHAPTER ONE",
        "chapter one",
    ),
    (
        "A NEW DAY BEGINS",
        "a new day begins",
    ),
    (
        '"DON\'T PANIC," SAYS MAYOR',
        '"don\'t panic," says mayor',
    ),
    (
        "HE'S BACK: KING'S SPEECH AT 3 PM",
        "he's back: king's speech at three P.M",
    ),
    (
        "It was VERY late and NOT fair.",
        "It was very late and not fair.",
    ),
    (
        "The US Army, the UN and the IMF said so.",
        "The U.S Army, the U.N and the I.M.F said so.",
    ),
    (
        "The film won two BAFTA awards on ITV.",
        "The film won two bafta awards on I.T.V.",
    ),
    (
        "It holds 1 500 seats, 12 000 books and 2 345 678 files.",
        "It holds one thousand five hundred seats, twelve thousand books and two million three hundred forty five thousand six hundred seventy eight files.",
    ),
    (
        "He won with 45 678 votes.",
        "He won with forty five thousand six hundred seventy eight votes.",
    ),
    (
        "In 2019 500 people came.",
        "In twenty nineteen five hundred people came.",
    ),
    (
        "Call 555 123 4567 now.",
        "Call five five five one two three four five six seven now.",
    ),
    (
        "It covers 3 sq km, 500 sq ft, 20 cu m and 5 cubic metres.",
        "It covers three square kilometers, five hundred square feet, twenty cubic meters and five cubic metres.",
    ),
    (
        "Wind of 120 km/h, 75 mph and 33 m/s.",
        "Wind of one hundred twenty kilometers per hour, seventy five miles per hour and thirty three meters per second.",
    ),
    (
        "It fell 3-5°C to -10 °C.",
        "It fell three to five degrees celsius to minus ten degrees celsius.",
    ),
    (
        "Turn to pp. 12–15, then p. 7.",
        "Turn to pages twelve to fifteen, then page seven.",
    ),
    (
        "From Oct-Dec 2024 and Jan–Mar 2025 it rained.",
        "From october to december twenty twenty four and january to march twenty twenty five it rained.",
    ),
    (
        "Open Mon-Fri, 9am-5pm.",
        "Open monday to friday, nine A.M to five P.M.",
    ),
    (
        "The 2019-21 drought, the 1939–45 war, the 2020/21 season.",
        "The twenty nineteen to twenty one drought, the nineteen thirty nine to forty five war, the twenty twenty twenty one season.",
    ),
    (
        "Arsenal won 3-2 and lost 0–1.",
        "Arsenal won three to two and lost nil one.",
    ),
    (
        "Louis XIV, Pope John XXIII and Queen Elizabeth II.",
        "Louis the fourteenth, Pope John the twenty third and Queen Elizabeth the second.",
    ),
    (
        "Act IV, Part II and Super Bowl LVII.",
        "Act four, Part two and Super Bowl fifty seven.",
    ),
    (
        "It rained 1/4 of the time and 2/3 cup of water.",
        "It rained one quarter of the time and two thirds cup of water.",
    ),
    (
        "Meet at 7:05 pm or 14:30 GMT.",
        "Meet at seven oh five P.M or fourteen thirty G.M.T.",
    ),
    (
        "On 3 March 2021, on March 3, 2021, on 3/3/2021 and on 2021-03-03.",
        "On the third of March twenty twenty one, on March third, twenty twenty one, on march third twenty twenty one and on march third twenty twenty one.",
    ),
    (
        "Go to https://example.org/a-b or write to j.doe@example.com.",
        "Go to example dot org slash A dash B or write to J dot doe at example dot com.",
    ),
    (
        "Use #ClimateAction and ask @BBCNews.",
        "Use hashtag climate action and ask at B.B.C news.",
    ),
    (
        "Prices rose by 3.5% vs. 2%, i.e. more.",
        "Prices rose by three point five percent versus two percent, that is more.",
    ),
    (
        "Gen. Smith of St. Louis met Sen. Lee.",
        "general Smith of saint Louis met senator Lee.",
    ),
    (
        "The temperature was 98.6°F.",
        "The temperature was ninety eight point six degrees fahrenheit.",
    ),
    (
        "A 6-foot-4-inch, 20-year-old man.",
        "A six foot four inch, twenty year old man.",
    ),
    (
        "He has 5kg of rice, 2L of milk and 3 tbsp of oil.",
        "He has five kilograms of rice, two liters of milk and three tablespoons of oil.",
    ),
    (
        "The U.S. spent $4bn; the U.K. £2bn.",
        "The U.S spent four billion dollars; the U.K two billion pounds.",
    ),
    (
        "Q3 GDP grew 2.5 per cent.",
        "Q three G.D.P grew two point five per cent.",
    ),
    (
        "The No. 1 song of the '90s.",
        "The number one song of the 'nineties.",
    ),
    (
        "5 × 3 = 15, 10 ± 2, 3 > 2 and 50+ people.",
        "five times three equals fifteen, ten plus or minus two, three greater than two and fifty plus people.",
    ),
    (
        "Area: 12 m² at €3,000/m².",
        "Area: twelve square meters at three thousand euros per square meter.",
    ),
    (
        "$1.5m/year, 300 Mbps, 5G and 4K.",
        "one point five million dollars per year, three hundred megabits per second, five G and four K.",
    ),
    (
        "A 10% rise, 10 percent, 10 pct.",
        "A ten percent rise, ten percent, ten percent.",
    ),
    (
        "₹1,50,000 and Rs. 2,00,000 and ₹5 lakh crore.",
        "one hundred fifty thousand rupees and two hundred thousand rupees and five lakh crore rupees.",
    ),
    (
        "It lost $2 million.",
        "It lost two million dollars.",
    ),
    (
        "They paid $ 2m for it.",
        "They paid two million dollars for it.",
    ),
    (
        "The fee is US$2.5m–3m.",
        "The fee is two point five million to three million U.S dollars.",
    ),
    (
        "It got EUR 1.5 billion.",
        "It got one point five billion euros.",
    ),
    (
        "The firm paid £2bn for it.",
        "The firm paid two billion pounds for it.",
    ),
    (
        "It cost €300,000 at first.",
        "It cost three hundred thousand euros at first.",
    ),
    (
        "The debt is ¥5 trillion.",
        "The debt is five trillion yen.",
    ),
    (
        "It is 2 million dollars short.",
        "It is two million dollars short.",
    ),
    (
        "Iran sold $35 billion of oil.",
        "Iran sold thirty five billion dollars of oil.",
    ),
    (
        "It gave A$5 million.",
        "It gave five million australian dollars.",
    ),
    (
        "A loan of HK$20 million failed.",
        "A loan of twenty million hong kong dollars failed.",
    ),
    (
        "The road took ₹5 crore.",
        "The road took five crore rupees.",
    ),
    (
        "The prize is ₹2 lakh.",
        "The prize is two lakh rupees.",
    ),
    (
        "They need 1.5bn euros.",
        "They need one point five billion euros.",
    ),
    (
        "It asks for $1.2-1.5 billion.",
        "It asks for one point two to one point five billion dollars.",
    ),
    (
        "The result was -$3m.",
        "The result was minus three million dollars.",
    ),
    (
        "It pays $5/month.",
        "It pays five dollars per month.",
    ),
    (
        "The bill was £1,575.99.",
        "The bill was one thousand five hundred seventy five pounds ninety nine.",
    ),
    (
        "It cost $13.3 million, he said.",
        "It cost thirteen point three million dollars, he said.",
    ),
    (
        "He owes CHF 3 million.",
        "He owes three million swiss francs.",
    ),
    (
        "IT WAS LATE WHEN THE LAST CREW left the bridge.",
        "it was late when the last crew left the bridge.",
    ),
    (
        "IT was late when he came.",
        "it was late when he came.",
    ),
    (
        '"NO ONE IS TO GO HOME YET."',
        '"no one is to go home yet."',
    ),
    (
        "So no one IS to go.",
        "So no one is to go.",
    ),
    (
        "The IT department slept.",
        "The I.T department slept.",
    ),
    (
        "Ask the WHO.",
        "Ask the W.H.O.",
    ),
    (
        "WHO CHIEF SAYS IT IS OVER",
        "W.H.O chief says it is over",
    ),
    (
        "US AND EU AGREE ON TRADE",
        "U.S and E.U agree on trade",
    ),
    (
        "THE BRIDGE IS OPEN AGAIN.",
        "the bridge is open again.",
    ),
    (
        "NOBODY KNEW WHY IT WAS SHUT, said the mayor.",
        "nobody knew why it was shut, said the mayor.",
    ),
    (
        "WASHINGTON (AP) — The US and the EU agreed.",
        "washington (A.P) — The U.S and the E.U agreed.",
    ),
    (
        "THE MAYOR thanked them.",
        "the mayor thanked them.",
    ),
    (
        "THE MAN WHO BIT THE DOG TOLD US WHY",
        "the man who bit the dog told us why",
    ),
    (
        "NATO AND UN AGREE: AIDS IS NOT OVER",
        "nato and U.N agree: aids is not over",
    ),
    (
        "In it are 1'234'567 francs.",
        "In it are one million two hundred thirty four thousand five hundred sixty seven francs.",
    ),
    (
        "In it are 1’234’567 francs.",
        "In it are one million two hundred thirty four thousand five hundred sixty seven francs.",
    ),
    (
        "In it are 1_234_567 units.",
        "In it are one million two hundred thirty four thousand five hundred sixty seven units.",
    ),
    (
        "In it are 1 234 567 units.",
        "In it are one million two hundred thirty four thousand five hundred sixty seven units.",
    ),
    (
        "It has 1 000 000 points.",
        "It has one million points.",
    ),
    (
        "It cost $1 234 567 then.",
        "It cost one million two hundred thirty four thousand five hundred sixty seven dollars then.",
    ),
    (
        "It is 12,34,567 rupees.",
        "It is one million two hundred thirty four thousand five hundred sixty seven rupees.",
    ),
    (
        "It is 1.234.567,89 euros.",
        "It is one million two hundred thirty four thousand five hundred sixty seven point eight nine euros.",
    ),
    (
        "It is 1.234,50 euros.",
        "It is one thousand two hundred thirty four point five zero euros.",
    ),
    (
        "It moved 80 km/h at first.",
        "It moved eighty kilometers per hour at first.",
    ),
    (
        "It made 60 beats/min today.",
        "It made sixty beats per minute today.",
    ),
    (
        "They grow 30 miles/hour faster.",
        "They grow thirty miles per hour faster.",
    ),
    (
        "It took 40 litres/day.",
        "It took forty litres per day.",
    ),
    (
        "It rose 10-15% a year.",
        "It rose ten to fifteen percent a year.",
    ),
    (
        "Turn to pages 5–7.",
        "Turn to pages five to seven.",
    ),
    (
        "It covers 20 km² of land.",
        "It covers twenty square kilometers of land.",
    ),
    (
        "It holds 3 m³ of air.",
        "It holds three cubic meters of air.",
    ),
    (
        "It holds 5 m3 of air.",
        "It holds five cubic meters of air.",
    ),
    (
        "It burned 7km2.",
        "It burned seven square kilometers.",
    ),
    (
        "It reopened.[1]",
        "It reopened.",
    ),
    (
        "It was shut[2][3] for years[citation needed] then.",
        "It was shut for years then.",
    ),
    (
        "A word[a] stands here.",
        "A word stands here.",
    ),
    (
        "It fell.[note 2]",
        "It fell.",
    ),
    (
        "It said so [4], too.",
        "It said so, too.",
    ),
    (
        "“[A] man” came.",
        "“[A] man” came.",
    ),
    (
        "It was so,¹ they said.²",
        "It was so, they said.",
    ),
    (
        "The re\u00adopened in\u00adfra\u00adstruc\u00adture.",
        "The reopened infrastructure.",
    ),
    (
        "Zero\u200bwidth signs part no word.",
        "Zerowidth signs part no word.",
    ),
    (
        "King Charles III spoke.",
        "King Charles the third spoke.",
    ),
    (
        "Chapter IV ends.",
        "Chapter four ends.",
    ),
    (
        "It was the 22nd time.",
        "It was the twenty second time.",
    ),
    (
        "He took 2½ cups.",
        "He took two and a half cups.",
    ),
    (
        "At 9:30 a.m. they met.",
        "At nine thirty A.M they met.",
    ),
    (
        "Call (212) 555-0199 now.",
        "Call (two one two) five five five zero one nine nine now.",
    ),
    (
        "It was on 10/25/2023.",
        "It was on october twenty fifth twenty twenty three.",
    ),
]


@pytest.mark.parametrize(("written", "spoken"), SENTENCES)
def test_a_sentence_is_said_as_a_newsreader_says_it(written: str, spoken: str) -> None:
    assert " ".join(line.text for line in lines(written, Span(0, len(written)), "en-US")) == spoken


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_digits_may_be_grouped_by_any_space(space: str) -> None:
    written = f"It has 2{space}345{space}678 seats."
    said = "It has two million three hundred forty five thousand six hundred seventy eight seats."
    assert [line.text for line in lines(written, Span(0, len(written)), "en")] == [said]


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("de-CH", "Es kostet 1'234'567 Franken.", "Es kostet 1234567 Franken."),
        ("de", "Die Brü\u00adcke[1] ist offen.[2]", "Die Brücke ist offen."),
        ("fr", "Il coûte 1.234,50 €.", "Il coûte 1.234 euros 50."),
    ],
)
def test_other_languages_lose_marks_alone(language: str, written: str, spoken: str) -> None:
    assert [line.text for line in lines(written, Span(0, len(written)), language)] == [spoken]


def test_what_is_said_leads_back_to_its_word_past_a_silent_mark() -> None:
    written = "It re\u00adopened[1] at once."
    (line,) = lines(written, Span(0, len(written)), "en")
    assert written[line.origin(line.text.index("at once")) :] == "at once."
