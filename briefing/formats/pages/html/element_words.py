"""What pages call their elements: the words of names that tell furniture, and what stands below pictures.

Names are in English on most pages of any language. Words are parted by white space, pairs joined by "-".
"""

from typing import Final

FURNITURE: Final = (
    # advertisements, and offers of the publisher's own
    "ad ads adbox adslot adunit advert advertisement advertisements advertising adverts advertorial dfp"
    " sponsor sponsored promo promos promotion promoted outbrain taboola offer offers subscribe signup"
    " newsletter newsletters piano marketing donate donation donations"
    # other stories
    " related recirc recirculation recommend recommendation recommendations recommended mostread mostpopular"
    " popular trending readmore readalso readnext teaser teasers crosslink crosslinks nextstory nextpost"
    # what readers do
    " share sharing sharebar sharetools sharethis addthis social socials comment comments commenting disqus"
    " respond follow feedback quiz"
    # finding one's way
    " breadcrumb breadcrumbs skip skiplink skiplinks nav navbar navigation menu menus navi toolbar toolbox"
    " sidebar navbox footer pagination pager tags taglist tagcloud topics keywords"
    # what lies over a page
    " cookie cookies consent gdpr onetrust popup modal overlay lightbox toast tooltip"
    # players
    " mmp player jwplayer transport"
    # who wrote it and when, which its metadata say
    " byline bylines author authors dateline timestamp meta"
)
PAIRS: Final = (
    "read-more read-next read-also also-read see-also most-read most-popular more-on more-from more-stories more-news"
    " next-article next-story next-post you-may may-like sign-up log-in sr-only visually-hidden screen-reader no-print"
    " content-redirect media-download pop-out twitter-tweet instagram-media tiktok-embed author-bio site-description"
    " forum-message forum-fil"
)
"""Words that tell furniture together."""
DENIED: Final = "has no not with without is can show hide after before"
"""Words before one of a name that say something about what bears it: a story that has a sidebar."""
CAPTIONS: Final = r"\w*captions?|cutline|bildunterschrift|legende|credits?|copyright"
"""A pattern of words that name what stands below a picture."""
