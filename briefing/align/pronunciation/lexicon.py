"""The lexicon: names whose spelling misleads, as newsreaders say them: ARPABET, ways parted by "|".

Only names that neither the dictionary nor the rules of `transliteration` get right. They come
before the dictionary's, which stay as further ways.
"""

from __future__ import annotations

from typing import Final

LEXICON: Final = {
    "abiy": "AA B IY", "addis": "AE D IH S|AA D IH S", "ababa": "AE B AH B AH|AH B AA B AH", "assad":
    "AH S AA D", "bakhmut": "B AA K M UW T", "biden": "B AY D AH N", "brexit":
    "B R EH K S IH T", "chisinau": "K IH SH IH N AW", "covid": "K OW V IH D", "dnipro": "D N IY P R OW",
    "erdogan": "ER D AH W AA N|EH R D OW AA N", "eswatini": "EH S W AA T IY N IY", "fauci": "F AW CH IY",
    "gantz": "G AA N T S", "harare": "HH AH R AA R EY", "houthi":
    "HH UW TH IY", "huawei": "W AA W EY|HH W AA W EY", "kherson": "HH EH R S AO N|K ER S AO N", "kharkiv":
    "HH AA R K IY V|K AA R K IH V", "khamenei": "HH AA M EH N EY|K AA M EH N EY", "kyiv":
    "K IY V|K IY IH V|K IY EH V", "lagarde": "L AH G AA R D", "leyen": "L AY AH N", "luhansk":
    "L UW HH AA N S K", "macron": "M AH K R OW N|M AE K R OW N", "mariupol": "M AE R IY UW P AH L", "mbappe":
    "EH M B AA P EY|M B AA P EY", "milei": "M IH L EY", "nguyen": "W IH N|N UW Y EH N", "niamey":
    "N IY AA M EY", "navalny": "N AH V AA L N IY", "netanyahu": "N EH T AH N Y AA HH UW", "odesa":
    "OW D EH S AH", "orban": "AO R B AA N", "pelosi": "P AH L OW S IY", "phnom": "P AH N AO M|P N AO M",
    "prigozhin": "P R IH G OW ZH IH N", "qatar": "K AH T AA R|K AA T AA R", "rafah": "R AA F AH", "raisi":
    "R AY IY S IY|R AY S IY", "riyadh": "R IY AA D", "rohingya": "R OW HH IH N JH AH", "scholz":
    "SH OW L T S", "sissi": "S IY S IY", "sunak": "S UW N AE K", "taliban": "T AE L IH B AE N", "tigray":
    "T IH G R AY|T IY G R AY", "tsai": "T S AY|S AY", "turkiye": "T UH R K IY Y EH", "uyghur":
    "W IY G UH R|W IY G ER", "uighur": "W IY G UH R|W IY G ER", "vientiane": "V Y EH N CH AA N", "von":
    "F AO N|V AO N", "xi": "SH IY", "xinjiang": "SH IH N JH Y AA NG", "yoon": "Y UW N", "zaporizhzhia":
    "Z AA P AH R IY ZH Y AH", "zelensky": "Z EH L EH N S K IY", "zelenskyy": "Z EH L EH N S K IY", "beijing":
    "B EY JH IH NG", "chongqing": "CH UH NG CH IH NG", "guangzhou": "G W AA NG JH OW", "sao": "S AW",
    "peng": "P AH NG", "shuai": "SH W AY", "nvidia": "EH N V IH D IY AH", "openai": "OW P AH N EY AY",
    "tiktok": "T IH K T AA K", "kamala": "K AA M AH L AH", "qaida":
    "K AY D AH|K AA IY D AH", "shabab": "SH AH B AA B", "sanaa": "S AH N AA", "jong-un": "JH AO NG UH N",
    "sinwar": "S IH N W AA R", "gallant": "G AH L AA N T",
}  # fmt: skip
