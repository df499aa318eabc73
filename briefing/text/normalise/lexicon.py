"""What English abbreviations and acronyms stand for, and which words say what a number is, as tables.

Values are phrases; several are separated by "|", the likeliest first.
"""

# ruff: noqa: SIM905  # lists of words read better as words
from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "may": "may", "jun": "june",
    "jul": "july", "aug": "august", "sep": "september", "sept": "september", "oct": "october",
    "nov": "november", "dec": "december",
}  # fmt: skip
MONTHS_IN_ORDER: Final = tuple(dict.fromkeys(MONTHS.values()))
MONTHS_IN_ANY_CASE: Final = frozenset(MONTHS_IN_ORDER) - {"march", "may", "august"}
MONTH_SHORT: Final = frozenset(
    ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
)
MONTH_NAMES: Final = frozenset(MONTHS) | frozenset(MONTHS.values())
DAYS: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thurs fri sat sun""".split()
)


DAYS_SHORT: Final = frozenset(("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"))


def in_full(word: str) -> str:
    """Return a day or month in full: "Mon" -> "monday", "Oct." -> "october"."""
    short = word.lower().rstrip(".")
    return next(
        (name for name in (*MONTHS_IN_ORDER, *sorted(DAYS, key=len)[::-1]) if name.startswith(short)), short
    )


STATES_BY_LETTERS: Final = {
    # By the post's letters, and those whose names are not shortened.
    "AL": "alabama", "AK": "alaska", "AZ": "arizona", "AR": "arkansas", "CA": "california",
    "CO": "colorado", "CT": "connecticut", "DE": "delaware", "FL": "florida", "GA": "georgia",
    "HI": "hawaii", "ID": "idaho", "IL": "illinois", "IN": "indiana", "IA": "iowa", "KS": "kansas",
    "KY": "kentucky", "LA": "louisiana", "ME": "maine", "MD": "maryland", "MA": "massachusetts",
    "MI": "michigan", "MN": "minnesota", "MS": "mississippi", "MO": "missouri", "MT": "montana",
    "NE": "nebraska", "NV": "nevada", "NH": "new hampshire", "NJ": "new jersey", "NM": "new mexico",
    "NY": "new york", "NC": "north carolina", "ND": "north dakota", "OH": "ohio", "OK": "oklahoma",
    "OR": "oregon", "PA": "pennsylvania", "RI": "rhode island", "SC": "south carolina",
    "SD": "south dakota", "TN": "tennessee", "TX": "texas", "UT": "utah", "VT": "vermont",
    "VA": "virginia", "WA": "washington", "WV": "west virginia", "WI": "wisconsin", "WY": "wyoming",
    "DC": "D C", "PR": "puerto rico", "GU": "guam", "VI": "virgin islands",
    "Maine": "maine", "Ohio": "ohio", "Iowa": "iowa", "Utah": "utah",
    "Texas": "texas", "Alaska": "alaska", "Hawaii": "hawaii", "Idaho": "idaho",
}  # fmt: skip
DOTTED: Final = {
    # With a full stop, and a capital: titles, days, months, states. "+" keeps the plain word as well.
    "Mr": "mister", "Mrs": "missus|misses", "Ms": "miz", "Messrs": "messers", "Dr": "doctor|drive",
    "St": "saint|street", "Ste": "sainte|suite", "Jr": "junior", "Sr": "senior", "Prof": "professor",
    "Gen": "general", "Sen": "senator", "Sens": "senators", "Rep": "representative+",
    "Reps": "representatives+", "Gov": "governor", "Govs": "governors", "Lt": "lieutenant|left tenant",
    "Col": "colonel", "Sgt": "sergeant", "Capt": "captain", "Cpl": "corporal", "Cmdr": "commander",
    "Maj": "major", "Adm": "admiral", "Brig": "brigadier+", "Pvt": "private", "Pfc": "private first class",
    "Rev": "reverend+", "Hon": "honorable", "Pres": "president", "Supt": "superintendent",
    "Amb": "ambassador", "Det": "detective", "Insp": "inspector", "Inc": "incorporated|inc",
    "Corp": "corporation|corp", "Co": "company|co|county", "Ltd": "limited", "Bros": "brothers+",
    "Assn": "association", "Univ": "university", "Dept": "department", "Govt": "government",
    "Ave": "avenue", "Blvd": "boulevard", "Rd": "road", "Sq": "square", "Mt": "mount|mountain",
    "Ft": "fort|feet", "Jan": "january", "Feb": "february", "Mar": "march+", "Apr": "april", "Jun": "june",
    "Jul": "july", "Aug": "august", "Sep": "september", "Sept": "september", "Oct": "october",
    "Nov": "november", "Dec": "december", "Mon": "monday", "Tue": "tuesday", "Tues": "tuesday",
    "Wed": "wednesday+", "Thu": "thursday", "Thur": "thursday", "Thurs": "thursday", "Fri": "friday",
    "Sat": "saturday+", "Sun": "sunday+", "Ala": "alabama", "Ariz": "arizona", "Ark": "arkansas+",
    "Calif": "california", "Colo": "colorado", "Conn": "connecticut", "Del": "delaware", "Fla": "florida",
    "Ga": "georgia", "Ill": "illinois+", "Ind": "indiana", "Kan": "kansas", "Ky": "kentucky",
    "La": "louisiana+", "Md": "maryland", "Mass": "massachusetts+", "Mich": "michigan", "Minn": "minnesota",
    "Miss": "mississippi+", "Mo": "missouri+", "Mont": "montana", "Neb": "nebraska", "Nev": "nevada",
    "Okla": "oklahoma", "Ore": "oregon+", "Pa": "pennsylvania+", "Tenn": "tennessee", "Tex": "texas+",
    "Vt": "vermont", "Va": "virginia", "Wash": "washington+", "Wis": "wisconsin", "Wyo": "wyoming",
    "Drs": "doctors", "Gens": "generals", "Profs": "professors", "Sgts": "sergeants", "Revs": "reverends",
    "Cols": "colonels", "Lts": "lieutenants", "Mme": "madame", "Mlle": "mademoiselle", "Mx": "mix|mux",
    "Wm": "william", "Chas": "charles", "Ret": "retired",
    "Esq": "esquire", "Sec": "secretary|section|seconds", "Secy": "secretary", "Dir": "director",
    "Atty": "attorney", "Asst": "assistant", "Pt": "point|part", "Fr": "father", "Dep": "deputy",
    "Msgr": "monsignor", "Apt": "apartment+", "Hwy": "highway", "Pkwy": "parkway", "Rte": "route",
    "Ln": "lane", "Pl": "place", "Ct": "court", "Bldg": "building", "Rm": "room", "Mts": "mountains",
    "Intl": "international", "Natl": "national", "Admin": "administration+", "Ida": "ida|idaho",
    "Nebr": "nebraska", "Penn": "pennsylvania+", "Wisc": "wisconsin", "Ont": "ontario", "Que": "quebec",
    "Alta": "alberta+",
}  # fmt: skip
DOTTED_ANY_CASE: Final = {
    # With a full stop, in any case.
    "vs": "versus", "etc": "et cetera", "approx": "approximately", "est": "established|estimated",
    "dept": "department", "govt": "government", "esp": "especially", "cf": "compare", "ca": "circa",
    "fig": "figure+", "figs": "figures+", "vol": "volume", "vols": "volumes", "chap": "chapter+",
    "ed": "edition+|edited", "eds": "editors|editions", "pp": "pages", "no": "number+", "nos": "numbers",
    "hrs": "hours", "hr": "hour", "mins": "minutes", "secs": "seconds", "lbs": "pounds", "lb": "pound",
    "oz": "ounces|ounce", "yrs": "years", "yr": "year", "dist": "district", "ext": "extension",
    "tel": "telephone", "min": "minutes|minimum+", "sec": "seconds+", "sq": "square", "cu": "cubic",
    "gal": "gallons+", "misc": "miscellaneous", "max": "maximum+", "avg": "average",
    "intl": "international", "temp": "temperature+", "incl": "including", "nr": "number",
    "mph": "miles per hour|M P H", "kph": "kilometers per hour|K P H", "ret": "retired",
}  # fmt: skip
BARE: Final = {
    # With or without a full stop.
    "Mr": "mister", "Mrs": "missus|misses", "Ms": "miz", "Dr": "doctor", "Jr": "junior", "Sr": "senior",
    "Prof": "professor", "Sgt": "sergeant", "Lt": "lieutenant|left tenant", "Col": "colonel",
    "vs": "versus", "Ltd": "limited", "Dept": "department", "Govt": "government", "govt": "government",
    "Sen": "senator", "Gov": "governor", "Capt": "captain", "Rev": "reverend", "Blvd": "boulevard",
    "St": "saint|street", "Mt": "mount", "Ft": "fort", "Oct": "october", "Sept": "september",
    "Aug": "august", "Nov": "november", "Dec": "december", "Feb": "february", "PhD": "P H D",
    "PhDs": "P H D's", "Drs": "doctors", "Gens": "generals", "Gen": "general|gen", "Maj": "major|maj",
    "Cpl": "corporal", "Mme": "madame", "Hwy": "highway", "Ave": "avenue|ave", "GmbH": "G M B H|gmbh",
    "MiG": "mig", "MiGs": "migs", "PhD's": "P H D's", "iOS": "I O S", "macOS": "mac O S", "mRNA": "M R N A",
    "eSIM": "E sim", "LaTeX": "latech", "mph": "miles per hour|M P H", "kph": "kilometers per hour|K P H",
    "Twp": "township", "YoY": "year on year", "QoQ": "quarter on quarter", "MoM": "month on month",
    "Mw": "magnitude",
    "Utd": "united", "Rt": "right", "Hon": "honorable", "Regt": "regiment", "Cllr": "councillor",
    "CoV": "cov",
    "pcm": "per calendar month", "Calif": "california", "Bros": "brothers|bros",
}  # fmt: skip
BEFORE_NUMBER: Final = {
    # Only where a number follows.
    "no": "number", "nos": "numbers", "p": "page", "pp": "pages", "v": "verse|versus|V", "vol": "volume",
    "ch": "chapter", "art": "article", "sec": "section", "fig": "figure", "c": "circa|about",
    "par": "paragraph", "b": "born|B", "d": "died|D", "apt": "apartment", "rm": "room", "ste": "suite",
    "nr": "number", "para": "paragraph", "ep": "episode", "tel": "telephone|tel", "approx": "approximately",
    "ca": "circa", "est": "established|estimated", "pt": "part",
}  # fmt: skip

WORDS_IN_CAPITALS: Final = frozenset(
    # Acronyms that are said as words.
    """nato opec nasa unesco unicef aids asean fifa uefa covid laser radar sars mers nafta fema darpa potus
    scotus interpol europol brics aukus norad thaad swat sim pin ram nasdaq unrwa ecowas igad hamas isis
    isil daesh frontex unifil amisom minusma monusco apec aipac naca osha epcot gitmo centcom eucom
    africom pacom socom unmik kfor isaf sacem eurovision ikea lego taser ebit fico fisa sagaftra medicaid
    salt start gatt sadc usaid unprofor cop pac doge maga daca farc cern isro jaxa ice scuba dax cac hepa
    leed yolo icann nimby max wasp vat noaa rico unga gif liv""".split()
)
FUNCTION_WORDS: Final = frozenset(
    # What a text in capitals is full of: words, though they are in capitals.
    """a an the of to in on at by for and or but not no is are was were be been has have had he she we you
    they his her its our my me him them this that these those as if so do did does go up out off over new
    old all any can may will what who why how when where with from into after before says said say two one
    six ten big top war aid oil gas tax law job ban end air sea red day year man men woman women now news
    live just least mix win yes let get put see saw ran run sit set hit hot key cut buy pay try cry die fit
    fix fly fun gun guy kid lie lot low mad ago ask bad bag bed bet bit boy bus car cow cup dad dog eat egg
    eye far fat few fox gap hat ill joy leg lip mom mud nor nut odd own pet pig pop raw rid row sad sex shy
    sky son ten tie tip toe toy use via wet wig yet zoo owe oh ah hi ha am us gym""".split()
)
SPELLED: Final = {
    # What has a way of its own.
    "DPRK": "D P R K", "WHO": "W H O", "US": "U S", "IT": "I T|it", "WMD": "W M D",
    "NAACP": "N double A C P|N A A C P", "IEEE": "I triple E", "AAA": "triple A|A A A",
    "USAID": "U S aid|U S A I D", "UNICEF": "unicef", "UNHCR": "U N H C R", "OPCW": "O P C W",
    "IAEA": "I A E A", "AWOL": "A wall|A W O L", "CEO": "C E O", "JPEG": "J peg", "OK": "okay|O K",
    "TV": "T V", "ID": "I D", "AM": "A M", "PM": "P M", "AD": "A D", "BC": "B C", "AI": "A I", "EU": "E U",
    "UN": "U N", "UK": "U K", "UAE": "U A E", "IS": "I S|is", "USA": "U S A", "NGO": "N G O",
    "ICC": "I C C", "IOC": "I O C", "MP": "M P", "IOU": "I O U", "UFO": "U F O", "EPA": "E P A",
    "USS": "U S S", "AFP": "A F P", "VOA": "V O A", "AU": "A U", "IMF": "I M F", "ADHD": "A D H D",
    "NCAA": "N C double A|N C A A", "IDF": "I D F", "UAV": "U A V", "IED": "I E D", "PLO": "P L O",
    "AFL": "A F L", "CIO": "C I O", "OAS": "O A S", "ISS": "I S S", "IRA": "I R A", "IRS": "I R S",
    "USB": "U S B", "URL": "U R L", "FAQ": "F A Q|fack", "ICBM": "I C B M", "CIA": "C I A", "DIY": "D I Y",
    "IPO": "I P O", "GOP": "G O P", "AP": "A P", "EV": "E V", "SUV": "S U V", "UV": "U V", "IP": "I P",
    "IQ": "I Q", "OECD": "O E C D", "OSCE": "O S C E", "AFC": "A F C",
    "WWII": "world war two|W W two|W W I I", "WWI": "world war one|W W one|W W I", "NYSE": "N Y S E",
    "FTSE": "footsie|F T S E", "CAC": "cack|C A C", "ASAP": "A S A P|asap", "FYI": "F Y I", "OMG": "O M G",
    "LOL": "L O L|lol", "UCLA": "U C L A", "YMCA": "Y M C A", "ACLU": "A C L U", "ICAO": "I C A O",
    "NOAA": "noah|N O A A", "ICE": "ice|I C E", "VAT": "V A T|vat", "HIMARS": "high mars|himars",
    "ATACMS": "attack ems|A T A C M S", "MIRV": "merv", "SQL": "S Q L|sequel", "LLC": "L L C",
    "EOF": "E O F", "NYPD": "N Y P D", "UNGA": "U N G A|unga", "UNSC": "U N S C", "ET": "E T|eastern",
    "EST": "E S T|eastern", "EDT": "E D T|eastern", "PT": "P T|pacific", "GMT": "G M T|greenwich mean time",
    "OJ": "O J", "AC": "A C", "AKA": "A K A|also known as", "HQ": "H Q|headquarters", "CE": "C E",
    "BCE": "B C E", "DACA": "daca", "EEOC": "E E O C", "USDA": "U S D A", "ABC": "A B C", "EXIM": "exim",
    "IATA": "I A T A|iata", "ASBO": "asbo", "AARP": "A A R P", "OAU": "O A U", "IEA": "I E A",
    "USMCA": "U S M C A", "USAF": "U S A F", "UKRI": "U K R I",
    "XL": "X L", "EPL": "E P L", "UFC": "U F C", "UAW": "U A W", "ANC": "A N C",
}  # fmt: skip

SIGNS: Final = {
    # A sign that stands alone.
    "&": "and", "%": "percent|per cent", "+": "plus", "=": "equals", "@": "at", "#": "number|hash|hashtag",
    "/": "|slash|or", "±": "plus or minus", "°": "degrees", "×": "times|by",
    "~": "about|approximately|", "<": "less than|",
    ">": "greater than|more than|", "§": "section", "§§": "sections", "©": "copyright|", "™": "|trademark",
    "®": "|registered", "-": "|dash", "–": "|dash", "—": "|dash", "÷": "divided by", "€": "euros|euro",
    "£": "pounds|pound", "$": "dollars|dollar", "°C": "degrees celsius|degrees",
    "°F": "degrees fahrenheit|degrees", "℃": "degrees celsius|degrees", "℉": "degrees fahrenheit|degrees",
    "‰": "per mille", "≈": "about|approximately", "≤": "at most|less than or equal to", "≠": "not equal to",
    "≥": "at least|greater than or equal to", "→": "to", "⇒": "so", "↑": "up", "↓": "down", "∞": "infinity",
    "√": "root", "♯": "sharp", "♭": "flat", "Ω": "ohms", "№": "number",
}  # fmt: skip
COUNTED_BY_ROMAN: Final = frozenset(
    # After these a Roman numeral is a cardinal.
    """war chapter part type phase act scene volume book class figure table section title article stage level
    bowl schedule appendix annex category tier apollo saturn mark rocky episode grade vatican olympiad
    division group salt start fantasy auto theft wars diablo civilization kings gate minuteman trident titan
    minsk basel psalm mach artemis gemini starship generation
    formula block camp windows atlas delta agni ariane""".split()
)
ORDINAL_BEFORE: Final = frozenset("century centuries olympic olympics corps army congress".split())
"""Before these a Roman numeral is an ordinal: "the XIX century", "III Corps"."""
REGNAL: Final = frozenset(
    # Whose first of the name is written "I".
    """elizabeth charles james george william henry edward francis nicholas peter alexander catherine
    frederick wilhelm leopold napoleon joseph ferdinand philip john paul benedict pius leo gregory louis
    ramses darius mary richard robert constantine otto franz kamehameha selassie""".split()
)
TIME_ZONES: Final = frozenset(
    # After these hours are said as soldiers say them.
    """gmt utc bst cet cest eet est edt cst cdt mst mdt pst pdt et pt jst ist msk hours hrs
    local zulu""".split()
)
CALLED: Final = frozenset(
    """call called calling phone tel telephone dial dialled dialed dialling text fax number ring rang
    ringing helpline hotline contact""".split()
)
"""After these a number is one to call."""
CODED: Final = frozenset(("zip", "code", "isbn", "account"))
"""After these a long number is said digit by digit."""
AFTER_CALL: Final = frozenset(
    """from when quoting quote anonymously immediately online free straight with before after over during
    instead first today tonight""".split()
)
"""After a number to call; other words are what a number counts: "call 116 people"."""
REACHED: Final = CALLED | frozenset("police officers crimestoppers samaritans detectives them us".split())
"""Who can be reached "on 101"."""
CRICKET: Final = frozenset(
    """dec declared overs over ov innings wicket wickets stumps all-out bowled bowler bowlers batting
    not-out runs balls tea""".split()
)
"""Beside these two numbers are runs and wickets."""
BETTING: Final = frozenset("odds favourite favorite favourites favorites outsider bookmakers bookies".split())
"""Beside these two numbers are what a bet pays."""
LETTERED: Final = COUNTED_BY_ROMAN | frozenset(
    """flat apartment gate room seat platform unit lot exhibit form grade zone bay pier runway terminal exit
    junction route channel paragraph clause rule item number""".split()
)
"""After these a number may have a letter: "Gate 14B"."""
NAMED_BY_NUMBER: Final = frozenset(
    # After these a number is a name, said in pairs: "Boeing seven thirty seven".
    """boeing airbus flight route highway interstate room nikkei area channel bus train section psalm
    lockheed embraer cessna""".split()
)
SHORTHAND: Final = {
    # With signs inside.
    "w/": "with|", "w/o": "without", "b/c": "because|B C", "n/a": "N A|not applicable", "a/k/a": "A K A",
    "c/o": "care of|C O", "'n'": "and|an|N", "'em": "em|them", "'til": "til|till|until",
    "'cause": "cause|because", "int'l": "international", "gov't": "government", "dep't": "department",
    "nat'l": "national", "ass'n": "association", "401(k)": "four oh one K", "ok'd": "okay'd|O K D",
    "401k": "four oh one K", "501(c)(3)": "five oh one C three", "y'all": "y'all|you all",
    "rock'n'roll": "rock and roll", "p/e": "P E", "f/a": "F A",
    "ipv4": "I P V four", "ipv6": "I P V six", "n°": "number", "nº": "number", "№": "number",
    "sars-cov-2": "sars cov two",
    "c#": "C sharp", "f#": "F sharp", "c++": "C plus plus", ".net": "dot net", "s/he": "she or he",
    "y/y": "year on year|year over year", "q/q": "quarter on quarter", "m/m": "month on month",
    "km/h": "kilometers per hour|kilometers an hour|K M H", "m/s": "meters per second",
}  # fmt: skip
NETWORKS: Final = frozenset(
    # Spelled even in small letters, in addresses.
    """voa bbc cnn npr nbc abc cbs pbs ap afp cbc nyt wsj ft ibm nhs mit usa uk un eu html php pdf jpg png
    faq rss tv fm ai cia fbi nfl nba mlb nhl usgs nih cdc fda imf www""".split()
)
AFTER_PRONOUN: Final = frozenset(
    """am was have had has will would can could do did think know say said see saw went want never also don't
    didn't wasn't haven't couldn't""".split()
)
"""After these "I" is no number: "with George I was"."""
SHORT_FORMS: Final = frozenset(
    """it's he's she's that's what's who's here's there's let's how's where's one's""".split()
)
LONG_WORD: Final = 7
"""Letters; what is longer and can be said as a word is not also offered letter by letter."""
TOP_DOMAINS: Final = {
    "com": "com", "org": "org", "net": "net", "gov": "gov", "edu": "E D U|edu", "uk": "U K", "us": "U S|us",
    "tv": "T V", "fm": "F M", "io": "I O", "eu": "E U", "de": "D E", "co": "co", "info": "info",
    "int": "int", "ru": "R U", "fr": "F R", "ca": "C A", "au": "A U", "jp": "J P", "cn": "C N", "me": "me",
    "ai": "A I",
}  # fmt: skip
