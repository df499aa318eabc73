"""Furniture that a page's elements tell is no part of what is read, however it is worded."""

from __future__ import annotations

import pytest

from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, texts

WORDS = "Buy two warm blankets and get the third one for nothing at all, today and tomorrow only."


@pytest.mark.parametrize(
    "trap",
    [
        f"<p hidden>{WORDS}</p>",
        f'<p style="display: none">{WORDS}</p>',
        f'<p style="color:red;VISIBILITY:hidden">{WORDS}</p>',
        f'<div aria-hidden="true"><p>{WORDS}</p></div>',
        f"<noscript><p>{WORDS}</p></noscript>",
        f"<template><p>{WORDS}</p></template>",
        f"<script>var text = '<p>{WORDS}</p>';</script>",
        f"<style>p::before {{ content: '{WORDS}' }}</style>",
        f"<dialog open><p>{WORDS}</p></dialog>",
        f'<div role="dialog"><p>{WORDS}</p></div>',
        f"<form><p>{WORDS}</p><input><button>Send</button></form>",
        f"<button>{WORDS}</button>",
        f"<aside><p>{WORDS}</p></aside>",
        f"<nav><p>{WORDS}</p></nav>",
        f'<div class="ad"><span>Advertisement</span><p>{WORDS}</p></div>',
        f'<div id="article-relatedStories"><p>{WORDS}</p></div>',
        f'<div class="c-newsletter__box"><p>{WORDS}</p></div>',
        f'<section class="share-tools"><p>{WORDS}</p></section>',
        f'<div class="cookie-consent"><p>{WORDS}</p></div>',
        f"<amp-social-share><span>{WORDS}</span></amp-social-share>",
        f"<newsletter-signup><p>{WORDS}</p></newsletter-signup>",
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p></blockquote>',
        f"<svg><text>{WORDS}</text></svg>",
        f"<select><option>{WORDS}</option></select>",
        f'<p><span class="visually-hidden">{WORDS}</span></p>',
    ],
)
def test_what_a_page_hides_or_names_as_furniture_is_not_read(trap: str) -> None:
    body = STORY.replace("</p>", f"</p>{trap}", 1)
    assert texts(page(f"<main><h1>Bridge opens</h1>{body}</main>")) == list(SENTENCES)


@pytest.mark.parametrize(
    "around",
    [
        '<form id="aspnet">{}</form>',
        '<div class="newsletter-edition">{}</div>',
        '<div class="article has-sidebar no-comments">{}</div>',
        '<div class="paywall">{}</div>',
        '<div style="display:none">{}</div>',
        '<table role="presentation"><tr><td>{}</td></tr></table>',
    ],
)
def test_nothing_is_cut_out_that_holds_the_story(around: str) -> None:
    assert texts(page(around.format(STORY))) == list(SENTENCES)


@pytest.mark.parametrize(
    "shown",
    [
        '<p hidden="until-found">{}</p>',
        '<div role="button" aria-expanded="false">{}</div>',
        "<details><p>{}</p></details>",
        '<p class="no-comments">{}</p>',
        '<p><span class="share-price">{}</span></p>',
    ],
)
def test_what_can_be_opened_or_is_named_like_furniture_within_a_sentence_is_read(shown: str) -> None:
    assert WORDS in texts(page(f"<article>{STORY}{shown.format(WORDS)}{STORY}</article>"))


def test_who_said_a_quote_is_read() -> None:
    quote = "<blockquote><p>It is a good bridge.</p><footer>Ida Holm, ferrywoman</footer></blockquote>"
    assert "Ida Holm, ferrywoman" in texts(page(f"<article>{STORY}{quote}{STORY}</article>"))


def test_a_drop_cap_is_read_once() -> None:
    first = '<p><span aria-hidden="true">T</span><span class="sr-only">T</span>he bridge is open again.</p>'
    assert texts(page(f"<article>{first}{STORY}</article>"))[0] == "The bridge is open again."


@pytest.mark.parametrize(
    "section",
    [
        '<section id="edit-menu-in-the-editor"><h2>Edit menu (in the editor)</h2><p>{}</p></section>',
        '<section id="menus"><span id="x1"></span><h2>Menus<a href="#menus">¶</a></h2><p>{}</p></section>',
    ],
)
def test_a_section_whose_identifier_repeats_its_heading_is_read(section: str) -> None:
    read = texts(page(f"<main><h1>Manual</h1>{STORY}{section.format(WORDS)}{STORY}</main>"))
    assert WORDS in read


def test_a_section_of_other_stories_is_not_read_for_a_heading_of_its_name() -> None:
    others = f'<section id="related"><h2>Related</h2><p>{WORDS}</p></section>'
    assert WORDS not in texts(page(f"<main><h1>Bridge</h1>{STORY}{others}</main>"))


@pytest.mark.parametrize("sign", ["#", "¶", "🔗"])
def test_the_sign_that_links_a_heading_to_itself_is_not_read(sign: str) -> None:
    heading = f'<h2 id="first-steps">First steps<a class="headerlink" href="#first-steps">{sign}</a></h2>'
    assert "First steps" in texts(page(f"<main><h1>Manual</h1>{STORY}{heading}{STORY}</main>"))


def test_a_term_that_is_explained_is_read_though_it_is_called_like_a_button() -> None:
    terms = f"<dl><dt>Save</dt><dd>{WORDS}</dd></dl>"
    assert "Save" in texts(page(f"<main><h1>Manual</h1>{STORY}{terms}{STORY}</main>"))


def test_a_heading_is_read_whatever_its_identifier() -> None:
    heading = '<h3 id="nav_a_second_bridge_0">A second bridge</h3>'
    assert "A second bridge" in texts(page(f"<article>{STORY}{heading}{STORY}</article>"))


@pytest.mark.parametrize(
    "beside",
    [
        '<aside class="widget">{}</aside>',
        '<div class="comments">{}</div>',
        '<ul id="respond"><li>{}</li></ul>',
    ],
)
def test_what_is_longer_than_the_article_is_still_none_of_it(beside: str) -> None:
    remarks = "".join(f"<p>{count}. {WORDS}</p>" for count in range(30))
    body = f"<article>{STORY}{STORY}</article>{beside.format(remarks)}"
    assert texts(page(body)) == [*SENTENCES, *SENTENCES]


def test_comments_within_an_article_may_be_longer_than_it() -> None:
    remarks = "".join(f"<p>{count}. {WORDS}</p>" for count in range(30))
    body = f'<article>{STORY}{STORY}<section class="comments">{remarks}</section></article>'
    assert texts(page(body)) == [*SENTENCES, *SENTENCES]


def test_a_part_of_a_story_that_has_an_advertisement_is_read() -> None:
    part = f'<section class="report__section--ads">{STORY}</section>'
    assert texts(page(f"<main><h1>Report</h1>{STORY * 3}{part}</main>")) == [*SENTENCES * 4]


def test_what_a_site_says_of_itself_beside_its_name_is_not_read() -> None:
    slogan = "News for all who live by the harbour, who work there, or who only like to look at ships."
    body = f'<hgroup><h1>Harbour News</h1><p class="site-description">{slogan}</p></hgroup>'
    assert slogan not in texts(page(f"{body}<article>{STORY}</article>"))
