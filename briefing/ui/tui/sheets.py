"""Style sheets that are parsed once: one for each theme.

Textual has one sheet, and parses all of it anew whenever a theme gives its variables other values: half
of what a change of the theme takes. A sheet here belongs to a theme, and stays as it was parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Callable


class Sheet(Stylesheet):
    """A sheet of one theme, whose variables never change."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Keep the variables with which it was made: they are the theme's."""

    def reparse(self) -> None:
        """Keep what was parsed. Sources that were added since are parsed when rules are asked for."""


class Sheets:
    """The sheets of all themes that have been shown."""

    def __init__(self) -> None:
        self._sheets: dict[str, Sheet] = {}

    def of(self, theme: str, variables: Callable[[], dict[str, str]], shown: Stylesheet) -> Sheet:
        """Return a theme's sheet, with all sources of the one that was shown before.

        Args:
            theme: Name of the theme.
            variables: Returns the theme's variables; called where it is shown for the first time.
            shown: Widgets have added their sources to it, in an order that decides between equal rules.
        """
        sheet = self._sheets.get(theme)
        if sheet is None:
            sheet = self._sheets[theme] = Sheet(variables=variables())
        for place, source in shown.source.items():
            sheet.add_source(source.content, place, source.is_defaults, source.tie_breaker, source.scope)
        return sheet
