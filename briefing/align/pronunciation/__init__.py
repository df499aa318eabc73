"""How English words are pronounced: phones, lexicon, transliteration, and a text's pronunciation lattice."""
