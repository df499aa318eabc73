"""The sample's text as the narrator meets it: blocks, sentences, and tokens with their spoken form.

Rules:
1. A token is what stands between two spaces. It is what gets a time, and it may be
   spoken as several words ("2022") or less than it shows ("U.S.,").
2. Only what is narrated is here: title, summary and paragraphs, in that order. Banner
   and caption are on the page but are no part of the reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SPOKEN: Final = {
    "2023": "twenty twenty-three",
    "2022": "twenty twenty-two",
    "2006": "two thousand six",
    "25": "twenty-fifth",
    "15": "fifteen",
    "1,000": "one thousand",
    "1718": "seventeen eighteen",
    "Mr.": "Mister",
    "full-scale": "full scale",
    "dual-use": "dual use",
}
"""What the voice is given for what the text says; everything else is given as it stands."""

PRONOUNCED: Final = {
    "Jong": "ʤˈʌŋ",
    "Un": "ˈun",
    "Kamikawa": "kˌɑmikˈɑwə",
    "Yoko": "jˈOkO",
    "Lavrov": "lˈɑvɹɔf",
    "Sergei": "sɛɹɡˈA",
    "Pyongyang": "pjˌʌŋjˈæŋ",
    "Tsiolkovsky": "tsˌiəlkˈɔfski",
    "Ukraine": "jukɹˈAn",
    "Seoul": "sˈOl",
}
"""Names that the voice's own lexicon does not know or says in another way, in its phonemes."""

ABBREVIATIONS: Final = frozenset({"Mr.", "U.S."})
"""Tokens whose full stop ends no sentence."""

_SENTENCE_END = re.compile(r"[.!?][”’\"')]*$")
_MARKS: Final = "“”‘’\"'(),;:.!?"
_QUOTES: Final = str.maketrans("", "", "”’\"')")


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between two spaces, and what the voice is to say for it."""

    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story. `id` says which, as in "p3.s2", "title" or "summary"."""

    id: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The sentence as it stands in the text."""
        return " ".join(token.text for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Story:
    """The sample: front matter, and its narrated blocks, each a tuple of sentences."""

    fields: dict[str, str]
    blocks: tuple[tuple[Sentence, ...], ...] = field(default=())

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in reading order."""
        return tuple(sentence for block in self.blocks for sentence in block)

    @property
    def text(self) -> str:
        """The narrated blocks, a blank line between two."""
        return "\n\n".join(" ".join(sentence.text for sentence in block) for block in self.blocks)


def read_story(path: Path) -> Story:
    """Read the sample's Markdown: `key: value` lines between two rules, then paragraphs."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = {}
    for line in front.splitlines():
        key, _, value = line.partition(": ")
        fields[key] = value.strip().strip('"')
    paragraphs = [" ".join(part.split()) for part in body.strip().split("\n\n")]
    blocks = [_sentences("title", fields["title"]), _sentences("summary", fields["summary"])]
    blocks += [_sentences(f"p{number}", text) for number, text in enumerate(paragraphs, start=1)]
    return Story(fields, tuple(blocks))


def _sentences(block_id: str, text: str) -> tuple[Sentence, ...]:
    found: list[list[Token]] = [[]]
    for word in text.split(" "):
        found[-1].append(Token(word, _said(word)))
        if _SENTENCE_END.search(word) and word not in ABBREVIATIONS:
            found.append([])
    full = [tokens for tokens in found if tokens]
    if block_id == "title":  # a headline has no full stop, and the voice falls only at one
        last = full[-1][-1]
        full[-1][-1] = Token(last.text, last.said + ".")
    is_paragraph = block_id.startswith("p")
    return tuple(
        Sentence(f"{block_id}.s{number}" if is_paragraph else block_id, tuple(tokens))
        for number, tokens in enumerate(full, start=1)
    )


def _said(word: str) -> str:
    if word in SPOKEN:
        return SPOKEN[word]
    core = word.strip(_MARKS)
    after = word[word.index(core) + len(core) :]
    if core in PRONOUNCED:
        core = f"[{core}](/{PRONOUNCED[core]}/)"
    elif word.startswith("U.S."):
        core, after = "US", after.replace(".", "", 1)
    else:
        core = SPOKEN.get(core, core)
    return core + after.translate(_QUOTES)  # quotation marks only disturb the voice
