"""The subcommands, a module each, imported when it is asked for: `add_parser` and `run`.

Each is a row of `main.SUBCOMMANDS`; `play` opens a briefing where none is named.
"""
