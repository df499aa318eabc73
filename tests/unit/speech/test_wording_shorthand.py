"""Models, sections, scores, weights, telephone numbers, rates of exchange and words run together, by kind."""

from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.script import lines

KINDS: dict[str, list[tuple[str, str]]] = {
    "models of vehicles and weapons": [
        ("A MiG-25RB flew low.", "A mig twenty five R.B flew low."),
        ("The Tu-160M2 has landed.", "The tu one sixty M two has landed."),
        ("Nine F-15s and a B-52H left.", "Nine F fifteens and a B fifty two H left."),
        ("The T-80BVM is slow.", "The T eighty B.V.M is slow."),
        ("They lost two Ka-52Ms.", "They lost two ka fifty two M's."),
        ("A Kh-59M2 fell.", "A K.H fifty nine M two fell."),
        ("It opens Mon-9AM.", "It opens mon nine A.M."),
    ],
    "what has a letter after its number": [
        ("Leave by Gate 14B for Block 2A.", "Leave by Gate fourteen B for Block two A."),
        ("It cost 3B in all.", "It cost three billion in all."),
    ],
    "durations": [
        ("It took 2h15m, then 6m30s.", "It took two hours fifteen minutes, then six minutes thirty seconds."),
        (
            "It fell at 3 m/s² in 1hr5min.",
            "It fell at three meters per second squared in one hour five minutes.",
        ),
    ],
    "dashes between numbers": [
        ("Tue, May 5, 2020 - 6:10 PM", "tuesday, May fifth, twenty twenty - six ten P.M"),
        ("M 5.5 - 40 km north", "M five point five - forty kilometers north"),
        ("Open 5:00 am - 9:40 pm", "Open five A.M to nine forty P.M"),
        ("It grew 10 - 12 times.", "It grew ten to twelve times."),
    ],
    "what is named by its size": [
        ("They fired 105mm shells.", "They fired one hundred five millimeter shells."),
        ("The 203 mm gun is old.", "The two hundred three millimeter gun is old."),
        ("He carried 25kg sacks.", "He carried twenty five kilogram sacks."),
        ("It sank 30m downwards.", "It sank thirty meters downwards."),
        ("The 2.5m-strong body agreed.", "The two point five million strong body agreed."),
    ],
    "sections and tie-breaks": [
        ("Under Article 63(4) it may.", "Under Article sixty three (four) it may."),
        ("See section 12(b)(3) of it.", "See section twelve (B) (three) of it."),
        ("Her 401(k) grew.", "Her four oh one K grew."),
        ("He won 6-7(4), 7-6(9).", "He won six to seven (four), seven to six (nine)."),
        ("She lost 6-7 (3/7), 1-6.", "She lost six to seven (three to seven), one to six."),
        ("It is case No. 21-40511.", "It is case number twenty one four zero five one one."),
    ],
    "stones": [
        ("She weighs 9st 2lb.", "She weighs nine stone two pounds."),
        ("He was 11st 4lb then.", "He was eleven stone four pounds then."),
        ("At 21st 3lb he was heavy.", "At twenty one stone three pounds he was heavy."),
        ("The 21st of them fell.", "The twenty first of them fell."),
    ],
    "telephone numbers": [
        ("Ring 0300 222 333 now.", "Ring zero three zero zero two two two three three three now."),
        (
            "It is +33 1 55 66 77 88.",
            "It is plus thirty three one fifty five sixty six seventy seven eighty eight.",
        ),
        ("Tell police on 105.", "Tell police on one zero five."),
        ("Contact 115 quoting case 7.", "Contact one one five quoting case seven."),
    ],
    "currencies and rates of exchange": [
        ("It is worth ₡700 or GH₵9.", "It is worth seven hundred colones or nine ghanaian cedis."),
        ("It costs N4,500 or N3bn.", "It costs four thousand five hundred naira or three billion naira."),
        ("The N4 and an N95 mask", "The N four and an N ninety five mask"),
        (
            "It closed at N870.50/$.",
            "It closed at eight hundred seventy point five zero naira per dollar.",
        ),
        ("With £1=$1.25 it pays.", "With one pound equals one dollar twenty five it pays."),
        ("At COP 28 it was hot.", "At cop twenty eight it was hot."),
        ("The £/$ rate fell.", "The pound dollar rate fell."),
        ("It made Rs 300 cr in May.", "It made three hundred crore rupees in May."),
        ("It needs Rs. 7 lakh crore now.", "It needs seven lakh crore rupees now."),
    ],
    "powers and sides": [
        ("It has 3.1×10²¹ of them.", "It has three point one times ten to the twenty one of them."),
        (
            "A risk of 10⁻⁷ or 2.5e-9.",
            "A risk of ten to the minus seven or two point five times ten to the minus nine.",
        ),
        ("The 4x200m relay", "The four by two hundred meters relay"),
    ],
    "runs and wickets": [
        ("They made 312-7 declared.", "They made three hundred twelve for seven declared."),
        ("He bowled 5-41 today.", "He bowled five for forty one today."),
        ("They lost 21-7 at home.", "They lost twenty one to seven at home."),
    ],
    "Roman numerals and what only looks like them": [
        ("The LIV tour and an XL shirt", "The liv tour and an X.L shirt"),
        ("Clement XI and the Ajax XI", "Clement the eleventh and the Ajax eleven"),
        ("The XIIth night", "The twelfth night"),
        ("World War I ended and Act V began.", "World War one ended and Act five began."),
        (
            "James I met a Delta V crew, and Ann and I left.",
            "James the first met a Delta five crew, and Ann and I left.",
        ),
        ("NYC BUSES RUN AGAIN", "N.Y.C buses run again"),
    ],
    "genitives of numbers": [
        ("It was 2016's best film.", "It was twenty sixteen's best film."),
        ("The 1950's were dull.", "The nineteen fifties were dull."),
        ("It is section 340's aim.", "It is section three hundred forty's aim."),
    ],
    "words run together": [
        ("He went—or ran—away.", "He went — or ran — away."),
        ("They left.The rest stayed.", "They left. The rest stayed."),
        ("The CIA/FBI team met.", "The C.I.A F.B.I team met."),
        ("He [w]as late; the boy(s) hide[s].", "He was late; the boys hides."),
        ("Wars of 1914—18 ended.", "Wars of nineteen fourteen to eighteen ended."),
    ],
    "bulletins in capitals": [
        (
            "CENTRE...19.5N 61.2W",
            "centre... nineteen point five degrees north sixty one point two degrees west",
        ),
        (
            "WINDS...90 MPH...145 KM/H",
            "winds... ninety miles per hour... one hundred forty five kilometers per hour",
        ),
        (
            "At 1000 PM (0000 UTC) it held at 985 mb.",
            "At ten P.M (midnight U.T.C) it held at nine hundred eighty five millibars.",
        ),
    ],
    "initials that are not all capitals": [
        ("MPs and NGOs met.", "M.P's and N.G.O's met."),
        ("The MoD and the DfE differ.", "The M.O.D and the D.F.E differ."),
        ("McDonald's and LeBron said no.", "McDonald's and LeBron said no."),
    ],
    "parties and states": [
        (
            "Ann Lee (D-OR) and Al Fox (R-AL)",
            "Ann Lee (democrat of oregon) and Al Fox (republican of alabama)",
        ),
        ("Sales rose in 3Q24.", "Sales rose in the third quarter of twenty twenty four."),
    ],
}
ROWS = [(kind, written, spoken) for kind, rows in KINDS.items() for written, spoken in rows]


@pytest.mark.parametrize(("kind", "written", "spoken"), ROWS)
def test_shorthand_is_said_as_a_newsreader_says_it(kind: str, written: str, spoken: str) -> None:
    made = lines(written, Span(0, len(written)), "en-US")
    assert [line.text for line in made] == [spoken], kind


def test_what_was_run_together_leads_back_to_its_own_letters() -> None:
    written = "He won 7-6(5)—a record—and give[s] it.Then he left."
    (line,) = lines(written, Span(0, len(written)), "en")
    for said, word in (("(five)", "(5)"), ("a record", "a record"), ("and", "and"), ("Then", "Then")):
        assert written[line.origin(line.text.index(said)) :].startswith(word)
