"""What voices of other languages than English are handed: amounts, dates, times and short forms in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.speech.script import lines
from briefing.text.normalise.abroad import said_abroad
from briefing.text.normalise.abroad_words import LANGUAGES

SENTENCES = [
    ("de", "Er kostet 2,7 Mio. Euro.", "Er kostet 2,7 Millionen Euro."),
    ("de", "Es fehlen 6,1 Mrd. € im Haushalt.", "Es fehlen 6,1 Milliarden Euro im Haushalt."),
    ("de", "Er zahlt 1 Mio. $ dafür.", "Er zahlt 1 Million Dollar dafür."),
    ("de", "Ein Brot kostet 4,20 € hier.", "Ein Brot kostet 4 Euro 20 hier."),
    ("de", "Am 8. April um 9.45 Uhr", "Am achten April um 9 Uhr 45"),
    ("de", "Der 3. Platz", "Der dritte Platz"),
    ("de", "Seit 2.11.1997 gilt es.", "Seit zweiten November 1997 gilt es."),
    ("de", "Nr. 7 gewann 3:1, z. B. gestern.", "Nummer 7 gewann 3 zu 1, zum Beispiel gestern."),
    ("de", "Papst Pius XII. und die CD", "Papst Pius der Zwölfte und die CD"),
    ("de", "Wind mit 90 km/h bei -4 °C", "Wind mit 90 Kilometer pro Stunde bei minus 4 Grad Celsius"),
    ("de", "5–7 Prozent im Jahr 1968", "5 bis 7 Prozent im Jahr neunzehnhundertachtundsechzig"),
    ("fr", "Il coûte 4,5 M€ de plus.", "Il coûte 4,5 millions d'euros de plus."),
    ("fr", "Une dette de 7 Md$ pèse.", "Une dette de 7 milliards de dollars pèse."),
    ("fr", "Le pain vaut 1,35 € ici.", "Le pain vaut 1 euro 35 ici."),
    ("fr", "M. Petit part à 8h05.", "monsieur Petit part à 8 heures 5."),
    ("fr", "Le 3e jour du XIXe siècle", "Le troisième jour du dix neuvième siècle"),
    ("fr", "Louis XV est mort le 10/05/1774.", "Louis 15 est mort le 10 mai 1774."),
    ("fr", "Il fait -3 °C, n° 4.", "Il fait moins 3 degrés Celsius, numéro 4."),
    ("es", "Costó 6 M€ en total.", "Costó 6 millones de euros en total."),
    ("es", "El Sr. Ruiz pagó 3,40 € ayer.", "El señor Ruiz pagó 3 euros con 40 ayer."),
    ("es", "US$ 8 millones para EE. UU. hoy", "8 millones de dólares para Estados Unidos hoy"),
    ("es", "Alfonso X y Felipe VI", "Alfonso X y Felipe sexto"),
    ("es", "El 05/03/2021, del 4-6 %", "El 5 de marzo de 2021, del 4 a 6 %"),
    ("ru", "Это 2,5 млрд руб. и 3 млн долл. всего", "Это 2,5 миллиарда рублей и 3 миллиона долларов всего"),
    ("uk", "Це 2,5 млрд грн нині", "Це 2,5 мільярда гривень нині"),
    ("hi", "कुल ₹300 करोड़ है", "कुल 300 करोड़ रुपये है"),
    ("it", "Costa 3 mln di euro.", "Costa 3 milioni di euro."),
    ("it", "Costa 4 mld € in più.", "Costa 4 miliardi di euro in più."),
    ("pt", "Custa R$ 7 mi ao todo.", "Custa 7 milhões de reais ao todo."),
    ("nl", "Het kost € 6 mln extra.", "Het kost 6 miljoen euro extra."),
    ("pl", "Koszt to 2 mln zł dziś.", "Koszt to 2 miliony złotych dziś."),
    ("sv", "Det steg -4 % nu.", "Det steg minus 4 % nu."),
    ("de", "Ludwig XV. und Katharina II. kamen.", "Ludwig der Fünfzehnte und Katharina die Zweite kamen."),
    ("de", "Mit Hartz IV und § 80 auf S. 7", "Mit Hartz 4 und Paragraf 80 auf Seite 7"),
    ("de", "Rund 20–30 Mio. Euro, 5,– Euro", "Rund 20 bis 30 Millionen Euro, 5 Euro"),
    (
        "de",
        "Er kostet 70 €/t bei 0,30 €/kWh.",
        "Er kostet 70 Euro pro Tonne bei 0,30 Euro pro Kilowattstunde.",
    ),
    (
        "de",
        "Die 105-mm-Kanone, ein 20-Mio.-Euro-Kredit",
        "Die 105-Millimeter-Kanone, ein 20-Millionen-Euro-Kredit",
    ),
    ("de", "Am Mi., 3. Dez., stieg es um +3,5 %.", "Am Mittwoch, dritter Dezember, stieg es um plus 3,5 %."),
    ("de", "Tel. 0171 2345678 anrufen", "Telefon 0 1 7 1 2 3 4 5 6 7 8 anrufen"),
    ("de", "Im Jahr 2024 120 Menschen", "Im Jahr 2024, 120 Menschen"),
    ("fr", "En 2024 12 500 personnes", "En 2024 12500 personnes"),
    ("de", "Es ist 20.15 Uhr", "Es ist 20 Uhr 15"),
    ("es", "Llame al teléfono 677 904 624 hoy.", "Llame al teléfono 677, 904, 624 hoy."),
    ("de", "Der ICE 1604 braucht 3/4 der Zeit.", "Der I C E 1604 braucht drei Viertel der Zeit."),
    ("fr", "Mme Roy et Me Gris, n°7, p. 9", "madame Roy et maître Gris, numéro 7, page 9"),
    ("fr", "Me voici, au chapitre VI", "Me voici, au chapitre 6"),
    (
        "fr",
        "Il mesure 1m72 et vit à 90 hab./km².",
        "Il mesure 1 mètre 72 et vit à 90 habitants par kilomètre carré.",
    ),
    ("fr", "Les 2/3 des 300 m2 le 4 févr. 2020", "Les deux tiers des 300 mètres carrés le 4 février 2020"),
    (
        "es",
        "La 3ª vez, el 1er día, el 7º piso a 35º",
        "La tercera vez, el primer día, el séptimo piso a 35 grados",
    ),
    ("es", "Isabel II, en el siglo XIX y la II Guerra", "Isabel segunda, en el siglo 19 y la segunda Guerra"),
    ("es", "A las 17.05 horas o a las 18:40 salió.", "A las 17 y 5 horas o a las 18 y 40 salió."),
    (
        "es",
        "Pagó 3.000 mdd a 0,20 €/kWh, -7,5%.",
        "Pagó 3.000 millones de dólares a 0,20 euros por kilovatio hora, menos 7,5%.",
    ),
]


@pytest.mark.parametrize(("language", "written", "spoken"), SENTENCES)
def test_short_forms_of_other_languages_are_said_in_full(language: str, written: str, spoken: str) -> None:
    assert [line.text for line in lines(written, Span(0, len(written)), language)] == [spoken]


def test_what_is_said_leads_back_to_its_word_in_another_language() -> None:
    written = "Rund 2,4 Mrd. € fehlen um 14.30 Uhr noch."
    (line,) = lines(written, Span(0, len(written)), "de")
    for said, word in (
        ("Milliarden", "Mrd."),
        ("Euro", "€"),
        ("14", "14.30"),
        ("Uhr 30", "Uhr"),
        ("noch", "noch"),
    ):
        assert written[line.origin(line.text.index(said)) :].startswith(word)


@given(st.sampled_from(sorted(LANGUAGES)), st.text(max_size=60))
def test_any_text_is_said_somehow(language: str, text: str) -> None:
    tokens = text.split()
    said = said_abroad(tokens, language)
    assert set(said) <= set(range(len(tokens)))
    assert all(isinstance(words, str) for words in said.values())


@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.lists(
        st.text("0123456789.,:-€$XIVMmkhe°/ ", max_size=8)
        | st.sampled_from(["Mio.", "M€", "Uhr", "25.", "Md"])
    ),
)
def test_amounts_of_any_look_are_said_somehow(language: str, parts: list[str]) -> None:
    tokens = " ".join(parts).split()
    said = said_abroad(tokens, language)
    assert set(said) <= set(range(len(tokens)))
    assert not any(char in "°$€" for words in said.values() for char in words)
