"""What newsrooms write in their own shorthand, as a newsreader says it: a table by kind."""

from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.script import lines

KINDS: dict[str, list[tuple[str, str]]] = {
    "a day before its month": [
        ("They meet on 8 April.", "They meet on the eighth of April."),
        ("The 8 April talks failed.", "The eighth of April talks failed."),
        ("It closed on 9 Feb 2021.", "It closed on the ninth of february twenty twenty one."),
        ("It ran from 3-6 June.", "It ran from the third to the sixth of June."),
        ("Shops shut Dec. 30–Jan. 3.", "Shops shut december thirtieth to january third."),
        ("ON JAN 9 SNOW FELL", "on january ninth snow fell"),
        ("It left on 2 october.", "It left on the second of october."),
        ("Since 4 Mar., 30 left.", "Since the fourth of march, thirty left."),
    ],
    "a date in digits": [
        ("Signed on 2019/04/07.", "Signed on april seventh twenty nineteen."),
        ("Signed on 17-04-2019.", "Signed on april seventeenth twenty nineteen."),
        ("Signed on 17-Apr-2019.", "Signed on the seventeenth of april twenty nineteen."),
        ("Born 6/5/71.", "Born june fifth nineteen seventy one."),
        ("Sat, 3 May 2025", "saturday, the third of May twenty twenty five"),
    ],
    "hours": [
        ("It struck at 02:00 GMT.", "It struck at two o'clock G.M.T."),
        ("It struck at 00:00.", "It struck at midnight."),
        ("It struck at 00:20.", "It struck at twelve twenty A.M."),
        ("Open 8 a.m.–6 p.m.", "Open eight A.M to six P.M."),
        ("Open 8 am - 6 pm", "Open eight A.M to six P.M"),
        ("It began at 21:00:00 CET.", "It began at twenty one hundred C.E.T."),
        ("He took 2h 5m.", "He took two hours five minutes."),
    ],
    "currencies by letters, and signs without an amount": [
        ("An A$-linked fund", "An australian dollar linked fund"),
        ("Bonds in US$ rose.", "Bonds in U.S dollars rose."),
        ("The €-denominated debt", "The euro denominated debt"),
        ("It cost 300 zł or 70 kr.", "It cost three hundred zlotys or seventy kroner."),
        ("SEK 4bn of aid", "four billion swedish kronor of aid"),
        ("It made R4.5bn.", "It made four point five billion rand."),
        ("The R4 is closed.", "The R four is closed."),
        ("It pays KWD 2m.", "It pays two million kuwaiti dinars."),
        ("He owes ¥80.75.", "He owes eighty point seven five yen."),
        ("They sent US $7 million.", "They sent seven million U.S dollars."),
        ("1 USD buys less.", "one U.S dollar buys less."),
        ("It cost ¥6 b last year.", "It cost six billion yen last year."),
    ],
    "amounts before a noun": [
        ("A $9-a-day fee", "A nine dollar a day fee"),
        ("A $3 million-a-year job", "A three million dollar a year job"),
        ("A 4m fence and a 6 km walk", "A four meter fence and a six kilometer walk"),
        ("Some 2.5m homes lost power.", "Some two point five million homes lost power."),
        ("Tickets are $30.00-$45.50.", "Tickets are thirty dollars to forty five dollars fifty."),
        ("He paid the bill (£2bn).", "He paid the bill (two billion pounds)."),
    ],
    "units": [
        ("Dust rose to 80 µg/m³.", "Dust rose to eighty micrograms per cubic meter."),
        ("It carries 900 m³/s.", "It carries nine hundred cubic meters per second."),
        ("Power is at 12p/kWh.", "Power is at twelve P per kilowatt hour."),
        ("Output is 1.4m b/d.", "Output is one point four million barrels per day."),
        ("Rates rose by 75bp.", "Rates rose by seventy five basis points."),
        ("It lies at 48.2°N.", "It lies at forty eight point two degrees north."),
        ("A 3 x 5 m room", "A three by five meters room"),
        ("It grew 10% - 20%.", "It grew ten percent to twenty percent."),
        ("He is 5'9\" tall.", 'He is five foot nine" tall.'),
        ("Add ½ cup and 1 ½ spoons.", "Add a half cup and one and a half spoons."),
        ("It took 3 1/2 hours.", "It took three and a half hours."),
        ("About 10⁹ of them", "About ten to the nine of them"),
    ],
    "names by number": [
        ("The XXII Olympic Games", "The twenty second Olympic Games"),
        ("In the XIX century", "In the nineteenth century"),
        ("A 4-3-3 formation", "A four three three formation"),
        ("Odds of 7/2 were cut.", "Odds of seven to two were cut."),
        ("Dial 112 at once.", "Dial one one two at once."),
        ("A Kh-22 was shot down.", "A K.H twenty two was shot down."),
        ("Sen. Ann Lee (R-Utah) spoke at 9.", "senator Ann Lee (republican of utah) spoke at nine."),
    ],
    "words and names in capitals": [
        ("Those WHO can vote", "Those who can vote"),
        ("The WHO can help.", "The W.H.O can help."),
        ("US TO JOIN WHO TALKS", "U.S to join W.H.O talks"),
        ("PACT BETWEEN US AND INDIA", "pact between U.S and india"),
        ("ALL US BASES TO CLOSE", "all U.S bases to close"),
        ("LEAVE US ALONE", "leave us alone"),
        ("FLIGHTS BANNED, SAYS WHO", "flights banned, says W.H.O"),
        ("TEN MEN JAILED FOR FIGHTING FOR IS", "ten men jailed for fighting for I.S"),
    ],
}
ROWS = [(kind, written, spoken) for kind, rows in KINDS.items() for written, spoken in rows]


@pytest.mark.parametrize(("kind", "written", "spoken"), ROWS)
def test_shorthand_is_said_as_a_newsreader_says_it(kind: str, written: str, spoken: str) -> None:
    made = lines(written, Span(0, len(written)), "en-US")
    assert [line.text for line in made] == [spoken], kind
