"""The tables of the library.

Numbers are given out by `counters`, so that none is given twice, whatever was dropped. What was heard
outlives its item: one that comes back, even after its feed was unsubscribed, has its number, and is heard.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = 1
SCHEMA: Final = (
    """CREATE TABLE subscriptions (
    number INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    language TEXT NOT NULL,
    refreshed_at TEXT NOT NULL,
    trouble TEXT NOT NULL,
    is_gone INTEGER NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    wait_until TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    is_users INTEGER NOT NULL,
    address_key INTEGER NOT NULL,
    seal INTEGER) WITHOUT ROWID""",
    """CREATE TABLE dropped (
    address_key INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    dropped_at TEXT NOT NULL,
    seal INTEGER) WITHOUT ROWID""",
    """CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    subscription INTEGER NOT NULL,
    identity INTEGER NOT NULL,
    link_key INTEGER,
    enclosure_key INTEGER,
    text_key INTEGER NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    link TEXT NOT NULL,
    length_s REAL,
    language TEXT NOT NULL,
    has_recording INTEGER NOT NULL,
    is_breaking INTEGER NOT NULL,
    is_offered INTEGER NOT NULL,
    page_key INTEGER,
    seal INTEGER) WITHOUT ROWID""",
    """CREATE TABLE heard (
    number INTEGER PRIMARY KEY,
    subscription INTEGER NOT NULL,
    identity INTEGER NOT NULL,
    link_key INTEGER,
    enclosure_key INTEGER,
    heard REAL NOT NULL,
    is_heard INTEGER NOT NULL,
    length_s REAL,
    heard_at TEXT NOT NULL,
    seal INTEGER) WITHOUT ROWID""",
    "CREATE TABLE told (number INTEGER PRIMARY KEY, told BLOB NOT NULL, opened BLOB NOT NULL)",
    "CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL, seal INTEGER) WITHOUT ROWID",
    "CREATE INDEX items_of ON items (subscription, published)",
    "CREATE INDEX subscriptions_at ON subscriptions (address_key)",
    "CREATE INDEX heard_as ON heard (identity)",
    """CREATE INDEX heard_twice ON heard
    (number, subscription, identity, link_key, enclosure_key, heard, is_heard, length_s, heard_at, seal)""",
    """CREATE INDEX subscriptions_twice ON subscriptions (number, address, title, site, language,
    refreshed_at, trouble, is_gone, etag, modified, wait_until, asked_at, is_users, address_key, seal)""",
    """CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', prefix='1',
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co M*'")""",
)
"""`is_offered`: whether the feed held an item when it was read last. `page_key` is that of where its link
led when it was opened. `told` is what its feed said, as `told.pack` has it, and the text that was read when
it was opened, deflated. `words` has no texts of its own. The indexes called twice hold what is precious a
second time, on other pages."""
