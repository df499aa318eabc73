"""What German, French, Spanish and other newsrooms shorten, in full, as tables by language.

Forms are "one/many", or "one/few/many" where a language has three.
"""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


def _magnitudes(**shortened: str) -> dict[str, str]:
    """Return forms by what they are written as: their own words, and what is short for them.

    Args:
        shortened: the forms, "one/many", by the name of their magnitude's short words with "_" between.
    """
    table: dict[str, str] = {}
    for short, forms in shortened.items():
        table |= dict.fromkeys((*short.split("_"), *forms.split("/")), forms)
    return table


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language."""

    magnitudes: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    rated: dict[str, str] = field(default_factory=dict)
    """What a rate may be counted in, in the singular."""
    short: dict[str, str] = field(default_factory=dict)
    """Abbreviations as they are written, with their stops."""
    before_number: dict[str, str] = field(default_factory=dict)
    """Abbreviations that are some only where a number follows."""
    before_name: dict[str, str] = field(default_factory=dict)
    """Abbreviations that are some only where a capital follows."""
    fractions: dict[str, str] = field(default_factory=dict)
    numbered: frozenset[str] = frozenset()
    """Nouns, in small letters, after which a Roman numeral is a cardinal."""
    queens: frozenset[str] = frozenset()
    of: str = ""
    """Between a magnitude and its currency."""
    to: str = ""
    """Between two numbers."""
    per: str = ""
    minus: str = "minus"
    plus: str = "plus"
    percent: str = ""
    conjunction: str = ""
    """What "&" is."""
    cents: str = ""
    """Between a currency and its hundredths."""
    months: tuple[str, ...] = ()
    days: dict[str, str] = field(default_factory=dict)
    """Days of the week, by what is short for them."""
    link: str = ""
    """Before the host of a web address that goes on."""
    dot: str = ""
    at: str = ""
    acronyms: frozenset[str] = frozenset()
    """Capitals of two or three letters that are said as a word; others are initials."""


LANGUAGES: Final = {
    "de": LanguageWords(
        magnitudes=_magnitudes(
            Mio="Million/Millionen", Mrd="Milliarde/Milliarden", Bio="Billion/Billionen", Tsd="tausend/tausend"
        ),
        currencies={
            "€": "Euro/Euro", "$": "Dollar/Dollar", "£": "Pfund/Pfund", "US$": "US-Dollar/US-Dollar",
            "US-$": "US-Dollar/US-Dollar", "¥": "Yen/Yen", "CHF": "Franken/Franken", "EUR": "Euro/Euro",
            "USD": "US-Dollar/US-Dollar", "₹": "Rupie/Rupien", "₽": "Rubel/Rubel", "₴": "Hrywnja/Hrywnja",
            "₺": "Lira/Lira", "Fr.": "Franken/Franken", "SFr": "Franken/Franken", "GBP": "Pfund/Pfund",
            "Dollar": "Dollar/Dollar", "Euro": "Euro/Euro",
        },
        units={
            "km/h": "Kilometer pro Stunde", "km²": "Quadratkilometer", "m²": "Quadratmeter",
            "m³": "Kubikmeter", "km": "Kilometer", "kg": "Kilogramm", "kWh": "Kilowattstunden",
            "MW": "Megawatt", "GW": "Gigawatt", "°C": "Grad Celsius", "cm": "Zentimeter",
            "mm": "Millimeter", "m": "Meter", "t": "Tonnen", "ha": "Hektar", "Std.": "Stunden",
            "Mbit/s": "Megabit pro Sekunde", "µg": "Mikrogramm", "mg": "Milligramm", "g": "Gramm", "l": "Liter",
            "s": "Sekunden", "min": "Minuten", "h": "Stunden", "kW": "Kilowatt", "W": "Watt", "hPa": "Hektopascal",
            "TWh": "Terawattstunden", "GWh": "Gigawattstunden", "MWh": "Megawattstunden", "°": "Grad",
            "Einw.": "Einwohner", "Ew.": "Einwohner", "dl": "Deziliter",
        },
        rated={
            "t": "Tonne", "kWh": "Kilowattstunde", "MWh": "Megawattstunde", "h": "Stunde", "Std.": "Stunde",
            "km": "Kilometer", "m²": "Quadratmeter", "km²": "Quadratkilometer", "m³": "Kubikmeter", "kg": "Kilogramm",
            "l": "Liter", "s": "Sekunde", "min": "Minute",
        },
        before_number={
            "S.": "Seite", "§": "Paragraf", "§§": "Paragrafen", "Rn.": "Randnummer", "Bd.": "Band", "Kap.": "Kapitel",
            "Ziff.": "Ziffer", "Tel.": "Telefon", "max.": "maximal", "min.": "mindestens", "Ausg.": "Ausgabe",
        },
        before_name={"Hr.": "Herr", "Fr.": "Frau", "Bgm.": "Bürgermeister", "Gen.": "General", "Hl.": "Heilige"},
        fractions={
            "1/2": "ein halb", "½": "ein halb", "1/3": "ein Drittel", "⅓": "ein Drittel", "2/3": "zwei Drittel",
            "⅔": "zwei Drittel", "1/4": "ein Viertel", "¼": "ein Viertel", "3/4": "drei Viertel",
            "¾": "drei Viertel", "1½": "eineinhalb", "2½": "zweieinhalb", "3½": "dreieinhalb",
        },
        numbered=frozenset(("teil", "kapitel", "kap.", "bd.", "art.", "band", "akt", "hartz", "gruppe", "stufe", "phase", "klasse")),
        queens=frozenset(("Elisabeth", "Katharina", "Maria", "Margrethe", "Victoria", "Viktoria", "Anna", "Christina",
                          "Beatrix", "Wilhelmina", "Margarete", "Isabella", "Kleopatra", "Johanna")),
        short={
            "Jan.": "Januar", "Feb.": "Februar", "Apr.": "April", "Aug.": "August", "Sept.": "September",
            "Okt.": "Oktober", "Nov.": "November", "Dez.": "Dezember", "Mo.": "Montag", "Di.": "Dienstag",
            "Mi.": "Mittwoch", "Do.": "Donnerstag", "Sa.": "Samstag", "i.d.R.": "in der Regel",
            "o.ä.": "oder ähnlich", "s.o.": "siehe oben", "v.a.": "vor allem", "u.U.": "unter Umständen",
            "Hbf.": "Hauptbahnhof", "geb.": "geboren", "gest.": "gestorben", "Jhdt.": "Jahrhundert",
            "Dr.": "Doktor", "Prof.": "Professor", "Nr.": "Nummer", "ca.": "circa", "z.B.": "zum Beispiel",
            "bzw.": "beziehungsweise", "usw.": "und so weiter", "d.h.": "das heißt", "u.a.": "unter anderem",
            "etc.": "et cetera", "inkl.": "inklusive", "ggf.": "gegebenenfalls", "evtl.": "eventuell",
            "vgl.": "vergleiche", "sog.": "sogenannte", "Abs.": "Absatz", "Art.": "Artikel", "Jh.": "Jahrhundert",
            "St.": "Sankt", "rd.": "rund", "zzgl.": "zuzüglich", "Std.": "Stunden", "Min.": "Minuten",
            "Hrn.": "Herrn", "o.Ä.": "oder Ähnliches", "i.A.": "im Auftrag", "bspw.": "beispielsweise",
            "m.E.": "meines Erachtens", "z.T.": "zum Teil", "z.Zt.": "zurzeit", "Str.": "Straße",
            "Bhf.": "Bahnhof", "einschl.": "einschließlich", "exkl.": "exklusive",
            "Dipl.-Ing.": "Diplomingenieur", "gem.": "gemäß", "Mwst.": "Mehrwertsteuer", "MwSt.": "Mehrwertsteuer",
            "i.e.S.": "im engeren Sinne", "u.v.m.": "und vieles mehr", "Abb.": "Abbildung",
            "Bsp.": "Beispiel", "Bsp.:": "Beispiel", "Hbf": "Hauptbahnhof", "ü.d.M.": "über dem Meer", "Tab.": "Tabelle",
            "a.D.": "außer Dienst", "e.V.": "eingetragener Verein", "i.V.": "in Vertretung", "Forts.": "Fortsetzung", "Ges.": "Gesetz",
            "n.Chr.": "nach Christus", "v.Chr.": "vor Christus",
        },
        to="bis",
        per="pro",
        percent="Prozent",
        conjunction="und",
        days={"Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag",
              "Sa": "Samstag", "So": "Sonntag"},
        link="Link zu", dot="Punkt", at="ät",
        acronyms=frozenset(
            """UNO NATO DAX TÜV AIDS ESA NASA SIM DIN PIN PISA OPEC IS OBI SAP
            DER DIE DAS DEN DEM DES EIN UND NIE ICH DU ER SIE ES WIR IHR JA SO AM IM IN AN AUF AUS BEI MIT VON ZU ZUM ZUR VOR
            FÜR UM OB DA WO WER WAS WIE NUN NUR GUT NEU ALT ROT TAG TOD WEG ZUG AUTO""".split()
        ),
        months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember"),
    ),
    "fr": LanguageWords(
        magnitudes=_magnitudes(M="million/millions", Md_Mds_Mrd="milliard/milliards", k="mille/mille"),
        currencies={
            "€": "euro/euros", "$": "dollar/dollars", "£": "livre/livres", "US$": "dollar américain/dollars américains",
            "¥": "yen/yens", "CHF": "franc suisse/francs suisses", "EUR": "euro/euros",
            "USD": "dollar américain/dollars américains", "FCFA": "franc CFA/francs CFA", "₹": "roupie/roupies",
            "GBP": "livre/livres", "₽": "rouble/roubles", "₴": "hryvnia/hryvnias", "DA": "dinar/dinars",
        },
        units={
            "km/h": "kilomètres par heure", "km²": "kilomètres carrés", "m²": "mètres carrés",
            "m³": "mètres cubes", "km": "kilomètres", "kg": "kilos", "kWh": "kilowattheures",
            "MW": "mégawatts", "GW": "gigawatts", "°C": "degrés Celsius", "cm": "centimètres",
            "mm": "millimètres", "m": "mètres", "t": "tonnes", "ha": "hectares", "h": "heures",
            "min": "minutes", "Mbit/s": "mégabits par seconde", "µg": "microgrammes", "mg": "milligrammes",
            "g": "grammes", "l": "litres", "L": "litres", "s": "secondes", "hPa": "hectopascals", "kW": "kilowatts",
            "TWh": "térawattheures", "MWh": "mégawattheures", "hab.": "habitants", "hab": "habitants", "°": "degrés",
        },
        rated={
            "t": "tonne", "kWh": "kilowattheure", "MWh": "mégawattheure", "h": "heure", "km": "kilomètre",
            "m²": "mètre carré", "km²": "kilomètre carré", "m³": "mètre cube", "kg": "kilo", "l": "litre",
            "L": "litre", "s": "seconde", "min": "minute",
        },
        before_number={"p.": "page", "pp.": "pages", "vol.": "volume", "chap.": "chapitre", "Nº": "numéro",
                       "tél.": "téléphone", "Tél.": "téléphone", "§": "paragraphe", "art.": "article"},
        before_name={"Me": "maître", "Dr": "docteur", "Pr": "professeur", "Gal": "général", "Cdt": "commandant"},
        fractions={
            "1/2": "un demi", "½": "un demi", "1/3": "un tiers", "⅓": "un tiers", "2/3": "deux tiers",
            "⅔": "deux tiers", "1/4": "un quart", "¼": "un quart", "3/4": "trois quarts", "¾": "trois quarts",
            "1/5": "un cinquième", "4/5": "quatre cinquièmes",
        },
        numbered=frozenset(("chapitre", "chap.", "art.", "vol.", "t.", "tome", "acte", "titre", "livre", "phase", "partie", "article", "annexe",
                            "catégorie", "niveau", "groupe", "volume")),
        short={
            "Mme": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle", "janv.": "janvier", "févr.": "février",
            "avr.": "avril", "juil.": "juillet", "sept.": "septembre", "oct.": "octobre", "nov.": "novembre",
            "déc.": "décembre", "av.J.-C.": "avant Jésus-Christ", "J.-C.": "Jésus-Christ",
            "M.": "monsieur", "MM.": "messieurs", "Mgr": "monseigneur", "n°": "numéro", "N°": "numéro",
            "nº": "numéro", "env.": "environ", "apr.": "après", "St": "saint", "Ste": "sainte",
            "p.ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "cf.": "confer", "Cf.": "confer", "Réf.": "référence", "réf.": "référence", "éd.": "édition", "Sté": "société",
            "Mmes.": "mesdames", "Mme.": "madame", "Pr.": "professeur", "bd": "boulevard",
            "Cie": "compagnie", "tél.": "téléphone", "hab.": "habitants", "Ier": "premier", "1er": "premier", "1re": "première", "1ère": "première", "etc.": "et cetera",
        },
        of="de",
        to="à",
        per="par",
        percent="pour cent",
        conjunction="et",
        minus="moins",
        days={"lun.": "lundi", "mar.": "mardi", "mer.": "mercredi", "jeu.": "jeudi", "ven.": "vendredi", "sam.": "samedi",
              "dim.": "dimanche"},
        link="lien vers", dot="point", at="arobase",
        acronyms=frozenset(
            """ONU CAC ENA SIDA ZEP ESA NASA ETA PIN BAC LE LA LES UN UNE DES DU AU AUX ET OU OÙ SI NI NE EN SUR PAR EST SON SA SES MON MA
            MES TON TA TES CE CES QUE QUI IL ELLE ON JE TU SE OUI NON PAS LOI VIE ROI MER FEU ÉTÉ""".split()
        ),
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre"),
    ),
    "es": LanguageWords(
        magnitudes=_magnitudes(M_mill="millón/millones", mil="mil/mil", B="billón/billones"),
        currencies={
            "€": "euro/euros", "$": "dólar/dólares", "£": "libra/libras", "US$": "dólar/dólares",
            "¥": "yen/yenes", "EUR": "euro/euros", "USD": "dólar/dólares", "CHF": "franco suizo/francos suizos",
            "MXN": "peso/pesos", "R$": "real/reales", "₹": "rupia/rupias",
            "GBP": "libra/libras", "₽": "rublo/rublos", "S/": "sol/soles", "Bs": "bolívar/bolívares",
            "₡": "colón/colones", "COP": "peso/pesos", "ARS": "peso/pesos", "A$": "dólar australiano/dólares australianos",
        },
        units={
            "km/h": "kilómetros por hora", "km²": "kilómetros cuadrados", "m²": "metros cuadrados",
            "m³": "metros cúbicos", "km": "kilómetros", "kg": "kilos", "kWh": "kilovatios hora",
            "MW": "megavatios", "GW": "gigavatios", "°C": "grados Celsius", "ºC": "grados Celsius",
            "cm": "centímetros", "mm": "milímetros", "m": "metros", "t": "toneladas", "ha": "hectáreas",
            "h": "horas", "min": "minutos", "Mbit/s": "megabits por segundo", "µg": "microgramos",
            "mg": "miligramos", "g": "gramos", "l": "litros", "L": "litros", "s": "segundos", "hPa": "hectopascales",
            "TWh": "teravatios hora", "MWh": "megavatios hora", "kW": "kilovatios", "hab.": "habitantes",
            "°": "grados", "º": "grados", "mdd": "millones de dólares", "mdp": "millones de pesos",
        },
        rated={
            "t": "tonelada", "kWh": "kilovatio hora", "MWh": "megavatio hora", "h": "hora", "km": "kilómetro",
            "m²": "metro cuadrado", "km²": "kilómetro cuadrado", "m³": "metro cúbico", "kg": "kilo", "l": "litro",
            "L": "litro", "s": "segundo", "min": "minuto",
        },
        before_number={"pág.": "página", "págs.": "páginas", "arts.": "artículos", "vol.": "volumen",
                       "cap.": "capítulo", "apdo.": "apartado", "km": "kilómetro", "Art.": "artículo", "Cap.": "capítulo", "Núm.": "número", "s.": "siglo", "ss.": "siglos", "t.": "tomo", "Tel.": "teléfono", "tel.": "teléfono",
                       "§": "párrafo"},
        fractions={
            "1/2": "un medio", "½": "media", "1/3": "un tercio", "⅓": "un tercio", "2/3": "dos tercios",
            "⅔": "dos tercios", "1/4": "un cuarto", "¼": "un cuarto", "3/4": "tres cuartos", "¾": "tres cuartos",
        },
        numbered=frozenset(("siglo", "siglos", "s.", "ss.", "cap.", "vol.", "t.", "art.", "pág.", "capítulo", "tomo", "acto", "título", "libro", "fase", "parte",
                            "artículo", "anexo", "nivel", "grupo", "volumen")),
        queens=frozenset(("Isabel", "Catalina", "María", "Margarita", "Victoria", "Ana", "Cristina", "Juana",
                          "Beatriz", "Cleopatra")),
        short={
            "ene.": "enero", "feb.": "febrero", "abr.": "abril", "ago.": "agosto", "sept.": "septiembre",
            "oct.": "octubre", "nov.": "noviembre", "dic.": "diciembre", "Dña.": "doña", "Mons.": "monseñor",
            "Excmo.": "excelentísimo", "Excma.": "excelentísima", "Fco.": "Francisco", "Mª": "María",
            "Sr.": "señor", "Sra.": "señora", "Sres.": "señores", "Srta.": "señorita", "Dr.": "doctor",
            "Dra.": "doctora", "D.": "don", "Dª": "doña", "n.º": "número", "nº": "número", "núm.": "número",
            "EE.": "Estados", "UU.": "Unidos", "EE.UU.": "Estados Unidos", "EEUU": "Estados Unidos",
            "p.ej.": "por ejemplo", "etc.": "etcétera", "aprox.": "aproximadamente", "art.": "artículo",
            "D.ª": "doña", "Dña": "doña", "Srs.": "señores", "Prof.": "profesor", "Profa.": "profesora", "Gral.": "general",
            "Avda.": "avenida", "Sta.": "santa", "Sto.": "santo", "tel.": "teléfono", "vs.": "contra", "máx.": "máximo", "mín.": "mínimo",
            "a.C.": "antes de Cristo", "d.C.": "después de Cristo", "Cía.": "compañía", "hab.": "habitantes", "Ltda.": "limitada",
            "FF.AA.": "Fuerzas Armadas", "RR.HH.": "recursos humanos", "JJ.OO.": "Juegos Olímpicos", "CC.OO.": "Comisiones Obreras",
            "CC.AA.": "comunidades autónomas", "Ud.": "usted", "Uds.": "ustedes",
        },
        of="de",
        to="a",
        per="por",
        minus="menos",
        plus="más",
        percent="por ciento",
        conjunction="y",
        cents="con",
        days={"lun.": "lunes", "mar.": "martes", "mié.": "miércoles", "jue.": "jueves", "vie.": "viernes", "sáb.": "sábado",
              "dom.": "domingo"},
        link="enlace a", dot="punto", at="arroba",
        acronyms=frozenset(
            """ONU IVA PIB AVE UCI ETA ESA NASA DAX UCO UME RAE SIDA EL LA LOS LAS UN UNA DE DEL AL EN Y O SI SÍ NO NI SE SU SUS MI MIS TU ES
            SON HAY QUE POR CON SIN YA MÁS HA VA LEY DÍA AÑO REY MAR""".split()
        ),
        months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
                "octubre", "noviembre", "diciembre"),
    ),
    "ru": LanguageWords(
        magnitudes={
            "млрд": "миллиард/миллиарда/миллиардов", "млн": "миллион/миллиона/миллионов",
            "трлн": "триллион/триллиона/триллионов", "тыс": "тысяча/тысячи/тысяч",
        },
        currencies={
            "$": "доллар/доллара/долларов", "€": "евро/евро/евро", "₽": "рубль/рубля/рублей",
            "руб": "рубль/рубля/рублей", "долл": "доллар/доллара/долларов", "£": "фунт/фунта/фунтов",
        },
        units={"км/ч": "километров в час", "км": "километров", "кг": "килограммов", "чел": "человек",
               "м²": "квадратных метров", "км²": "квадратных километров"},
        minus="минус",
        percent="процентов",
        conjunction="и",
    ),
    "uk": LanguageWords(
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
        percent="відсотків",
        conjunction="та",
    ),
    "it": LanguageWords(
        magnitudes=_magnitudes(mln_mil="milione/milioni", mld_mrd="miliardo/miliardi", mila="mila/mila"),
        currencies={"€": "euro/euro", "$": "dollaro/dollari", "£": "sterlina/sterline", "EUR": "euro/euro",
                    "USD": "dollaro/dollari", "CHF": "franco svizzero/franchi svizzeri", "¥": "yen/yen"},
        units={"km/h": "chilometri orari", "km²": "chilometri quadrati", "m²": "metri quadrati",
               "m³": "metri cubi", "km": "chilometri", "kg": "chili", "°C": "gradi Celsius", "cm": "centimetri",
               "mm": "millimetri", "m": "metri", "t": "tonnellate"},
        short={"Sig.": "signor", "Sig.ra": "signora", "Dott.": "dottor", "Prof.": "professor", "On.": "onorevole",
               "ecc.": "eccetera", "art.": "articolo", "n.": "numero"},
        of="di",
        to="a",
        minus="meno",
        plus="più",
        link="link a",
        dot="punto",
        at="chiocciola",
        percent="per cento",
        conjunction="e",
    ),
    "pt": LanguageWords(
        magnitudes=_magnitudes(mi_M="milhão/milhões", bi="bilhão/bilhões", tri="trilhão/trilhões", mil="mil/mil"),
        currencies={"R$": "real/reais", "€": "euro/euros", "$": "dólar/dólares", "US$": "dólar/dólares",
                    "£": "libra/libras", "EUR": "euro/euros", "USD": "dólar/dólares"},
        units={"km/h": "quilômetros por hora", "km²": "quilômetros quadrados", "m²": "metros quadrados",
               "m³": "metros cúbicos", "km": "quilômetros", "kg": "quilos", "°C": "graus Celsius",
               "cm": "centímetros", "mm": "milímetros", "m": "metros", "t": "toneladas", "ha": "hectares"},
        short={"Sr.": "senhor", "Sra.": "senhora", "Dr.": "doutor", "Dra.": "doutora", "nº": "número",
               "n.º": "número", "etc.": "et cetera", "art.": "artigo"},
        of="de",
        to="a",
        minus="menos",
        plus="mais",
        link="link para",
        dot="ponto",
        at="arroba",
        percent="por cento",
        conjunction="e",
    ),
    "nl": LanguageWords(
        magnitudes=_magnitudes(mln="miljoen/miljoen", mld="miljard/miljard"),
        currencies={"€": "euro/euro", "$": "dollar/dollar", "£": "pond/pond", "EUR": "euro/euro"},
        units={"km/u": "kilometer per uur", "km²": "vierkante kilometer", "m²": "vierkante meter", "km": "kilometer",
               "kg": "kilo", "°C": "graden Celsius", "cm": "centimeter", "m": "meter", "mm": "millimeter"},
        short={"dhr.": "de heer", "mevr.": "mevrouw", "bijv.": "bijvoorbeeld", "enz.": "enzovoort", "nr.": "nummer"},
        to="tot",
        minus="min",
        link="link naar",
        dot="punt",
        at="apenstaartje",
        percent="procent",
        conjunction="en",
    ),
    "pl": LanguageWords(
        magnitudes={"mln": "milion/miliony/milionów/miliona", "mld": "miliard/miliardy/miliardów/miliarda",
                    "tys": "tysiąc/tysiące/tysięcy"},
        currencies={"zł": "złoty/złote/złotych", "€": "euro/euro/euro", "$": "dolar/dolary/dolarów",
                    "PLN": "złoty/złote/złotych"},
        units={"km/h": "kilometrów na godzinę", "km": "kilometrów", "kg": "kilogramów", "°C": "stopni Celsjusza"},
        percent="procent",
        conjunction="i",
    ),
    "sv": LanguageWords(percent="procent", conjunction="och"),
    "da": LanguageWords(percent="procent", conjunction="og"),
    "cs": LanguageWords(percent="procent", conjunction="a"),
    "fi": LanguageWords(currencies={"€": "euro/euroa"}, percent="prosenttia", minus="miinus", conjunction="ja"),
    "tr": LanguageWords(percent="yüzde", minus="eksi", conjunction="ve"),
    "ro": LanguageWords(percent="la sută", conjunction="și"),
    "hu": LanguageWords(percent="százalék", minus="mínusz", conjunction="és"),
    "hi": LanguageWords(
        magnitudes={"करोड़": "करोड़/करोड़", "लाख": "लाख/लाख", "हज़ार": "हज़ार/हज़ार", "हजार": "हजार/हजार",
                    "अरब": "अरब/अरब"},
        currencies={"₹": "रुपया/रुपये", "$": "डॉलर/डॉलर", "€": "यूरो/यूरो"},
    ),
    "ar": LanguageWords(
        magnitudes={"مليون": "مليون/مليون", "مليار": "مليار/مليار", "ملايين": "ملايين/ملايين",
                    "ألف": "ألف/ألف"},
        currencies={"$": "دولار/دولار", "€": "يورو/يورو", "£": "جنيه/جنيه"},
    ),
    "fa": LanguageWords(
        magnitudes={"میلیون": "میلیون/میلیون", "میلیارد": "میلیارد/میلیارد", "هزار": "هزار/هزار"},
        currencies={"$": "دلار/دلار", "€": "یورو/یورو", "£": "پوند/پوند"},
    ),
}  # fmt: skip
