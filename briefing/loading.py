"""How far something from the network has come: told where it is fetched, seen where it is shown."""

from __future__ import annotations

from briefing.errors import SourceError


class Loading:
    """What is being fetched from a host. `tell` is called in the thread that fetches; the rest from any."""

    def __init__(self, host: str, what: str = "page") -> None:
        self.host = host
        """Who is asked, as it is told."""
        self.what = what
        """What is fetched, in a word."""
        self.done_bytes = 0
        self.whole_bytes: int | None = None
        """How many there will be; None while nobody has said."""
        self.is_over = False
        """Whether nothing more is waited for: it is here, or cannot be had."""
        self._is_left = False

    def tell(self, done_bytes: int, whole_bytes: int | None) -> None:
        """Take note that so much has come.

        Raises:
            SourceError: if nobody waits for it any more; whoever fetches lets go of it then.
        """
        if self._is_left:
            raise SourceError("Nobody waits for it any more.")
        self.whole_bytes = whole_bytes
        self.done_bytes = done_bytes

    def leave(self) -> None:
        """Have the fetching end with what comes next."""
        self._is_left = True
