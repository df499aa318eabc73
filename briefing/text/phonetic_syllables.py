"""Words for the letters of Japanese and Korean, and for Chinese characters.

- Kana have the words of the Japanese table for radio and telephone (和文通話表, annex 5 of the rules for the
  operation of radio stations); signs on them and small ones are told, katakana are called so.
- A Hangul syllable is told by a word for each of its letters, as NVDA's Korean speakers have chosen.
- A Chinese character in Chinese is told by a frequent word that has it (`character_names`).
"""

from __future__ import annotations

import unicodedata
from typing import Final

from briefing.text.character_names.known import words_with

_WORDS: Final = """
アあさひ イいろは ウうえの エえいご オおおさか カかわせ キきって ククラブ ケけしき コこども
サさくら シしんぶん スすずめ セせかい ソそろばん タたばこ チちどり ツつるかめ テてがみ トとうきょう
ナなごや ニにほん ヌぬまづ ネねずみ ノのはら ハはがき ヒひこうき フふじさん ヘへいわ ホほけん
ママッチ ミみかさ ムむせん メめいじ モもみじ ヤやまと ユゆみや ヨよしの ララジオ リりんご ルるすい
レれんげ ロローマ ワわらび ヰゐど ヲおわり ンおしまい
"""
"""In kana, which every Japanese voice reads, and of which Japanese braille is."""
_KANA: Final = {pair[0]: f"{pair[1:]}の{pair[0]}" for pair in _WORDS.split()} | {
    "ヱ": "かぎのあるヱ",
    "\u3099": "だくてん",
    "\u309a": "はんだくてん",
    "ー": "ちょうおん",
}
_SMALL: Final = dict(zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True))
_TO_KATAKANA: Final = 0x60
"""Between a hiragana and its katakana."""
_HIRAGANA: Final = range(0x3041, 0x3097)
_LEADING: Final = (
    "가을 까치 나무 다리 쌍디귿 리본 마루 바람 쌍비읍 소리 씨앗 - 장미 쌍지읒 차례 커피 토끼 파도 하늘"
)
_VOWELS: Final = (
    "아침 앵두 야구 얘기 어부 에미 여름 옛날 오리 왕자 왜골 외출 요술 우물 원수 웨딩 위치 유리 응달 의사 이름"
)
_TRAILING: Final = (
    "- 가을 까치 몫 나무 앉다 많다 다리 리본 읽다 닮다 넓다 리을시옷 핥다 읊다 앓다 마루 바람 없다 소리 "
    "씨앗 동글 장미 차례 커피 토끼 파도 하늘"
)
_SILENT: Final = "-"
_SYLLABLES: Final = range(0xAC00, 0xD7A4)


def kana(char: str) -> str:
    """Return the words for a kana: "ガ" -> "カタカナ かわせのカ だくてん"; empty for what is none."""
    told = []
    for part in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", char)):
        code = ord(part)
        large = chr(code + _TO_KATAKANA) if code in _HIRAGANA else part
        if large in _SMALL:
            told.append("ちいさい")
        if word := _KANA.get(_SMALL.get(large, large)):
            told.append(
                word if code in _HIRAGANA or not large.isalpha() or part == "ー" else f"カタカナ {word}"
            )
    return " ".join(told)


def hangul(char: str) -> str:
    """Return a word for each letter of a Hangul syllable: "한" -> "하늘 아침 나무"; empty for none."""
    if len(char) != 1 or ord(char) not in _SYLLABLES:
        return ""
    leading, vowels, trailing = _LEADING.split(), _VOWELS.split(), _TRAILING.split()
    first, rest = divmod(ord(char) - _SYLLABLES.start, len(vowels) * len(trailing))
    second, third = divmod(rest, len(trailing))
    return " ".join(word for word in (leading[first], vowels[second], trailing[third]) if word != _SILENT)


def han(char: str) -> str:
    """Return a word that has a Chinese character, and which it is: "中" -> "中国的中"; empty without one."""
    word = words_with().get(char)
    return f"{word}的{char}" if word else ""
