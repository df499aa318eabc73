"""A page that keeps its story back says so, in a sentence with a way that works."""

from __future__ import annotations

import pytest

from tests.unit.formats.pages.html.heads_made import TITLE, found, linked, meta
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY

BEGINNING = f"<h1>{TITLE}</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"
PAID = "The rest of this story is for subscribers."


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked(isAccessibleForFree=False), BEGINNING),
        (linked(isAccessibleForFree="False"), BEGINNING),
        (linked(isAccessibleForFree="http://schema.org/False"), BEGINNING),
        (meta(article__content_tier="locked"), BEGINNING),
        ("", BEGINNING + "<section><h2>Continue reading with a subscription</h2></section>"),
        ("", BEGINNING + "<p>Already a subscriber? Log in here.</p>"),
        ("", BEGINNING + "<div>Jetzt mit Abo weiterlesen</div>"),
        ("", BEGINNING + "<p>Article réservé aux abonnés</p>"),
        ("", BEGINNING + '<div class="article-paywall"><p>One euro a week</p></div>'),
    ],
)
def test_a_story_behind_a_paywall_says_so(head: str, body: str) -> None:
    assert found(head, body).notices == (PAID,)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", BEGINNING),
        (linked(isAccessibleForFree=True), BEGINNING),
        (linked(isAccessibleForFree=False), f"<h1>{TITLE}</h1>{STORY * 8}"),
        ("", f"<h1>{TITLE}</h1>{STORY * 5}<p>Already a subscriber? Log in.</p>"),
        ("", BEGINNING + '<div class="paywall" hidden>One euro a week</div>'),
        ("<noscript>Please enable JavaScript.</noscript>", f"<h1>{TITLE}</h1>{STORY}"),
        ("", f"<h1>{TITLE}</h1>{STORY}<form><input type='password'></form>"),
        (
            meta(article__published_time="2026-01-02"),
            f"<h1>{TITLE}</h1><p>{SENTENCES[0]}</p><form><input type='password'></form>",
        ),
        ("", f"<header><a>Already a subscriber? Log in</a></header>{BEGINNING}"),
        ("", f"{BEGINNING}<footer><p>Already a subscriber? Log in</p></footer>"),
        (linked(isAccessibleForFree=True), f"{BEGINNING}<p>Already a subscriber? Log in</p>"),
    ],
    ids=[
        "a short story",
        "a free one",
        "all of it is there",
        "an offer below",
        "hidden",
        "scripts",
        "a login",
        "a login below a short one",
        "an offer in the site's head",
        "an offer in its foot",
        "an offer on a page that is free",
    ],
)
def test_a_story_that_is_there_says_nothing(head: str, body: str) -> None:
    assert found(head, body).notices == ()


@pytest.mark.parametrize(
    ("head", "body", "told"),
    [
        ("", '<div id="root"></div><script src="/app.js"></script>', "only with scripts"),
        ("", "<noscript>You need to enable JavaScript to run this app.</noscript>", "only with scripts"),
        ("", "<h1>Log in</h1><form><input type='email'><input type='password'></form>", "asks for a login"),
        ("<title>Before you continue</title>", "<h1>Before you continue</h1>", "asks for a consent"),
        ("<title>Page not found</title>", "<h1>404</h1><p>Sorry.</p>", "no such page"),
        ("<title>Сторінку не знайдено</title>", "<p>404</p>", "no such page"),
        (linked(isAccessibleForFree=False), f"<h1>{TITLE}</h1>", "is for subscribers"),
    ],
)
def test_a_page_without_a_story_says_why(head: str, body: str, told: str) -> None:
    (notice,) = found(head, body).notices
    assert told in notice
