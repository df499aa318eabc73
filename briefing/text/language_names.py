"""What languages are called in English: facts (ISO 639), from no one's list."""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
aa:Afar ab:Abkhazian af:Afrikaans ak:Akan am:Amharic an:Aragonese ar:Arabic as:Assamese av:Avaric
ay:Aymara az:Azerbaijani ba:Bashkir be:Belarusian bg:Bulgarian bi:Bislama bm:Bambara bn:Bengali
bo:Tibetan br:Breton bs:Bosnian ca:Catalan ce:Chechen ch:Chamorro co:Corsican cr:Cree cs:Czech
cu:Church_Slavonic cv:Chuvash cy:Welsh da:Danish de:German dv:Divehi dz:Dzongkha ee:Ewe el:Greek
en:English eo:Esperanto es:Spanish et:Estonian eu:Basque fa:Persian ff:Fulah fi:Finnish fj:Fijian
fo:Faroese fr:French fy:Frisian ga:Irish gd:Scottish_Gaelic gl:Galician gn:Guarani gu:Gujarati gv:Manx
ha:Hausa he:Hebrew hi:Hindi ho:Hiri_Motu hr:Croatian ht:Haitian hu:Hungarian hy:Armenian hz:Herero
ia:Interlingua id:Indonesian ie:Interlingue ig:Igbo ii:Nuosu ik:Inupiaq io:Ido is:Icelandic it:Italian
iu:Inuktitut ja:Japanese jv:Javanese ka:Georgian kg:Kongo ki:Kikuyu kj:Kuanyama kk:Kazakh kl:Greenlandic
km:Khmer kn:Kannada ko:Korean kr:Kanuri ks:Kashmiri ku:Kurdish kv:Komi kw:Cornish ky:Kyrgyz la:Latin
lb:Luxembourgish lg:Ganda li:Limburgish ln:Lingala lo:Lao lt:Lithuanian lu:Luba lv:Latvian mg:Malagasy
mh:Marshallese mi:Maori mk:Macedonian ml:Malayalam mn:Mongolian mr:Marathi ms:Malay mt:Maltese my:Burmese
na:Nauru nb:Norwegian_Bokmål nd:North_Ndebele ne:Nepali ng:Ndonga nl:Dutch nn:Norwegian_Nynorsk
no:Norwegian nr:South_Ndebele nv:Navajo ny:Chichewa oc:Occitan oj:Ojibwa om:Oromo or:Odia os:Ossetian
pa:Punjabi pi:Pali pl:Polish ps:Pashto pt:Portuguese qu:Quechua rm:Romansh rn:Rundi ro:Romanian
ru:Russian rw:Kinyarwanda sa:Sanskrit sc:Sardinian sd:Sindhi se:Sami sg:Sango si:Sinhala sk:Slovak
sl:Slovenian sm:Samoan sn:Shona so:Somali sq:Albanian sr:Serbian ss:Swati st:Sotho su:Sundanese
sv:Swedish sw:Swahili ta:Tamil te:Telugu tg:Tajik th:Thai ti:Tigrinya tk:Turkmen tl:Tagalog tn:Tswana
to:Tongan tr:Turkish ts:Tsonga tt:Tatar tw:Twi ty:Tahitian ug:Uyghur uk:Ukrainian ur:Urdu uz:Uzbek
ve:Venda vi:Vietnamese vo:Volapük wa:Walloon wo:Wolof xh:Xhosa yi:Yiddish yo:Yoruba za:Zhuang zh:Chinese
zu:Zulu ast:Asturian ceb:Cebuano ckb:Central_Kurdish cmn:Mandarin fil:Filipino gsw:Swiss_German
haw:Hawaiian hmn:Hmong ltz:Luxembourgish nds:Low_German scn:Sicilian yue:Cantonese
"""

LANGUAGE_NAMES: Final[dict[str, str]] = {
    code: name.replace("_", " ") for code, name in (pair.split(":") for pair in _NAMES.split())
}
"""Language subtag -> name. Not every language there is: those that texts come in."""

_THREE_LETTERS: Final = """
eng:en deu:de ger:de spa:es fra:fr fre:fr rus:ru ukr:uk ita:it por:pt nld:nl dut:nl pol:pl tur:tr ara:ar
zho:zh chi:zh jpn:ja kor:ko swe:sv dan:da nor:no nob:nb fin:fi ces:cs cze:cs slk:sk slo:sk hun:hu ron:ro
rum:ro ell:el gre:el heb:he hin:hi fas:fa per:fa urd:ur ben:bn vie:vi ind:id msa:ms may:ms tha:th bul:bg
srp:sr hrv:hr slv:sl cat:ca eus:eu baq:eu est:et lav:lv lit:lt isl:is ice:is hye:hy arm:hy kat:ka geo:ka
aze:az kaz:kk uzb:uz
"""

THREE_LETTERS: Final[dict[str, str]] = dict(pair.split(":") for pair in _THREE_LETTERS.split())
"""ISO 639-2 codes, which tags of recordings use, and their BCP 47 form."""

OLDER_CODES: Final[dict[str, str]] = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr"}
"""Subtags that were replaced, and by what: YouTube and Java still write some."""

_SPOKEN_TOO: Final = frozenset(
    "bpy chr crh hak jbo kok lfn ltg mni nci nog pap quc quz qya shn sjn smj tlh piqd chv szl wuu".split()  # noqa: SIM905  # a list of words reads better as words
)
"""Languages that voices are made for, and that texts seldom come in."""


def is_language(tag: str) -> bool:
    """Return whether there is a language of that tag, whatever its region: `pt-BR`, `deu`, but not `qqq`."""
    primary = tag.lower().split("-")[0]
    return any(primary in known for known in (LANGUAGE_NAMES, THREE_LETTERS, OLDER_CODES, _SPOKEN_TOO))
