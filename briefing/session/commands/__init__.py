"""What each command does with a session: handlers, in the module of their kind, and one `table` of them all.

A new command is a row of `briefing.commands.table`, its handler here, and its id in the `HANDLERS` of its
kind. Where it needs a face (a screen, a clipboard, a list) it goes to `ui.carriers` instead.
"""
