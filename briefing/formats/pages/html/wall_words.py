"""What pages say that keep their story back, in the languages of news, as `phrases` has them."""

from typing import Final

OFFERS: Final = (
    "already a subscriber*|*already a subscriber?*|already have a subscription*|continue reading with *|*to continue reading*|subscribe to continue*"
    "|subscribe to read*|*subscribe to keep reading*|*to read the full story*|*to read the full article*|this article is for subscribers*"
    "|*is for subscribers only*|*exclusive to subscribers*|*subscriber-only*|*subscribers only*|*reserved for subscribers*|*you have reached your limit*|*free articles left*"
    "|*this content is for *members*|*become a member to read*|*register to continue*|*sign in to continue reading*|unlock this article*|*read the rest of this *"
    "|*mit abo weiterlesen*|*jetzt weiterlesen*|*weiterlesen mit *|bereits abonnent*|*sie sind bereits abonnent*|*nur für abonnenten*|*exklusiv für abonnenten*|*für abonnenten lesbar*|*artikel freischalten*|*um weiterzulesen*"
    "|*article réservé aux abonnés*|*réservé aux abonnés*|*réservé à nos abonnés*|*la suite est réservée*|*pour lire la suite*|*abonnez-vous pour lire*|déjà abonné*|*il vous reste *% de cet article*"
    "|*contenido exclusivo para suscriptores*|*solo para suscriptores*|*para seguir leyendo*|*suscríbete para seguir leyendo*|*suscríbete para leer*|ya soy suscriptor*|¿ya eres suscriptor*|*hazte suscriptor*"
    "|*exclusivo para assinantes*|*para continuar lendo*|*já é assinante*|*assine para ler*|*per continuare a leggere*|*contenuto riservato agli abbonati*|*riservato agli abbonati*|sei già abbonato*"
    "|*alleen voor abonnees*|*lees verder met *abonnement*|*al abonnee*|*verder lezen*|*для подписчиков*|*чтобы читать дальше*|*оформите подписку*|*доступно по подписке*|*для передплатників*|*лише для підписників*"
    "|*tylko dla prenumeratorów*|*dla subskrybentów*|*czytaj dalej *subskryp*|*aby czytać dalej*|*abonelere özel*|*devamını okumak için abone*|*للمشتركين فقط*|*اشترك لمتابعة القراءة*|*لمتابعة القراءة*|*ویژه مشترکان*|*برای ادامه مطلب مشترک*"
    "|*केवल सब्सक्राइबर*|*सब्सक्राइब करके आगे पढ़ें*|*会員限定*|*有料会員限定*|*この記事は有料会員*|*残り*文字*|*続きを読むには*|*付费阅读*|*订阅后阅读*|*登录后阅读全文*|*구독자 전용*|*유료 회원*|*구독하고 *계속*|*khusus pelanggan*|*baca selengkapnya dengan berlangganan*"
    "|*för prenumeranter*|*läs vidare med *|redan prenumerant*|*kun for abonnenter*|*for å lese videre*|*pro předplatitele*|*doar pentru abonați*|*μόνο για συνδρομητές*|*למנויים בלבד*|*chỉ dành cho *thành viên*"
)  # fmt: skip
"""Of what asks for a subscription to go on reading."""

SCRIPTS: Final = (
    "*enable javascript*|*turn on javascript*|*javascript is disabled*|*javascript is required*|*requires javascript*|*javascript must be enabled*|*need to enable javascript*|*javascript to run this app*|*without javascript*"
    "|*javascript aktivieren*|*aktivieren sie javascript*|*javascript ist deaktiviert*|*ohne javascript*|*activer javascript*|*activez javascript*|*javascript est désactivé*|*active javascript*|*activar javascript*|*habilite javascript*|*habilite o javascript*|*ative o javascript*"
    "|*abilitare javascript*|*attiva javascript*|*schakel javascript in*|*включите javascript*|*включить javascript*|*увімкніть javascript*|*włącz javascript*|*włączyć obsługę javascript*|*javascript'i etkinleştir*|*javascript etkin*|*تفعيل javascript*|*تفعيل جافا*|*جاوااسکریپت *فعال*|*javascript *فعال*|*javascript सक्षम*"
    "|*javascriptを有効*|*启用javascript*|*启用 javascript*|*開啟 javascript*|*javascript를 활성화*|*자바스크립트*|*aktifkan javascript*|*aktivera javascript*|*aktiver javascript*|*povolte javascript*|*activați javascript*|*bật javascript*"
)  # fmt: skip

LOGINS: Final = (
    "log in|login|sign in|log in *|login *|sign in *|log on|anmelden|anmeldung|einloggen|login erforderlich|se connecter|connexion|connectez-vous*|iniciar sesión|inicia sesión*|acceder|entrar|fazer login|accedi|inloggen|войти|вход|авторизация|увійти|вхід"
    "|zaloguj się|logowanie|giriş yap|giriş|تسجيل الدخول|ورود|لاگین|लॉग इन|लॉगिन|ログイン|登录|登錄|登入|로그인|masuk|logga in|logg inn|log ind|přihlášení|autentificare|σύνδεση|התחברות|đăng nhập"
)  # fmt: skip
"""Of titles."""

CONSENTS: Final = (
    "before you continue*|we value your privacy|*we value your privacy*|your privacy choices*|*accept cookies to continue*|*we and our partners*|*consent to *cookies*|*wir und unsere partner*|willkommen bei *|*ihre privatsphäre*|*mit werbung weiterlesen*|*zustimmung*erforderlich*|*nous et nos partenaires*|*votre vie privée*"
    "|*nosotros y nuestros socios*|*su privacidad*|*nós e os nossos parceiros*|*noi e i nostri partner*|*la tua privacy*|*wij en onze partners*|*uw privacy*|*my i nasi partnerzy*|*twoja prywatność*|*vi och våra partner*|*vi og våre partnere*|*gizliliğiniz*|*конфиденциальность*|*同意してください*"
)  # fmt: skip

GONE: Final = (
    "404|404 *|*404 not found*|error 404*|*page not found*|*page cannot be found*|*page can't be found*|*page could not be found*|*page does not exist*|*page doesn't exist*|*no longer available|not found|410 gone|*seite nicht gefunden*|*seite wurde nicht gefunden*|*seite existiert nicht*"
    "|*page introuvable*|*page non trouvée*|*cette page n'existe pas*|*página no encontrada*|*página não encontrada*|*pagina non trovata*|*pagina niet gevonden*|*страница не найдена*|*сторінку не знайдено*|*nie znaleziono strony*|*strona nie istnieje*|*sayfa bulunamadı*|*الصفحة غير موجودة*|*صفحه مورد نظر *یافت نشد*|*صفحه پیدا نشد*"
    "|*पेज नहीं मिला*|*पृष्ठ नहीं मिला*|*ページが見つかりません*|*お探しのページ*見つかりません*|*页面不存在*|*找不到页面*|*頁面不存在*|*페이지를 찾을 수 없습니다*|*halaman tidak ditemukan*|*sidan hittades inte*|*siden ble ikke funnet*|*siden blev ikke fundet*|*stránka nenalezena*|*pagina nu a fost găsită*|*η σελίδα δεν βρέθηκε*|*הדף לא נמצא*|*không tìm thấy trang*"
)  # fmt: skip
"""Of titles."""
