"""Forced alignment: when each word of a text is spoken in a recording.

`aligner` is the way in. It takes one of two ways, which know nothing of each other:

- `acoustic`: CTC emissions of an acoustic model, aligned with the phones of the text. English.
- `reference`: dynamic time warping onto a synthesised reading of the text. Any language.

`pronunciation` tells the phones of English words. `job` runs the aligner in a process of its own
(`process`), and shows meanwhile what is known so far (`partial_timeline`), the rest by length (`length_fit`).

Numbers that decide something have a name, a unit, and the paper or measurement that they are from. Those
that name neither were set by hand, while recordings with known word times were aligned: people and
synthesisers, in quiet, in noise, and edited. `scripts/vary_align.py` halves and doubles each, and prints
what becomes of the onsets. Most are uncritical: on an edited passage of LJ Speech they change the mean
error by less than 1 ms of 12 (`acoustic`) and of 52 (`reference`). What is said of being varied was
measured there.

An adapter: it imports text, sound and values, and no other adapter. A new way of aligning is a package
beside the two, chosen in `aligner`; a better stage is a module of its way, which the contracts in
pyproject.toml put in order.
"""
