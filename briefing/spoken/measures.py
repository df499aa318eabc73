"""What English units, magnitudes and currencies are called, as tables.

Values are phrases; several are separated by "|", the likeliest first. Where a plural is no
plain one, it stands after "/".
"""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

from typing import Final

UNITS: Final = {
    # Where a number stands before: singular, then the plural where it is no plain one.
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer",
    "mi": "mile", "ft": "foot/feet", "in": "inch", "yd": "yard", "yds": "yard", "kg": "kilogram|kilo",
    "g": "gram", "mg": "milligram", "t": "ton", "lb": "pound", "lbs": "pound", "oz": "ounce", "l": "liter",
    "ml": "milliliter", "gal": "gallon",
    "km/h": "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour",
    "kmh": "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour",
    "kph": "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour",
    "mph": "mile per hour/miles per hour|mile an hour/miles an hour|M P H/M P H",
    "m/s": "meter per second/meters per second", "km²": "square kilometer", "km2": "square kilometer",
    "m²": "square meter", "m2": "square meter", "m³": "cubic meter", "m3": "cubic meter",
    "cm2": "square centimeter", "cm3": "cubic centimeter", "km3": "cubic kilometer", "mi2": "square mile",
    "ft2": "square foot/square feet", "ft3": "cubic foot/cubic feet", "ft³": "cubic foot/cubic feet",
    "mm²": "square millimeter", "in²": "square inch/square inches", "yd²": "square yard",
    "sq": "square/square", "cu": "cubic/cubic", "L": "liter", "mL": "milliliter", "pct": "percent/percent",
    "tbsp": "tablespoon", "tsp": "teaspoon", "ha": "hectare",
    "s": "second", "sec": "second", "secs": "second", "ms": "millisecond", "min": "minute",
    "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year",
    "Hz": "hertz/hertz", "kHz": "kilohertz/kilohertz", "MHz": "megahertz/megahertz",
    "GHz": "gigahertz/gigahertz", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt",
    "kWh": "kilowatt hour", "MWh": "megawatt hour", "V": "volt|V/V", "A": "A/A|amp",
    "B": "billion/billion|B/B|byte", "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte|meg",
    "GB": "gigabyte|gig", "TB": "terabyte", "Mbps": "megabit per second/megabits per second",
    "dB": "decibel", "kt": "kiloton", "Mt": "megaton", "hPa": "hectopascal",
    "°C": "degree celsius/degrees celsius|degree/degrees|degree centigrade/degrees centigrade",
    "°F": "degree fahrenheit/degrees fahrenheit|degree/degrees", "°": "degree",
    "℃": "degree celsius/degrees celsius|degree/degrees",
    "℉": "degree fahrenheit/degrees fahrenheit|degree/degrees", "%": "percent/percent|per cent/per cent",
    "‰": "per mille/per mille", "x": "times/times|by/by|X/X", "×": "times/times|by/by",
    "K": "thousand/thousand|K/K|kelvin/kelvin", "k": "thousand/thousand|K/K", "pp": "percentage point",
    "bps": "basis point", "am": "A M/A M", "pm": "P M/P M", "D": "D/D", "G": "G/G", "p": "P/P|pence/pence",
    "c": "cent", "¢": "cent", "pc": "percent/percent|per cent/per cent", "bn": "billion/billion",
    "mn": "million/million", "tn": "trillion/trillion", "trn": "trillion/trillion",
    "mln": "million/million", "bln": "billion/billion", "yo": "year old",
    "C": "degree celsius/degrees celsius|degree/degrees|C/C",
    "F": "degree fahrenheit/degrees fahrenheit|degree/degrees|F/F", "T": "trillion/trillion|ton",
    "trln": "trillion/trillion", "tr": "trillion/trillion", "mi²": "square mile",
    "ft²": "square foot/square feet", "cm²": "square centimeter", "cm³": "cubic centimeter",
    "km³": "cubic kilometer", "mbps": "megabit per second/megabits per second",
    "Gbps": "gigabit per second/gigabits per second", "PB": "petabyte", "mAh": "milliamp hour",
    "hp": "horsepower/horsepower", "rpm": "revolution per minute/revolutions per minute|R P M/R P M",
    "ppm": "part per million/parts per million|P P M/P P M", "fps": "frame per second/frames per second",
    "mcg": "microgram", "μg": "microgram", "µg": "microgram", "cc": "C C/C C", "bbl": "barrel",
    "bpd": "barrel per day/barrels per day", "nmi": "nautical mile", "TWh": "terawatt hour",
    "GWh": "gigawatt hour", "kgs": "kilogram", "kms": "kilometer", "wk": "week", "wks": "week", "mo": "month",
    "mos": "month", "bp": "basis point", "µm": "micrometer", "μm": "micrometer", "dl": "deciliter",
    "cl": "centiliter", "hl": "hectoliter", "Wh": "watt hour", "mW": "milliwatt", "TW": "terawatt",
    "GWp": "gigawatt peak/gigawatts peak", "kV": "kilovolt", "mV": "millivolt", "kPa": "kilopascal",
    "MPa": "megapascal", "Pa": "pascal", "kJ": "kilojoule", "MJ": "megajoule", "kcal": "kilocalorie",
    "cal": "calorie", "Bq": "becquerel", "Sv": "sievert", "mSv": "millisievert", "µSv": "microsievert",
    "μSv": "microsievert", "ppb": "part per billion/parts per billion|P P B/P P B",
    "THz": "terahertz/terahertz",
    "kbps": "kilobit per second/kilobits per second", "Mbit": "megabit", "Gbit": "gigabit", "Gt": "gigaton",
    "kn": "knot", "kts": "knot", "sqft": "square foot/square feet", "sqm": "square meter",
    "sqkm": "square kilometer", "psi": "pound per square inch/pounds per square inch|P S I/P S I",
    "boe": "barrel of oil equivalent/barrels of oil equivalent", "b": "barrel|billion/billion", "d": "day",
    "°N": "degree north/degrees north", "°S": "degree south/degrees south", "°E": "degree east/degrees east",
    "°W": "degree west/degrees west", "ug": "microgram", "ng": "nanogram",
    "b/d": "barrel per day/barrels per day", "bcm": "billion cubic meters/billion cubic meters",
    "mb/d": "million barrels per day/million barrels per day", "bbls": "barrel",
    "kmph": "kilometer per hour/kilometers per hour",
}  # fmt: skip

NEVER_ALONE: Final = frozenset("A B C D F K T V p c x k s b d cal kn Pa".split())
"""Units that are none where a blank stands before them: "in 2023 A new law"."""

DIRECTIONS: Final = {"N": "north", "S": "south", "E": "east", "W": "west"}

RATED: Final = {
    # What a rate may be counted in.
    "year": "year", "yr": "year", "month": "month", "mo": "month", "week": "week", "wk": "week",
    "day": "day", "hour": "hour", "hr": "hour", "h": "hour", "minute": "minute", "min": "minute",
    "second": "second", "sec": "second", "gallon": "gallon", "gal": "gallon", "barrel": "barrel",
    "bbl": "barrel", "ton": "ton", "tonne": "tonne", "t": "ton", "pound": "pound", "lb": "pound",
    "ounce": "ounce", "oz": "ounce", "kg": "kilogram", "liter": "liter", "litre": "litre", "l": "liter",
    "person": "person", "share": "share", "head": "head", "night": "night", "mile": "mile",
    "km": "kilometer", "m²": "square meter", "m2": "square meter", "km²": "square kilometer",
    "km2": "square kilometer", "m³": "cubic meter", "m3": "cubic meter", "unit": "unit", "ticket": "ticket",
    "seat": "seat", "game": "game", "household": "household", "capita": "capita", "call": "call",
}  # fmt: skip

MAGNITUDES: Final = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "bn": "billion", "b": "billion",
    "bln": "billion", "tn": "trillion", "trln": "trillion", "trn": "trillion", "t": "trillion",
    "thousand": "thousand", "hundred": "hundred", "million": "million", "billion": "billion",
    "trillion": "trillion", "quadrillion": "quadrillion", "crore": "crore", "lakh": "lakh",
    "dozen": "dozen",
}  # fmt: skip

CURRENCIES: Final = {
    # Sign or code: singular/plural, and its hundredth.
    "$": ("dollar/dollars", "cent/cents"), "US$": ("U S dollar/U S dollars|dollar/dollars", "cent/cents"),
    "A$": ("australian dollar/australian dollars|dollar/dollars", "cent/cents"),
    "C$": ("canadian dollar/canadian dollars|dollar/dollars", "cent/cents"),
    "NZ$": ("new zealand dollar/new zealand dollars|dollar/dollars", "cent/cents"),
    "HK$": ("hong kong dollar/hong kong dollars|dollar/dollars", "cent/cents"),
    "S$": ("singapore dollar/singapore dollars|dollar/dollars", "cent/cents"),
    "R$": ("brazilian real/brazilian reals|real/reals", "centavo/centavos"),
    "£": ("pound/pounds", "penny/pence"), "€": ("euro/euros", "cent/cents"),
    "¥": ("yen/yen|yuan/yuan", "sen/sen"), "₹": ("rupee/rupees", "paisa/paise"),
    "₽": ("ruble/rubles", "kopek/kopeks"), "₩": ("won/won", "jeon/jeon"),
    "₪": ("shekel/shekels", "agora/agorot"), "₴": ("hryvnia/hryvnias|hryvnia/hryvnia", "kopek/kopeks"),
    "₺": ("lira/lira", "kurus/kurus"), "₦": ("naira/naira", "kobo/kobo"),
    "USD": ("U S dollar/U S dollars|dollar/dollars", "cent/cents"), "EUR": ("euro/euros", "cent/cents"),
    "GBP": ("pound/pounds|british pound/british pounds", "pence/pence"), "JPY": ("yen/yen", "sen/sen"),
    "CHF": ("swiss franc/swiss francs", "rappen/rappen"), "RMB": ("yuan/yuan|R M B/R M B", "fen/fen"),
    "AU$": ("australian dollar/australian dollars|dollar/dollars", "cent/cents"),
    "CA$": ("canadian dollar/canadian dollars|dollar/dollars", "cent/cents"),
    "NT$": ("taiwan dollar/taiwan dollars|dollar/dollars", "cent/cents"),
    "MX$": ("mexican peso/mexican pesos|peso/pesos", "centavo/centavos"),
    "AUD": ("australian dollar/australian dollars|dollar/dollars", "cent/cents"),
    "CAD": ("canadian dollar/canadian dollars|dollar/dollars", "cent/cents"),
    "CNY": ("yuan/yuan", "fen/fen"), "Rs": ("rupee/rupees", "paisa/paise"),
    "INR": ("indian rupee/indian rupees|rupee/rupees", "paisa/paise"),
    "PKR": ("pakistani rupee/pakistani rupees|rupee/rupees", "paisa/paise"),
    "LKR": ("sri lankan rupee/sri lankan rupees|rupee/rupees", "cent/cents"),
    "BDT": ("taka/taka", "paisa/paise"),
    "Tk": ("taka/taka", "paisa/paise"), "SEK": ("swedish krona/swedish kronor|krona/kronor", "ore/ore"),
    "NOK": ("norwegian krone/norwegian kroner|krone/kroner", "ore/ore"),
    "DKK": ("danish krone/danish kroner|krone/kroner", "ore/ore"),
    "kr": ("krone/kroner|krona/kronor", "ore/ore"),
    "PLN": ("zloty/zlotys", "grosz/groszy"), "zł": ("zloty/zlotys", "grosz/groszy"),
    "CZK": ("czech crown/czech crowns|crown/crowns", "haler/halers"),
    "Kč": ("czech crown/czech crowns|crown/crowns", "haler/halers"),
    "HUF": ("forint/forints", "filler/filler"),
    "RUB": ("ruble/rubles", "kopek/kopeks"), "UAH": ("hryvnia/hryvnias|hryvnia/hryvnia", "kopek/kopeks"),
    "ZAR": ("rand/rand", "cent/cents"), "R": ("rand/rand", "cent/cents"),
    "BRL": ("brazilian real/brazilian reals|real/reals", "centavo/centavos"),
    "MXN": ("mexican peso/mexican pesos|peso/pesos", "centavo/centavos"),
    "ARS": ("argentine peso/argentine pesos|peso/pesos", "centavo/centavos"),
    "CLP": ("chilean peso/chilean pesos|peso/pesos", "centavo/centavos"),
    "SGD": ("singapore dollar/singapore dollars|dollar/dollars", "cent/cents"),
    "HKD": ("hong kong dollar/hong kong dollars|dollar/dollars", "cent/cents"),
    "NZD": ("new zealand dollar/new zealand dollars|dollar/dollars", "cent/cents"),
    "TWD": ("taiwan dollar/taiwan dollars|dollar/dollars", "cent/cents"), "KRW": ("won/won", "jeon/jeon"),
    "THB": ("baht/baht", "satang/satang"), "IDR": ("rupiah/rupiah", "sen/sen"),
    "Rp": ("rupiah/rupiah", "sen/sen"),
    "MYR": ("ringgit/ringgit", "sen/sen"), "RM": ("ringgit/ringgit", "sen/sen"),
    "VND": ("dong/dong", "xu/xu"),
    "SAR": ("saudi riyal/saudi riyals|riyal/riyals", "halala/halalas"),
    "AED": ("dirham/dirhams", "fils/fils"),
    "QAR": ("qatari riyal/qatari riyals|riyal/riyals", "dirham/dirhams"),
    "KWD": ("kuwaiti dinar/kuwaiti dinars|dinar/dinars", "fils/fils"),
    "ILS": ("shekel/shekels", "agora/agorot"),
    "EGP": ("egyptian pound/egyptian pounds|pound/pounds", "piastre/piastres"),
    "NGN": ("naira/naira", "kobo/kobo"), "GHS": ("cedi/cedis", "pesewa/pesewas"),
    "KES": ("kenyan shilling/kenyan shillings|shilling/shillings", "cent/cents"),
    "KSh": ("kenyan shilling/kenyan shillings|shilling/shillings", "cent/cents"),
    "IRR": ("iranian rial/iranian rials|rial/rials", "dinar/dinars"),
    "₱": ("peso/pesos", "centavo/centavos"), "₫": ("dong/dong", "xu/xu"),
    "฿": ("baht/baht", "satang/satang"),
}  # fmt: skip

WITHOUT_HUNDREDTHS: Final = frozenset(("¥", "JPY", "₩", "KRW", "₫", "VND", "IDR", "Rp", "HUF", "IRR"))
"""Currencies whose fractions are said as decimals."""

COUNTED_IN_MILLIONS: Final = frozenset(
    """people men women children troops soldiers users homes jobs households voters votes viewers workers
    refugees students pupils patients dollars euros pounds yen yuan rupees roubles rubles dinars dirhams
    francs pesos riyals rials lira kroner kronor barrels tonnes tons copies cars vehicles customers members
    passengers visitors tourists doses vaccines tests cases deaths families hectares acres birds animals
    cattle trees shares subscribers followers listeners downloads streams views litres liters gallons
    metres meters residents citizens migrants americans britons indians russians ukrainians hits tickets
    meals books phones devices accounts records years b/d bpd boe bbl bbls sq""".split()
)
"""What is counted by "1.5m" rather than measured in metres."""

BEFORE_AMOUNT: Final = {
    "~": "about|approximately", "<": "less than|under", ">": "more than|over|greater than", "≈": "about",
    "±": "plus or minus", "≤": "at most", "≥": "at least", "@": "at",
}  # fmt: skip

AFTER_AMOUNT: Final = frozenset(
    """and for from that this was were with will would which who when while has had have into over per than
    then last next more less each every are but its his her their they can could may after before during
    since under worth annually yearly monthly""".split()
)
"""After an amount these begin something else, so that it is no attribute: "the $5 billion that"."""
