"""One story in many languages, and the furniture of a page in each: our own texts."""

PROSE = {
    "en": (
        "Harbour bridge opens again after eleven days",
        "Cars crossed the harbour bridge on Monday morning for the first time in eleven days of repair.",
        "The mayor drove the first bus herself, and forty children from the island school sat behind her.",
        "Engineers had looked at every bolt twice, the city said, and had replaced sixty of them.",
    ),
    "de": (
        "Hafenbrücke ist nach elf Tagen wieder offen",
        "Am Montagmorgen fuhren zum ersten Mal seit elf Tagen wieder Autos über die große Hafenbrücke.",
        "Die Bürgermeisterin lenkte den ersten Bus selbst, hinter ihr saßen vierzig Kinder der Inselschule.",
        "Die Fachleute hatten jede Schraube der Brücke zweimal geprüft, wie die Stadt mitteilte.",
    ),
    "fr": (
        "Le pont du port rouvre après onze jours",
        "Les voitures ont traversé le pont du port lundi matin pour la première fois depuis onze jours.",
        "La maire a conduit elle-même le premier bus, avec quarante enfants de l’école de l’île.",
        "Les ingénieurs avaient vérifié deux fois chaque boulon du pont, a fait savoir la ville.",
    ),
    "es": (
        "El puente del puerto abre tras once días",
        "Los coches cruzaron el puente del puerto el lunes por primera vez en once días de obras.",
        "La alcaldesa condujo ella misma el primer autobús, con cuarenta niños de la escuela de la isla.",
        "Los ingenieros habían revisado dos veces cada tornillo del puente, dijo el ayuntamiento.",
    ),
    "ru": (
        "Мост в гавани открыт через одиннадцать дней",
        "В понедельник утром машины впервые за одиннадцать дней проехали по большому мосту в гавани.",
        "Мэр сама вела первый автобус, а за ней сидели сорок детей из островной школы.",
        "Инженеры дважды проверили каждый болт моста, сообщили в городской администрации.",
    ),
    "ar": (
        "جسر الميناء يفتح من جديد بعد أحد عشر يوما",
        "عبرت السيارات جسر الميناء صباح يوم الاثنين للمرة الأولى منذ أحد عشر يوما من الإصلاح.",
        "وقادت رئيسة البلدية أول حافلة بنفسها وجلس خلفها أربعون طفلا من مدرسة الجزيرة.",
        "وقال المهندسون إنهم فحصوا كل برغي في الجسر مرتين قبل أن يفتحوه أمام الناس.",
    ),
    "hi": (
        "ग्यारह दिन बाद बंदरगाह का पुल फिर खुला",
        "सोमवार की सुबह ग्यारह दिन की मरम्मत के बाद पहली बार गाड़ियाँ बंदरगाह के पुल से गुज़रीं।",
        "महापौर ने पहली बस खुद चलाई और उनके पीछे द्वीप के स्कूल के चालीस बच्चे बैठे थे।",
        "नगर ने बताया कि इंजीनियरों ने पुल के हर पेंच को दो बार जाँचा था और साठ बदल दिए।",
    ),
    "zh": (
        "港口大桥十一天后重新开放",
        "星期一早上，汽车在十一天的维修之后第一次驶过港口大桥，市长亲自驾驶了第一辆公共汽车。",
        "四十名来自岛上学校的孩子坐在她的身后，他们在桥的中央一起唱歌，许多居民站在路边观看。",
        "市政府表示，工程师把大桥上的每一颗螺栓都检查了两遍，并且更换了其中的六十颗。",
    ),
    "ja": (
        "港の大橋、十一日ぶりに通行を再開",
        "月曜日の朝、十一日間の修理を終えた港の大橋を、車が初めて渡った。市長が最初のバスを運転した。",
        "その後ろには島の学校に通う四十人の子どもたちが座り、橋の真ん中で一緒に歌を歌ったという。",
        "市によると、技術者たちは橋のすべてのボルトを二度ずつ調べ、そのうち六十本を取り替えた。",
    ),
    "ko": (
        "항구 다리 열하루 만에 다시 열려",
        "월요일 아침 열하루 동안의 수리가 끝난 항구 다리를 자동차들이 처음으로 건넜다.",
        "시장은 첫 버스를 직접 운전했고 그 뒤에는 섬 학교에 다니는 어린이 마흔 명이 앉았다.",
        "시는 기술자들이 다리의 모든 볼트를 두 번씩 살펴보고 예순 개를 바꾸었다고 밝혔다.",
    ),
    "tr": (
        "Liman köprüsü on bir gün sonra yeniden açıldı",
        "Pazartesi sabahı arabalar on bir günlük onarımdan sonra ilk kez liman köprüsünden geçti.",
        "Belediye başkanı ilk otobüsü kendisi sürdü ve arkasında ada okulundan kırk çocuk oturuyordu.",
        "Belediye, mühendislerin köprünün her cıvatasını iki kez denetlediğini ve altmışını değiştirdiğini bildirdi.",
    ),
    "pl": (
        "Most w porcie otwarty po jedenastu dniach",
        "W poniedziałek rano samochody przejechały przez most w porcie po raz pierwszy od jedenastu dni.",
        "Burmistrzyni sama prowadziła pierwszy autobus, a za nią siedziało czterdzieścioro dzieci z wyspy.",
        "Inżynierowie sprawdzili dwa razy każdą śrubę mostu i wymienili sześćdziesiąt, podało miasto.",
    ),
    "id": (
        "Jembatan pelabuhan dibuka lagi setelah sebelas hari",
        "Mobil melintasi jembatan pelabuhan pada Senin pagi untuk pertama kali dalam sebelas hari.",
        "Wali kota mengemudikan bus pertama dan empat puluh anak dari sekolah pulau duduk di belakangnya.",
        "Para insinyur sudah memeriksa setiap baut jembatan dua kali, kata pemerintah kota itu.",
    ),
    "fa": (
        "پل بندر پس از یازده روز باز شد",
        "خودروها بامداد دوشنبه برای نخستین بار پس از یازده روز تعمیر از روی پل بندر گذشتند.",
        "شهردار نخستین اتوبوس را خودش راند و چهل کودک از مدرسهٔ جزیره پشت سر او نشسته بودند.",
        "شهرداری گفت که مهندسان هر پیچ پل را دو بار بررسی کرده و شصت پیچ را عوض کرده‌اند.",
    ),
    "uk": (
        "Міст у гавані відкрили через одинадцять днів",
        "У понеділок уранці машини вперше за одинадцять днів проїхали великим мостом у гавані.",
        "Мерка сама вела перший автобус, а за нею сиділи сорок дітей з острівної школи.",
        "Інженери двічі перевірили кожен болт мосту, повідомили в міській адміністрації.",
    ),
    "it": (
        "Il ponte del porto riapre dopo undici giorni",
        "Le auto hanno attraversato il ponte del porto lunedì mattina per la prima volta in undici giorni.",
        "La sindaca ha guidato lei stessa il primo autobus, con quaranta bambini della scuola dell’isola.",
        "Gli ingegneri avevano controllato due volte ogni bullone del ponte, ha detto il comune.",
    ),
    "pt": (
        "Ponte do porto reabre depois de onze dias",
        "Os carros atravessaram a ponte do porto na segunda-feira pela primeira vez em onze dias.",
        "A prefeita dirigiu ela mesma o primeiro ônibus, com quarenta crianças da escola da ilha.",
        "Os engenheiros tinham verificado duas vezes cada parafuso da ponte, informou a cidade.",
    ),
    "da": (
        "Havnebroen åbner igen efter elleve dage",
        "Mandag morgen kørte der biler over havnebroen for første gang efter elleve dages reparation.",
        "Borgmesteren kørte selv den første bus, og fyrre børn fra øens skole sad bag hende i bussen.",
        "Ingeniørerne havde set på hver eneste bolt to gange, sagde byen, og skiftet tres af dem ud.",
    ),
    "fi": (
        "Sataman silta avattiin yhdentoista päivän jälkeen",
        "Autot ajoivat maanantaina aamulla sataman sillan yli ensimmäisen kerran yhteentoista päivään taas.",
        "Pormestari ajoi itse ensimmäistä bussia, ja hänen takanaan istui neljäkymmentä lasta koulusta.",
        "Insinöörit olivat tarkistaneet sillan jokaisen pultin kaksi kertaa, kertoi kaupunki illalla.",
    ),
    "lv": (
        "Ostas tilts pēc vienpadsmit dienām atkal atvērts",
        "Pirmdienas rītā automašīnas pirmo reizi vienpadsmit dienu laikā atkal brauca pāri ostas tiltam.",
        "Mēre pati vadīja pirmo autobusu, un aiz viņas sēdēja četrdesmit bērni no salas skolas.",
        "Inženieri bija divreiz pārbaudījuši katru tilta skrūvi un nomainījuši sešdesmit no tām.",
    ),
}  # fmt: skip
MENUS = {
    "en": ("Home|News|Sport|Weather|Sign in|Search", "Share|Print", "Related stories", "About us|Contact|Privacy policy|Terms of use"),
    "de": ("Startseite|Politik|Sport|Wetter|Anmelden|Suche", "Teilen|Drucken", "Mehr zum Thema", "Über uns|Kontakt|Datenschutz|Impressum"),
    "fr": ("Accueil|Monde|Sports|Météo|Se connecter|Rechercher", "Partager|Imprimer", "À lire aussi", "Qui sommes-nous|Contact|Mentions légales|Plan du site"),
    "es": ("Inicio|Mundo|Deportes|Tiempo|Iniciar sesión|Buscar", "Compartir|Imprimir", "Noticias relacionadas", "Quiénes somos|Contacto|Aviso legal|Mapa web"),
    "ru": ("Главная|Мир|Спорт|Погода|Войти|Поиск", "Поделиться|Печать", "Читайте также", "О нас|Контакты|Реклама|Карта сайта"),
    "ar": ("الرئيسية|العالم|رياضة|الطقس|تسجيل الدخول|بحث", "شارك|طباعة", "مواضيع ذات صلة", "من نحن|اتصل بنا|سياسة الخصوصية|خريطة الموقع"),
    "hi": ("होम|देश|खेल|मौसम|लॉगिन|खोजें", "शेयर करें|प्रिंट", "यह भी पढ़ें", "हमारे बारे में|संपर्क करें|उपयोग की शर्तें|साइटमैप"),
    "zh": ("首页|国际|体育|天气|登录|搜索", "分享|打印", "相关新闻", "关于我们|联系我们|隐私政策|网站地图"),
    "ja": ("ホーム|国際|スポーツ|天気|ログイン|検索", "シェア|印刷", "関連記事", "会社概要|お問い合わせ|利用規約|サイトマップ"),
    "ko": ("홈|국제|스포츠|날씨|로그인|검색", "공유하기|인쇄", "관련기사", "회사소개|이용약관|개인정보처리방침|사이트맵"),
    "tr": ("Ana Sayfa|Dünya|Spor|Hava|Giriş yap|Ara", "Paylaş|Yazdır", "İlgili haberler", "Hakkımızda|İletişim|Künye|Site haritası"),
    "pl": ("Strona główna|Świat|Sport|Pogoda|Zaloguj się|Szukaj", "Udostępnij|Drukuj", "Czytaj także", "O nas|Kontakt|Regulamin|Polityka prywatności"),
    "id": ("Beranda|Dunia|Olahraga|Cuaca|Masuk|Cari", "Bagikan|Cetak", "Berita terkait", "Tentang kami|Kontak|Redaksi|Peta situs"),
    "fa": ("صفحه اصلی|جهان|ورزش|هوا|ورود|جستجو", "همرسانی|چاپ", "مطالب مرتبط", "درباره ما|تماس با ما|حریم خصوصی|نقشه سایت"),
    "uk": ("Головна|Світ|Спорт|Погода|Увійти|Пошук", "Поділитися|Друк", "Читайте також", "Про нас|Контакти|Реклама|Карта сайту"),
    "it": ("Home|Mondo|Sport|Meteo|Accedi|Cerca", "Condividi|Stampa", "Leggi anche", "Chi siamo|Contatti|Note legali|Privacy policy"),
    "pt": ("Início|Mundo|Esportes|Tempo|Entrar|Buscar", "Compartilhar|Imprimir", "Leia também", "Quem somos|Fale conosco|Termos de uso|Mapa do site"),
    "da": ("Forside|Verden|Sport|Vejr|Log ind|Søg", "Del|Udskriv", "Læs også", "Om os|Kontakt|Privatlivspolitik|Arkiv"),
    "fi": ("Etusivu|Maailma|Urheilu|Sää|Kirjaudu|Haku", "Jaa|Tulosta", "Lue myös", "Tietoa meistä|Yhteystiedot|Tietosuoja|Käyttöehdot"),
    "lv": ("Sākums|Pasaule|Sports|Laiks|Pieslēgties|Meklēt", "Dalīties|Drukāt", "Lasi arī", "Par mums|Kontakti|Privātuma politika|Arhīvs"),
}  # fmt: skip
DATES = {
    "en": "October 30, 2023 4:10 PM",
    "de": "30. Oktober 2023, 16:10 Uhr",
    "fr": "Publié le 30 octobre 2023 à 16h10",
    "es": "30 de octubre de 2023",
    "ru": "30 октября 2023, 16:10",
    "ar": "30 أكتوبر 2023",
    "hi": "30 अक्टूबर 2023",
    "zh": "2023年10月30日 16:10",
    "ja": "公開日：2023/10/30 16:10",
    "ko": "입력 2023.10.30 16:10",
    "tr": "30 Ekim 2023 - 16:10",
    "pl": "30 października 2023",
    "id": "30 Oktober 2023",
    "fa": "۸ آبان ۱۴۰۲",
    "uk": "30 жовтня 2023",
    "it": "Pubblicato il 30 ottobre 2023",
    "pt": "30 de outubro de 2023",
    "da": "30. oktober 2023",
    "fi": "30.10.2023 16:10",
    "lv": "30.10.2023 16:10",
}

MENU = """Skip to main content

  • Home
  • Sign in
  • Search

"""
"""What a text browser writes above a page."""
HEADLINE = """The Harbour Bridge Opens Again

March 5, 2024
Share
"""
