"""The speech engines: one module each, and a table of them in order of preference (`registry`).

A module says whether its engine can speak here, what it can do, and opens it; the voices that live in
a process of their own (`speech.worker`) are in modules that only that process imports:
`pyttsx_voice` and `espeak_pcm`, its driver for eSpeak NG.
"""
