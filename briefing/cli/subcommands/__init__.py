"""The subcommands, a module each, which is imported when it is asked for.

Each has `add_arguments(parser)`, which also says what it is for, and `run(args)`, which returns the exit
code; and it is a row of `main.SUBCOMMANDS`, but for `play`, which opens a briefing where none is named.
"""
