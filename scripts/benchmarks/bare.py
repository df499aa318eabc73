"""The least that Textual can do: paint one line. What cold starts are compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static

LINE = "One painted line."


class Bare(App[None]):
    """One line and nothing else."""

    def compose(self) -> ComposeResult:
        """Paint the line."""
        yield Static(LINE)


if __name__ == "__main__":
    Bare().run()
