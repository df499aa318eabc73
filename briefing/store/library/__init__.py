"""The shelf of the library, kept in SQLite: see `shelf.LibraryShelf`, which the other parts of it serve.

`rows` and `schema` say what is kept, `identity` which item of a feed is which, `taking` puts a feed's answer
in, `listing` reads it out, `words` has texts found in any script, `told` is the form of what a feed said.
"""

from briefing.store.library.shelf import LibraryShelf

__all__ = ["LibraryShelf"]
