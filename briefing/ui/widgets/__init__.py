"""The parts of the screen. Each renders what the session says and keeps nothing about playing.

The text: `wrapping` breaks it into lines, `pieces` and `flow` lay a document out in them where somebody
looks, `window` is what of that is in view, `fitting` the size that a window allows, `lights` what is lit,
`text_rows` and `picture` how a row looks; `transcript` is the widget of all that. Around it: `status`,
`scrubber`, `player`. Over it: `dialogs` and `palette`, of `choices` and a `field`. `cursor` is
the terminal's own.
"""
