"""What pages call the elements by a title and those that play: words of names, parted by white space."""

from typing import Final

ELSEWHERE: Final = (
    "related recommended recommendation recommendations promo promos sidebar teaser teasers trending popular"
    " mostread newsletter breadcrumb breadcrumbs menu nav navbar ad ads advert advertisement sponsored cookie"
    " consent comments comment modal popup outbrain taboola recirc recirculation carousel ticker"
)
"""What is none of the story's."""
CHANGES: Final = "updated update modified changed lastmod actualizado aktualisiert modification"
DATES: Final = "date dates datum fecha data pubdate published publish posted timestamp datetime dateline submitted meta postmeta"
KICKERS: Final = (
    "kicker eyebrow overline category categories section rubric rubrik label topic flag topline pretitle"
    " suptitle supertitle dachzeile spitzmarke ortsmarke antetitulo cintillo surtitre occhiello breaking badge"
    " channel slug overtitle strapline"
)
SUMMARIES: Final = (
    "summary standfirst subtitle subtitulo dek deck lead lede intro abstract chapo excerpt description subhead"
    " subheadline subheading entradilla bajada teasertext vorspann anriss sommario ingress tagline sapo strap"
    " perex annotation epigraph"
)
AUTHORS: Final = "author authors byline bylines"
PLAYERS: Final = (
    "player audio audioplayer mmp mejs plyr jwplayer videojs listen listening mediaplayer podcast narration"
    " soundplayer audiojs vorlesen jplayer"
)
OTHER_PLAYERS: Final = "live livestream onair radio promo playlist teaser teasers related"
"""Of streams, and of other stories."""
PAYWALLS: Final = "paywall paywalls regwall subscriptionwall meteredwall piano"
DECORATION: Final = (
    "avatar avatars logo logos icon icons emoji smiley badge sprite pixel tracking beacon authorphoto headshot"
    " author authors byline bylines profile gravatar"
)
"""Of pictures that show nothing of a story."""
CREDITS: Final = (
    "credit credits copyright copyrights source quelle agency photographer rights attribution fotograf fotocredit"
    " imagecredit photocredit byline author bildrechte licence license"
)
"""Of whom a picture is from."""
