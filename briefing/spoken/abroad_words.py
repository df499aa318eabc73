"""What German, French, Spanish and other newsrooms shorten, in full, as tables by language.

Forms are "one/many", or "one/few/many" where a language has three.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `of` stands between a magnitude and its currency."""

    magnitudes: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    """Abbreviations as they are written, with their stops."""
    of: str = ""
    to: str = ""
    """Between two numbers."""
    minus: str = "minus"
    cents: str = ""
    """Between a currency and its hundredths."""
    months: tuple[str, ...] = ()


LANGUAGES: Final = {
    "de": Words(
        magnitudes={
            "Mio": "Million/Millionen", "Mrd": "Milliarde/Milliarden", "Bio": "Billion/Billionen",
            "Tsd": "tausend/tausend", "Million": "Million/Millionen", "Millionen": "Million/Millionen",
            "Milliarde": "Milliarde/Milliarden", "Milliarden": "Milliarde/Milliarden",
            "Billionen": "Billion/Billionen",
        },
        currencies={
            "€": "Euro/Euro", "$": "Dollar/Dollar", "£": "Pfund/Pfund", "US$": "US-Dollar/US-Dollar",
            "US-$": "US-Dollar/US-Dollar", "¥": "Yen/Yen", "CHF": "Franken/Franken", "EUR": "Euro/Euro",
            "USD": "US-Dollar/US-Dollar", "₹": "Rupie/Rupien",
        },
        units={
            "km/h": "Kilometer pro Stunde", "km²": "Quadratkilometer", "m²": "Quadratmeter",
            "m³": "Kubikmeter", "km": "Kilometer", "kg": "Kilogramm", "kWh": "Kilowattstunden",
            "MW": "Megawatt", "GW": "Gigawatt", "°C": "Grad Celsius", "cm": "Zentimeter",
            "mm": "Millimeter", "m": "Meter", "t": "Tonnen", "ha": "Hektar", "Std.": "Stunden",
            "µg/m³": "Mikrogramm pro Kubikmeter", "Mbit/s": "Megabit pro Sekunde",
        },
        short={
            "Dr.": "Doktor", "Prof.": "Professor", "Nr.": "Nummer", "ca.": "circa", "z.B.": "zum Beispiel",
            "bzw.": "beziehungsweise", "usw.": "und so weiter", "d.h.": "das heißt", "u.a.": "unter anderem",
            "etc.": "et cetera", "inkl.": "inklusive", "ggf.": "gegebenenfalls", "evtl.": "eventuell",
            "vgl.": "vergleiche", "sog.": "sogenannte", "Abs.": "Absatz", "Art.": "Artikel", "Jh.": "Jahrhundert",
            "St.": "Sankt", "rd.": "rund", "zzgl.": "zuzüglich", "Std.": "Stunden", "Min.": "Minuten",
            "n.Chr.": "nach Christus", "v.Chr.": "vor Christus",
        },
        to="bis",
        months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember"),
    ),
    "fr": Words(
        magnitudes={
            "M": "million/millions", "Md": "milliard/milliards", "Mds": "milliard/milliards",
            "Mrd": "milliard/milliards", "k": "mille/mille", "million": "million/millions",
            "millions": "million/millions", "milliard": "milliard/milliards",
            "milliards": "milliard/milliards",
        },
        currencies={
            "€": "euro/euros", "$": "dollar/dollars", "£": "livre/livres", "US$": "dollar américain/dollars américains",
            "¥": "yen/yens", "CHF": "franc suisse/francs suisses", "EUR": "euro/euros",
            "USD": "dollar américain/dollars américains", "FCFA": "franc CFA/francs CFA", "₹": "roupie/roupies",
        },
        units={
            "km/h": "kilomètres par heure", "km²": "kilomètres carrés", "m²": "mètres carrés",
            "m³": "mètres cubes", "km": "kilomètres", "kg": "kilos", "kWh": "kilowattheures",
            "MW": "mégawatts", "GW": "gigawatts", "°C": "degrés Celsius", "cm": "centimètres",
            "mm": "millimètres", "m": "mètres", "t": "tonnes", "ha": "hectares", "h": "heures",
            "min": "minutes", "µg/m³": "microgrammes par mètre cube", "Mbit/s": "mégabits par seconde",
        },
        short={
            "M.": "monsieur", "MM.": "messieurs", "Mgr": "monseigneur", "n°": "numéro", "N°": "numéro",
            "nº": "numéro", "env.": "environ", "apr.": "après", "St": "saint", "Ste": "sainte",
            "Ier": "premier", "1er": "premier", "1re": "première", "1ère": "première", "etc.": "et cetera",
            "art.": "article",
        },
        of="de",
        to="à",
        minus="moins",
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre"),
    ),
    "es": Words(
        magnitudes={
            "M": "millón/millones", "millón": "millón/millones", "millones": "millón/millones",
            "mil": "mil/mil", "mill": "millón/millones", "billones": "billón/billones",
            "billón": "billón/billones",
        },
        currencies={
            "€": "euro/euros", "$": "dólar/dólares", "£": "libra/libras", "US$": "dólar/dólares",
            "¥": "yen/yenes", "EUR": "euro/euros", "USD": "dólar/dólares", "CHF": "franco suizo/francos suizos",
            "MXN": "peso/pesos", "R$": "real/reales", "₹": "rupia/rupias",
        },
        units={
            "km/h": "kilómetros por hora", "km²": "kilómetros cuadrados", "m²": "metros cuadrados",
            "m³": "metros cúbicos", "km": "kilómetros", "kg": "kilos", "kWh": "kilovatios hora",
            "MW": "megavatios", "GW": "gigavatios", "°C": "grados Celsius", "ºC": "grados Celsius",
            "cm": "centímetros", "mm": "milímetros", "m": "metros", "t": "toneladas", "ha": "hectáreas",
            "h": "horas", "min": "minutos", "µg/m³": "microgramos por metro cúbico",
            "Mbit/s": "megabits por segundo",
        },
        short={
            "Sr.": "señor", "Sra.": "señora", "Sres.": "señores", "Srta.": "señorita", "Dr.": "doctor",
            "Dra.": "doctora", "D.": "don", "Dª": "doña", "n.º": "número", "nº": "número", "núm.": "número",
            "EE.": "Estados", "UU.": "Unidos", "EE.UU.": "Estados Unidos", "EEUU": "Estados Unidos",
            "p.ej.": "por ejemplo", "etc.": "etcétera", "aprox.": "aproximadamente", "art.": "artículo",
            "Ud.": "usted", "Uds.": "ustedes", "1.º": "primero", "1.ª": "primera", "1.er": "primer",
            "2.º": "segundo", "2.ª": "segunda", "3.º": "tercero", "3.ª": "tercera", "3.er": "tercer",
        },
        of="de",
        to="a",
        minus="menos",
        cents="con",
        months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
                "octubre", "noviembre", "diciembre"),
    ),
    "ru": Words(
        magnitudes={
            "млрд": "миллиард/миллиарда/миллиардов", "млн": "миллион/миллиона/миллионов",
            "трлн": "триллион/триллиона/триллионов", "тыс": "тысяча/тысячи/тысяч",
        },
        currencies={
            "$": "доллар/доллара/долларов", "€": "евро/евро/евро", "₽": "рубль/рубля/рублей",
            "руб": "рубль/рубля/рублей", "долл": "доллар/доллара/долларов",
        },
        units={"км/ч": "километров в час", "км": "километров", "кг": "килограммов", "чел": "человек",
               "м²": "квадратных метров", "км²": "квадратных километров"},
        minus="минус",
    ),
    "uk": Words(
        magnitudes={
            "млрд": "мільярд/мільярди/мільярдів/мільярда", "млн": "мільйон/мільйони/мільйонів/мільйона",
            "трлн": "трильйон/трильйони/трильйонів/трильйона", "тис": "тисяча/тисячі/тисяч",
        },
        currencies={
            "$": "долар/долари/доларів", "€": "євро/євро/євро", "₴": "гривня/гривні/гривень",
            "грн": "гривня/гривні/гривень", "дол": "долар/долари/доларів",
        },
        units={"км/год": "кілометрів на годину", "км": "кілометрів", "кг": "кілограмів"},
        minus="мінус",
    ),
    "hi": Words(
        magnitudes={"करोड़": "करोड़/करोड़", "लाख": "लाख/लाख", "हज़ार": "हज़ार/हज़ार", "हजार": "हजार/हजार",
                    "अरब": "अरब/अरब"},
        currencies={"₹": "रुपया/रुपये", "$": "डॉलर/डॉलर", "€": "यूरो/यूरो"},
    ),
    "ar": Words(
        magnitudes={"مليون": "مليون/مليون", "مليار": "مليار/مليار", "ملايين": "ملايين/ملايين",
                    "ألف": "ألف/ألف"},
        currencies={"$": "دولار/دولار", "€": "يورو/يورو", "£": "جنيه/جنيه"},
    ),
    "fa": Words(
        magnitudes={"میلیون": "میلیون/میلیون", "میلیارد": "میلیارد/میلیارد", "هزار": "هزار/هزار"},
        currencies={"$": "دلار/دلار", "€": "یورو/یورو", "£": "پوند/پوند"},
    ),
}  # fmt: skip
