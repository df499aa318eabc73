"""The processes that may die while they speak. They belong to no engine.

`supervisor` is the parent's side, a `SpeechEngine`; `process` one process from its start to its end;
`wire` what the two say to each other; `main` the process itself, with a voice of `speech.engines`.
"""
