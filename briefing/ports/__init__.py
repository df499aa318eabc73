"""The seams: what the core asks of the world, as Protocols.

They exist so that a test can stand where a sound card, a voice or a clock stands
(`tests/fakes.py`), held to the same contract as the real thing (`tests/contracts.py`).

| seam | real | fake |
|---|---|---|
| Clock | time.monotonic | FakeClock.advance(s) |
| AudioSink | audio.sinks | ManualSink.pull(n): pulling is time |
| FrameSource | audio.media, speech.narrate | ArraySource |
| SpeechEngine | speech.engines, speech.worker | ToneSpeech with known word onsets |
| MediaReader | audio.media | a table of answers |
| Fetcher | sources.web | a table of addresses |
"""
