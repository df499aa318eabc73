"""What English units and magnitudes are called, as tables.

Values are phrases; several are separated by "|", the likeliest first. Where a plural is no
plain one, it stands after "/".
"""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

from typing import Final

UNITS: Final = {
    # Where a number stands before: singular, then the plural where it is no plain one.
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer",
    "mi": "mile", "ft": "foot/feet", "in": "inch",
    "ins": "inch", "yd": "yard", "yds": "yard", "kg": "kilogram|kilo",
    "g": "gram", "mg": "milligram", "t": "ton", "lb": "pound", "lbs": "pound", "oz": "ounce", "ozs": "ounce",
    "l": "liter",
    "ml": "milliliter", "gal": "gallon",
    "km/h": "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour",
    "kmh": "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour",
    "kph": "kilometer per hour/kilometers per hour|kilometer an hour/kilometers an hour",
    "mph": "mile per hour/miles per hour|mile an hour/miles an hour|M P H/M P H",
    "m/s": "meter per second/meters per second",
    "m/s²": "meter per second squared/meters per second squared",
    "km²": "square kilometer", "km2": "square kilometer",
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
    "dB": "decibel", "kt": "kiloton", "Mt": "megaton", "hPa": "hectopascal", "mb": "millibar",

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
    "mpg": "mile per gallon/miles per gallon|M P G/M P G",
    "ppt": "percentage point", "bhp": "brake horsepower/brake horsepower",
    "mmHg": "millimeter of mercury/millimeters of mercury",
    "kN": "kilonewton", "kWp": "kilowatt peak/kilowatts peak",
    "MWp": "megawatt peak/megawatts peak", "PWh": "petawatt hour", "mmol": "millimole", "BTU": "B T U",
    "boe": "barrel of oil equivalent/barrels of oil equivalent", "b": "barrel|billion/billion", "d": "day",
    "°N": "degree north/degrees north", "°S": "degree south/degrees south", "°E": "degree east/degrees east",
    "°W": "degree west/degrees west", "ug": "microgram", "ng": "nanogram",
    "b/d": "barrel per day/barrels per day", "bcm": "billion cubic meters/billion cubic meters",
    "Nm": "newton meter", "mb/d": "million barrels per day/million barrels per day", "bbls": "barrel",
    "kmph": "kilometer per hour/kilometers per hour", "dL": "deciliter", "Ω": "ohm", "kΩ": "kiloohm",
    "MΩ": "megaohm", "Gbit/s": "gigabit per second/gigabits per second", "KiB": "kibibyte", "MiB": "mebibyte",
    "Mbit/s": "megabit per second/megabits per second", "GiB": "gibibyte", "EB": "exabyte", "ZB": "zettabyte",
    "MB/s": "megabyte per second/megabytes per second", "GB/s": "gigabyte per second/gigabytes per second",
    "km/s": "kilometer per second/kilometers per second", "lm": "lumen", "lx": "lux/lux", "mol": "mole",
    "µL": "microliter", "μL": "microliter", "bar": "bar", "atm": "atmosphere",
    "MMBtu": "million B T U/million B T U",
    "GtCO2e": "gigaton of C O two equivalent/gigatons of C O two equivalent",
    "MtCO2e": "megaton of C O two equivalent/megatons of C O two equivalent",
    "tCO2e": "ton of C O two equivalent/tons of C O two equivalent",
    "GtCO2": "gigaton of C O two/gigatons of C O two",
    "MtCO2": "megaton of C O two/megatons of C O two",
}  # fmt: skip

SHOUTED: Final = frozenset("km mi mph kph kg cm mm ft lb lbs km/h".split())
"""Units that are the same in capitals, in bulletins that are all capitals."""

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
    "k": "thousand", "m": "million", "mm": "million", "mn": "million", "mln": "million",
    "bn": "billion", "b": "billion",
    "bln": "billion", "tn": "trillion", "trln": "trillion", "trn": "trillion", "t": "trillion",
    "thousand": "thousand", "hundred": "hundred", "million": "million", "billion": "billion",
    "trillion": "trillion", "quadrillion": "quadrillion", "crore": "crore", "lakh": "lakh",
    "dozen": "dozen", "cr": "crore", "crores": "crore", "lakhs": "lakh",
}  # fmt: skip

COUNTED_IN_MILLIONS: Final = frozenset(
    """people men women children troops soldiers users homes jobs households voters votes viewers workers
    refugees students pupils patients dollars euros pounds yen yuan rupees roubles rubles dinars dirhams
    francs pesos riyals rials lira kroner kronor barrels tonnes tons copies cars vehicles customers members
    passengers visitors tourists doses vaccines tests cases deaths families hectares acres birds animals
    cattle trees shares subscribers followers listeners downloads streams views litres liters gallons
    metres meters residents citizens migrants americans britons indians russians ukrainians hits tickets
    meals books phones devices accounts records years b/d bpd boe bbl bbls sq strong odd""".split()
)
"""What is counted by "1.5m" rather than measured in metres."""

BEFORE_AMOUNT: Final = {
    "©": "copyright", "§": "section",
    "~": "about|approximately", "<": "less than|under", ">": "more than|over|greater than", "≈": "about",
    "√": "root|square root of", "±": "plus or minus", "≤": "at most", "≥": "at least", "@": "at",
}  # fmt: skip

CALIBRES: Final = frozenset(
    """shell gun cannon howitzer artillery mortar round ammunition ammo pistol rifle calibre caliber lens film
    projectile rocket grenade""".split()
)
"""What is named by the width of its barrel, "a 155mm shell": its unit is in the singular."""

NO_PLURALS: Final = frozenset(
    """across towards upwards downwards inwards outwards backwards forwards afterwards northwards southwards
    eastwards westwards besides versus plus minus always perhaps is was has this its his thus less as
    does sometimes nowadays indoors outdoors overseas""".split()
)
"""Words in "s" that name no things, so that "5km downwards" is no "5km runs"."""

AFTER_AMOUNT: Final = frozenset(
    """and for from that this was were with will would which who when while has had have into over per than
    then last next more less each every are but its his her their they can could may after before during
    since under worth annually yearly monthly""".split()
)
"""After an amount these begin something else, so that it is no attribute: "the $5 billion that"."""
