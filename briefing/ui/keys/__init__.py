"""Keys: what a terminal sends, their names, the commands that they run, and how they are told.

`sequences` cuts bytes into units and `decode` names them as keys (`names`, `words`); `bindings` are the
user's keys, and `mentions` puts them into sentences that name commands.
"""
