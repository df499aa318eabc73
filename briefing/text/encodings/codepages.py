"""The code page of a short text in an old encoding, told by how often its letters are used.

Theory of operation: the bytes are read in each encoding, and each reading is given its
likelihood as text: every character costs as many nats as it is rare in what is written in that
encoding, letters of another script in the middle of a word cost more, and so do capitals
after small letters. The cheapest reading wins, and reading it as Western European has a start,
for that is what a text says that it is where it says nothing better. A title of two words is
enough, which is too little for statistics of pairs of letters.

Frequencies are ranks, from common knowledge of each script; what a rank costs is Zipf's law.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

SEARCHED_BYTES: Final = 65_536
LOOKED_AT_BYTES: Final = 1024
"""Of the lines that are not all ASCII, within what is searched: more tell nothing new."""
_RUN: Final = re.compile(rb"[\x80-\xff]{2}")
_WESTERN: Final = "cp1252"
_LATIN: Final = "cp1250"
"""Stands for all Latin code pages but the Western one, which `latin_pages` tells apart."""
_START: Final = 5.0
_ASCII_LETTER: Final = 3.2
_ASCII_OTHER: Final = 3.0
_STRANGE: Final = 13.0
_USUAL: Final = 9.3
_SIGN: Final = 7.5
_RARE_ACCENT: Final = 10.0
_MIXED: Final = 7.0
"""A letter of the script beside one of ASCII, within a word."""
_TWO_LANGUAGES: Final = 4.0
_SOUTHERN_SMALL: Final = frozenset("љњћђџѓќѕј")
_SOUTHERN: Final = frozenset("ЉЊЋЂЏЃЌЅ") | (_SOUTHERN_SMALL - {"ј"})
"""Letters of Serbian and Macedonian, and in their small forms what hardly a text of theirs is without."""
_NORTHERN: Final = frozenset("йыъьэёюящЙЫЪЬЭЁЮЯЩіїєґўІЇЄҐЎ")
"""Letters that they lack."""
_CAPITAL: Final = 0.3
_CAPITAL_INSIDE: Final = 4.0
_BESIDE_ACCENT: Final = 1.5
_SIGN_IN_WORD: Final = 4.0
_ASCII_END: Final = 0x80
_SIGNS: Final = frozenset("«»“”„–—…’‘№\xa0·°")
_LATIN_SIGNS: Final = frozenset("£§½¼¾²³±×ºª¢¥¶™•†€´`¨")


class _Script(NamedTuple):
    """A way of writing: its letters, the commonest first, and what others cost."""

    letters: str
    share: float
    """Of all characters that are these letters."""
    others: tuple[tuple[int, int, float], ...] = ()
    """Ranges of further characters, and what each costs."""
    usual: tuple[str, int, int] | None = None
    """An encoding, and the first bytes in it of characters that are in use; the others are rare."""
    is_latin: bool = False
    is_spaced: bool = True
    """Whether words are parted by spaces, so that ASCII letters within a word are odd."""


_CYRILLIC: Final = _Script("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўјљњћђџѓќѕ№", 0.95)
_GREEK: Final = _Script("αοιετσνηυρπκμλςωάίδέόγχθφβήύξζώψϊΐϋΰ", 0.95)
_HEBREW: Final = _Script("יוהלאתרמבשנעםדקחפטצזגכןסךףץ", 0.95)
_ARABIC: Final = _Script("اليمنوترهبعدسفقكحةجشصىخأطضذغزثئءظآإؤپچژگکی،؟؛ـ", 0.95)
_THAI: Final = _Script("านรอกเงมยลวดท่สะปิต้ัีคหแจใขพชไบุถู็ำโฟธผณศ์ฐฉภญซษึืฮฏฒฌฆฑ", 0.95)
_WEST: Final = _Script("éäöüèàáíóñçßåøæêôúâ’ïûîãõëðþýœ“”–…—‘«»°ìòù¿¡„©®ÿšž", 0.08, is_latin=True)
_CENTRAL: Final = _Script("áéíóąęłżśćńěřščžýůúöüőűźäôăâîşţđ’“”–„…ťďňľĺŕ", 0.08, is_latin=True)

_FULL_WIDTH: Final = ((0x3000, 0x303F, 5.0), (0xFF01, 0xFF65, 6.0), (0x2010, 0x2026, 6.0))
_SIMPLIFIED: Final = _Script(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么"
    "心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现"
    "分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位"
    "因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师"
    "书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及"
    "今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结"
    "六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区"
    "即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友"
    "孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴云曲歌桥"
    "港闻早晨听众节播广简介录章第季集",
    0.6,
    ((0x4E00, 0x9FFF, 12.5), *_FULL_WIDTH),
    ("gb2312", 0xB0, 0xD7),
    is_spaced=False,
)
_TRADITIONAL: Final = _Script(
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼"
    "心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現"
    "分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位"
    "因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師"
    "書比住員九笑性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及"
    "今京務制解各任至清物台象記邊共風戰干接它許八特覺望直服毛林題建南度統色字請交愛讓認算論百吃義科怎元社術結"
    "六功指思非流每青管夫連遠資隊跟帶花快條院變聯言權往展該領傳近留紅治決周保達辦運武半候必城父強步完革深區即"
    "求品士轉量空甚眾技輕程告江語英基派滿式李息寫呢識極令黃德收臉錢黨倒未持取設始版雙歷越史商千片容研像找友孩"
    "站廣改議形委早房音火際則首單據導影失拿網香似斯專石若兵弟誰校讀志飛觀爭究包組造落視濟喜離雖壞興雲曲歌橋港"
    "聞晨節播簡介錄章季集臺灣",
    0.6,
    ((0x4E00, 0x9FFF, 12.5), *_FULL_WIDTH),
    ("big5", 0xA4, 0xC6),
    is_spaced=False,
)
_JAPANESE: Final = _Script(
    "のいをたにるとはがしてでなれこさっもかすらりまあき、。くそうんよけせだじどおわみえつちばめやゆびろほへふげずべごひ"
    "ントンスルラリアイシドクレカッコタマロテニフムサキメパバデジオプセィチグウモハビユミャョュワエダブヤネボケノポトヘ"
    "ー日本人大年一国中会出事上行生時者東社分後間新学地今方月見前業市部長合手高自内入子場理定政明現記山力気連体小動"
    "対京最発目主代全題開通意下回度数性実家車道外海文化話語水港橋再曲歌朝鮮米韓島州県区町村番組夜昼週音楽朗読章",
    0.85,
    ((0x3041, 0x30FF, 8.5), (0x4E00, 0x9FFF, 12.5), *_FULL_WIDTH, (0xFF66, 0xFF9F, 9.0)),
    ("euc_jp", 0xB0, 0xCF),
    is_spaced=False,
)
_KOREAN: Final = _Script(
    "이다는에의가을고하지로한기서도사자리인시대나아으어은해과일전정부주수그있여것라를니보면게들구스제원장만오안조"
    "와비우상성국무소화신세유경모방공명거드르미연동적실관계선진재물당위내중문음말개마트요치분러민때할된임되년월등"
    "바회람같네레북남반금교생각야식간발결달외없까데야노래라디뉴침항다리열렸행",
    0.75,
    ((0xAC00, 0xD7A3, 9.7), (0x4E00, 0x9FFF, 12.0), *_FULL_WIDTH),
)

_ENCODINGS: Final[tuple[tuple[str, _Script, float], ...]] = (
    (_WESTERN, _WEST, -_START),
    ("gb18030", _SIMPLIFIED, 0.0),
    ("cp932", _JAPANESE, 0.0),
    ("euc_jp", _JAPANESE, 1.0),
    ("cp949", _KOREAN, 0.0),
    ("big5hkscs", _TRADITIONAL, 1.0),
    ("cp1251", _CYRILLIC, 0.0),
    ("koi8_u", _CYRILLIC, 1.0),
    ("cp866", _CYRILLIC, 1.0),
    ("mac_cyrillic", _CYRILLIC, 2.0),
    ("iso8859_5", _CYRILLIC, 2.0),
    ("cp1256", _ARABIC, 0.0),
    ("iso8859_6", _ARABIC, 1.0),
    ("cp1255", _HEBREW, 0.0),
    ("cp1253", _GREEK, 0.0),
    ("iso8859_7", _GREEK, 1.0),
    ("cp874", _THAI, 0.0),
    (_LATIN, _CENTRAL, 2.0),
)
"""Encoding, what is written in it, and what it costs before a character is read."""


def guess(data: bytes) -> str | None:
    """Return the encoding in which `data` reads as text; None where Latin letters are as likely.

    `data` is no UTF-8 and has bytes past ASCII.
    """
    data = b"\n".join(line for line in data[:SEARCHED_BYTES].split(b"\n") if not line.isascii())
    is_cut = len(data) > LOOKED_AT_BYTES
    data = data[:LOOKED_AT_BYTES]
    if not _RUN.search(data):
        return None  # single accents and signs are all that Western European has many of
    best, found = None, ""
    for encoding, script, start in _ENCODINGS:
        text = _decoded(data, encoding, is_cut=is_cut)
        cost = start + _cost(text, script) if text is not None else None
        if cost is not None and (best is None or cost < best):
            best, found = cost, encoding
    return None if found in ("", _WESTERN, _LATIN) else found


def _decoded(data: bytes, encoding: str, *, is_cut: bool) -> str | None:
    """Return the text; None if it is none. Where it `is_cut`, its last character may be half."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == _WESTERN:
            return data.decode(encoding, "replace")
        if is_cut and error.start >= len(data) - 3:
            return data[: error.start].decode(encoding)
    return None


@cache
def _costs(script: _Script) -> dict[str, float]:
    """Return what each letter costs: the n-th commonest is a (n + 5)-th as frequent as the first would be."""
    weights = [1 / (rank + 5) for rank in range(len(script.letters))]
    whole = sum(weights)
    costs: dict[str, float] = {}
    for letter, weight in zip(script.letters, weights, strict=True):
        costs.setdefault(letter, -log(script.share * weight / whole))
    return costs


def _cost(text: str, script: _Script) -> float:
    costs = _costs(script)
    total = sum(_cost_of(char, script, costs) for char in text)
    if script is _CYRILLIC:
        total += _cost_of_mixture(text)
    return total + sum(_cost_beside(one, other, script) for one, other in pairwise(text))


def _cost_of_mixture(text: str) -> float:
    """Return what it costs that letters stand together of which no Cyrillic language has both."""
    south = sum(char in _SOUTHERN for char in text)
    is_told = any(char in _SOUTHERN_SMALL for char in text)
    is_mixed = any(char in _NORTHERN for char in text) or (south > 1 and not is_told)
    return south * _TWO_LANGUAGES if is_mixed else 0.0


def _cost_of(char: str, script: _Script, costs: dict[str, float]) -> float:
    if ord(char) < _ASCII_END:
        return _ASCII_LETTER if char.isalpha() else _ASCII_OTHER
    if char in costs:
        return costs[char]
    low = char.lower()
    if low in costs:
        return costs[low] + _CAPITAL
    if script.usual is not None and _is_usual(char, *script.usual):
        return _USUAL
    ranged = next((cost for first, last, cost in script.others if first <= ord(char) <= last), None)
    if ranged is not None or (script.is_latin and char.isalpha()):
        return _RARE_ACCENT if ranged is None else ranged
    return _SIGN if char in _SIGNS or (script.is_latin and char in _LATIN_SIGNS) else _STRANGE


def _is_usual(char: str, encoding: str, first: int, last: int) -> bool:
    try:
        return first <= char.encode(encoding)[0] <= last
    except UnicodeEncodeError:
        return False


def _is_of_word(char: str) -> bool:
    return char.isalpha() or unicodedata.category(char)[0] == "M"


def _cost_beside(one: str, other: str, script: _Script) -> float:
    """Return what it costs that two characters stand side by side."""
    is_ours = ord(one) >= _ASCII_END, ord(other) >= _ASCII_END
    both_letters = _is_of_word(one) and _is_of_word(other)
    if not any(is_ours):
        return 0.0
    if both_letters and one.islower() and other.isupper():
        return _CAPITAL_INSIDE
    if script.is_latin:
        if both_letters and all(is_ours):
            return _BESIDE_ACCENT
        # A sign inside a word: of other code pages' letters, many look so.
        sign = one if is_ours[0] else other
        inside = (one if not is_ours[0] else other).isalpha()
        is_quote = sign in "’‘“”„«»–—…°\xa0¿¡"
        return _SIGN_IN_WORD if inside and not sign.isalpha() and not is_quote else 0.0
    if both_letters and is_ours[0] != is_ours[1]:
        return _MIXED if script.is_spaced else _MIXED / 2
    return 0.0
