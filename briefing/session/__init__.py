"""The controller: all behaviour of the player, headless. Faces render it and forward commands.

`session` is a facade over parts that are each built and tested alone: where the reading is (`cursor`,
`playback`, `voices`, `reader`), what is lit (`lighting`, `cues`), what is opened and kept (`opening`,
`succession`, `keeping`), what faces show (`rendered`), what is told (`outbox`, `trace`). `commands` has what
each command does, `narrators` the voices that need no engine. It imports no adapter: what it needs of the
world is handed in, in the shapes of `ports`.
"""

from briefing.session.session import Session

__all__ = ["Session"]
