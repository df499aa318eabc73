"""Stories of many kinds are read whole: recipes, interviews, questions, live pages, pictures, offers."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.reader import read
from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, texts, told

H, P, LI = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM


def test_a_long_list_does_not_part_a_story() -> None:
    items = [f"{count} g of flour number {count}" for count in range(2, 30)]
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = f"<article>{STORY}<h2>Ingredients</h2><ul>{listed}</ul><h2>Method</h2>{STORY}</article>"
    assert texts(page(body)) == [*SENTENCES, "Ingredients", *items, "Method", *SENTENCES]


def test_a_list_that_ends_a_story_is_read() -> None:
    body = f"<article>{STORY}<ul><li>Shade</li><li>Birds</li></ul></article>"
    assert texts(page(body)) == [*SENTENCES, "Shade", "Birds"]


def test_turns_of_an_interview_are_read_however_short() -> None:
    turns = [
        "Q: When did you start?",
        "A: In 1998.",
        "Q: And why?",
        "A: My father did.",
        "Q: Well?",
        "A: Yes.",
    ]
    body = "".join(f"<p>{turn}</p>" for turn in turns)
    assert texts(page(f'<div class="content"><h1>The ferryman</h1>{body}</div>')) == turns


def test_questions_and_answers_behind_buttons_are_read() -> None:
    body = "".join(
        f'<h3><button aria-expanded="false">{question}</button></h3><div class="panel"><p>{answer}</p></div>'
        for question, answer in [("When does it open?", "On Monday."), ("Who pays?", "The city does.")]
    )
    found = told(page(f"<main><h1>The bridge</h1>{body}</main>"))
    assert found == [(H, "When does it open?"), (P, "On Monday."), (H, "Who pays?"), (P, "The city does.")]


def test_entries_of_a_live_page_stand_below_their_times() -> None:
    entries = "".join(
        f'<div class="entry"><time>{time}</time><p>{text}</p></div>'
        for time, text in zip(("21:40", "21:05", "20:30"), SENTENCES[1:], strict=True)
    )
    body = f'<main><h1>Live</h1><p>{SENTENCES[0]}</p><div class="live">{entries}</div></main>'
    assert told(page(body)) == [
        (P, SENTENCES[0]),
        (H, "21:40"),
        (P, SENTENCES[1]),
        (H, "21:05"),
        (P, SENTENCES[2]),
        (H, "20:30"),
        (P, SENTENCES[3]),
    ]


def test_entries_of_a_live_page_have_headings_of_their_own_that_are_no_names_beside_a_comment() -> None:
    headings = ("Bridge Closed", "No Ferries", "School Out")
    entries = "".join(
        f'<div class="entry"><time>{time}</time><h3>{heading}</h3><p>{text}</p></div>'
        for time, heading, text in zip(("21:40", "21:05", "20:30"), headings, SENTENCES[1:], strict=True)
    )
    found = told(page(f"<main><h1>Live</h1><p>{SENTENCES[0]}</p>{entries}</main>"))
    assert [text for _, text in found if text in (*headings, *SENTENCES)] == [
        SENTENCES[0], "Bridge Closed", SENTENCES[1], "No Ferries", SENTENCES[2], "School Out", SENTENCES[3],
    ]  # fmt: skip


def test_pictures_stand_where_the_page_has_them() -> None:
    figure = '<figure><img src="/{0}.jpg" alt="A {0}"><figcaption><p>The {0}.</p></figcaption></figure>'
    body = (
        f"<article><h1>Pictures</h1>{STORY}{figure.format('storm')}{STORY}{figure.format('pier')}</article>"
    )
    parts = read(page(body), "https://example.org/a").parts
    found = [
        (i, part.alt, part.text, part.src) for i, part in enumerate(parts) if part.kind is BlockKind.CAPTION
    ]
    assert found == [
        (5, "A storm", "The storm.", "https://example.org/storm.jpg"),
        (10, "A pier", "The pier.", "https://example.org/pier.jpg"),
    ]


@pytest.mark.parametrize("name", ["caption", "image__caption", "photoCaption", "media-credit"])
def test_what_is_named_a_caption_is_its_pictures_and_no_paragraph(name: str) -> None:
    picture = (
        f'<div><img src="/a.jpg"><div class="{name}"><p>A storm over the harbour on Tuesday.</p></div></div>'
    )
    parts = read(page(f"<article>{STORY}{picture}{STORY}</article>"), "").parts
    assert [part.text for part in parts if part.kind is BlockKind.CAPTION] == [
        "A storm over the harbour on Tuesday."
    ]
    assert [part.text for part in parts if part.kind is P] == [*SENTENCES, *SENTENCES]


@pytest.mark.parametrize("name", ["k1", "offer", "paywall", "tp-container"])
def test_an_offer_to_subscribe_is_not_read_whatever_it_is_called(name: str) -> None:
    offer = (
        f'<div class="{name}"><h2>Keep reading for 1 €</h2><p>Subscribe now and get all of it, every day.'
        "</p><ul><li>Unlimited articles on every device</li><li>1 € a week for the first year</li></ul>"
        '<p>Already a subscriber? <a href="/login">Log in</a> here.</p></div>'
    )
    short = "".join(f"<p>{text}</p>" for text in SENTENCES[:2])
    assert texts(page(f"<main><h1>Bridge opens</h1><div>{short}{offer}</div></main>")) == list(SENTENCES[:2])


def test_a_page_without_a_story_is_not_made_up() -> None:
    assert texts(page("<nav><a href='/'>Home</a></nav><footer>© 2026</footer>")) == []


@pytest.mark.parametrize(
    ("sentences", "furniture"),
    [
        (
            (
                "Belediye meclisi planı perşembe akşamı beş saatlik bir tartışmanın ardından kabul etti.|"
                "Gelecek bahardan itibaren ağır arabalar limanda park etmek için daha fazla ödeyecek."
            ),
            "İlginizi çekebilir|Bu içerik abonelere özeldir",
        ),
        (
            (
                "Городской совет принял план в четверг вечером после пятичасовых дебатов в старом зале.|"
                "Со следующей весны тяжёлые автомобили будут платить больше за стоянку у порта."
            ),
            "Подпишитесь, чтобы читать дальше|Слушать статью",
        ),
        (
            (
                "市议会星期四晚上经过五个小时的辩论通过了这项计划，市长在会后对记者说。|"
                "从明年春天开始，重型汽车在港口附近停车将支付更多费用，具体标准还没有公布。"
            ),
            "订阅后继续阅读|收听本文",
        ),
        (
            (
                "وافق مجلس المدينة على الخطة مساء الخميس بعد نقاش دام خمس ساعات في القاعة القديمة.|"
                "وابتداء من الربيع المقبل ستدفع السيارات الثقيلة مبلغا أكبر للوقوف حول الميناء."
            ),
            "هذا المحتوى للمشتركين فقط|استمع إلى المقال",
        ),
    ],
    ids=["Turkish", "Russian", "Chinese", "Arabic"],
)
def test_furniture_is_known_by_its_words_in_many_languages(sentences: str, furniture: str) -> None:
    said = sentences.split("|")
    body = "".join(f"<p>{text}</p>" for text in (said[0], *furniture.split("|"), said[1]))
    assert texts(page(f"<div><h1>1</h1>{body}</div>")) == said


def test_a_poem_is_read_rather_than_the_two_sentences_beside_it() -> None:
    verses = [
        "The bridge is down, the river wide<br>and nobody on the other side<br>to hear the ferry calling",
        "The gulls are out, the lamps are lit<br>and on the quay the old men sit<br>to see the water falling",
        "And all the night the wind goes round<br>the roofs with a hollow sound<br>of winter days and dying",
        "And in the morning, grey and slow<br>the first of many boats will go<br>with all her colours flying",
    ]
    poem = "".join(f"<p>{verse}</p>" for verse in verses)
    asked = "<p>To all our readers, your gift will allow us to print poems for nothing.</p><p>Thank you.</p>"
    body = f'<div class="post"><h3>The ferry</h3><div class="post-body entry-content">{poem}</div></div>'
    read = texts(page(f'{body}<div class="widget"><div class="widget-content">{asked}</div></div>'))
    assert read == ["The ferry", *(verse.replace("<br>", " ") for verse in verses)]
