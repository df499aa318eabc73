"""The sound: samples, speed, transport, engine, recordings and sinks.

From below: `pcm` are samples, `stretch` their speed, `deck` a source that is read at some speed, `mixer`
what of the decks is heard, `engine` the player of it all, with `transport` for what may happen when.
`media` decodes recordings, `sinks` and `device` take sound away. Frames are the only clock: who plays
counts them, and nobody else keeps a position. It knows neither texts nor sessions; a new place for sound
to go to is a sink.
"""
