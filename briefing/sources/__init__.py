"""Sources: what a user names, opened as a briefing.

    find (opening) -> Opening -> a format's read (formats.registry) -> Draft
    Draft + what lies beside it (naming, companions, match) -> Item (assemble)

Rules:
1. A source names no file outside its own folder (companions).
2. Nothing here reaches the network or writes.
"""
