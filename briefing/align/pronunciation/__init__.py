"""How English words are pronounced: phones, lexicon, transliteration, and a text's pronunciation lattice.

A name that is said wrong goes into `lexicon`, a rule for many into `transliteration`. It imports the readings
of `text.normalise`, and no sound.
"""
