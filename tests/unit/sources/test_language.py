"""The language of a text."""

import pytest

from briefing.sources.language import detect_language, language_tag

TEXTS = {
    "en": "The ministers said that they will meet again in the autumn, and that the talks have been useful.",
    "de": "Die Minister sagten, dass sie sich im Herbst wieder treffen werden und die Gespräche nützlich waren.",
    "fr": "Les ministres ont dit qu’ils se reverront à l’automne et que les entretiens ont été utiles pour tous.",
    "es": "Los ministros dijeron que se reunirán de nuevo en otoño y que las conversaciones han sido útiles para todos.",
    "it": "I ministri hanno detto che si vedranno di nuovo in autunno e che i colloqui sono stati utili per tutti.",
    "pt": "Os ministros disseram que vão encontrar-se de novo no outono e que as conversas não foram em vão para todos.",
    "nl": "De ministers zeiden dat ze elkaar in het najaar weer zien en dat de gesprekken voor iedereen nuttig waren.",
    "pl": "Ministrowie powiedzieli, że spotkają się znowu jesienią i że rozmowy były dla nich pożyteczne, ale nie łatwe.",
    "sv": "Ministrarna sade att de ska träffas igen till hösten och att samtalen var nyttiga för alla som deltog.",
    "cs": "Ministři řekli, že se na podzim znovu sejdou a že rozhovory byly pro všechny užitečné, ale ne snadné.",
    "tr": "Bakanlar sonbaharda yeniden buluşacaklarını ve görüşmelerin herkes için çok yararlı olduğunu ama bir sonuç"
    " vermediğini söyledi ve bu da bir ilk olarak kaldı.",
    "fi": "Ministerit sanoivat, että he tapaavat taas syksyllä ja että keskustelut olivat hyödyllisiä, mutta se ei ole"
    " vielä sopimus.",
    "ru": "Министры сказали, что осенью они встретятся снова и что переговоры были полезны для всех, но не легки.",
    "uk": "Міністри сказали, що восени вони зустрінуться знову і що переговори були корисні для всіх, але не легкі.",
    "ar": "قال الوزراء إنهم سيجتمعون مرة أخرى في الخريف وإن المحادثات كانت مفيدة للجميع.",
    "fa": "وزیران گفتند که در پاییز دوباره دیدار می‌کنند و گفتگوها برای همه سودمند بود.",
    "he": "השרים אמרו שייפגשו שוב בסתיו ושהשיחות היו מועילות לכולם.",
    "el": "Οι υπουργοί είπαν ότι θα συναντηθούν ξανά το φθινόπωρο.",
    "hi": "मंत्रियों ने कहा कि वे शरद ऋतु में फिर मिलेंगे।",
    "zh": "部长们表示，他们将在秋天再次会面。",
    "ja": "大臣たちは秋に再び会談すると述べた。",
    "ko": "장관들은 가을에 다시 만날 것이라고 말했다.",
    "th": "รัฐมนตรีกล่าวว่าจะพบกันอีกครั้ง",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "12:30", "Tsiolkovsky", "Kim Jong Un, Vladimir Putin, Sergei Lavrov", "a o"])
def test_no_answer_is_better_than_a_wrong_one(text: str) -> None:
    assert detect_language(text) is None


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
