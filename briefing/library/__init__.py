"""The library, headless: what becomes of subscriptions and their items, by `ports` alone.

`refresh` asks for what is new, in the order of a `plan`; `today` is what a morning's briefing is made of.
What keeps, gets and reads is handed in by the command line.
"""
