"""Forced alignment by comparison with synthesised speech; `pipeline` tells the stages.

`synthesis` has the text read, `mfcc` turns sound into features, `search` finds which part is spoken where
(`local_alignment`, `adaptation`, `significance`), `dtw` warps one onto the other. The voice is handed in: no
engine of speech is imported, and nothing of `acoustic`.
"""
