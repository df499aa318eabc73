"""Feeds: RSS, Atom and JSON Feed, and lists of subscriptions (OPML), read by processes that may die.

`xml`, `json_feed` and `opml` are the formats, as every other. `process` has the processes, which live on and
read many feeds: `worker` runs in them, and `reader` is what it calls. What comes back over `answer` is a
`briefing.feed.Feed`. `item` makes a draft of one of its items, whose content `content_worker` reads in a
process of its own, as pages are. In these processes, and nowhere else, libraries parse what a stranger wrote.

What a feed says is taken as its writer meant it, not as the letter has it: most feeds break a rule.
"""
