"""Where sentences end: a table of what is hard, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sentences import LONGEST, split_sentences

TRICKY = [
    # abbreviations and initials
    ("en", "The U.S. Secretary of State met them. | He left."),
    ("en", "It was made in the U.S. | The parts came from Japan."),
    ("en", "The U.S., Japan and the ROK agreed. | They signed."),
    ("en", "On Oct. 25 the ministers met. | They spoke on Nov. 3, too."),
    ("en", "They met in Oct. | The talks failed."),
    ("en", "Mr. Smith and Mrs. Jones met Dr. Brown. | Gen. Lee came."),
    ("en", "Sen. J. William Fulbright spoke. | George W. Bush did not."),
    ("en", "J. R. R. Tolkien wrote it. | J.K. Rowling did not."),
    ("en", "Resolution No. 5 passed. | No. 10 Downing Street was silent."),
    ("en", "Did he agree? | No. | He refused."),
    ("en", "Asked again, he said no. | They left."),
    ("en", "Apple Inc. shares fell. | Ford Motor Co. rose."),
    ("en", "She works for Acme Corp. | It makes arms."),
    ("en", "Martin Luther King Jr. spoke. | He had a dream."),
    ("en", "It begins at 5 p.m. Monday. | Doors open at 4 p.m. EST."),
    ("en", "It ended at 5 p.m. | Police left at 6 a.m."),
    ("en", "Bring tanks, shells, etc. to the depot. | Shells, mines, etc. | The list is long."),
    ("en", "Weapons, e.g. Grad rockets, were seen, i.e. Soviet ones. | All fired."),
    ("en", "Washington, D.C. Mayor Bowser spoke. | She lives in Washington, D.C. | Her city is calm."),
    ("en", "The Ph.D. student left. | He has a Ph.D. | It took years."),
    ("en", "St. Petersburg and Ft. Bragg are far. | Mt. Paektu is high."),
    ("en", "Smith vs. Jones was heard. | Roe v. Wade was not."),
    ("en", "They chose plan B. | The troops left."),
    ("en", "After World War I the treaty came. | It ended World War I. | The men went home."),
    ("en", "At 5 a.m. Smith left. | He saw Albert I. Jones. | It was 6 p.m. | Jones left."),
    ("en", "They met . . . and parted. . . . | It was over. | [...] He left."),
    ("en", "He is as tired as I. | Nobody slept."),
    ("en", "He fell ill. | Officials said so."),
    ("en", "It was a near miss. | Officials said so."),
    ("en", "See vol. 3, p. 12, fig. 7 for more. | It is clear."),
    # quotes, brackets, notes
    ("en", "“We won.” | Smith smiled."),
    ("en", "“Why?” he asked. | “Because.”"),
    ("en", "“Stop!” she cried. | Nobody did."),
    ("en", 'He said: "It is over." | "Go home," she said.'),
    ("en", "They call it ‘theft.’ | He agreed."),
    ("en", "(He left.) | Then it rained."),
    ("en", "It rained (see Sec. 3) for days. | It stopped."),
    ("en", "The treaty failed.[1] | War came.[2][3] | It ended."),
    ("en", "It rose to 3.5 percent. | Prices fell by $4.2 billion."),
    ("en", "Version 2.0.1 is out. | See example.com for more. | It is free."),
    ("en", "He thought... then he left. | He waited.... | It came."),
    ("en", "He waited… | It came."),
    ("en", "“I... I think so,” he said. | She nodded."),
    ("en", "What?! | Really? | Yes!!! | It is true."),
    ("en", "What a day! | What now?"),
    ("en", "1. The first point. | It matters."),
    ("en", "It fell. | 25 people died."),
    ("en", "He bought an iPhone. | iPhones are phones."),
    ("en", "“We stand together,” they declared, “resolute in our opposition.”"),
    ("en", "He met Kim Jong Un in Pyongyang. | —Reuters"),
    ("en", "No stop at the end"),
    ("en", "One. | Two. | Three."),
    ("en", "The company Yahoo! reported. | It rose."),
    # German
    ("de", "Am 25. Oktober trafen sich die Minister. | Sie sprachen."),
    ("de", "Im 20. Jahrhundert war Krieg. | Danach war Ruhe."),
    ("de", "Der 2. Weltkrieg endete 1945. | Europa lag in Trümmern."),
    ("de", "Es waren 20. | Danach kamen mehr."),
    ("de", "Dr. Müller, z. B. aus Bonn, kam. | Er ging."),
    ("de", "Das gilt z.B. für Berlin bzw. Hamburg. | Bremen nicht."),
    ("de", "„Wir gehen.“ | Sie blieben."),
    ("de", "»Wir gehen.« | »Nein.« | Sie blieben."),
    ("de", "Das kostet 3 Mio. Euro. | Es ist viel."),
    ("de", "Siehe Art. 5 Abs. 2 GG. | Das ist klar."),
    ("de", "Kaiser Wilhelm II. regierte. | Er floh."),
    # Spanish
    ("es", "¿Qué pasa? | Nada. | ¡Vamos! | El Sr. López llegó."),
    ("es", "EE. UU. y Japón firmaron. | La Sra. Ruiz habló."),
    ("es", "El art. 5 y la pág. 12 lo dicen. | Es claro."),
    ("es", "«Es un éxito.» | El ministro salió."),
    # French
    ("fr", "M. Macron a parlé. | Mme Le Pen aussi."),
    ("fr", "« Nous partons. » | Il sourit. | Elle aussi."),
    ("fr", "« C’est fini ! » dit-il. | Elle rit."),
    ("fr", "Le Dr. Martin vit av. J.-C. ? | Non."),
    # Russian
    ("ru", "В 2023 г. Россия получила оружие. | Это факт."),
    ("ru", "А. С. Пушкин родился в Москве. | Он поэт."),
    ("ru", "Это стоит 5 млн. руб. в год. | Много."),
    ("ru", "«Мы уходим», — сказал он. | Все молчали."),
    ("ru", "Куда? — спросил он. | Никуда."),
    # other scripts
    ("zh", "朝鲜向俄罗斯提供武器。|美国表示谴责！|为什么？"),
    ("zh", "他说：“我们走。”|她留下了。"),
    ("ja", "北朝鮮は武器を供与した。|日本は非難した。"),
    ("ja", "「行くぞ。」と彼は言った。|皆が黙った。"),
    ("ar", "أدانت الدول الثلاث ذلك. | هل هذا صحيح؟ | نعم."),
    ("hi", "यह सच है। | वह चला गया।"),
    ("el", "Πού πας; | Στο σπίτι."),
    ("ko", "북한이 무기를 제공했다. | 미국은 규탄했다."),
]


@pytest.mark.parametrize(("language", "marked"), TRICKY)
def test_tricky_ends(language: str, marked: str) -> None:
    text = marked.replace(" | ", " ").replace("|", "")
    found = [text[a:b] for a, b in split_sentences(text, language)]
    assert found == [piece.strip() for piece in marked.split("|")]


@given(st.text(st.sampled_from("aAbI .!?…“”\"')(1\n。」,-éЖ")), st.sampled_from(["en", "de", None]))
def test_spans_hold_all_but_white_space(text: str, language: str | None) -> None:
    at = 0
    for start, stop in split_sentences(text, language):
        assert not text[at:start].strip()
        assert at <= start < stop
        assert text[start:stop] == text[start:stop].strip()
        at = stop
    assert not text[at:].strip()


def test_text_without_stops_is_cut_at_clauses() -> None:
    text = "word after word, and on; " * 400
    spans = split_sentences(text)
    assert len(spans) > 1
    assert all(stop - start <= LONGEST for start, stop in spans)
    assert all(text[stop - 1] in ";," for _, stop in spans)


def test_text_without_spaces_is_cut_too() -> None:
    spans = split_sentences("x" * 5 * LONGEST)
    assert [stop - start for start, stop in spans] == [LONGEST] * 5
