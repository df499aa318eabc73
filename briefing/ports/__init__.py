"""The seams: what the core asks of the world, as Protocols.

They exist so that a test can stand where a sound card, a voice or a clock stands
(`tests/fakes.py`), held to the same contract as the real thing (`tests/contracts.py`).

| seam | real | fake |
|---|---|---|
| Clock | time.monotonic | FakeClock.advance(s) |
| InBackground | session.host.in_thread | at once, or when the test says so |
| AudioSink | audio.sinks | ManualSink.pull(n): pulling is time |
| FrameSource | audio.media, speech.narrate | ArraySource |
| SpeechEngine | speech.engines, speech.worker | ToneSpeech with known word onsets |
| Narrator | session.narrators, speech | ToneNarrator: a tone a word |
| WordTimer | cli.wiring.timings over align.job | StillTimer, which has nothing to do |
| MediaReader | audio.media | a table of answers |
| Fetcher | sources.web | TableFetcher; or the real one and a server on the loopback |
| Arriving | sources.web.arriving | HandArriving, which comes by hand |
| Memory | store | the real one, in memory |
| Face | ui.linear, ui.tui | the real ones, on a terminal that is made |
"""
