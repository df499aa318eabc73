"""Forced alignment by an acoustic model, from coarse to fine; `pipeline` tells the stages.

What is known of sound: `model` and `conformer` give probabilities, `emissions` and `peaks` what is
recognised where. Then `global_alignment` (with `anchors` in what is long, `significance` and `realign`),
`segments`, each aligned in a `trellis`, and `onsets`, weighed from all `evidence`. It imports
pronunciations and arrays, and nothing of `reference`. A better stage goes where its stage is; the
contract says what may import what.
"""
