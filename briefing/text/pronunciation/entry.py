"""One pronunciation: a word as it is written, and how it is said.

A word is letters and digits, with hyphens and apostrophes in it; a name may be several. `*` in it stands for
any letters and `?` for one: that is all, because a regular expression that somebody shares can make a program
hang, and few people write one that says what they mean. How it is said is a respelling ("zeh-len-skee"), or
IPA between slashes (`/zəˈlɛnski/`), or both, the respelling for voices that take no IPA.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from briefing.errors import UsageError
from briefing.text.ipa import tidied
from briefing.text.language import language_tag

MOST_LETTERS: Final = 80
"""The longest word or respelling, code points."""
MOST_UNITS: Final = 8
"""Words in a name."""
LETTERS: Final = (
    "[^\\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u065f\u0670\u06d6-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0963\u0981-\u0d7f\u0e31-\u0e4e]"
)
"""What words are made of: letters, digits, and the marks on them."""
UNIT: Final = re.compile(f"(?:{LETTERS})++(?:['’ʼ](?:{LETTERS})++)*+")
"""A word, or a part of a word that a hyphen joins."""
_PATTERN: Final = re.compile(f"(?:{LETTERS}|[*?]|['’ʼ](?={LETTERS}|[*?]))++(?<!['’ʼ])")
_PARTED: Final = re.compile(r"[ \-‐‑]+")
_IPA: Final = re.compile(r"/([^/]*)/")


class SaidAs(NamedTuple):
    """A pronunciation. One of `say` and `ipa` is not empty."""

    word: str
    """As it is written: a word, a name of several, or a pattern."""
    say: str
    """A respelling; `*` in it is what `*` in the word stood for."""
    ipa: str = ""
    """As `text.ipa` writes it."""
    language: str = ""
    """The language of the text that it is for, a BCP 47 tag; "" for all."""
    is_exact: bool = False
    """Whether capitals have to be as they are written here."""
    note: str = ""

    @property
    def is_pattern(self) -> bool:
        """Whether it stands for many words."""
        return "*" in self.word or "?" in self.word

    @property
    def units(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(_PARTED.split(self.word))

    @property
    def key(self) -> tuple[str, str]:
        """What no two entries share: how it is written, whatever its capitals, and the language."""
        return folded(" ".join(self.units)), self.language.lower()

    @property
    def said(self) -> str:
        """How it is said, as it is typed: a respelling, or IPA between slashes, or both."""
        return " ".join(part for part in (self.say, f"/{self.ipa}/" if self.ipa else "") if part)


def folded(word: str) -> str:
    """Return a word as it is looked up: without capitals, with one kind of apostrophe and of letters."""
    return unicodedata.normalize("NFC", word.casefold().replace("’", "'").replace("ʼ", "'"))


def make_entry(word: str, said: str, language: str = "", *, is_exact: bool = False, note: str = "") -> SaidAs:
    """Return an entry as somebody typed it.

    Raises:
        UsageError: if it cannot be one; the message is a sentence, and says what would do.
    """
    word = " ".join(unicodedata.normalize("NFC", word).split())
    units = _PARTED.split(word)
    if not word:
        raise UsageError("The word is missing.", "Give a word and how it is said.")
    if len(word) > MOST_LETTERS or len(units) > MOST_UNITS or not all(map(_PATTERN.fullmatch, units)):
        raise UsageError(
            f"“{word[:MOST_LETTERS]}” is no word.",
            f"A word is letters, digits, hyphens and apostrophes; a name has {MOST_UNITS} words at most.",
        )
    if "*" in word or "?" in word:
        _check_pattern(word, units)
    say, ipa = _ways(said)
    tag = language_tag(language) if language else ""
    if tag is None:
        raise UsageError(
            f"“{language}” is no language.", "Give a tag such as en, en-GB or fr, or none for all."
        )
    if say.count("*") > word.count("*"):
        raise UsageError(
            "The respelling has a star that the word has not.", "Put one into the word, or none here."
        )
    return SaidAs(word, say, ipa, tag, is_exact, " ".join(note.split()))


def _check_pattern(word: str, units: list[str]) -> None:
    if len(units) > 1:
        raise UsageError(f"“{word}” is a pattern of several words.", "A pattern stands for one word.")
    if word.count("*") > 1:
        raise UsageError(f"“{word}” has two stars.", "Use one star, for any letters; a question mark is one.")
    if not word.strip("*?"):
        raise UsageError(f"“{word}” would stand for every word.", "Write some letters beside the star.")


def _ways(said: str) -> tuple[str, str]:
    """Return the respelling and the IPA of what was typed."""
    said = " ".join(said.split())
    told = _IPA.findall(said)
    say = " ".join(_IPA.sub(" ", said).split())
    if not said or "/" in say or len(told) > 1 or (told and not told[0].strip()):
        raise UsageError(
            "It is missing how the word is said." if not said else f"“{said[:MOST_LETTERS]}” cannot be read.",
            "Give a respelling such as zeh-len-skee, or IPA between slashes.",
        )
    ipa = tidied(told[0]) if told else ""
    if told and not ipa:
        raise UsageError(f"“{told[0][:MOST_LETTERS]}” is no IPA.", "Check its letters, or give a respelling.")
    if len(say) > MOST_LETTERS or not (ipa or any(map(str.isalpha, say))):
        raise UsageError(
            f"“{say[:MOST_LETTERS]}” is no respelling.", f"Give letters, {MOST_LETTERS} at most."
        )
    if any(unicodedata.category(c)[0] == "C" for c in say):
        raise UsageError("The respelling has a character that nobody sees.", "Type it anew.")
    return say, ipa
