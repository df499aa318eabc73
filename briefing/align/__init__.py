"""Forced alignment: when each word of a text is spoken in a recording.

`aligner` is the way in. It takes one of two ways, which know nothing of each other:

- `acoustic`: CTC emissions of an acoustic model, aligned with the phones of the text. English.
- `reference`: dynamic time warping onto a synthesised reading of the text. Any language.

`pronunciation` tells the phones of English words. `job` runs the aligner in a process of its own
(`process`), and shows meanwhile what is known so far (`partial_timeline`), the rest by length (`length_fit`).

Numbers that decide something have a name, a unit, and the paper or measurement that they are from. Those
that name neither were set by hand, while recordings with known word times were aligned: people and
synthesisers, in quiet, in noise, and edited. `scripts/vary_align.py` halves and doubles each, and prints
what becomes of the onsets. Where nothing is said of that, neither changes a mean error by more than 4 ms;
what was measured, and how far off it is as things stand:

- the edited passage: 109 s of LJ Speech, of whose text 36 words are not spoken, and which has two clips
  more than the text. `acoustic` 11.7 ms, `reference` 52.4.
- the cold voice: 26 s of a person with a cold, of the Montreal Forced Aligner's test data, whose own times
  are an aligner's. `acoustic` 37.5 ms.
- the fast voice: 77 s of flite's Scottish voice, 1.2 times as fast, with reverberation and noise at 15 dB.
  `reference` 19.4 ms.

Not varied were what only long recordings meet (`anchors`), and what decides confidence and not times.

An adapter: it imports text, sound and values, and no other adapter. A new way of aligning is a package
beside the two, chosen in `aligner`; a better stage is a module of its way, which the contracts in
pyproject.toml put in order.
"""
