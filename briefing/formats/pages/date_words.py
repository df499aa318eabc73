"""The months' names: what may stand for each, in the languages of news."""

from typing import Final

MONTHS: Final = (
    "january jan januar januaris januari janvier janv enero ene janeiro gennaio gen января январь янв січня січень січ stycznia styczeń sty ocak oca يناير كانون ژانویه جنوری जनवरी janeiro leden ledna ianuarie ιανουαρίου ינואר জানুয়ারি jänner jän siječnja",
    "february feb februar februari februarie février févr fév febrero fevereiro fev febbraio февраля февраль фев лютого лютий лют lutego luty lut şubat şub فبراير شباط فوریه فروری فبروری फरवरी फ़रवरी únor února φεβρουαρίου פברואר ফেব্রুয়ারি feber",
    "march mar märz mrz maart mars marzo março марта март мар березня березень бер marca marzec mart مارس آذار مارچ मार्च březen března martie μαρτίου מרץ মার্চ maret",
    "april apr avril avr abril abr aprile апреля апрель апр квітня квітень квіт kwietnia kwiecień kwi nisan nis أبريل ابريل نيسان آوریل اپریل अप्रैल duben dubna aprilie απριλίου אפריל এপ্রিল",
    "may mai mei maj mayo maio maggio mag мая май травня травень трав maja mayıs مايو أيار مه می مئی मई květen května μαΐου מאי মে",
    "june jun juni juin junio juho junho giugno giu июня июнь июн червня червень черв czerwca czerwiec cze haziran haz يونيو حزيران ژوئن جون जून červen června iunie ιουνίου יוני জুন",
    "july jul juli juillet juil julio julho luglio lug июля июль июл липня липень лип lipca lipiec lip temmuz tem يوليو تموز ژوئیه جولای جولائی जुलाई červenec července iulie ιουλίου יולי জুলাই",
    "august aug août aout agosto ago augusti augustus августа август авг серпня серпень серп sierpnia sierpień sie ağustos ağu أغسطس اغسطس آب اوت اگست अगस्त srpen srpna αυγούστου אוגוסט আগস্ট agustus agu agt",
    "september sept sep septembre septiembre setembro set settembre сентября сентябрь сен сент вересня вересень вер września wrzesień wrz eylül eyl سبتمبر أيلول سپتامبر ستمبر सितंबर सितम्बर září septembrie σεπτεμβρίου ספטמבר সেপ্টেম্বর",
    "october oct oktober okt octobre octubre outubro out ottobre ott октября октябрь окт жовтня жовтень жовт października październik paź ekim eki أكتوبر اكتوبر تشرين اکتبر اکتوبر अक्टूबर अक्तूबर říjen října octombrie οκτωβρίου אוקטובר অক্টোবর",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб листопада листопад лист listopada listopad lis kasım kas نوفمبر نوامبر نومبر नवंबर नवम्बर noiembrie νοεμβρίου נובמבר নভেম্বর nopember",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre декабря декабрь дек грудня грудень груд grudnia grudzień gru aralık ara ديسمبر دسامبر دسمبر दिसंबर दिसम्बर prosinec prosince decembrie δεκεμβρίου דצמבר ডিসেম্বর desember des",
)  # fmt: skip

SOLAR_MONTHS: Final = (
    "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد", "شهریور سنبله",
    "مهر میزان", "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
)  # fmt: skip
"""Of the solar Hijri calendar, as Iran and as Afghanistan call them."""
