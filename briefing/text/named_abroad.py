"""What signs, spaces and capitals are called in other languages than English, in a word or two.

1. What stands most in texts has names of our own: German, French, Spanish, Russian and Ukrainian signs, as
   their readers and typesetters call them, and of every language the few that CLDR lacks or calls at length
   (brackets, quotes, the hyphen), its own signs, the space, and what stands before a capital.
2. All other signs, and emoji, have CLDR's names (`character_names`), which are read when one is asked for.
3. A language without a row here is named in English.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from briefing.text.character_names.known import known_names

_SIGNS: Final = "? ! / \\ : ; , . [ ] { } ( ) < > = + - * _ ' \" @ # $ % & ~ | “ ” „ « » – — … • · € £ § °"
"""The signs that every table names, in this order; each name ends at a bar."""


class _Table(NamedTuple):
    capital: str
    """What stands before a capital letter."""
    space: str
    names: str


_TABLES: Final = {
    "de": _Table(
        "großes",
        "Leerzeichen",
        "Fragezeichen|Ausrufezeichen|Schrägstrich|umgekehrter Schrägstrich|Doppelpunkt|Strichpunkt|Komma|"
        "Punkt|eckige Klammer auf|eckige Klammer zu|geschweifte Klammer auf|geschweifte Klammer zu|"
        "Klammer auf|Klammer zu|kleiner als|größer als|gleich|plus|Bindestrich|Stern|Unterstrich|Apostroph|"
        "Anführungszeichen|At-Zeichen|Raute|Dollar|Prozent|Und-Zeichen|Tilde|senkrechter Strich|"
        "Anführungszeichen oben|Anführungszeichen oben|Anführungszeichen unten|Guillemet links|"
        "Guillemet rechts|Halbgeviertstrich|Gedankenstrich|Auslassungspunkte|Aufzählungspunkt|Mittelpunkt|"
        "Euro|Pfund|Paragraf|Grad",
    ),
    "fr": _Table(
        "majuscule",
        "espace",
        "point d’interrogation|point d’exclamation|barre oblique|barre oblique inverse|deux-points|"
        "point-virgule|virgule|point|crochet ouvrant|crochet fermant|accolade ouvrante|accolade fermante|"
        "parenthèse ouvrante|parenthèse fermante|inférieur à|supérieur à|égal|plus|trait d’union|astérisque|"
        "tiret bas|apostrophe|guillemet droit|arobase|croisillon|dollar|pour cent|esperluette|tilde|"
        "barre verticale|guillemet anglais ouvrant|guillemet anglais fermant|guillemet bas|"
        "guillemet ouvrant|guillemet fermant|tiret demi-cadratin|tiret cadratin|points de suspension|puce|"
        "point médian|euro|livre|paragraphe|degré",
    ),
    "es": _Table(
        "mayúscula",
        "espacio",
        "cierre de interrogación|cierre de exclamación|barra|barra invertida|dos puntos|punto y coma|coma|"
        "punto|abre corchete|cierra corchete|abre llave|cierra llave|abre paréntesis|cierra paréntesis|"
        "menor que|mayor que|igual|más|guion|asterisco|guion bajo|apóstrofo|comillas|arroba|almohadilla|"
        "dólar|por ciento|et|virgulilla|barra vertical|abre comillas|cierra comillas|comillas bajas|"
        "abre comillas latinas|cierra comillas latinas|semirraya|raya|puntos suspensivos|viñeta|punto medio|"
        "euro|libra|sección|grado",
    ),
    "ru": _Table(
        "заглавная",
        "пробел",
        "вопросительный знак|восклицательный знак|косая черта|обратная косая черта|двоеточие|"
        "точка с запятой|запятая|точка|открывающая квадратная скобка|закрывающая квадратная скобка|"
        "открывающая фигурная скобка|закрывающая фигурная скобка|открывающая скобка|закрывающая скобка|"
        "меньше|больше|равно|плюс|дефис|звёздочка|подчёркивание|апостроф|кавычки|собака|решётка|доллар|"
        "процент|амперсанд|тильда|вертикальная черта|верхняя кавычка|верхняя кавычка|нижняя кавычка|"
        "открывающая кавычка|закрывающая кавычка|короткое тире|тире|многоточие|маркер списка|"
        "точка посередине|евро|фунт|параграф|градус",
    ),
    "uk": _Table(
        "велика",
        "пробіл",
        "знак питання|знак оклику|скісна риска|зворотна скісна риска|двокрапка|крапка з комою|кома|крапка|"
        "відкривна квадратна дужка|закривна квадратна дужка|відкривна фігурна дужка|"
        "закривна фігурна дужка|відкривна дужка|закривна дужка|менше|більше|дорівнює|плюс|дефіс|зірочка|"
        "підкреслення|апостроф|лапки|равлик|решітка|долар|відсоток|амперсанд|тильда|вертикальна риска|"
        "верхня лапка|верхня лапка|нижня лапка|відкривна лапка|закривна лапка|коротке тире|тире|"
        "три крапки|маркер списку|крапка посередині|євро|фунт|параграф|градус",
    ),
}


_FEW: Final = "( ) \" ' - №"
"""The signs that the rows below name."""
_ROWS: Final = """
it|maiuscola|spazio|parentesi aperta|parentesi chiusa|virgolette|apostrofo|trattino|numero
pt|maiúscula|espaço|abre parêntese|fecha parêntese|aspas|apóstrofo|hífen|número
nl|hoofdletter|spatie|haakje openen|haakje sluiten|aanhalingsteken|apostrof|streepje|nummer
pl|wielka litera|spacja|nawias otwierający|nawias zamykający|cudzysłów|apostrof|łącznik|numer
cs|velké|mezera|levá závorka|pravá závorka|uvozovky|apostrof|spojovník|číslo
sk|veľké|medzera|ľavá zátvorka|pravá zátvorka|úvodzovky|apostrof|spojovník|číslo
sl|velika|presledek|uklepaj|zaklepaj|narekovaj|opuščaj|vezaj|številka
hr|veliko|razmak|lijeva zagrada|desna zagrada|navodnik|apostrof|spojnica|broj
sr|велико|размак|лева заграда|десна заграда|наводник|апостроф|цртица|број
bg|главна|интервал|отваряща скоба|затваряща скоба|кавички|апостроф|тире|номер
sv|stor bokstav|blanksteg|inledande parentes|avslutande parentes|citattecken|apostrof|bindestreck|nummer
da|stort|mellemrum|venstre parentes|højre parentes|anførselstegn|apostrof|bindestreg|nummer
no|stor|mellomrom|venstre parentes|høyre parentes|anførselstegn|apostrof|bindestrek|nummer
fi|iso|välilyönti|vasen kaarisulje|oikea kaarisulje|lainausmerkki|heittomerkki|yhdysmerkki|numero
et|suur|tühik|algussulg|lõpusulg|jutumärk|ülakoma|sidekriips|number
lv|lielais|atstarpe|atverošā iekava|aizverošā iekava|pēdiņas|apostrofs|defise|numurs
lt|didžioji|tarpas|atidaromasis skliaustas|uždaromasis skliaustas|kabutės|apostrofas|brūkšnelis|numeris
el|κεφαλαίο|κενό|αριστερή παρένθεση|δεξιά παρένθεση|εισαγωγικά|απόστροφος|παύλα|αριθμός
tr|büyük|boşluk|açık parantez|kapalı parantez|tırnak işareti|kesme işareti|kısa çizgi|numara
hu|nagy|szóköz|nyitó zárójel|berekesztő zárójel|idézőjel|aposztróf|kötőjel|szám
ro|majusculă|spațiu|paranteză deschisă|paranteză închisă|ghilimele|apostrof|cratimă|număr
ca|majúscula|espai|parèntesi d’obertura|parèntesi de tancament|cometes|apòstrof|guionet|número
he|אות גדולה|רווח|סוגר פותח|סוגר סוגר|מירכאות|גרש|מקף|מספר
ar|حرف كبير|مسافة|قوس فتح|قوس إغلاق|علامة اقتباس|فاصلة علوية|واصلة|رقم
fa|حرف بزرگ|فاصله|پرانتز باز|پرانتز بسته|علامت نقل قول|آپاستروف|خط تیره|شماره
hi|बड़ा अक्षर|खाली स्थान|खुला कोष्ठक|बंद कोष्ठक|उद्धरण चिह्न|अपॉस्ट्रॉफ़ी|हाइफ़न|संख्या
ja|オオモジ|スペース|カッコ|カッコトジ|インヨウフ|アポストロフィ|ハイフン|ナンバー
zh|大写|空格|左括号|右括号|引号|撇号|连字符|编号
ko|대문자|공백|여는 괄호|닫는 괄호|따옴표|아포스트로피|하이픈|번호
vi|chữ hoa|khoảng trắng|ngoặc mở|ngoặc đóng|dấu nháy kép|dấu nháy đơn|dấu gạch nối|số
th|ตัวพิมพ์ใหญ่|เว้นวรรค|วงเล็บเปิด|วงเล็บปิด|อัญประกาศ|อะพอสทรอฟี|ยัติภังค์|หมายเลข
id|huruf besar|spasi|kurung buka|kurung tutup|tanda kutip|apostrof|tanda hubung|nomor
"""
"""Language, capital, space, and `_FEW` in that order."""
_OWN: Final = {
    "de": "№ Nummer|₴ Hrywnja",
    "fr": "№ numéro",
    "es": "¿ apertura de interrogación|¡ apertura de exclamación|№ número",
    "ru": "№ номер|₴ гривна|₪ шекель",
    "uk": "№ номер|₴ гривня|₪ шекель",
    "bg": "„ долни кавички",
    "el": "; ερωτηματικό",
    "tr": "₺ lira",
    "he": "־ מקף|׳ גרש|״ גרשיים|₪ שקל חדש",
    "ar": "، فاصلة|؛ فاصلة منقوطة|؟ علامة استفهام|٪ نسبة مئوية|٬ فاصلة الألوف|٫ فاصلة عشرية|ـ تطويل",
    "fa": "، ویرگول|؛ نقطه‌ویرگول|؟ علامت سؤال|٪ درصد|٬ جداکنندهٔ هزارگان|٫ ممیز|ـ کشیده|﷼ ریال|"
    "« گیومه باز|» گیومه بسته",
    "hi": "। पूर्ण विराम|॥ दीर्घ विराम|॰ लाघव चिह्न",
    "ja": "。 マル|、 テン|！ カンタンフ|! カンタンフ|？ ギモンフ|? ギモンフ|， カンマ|． ピリオド|"
    "・ ナカテン|· ナカテン|「 カギカッコ|」 カギカッコトジ|『 ニジュウカギカッコ|"
    "』 ニジュウカギカッコトジ|（ カッコ|） カッコトジ|〈 ヤマカッコ|〉 ヤマカッコトジ|"
    "《 ニジュウヤマカッコ|》 ニジュウヤマカッコトジ|【 スミツキカッコ|】 スミツキカッコトジ|"
    "〔 キッコウカッコ|〕 キッコウカッコトジ|[ カクカッコ|] カクカッコトジ|{ ナミカッコ|"
    "} ナミカッコトジ|“ ニジュウインヨウフ|” ニジュウインヨウフトジ|‘ インヨウフ|’ インヨウフトジ|"
    "… サンテンリーダー|‥ ニテンリーダー|— ダッシュ|― ダッシュ|– ミジカイダッシュ|〜 ナミダッシュ|"
    "～ ナミセン|~ チルダ|ー チョウオン|々 クリカエシ|〆 シメ|〃 オナジク|〒 ユウビン|"
    "※ コメジルシ|→ ミギヤジルシ|← ヒダリヤジルシ|↑ ウエヤジルシ|↓ シタヤジルシ|= イコール|+ プラス|"
    "− マイナス|< ショウナリ|> ダイナリ|× カケル|÷ ワル|¥ エン|￥ エン|° ド|§ セクション|★ クロボシ|"
    "☆ シロボシ|● クロマル|○ シロマル|■ クロシカク|□ シカク|◆ クロヒシガタ|◇ ヒシガタ|▲ クロサンカク|"
    "△ サンカク|▼ ギャククロサンカク|▽ ギャクサンカク|# シャープ|@ アットマーク",
    "zh": "。 句号|、 顿号|· 间隔号|～ 波浪号|〜 波浪号|@ 艾特符号|々 叠字符",
    "ko": "〜 물결표",
    "vi": "₫ đồng",
    "th": "฿ บาท|ฯ ไปยาลน้อย|ๆ ไม้ยมก|๏ ฟองมัน",
}
"""Signs of a language's own, or that CLDR lacks, between bars; the Japanese ones in kana, for every voice."""
_LIKE: Final = {"’": "'", "ʼ": "'", "‑": "-", "‐": "-", "★": "⭐", "☆": "⭐", "‹": "«", "›": "»"}
"""Signs that are called like another one where they have no name of their own; the first two always are."""


class NamesAbroad(NamedTuple):
    """What characters are called in a language."""

    language: str
    signs: dict[str, str]
    """Sign -> name, of our own; `of` knows them all."""
    capital: str
    """What stands before a capital letter."""
    space: str

    def of(self, sign: str) -> str:
        """Return what a sign or emoji, without variation selectors, is called; empty if nobody knows."""
        other = _LIKE.get(sign, "")
        own = self.signs.get(sign) or (self.signs.get(other) if other else None)
        return own or self.known().get(sign) or (self.known().get(other) if other else None) or ""

    def known(self) -> dict[str, str]:
        """Return all names that CLDR has."""
        return known_names(self.language)


@cache
def names_in(language: str) -> NamesAbroad | None:
    """Return what characters are called in a language, a primary tag; None where English is used."""
    language = "no" if language in ("nb", "nn") else language
    table = _TABLES.get(language)
    if table is not None:
        signs = dict(zip(_SIGNS.split(), table.names.split("|"), strict=True))
        capital, space = table.capital, table.space
    elif row := next((line for line in _ROWS.split("\n") if line.startswith(f"{language}|")), None):
        _, capital, space, *few = row.split("|")
        signs = dict(zip(_FEW.split(), few, strict=True))
    else:
        return None
    own = {pair[0]: pair[2:] for pair in _OWN.get(language, "").split("|") if pair}
    return NamesAbroad(language, signs | own, capital, space)
