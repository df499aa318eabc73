"""The words of a page's furniture, in the languages of news: what the links, buttons and headings say.

Each row is one language's phrases of one sort, parted by "|", lower case, as `fold` leaves them.
A phrase is a whole line, a line's first words where it ends in "*", or stands anywhere in a
line where it begins with "*" too. A new language is a row in each table.
"""

from typing import Final

CHROME: Final = {
    "en": "home|homepage|home page|menu|main menu|open menu|close menu|main navigation|toggle navigation|open main navigation"
    "|navigation|search|search *|log in|login|log out|logout|sign in|sign in *|sign up|sign up *|my account|register|account|log in *"
    "|subscribe|subscribe *|subscribe now|subscription|subscriptions|newsletter|newsletters|donate|donate now|support us|about|about us|about *us|contact"
    "|contact us|contact *us|contact the *|help|faq|faqs|help & faqs|careers|jobs|work with us|advertise|advertise with us|advertising"
    "|terms|terms of use|terms of service|terms and conditions|terms & conditions|privacy|privacy policy|privacy notice*"
    "|privacy statement|cookie policy|cookie settings|cookies|cookie notice|cookie preferences|accessibility|accessibility help"
    "|sitemap|site map|site index|rss|rss feed|rss feeds|feedback|corrections|back to top|back to *|go to top|top of page|top"
    "|close|open|next|previous|prev|next page|previous page|next article|previous article|read next|dark mode|settings|skip to *"
    "|jump to *|skip navigation|skip *links|accessibility links|skip|loading*|please wait*|show more|load more|view more|see more|more"
    "|see all|view all|all topics|footer menu|site footer|sections|all sections|explore by|learn more|get the app|download our app"
    "|download the app|mobile apps|apps|our apps|e-paper|epaper|podcasts|archive|archives|edition|change language|languages"
    "|other languages|do not sell*|do not share*|editorial guidelines|parental guidance|social media links|social links"
    "|toggle *|expand *|collapse *|open *menu|close *menu|accept|accept all|accept all cookies|reject all|manage cookies|manage preferences|sort by"
    "|live|watch live|listen live|live tv|full schedule|all programs|no live streaming*|schedule|site search|text size|follow us|follow *on|follow us *|follow"
    "|set preferred source|add as preferred*|get news alerts|on your mobile|our team|media kit|terms of *|code of ethics"
    "|*opens in a new window|*opens in new window|*opens in new tab|print options|link has been copied*|* has been copied to *clipboard|* copied to clipboard",
    "de": "startseite|menü|hauptmenü|menü öffnen|menü schließen|navigation|seitennavigation|suche|suchen|anmelden|abmelden|einloggen|registrieren"
    "|mein konto|abo|abonnieren|abonnement|jetzt abonnieren|newsletter|spenden|über uns|kontakt|hilfe|karriere|werbung|mediadaten"
    "|agb|nutzungsbedingungen|datenschutz|datenschutz*|datenschutzerklärung|impressum|cookie-einstellungen|cookie-policy|barrierefreiheit"
    "|sitemap|nach oben|zum seitenanfang|schließen|weiter|zurück|nächster artikel|vorheriger artikel|zum inhalt*|direkt zum *|zur navigation*"
    "|navigation überspringen|zum hauptinhalt*|zur suche*|wird geladen*|bitte warten*|mehr laden|mehr anzeigen|alle anzeigen|sehen sie mehr|e-paper|archiv"
    "|dunkelmodus|farbschema|live|livestream|folgen sie uns*|folgen|einstellungen|öffnet in einem neuen fenster|*öffnet in einem neuen fenster"
    "|alle akzeptieren|akzeptieren|ablehnen|jobs|leserservice|kündigen|abo kündigen|verträge hier kündigen",
    "fr": "accueil|menu|menu principal|ouvrir le menu|fermer le menu|navigation|rechercher|recherche|se connecter|connexion|déconnexion|mon compte"
    "|s'inscrire|inscription|s'abonner|abonnez-vous|je m'abonne|abonnement|newsletter|newsletters|faire un don|à propos|qui sommes-nous|contact"
    "|contactez-nous|nous contacter|aide|aide faq|recrutement|publicité|mentions légales|conditions générales*|cgu|cgv|confidentialité"
    "|politique de confidentialité|gestion des cookies|cookies|accessibilité|plan du site|flux rss|fils rss|haut de page|retour en haut|fermer"
    "|suivant|précédent|article suivant|article précédent|aller au *|aller à *|accéder au *|passer au *|liens d'accessibilité|chargement*"
    "|veuillez patienter*|voir plus|afficher plus|en savoir plus|tout voir|archives|mode sombre|direct|en direct|suivez-nous*|tout accepter"
    "|accepter|refuser|continuer sans accepter|charte*|ajouter à vos sélections|offrir cet article|journal du jour|retour à la une|nous suivre|applications mobiles",
    "es": "inicio|portada|menú|menú principal|abrir menú|cerrar menú|navegación|buscar|iniciar sesión|inicia sesión|acceder|registrarse|regístrate|cerrar sesión"
    "|mi cuenta|suscribirse|suscríbete|suscripción|boletines|boletín|newsletter|newsletters|donar|acerca de|quiénes somos|sobre nosotros|contacto"
    "|contáctanos|contactar|ayuda|empleo|publicidad|aviso legal|términos*|condiciones*|privacidad|política de *|cookies|configurar cookies"
    "|accesibilidad|mapa web|mapa del sitio|rss|volver arriba|cerrar|siguiente|anterior|ir al *|saltar al *|enlaces de accesibilidad|cargando*"
    "|espere por favor|ver más|mostrar más|ver todo|leer más|hemeroteca|modo oscuro|en vivo|en directo|síguenos*|aceptar|aceptar todo|rechazar|saltar *|ir a *",
    "pt": "início|página inicial|menu|menu principal|abrir menu|fechar menu|navegação|buscar|pesquisar|pesquisa|entrar|iniciar sessão|sair|cadastre-se"
    "|registar|minha conta|assine|assinar|assine já|assinatura|newsletter|newsletters|doar|sobre|sobre nós|quem somos|contato|contacto|fale conosco"
    "|ajuda|trabalhe conosco|anuncie|publicidade|termos de uso|termos*|privacidade|política de *|cookies|acessibilidade|mapa do site|rss"
    "|voltar ao topo|topo|fechar|próximo|anterior|próxima|ir para *|pular para *|saltar para *|carregando*|aguarde*|ver mais|mostrar mais|leia mais"
    "|ver tudo|arquivo|modo escuro|ao vivo|em direto|siga-nos*|siga *|aceitar|aceitar todos|rejeitar|expediente",
    "it": "home|pagina iniziale|menu|menù|apri menu|chiudi menu|navigazione|cerca|ricerca|accedi|login|registrati|esci|il mio account|abbonati|abbonamento"
    "|abbonamenti|newsletter|dona|chi siamo|contatti|contattaci|aiuto|lavora con noi|pubblicità|note legali|termini*|condizioni*|privacy"
    "|privacy policy|informativa*|cookie|cookie policy|preferenze cookie|accessibilità|mappa del sito|rss|torna su|torna all'inizio|chiudi|successivo|precedente"
    "|vai al *|vai alla *|salta al *|caricamento*|attendere*|mostra altro|carica altro|vedi tutti|leggi tutto|archivio|diretta|seguici*|accetta|accetta tutti|rifiuta|redazione",
    "nl": "home|menu|hoofdmenu|zoeken|inloggen|aanmelden|registreren|mijn account|abonneren|abonnement|nieuwsbrief|nieuwsbrieven|over ons|contact|hulp"
    "|vacatures|adverteren|algemene voorwaarden|gebruiksvoorwaarden|privacy|privacybeleid|cookies|cookiebeleid|toegankelijkheid|sitemap|naar boven"
    "|sluiten|volgende|vorige|ga naar *|naar de inhoud|laden*|meer laden|toon meer|lees meer|live|volg ons*|accepteren|alles accepteren|colofon",
    "ru": "главная|главная страница|на главную|меню|навигация|поиск|искать|найти|войти|вход|выйти|выход|регистрация|личный кабинет|подписка|подписаться"
    "|подпишитесь|подписаться *|рассылка|рассылки|о нас|о проекте|о компании|о редакции|контакты|обратная связь|помощь|вакансии|реклама|рекламодателям|редакция|правила*"
    "|условия использования*|пользовательское соглашение|политика конфиденциальности|конфиденциальность|политика *|карта сайта|наверх|вверх|закрыть"
    "|далее|назад|вперед|вперёд|следующая|предыдущая|следующая статья|предыдущая статья|перейти к *|перейти на *|загрузка*|пожалуйста подождите*|показать еще|показать ещё|загрузить еще|загрузить ещё"
    "|еще|ещё|все новости|архив|темная тема|прямой эфир|эфир|мы в соцсетях|принять|принять все|настройки|линки доступности|ссылки для *|открыть меню|закрыть меню|версия для печати",
    "uk": "головна|на головну|меню|навігація|пошук|шукати|увійти|вхід|вийти|реєстрація|підписка|підписатися|підпишіться|розсилка|про нас|про проєкт"
    "|контакти|зв'язатися*|допомога|вакансії|реклама|рекламодавцям|редакція|правила*|умови використання|політика конфіденційності|конфіденційність|карта сайту|нагору|догори"
    "|закрити|далі|назад|вперед|наступна|попередня|перейти до *|завантаження*|зачекайте*|показати ще|більше|усі новини|всі новини|архів|наживо|прямий ефір"
    "|стежте за нами*|прийняти|прийняти все|налаштування|лінки доступності",
    "pl": "strona główna|menu|nawigacja|szukaj|wyszukaj|zaloguj|zaloguj się|wyloguj|zarejestruj się|rejestracja|moje konto|subskrybuj|prenumerata|newsletter"
    "|o nas|kontakt|pomoc|praca|kariera|reklama|regulamin|polityka prywatności|prywatność|ustawienia prywatności|cookies|dostępność|mapa strony|rss|do góry"
    "|zamknij|następny|poprzedni|następna|poprzednia|przejdź do *|ładowanie*|proszę czekać*|pokaż więcej|zobacz więcej|więcej|archiwum|na żywo"
    "|obserwuj nas|akceptuję|zaakceptuj wszystko|redakcja|wesprzyj nas",
    "tr": "ana sayfa|anasayfa|menü|menu|ara|arama|giriş|giriş yap|oturum aç|çıkış|kayıt ol|üye ol|hesabım|abone ol|bülten|e-bülten|bültenler|hakkımızda"
    "|kurumsal|iletişim|bize ulaşın|yardım|kariyer|reklam|künye|kullanım koşulları|gizlilik|gizlilik politikası|gizlilik *|çerez politikası|çerezler|kvkk*"
    "|erişilebilirlik|site haritası|rss|yukarı|yukarı çık|kapat|sonraki|önceki|içeriğe geç|ana içeriğe *|yükleniyor*|lütfen bekleyin*|daha fazla|daha fazla göster"
    "|devamı|tümü|tüm haberler|arşiv|canlı|canlı yayın|bizi takip edin*|takip et|kabul et|tümünü kabul et|ayarlar|erişilebilirlik linkleri",
    "ar": "الرئيسية|الصفحة الرئيسية|القائمة|القائمة الرئيسية|بحث|ابحث|البحث|تسجيل الدخول|دخول|تسجيل|حسابي|اشترك|إشترك|اشترك *|اشترك الآن|النشرة البريدية|النشرات البريدية"
    "|من نحن|عن *|عنا|حول|اتصل بنا|تواصل معنا|اتصلوا بنا|مساعدة|المساعدة|وظائف|أعلن معنا|اعلن معنا|الشروط والأحكام|الشروط والاحكام|شروط الاستخدام|شروط الخدمة|سياسة الخصوصية|الخصوصية"
    "|سياسة *|ملفات تعريف الارتباط|خريطة الموقع|العودة للأعلى|إلى الأعلى|أعلى الصفحة|إغلاق|اغلاق|التالي|السابق|انتقل إلى *|اذهب إلى *|تخطى إلى *|تخطي إلى *|روابط الوصول*|روابط ذات *"
    "|تحميل*|جاري التحميل*|الرجاء الانتظار*|المزيد|عرض المزيد|الأرشيف|الارشيف|البث المباشر|بث مباشر|مباشر|تابعنا*|تابعونا*|موافق|قبول|قبول الكل|الإعدادات|الاشعارات|الجدول|لغات أخرى",
    "fa": "صفحه اصلی|صفحه نخست|خانه|منو|فهرست|جستجو|ورود|ثبت نام|عضویت|خروج|حساب من|اشتراک|خبرنامه|درباره ما|در باره ما|در بارۀ ما|دربارهٔ ما|تماس با ما|ارتباط با ما"
    "|کمک|راهنما|تبلیغات|قوانین*|شرایط استفاده|حریم خصوصی|محرمیت شما|نقشه سایت|پیوندها|بازگشت به بالا|بستن|بعد|قبل|بعدی|قبلی|لینک های *|لینکهای *|لینک‌های *|به محتوای *|به منوی *"
    "|به صفحه *|به کاوشگر *|به جستجو*|بارگذاری*|لطفا صبر کنید*|بیشتر|نمایش بیشتر|آرشیو|زنده|پخش زنده|ما را دنبال کنید|دنبال کنید|زبانها|زبان ها|دیگر زبان ها|زبان های دیگر|تنظیمات|فسخ چاپ|گزینه های چاپ|معلومات",
    "ur": "صفحۂ اول|مرکزی صفحہ|مینیو|تلاش|تلاش کریں|لاگ ان|رجسٹر|ہمارے بارے میں|رابطہ|ہم سے رابطہ|رابطہ کریں|شرائط*|پرائیویسی*|بند کریں|اگلا|پچھلا|مزید|براہ راست|لائیو|ہمیں فالو کریں|رسائی کے لنکس|*پر جائیں|سبسکرائب کریں",
    "hi": "होम|मुख्य पृष्ठ|मुखपृष्ठ|मेन्यू|मेनू|खोजें|खोज|सर्च|लॉगिन|लॉग इन|लॉग आउट|साइन इन|रजिस्टर|सब्सक्राइब|सब्सक्राइब करें|सदस्यता लें|न्यूज़लेटर|हमारे बारे में|संपर्क|संपर्क करें"
    "|हमसे संपर्क करें|मदद|सहायता|करियर|विज्ञापन दें|नियम*|उपयोग की शर्तें|शर्तें*|गोपनीयता*|प्राइवेसी*|कुकी*|साइटमैप|ऊपर जाएं|बंद करें|अगला|पिछला|अगली खबर|पिछली खबर|*पर जाएं|लोड*"
    "|कृपया प्रतीक्षा*|और देखें|और पढ़ें|सभी देखें|आर्काइव|लाइव|लाइव टीवी|हमें फॉलो करें|फॉलो करें|ऐप डाउनलोड करें|ई-पेपर|स्वीकार करें|एप डाउनलोड*|ऐप *",
    "bn": "হোম|প্রচ্ছদ|মেনু|খুঁজুন|অনুসন্ধান|লগইন|লগ ইন|নিবন্ধন|আমাদের সম্পর্কে|যোগাযোগ|বিজ্ঞাপন|শর্তাবলি|গোপনীয়তা*|আরও|আরও দেখুন|সরাসরি|ই-পেপার",
    "zh": "首页|主页|菜单|导航|搜索|登录|登入|注册|退出|我的账户|订阅|关于我们|关于*|联系我们|帮助|帮助中心|招聘|加入我们|广告|广告服务|广告合作|法律声明|使用条款|服务条款|隐私政策|隐私|隐私声明"
    "|网站地图|网站声明|网站律师|信息保护|返回顶部|返回首页|回到顶部|顶部|关闭|下一页|上一页|下一篇|上一篇|跳转到*|跳到*|跳至*|加载中*|请稍候*|更多|查看更多|展开|收起|往期回顾|存档|直播|关注我们|接受|全部接受|客户端|客户端下载|手机版"
    "|无障碍|设为首页|加入收藏|首頁|選單|搜尋|登錄|註冊|訂閱|關於我們|聯絡我們|聯繫我們|幫助|廣告|使用條款|服務條款|隱私政策|私隱政策|網站地圖|返回頂部|關閉|下一頁|上一頁|更多新聞|直達*|無障礙連結|跳到主要內容|呼叫热线|服务邮箱|信息网络传播*|网络文化经营*|京公网*|京icp*|增值电信*|广播电视节目*",
    "ja": "ホーム|トップ|トップページ|メニュー|検索|ログイン|ログアウト|会員登録|新規登録|マイページ|購読|購読申込み|定期購読*|定期購読申込み|ニュースレター|メルマガ|会社概要|会社案内|運営会社|お問い合わせ|よくある質問*|ヘルプ"
    "|採用情報|広告掲載*|広告について|利用規約|プライバシーポリシー|個人情報|個人情報*|著作権|著作権について|クッキー*|サイトマップ|サイトポリシー|ページトップへ|ページの先頭へ|トップへ戻る|トップへ|閉じる|次へ|前へ|次のページ*|前のページ*|次ページ*|前ページ*"
    "|次の記事|前の記事|本文へ*|メインコンテンツ*|コンテンツへ*|読み込み中*|お待ちください|もっと見る|一覧を見る|一覧|続きを読む|この記事の画像を見る*|アーカイブ|ライブ|フォローする|フォロー|同意する|有料会員登録|リンク|紙面|電子版",
    "ko": "사업자명|사업자번호|인터넷신문등록번호|등록일|등록일자|발행일|발행일자|발행인|편집인|발행·편집인|대표자명|통신판매업신고번호|통신판매신고번호|고충처리인|패밀리사이트|family site|제호|뒤로가기|*사이트맵|*선호 출처로 추가|홈|메인|메뉴|전체메뉴|전체 메뉴|검색|로그인|로그아웃|회원가입|마이페이지|구독|구독하기|구독신청|구독 신청|뉴스레터|회사소개|기자소개|문의하기|고객센터|채용|광고문의|광고안내|광고 문의|제휴문의|제휴안내|이용약관|개인정보처리방침"
    "|개인정보취급방침|개인정보 처리방침|청소년보호정책|저작권규약|저작권 규약|저작권보호정책|이메일무단수집거부|사이트맵|맨위로|위로|위로가기|닫기|다음|이전|다음기사|이전기사|다음 기사|이전 기사|본문으로*|본문 바로가기|본문바로가기|메뉴 바로가기|주메뉴*|로딩*|더보기"
    "|전체보기|기사보기|라이브|팔로우|동의|지면보기|초판보기|pdf보기|불편신고|고충처리|윤리강령|기사제보|제보하기|편집규약|글자크기*|글자 크기*|폰트*|기사저장|기사 저장",
    "id": "beranda|menu|navigasi|cari|pencarian|masuk|keluar|daftar|akun saya|berlangganan|langganan|buletin|tentang kami|tentang|kontak|hubungi kami|bantuan"
    "|karier|karir|iklan|info iklan|pasang iklan|syarat*|ketentuan*|kebijakan*|privasi|pedoman*|peta situs|rss|kembali ke atas|ke atas|tutup|selanjutnya|berikutnya"
    "|sebelumnya|langsung ke *|loncat ke *|lewati ke *|memuat*|mohon tunggu*|lihat semua|selengkapnya|lainnya|muat lainnya|arsip|siaran langsung|ikuti kami*|terima|setuju|redaksi|disclaimer|karir",
    "vi": "trang chủ|menu|tìm kiếm|đăng nhập|đăng ký|đăng xuất|giới thiệu|liên hệ|quảng cáo|điều khoản*|chính sách*|lên đầu trang|đóng|tiếp theo|trước|xem thêm|xem tất cả|trực tiếp|theo dõi*|đường dẫn truy cập|tới *|bỏ qua *",
    "sv": "hem|start|meny|sök|logga in|logga ut|prenumerera|nyhetsbrev|om oss|kontakt|kontakta oss|hjälp|annonsera|villkor|integritetspolicy|kakor|om cookies|till toppen|stäng|nästa|föregående|hoppa till *|till innehållet|visa mer|läs mer|följ oss*|tillgänglighet",
    "cs": "domů|úvod|hlavní stránka|menu|hledat|vyhledat|přihlásit|přihlásit se|odhlásit|registrace|předplatné|o nás|kontakt|kontakty|inzerce|reklama|podmínky*|ochrana *|nahoru|zavřít|další|předchozí|přeskočit na *|přejít na *|zobrazit více|více|živě|sledujte nás",
    "ro": "acasă|meniu|caută|căutare|autentificare|abonare|abonează-te|despre noi|contact|publicitate|termeni*|politica *|confidențialitate|sus|închide|următorul|anterior|mai mult|vezi mai mult|arhivă|urmărește-ne*",
    "el": "αρχική|μενού|αναζήτηση|σύνδεση|εγγραφή|επικοινωνία|σχετικά με εμάς|όροι χρήσης|πολιτική απορρήτου|διαφήμιση|κλείσιμο|επόμενο|προηγούμενο|περισσότερα|ακολουθήστε μας*|μετάβαση *",
    "he": "דף הבית|ראשי|תפריט|חיפוש|התחברות|כניסה|הרשמה|מנוי|אודות|צור קשר|צרו קשר|תנאי שימוש|מדיניות פרטיות|פרסמו אצלנו|סגור|הבא|הקודם|עוד|שידור חי|עקבו אחרינו|דלג *|נגישות",
    "lv": "sākums|sākumlapa|izvēlne|meklēt|meklēšana|pieslēgties|reģistrēties|abonēt|kontakti|par mums|reklāma|lietošanas noteikumi|privātuma politika|sīkdatņu politika|aizvērt|vairāk|arhīvs|tiešraide|skatīt visus",
    "lt": "pradžia|pagrindinis|meniu|paieška|ieškoti|prisijungti|registruotis|prenumerata|prenumeruoti|kontaktai|apie mus|reklama|naudojimosi taisyklės|privatumo politika|slapukų politika|uždaryti|daugiau|archyvas|tiesiogiai",
    "et": "avaleht|esileht|menüü|otsi|otsing|logi sisse|registreeru|telli|uudiskiri|kontakt|meist|reklaam|kasutustingimused|privaatsuspoliitika|küpsised|sulge|rohkem|arhiiv|otse",
    "sk": "domov|titulka|menu|hľadať|vyhľadávanie|prihlásiť sa|prihlásenie|registrácia|predplatné|kontakt|kontakty|o nás|inzercia|reklama|podmienky*|ochrana osobných údajov|zavrieť|viac|archív|naživo",
    "th": "หน้าแรก|หน้าหลัก|เมนู|ค้นหา|เข้าสู่ระบบ|สมัครสมาชิก|ติดต่อเรา|เกี่ยวกับเรา|โฆษณา|นโยบายความเป็นส่วนตัว|ข้อกำหนดการใช้งาน|ปิด|ดูทั้งหมด|ดูเพิ่มเติม|ถ่ายทอดสด|แผนผังเว็บ",
    "my": "ပင်မစာမျက်နှာ|ရှာဖွေ|မီနူး|ဆက်သွယ်ရန်|ပိတ်",
    "km": "ទំព័រដើម|ម៉ឺនុយ|ស្វែងរក|ទំនាក់ទំនង|អំពីយើង|បិទ",
    "lo": "ໜ້າຫຼັກ|ເມນູ|ຄົ້ນຫາ|ຕິດຕໍ່|ກ່ຽວກັບພວກເຮົາ|ປິດ",
    "da": "forside|menu|søg|log ind|log ud|abonner|abonnement|nyhedsbrev|nyhedsbreve|om os|kontakt|kontakt os|annoncer|annoncering|privatlivspolitik|cookiepolitik|cookies|luk|vis mere|se alle|arkiv|gå til indhold|til toppen",
    "no": "hjem|forside|meny|søk|logg inn|logg ut|abonner|bli abonnent|nyhetsbrev|om oss|kontakt|kontakt oss|annonser|annonsere|personvern|personvernerklæring|informasjonskapsler|lukk|vis mer|se alle|arkiv|hopp til *|gå til innhold|til toppen",
    "fi": "etusivu|valikko|haku|hae|kirjaudu|kirjaudu sisään|kirjaudu ulos|tilaa|uutiskirje|tietoa meistä|yhteystiedot|ota yhteyttä|mainosta|mediatiedot|käyttöehdot|tietosuoja|tietosuojaseloste|evästeet|sulje|näytä lisää|näytä kaikki|arkisto|siirry sisältöön|takaisin ylös",
    "hu": "címlap|főoldal|kezdőlap|menü|keresés|belépés|bejelentkezés|kijelentkezés|regisztráció|előfizetés|feliratkozás|hírlevél|rólunk|kapcsolat|impresszum|médiaajánlat|hirdetés|felhasználási feltételek|adatvédelem|adatvédelmi tájékoztató|sütik|bezárás|archívum|ugrás a *",
    "bg": "начало|меню|търсене|вход|изход|регистрация|абонамент|абонирай се|за нас|контакти|реклама|общи условия|поверителност|политика за поверителност|бисквитки|затвори|виж всички|архив|на живо|към съдържанието",
    "sr": "početna|naslovna|meni|pretraga|prijava|prijavi se|registracija|registruj se|pretplata|o nama|kontakt|impresum|marketing|uslovi korišćenja|politika privatnosti|kolačići|zatvori|arhiva|uživo|prikaži više|почетна|насловна|мени|претрага|пријава|регистрација|претплата|о нама|контакт|маркетинг|услови коришћења|политика приватности|колачићи|затвори|архива|уживо",
    "hr": "naslovnica|izbornik|pretraži|traži|prijavi se|registriraj se|pretplata|o nama|kontakt|impressum|oglašavanje|uvjeti korištenja|politika privatnosti|kolačići|zatvori|arhiva|uživo|prikaži više|prikaži sve",
    "ka": "მთავარი|მენიუ|ძებნა|შესვლა|რეგისტრაცია|ჩვენ შესახებ|კონტაქტი|დახურვა",
    "hy": "գլխավոր|մենյու|որոնում|մուտք|մեր մասին|կապ|փակել",
    "az": "ana səhifə|menyu|axtar|axtarış|giriş|qeydiyyat|haqqımızda|əlaqə|reklam|bağla|arxiv|canlı",
    "kk": "басты бет|мәзір|іздеу|кіру|тіркелу|біз туралы|байланыс|жабу",
    "sw": "mwanzo|menyu|tafuta|ingia|kuhusu sisi|wasiliana nasi|funga",
}  # fmt: skip

SHARE: Final = {
    "en": "share|shares|share *this|share this *|share on *|share via *|share with *|share by *|share to *|share article|share story|share options|tweet|tweet this|post|pin it|pin|copy link|copy this link|copy url|copy"
    "|direct link|embed|embed share|email|e-mail|email this*|print|print this*|print article|print page|save|save article|save for later|save story|bookmark|add bookmark|add to *list|comments|comment|leave a comment|leave a comment *"
    "|view comments|read comments|see comments|show comments|post a comment|add a comment|join the conversation|join the discussion|gift article|gift this article|listen|listen to this *|listen to article|play audio|save share|share save"
    "|share full article|about sharing|read more about sharing|these are external links*|close share panel|report an error|report a typo|follow *author|pop-out player|pop out player|download|download *audio|download mp3"
    "|share close|facebook|twitter|x|whatsapp|messenger|linkedin|pinterest|telegram|reddit|instagram|youtube|tiktok|threads|bluesky|mastodon|flipboard|tumblr|viber|line|wechat|weibo|vk|ok|fb|xing|pocket|snapchat|google news|google +"
    "|google plus|fb-messenger|facebook messenger|stumbleupon|digg|kakao|naver|rss feed|web share|a a|a- a+|aa|font size*|text size*|a a a|google play|app store|sms|mail|copy page link|click here to share*|reprints|more sharing*",
    "de": "teilen|teilen *|artikel teilen|weitersagen|twittern|drucken|merken|speichern|link kopieren|kommentare|kommentieren|kommentar schreiben|zu den kommentaren|kommentare anzeigen|diskussion anzeigen|kommentare schließen|vorlesen|artikel anhören|anhören|per e-mail*|e-mail|artikel drucken|auf facebook*|mailen|herunterladen|whatsapp teilen",
    "fr": "partager|partager *|partage|tweeter|imprimer|enregistrer|sauvegarder|copier le lien|commentaires|commenter|réagir|voir les commentaires|lire les commentaires|écouter|écouter l'article|envoyer par *|télécharger|envoyer|lire plus tard|offrir",
    "es": "compartir|compartir *|comparte|tuitear|imprimir|guardar|copiar enlace|copiar el enlace|comentarios|comentar|ver comentarios|escuchar|enviar por *|descargar|enviar|código copiado*|comenta|comparte esta *|escuchar el artículo|escuchar artículo|escucha este artículo|escuchar la noticia",
    "pt": "compartilhar|compartilhe|compartilhe *|compartilhar *|partilhar|partilhar *|tuitar|imprimir|salvar|guardar|copiar link|comentários|comentar|ver comentários|ouvir|enviar por *|baixar|ouça *|copiar o link|ouvir o artigo|ouvir artigo|ouça este artigo|ouça este conteúdo|ouvir notícia",
    "it": "condividi|condividi *|condivisioni|twitta|stampa|salva|copia link|copia il link|commenti|commenta|leggi i commenti|ascolta|ascolta l'articolo|invia|scarica|inviare|regala|ascolta l'articolo|ascolta questo articolo",
    "nl": "delen|deel|deel *|tweeten|afdrukken|opslaan|bewaren|kopieer link|reacties|reageer|reageren|luister|downloaden|luister naar dit artikel|beluister dit artikel|luister naar het artikel",
    "ru": "поделиться|поделиться *|поделитесь|твитнуть|печать|распечатать|сохранить|скопировать ссылку|копировать ссылку|комментарии|комментировать|комментарий|оставить комментарий|слушать|прослушать|скачать|отправить|вконтакте|одноклассники|телеграм|в закладки|ссылка скопирована*|слушать статью|прослушать статью|слушать новость|слушать материал",
    "uk": "поділитися|поділитися *|поширити|твітнути|друк|друкувати|роздрукувати|зберегти|скопіювати посилання|коментарі|коментувати|прокоментувати|слухати|завантажити|надіслати|телеграм|посилання скопійовано*|слухати статтю|прослухати статтю|слухати новину",
    "pl": "udostępnij|udostępnij *|podziel się|podziel się *|drukuj|zapisz|kopiuj link|skopiuj link|komentarze|skomentuj|komentuj|posłuchaj|pobierz|wyślij|tweetnij|posłuchaj artykułu|posłuchaj tego artykułu",
    "tr": "paylaş|paylaşın|paylaş *|tweetle|yazdır|kaydet|bağlantıyı kopyala|linki kopyala|yorumlar|yorum yap|yorum yaz|dinle|haberi dinle|indir|gönder|e-posta|*paylaş|kopyala",
    "ar": "شارك|شاركها|شارك *|مشاركة|مشاركة *|غرد|طباعة|اطبع|حفظ|احفظ|نسخ الرابط|انسخ الرابط|تعليقات|التعليقات|علق|أضف تعليق|أضف تعليقا|استمع|تحميل|أرسل|واتساب|واتس اب|فيسبوك|تويتر|تلغرام|تيليجرام|بريد إلكتروني|مشاهدات عالية|تم النسخ|إرسال|ارسال|انستغرام|يوتيوب|شارك هذا*|استمع إلى المقال|استمع الى المقال|استمع للمقال|استمع إلى الخبر",
    "fa": "اشتراک گذاری|*شریک کنید|*به اشتراک بگذارید|اشتراک *|به اشتراک بگذارید|شریک سازید|هم رسانی|همرسانی|بازنشر|چاپ|ذخیره|کپی لینک|نظرات|نظریات|نظر بدهید|نظریات را ببینید|گوش کنید|شنیدن|دانلود|ارسال|واتساپ|فیسبوک|فیس بوک|توییتر|تلگرام|تویتر|ایمیل|لینک کاپی شد|دریافت|به این مقاله گوش دهید|به این خبر گوش دهید|شنیدن خبر",
    "ur": "شیئر|شیئر کریں|شیئر *|پرنٹ|محفوظ کریں|لنک کاپی*|تبصرے|تبصرہ کریں|سنیے|فیس بک|ٹوئٹر|واٹس ایپ",
    "hi": "शेयर|शेयर करें|शेयर *|साझा करें|ट्वीट|ट्वीट करें|प्रिंट|सेव|सेव करें|लिंक कॉपी करें|कॉपी लिंक|टिप्पणियां|टिप्पणी|टिप्पणी करें|कमेंट|कमेंट करें|सुनें|डाउनलोड|भेजें|फेसबुक|ट्विटर|व्हाट्सएप|टेलीग्राम|इंस्टाग्राम|यूट्यूब|कमेंट्स|ऑडियो सुनें|खबर सुनें|लेख सुनें|खबर सुनें|ख़बर सुनें",
    "bn": "শেয়ার|শেয়ার করুন|প্রিন্ট|মন্তব্য|মন্তব্য করুন|ফেসবুক|টুইটার|লিংক কপি*|ডাউনলোড",
    "zh": "分享|分享到*|分享至*|转发|打印|打印本页|收藏|复制链接|评论|发表评论|我要评论|查看评论|收听|朗读|下载|微博|微信|朋友圈|点赞|字号*|字体*|大字|分享讓更多人看到|分享让更多人看到|分享到微信*|纠错|手机看|网友评论|人民网|扫一扫*|微信扫一扫*|轉發|列印|複製連結|評論|留言|下載|臉書|推特|微信好友|分享本文|收听本文|收听文章|听新闻",
    "ja": "シェア|シェアする|シェア *|ツイート|ツイートする|ポスト|ポストする|印刷|印刷する|保存|保存する|リンクをコピー|urlをコピー|コメント|コメントする|コメントを見る|コメントを書く|聞く|音声で聞く|ダウンロード|メール|メールで送る|ブックマーク|ブックマークする|はてなブックマーク|はてブ|いいね|フェイスブック|文字サイズ*|クリップ|スクラップ|noteで書く|lineで送る|送る|この記事を聴く|記事を聴く|音声で聴く",
    "ko": "공유|공유하기|공유 *|트윗|인쇄|인쇄하기|프린트|저장|저장하기|스크랩|스크랩하기|링크복사|링크 복사|url복사|url 복사|url복사하기|댓글|댓글쓰기|댓글 쓰기|댓글보기|의견쓰기|듣기|음성으로 듣기|기사듣기|기사 듣기|다운로드|페이스북|트위터|카카오톡|카카오스토리|카카오|네이버|네이버블로그|네이버밴드|네이버 밴드|밴드|이메일|좋아요|좋아요*|슬퍼요*|화나요*|후속기사*|추천해요*|메일보내기|폰트 크기*|북마크|본문 글씨*|본문 글자*|기사 공유하기|글씨크기*|글씨 크기*|기사스크랩하기|번역*|요약보기|이 기사를 공유합니다",
    "id": "bagikan|bagikan *|sebarkan|cetak|simpan|salin tautan|salin link|komentar|tulis komentar|kirim komentar|beri komentar|dengarkan|unduh|kirim|tautan disalin*|share *",
    "vi": "chia sẻ|chia sẻ *|in|in bài|lưu|lưu bài|sao chép*|bình luận|viết bình luận|nghe|tải|gửi|xem bình luận",
    "sv": "dela|dela *|tipsa|skriv ut|spara|kopiera länk|kommentarer|kommentera|lyssna|ladda ner",
    "cs": "sdílet|sdílet *|tisk|vytisknout|uložit|kopírovat odkaz|diskuse|diskuze|komentáře|poslechnout|stáhnout",
    "ro": "distribuie|distribuie *|trimite|tipărește|salvează|comentarii|comentează|ascultă|descarcă",
    "el": "κοινοποίηση|κοινοποίηση *|εκτύπωση|αποθήκευση|αντιγραφή*|σχόλια|ακούστε",
    "he": "שתף|שתפו|שיתוף|הדפסה|הדפס|שמור|העתק קישור|תגובות|הוסף תגובה|האזינו",
    "lv": "dalīties|kopēt saiti|drukāt|komentāri|ieteikt|iesaki šo rakstu|ziņot par kļūdu|kļūda rakstā",
    "lt": "dalintis|pasidalinti|kopijuoti nuorodą|spausdinti|komentarai|komentuoti",
    "et": "jaga|jaga artiklit|kopeeri link|prindi|kommentaarid|kommenteeri",
    "sk": "zdieľať|zdieľať článok|kopírovať odkaz|tlačiť|diskusia",
    "th": "แชร์|แชร์ข่าวนี้|คัดลอกลิงก์|พิมพ์|แสดงความคิดเห็น|ความคิดเห็น",
    "my": "ဝေမျှပါ|ဒီသတင်းကို ဝေမျှပါ*|အီးမေးလ်",
    "da": "del|del artikel|del artiklen|kopier link|print|udskriv|kommentarer|kommenter|gem artikel",
    "no": "del|del artikkelen|del saken|kopier lenke|skriv ut|kommentarer|kommenter",
    "fi": "jaa|jaa artikkeli|kopioi linkki|tulosta|kommentit|kommentoi|tallenna artikkeli",
    "hu": "megosztás|megosztom|link másolása|nyomtatás|hozzászólások|kommentek",
    "bg": "сподели|споделете|копирай линка|печат|коментари|коментирай",
    "sr": "podeli|kopiraj link|štampaj|komentari|подели|копирај линк|штампај|коментари",
    "hr": "podijeli|podijelite|kopiraj poveznicu|ispiši|komentari",
    "ka": "გაზიარება|გააზიარე|კომენტარები",
    "hy": "կիսվել|տպել|մեկնաբանություններ",
    "az": "paylaş|linki kopyala|çap et|şərhlər",
    "kk": "бөлісу|басып шығару|пікірлер",
    "sw": "shiriki|changia|maoni",
}  # fmt: skip

END: Final = {
    "en": "dw recommends|related|related *|more on this *|more on *|more from *|more about *|more stories|more news|more articles|more headlines|you may also *|you might also *|you may have missed|you might like|recommended|recommended *|recommendations|most read|most read *|most popular|most popular *|most viewed"
    "|most watched|most shared|most commented|popular|popular *|trending|trending *|trending now|latest|latest news|latest stories|latest headlines|latest articles|latest from *|the latest|top stories|top news|top headlines|editors' picks|editor's picks|editor's pick|our picks|don't miss|must read|must reads|in case you missed it|what to read next|read more|read more stories|read also|also read|read next|see also|see more on *|up next|next up"
    "|elsewhere on *|around the web|from the web|from our partners|partner content|sponsored|sponsored *|promoted|promoted *|paid content|special content|promo content|ads by *|you may be interested in|tags|tags *|topics|topic|in this story|filed under|filed under *|keywords|about the author|about the authors|about the writer|our newsletters|today's top *|features|explore more|explore *"
    "|discussion|view the discussion thread|user comments|reader comments|comments are closed*|leave a reply|follow us on *|references|external links|on the web|stay connected|join our *|more coverage|share this story*|why you can trust *|today's headlines|news feed|breaking headlines|other news|other stories|similar articles|further reading|continue reading|watch next|watch more|watch also|hot topics|related stories you may like",
    "de": "die redaktion empfiehlt|mehr zum thema|mehr zu *|mehr von *|mehr aus *|mehr nachrichten|weitere artikel*|weitere themen|weitere meldungen|weitere nachrichten|weiterlesen|lesen sie auch*|lesen sie mehr*|auch interessant|das könnte sie *|das könnte dich *|könnte sie auch *|passend dazu|zum thema|verwandte themen|verwandte artikel|ähnliche artikel|meistgelesen|meist gelesen|meistgelesene artikel|am meisten gelesen|beliebt|beliebteste artikel|aktuelle nachrichten|aktuelles|neueste artikel|neueste nachrichten|top-themen|topthemen|empfohlen|empfehlungen der redaktion|unsere empfehlungen|schlagwörter|schlagworte|stichwörter|themen|tags|autor|über den autor|über die autorin|quellen|kommentare *|ihre meinung ist *|sponsored|gesponsert|anzeigen|partnerangebote|neueste zuerst*|rubriken|aus dem ressort*|newsticker",
    "fr": "à lire aussi|à lire aussi *|à lire également*|lire aussi|lire aussi *|lire également|à lire|à voir aussi|voir aussi|sur le même sujet|sur le même thème|dans la même rubrique|dans la même catégorie|articles liés|articles similaires|articles associés|articles recommandés|plus d'articles|plus d'actualités|les plus lus|le plus lu|les plus partagés|les plus populaires|les plus récents|populaires|dernières nouvelles|dernières actualités|derniers articles|l'actualité en continu|en continu|à la une|à ne pas manquer|vous aimerez aussi*|vous pourriez aussi *|nos recommandations|recommandé pour vous|contenus sponsorisés|contenu sponsorisé|sponsorisé|mots-clés|mots clés|thèmes|sujets|tags|à propos de l'auteur|réactions|services|services *|nos newsletters|notre sélection|découvrir aussi|découvrir|thématiques associées|voir tous les *|suivre ce fil",
    "es": "te puede interesar|te puede interesar *|también te puede *|te recomendamos|le puede interesar|relacionado|relacionados|relacionadas|noticias relacionadas|artículos relacionados|lea también*|lee también*|leer también*|además|más sobre *|más noticias*|más de *|más información|ver también|vea también|lo más leído|lo más visto|más leídas|más leídos|más vistas|lo más *|lo último|últimas noticias|última hora|destacadas|destacados|populares|tendencias|temas|temas relacionados|etiquetas|tags|archivado en|archivado en *|sobre el autor|sobre la firma|contenido patrocinado|patrocinado|no te pierdas|en portada|al minuto|sigue leyendo|recomendado*|recomendados|mostrar comentarios|normas de participación",
    "pt": "leia também*|leia mais*|veja também*|veja mais*|relacionadas|relacionados|notícias relacionadas|artigos relacionados|conteúdo relacionado|mais sobre *|mais notícias|mais de *|mais lidas|mais lidos|as mais lidas|mais vistas|mais populares|últimas notícias|últimas|destaques|em destaque|recomendado*|recomendados|você pode gostar|você também pode *|pode interessar|tópicos|assuntos|temas|tags|etiquetas|sobre o autor|conteúdo patrocinado|patrocinado|não perca|saiba mais",
    "it": "leggi anche*|potrebbe interessarti*|potrebbero interessarti*|ti potrebbe interessare*|articoli correlati|correlati|notizie correlate|altre notizie|altri articoli|altro su *|altri su *|i più letti|più letti|le più lette|più popolari|i più visti|ultime notizie|ultim'ora|ultima ora|in evidenza|in primo piano|consigliati|consigliati per te|da non perdere|argomenti|temi|tag|tags|informazioni sull'autore|autore|contenuti sponsorizzati|sponsorizzato|scopri di più|vedi anche|guarda anche",
    "nl": "lees ook*|lees meer*|gerelateerd|gerelateerde artikelen|meer over *|meer nieuws|meer van *|meest gelezen|populair|laatste nieuws|aanbevolen|onderwerpen|tags|over de auteur|bekijk ook|misschien ook interessant|misschien vindt u *|misschien vind je *",
    "ru": "читайте также*|читайте еще*|читайте ещё*|читать также*|читайте далее|смотрите также*|смотреть также|см. также*|по теме|по теме *|материалы по теме|новости по теме|другие материалы*|другие новости|другие статьи|похожие новости|похожие статьи|похожие материалы|связанные темы|подробнее по теме|еще по теме|ещё по теме|больше по теме|самое читаемое|самые читаемые|самое популярное|популярное|популярные|популярное *|лучшее|последние новости|новости дня|главные новости|главное|лента новостей|рекомендуем|рекомендуемые|рекомендации|вам может *|темы|теги|тэги|метки|ключевые слова|об авторе|новости партнеров|новости партнёров|партнерский материал|реклама *|самое важное|сюжет|сюжеты|картина дня|не пропустите|выбор редакции|вся лента|обсуждение|новости компаний|фотогалереи|регионы",
    "uk": "читайте також*|читати також*|дивіться також*|див. також|за темою|по темі|матеріали за темою|новини за темою|інші новини|інші статті|більше на тему|більше новин|схожі новини|найпопулярніше|популярне|популярні|найчитаніше|останні новини|головні новини|головне|головне за день|стрічка новин|рекомендуємо|рекомендовані|теми|теги|мітки|про автора|новини партнерів|не пропустіть|вибір редакції|вас може зацікавити*|може зацікавити",
    "pl": "czytaj także*|czytaj również*|czytaj więcej*|przeczytaj także*|przeczytaj również*|zobacz także*|zobacz też*|zobacz również*|czytaj też*|powiązane|powiązane artykuły|podobne artykuły|więcej na temat*|więcej o *|więcej z *|inne artykuły|najczęściej czytane|najpopularniejsze|popularne|najnowsze|najnowsze wiadomości|ostatnie wiadomości|polecane|polecamy|polecane artykuły|warto przeczytać|tematy|tagi|słowa kluczowe|o autorze|artykuł sponsorowany|materiały partnera|nie przegap|dowiedz się więcej|może cię zainteresować*|może ci się spodobać*|to cię zainteresuje*",
    "tr": "ilgili haberler|ilgili konular|ilgili içerikler|benzer haberler|benzer içerikler|diğer haberler|ilginizi çekebilir|bunlar da ilginizi çekebilir|bunları da *|önerilen|önerilen haberler|sizin için *|en çok okunanlar|en çok okunan*|en çok izlenen*|çok okunanlar|popüler|popüler haberler|son dakika|son haberler|son dakika haberleri|gündem *|öne çıkanlar|günün *|manşetler|etiketler|konular|yazar hakkında|sponsorlu|ayrıca bakınız|ayrıca oku*|okumaya devam*|daha fazla haber|kaçırmayın|ilgili haber*|ilginizi çekebilir*",
    "ar": "مقالات ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|اخبار ذات صلة|ذات صلة|مواضيع متعلقة|اقرأ أيضا*|اقرأ أيضاً*|اقرأ ايضا*|إقرأ أيضا*|اقرأ المزيد*|إقرأ المزيد*|المزيد من *|المزيد عن *|المزيد حول *|شاهد أيضا*|شاهد أيضاً*|الأكثر قراءة|الاكثر قراءة|الأكثر مشاهدة|الأكثر شعبية|الأكثر تداولا|الأكثر *|آخر الأخبار|اخر الاخبار|أحدث الأخبار|أهم الأخبار|أبرز الأخبار|اخترنا لكم|اخترنا لك|مختارات|قد يعجبك *|قد يعجبك أيضا|قد يهمك *|ننصح *|نوصي *|موصى به|وسوم|الوسوم|كلمات مفتاحية|كلمات دلالية|الكلمات المفتاحية|مواضيع|موضوعات متعلقة|موضوعات|عن الكاتب|محتوى ممول|إعلانات|زوارنا يقرأون *|زوارنا يتصفحون *|أكثر الموضوعات*|لا تفوت*|روابط متعلقة|أخبار أخرى|اخترنا *",
    "fa": "مطالب مرتبط|مطالب مشابه|مرتبط|اخبار مرتبط|خبرهای مرتبط|بیشتر در *|بیشتر بخوانید*|بیشتر بدانید|همچنین بخوانید*|بخوانید*|ببینید*|پربازدید*|پرخواننده ترین ها|پرخواننده ترین*|پربیننده*|پر بازدید*|محبوب ترین*|آخرین اخبار|تازه ترین *|تازه ترین ها|تازه ها|پیشنهاد *|پیشنهاد ما|پیشنهادی|برگزیده ها|برچسب ها|برچسب|کلیدواژه ها|موضوعات|درباره نویسنده|گروه|از دیگر رسانه ها|دیگر خبرها|مهم ترین *|داغ ترین*|شاید بپسندید*|شاید دوست داشته باشید*",
    "ur": "متعلقہ خبریں|متعلقہ*|مزید پڑھیں*|مزید پڑھئیے*|یہ بھی پڑھیں*|یہ بھی پڑھیے*|سب سے زیادہ *|مقبول*|تازہ ترین*|اہم خبریں|ٹیگز|موضوعات",
    "hi": "संबंधित खबरें|संबंधित खबर|संबंधित समाचार|संबंधित|यह भी पढ़ें*|ये भी पढ़ें*|इसे भी पढ़ें*|और पढ़ें*|यह भी देखें*|और खबरें|और खबरें*|अन्य खबरें|ताजा खबरें|ताज़ा खबरें|ताजा समाचार|ताज़ा ख़बरें|बड़ी खबरें|टॉप न्यूज़|टॉप न्यूज|टॉप स्टोरीज|मुख्य समाचार|सबसे ज्यादा *|सबसे ज़्यादा *|लोकप्रिय|ट्रेंडिंग|ट्रेंडिंग *|वायरल|आपके लिए|आपको यह भी *|सुझाव|सिफारिश*|टैग|टैग्स|विषय|लेखक के बारे में|प्रायोजित|विज्ञापन *|स्पॉन्सर्ड|मोस्ट रेड|टॉप वीडियो|खबरें और भी हैं*|रिलेटेड *",
    "bn": "সম্পর্কিত*|আরও পড়ুন*|আরও খবর|সর্বশেষ|সর্বাধিক*|জনপ্রিয়|ট্যাগ|বিষয়",
    "zh": "相关阅读*|相关新闻*|相关文章*|相关报道*|相关专题*|相关*|延伸阅读*|推荐阅读*|推荐*|为您推荐*|猜你喜欢|你可能*|您可能*|热门*|热点*|热点排行|排行榜|新闻排行*|点击排行*|阅读排行*|最新新闻|最新消息|最新报道|最新*|更多*新闻|更多*内容|今日热点|头条|编辑推荐|精选*|关键词*|标签*|主题|作者简介|关于作者|赞助*|责编*|責編*|责任编辑*|精彩推荐|往期*|相關新聞*|相關文章*|相關報導*|相關*|延伸閱讀*|推薦*|熱門*|標籤*|關鍵字*|更多新聞*|你可能也*|編輯精選|最新動態|人民号|滚动新闻|最新评论|网友*评论|为你推荐*",
    "ja": "関連記事*|関連ニュース*|関連リンク*|関連キーワード*|関連トピック*|関連*|あわせて読みたい*|合わせて読みたい*|おすすめ*|オススメ*|オススメ記事|編集部おすすめ|編集部オススメ|編集部の*|人気記事*|人気の*|人気キーワード*|人気ランキング*|アクセスランキング*|ランキング*|その他の*|ランキング|よく読まれている*|注目*|最新記事*|最新ニュース*|最新の*|新着記事*|新着*|こちらも*|この記事を読んだ人は*|次に読む*|次に読みたい*|もっと読む*|トピックス|タグ|キーワード|この記事の著者|著者プロフィール|執筆者*|スポンサー*|pr|注目の*|特集|ピックアップ|他の記事*|日刊*を読もう*|バックナンバー|■関連*",
    "ko": "관련기사*|관련 기사*|관련뉴스*|관련 뉴스*|관련*|추천기사*|추천 기사*|추천뉴스*|추천*|인기기사*|인기 기사*|인기뉴스*|인기*|많이 본 *|많이본*|가장 많이 *|실시간*|최신기사*|최신 기사*|최신뉴스*|최신 뉴스*|최신*|주요뉴스*|주요 뉴스*|주요기사*|핫이슈*|핫 이슈*|이슈*|태그*|키워드|해시태그|#태그|기자의 다른 *|다른기사*|다른 기사*|이 기자의 *|이 시각*|당신이 관심*|함께 읽으면*|함께 보면*|오늘의*|베스트*|스폰서*|랭킹*|댓글 *|0 댓글|세상을 보는*|놓치면*|기사 추천*|더 많은*|편집자*|에디터*|이런 기사*|the k*뉴스",
    "id": "baca juga*|baca lainnya*|baca selengkapnya*|simak juga*|lihat juga*|berita terkait*|artikel terkait*|terkait|topik terkait|berita lainnya|berita lain|artikel lainnya|terpopuler|populer|paling populer|paling banyak dibaca|terbaru|berita terbaru|terkini|berita terkini|rekomendasi|rekomendasi untuk anda|pilihan editor|pilihan redaksi|tag|tags|topik|tentang penulis|bersponsor|video pilihan|jangan lewatkan|untuk anda|berita utama|headline",
    "vi": "tin liên quan|bài liên quan|liên quan|xem thêm*|đọc thêm*|đọc nhiều|xem nhiều|tin mới|tin mới nhất|mới nhất|nổi bật|chủ đề|từ khóa|tags|tin khác|có thể bạn *|ý kiến (*",
    "sv": "läs också*|läs även*|läs mer om*|läs mer*|relaterat|relaterade artiklar|mer om *|mer från *|mest läst|mest lästa|populärt|senaste nytt|senaste|rekommenderat|ämnen|taggar|om författaren",
    "cs": "čtěte také*|přečtěte si také*|související|související články|další články|více k tématu|nejčtenější|nejnovější|doporučujeme|témata|štítky|o autorovi|mohlo by vás *",
    "ro": "citește și*|citiți și*|citește mai mult*|articole similare|articole asemănătoare|știri similare|cele mai citite|ultimele știri|recomandări|etichete|despre autor|te-ar putea interesa*",
    "el": "διαβάστε επίσης*|διαβάστε ακόμη*|σχετικά άρθρα|σχετικά|δημοφιλή|τελευταία νέα|ετικέτες|δείτε επίσης*",
    "he": "כתבות קשורות|עוד בנושא*|עוד כתבות*|קראו גם*|נושאים קשורים|הנצפות ביותר|הנקראות ביותר|אולי יעניין אותך*|תגיות|מומלצים|עוד ב*",
    "da": "læs også*|læs mere om*|mest læste|relaterede artikler|seneste nyt",
    "no": "les også*|les mer om*|mest lest|mest leste|relaterte saker|siste nytt",
    "fi": "lue myös*|lue lisää*|luetuimmat|aiheesta lisää|tuoreimmat",
    "hu": "olvassa el *|kapcsolódó cikkek*|kapcsolódó cikkeink*|ez is érdekelheti*|legolvasottabb*|legfrissebb*",
    "bg": "прочетете още*|вижте още*|вижте също*|още по темата*|най-четени*|свързани новини*",
    "sr": "pročitajte još*|pročitajte i*|pročitajte takođe*|прочитајте још*|прочитајте и*|најчитаније*|najčitanije*|povezane vesti*",
    "hr": "pročitajte više*|pogledajte još*|vezane vijesti*|povezani članci*",
    "sq": "lexo edhe*|lexoni edhe*|lexoni gjithashtu*|më të lexuarat*",
    "ka": "ასევე წაიკითხეთ*|წაიკითხეთ აგრეთვე*|დაკავშირებული*",
    "hy": "կարդացեք նաև*|կարդալ նաև*|առնչվող *",
    "az": "həmçinin oxuyun*|bunu da oxuyun*|əlaqəli xəbərlər*|ən çox oxunan*",
    "kk": "тағы оқыңыз*|тағы да оқыңыз*|осы тақырыпта*|ұқсас жаңалықтар*",
    "th": "ข่าวที่เกี่ยวข้อง*|อ่านเพิ่มเติม*|ข่าวล่าสุด|ยอดนิยม",
    "sw": "soma pia*|soma zaidi*|habari zinazohusiana*|zinazosomwa zaidi*",
    "ta": "மேலும் படிக்க*|தொடர்புடைய செய்திகள்*|இதையும் படிக்க*",
    "lv": "lasi arī*|lasiet arī*|saistītie raksti*|saistītās ziņas*|jaunākās ziņas|lasītākās*|populārākie*",
    "lt": "taip pat skaitykite*|skaitykite taip pat*|susiję straipsniai*|naujausios naujienos|skaitomiausi*|populiariausi*",
    "et": "loe ka*|loe lisaks*|loe veel*|seotud artiklid*|seotud uudised|loetumad|viimased uudised",
    "sk": "čítajte aj*|prečítajte si aj*|súvisiace články*|najčítanejšie*",
    "sl": "preberite tudi*|preberite še*|sorodne vsebine*|najbolj brano*",
    "my": "ဆက်စပ် အကြောင်းအရာများ|ဆက်စပ်သတင်းများ|အဖတ်အများဆုံး|ထိပ်တန်း သတင်းများ|နောက်ဆုံးရသတင်းများ",
    "km": "អត្ថបទទាក់ទង*|អានបន្ថែម*|ព័ត៌មានទាក់ទង",
    "lo": "ຂ່າວທີ່ກ່ຽວຂ້ອງ*|ອ່ານເພີ່ມເຕີມ*|ຂ່າວຫຼ້າສຸດ",
}  # fmt: skip

OFFER: Final = (
    "*subscribe to our *|*subscribe to the *newsletter*|*sign up for *newsletter*|*sign up to *newsletter*|*sign up for our *|*sign up to our *|*by subscribing*|*by signing up*|*your email address*|*enter your email*|*your e-mail *|*get the newsletter*|*your email for *"
    "|*get the latest *inbox*|*delivered to your inbox*|*in your inbox*|*subscribe to continue*|*subscribe to read*|*to continue reading*|*already a subscriber*|*already have an account*|*already a member*"
    "|become a member|become a subscriber|*support our *journalism*|*enjoyed this *|*support our award*|*this article is for subscribers*|*subscribers only*|*for subscribers only*|*start your free trial*|*cancel anytime*|*cancel any time*"
    "|*download our app*|*follow us on *|*click here to *|*join our *channel*|*our whatsapp channel*|*our telegram channel*|*enable javascript*|*javascript is disabled*|*turn on javascript*"
    "|*playback is unsupported*|*browser does not support*|*browser doesn't support*|*media is not supported*|*comments powered by*|*moderating all comments*|*click to reveal*|*sensitive content which*|*have your say in the comments*|*write to us in the comments*|*let us know in the comments*|*leave a comment below*|*you have * free article*|*remaining free article*|*log in to read*|*register to read*|*register for free*|*not responsible for the content of external*|*read about our approach to external*"
    "|*abonnieren sie*newsletter*|*melden sie sich *newsletter*|*newsletter informiert sie*|*jetzt newsletter*|*weiterlesen mit*|*nur für abonnenten*|*bereits abonnent*|*teilen sie ihre meinung*|*wird javascript*|*javascript aktiv*|*kommentare verfasst*|*für *abonnenten*lesen*|*jederzeit kündbar*|*kostenlos testen*|*zum artikel:*|*über dieses thema bericht*|*whatsapp-kanal*"
    "|*inscrivez-vous à *newsletter*|*abonnez-vous *|*réservé aux abonnés*|*réservé à nos abonnés*|*réservée aux abonnés*|*réservée à nos abonnés*|*déjà abonné*|*il vous reste *article*|*pour lire la suite*|*semaine offerte*|*mois offert*|*sans engagement*|*activer javascript*|*recevez *newsletter*|*recevoir les newsletters*"
    "|*suscríbete a *|*suscríbase a *|*regístrate *gratis*|*recibe *boletín*|*ya eres suscriptor*|*solo para suscriptores*|*exclusivo para suscriptores*|*para seguir leyendo*|*para continuar leyendo*|*únete a nuestro*|*síguenos en *|*activa javascript*"
    "|*assine a *newsletter*|*assine nossa*|*inscreva-se *newsletter*|*receba *newsletter*|*já é assinante*|*exclusivo para assinantes*|*para continuar lendo*|*canal do whatsapp*|*siga *no instagram*|*siga o canal*"
    "|*iscriviti alla *|*iscriviti a *newsletter*|*sei già abbonato*|*riservato agli abbonati*|*per continuare a leggere*|*canale whatsapp*|*segui *su *google*"
    "|*подпишитесь на *|*подписывайтесь на *|*подписаться на *рассылк*|*читайте нас в *|*следите за *telegram*|*наш телеграм*|*telegram-канал*подпис*|*только для подписчиков*|*сообщите об ошибке*|*выделите *ошибк*|*ctrl+enter*|*ctrl enter*"
    "|*підпишіться на *|*підписуйтесь на *|*підписуйтеся на *|*читайте нас у *|*стежте за *telegram*|*зареєструйтеся*|*лише для передплатників*|*помітили помилку*|*знайшли помилку*"
    "|*zapisz się *newsletter*|*masz już prenumeratę*|*dostęp tylko dla*|*dołącz do nas*|*obserwuj nas*|*tylko dla subskrybentów*|*wykup dostęp*"
    "|*bültenimize *|*abone olun*|*whatsapp kanal*|*bizi takip ed*|*üye olun*|*telegram kanal*|*haberlerden haberdar*"
    "|*اشترك في *|*اشتركوا في *|*انضم إلى قناتنا*|*انضم إلى ملايين*|*انضم الى ملايين*|*انضموا إلى قناة*|*تابعونا على*|*تابعنا على*|*حمل الآن تطبيق*|*حمل التطبيق*|*النشرة البريدية*|*إشترك لمشاهدة*"
    "|*در خبرنامه*|*ما را در *دنبال کنید*|*به کانال *بپیوندید*|*در تلگرام*دنبال*|*عضو شوید*"
    "|*सब्सक्राइब करें*|*ऐप डाउनलोड करें*|*एप डाउनलोड करें*|*हमें फॉलो करें*|*व्हाट्सएप चैनल*|*न्यूज़लेटर*|*खबरें पढ़ने के लिए*|*हमारे चैनल*|*app डाउनलोड*|*ऐप इंस्टॉल*"
    "|*订阅我们*|*扫描二维码*关注*|*扫码下载*|*扫码关注*|*关注*公众号*|*下载*客户端*|*订阅*邮件*|*版权所有*|*未经授权*转载*|*未经*授权*使用*|*未经书面授权*|*訂閱*電子報*|*掃描*|*下載*app*|*加入*好友*|*追蹤我們*"
    "|*メルマガ*登録*|*会員登録*|*会員限定*|*有料会員*|*有料記事*|*残り*文字*|*この記事は有料*|*アプリを*ダウンロード*|*友だち追加*|*無断転載*|*を読もう*"
    "|*구독하고*|*구독하세요*|*구독해 주세요*|*구독하시면*|*무단 전재*|*무단전재*|*재배포 금지*|*재배포금지*|*저작권자*|*채널 추가*|*채널을 추가*|*로그인 후*|*앱을 다운로드*|*기사제보*|*제보하기*|*제보는*|*뉴스레터*구독*|*회원가입*|*콘텐츠 전체 이용*"
    "|*berlangganan sekarang*|*berlangganan untuk *|*ikuti kami di *|*gabung di *|*gabung *channel*|*dapatkan *newsletter*|*saluran whatsapp*|*download aplikasi*|*unduh aplikasi*|*khusus pelanggan*|*cek berita*google news*"
    "|*đăng ký nhận *|*theo dõi *trên *|*prenumerera på *nyhetsbrev*|*schrijf je in *nieuwsbrief*|*meld je aan *nieuwsbrief*"
    "|*reserved for *subscribers*|*exclusive to *subscribers*|*get unlimited access*|*unlimited articles on *|*support independent journalism*|thanks for reading|thank you for reading*|*keep reading for *|*to keep reading*|*continue reading with a *|*continue reading by *"
    "|*newsletter abonnieren*|*unterstützt kein audio*|*browser unterstützt *nicht*|*weiterlesen mit einem*|*accès illimité pour *€*|*lire la suite avec *|cancela cuando quieras|*acceso ilimitado por *|*cancele quando quiser*|*accesso illimitato a *€*"
    "|*om verder te lezen*|*alleen voor abonnees*|*exclusief voor abonnees*|*чтобы читать дальше*|*чтобы продолжить чтение*|*доступен только подписчикам*|*доступно только подписчикам*|*щоб читати далі*|*щоб продовжити читання*"
    "|*abonelere özel*|*bizi *takip edin*|*للمشتركين فقط*|*لمواصلة القراءة*|*برای ادامه مطالعه *|*برای ادامه خواندن *|*订阅*继续阅读*|*仅限订户*|*订阅后*阅读*|*会员专享*|*구독자 전용*|*계속 읽으려면*|*에서 팔로우하기*|*केवल सदस्यों के लिए*|*फेसबुक पर फॉलो*"
)  # fmt: skip

LEGAL: Final = (
    "*all rights reserved*|copyright *|*copyright ©*|*copyright 2*|*copyright 1*|*©*|*alle rechte vorbehalten*|*tous droits réservés*|*todos los derechos reservados*|*todos os direitos reservados*|*tutti i diritti riservati*|*tutti i diritti*riservati*"
    "|*все права защищены*|*усі права захищені*|*всі права захищені*|*wszelkie prawa zastrzeżone*|*wszystkie prawa zastrzeżone*|*tüm hakları saklıdır*|*her hakkı saklıdır*|*جميع الحقوق محفوظة*|*كل الحقوق محفوظة*|*کلیه حقوق*|*تمامی حقوق*|*همه حقوق*"
    "|*सर्वाधिकार सुरक्षित*|*版权所有*|*版權所有*|*copyright (c)*|*copyrights*|*hak cipta*|*alla rättigheter*|*všechna práva*|*toate drepturile*|*כל הזכויות שמורות*|*we use cookies*|*uses cookies*|*cookies to *|*verwenden cookies*|*verwendet cookies*|*utilisons des cookies*|*utilise des cookies*|*utilizamos cookies*|*usamos cookies*|*utilizziamo *cookie*|*используем *cookie*|*використовуємо *cookie*|*pliki cookie*|*plików cookie*|*çerez*kullan*|*ملفات تعريف الارتباط*|*使用cookie*|*クッキーを使用*|*쿠키를 사용*|*menggunakan cookie*|*registered in england*|*issn *|*gmbh & co*|*사업자등록번호*|등록번호*|*발행인 *|*대표전화*|*청소년보호책임자*|*icp备*|*icp证*|*许可证号*"
    "|*gebruiken cookies*|*gebruik van cookies*|*används cookies*|*använder cookies*|*bruger cookies*|*bruker *informasjonskapsler*"
)  # fmt: skip

PLAYER: Final = (
    "no media source*|no live media source*|please wait|please wait*|loading|buffering|pop-out player|direct link|auto|video player|audio player|media player|play video|play audio|play|pause|mute|unmute|fullscreen|live stream|0:00|width px height px|width * px height * px|the code has been copied to your clipboard|the url has been copied to your clipboard|embed share|current time*|duration *|remaining time*|playback rate|captions off|audio track|picture-in-picture"
    "|keine medienquelle*|es steht derzeit keine medienquelle*|audio abspielen|video abspielen|aucune source média*|lire la vidéo|no hay ninguna fuente*|no hay fuente*|nenhuma fonte de mídia*|nessuna sorgente*|nessuna fonte*"
    "|нет медиаисточника|медиаисточник *|медиа источник *|медіа-джерело *|медіаджерело *|brak dostępnych źródeł|brak źródła*|şu anda mevcut medya kaynağı yok|şu an uygun medya kaynağı yok|لا يوجد مصدر *|لا تتوفر وسائط*|مصدر الوسائط*|هیچ رسانه‌ای*|هیچ رسانه ای*|رسانه ای در *|رسانه‌ای در *|हाल में कोई मीडिया*|मीडिया स्रोत *|没有媒体可用资源|沒有媒體可用資源|ただ今、利用可能な*|利用可能なメディア*|현재 사용할 수 있는 *|tidak ada sumber media*|sumber media tidak*|không có nguồn*|không có nguồn media*|nuk ka medium*"
)  # fmt: skip

AD: Final = (
    "advertisement|advertisement *|advertising|ad|ads|story continues below*|article continues below*|article continues after*|continue reading below|continue reading the main story|scroll to continue*|skip advertisement|sponsored|promoted|anzeige|werbung|publicité|la suite après cette publicité|publicidad|publicidade|continua após a publicidade|pubblicità|advertentie|реклама|реклама *|advertisment|reklama|reklam|إعلان|اعلان|آگهی|تبلیغ|विज्ञापन|广告|廣告|広告|광고|advertorial|iklan|advertensi|scroll to continue with content|lanjutkan membaca*|quảng cáo|annons|διαφήμιση|פרסומת|pr"
)  # fmt: skip

CAPTION: Final = (
    "enlarge image|enlarge|view image|full screen|fullscreen|exit fullscreen|zoom|bild vergrößern|bild in lightbox*|agrandir l'image|voir en plein écran|ampliar imagen|ampliar foto|ampliar|ingrandisci|увеличить|развернуть на весь экран|выйти из полноэкранного режима|збільшити|powiększ|büyüt|تكبير الصورة|查看大图|拡大|拡大する|画像を拡大|이미지 확대보기|이미지 확대|사진 확대|이미지 크게 보기|사진 크게보기|perbesar|image caption|media caption|picture caption|image copyright|image source|photo by|photo credit|photo|photos|photograph|picture|image|images|video|file photo|file|archive|getty images|getty|afp|reuters|ap|epa|imago|dpa|shutterstock|alamy"
    "|foto|bild|bildrechte|bildquelle|symbolbild|symbolfoto|archivbild|audiobeitrag|videobeitrag|crédit photo|crédits|crédit|photo d'illustration|fotografía|imagen|imagem|crédito|crédito da imagem|legenda|immagine|didascalia|фото|фотография|фото из архива|изображение|источник изображения|підпис до фото|автор фото|зображення|zdjęcie|fot|źródło|görsel|fotoğraf|kaynak|صورة|الصورة|مصدر الصورة|تعليق على الصورة|تصویر|عکس|منبع تصویر|توضیح تصویر|आर्काइव फोटो|फोटो|तस्वीर|इमेज स्रोत|इमेज कैप्शन|图|图片|图为|图片来源|圖|圖片來源|写真|画像|提供|撮影|사진|사진제공|자료사진|gambar|sumber gambar|keterangan gambar|ảnh|nguồn hình ảnh"
)  # fmt: skip

BYLINE: Final = (
    "by|written by|words by|reported by|author|authors|story by|von|autor|autorin|par|propos recueillis par|por|redacción|redação|da redação|di|a cura di|redazione|door|от|автор|авторы|текст|автор статьи|автори|від|autorzy|oprac|opracowanie|yazan|haber|muhabir|بقلم|كتب|كتبت|الكاتب|المصدر|نویسنده|خبرنگار|نوشته|लेखक|द्वारा|रिपोर्ट|作者|记者|來源|来源|記者|文|文・|執筆|取材|기자|oleh|penulis|reporter|editor|editör|redaktör|av|przez|tác giả|text"
)  # fmt: skip

PUBLISHED: Final = (
    "dieser artikel wurde am|dieser beitrag wurde am|this entry was posted|this post was published|cet article a été publié|gespeichert von|published|published on|published at|publication date|posted|posted on|created|issued|first published|date|veröffentlicht|veröffentlicht am|erschienen|erstellt|stand|publié le|publié|mis en ligne|paru le|publicado|publicado el|publicado em|publicada|pubblicato|pubblicato il|gepubliceerd|geplaatst|опубликовано|дата публикации|создано|опубліковано|дата публікації|opublikowano|data publikacji|utworzono|yayınlanma|yayın tarihi|yayınlanma tarihi|giriş|نشر|نشر في|نشرت|تاريخ النشر|منتشر شده|تاریخ انتشار|انتشار|प्रकाशित|पब्लिश|发布|发布时间|发布于|發布|發佈|公開日|公開|配信|掲載|入力|입력|등록|승인|기사입력|게재|작성|dipublikasikan|diterbitkan|diperbarui|tayang|terbit|publicerad|vydáno|publikováno|publicat|δημοσίευση|פורסם"
)  # fmt: skip

UPDATED: Final = (
    "updated|last updated|update|last modified|modified|aktualisiert|zuletzt aktualisiert|geändert|mis à jour|modifié le|actualizado|atualizado|aggiornato|bijgewerkt|обновлено|изменено|оновлено|zaktualizowano|aktualizacja|güncelleme|güncellendi|son güncelleme|تحديث|آخر تحديث|به روز شده|به‌روزرسانی|अपडेट|अपडेटेड|更新|更新时间|更新日|更新日時|수정|최종수정|업데이트|diperbarui|cập nhật|uppdaterad|aktualizováno|actualizat"
)  # fmt: skip
BANNERS: Final = (
    "breaking news|breaking|exclusive|analysis|opinion|editorial|eilmeldung|kommentar|analyse|à la une|urgent|dernière minute|última hora|urgente|exclusivo|ultim'ora|esclusiva|срочно|молния|эксклюзив|терміново|ексклюзив|pilne|z ostatniej chwili|son dakika|عاجل|خبر عاجل|خبر فوری|ब्रेकिंग न्यूज|ब्रेकिंग न्यूज़|एक्सक्लूसिव|突发|独家|快讯|速報|独自|속보|단독|breaking news *|berita terkini|eksklusif|tin nóng"
)  # fmt: skip
