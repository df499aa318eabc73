"""The least that Textual can do for a key: paint a line that counts it. What answers are compared with."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Answering(App[None]):
    """One line, and the number of keys that came."""

    count = 0

    def compose(self) -> ComposeResult:
        """Paint the line."""
        yield Static("Key 0.")

    def on_key(self, event: events.Key) -> None:
        """Count a key; q leaves."""
        if event.key == "q":
            self.exit()
        self.count += 1
        self.query_one(Static).update(f"Key {self.count}.")


if __name__ == "__main__":
    Answering().run()
