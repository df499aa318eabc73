"""The code page of a text in Latin letters, told by how often the letters of its language are used.

Theory of operation: the bytes are read in each code page, and each reading is given its likelihood in each
language that is written in that page: every letter, ASCII or not, costs as many nats as it is rare
in the language, one that the language lacks costs more, and so do signs within words and small
letters before capitals. The cheapest reading wins. Reading it as Western European has a start, for
that is what a text is taken for where nothing speaks against it: where a short title reads well either
way, it stays as it is.

Letters by their frequency in each language are common knowledge; what a rank costs is Zipf's law.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import log
from typing import Final

LOOKED_AT_BYTES: Final = 1024
"""Of the lines that are not all ASCII: more tell nothing new."""
_SEARCHED_BYTES: Final = 65_536
_WESTERN: Final = "cp1252"
_LETTERS: Final = {
    "en": "etaoinshrdlcumwfgypbvkjxqzé",
    "de": "enisratdhulcgmobwfkzpvüäßjöyxqé",
    "fr": "esaitnrulodcpmévqfbghjàxèyêzçôâùûîœwkïëæ",
    "es": "eaosrnidlctumpbgvyqóhfíázéjñxúüwk",
    "pt": "aeosrindmutclpvghqbfzçãájéxóíêúâõôàwyk",
    "it": "eaionlrtscdupmvghfbqzòàùìèéjkxyw",
    "nl": "enatirodslghvkmubpwjzcfëïéxöüyqóè",
    "sv": "eantrsildomkgväfhupåöbcyjxéwzqà",
    "da": "enrtasildogkmfvupbhøæjyåczwxéqò",
    "fi": "aintesloukämvrjhypdögbfcåwxzq",
    "is": "anrisetulðgkmfvoþyáhíöódbpjéýæúx",
    "pl": "iaeoznrwsctykdpmujlłbgęhżśóąćfńźvxq",
    "cs": "eoantsilkruvdmpzáíhcyběéřžýčšůjgúťďňfóxwq",
    "sk": "aoeintvsrlkdmpuúcyzbáhíjčéšžýľťgfôňďóäxŕĺwq",
    "hu": "eatlnskorizgámébydvhfpóöjőúcíüűxwq",
    "ro": "eiarntulcosdpmăîşâţfgbvzhjxkwyq",
    "hr": "aieonrjstukvdmlpgzbčcšhžćfđxyqw",
    "tr": "aeinrlıkdmtyusboüşzgğçhcvpöfjâîûxwq",
    "lt": "iasotrenukmlpvdjgbyšėžzcąųįčęūhfqwx",
    "lv": "aisteruonālkmdpīvjzēgcbšnūģķļžčhfņqwxy",
    "et": "aeistlumndokrvpgäjhüõöbfšžcxyqwz",
}
_WEST: Final = ("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "fi", "is")
_CENTRAL: Final = ("pl", "cs", "sk", "hu", "ro", "hr")
_PAGES: Final = (
    (_WESTERN, _WEST, 0.0),
    ("cp1250", _CENTRAL, 4.5),
    ("cp1254", ("tr",), 4.5),
    ("cp1257", ("lt", "lv", "et"), 5.5),
    ("iso8859_2", _CENTRAL, 5.5),
    ("mac_roman", _WEST, 7.0),
    ("cp850", _WEST, 7.0),
    ("cp852", _CENTRAL, 8.0),
)
"""Code page, languages that are written in it, and what it costs before a letter is read."""
_RARE: Final = {"is": 4.0, "fi": 1.0}
"""What a language costs that few write: ý and þ are more often Turkish ı and ş that are read as Western."""
_WESTERN_NEXT: Final = {
    "œ": "uietcs", "ç": "aouãâáóúôõ", "õ": "e", "ã": "oes ", "ê": "acefghilmnopqrstuvxy ",
    "ì": " ", "ò": " ", "ù": " ", "È": " ", "Ì": " ", "Ò": " ", "Ù": " ",
}  # fmt: skip
"""What follows letters of Western languages; a blank stands for the end of a word."""
_ODD_NEXT: Final = 3.5
_FOREIGN: Final = 7.5
"""An ASCII letter, or the commonest accents of names, in a language that lacks it."""
_STRANGE: Final = 11.0
_SIGN: Final = 6.0
_RARE_SIGN: Final = 9.0
_CAPITAL_INSIDE: Final = 5.0
_SIGN_INSIDE: Final = 6.0
_ASCII_END: Final = "\x80"
_SIGNS: Final = frozenset("«»“”„‘’–—…\xa0·°£§€")
_NAMES: Final = frozenset("éèáíóöüçñäåø")


def latin_page(data: bytes) -> str:
    """Return the code page in which bytes read best as text in Latin letters."""
    lines = [line for line in data[:_SEARCHED_BYTES].split(b"\n") if not line.isascii()]
    some = b"\n".join(lines)[:LOOKED_AT_BYTES]
    return min(_PAGES, key=lambda page: page[2] + _cost(some, page[0], page[1]))[0]


def _cost(data: bytes, encoding: str, languages: tuple[str, ...]) -> float:
    text = data.decode(encoding, "replace")
    if encoding == "cp1254" or "ı" in text:
        text = text.replace("İ", "i").replace("I", "ı")
    beside = sum(_cost_beside(one, other) for one, other in pairwise(text))
    low = text.lower()
    if languages is _WEST:
        beside += _ODD_NEXT * sum(_is_odd(one, other) for one, other in pairwise(f"{text} "))
    return beside + min(
        _RARE.get(language, 0.0) + sum(_cost_of(char, _costs(language)) for char in low)
        for language in languages
    )


def _is_odd(one: str, other: str) -> bool:
    """Return whether a letter is followed by what does not follow it in Western languages."""
    return one in _WESTERN_NEXT and (other.lower() if other.isalpha() else " ") not in _WESTERN_NEXT[one]


@cache
def _costs(language: str) -> dict[str, float]:
    """Return what each letter costs: the n-th commonest is a (n + 3)-th as frequent as the first would be."""
    letters = _LETTERS[language]
    weights = [1 / (rank + 3) for rank in range(len(letters))]
    whole = sum(weights)
    return {letter: -log(weight / whole) for letter, weight in zip(letters, weights, strict=True)}


def _cost_of(char: str, costs: dict[str, float]) -> float:
    if char in costs:
        return costs[char]
    if char < _ASCII_END:
        return _FOREIGN if char.isalpha() else 0.0
    if char.isalpha():
        return _FOREIGN if char in _NAMES else _STRANGE
    return _SIGN if char in _SIGNS else _RARE_SIGN


def _cost_beside(one: str, other: str) -> float:
    """Return what it costs that two characters stand side by side, of which one is not ASCII."""
    if one < _ASCII_END and other < _ASCII_END:
        return 0.0
    if one.isalpha() and one.islower() and other.isupper():
        return _CAPITAL_INSIDE
    sign = one if not one.isalpha() else other
    is_inside = (one.isalpha() or other.isalpha()) and not sign.isalpha() and sign >= _ASCII_END
    return _SIGN_INSIDE if is_inside and sign not in _SIGNS else 0.0
