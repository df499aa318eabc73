"""The language of a text."""

from pathlib import Path

import pytest

from briefing.text.language import detect_language, is_english, language_tag

DATA = Path(__file__).parents[2] / "data" / "languages.tsv"
TEXTS = dict(line.split("\t") for line in DATA.read_text("utf-8").splitlines())


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Старый мост открыли в понедельник после двух лет работ."),
        ("bg", "Старият мост беше отворен в понеделник след две години, съобщиха от общината."),
        ("kk", "Ескі көпір екі жылдық жұмыстан кейін дүйсенбіде қайта ашылды."),
        ("ky", "Эски көпүрө эки жылдык жумуштан кийин кайра ачылды, миңден ашык унаа өттү."),
        ("tg", "Пули кӯҳна пас аз ду соли кор рӯзи душанбе аз нав кушода шуд."),
        ("tt", "Иске күпер ике ел эштән соң дүшәмбе көнне кабат ачылды."),
        ("ba", "Иҫке күпер ике йыл эштән һуң дүшәмбелә ҡабат асылды."),
        ("uz", "Эски кўприк икки йиллик ишдан сўнг қайта очилди, деди шаҳар ҳокимлиги."),
        ("mn", "Хуучин гүүр хоёр жилийн ажлын дараа дахин нээгдлээ."),
        ("ps", "زوړ پل د دوو کلونو کار وروسته بیا پرانیستل شو، ښاروالۍ وویل."),
        ("ckb", "پردە کۆنەکە دوای دوو ساڵ کار دووبارە کرایەوە."),
        ("ug", "كونا كۆۋرۈك ئىككى يىللىق ئىشتىن كېيىن قايتا ئېچىلدى."),
    ],
)
def test_letters_tell_languages_of_one_script(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12:30", "Tsiolkovsky", "Kim Jong Un, Vladimir Putin", "a o"])
def test_no_answer_is_better_than_a_wrong_one(text: str) -> None:
    assert detect_language(text) is None


def test_letters_tell_vietnamese_and_a_name_of_its_people_does_not() -> None:
    assert detect_language("Cây cầu cũ đã mở lại vào sáng thứ Hai sau mười một ngày sửa chữa.") == "vi"
    assert (
        detect_language("Mr. Nguyễn Văn Đức said to the board that the bridge was open and it is safe.")
        == "en"
    )


def test_names_in_another_script_do_not_decide() -> None:
    assert detect_language(TEXTS["en"] + " 北朝鮮 Россия") == "en"


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en_us", "en-US"),
        ("eng", "en"),
        ("deu", "de"),
        ("ger\x00", "de"),
        ("zh-hant-tw", "zh-hant-TW"),
        ("und", None),
        ("English please", None),
        ("../../etc", None),
        ("", None),
    ],
)
def test_declared_tags(declared: str, tag: str | None) -> None:
    assert language_tag(declared) == tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", True), ("eng", True), ("en-AU", True), ("EN_gb", True), ("de", False), ("enm", False)],
)
def test_english_of_any_kind_is_english(tag: str, expected: bool) -> None:
    assert is_english(tag) is expected
