"""Tags in an old encoding that say they are Latin-1 or UTF-8, and tags that are what they say."""

from __future__ import annotations

import pytest

from briefing.formats.mistagged import retold
from briefing.ports.media import MediaInfo, TimedText
from briefing.text.encodings.codepages import guess

OLD = [
    ("港口大桥重新开放", "gb18030"),
    ("早晨新闻", "gb18030"),
    ("中央人民广播电台", "gb18030"),
    ("周杰伦 - 青花瓷", "gb18030"),
    ("早晨新聞", "big5"),
    ("港口大橋重新開放", "big5"),
    ("Мост снова открыт", "cp1251"),
    ("Новости", "cp1251"),
    ("МОСТ СНОВА ОТКРЫТ", "cp1251"),
    ("Новини України", "cp1251"),
    ("Live in Москва", "cp1251"),
    ("Утренние новости", "koi8_r"),
    ("朝のニュース", "shift_jis"),
    ("港の橋が再び開いた", "shift_jis"),
    ("東京事変", "shift_jis"),
    ("朝のニュース", "euc_jp"),
    ("아침 뉴스", "euc_kr"),
    ("다리가 다시 열렸다", "euc_kr"),
    ("أخبار الصباح", "cp1256"),
    ("نشرة الأخبار", "cp1256"),
    ("Πρωινά νέα", "cp1253"),
    ("חדשות הבוקר", "cp1255"),
    ("ข่าวเช้า", "cp874"),
    ("Мост снова открыт", "mac_cyrillic"),
    ("Война и мир", "mac_cyrillic"),
    ("Ранкові новини України", "koi8_u"),
    ("Άνοιξε η γέφυρα", "iso8859_7"),
    ("Köprü yeniden açıldı", "cp1254"),
    ("Barış Manço - Gülpembe", "cp1254"),
    ("Kış geldi, okullar kapandı", "cp1254"),
    ("Wiadomości poranne", "cp1250"),
    ("Dźwięk ciszy", "cp1250"),
    ("Příští stanice", "cp1250"),
    ("Ştiri de dimineaţă", "cp1250"),
    ("Żółta łódź podwodna", "iso8859_2"),
    ("Příští stanice: Náměstí", "iso8859_2"),
    ("Šiaulių tiltas atidarytas", "cp1257"),
    ("Grüße aus Köln", "mac_roman"),
    ("Über die Brücke nach Köln", "cp850"),
]

WESTERN = [
    "Café Müller",
    "Ça été là-bas",
    "Größe",
    "ß",
    "Señor Muñoz niño",
    "Ærøskøbing på Ærø",
    "L’été à l’étranger",
    "«Été» – “naïve” …",
    "DÉÇÀ VU ÉTÉ",
    "Beyoncé",
    "Sigur Rós - Ágætis byrjun",
    "Það er þörf á þessu",
    "São João não é",
    "créée",
    "Hüsker Dü",
    "£5 and §3, ½ of it at 50°",
    "Ça alors, où êtes-vous ?",
    "Coração de São Paulo não pára",
    "Perché no? È così, più o meno",
    "Hästens år är här, säger Åsa",
    "Þorláksmessa í Reykjavík",
]


@pytest.mark.parametrize(("text", "encoding"), OLD)
def test_a_title_in_an_old_encoding_that_says_it_is_latin_is_read_right(text: str, encoding: str) -> None:
    assert retold(MediaInfo(1.0, title=text.encode(encoding).decode("latin-1"))).title == text


@pytest.mark.parametrize(("text", "encoding"), OLD)
def test_a_title_that_says_it_is_utf8_and_is_not_is_read_right(text: str, encoding: str) -> None:
    kept = text.encode(encoding).decode("utf-8", "surrogateescape")
    assert retold(MediaInfo(1.0, title=kept)).title == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_european_stays_what_it_is(text: str) -> None:
    assert guess(text.encode("cp1252")) is None
    assert retold(MediaInfo(1.0, title=text, lyrics=f"{text}\n" * 20)).title == text
    assert retold(MediaInfo(1.0, title=text.encode("cp1252").decode("latin-1"))).title == text


@pytest.mark.parametrize("text", ["Мост снова открыт", "港口大桥", "Zażółć gęślą jaźń", "plain", "“quoted”"])
def test_what_is_right_already_is_left_alone(text: str) -> None:
    info = MediaInfo(1.0, title=text, words=(TimedText(text, 0.5),))
    assert retold(info) == info


@pytest.mark.parametrize("text", ["Café Müller", "Мост", "港口大桥"])
def test_utf8_that_was_taken_for_latin_is_undone(text: str) -> None:
    assert retold(MediaInfo(1.0, title=text.encode().decode("latin-1"))).title == text


def test_all_that_a_recording_says_is_told_in_one_encoding() -> None:
    def wrong(text: str) -> str:
        return text.encode("gb18030").decode("latin-1")

    info = MediaInfo(
        1.0,
        title=wrong("音乐"),
        artist="Ann Lee",
        lyrics=wrong("桥梁于星期一重新开放。市长感谢了工人。"),
        words=(TimedText(wrong("桥梁"), 0.5),),
        chapters=(TimedText(wrong("第一章"), 0.0),),
    )
    found = retold(info)
    assert (found.title, found.artist) == ("音乐", "Ann Lee")
    assert found.lyrics == "桥梁于星期一重新开放。市长感谢了工人。"
    assert found.words[0].text == "桥梁"
    assert found.chapters[0].text == "第一章"


def test_damaged_text_costs_signs_and_no_more() -> None:
    assert retold(MediaInfo(1.0, title="Morning \udcff news")).title == "Morning ÿ news"
    assert retold(MediaInfo(1.0, title="Half \ud83d of a pair")).title == "Half \ud83d of a pair"
