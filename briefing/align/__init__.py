"""Forced alignment: when each word of a text is spoken in a recording.

`aligner` is the way in. It takes one of two ways, which know nothing of each other:

- `acoustic`: CTC emissions of an acoustic model, aligned with the phones of the text. English.
- `reference`: dynamic time warping onto a synthesised reading of the text. Any language.

`pronunciation` tells the phones of English words. `job` runs the aligner in a process of its own
(`process`), and shows meanwhile what is known so far (`partial_timeline`), the rest by length (`length_fit`).
"""
