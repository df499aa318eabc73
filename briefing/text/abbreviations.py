"""Words that a full stop can belong to, and words that tell that a sentence begins.

Abbreviations are in lower case, without the last stop, of several languages together:
one that is missing costs a false end, one too many hardly anything. `kind_of` says
what `sentences` must look at to decide whether the stop also ends a sentence.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from briefing.patterns import late


class AbbreviationKind(Enum):
    """What a token before a full stop is, by what may follow it."""

    TITLE = auto()
    """Stands before a name: "Mr."; never the last word."""
    NEVER_LAST = auto()
    """Always goes on: "e.g."."""
    NUMBERED = auto()
    """Stands before a number, "No. 5", and is a word of its own before anything else."""
    MONTH = auto()
    """Goes on before a number only: "Oct. 25"."""
    TIME = auto()
    """"p.m.": goes on before a day or a time zone."""
    INNER = auto()
    """Goes on unless the next word commonly starts a sentence: "U.S.", "Inc."."""
    INITIAL = auto()
    """A single letter: "J. Smith"."""
    ORDINAL = auto()
    """A number that a language writes with a stop: "25. Oktober"."""
    WORD = auto()
    """Any other token: the stop ends the sentence."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("""
    mr mrs ms mx messrs dr drs prof rev fr sr sra srta srs hon pres gen lt col sgt cpl pvt capt cmdr cdr maj
    adm brig ens gov sen sens rep reps amb supt insp det asst assoc msgr st ste mt ft mme mlle mgr vve hr
    frl dipl dña lic arq ud uds sig sigg dott avv geom rag dhr mevr mw ir jkhr гр тов акад проф
""")
_NEVER_LAST = _words("e.g i.e z.b d.h p.ex p.-ex p.ej cf vs vgl bijv d.w.z т.е т.к напр viz c.-à-d им")
_NUMBERED = _words("""
    no nos nr núm num n.º nº n° vol vols ch chap sec sect art arts fig figs p pp pg par para eq op ver v bd
    abs abb kap s tel pag pág págs cap t стр рис табл ст п пп том гл
""")
_NUMBERED_ENGLISH = _words("no nos p pp vol vols fig figs ch sec ver")
"""Those of them that English also writes in lower case."""
_MONTHS = _words("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun okt dez
    janv févr avr juil ene abr ago dic янв фев февр апр авг сент окт нояб дек
""")
_TIMES = _words("a.m p.m am pm")
_NAMES = _words("""
    inc corp co cos ltd llc plc bros jr sr dept univ assn bldg ave blvd rd est esq ph.d mass calif conn ariz
    ark colo del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
    wis wyo ala w.va ont que alta gmbh str hist cie éd bd co.kg s.p.a cía admón dpto eds ed trans
""")
"""Inner ones that are words of their own in lower case ("ill", "miss")."""
_INNER = _words("""
    etc al approx ca ibid max avg u.ä usw bzw ggf evtl inkl exkl zzgl bspw sog mio mrd jh jhd z.zt v.chr
    n.chr geb med jur phil kath ev gest verh p.-ex env av boul hab ee.uu ee uu ff.aa jj.oo dd.hh avda aprox
    gral tte cnel г гг вв др пр млн млрд тыс руб коп н.э обл р-н ул корп кв ecc enz t.a.v resp mln
""")
_ORDINAL_LANGUAGES = _words("de da nb nn no fi cs sk hu hr sr sl bs et lv pl tr is lb")

MONTH_NAMES: Final = _words("""
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday januar jänner februar märz april mai juni juli august
    september oktober november dezember jahrhundert jahrhunderts weltkrieg weltkriegs januari februari maart
    juni juli augustus
""")
"""What follows an ordinal ("25. Oktober") or a time ("5 p.m. Monday") in the same sentence."""

TIME_ZONES: Final = _words("""
    est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest eet msk jst kst ist aest eastern
    central pacific mountain
""")

STARTERS: Final = _words("""
    The A An This That These Those There Here He She It They We You His Her Its Their Our My Your Who What
    When Where Why How Which While Whether If In On At By For From With Without After Before During Since
    Until Although Though Because As So And But Or Yet Nor Not No Yes Now Then Thus Still Also Both Each
    Every Some Many Most All Another Other Such Even Only Just Despite Meanwhile However Moreover Instead
    According Asked Under Over Between Among Amid Nearly About Once To Is Are Was Were Do Does Did Has Have
    Had Can Could Will Would Should Might Let Nobody Everyone Nothing I Der Die Das Den Dem Des Ein Eine
    Einen Einem Er Sie Es Wir Ihr Ihre Sein Seine Dies Diese Dieser Dieses Im Am Beim Zum Zur Auf Aus Bei
    Mit Nach Seit Von Vor Zu Für Gegen Über Unter Wenn Als Ob Weil Und Aber Oder Doch Auch Dann Damit Dabei
    Danach Dazu Denn Nun Wie Was Wer Wo Warum Hier Dort Man Kein Keine Nicht Noch Le La Les Un Une Du Il
    Elle Ils Elles Nous Vous Ce Cet Cette Ces Ceci Cela Dans Sur Sous Avec Sans Pour Par Après Avant Depuis
    Quand Lorsque Si Mais Et Ou Donc Car Puis Ainsi Selon Alors Cependant Leur Son Sa Ses El Los Las Una
    Unos Unas Ella Ellos Ellas Este Esta Estos Estas Ese Esa Eso Aquel En De Con Sin Desde Hasta Según
    Cuando Pero Y O También Además Entonces Así Porque Como Lo Su Sus Para Tras Ante Se Al В На С К По Из От
    До За Об Он Она Оно Они Мы Вы Я Это Этот Эта Эти Тот И А Но Или Что Как Когда Если Где Потом Однако
    Также При После Перед Его Её Их Не У Для Так Gli Uno Egli Essa Essi Questo Questa Nel Nella Per Tra Fra
    Ma Anche Dopo Het Een Hij Zij Dit Dat Maar Os As Um Uma Ele Ela Eles Não Mas
""")
"""Words that, in upper case after an abbreviation, mostly begin a sentence."""

ROMAN: Final = late(r"[IVXLC]+")
_DOTTED = late(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NUMBER = late(r"\d{1,2}")


def kind_of(token: str, language: str) -> AbbreviationKind:
    """Return what `token`, which a full stop follows, is in `language` (the bare subtag)."""
    lower = token.lower()
    # English capitalises what it abbreviates; other languages write "dr. Novak", "art. 5".
    marked = token[0].isupper() or language != "en"
    rules = (
        (AbbreviationKind.NEVER_LAST, lower in _NEVER_LAST),
        (AbbreviationKind.TITLE, marked and lower in _TITLES),
        (AbbreviationKind.NUMBERED, lower in _NUMBERED and (marked or lower in _NUMBERED_ENGLISH)),
        (AbbreviationKind.MONTH, marked and lower in _MONTHS),
        (AbbreviationKind.TIME, lower in _TIMES),
        (AbbreviationKind.INNER, lower in _INNER or (token[0].isupper() and lower in _NAMES)),
        (AbbreviationKind.INITIAL, len(token) == 1 and token.isalpha()),
        (AbbreviationKind.INNER, _DOTTED.fullmatch(token) is not None),
        (AbbreviationKind.ORDINAL, language in _ORDINAL_LANGUAGES and _is_ordinal(token)),
    )
    return next((kind for kind, applies in rules if applies), AbbreviationKind.WORD)


def _is_ordinal(token: str) -> bool:
    return bool(_NUMBER.fullmatch(token) or ROMAN.fullmatch(token))
