"""The library, headless: what becomes of subscriptions and their items, by `ports` alone.

A `plan` says in which order feeds are asked for, `today` what a morning's briefing is made of. What keeps,
gets and reads is handed in by the command line.
"""
