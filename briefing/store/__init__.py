"""What is remembered from one day to the next: see `store.Store`, which the other parts of it serve.

`database` opens a file and tells whether it is whole; `mending` goes on through trouble, `salvage` saves
what is left of a damaged file. They do so for any `layout`: that of places and bookmarks is
`places`, that of the library in `library`. `unwritten` waits to be `written`; `rows`, `values` and `packing`
are the form in which things are kept.
"""

from briefing.store.store import RecentBriefing, Store, Timings

__all__ = ["RecentBriefing", "Store", "Timings"]
