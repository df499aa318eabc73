"""What hearing a visit was like, in numbers.

Every utterance is of one kind:
- `new`: it tells something.
- `again`: the same words as in the 30 seconds before, and no key was pressed in between.
- `ticking`: the same but for digits and drawn marks, and no key asked for it: a clock, a bar, a counter.
- `marks`: without a letter or digit.
All but the new ones are noise. What is said more than 1.5 seconds after the last key is unasked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import median
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearing.listener import Heard, Pressed

Kind = Literal["new", "again", "ticking", "marks"]
MEMORY_S: Final = 30.0
ASKED_S: Final = 1.5
_DRAWN: Final = re.compile("[\u2190-\u2bff\u2800-\u28ff\ue000-\uf8ff\U0001f000-\U0001faff]")
_WORD: Final = re.compile(r"[^\W_]+")
_ANNOUNCED: Final = re.compile(r"(?:(?<!\w):(?=[a-z]))?[^\W_]+")


@dataclass(frozen=True)
class Utterance:
    """What was said at once.

    Attributes:
        at_s: When it was begun, monotonic, in seconds.
        text: The words.
        kind: See the module.
        is_asked: Whether a key was pressed just before.
    """

    at_s: float
    text: str
    kind: Kind
    is_asked: bool


@dataclass(frozen=True)
class Answer:
    """What a key brought.

    Attributes:
        keys: What was pressed.
        after_s: Seconds until the first word; None if nothing was said before the next key.
        text: All that was said until then.
        braille: What the braille display showed last before the next key; empty without one.
    """

    keys: str
    after_s: float | None
    text: str
    braille: str


@dataclass(frozen=True)
class Measures:
    """A visit in numbers; shares are of all words, from 0 to 1.

    Attributes:
        words: How many were said.
        noise: The share that told nothing new.
        unasked: The share that no key asked for.
        drawn: How many drawn marks were said.
        answers: What each key brought.
        median_s: From a key to the first word, in the middle of all keys; None if none was answered.
        worst_s: The longest of them.
    """

    words: int
    noise: float
    unasked: float
    drawn: int
    answers: tuple[Answer, ...]
    median_s: float | None
    worst_s: float | None

    @property
    def answered(self) -> int:
        """How many keys were answered."""
        return sum(each.after_s is not None for each in self.answers)

    @property
    def braille_right(self) -> int:
        """How many keys left a braille line that begins as what was said does, or goes on from there."""
        return sum(bool(each.braille) and each.text.startswith(each.braille) for each in self.answers)


@dataclass(frozen=True)
class Compared:
    """What was said beside what the player had to say, word by word.

    Attributes:
        announced: How many words the player had to say.
        said: How many of them were said, in their order.
        added: What was said and not announced, in groups of words.
        lost: What was announced and not said.
    """

    announced: int
    said: int
    added: tuple[str, ...]
    lost: tuple[str, ...]


def utterances(
    events: Sequence[Heard], pressed: Sequence[Pressed], asked_s: float = ASKED_S
) -> list[Utterance]:
    """Return what was said, and of what kind it was; what comes up to `asked_s` after a key was asked for."""
    found: list[Utterance] = []
    for event in events:
        if event.what == "said" and event.text:
            key_s = max((each.at_s for each in pressed if each.at_s <= event.at_s), default=None)
            # What opens a program was asked for by starting it.
            begun_s = key_s if key_s is not None else found[0].at_s if found else event.at_s
            is_asked = event.at_s - begun_s <= asked_s
            before = [each for each in found if event.at_s - each.at_s < MEMORY_S]
            kind = _kind(event.text, before, key_s, is_asked=is_asked)
            found.append(Utterance(event.at_s, event.text, kind, is_asked))
    return found


def _kind(text: str, before: list[Utterance], key_s: float | None, *, is_asked: bool) -> Kind:
    if not _WORD.search(text):
        return "marks"
    same = [each for each in before if each.text == text]
    if same and (key_s is None or same[-1].at_s >= key_s):
        return "again"
    if not is_asked and any(_shape(each.text) == _shape(text) for each in before):
        return "ticking"
    return "new"


def _shape(text: str) -> str:
    """Return the words without digits: what a clock keeps as it ticks."""
    return " ".join(re.sub(r"\d+", "0", word) for word in _WORD.findall(_DRAWN.sub(" ", text.lower())))


def measured(events: Sequence[Heard], pressed: Sequence[Pressed], asked_s: float = ASKED_S) -> Measures:
    """Return the numbers of a visit, with the opening; `asked_s` as for `utterances`."""
    said = utterances(events, pressed, asked_s)
    words = sum(len(each.text.split()) for each in said)
    noise = sum(len(each.text.split()) for each in said if each.kind != "new")
    unasked = sum(len(each.text.split()) for each in said if not each.is_asked)
    shown = [each for each in events if each.what == "shown"]
    answers = []
    for number, key in enumerate(pressed):
        until_s = pressed[number + 1].at_s if number + 1 < len(pressed) else float("inf")
        told = [each for each in said if key.at_s <= each.at_s < until_s]
        braille = [each.text for each in shown if each.at_s < until_s]
        after_s = told[0].at_s - key.at_s if told else None
        text = " ".join(each.text for each in told)
        answers.append(Answer(key.keys, after_s, text, braille[-1] if braille else ""))
    times = [each.after_s for each in answers if each.after_s is not None]
    return Measures(
        words,
        noise / words if words else 0.0,
        unasked / words if words else 0.0,
        sum(len(_DRAWN.findall(each.text)) for each in said),
        tuple(answers),
        median(times) if times else None,
        max(times, default=None),
    )


def compared(said: str, announced: str) -> Compared:
    """Lay what was said beside what had to be; case, punctuation and the breaks of lines count for nothing.

    A command that is named in what is announced (":help") is said as the key for it, whichever that is.
    """
    heard, wanted = _WORD.findall(said.lower()), _ANNOUNCED.findall(announced.lower())
    matcher = SequenceMatcher(None, wanted, heard, autojunk=False)
    found = sum(block.size for block in matcher.get_matching_blocks())
    codes = []
    for code, begin, end, *place in matcher.get_opcodes():
        if code == "replace" and all(word.startswith(":") for word in wanted[begin:end]):
            found += end - begin
        elif code != "equal":
            codes.append((begin, end, *place))
    added = tuple(" ".join(heard[begin:end]) for _, _, begin, end in codes if end > begin)
    lost = tuple(" ".join(wanted[begin:end]) for begin, end, _, _ in codes if end > begin)
    return Compared(len(wanted), found, added, lost)
