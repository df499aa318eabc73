"""Forced alignment: when each word of a text is spoken in a recording.

`aligner` is the way in. It takes one of two ways, which know nothing of each other:

- `acoustic`: CTC emissions of an acoustic model, aligned with the phones of the text. English.
- `reference`: dynamic time warping onto a synthesised reading of the text. Any language.

`pronunciation` tells the phones of English words. `job` runs the aligner in a process of its own
(`process`), and shows meanwhile what is known so far (`partial_timeline`), the rest by length (`length_fit`).

Numbers that decide something have a name, a unit, and the paper or measurement that they are from. Those
that name neither are from the same measurement: `scripts/vary_align.py` halves and doubles each while
recordings with known word times are aligned, and prints what becomes of the onsets and of what is lit. Where
nothing is said of that, neither changes a mean error by more than 4 ms. What was measured, how far off the
onsets are in the mean as things stand, and how many in a hundred of the words may be lit (`confidence`):

- the edited passage: 109 s of LJ Speech, of whose text 36 words are not spoken, and which has two clips
  more than the text. `acoustic` 11.7 ms, 85 lit; `reference` 52.4 ms, 67 lit.
- the cold voice: 26 s of a person with a cold, of the Montreal Forced Aligner's test data, whose own times
  are an aligner's. `acoustic` 37.5 ms, 75 lit, of which 98 in a hundred are within 100 ms.
- the fast voice: 77 s of flite's Scottish voice, 1.2 times as fast, with reverberation and noise at 15 dB.
  `acoustic` 15.9 ms, 97 lit; `reference` 19.4 ms, 59 lit.
- another text: that of the edited passage, with the fast voice. None of 275 words is lit; `acoustic` finds
  that 224 of them are not spoken, `reference` all.
- the long reading: 458 s of that voice, as it is. `acoustic` 12.8 ms, 99 lit (`anchors`).

An adapter: it imports text, sound and values, and no other adapter. A new way of aligning is a package
beside the two, chosen in `aligner`; a better stage is a module of its way, which the contracts in
pyproject.toml put in order.
"""
