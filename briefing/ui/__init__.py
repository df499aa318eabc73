"""The faces: they render a session and forward commands to it.

`tui` is the screen, put together from `widgets` in the colours of `themes`; `glyphs` draws its large
print. `linear` is lines, for screen readers and braille. Both take keys through `keys`, carry out what only
a face can by one table (`carriers`), and bound what is typed or pasted (`entry`). Only `linear` runs where
no Textual is loaded, and nothing that it imports may load it. The text sizes stand in `briefing.sizes`,
below: settings and commands list them.
"""
