"""What English abbreviations, units, currencies and acronyms stand for, as tables.

Values are phrases; several are separated by "|", the likeliest first.
"""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "may": "may", "jun": "june",
    "jul": "july", "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov":
    "november", "dec": "december",
}  # fmt: skip
MONTH_NAMES: Final = frozenset(MONTHS) | frozenset(MONTHS.values())

DOTTED: Final = {
    # With a full stop, and a capital: titles, days, months, states. "+" keeps the plain word as well.
    "Mr": "mister", "Mrs": "missus|misses", "Ms": "miz", "Messrs": "messers", "Dr": "doctor|drive", "St":
    "saint|street", "Ste": "sainte|suite", "Jr": "junior", "Sr": "senior", "Prof": "professor", "Gen":
    "general", "Sen": "senator", "Sens": "senators", "Rep": "representative+", "Reps": "representatives+",
    "Gov": "governor", "Govs": "governors", "Lt": "lieutenant|left tenant", "Col": "colonel", "Sgt":
    "sergeant", "Capt": "captain", "Cpl": "corporal", "Cmdr": "commander", "Maj": "major", "Adm":
    "admiral", "Brig": "brigadier+", "Pvt": "private", "Pfc": "private first class", "Rev": "reverend+",
    "Hon": "honorable", "Pres": "president", "Supt": "superintendent", "Amb": "ambassador", "Det":
    "detective", "Insp": "inspector", "Inc": "incorporated|inc", "Corp": "corporation|corp", "Co":
    "company|co|county", "Ltd": "limited", "Bros": "brothers+", "Assn": "association", "Univ":
    "university", "Dept": "department", "Govt": "government", "Ave": "avenue", "Blvd": "boulevard", "Rd":
    "road", "Sq": "square", "Mt": "mount|mountain", "Ft": "fort|feet", "Jan": "january", "Feb":
    "february", "Mar": "march+", "Apr": "april", "Jun": "june", "Jul": "july", "Aug": "august", "Sep":
    "september", "Sept": "september", "Oct": "october", "Nov": "november", "Dec": "december", "Mon":
    "monday", "Tue": "tuesday", "Tues": "tuesday", "Wed": "wednesday+", "Thu": "thursday", "Thur":
    "thursday", "Thurs": "thursday", "Fri": "friday", "Sat": "saturday+", "Sun": "sunday+", "Ala":
    "alabama", "Ariz": "arizona", "Ark": "arkansas+", "Calif": "california", "Colo": "colorado", "Conn":
    "connecticut", "Del": "delaware", "Fla": "florida", "Ga": "georgia", "Ill": "illinois+", "Ind":
    "indiana", "Kan": "kansas", "Ky": "kentucky", "La": "louisiana+", "Md": "maryland", "Mass":
    "massachusetts+", "Mich": "michigan", "Minn": "minnesota", "Miss": "mississippi+", "Mo": "missouri+",
    "Mont": "montana", "Neb": "nebraska", "Nev": "nevada", "Okla": "oklahoma", "Ore": "oregon+", "Pa":
    "pennsylvania+", "Tenn": "tennessee", "Tex": "texas+", "Vt": "vermont", "Va": "virginia", "Wash":
    "washington+", "Wis": "wisconsin", "Wyo": "wyoming",
}  # fmt: skip
DOTTED_ANY_CASE: Final = {
    # With a full stop, in any case.
    "vs": "versus", "etc": "et cetera", "approx": "approximately", "est": "established|estimated", "dept":
    "department", "govt": "government", "esp": "especially", "cf": "compare", "ca": "circa", "fig":
    "figure+", "figs": "figures+", "vol": "volume", "vols": "volumes", "chap": "chapter+", "ed":
    "edition+|edited", "eds": "editors|editions", "pp": "pages", "no": "number+", "nos": "numbers", "hrs":
    "hours", "hr": "hour", "mins": "minutes", "secs": "seconds", "lbs": "pounds", "lb": "pound", "oz":
    "ounces|ounce", "yrs": "years", "yr": "year", "dist": "district", "ext": "extension", "tel":
    "telephone", "min": "minutes+", "sec": "seconds+", "sq": "square", "cu": "cubic", "gal": "gallons+",
    "misc": "miscellaneous",
}  # fmt: skip
BARE: Final = {
    # With or without a full stop.
    "Mr": "mister", "Mrs": "missus|misses", "Ms": "miz", "Dr": "doctor", "Jr": "junior", "Sr": "senior",
    "Prof": "professor", "Sgt": "sergeant", "Lt": "lieutenant|left tenant", "Col": "colonel", "vs":
    "versus", "Ltd": "limited", "Dept": "department", "Govt": "government", "govt": "government", "Sen":
    "senator", "Gov": "governor", "Capt": "captain", "Rev": "reverend", "Blvd": "boulevard", "St":
    "saint|street", "Mt": "mount", "Ft": "fort", "Oct": "october", "Sept": "september", "Aug": "august",
    "Nov": "november", "Dec": "december", "Feb": "february", "PhD": "P H D", "PhDs": "P H D's",
}  # fmt: skip
BEFORE_NUMBER: Final = {
    # Only where a number follows.
    "no": "number", "nos": "numbers", "p": "page", "pp": "pages", "v": "verse|versus|V", "vol": "volume",
    "ch": "chapter", "art": "article", "sec": "section", "fig": "figure", "c": "circa|about", "par":
    "paragraph",
}  # fmt: skip

UNITS: Final = {
    # Where a number stands before: singular, then the plural where it is no plain one.
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer", "mi":
    "mile", "ft": "foot/feet", "in": "inch", "yd": "yard", "yds": "yard", "kg": "kilogram|kilo", "g":
    "gram", "mg": "milligram", "t": "ton", "lb": "pound", "lbs": "pound", "oz": "ounce", "l": "liter",
    "ml": "milliliter", "gal": "gallon", "km/h":
    "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour", "kmh":
    "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour", "kph":
    "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour", "mph":
    "mile per hour/miles per hour|mile an hour/miles an hour|M P H/M P H", "m/s":
    "meter per second/meters per second", "km²": "square kilometer", "km2": "square kilometer", "m²":
    "square meter", "m2": "square meter", "m³": "cubic meter", "sq": "square/square", "ha": "hectare",
    "s": "second", "sec": "second", "secs": "second", "ms": "millisecond", "min": "minute", "mins":
    "minute", "h": "hour", "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year", "Hz": "hertz/hertz",
    "kHz": "kilohertz/kilohertz", "MHz": "megahertz/megahertz", "GHz": "gigahertz/gigahertz", "W": "watt",
    "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowatt hour", "MWh": "megawatt hour",
    "V": "volt", "A": "amp", "B": "byte", "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte|meg", "GB":
    "gigabyte|gig", "TB": "terabyte", "Mbps": "megabit per second/megabits per second", "dB": "decibel",
    "kt": "kiloton", "Mt": "megaton", "hPa": "hectopascal", "°C": "degree celsius/degrees celsius|"
    "degree/degrees|degree centigrade/degrees centigrade", "°F":
    "degree fahrenheit/degrees fahrenheit|degree/degrees", "°": "degree", "℃":
    "degree celsius/degrees celsius|degree/degrees", "℉":
    "degree fahrenheit/degrees fahrenheit|degree/degrees", "%": "percent/percent|per cent/per cent", "‰":
    "per mille/per mille", "x": "times/times|x/x", "×": "times/times", "K":
    "thousand/thousand|kelvin/kelvin|K/K", "k": "thousand/thousand|K/K", "pp": "percentage point", "bps":
    "basis point", "am": "A M/A M", "pm": "P M/P M", "D": "D/D", "G": "G/G", "p": "P/P|pence/pence", "c":
    "cent", "¢": "cent", "pc": "percent/percent", "bn": "billion/billion", "mn": "million/million", "tn":
    "trillion/trillion", "trn": "trillion/trillion", "mln": "million/million", "bln": "billion/billion",
    "yo": "year old",
}  # fmt: skip
MAGNITUDES: Final = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "bn": "billion", "b": "billion",
    "bln": "billion", "tn": "trillion", "trn": "trillion", "t": "trillion", "thousand": "thousand",
    "hundred": "hundred", "million": "million", "billion": "billion", "trillion": "trillion",
    "quadrillion": "quadrillion", "crore": "crore", "lakh": "lakh", "dozen": "dozen",
}  # fmt: skip

CURRENCIES: Final = {
    # Sign or code: singular/plural, and its hundredth.
    "$": ("dollar/dollars", "cent/cents"), "US$": ("U S dollar/U S dollars|dollar/dollars", "cent/cents"),
    "A$": ("australian dollar/australian dollars|dollar/dollars", "cent/cents"), "C$":
    ("canadian dollar/canadian dollars|dollar/dollars", "cent/cents"), "NZ$":
    ("new zealand dollar/new zealand dollars|dollar/dollars", "cent/cents"), "HK$":
    ("hong kong dollar/hong kong dollars|dollar/dollars", "cent/cents"), "S$":
    ("singapore dollar/singapore dollars|dollar/dollars", "cent/cents"), "R$":
    ("brazilian real/brazilian reals|real/reals", "centavo/centavos"), "£": ("pound/pounds",
    "pence/pence"), "€": ("euro/euros", "cent/cents"), "¥": ("yen/yen|yuan/yuan", "sen/sen"), "₹":
    ("rupee/rupees", "paisa/paise"), "₽": ("ruble/rubles", "kopek/kopeks"), "₩": ("won/won", "jeon/jeon"),
    "₪": ("shekel/shekels", "agora/agorot"), "₴": ("hryvnia/hryvnias|hryvnia/hryvnia", "kopek/kopeks"),
    "₺": ("lira/lira", "kurus/kurus"), "₦": ("naira/naira", "kobo/kobo"), "USD":
    ("U S dollar/U S dollars|dollar/dollars", "cent/cents"), "EUR": ("euro/euros", "cent/cents"), "GBP":
    ("pound/pounds|british pound/british pounds", "pence/pence"), "JPY": ("yen/yen", "sen/sen"), "CHF":
    ("swiss franc/swiss francs", "rappen/rappen"), "RMB": ("yuan/yuan|R M B/R M B", "fen/fen"),
}  # fmt: skip

WORDS_IN_CAPITALS: Final = frozenset(
    # Acronyms that are said as words.
    """nato opec nasa unesco unicef aids asean fifa uefa covid laser radar sars mers nafta fema darpa potus
    scotus interpol europol brics aukus norad thaad swat sim pin ram nasdaq unrwa unicef ecowas igad
    hamas isis isil daesh frontex unifil amisom minusma monusco apec aipac naca osha epcot gitmo centcom
    eucom africom pacom socom unmik kfor isaf sacem eurovision ikea lego taser ebit fico fisa sagaftra
    medicaid salt start aukus gatt nafta sadc usaid unprofor""".split()
)
FUNCTION_WORDS: Final = frozenset(
    # What a text in capitals is full of: words, though they are in capitals.
    """a an the of to in on at by for and or but not no is are was were be been has have had he she we you
    they his her its our my me him them this that these those as if so do did does go up out off over
    new old all any can may will what who why how when where with from into after before says said say
    two one six ten big top war aid oil gas tax law job ban end air sea red day year man men woman women
    now news live just least""".split()
)
SPELLED: Final = {
    # What has a way of its own.
    "DPRK": "D P R K", "WHO": "W H O", "US": "U S", "IT": "I T|it", "WMD": "W M D", "NAACP":
    "N double A C P|N A A C P", "IEEE": "I triple E", "AAA": "triple A|A A A", "USAID":
    "U S aid|U S A I D", "UNICEF": "unicef", "UNHCR": "U N H C R", "OPCW": "O P C W", "IAEA": "I A E A",
    "AWOL": "A wall|A W O L", "CEO": "C E O", "JPEG": "J peg", "OK": "okay|O K", "TV": "T V", "ID": "I D",
    "AM": "A M", "PM": "P M", "AD": "A D", "BC": "B C", "AI": "A I", "EU": "E U", "UN": "U N", "UK":
    "U K", "UAE": "U A E", "IS": "I S|is", "USA": "U S A", "NGO": "N G O", "ICC": "I C C", "IOC": "I O C",
    "MP": "M P", "IOU": "I O U", "UFO": "U F O", "EPA": "E P A", "USS": "U S S", "AFP": "A F P", "VOA":
    "V O A", "AU": "A U", "IMF": "I M F", "ADHD": "A D H D", "NCAA": "N C double A|N C A A", "IDF":
    "I D F", "UAV": "U A V", "IED": "I E D", "PLO": "P L O", "AFL": "A F L", "CIO": "C I O", "OAS":
    "O A S", "ISS": "I S S", "IRA": "I R A", "IRS": "I R S", "USB": "U S B", "URL": "U R L", "FAQ":
    "F A Q|fack", "ICBM": "I C B M", "CIA": "C I A", "DIY": "D I Y", "IPO": "I P O", "GOP": "G O P", "AP":
    "A P", "EV": "E V", "SUV": "S U V", "UV": "U V", "IP": "I P", "IQ": "I Q", "OECD": "O E C D", "OSCE":
    "O S C E", "AFC": "A F C",
}  # fmt: skip

SIGNS: Final = {
    # A sign that stands alone.
    "&": "and", "%": "percent|per cent", "+": "plus", "=": "equals", "@": "at", "#":
    "number|hash|hashtag", "/": "|slash|or", "°": "degrees", "×": "times|by", "~": "about|approximately|",
    "<": "less than|", ">": "greater than|more than|", "§": "section", "©": "copyright|", "™":
    "|trademark", "®": "|registered", "-": "|to|minus|dash", "–": "|to|minus|dash", "—": "|dash", "½":
    "a half|one half|half", "¼": "a quarter|one quarter", "¾": "three quarters", "⅓": "a third|one third",
    "⅔": "two thirds", "÷": "divided by", "€": "euros|euro", "£": "pounds|pound", "$": "dollars|dollar",
    "°C": "degrees celsius|degrees", "°F": "degrees fahrenheit|degrees",
}  # fmt: skip
FRACTIONS: Final = {
    "½": "a half|one half", "¼": "a quarter|one quarter", "¾": "three quarters|three fourths", "⅓":
    "a third|one third", "⅔": "two thirds", "⅛": "an eighth|one eighth", "⅜": "three eighths", "⅝":
    "five eighths", "⅞": "seven eighths",
}  # fmt: skip

COUNTED_BY_ROMAN: Final = frozenset(
    # After these a Roman numeral is a cardinal.
    """war chapter part type phase act scene volume book class figure table section title article stage
    level bowl schedule appendix annex category tier apollo saturn mark rocky episode grade vatican
    olympiad""".split()
)
REGNAL: Final = frozenset(
    # Whose first of the name is written "I".
    """elizabeth charles james george william henry edward francis nicholas peter alexander catherine
    frederick wilhelm leopold napoleon joseph ferdinand philip john paul benedict pius leo gregory louis
    ramses darius mary richard robert constantine otto franz kamehameha selassie""".split()
)
TOP_DOMAINS: Final = {
    "com": "com", "org": "org", "net": "net", "gov": "gov", "edu": "E D U|edu", "uk": "U K", "us":
    "U S|us", "tv": "T V", "fm": "F M", "io": "I O", "eu": "E U", "de": "D E", "co": "co", "info": "info",
    "int": "int", "ru": "R U", "fr": "F R", "ca": "C A", "au": "A U", "jp": "J P", "cn": "C N", "me":
    "me", "ai": "A I",
}  # fmt: skip
