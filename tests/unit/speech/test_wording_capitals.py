"""Words in capitals, initials and short forms, as a voice is handed them."""

# ruff: noqa: E501  # sentences stand whole
from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.script import lines

KINDS: dict[str, list[tuple[str, str]]] = {
    "capitals": [
        ("The BBC and the NHS agreed with the NATO chief.", "The B.B.C and the N.H.S agreed with the nato chief."),
        ("BREAKING: EU LEADERS MEET IN UK", "breaking: E.U leaders meet in U.K"),
        ("IS FIGHTERS KILL TEN IN SYRIA", "I.S fighters kill ten in syria"),
        ("WHO WILL WIN THE CUP?", "who will win the cup?"),
        ("WHO WARNS OF NEW VIRUS", "W.H.O warns of new virus"),
        ("LET US GO HOME", "let us go home"),
        ("CHINA AND US SIGN DEAL", "china and U.S sign deal"),
        ("I AM NOT A CROOK, HE SAID", "I am not a crook, he said"),
        ("IT WORKERS GO ON STRIKE", "I.T workers go on strike"),
        ("AI IS COMING FOR YOUR JOB", "A.I is coming for your job"),
        ("PM SAYS UK WILL PAY", "P.M says U.K will pay"),
        ("FIRE IN OLD MILL KILLS 12", "fire in old mill kills twelve"),
        ("CHAPTER ONE", "chapter one"),
        ("A NEW DAY BEGINS", "a new day begins"),
        ('"DON\'T PANIC," SAYS MAYOR', '"don\'t panic," says mayor'),
        ("HE'S BACK: KING'S SPEECH AT 3 PM", "he's back: king's speech at three P.M"),
        ("It was VERY late and NOT fair.", "It was very late and not fair."),
        ("The US Army, the UN and the IMF said so.", "The U.S Army, the U.N and the I.M.F said so."),
        ("The film won two BAFTA awards on ITV.", "The film won two bafta awards on I.T.V."),
        ("Louis XIV, Pope John XXIII and Queen Elizabeth II.", "Louis the fourteenth, Pope John the twenty third and Queen Elizabeth the second."),
        ("Act IV, Part II and Super Bowl LVII.", "Act four, Part two and Super Bowl fifty seven."),
        ("IT WAS LATE WHEN THE LAST CREW left the bridge.", "it was late when the last crew left the bridge."),
        ("IT was late when he came.", "it was late when he came."),
        ('"NO ONE IS TO GO HOME YET."', '"no one is to go home yet."'),
        ("So no one IS to go.", "So no one is to go."),
        ("The IT department slept.", "The I.T department slept."),
        ("Ask the WHO.", "Ask the W.H.O."),
        ("WHO CHIEF SAYS IT IS OVER", "W.H.O chief says it is over"),
        ("US AND EU AGREE ON TRADE", "U.S and E.U agree on trade"),
        ("THE BRIDGE IS OPEN AGAIN.", "the bridge is open again."),
        ("NOBODY KNEW WHY IT WAS SHUT, said the mayor.", "nobody knew why it was shut, said the mayor."),
        ("WASHINGTON (AP) — The US and the EU agreed.", "washington (A.P) — The U.S and the E.U agreed."),
        ("THE MAYOR thanked them.", "the mayor thanked them."),
        ("THE MAN WHO BIT THE DOG TOLD US WHY", "the man who bit the dog told us why"),
        ("NATO AND UN AGREE: AIDS IS NOT OVER", "nato and U.N agree: aids is not over"),
        ("King Charles III spoke.", "King Charles the third spoke."),
        ("Chapter IV ends.", "Chapter four ends."),
    ],
    "words and short forms": [
        ("Use #ClimateAction and ask @BBCNews.", "Use hashtag climate action and ask at B.B.C news."),
        ("Gen. Smith of St. Louis met Sen. Lee.", "general Smith of saint Louis met senator Lee."),
        ("“[A] man” came.", "“[A] man” came."),
    ],
}  # fmt: skip
ROWS = [(kind, written, spoken) for kind, rows in KINDS.items() for written, spoken in rows]


@pytest.mark.parametrize(("kind", "written", "spoken"), ROWS)
def test_words_in_capitals_are_words_or_initials_by_what_stands_around_them(
    kind: str, written: str, spoken: str
) -> None:
    made = lines(written, Span(0, len(written)), "en-US")
    assert " ".join(line.text for line in made) == spoken, kind
