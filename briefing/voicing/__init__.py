"""Self-voicing: what is announced, spoken by our own speech.

`sayings` decides what is said next and what is cut, `listener` makes sayings of a session's events,
`voice` has them spoken, on a bus of its own over what plays, and `passages` finds what of them is the
briefing's text.
"""
