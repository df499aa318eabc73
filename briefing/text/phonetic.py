"""Spelling alphabets: a word for each letter, by which people of a language spell over the telephone.

Where each is from:

- `en`: ICAO and NATO (ITU Radio Regulations, appendix 14), also for all languages without one here, and for
  Latin letters in texts of other scripts. `pt`: the same words in Portuguese, as NVDA has them.
- `de`: DIN 5009:2022, by towns. `fr`: that of the post and telegraph. `es`, `it`, `da`, `nb`, `ro`, `sl`:
  customary on the telephone, as collections of spelling alphabets have them.
- `nl`: Genootschap Onze Taal. `fi`: Kielikello 2006, of the Institute for the Languages of Finland. `sv`:
  that of the armed forces. `cs`: that of Czech radio amateurs; letters with other marks by their marks.
- `ru`: that of the Russian services, as Wikipedia and NVDA have it. `pl`, `hu`, `tr`, `sk`, `el`, `uk`, `ar`,
  `fa`, `hi`: as NVDA's translators to the language have chosen; the Greek one is that of the Greek forces.
  For Ukrainian several are in use, and no official one was found.
- `he`: the names of the letters, which take the place of an alphabet. `th`: the words by which every letter
  is called in Thai.

Japanese and Korean letters and Chinese characters are in `phonetic_syllables`. Vietnamese and Indonesian have
none of their own, and take the international words with the marks' Vietnamese names.
"""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import Final, NamedTuple


class Alphabet(NamedTuple):
    """The words of a to z in their order, of other letters, and what marks on letters are called."""

    words: str
    """With a low line for a space."""
    others: str = ""
    """Letter, space, word; between bars."""
    marks: str = ""
    """Combining mark, space, its name in the language; between bars."""


_INTERNATIONAL: Final = Alphabet(
    "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa "
    "quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu",
)
_LATIN: Final = _INTERNATIONAL.words
ALPHABETS: Final = {
    "en": _INTERNATIONAL,
    "de": Alphabet(
        "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig "
        "München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen Wuppertal "
        "Xanten Ypsilon Zwickau",
        others="ä Umlaut Aachen|ö Umlaut Offenbach|ü Umlaut Unna|ß Eszett",
    ),
    "fr": Alphabet(
        "Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis Marcel Nicolas "
        "Oscar Pierre Quintal Raoul Suzanne Thérèse Ursule Victor William Xavier Yvonne Zoé",
        others="œ e dans l’o|æ e dans l’a",
        marks="\u0301 accent aigu|\u0300 accent grave|\u0302 accent circonflexe|\u0308 tréma|\u0327 cédille",
    ),
    "es": Alphabet(
        "Antonio Barcelona Carmen Dolores Enrique Francia Granada Historia Inés José Kilo Lorenzo Madrid "
        "Navarra Oviedo París Queso Ramón Sábado Tarragona Ulises Valencia Washington Xilófono Yegua "
        "Zaragoza",
        others="ñ Ñoño",
        marks="\u0301 con acento|\u0308 con diéresis",
    ),
    "it": Alphabet(
        "Ancona Bologna Como Domodossola Empoli Firenze Genova Hotel Imola Jolly Kursaal Livorno Milano "
        "Napoli Otranto Padova Quarto Roma Savona Torino Udine Venezia Washington Xilofono Yacht Zara",
        marks="\u0301 accento acuto|\u0300 accento grave|\u0302 accento circonflesso|\u0308 dieresi",
    ),
    "pt": Alphabet(
        "Alfa Bravo Carlos Delta Eco Fox Golf Hotel Índia Julieta Kilo Lima Maique Novembro Oscar Papa "
        "Quebeque Romeu Serra Tango Uniforme Vítor Wisque Xis-Raio Yanque Zulu",
        marks="\u0301 acento agudo|\u0300 acento grave|\u0302 acento circunflexo|\u0303 til|\u0327 cedilha",
    ),
    "nl": Alphabet(
        "Anton Bernard Cornelis Dirk Eduard Ferdinand Gerard Hendrik Izaak Jan Karel Lodewijk Marie Nico "
        "Otto Pieter Quotiënt Rudolf Simon Teunis Utrecht Victor Willem Xantippe Ypsilon Zaandam",
        others="ĳ IJmuiden",
        marks="\u0308 trema|\u0301 accent aigu|\u0300 accent grave",
    ),
    "pl": Alphabet(
        "Adam Barbara Celina Dorota Ewa Franciszek Grażyna Henryk Irena Jadwiga Karol Ludwik Maria Natalia "
        "Olga Paweł Quebec Roman Stanisław Tadeusz Urszula Violetta Wacław Ksantypa Ypsylon Zygmunt",
        others="ł Łukasz",
        marks="\u0301 z kreską|\u0328 z ogonkiem|\u0307 z kropką",
    ),
    "cs": Alphabet(
        "Adam Božena Cyril David Emil František Gustav Helena Ivan Josef Karel Ludvík Marie Neruda Otakar "
        "Petr Quido Rudolf Svatopluk Tomáš Urban Václav dvojité_v Xaver Ypsilon Zuzana",
        others="č Čeněk|ď Ďáblice|ř Řehoř|š Šimon|ť Těšnov|ž Žofie",
        marks="\u0301 s čárkou|\u030c s háčkem|\u030a s kroužkem",
    ),
    "sk": Alphabet(
        "Adam Božena Cyril Dávid Emil František Gustáv Helena Ivan Jozef Karol Ladislav Mária Norbert Oto "
        "Peter Quido Rudolf Svätopluk Tomáš Urban Václav dvojité_v Xaver Ypsilon Zuzana",
        others="č Čadca|ď Ďumbier|ľ Ľubochňa|ň Nitra|ř Řehoř|š Šimon|ť Teplá|ž Žofia",
        marks="\u0301 s dĺžňom|\u030c s mäkčeňom|\u0302 s vokáňom|\u0308 s dvoma bodkami",
    ),
    "sl": Alphabet(
        "Ankaran Bled Celje Drava Evropa Fala Gorica Hrastnik Izola Jadran Kamnik Ljubljana Maribor Nanos "
        "Ormož Piran Queen Ravne Soča Triglav Unec Velenje dvojni_v iks ipsilon Zalog",
        others="č Čatež|š Šmarje|ž Žalec",
    ),
    "sv": Alphabet(
        "Adam Bertil Cesar David Erik Filip Gustav Helge Ivar Johan Kalle Ludvig Martin Niklas Olof Petter "
        "Quintus Rudolf Sigurd Tore Urban Viktor Wilhelm Xerxes Yngve Zäta",
        others="å Åke|ä Ärlig|ö Östen",
    ),
    "da": Alphabet(
        "Anna Bernhard Cecilie David Erik Frederik Georg Hans Ida Johan Karen Ludvig Mari Nikolaj Odin Peter "
        "Quintus Rasmus Søren Theodor Ulla Viggo William Xerxes Yrsa Zackarias",
        others="æ Ægir|ø Øresund|å Åse",
    ),
    "no": Alphabet(
        "Anna Bernhard Caesar David Edith Fredrik Gustav Harald Ivar Johan Karin Ludvig Martin Nils Olivia "
        "Petter Quintus Rikard Sigrid Teodor Ulrik enkelt-V dobbelt-W Xerxes Yngling Zakarias",
        others="æ Ægir|ø Østen|å Åse",
    ),
    "fi": Alphabet(
        "Aarne Bertta Celsius Daavid Eemeli farao Gideon Heikki Iivari Jussi Kalle Lauri Matti Niilo Otto "
        "Paavo kuu Risto Sakari Tyyne Urho Vihtori kaksois-v äksä Yrjö tseta",
        others="å Åke|ä äiti|ö öljy|š hattu-äs|ž hattu-tseta",
    ),
    "tr": Alphabet(
        "Adana Bolu Ceyhan Denizli Edirne Fatsa Giresun Hatay İzmir Jandarma Kars Lüleburgaz Muş Niğde Ordu "
        "Polatlı kû Rize Sinop Tokat Uşak Van çift_ve iks Yozgat Zonguldak",
        others="ç Çanakkale|ğ yumuşak ge|ı Isparta|ö Ödemiş|ş Şırnak|ü Ünye",
        marks="\u0302 düzeltme işaretli",
    ),
    "hu": Alphabet(
        "Aladár Béla Cecília Dénes Elemér Ferenc Géza Hugó Ildikó Júlia Kálmán László Miklós Noémi Olga "
        "Péter Aquincum Róbert Sándor Tamás Ubul Viktor Weöres Xénia Yacht Zoltán",
        others="á Ádám|é Éva|í Írisz|ó óra|ö Ödön|ő őz|ú út|ü Ürmös|ű űr",
    ),
    "ro": Alphabet(
        "Ana Barbu Constantin Dumitru Elena Florea Gheorghe Haralambie Ion Jean Kilogram Lazăr Maria Nicolae "
        "Olga Petre Qatar Radu Sandu Tudor Udrea Vasile dublu_v Xenia i_grec Zahăr",
        others="ă ă ca în măr|â â din a|î î din i|ș Ștefan|ş Ștefan cu sedilă|ț Țiriac|ţ Țiriac cu sedilă",
    ),
    "ru": Alphabet(
        _LATIN,
        others="а Анна|б Борис|в Василий|г Григорий|д Дмитрий|е Елена|ё Ёлка|ж Женя|з Зинаида|и Иван|"
        "й Иван краткий|к Константин|л Леонид|м Михаил|н Николай|о Ольга|п Павел|р Роман|с Семён|т Татьяна|"
        "у Ульяна|ф Фёдор|х Харитон|ц Цапля|ч Человек|ш Шура|щ Щука|ъ твёрдый знак|ы еры|ь мягкий знак|"
        "э Эхо|ю Юрий|я Яков",
    ),
    "uk": Alphabet(
        _LATIN,
        others="а Анекдот|б Байка|в Візок|г Годинник|ґ Ґанок|д Дім|е Ернест|є Єдність|ж Жайворонок|з Зошит|"
        "и И|і Іскра|ї Їжак|й Йосиф|к Курка|л Лінгвістика|м Місто|н Населення|о Офіс|п Парламент|р Регіон|"
        "с Студент|т Тролейбус|у Україна|ф Футбол|х Хоробрість|ц Центр|ч Чайник|ш Швидкість|щ Щастя|"
        "ь м’який знак|ю Юність|я Японія",
    ),
    "el": Alphabet(
        _LATIN,
        others="α Αστήρ|β Βύρων|γ Γαλή|δ Δόξα|ε Ερμής|ζ Ζεύς|η Ηρώ|θ Θεά|ι Ίσκιος|κ Κενό|λ Λάμα|μ Μέλι|"
        "ν Ναός|ξ Ξέρξης|ο Οσμή|π Πέτρος|ρ Ρήγας|σ Σοφός|ς Σοφός τελικό|τ Τίγρης|υ Ύμνος|φ Φωφώ|χ Χαρά|"
        "ψ Ψυχή|ω Ωμέγα",
        marks="\u0301 τόνος|\u0308 διαλυτικά",
    ),
    "he": Alphabet(
        _LATIN,
        others="א אלף|ב בית|ג גימל|ד דלת|ה הא|ו וו|ז זין|ח חית|ט טית|י יוד|כ כף|ך כף סופית|ל למד|מ מם|"
        "ם מם סופית|נ נון|ן נון סופית|ס סמך|ע עין|פ פא|ף פא סופית|צ צדי|ץ צדי סופית|ק קוף|ר ריש|ש שין|ת תו",
        marks="\u05b0 שווא|\u05b4 חיריק|\u05b5 צירי|\u05b6 סגול|\u05b7 פתח|\u05b8 קמץ|\u05b9 חולם|"
        "\u05bb קובוץ|\u05bc דגש|\u05c1 שין ימנית|\u05c2 שין שמאלית",
    ),
    "ar": Alphabet(
        _LATIN,
        others="أ أرنب|ا القمر|إ إنسان|آ آدم|ب بطة|ت تاج|ث ثعلب|ج جمل|ح حج|خ خبز|د ديك|ذ ذئب|ر رجل|ز زهر|"
        "س ساعة|ش شمس|ص صائد|ض ضابط|ط طفل|ظ ظفر|ع عين|غ غار|ف فيل|ق قمر|ك كلب|ل لحم|م مسجد|ن نهر|ه هرم|"
        "و وجه|ي يد|ة تاء مربوطة|ى ألف مقصورة|ء همزة|ئ همزة على ياء|ؤ همزة على واو",
        marks="\u064e فتحة|\u064f ضمة|\u0650 كسرة|\u0652 سكون|\u0651 شدة|\u064b تنوين فتح|"
        "\u064c تنوين ضم|\u064d تنوين كسر",
    ),
    "fa": Alphabet(
        _LATIN,
        others="آ آب|ا ایران|ب بابا|پ پلیس|ت تلفن|ث ثریا|ج جوجه|چ چراغ|ح حوله|خ خروس|د دختر|ذ ذکر|"
        "ر روزنامه|ز زنبور|ژ ژاله|س سیب|ش شما|ص صابون|ض ضبط|ط طناب|ظ ظهر|ع عشق|غ غلط|ف فرش|ق قاشق|ک کلید|"
        "گ گربه|ل لیوان|م مادر|ن نان|و وطن|ه هوا|ی یاس|ء همزه|ئ همزه روی ی|أ همزه روی الف|ؤ همزه روی واو",
        marks="\u064e زبر|\u064f پیش|\u0650 زیر|\u0651 تشدید|\u0652 سکون|\u064b تنوین",
    ),
    "hi": Alphabet(
        _LATIN,
        others="अ अक्षर|आ आकाश|इ इमली|ई ईश्वर|उ उल्लू|ऊ ऊँट|ऋ ऋतु|ए एक|ऐ ऐनक|ओ ओखली|औ औषधि|क कबूतर|ख खरगोश|"
        "ग गमला|घ घर|ङ ङ|च चना|छ छतरी|ज जल|झ झंडा|ञ ञ|ट टमाटर|ठ ठंड|ड डमरू|ढ ढक्कन|ण बाण का ण|त तरबूज|थ थाली|"
        "द दरवाजा|ध धनुष|न नाम|प पानी|फ फल|ब बकरी|भ भवन|म मछली|य यात्री|र रस्सी|ल लड़का|व वन|श शरबत|ष षट्कोण|"
        "स सब्जी|ह हाथी",
        marks="\u093c नुक्ता|\u0901 चंद्र बिंदु|\u0902 बिंदु|\u0903 विसर्ग|\u093e आ की मात्रा|"
        "\u093f छोटी इ की मात्रा|\u0940 बड़ी ई की मात्रा|\u0941 छोटे उ की मात्रा|\u0942 बड़े ऊ की मात्रा|"
        "\u0943 ऋ की मात्रा|\u0947 ए की मात्रा|\u0948 ऐ की मात्रा|\u094b ओ की मात्रा|\u094c औ की मात्रा|"
        "\u094d हलंत",
    ),
    "th": Alphabet(
        _LATIN,
        others="ก ก ไก่|ข ข ไข่|ฃ ฃ ขวด|ค ค ควาย|ฅ ฅ คน|ฆ ฆ ระฆัง|ง ง งู|จ จ จาน|ฉ ฉ ฉิ่ง|ช ช ช้าง|ซ ซ โซ่|ฌ ฌ เฌอ|"
        "ญ ญ หญิง|ฎ ฎ ชฎา|ฏ ฏ ปฏัก|ฐ ฐ ฐาน|ฑ ฑ มณโฑ|ฒ ฒ ผู้เฒ่า|ณ ณ เณร|ด ด เด็ก|ต ต เต่า|ถ ถ ถุง|ท ท ทหาร|ธ ธ ธง|"
        "น น หนู|บ บ ใบไม้|ป ป ปลา|ผ ผ ผึ้ง|ฝ ฝ ฝา|พ พ พาน|ฟ ฟ ฟัน|ภ ภ สำเภา|ม ม ม้า|ย ย ยักษ์|ร ร เรือ|ล ล ลิง|"
        "ว ว แหวน|ศ ศ ศาลา|ษ ษ ฤๅษี|ส ส เสือ|ห ห หีบ|ฬ ฬ จุฬา|อ อ อ่าง|ฮ ฮ นกฮูก|ะ สระ อะ|า สระ อา|เ สระ เอ|"
        "แ สระ แอ|โ สระ โอ|ใ ไม้ม้วน|ไ ไม้มลาย|ฤ ตัว รึ",
        marks="\u0e31 ไม้หันอากาศ|\u0e33 สระ อำ|\u0e34 สระ อิ|\u0e35 สระ อี|\u0e36 สระ อึ|\u0e37 สระ อือ|"
        "\u0e38 สระ อุ|\u0e39 สระ อู|\u0e47 ไม้ไต่คู้|\u0e48 ไม้เอก|\u0e49 ไม้โท|\u0e4a ไม้ตรี|\u0e4b ไม้จัตวา|"
        "\u0e4c การันต์",
    ),
}
"""By the primary tag of a language."""


class Words(NamedTuple):
    """An alphabet to look things up in: small letter -> word, a combining mark -> its name."""

    letters: dict[str, str]
    marks: dict[str, str]


@cache
def words_of(language: str) -> Words:
    """Return the alphabet of a primary language tag; the international one where it has none here."""
    alphabet = ALPHABETS.get("no" if language in ("nb", "nn") else language, _INTERNATIONAL)
    words = [word.replace("_", " ") for word in alphabet.words.split()]
    letters = dict(zip(ascii_lowercase, words, strict=True))
    return Words(letters | _pairs(alphabet.others), _pairs(alphabet.marks))


def _pairs(listed: str) -> dict[str, str]:
    return {pair[0]: pair[2:] for pair in listed.split("|") if pair}
