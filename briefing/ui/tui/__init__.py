"""The screen, on Textual.

`app` is what is on it, with `surroundings` the lines around the text and `pictures`; `commanded_app` its
keys and commands, `terminal_app` what an app of ours is before it shows anything; `run` is its life. Below
that: `driver` reads the terminal, `backlog` bounds what it sends and `translator` has it as Textual's
messages; `lost_terminal` outlives it, `left_out`, `sheets` and `memory` keep the start, themes and long
visits cheap.
"""
