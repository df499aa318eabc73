"""The shelf of the library, kept in SQLite: see `shelf.LibraryShelf`, which the other parts of it serve.

`rows` and `schema` say what is kept, `identity` which item of a feed is which. `subscribing` and `taking` put
in what feeds answer, `hearing` how far items were heard; `listing` reads it out, `stories` once each. `index`
and `words` have texts found in any script, `told` is the form of what a feed said, `saving` is what is done
about damage.
"""

from briefing.store.library.shelf import LibraryShelf

__all__ = ["LibraryShelf"]
