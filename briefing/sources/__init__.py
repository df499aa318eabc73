"""Sources: what a user names, opened as a briefing.

    a file, a folder, a pipe: find (opening) -> Opening -> a format's read (formats.registry) -> Draft
    an address:   open_address (remote) -> Fetcher -> FetchedOpening -> the same
    Draft + what lies beside it (naming, companions) or is linked (linked_texts) -> Item (assemble)
    Item.timings, asked later: times of the text, beside it or in the recording (sought_timings, match)

Rules:
1. A source names no file outside its own folder (companions).
2. Only `web` reaches the network, and writes: its copies. All else asks it through `ports.network`.
3. What a page names is asked for in the page's name, so it is nothing in the user's own network.
"""
