"""Sentences as a package for Anki: a note each, with its sound, in a deck named for the briefing.

A package is a zip of a database, of the schema that every Anki since 2.1 takes in (version 11), of the sounds
under numbers, and of a list that names them. A note is known by its id (`cards`): taken in again it is
brought up to date, and what was learnt of it stays.

A note has six fields; the one for a translation is empty. The card asks by the sound alone, or by the
sentence where there is none, and answers with the sentence in its paragraph.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from hashlib import sha1, sha256
from html import escape
from typing import IO, TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from briefing.export.study.cards import cards_of
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.export.study.cards import Card
    from briefing.formats.publication import Publication

FIELDS: Final = ("Sentence", "Sound", "Time", "Source", "Paragraph", "Translation")
MODEL_ID: Final = 1_763_900_000_000
"""The kind of note is the same in every package, so that there is one of it however many are taken in."""
_TITLE: Final = 120
"""Code points of a deck's name."""
_FIRST_ID: Final = 1_500_000_000_000
_IDS: Final = 200_000_000_000
_SCHEMA: Final = """
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null,
  csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null,
  due integer not null, ivl integer not null, factor integer not null, reps integer not null,
  lapses integer not null, left integer not null, odue integer not null, odid integer not null,
  flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
"""
_ASKS: Final = """{{#Sound}}{{Sound}}<p class="hint">Listen.</p>{{/Sound}}
{{^Sound}}<p class="sentence" dir="auto">{{Sentence}}</p>{{/Sound}}"""
_ANSWERS: Final = """{{Sound}}<p class="sentence" dir="auto">{{Sentence}}</p>
{{#Translation}}<p class="translation" dir="auto">{{Translation}}</p>{{/Translation}}
<p class="paragraph" dir="auto">{{Paragraph}}</p>
<p class="source" dir="auto">{{Source}}{{#Time}}, {{Time}}{{/Time}}</p>"""
_LOOKS: Final = """.card { font-family: sans-serif; font-size: 1.2rem; line-height: 1.5; max-width: 40em;
  margin: 1em auto; text-align: start; }
.sentence { font-size: 1.5rem; }
.source, .hint { font-size: 1rem; }"""


def write(publication: Publication, file: IO[bytes], on_progress: Callable[[float], None]) -> None:
    """Write the package."""
    cards = list(cards_of(publication))
    title = safe_line(publication.document.title, _TITLE).replace("::", ": ") or "Untitled"
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("collection.anki2", _database(cards, f"Briefing::{title}"))
        sounds = [card for card in cards if card.clip is not None]
        for number, card in enumerate(sounds):
            if card.clip is not None:
                packed.write(card.clip, str(number), ZIP_STORED)
        packed.writestr("media", json.dumps({str(n): card.sound_name for n, card in enumerate(sounds)}))
    on_progress(1.0)


def _database(cards: list[Card], deck: str) -> bytes:
    now_s = int(time.time())
    deck_id = _id_of(deck)
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(_SCHEMA)
        db.execute(
            "insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
            (
                now_s,
                now_s * 1000,
                now_s * 1000,
                json.dumps({"nextPos": len(cards) + 1, "curDeck": deck_id, "curModel": MODEL_ID}),
                json.dumps({str(MODEL_ID): _model(now_s, deck_id)}),
                json.dumps(
                    {str(each): _deck(each, name, now_s) for each, name in ((1, "Default"), (deck_id, deck))}
                ),
                json.dumps({"1": _options()}),
            ),
        )
        for number, card in enumerate(cards, 1):
            fields = _fields(card)
            note_id = _id_of(card.id)
            db.execute(
                "insert into notes values (?, ?, ?, ?, -1, ' briefing ', ?, ?, ?, 0, '')",
                (note_id, card.id, MODEL_ID, now_s, "\x1f".join(fields), card.sentence, _sum(card.sentence)),
            )
            db.execute(
                "insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (note_id, note_id, deck_id, now_s, number),
            )
        db.commit()
        return db.serialize()


def _fields(card: Card) -> tuple[str, ...]:
    """Return what stands in the fields, as HTML."""
    before, sentence, after, source = map(_html, (card.before, card.sentence, card.after, card.source))
    sound = f"[sound:{card.sound_name}]" if card.clip is not None else ""
    paragraph = " ".join(filter(None, (before, f"<b>{sentence}</b>", after)))
    return (sentence, sound, card.time, source, paragraph, "")


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\x1f", " ")


def _id_of(name: str) -> int:
    """Return a number for a name, always the same, that Anki takes for a moment."""
    return _FIRST_ID + int(sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:15], 16) % _IDS


def _sum(text: str) -> int:
    """Return by what Anki finds notes that begin alike."""
    return int(sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:8], 16)


def _model(now_s: int, deck_id: int) -> dict[str, Any]:
    return {
        "id": MODEL_ID,
        "name": "Briefing sentence",
        "type": 0,
        "mod": now_s,
        "usn": -1,
        "sortf": 0,
        "did": deck_id,
        "css": _LOOKS,
        "latexPre": "",
        "latexPost": "",
        "tags": [],
        "vers": [],
        "flds": [
            {
                "name": name,
                "ord": at,
                "font": "sans-serif",
                "size": 20,
                "rtl": False,
                "sticky": False,
                "media": [],
            }
            for at, name in enumerate(FIELDS)
        ],
        "tmpls": [
            {
                "name": "Listening",
                "ord": 0,
                "qfmt": _ASKS,
                "afmt": _ANSWERS,
                "did": None,
                "bqfmt": "",
                "bafmt": "",
            }
        ],
        "req": [[0, "any", [0, 1]]],
    }


def _deck(id_: int, name: str, now_s: int) -> dict[str, Any]:
    today = {each: [0, 0] for each in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {
        "id": id_,
        "name": name,
        "mod": now_s,
        "usn": -1,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "collapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        **today,
    }


def _options() -> dict[str, Any]:
    return {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        "new": {
            "bury": False,
            "delays": [1, 10],
            "initialFactor": 2500,
            "ints": [1, 4, 7],
            "order": 1,
            "perDay": 20,
        },
        "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
        "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
    }
