"""A heavy page takes no longer than it is long: four times the page, four times the processor's time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from briefing.formats.pages.html.reader import read
from tests.growth import growth
from tests.unit.formats.pages.html.pages_made import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Callable

TELL: Final = SENTENCES[1]
STORY: Final = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
SIZE: Final = 250


def each(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda size: "".join(map(write, range(size)))


def articles(size: int) -> str:
    text = " ".join(f"{number} {TELL}" for number in range(size))
    story = json.dumps({"@type": "NewsArticle", "articleBody": text})
    return f'<script type="application/ld+json">{story}</script>'


PAGES: Final[dict[str, Callable[[int], str]]] = {
    "paragraphs": each(lambda i: f"<p>{i} {TELL}</p>"),
    "links": each(lambda i: f'<a href="/{i}">Number {i} of all</a> '),
    "links in text": each(lambda i: f'<p>{TELL} <a href="/{i}">Number {i}</a> of all.</p>'),
    "elements within each other": lambda size: "<div>" * (size // 5) + TELL + "</div>" * (size // 5),
    "texts within each other": lambda size: each(lambda i: f"<div>{i} {TELL}")(size // 5),
    "cells": lambda size: f"<table>{each(lambda i: f'<tr><td>{i}<td>{TELL}')(size)}</table>",
    "items": lambda size: f"<ul>{each(lambda i: f'<li>{i} {TELL}')(size)}</ul>",
    "a menu": lambda size: f"<ul>{each(lambda i: f'<li><a href=/{i}>Item {i}</a>')(size)}</ul>",
    "metadata": articles,
    "marked words": lambda size: f"<p>{each(lambda i: f'<span>word{i}</span> ')(4 * size)}</p>",
    "broken lines": lambda size: f"<div>{each(lambda i: f'{i} {TELL}<br><br>')(size)}</div>",
    "notes": each(lambda i: f'<p>{TELL}<sup><a href="#n{i}">{i}</a></sup></p><p id="n{i}">Of {i}.</p>'),
    "figures": each(
        lambda i: f"<figure><img src={i}.jpg><figcaption>Cars {i}</figcaption></figure><p>{TELL}</p>"
    ),
    "headings": each(lambda i: f"<h2>Part {i}</h2><p>{TELL}</p>"),
    "players": each(lambda i: f'<audio src="{i}.mp3"></audio><p>{TELL}</p>'),
    "open comments in a style sheet": lambda size: f"<style>{'/*' * 20 * size}</style>",
    "declarations": lambda size: "<!--" + "<!DOCTYPE x [" * size + "-->",
    "sets of pictures": lambda size: f'<img srcset="{"a" * 10 * size}">',
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_takes_no_longer_than_it_is(kind: str) -> None:
    def page(size: int) -> bytes:
        return f"<html><body><h1>Bridge opens</h1>{STORY}{PAGES[kind](size)}{STORY}</body></html>".encode()

    read(page(1), "")  # what is read once, such as tables of words
    assert growth(lambda data: read(data, ""), page, SIZE) < 8
