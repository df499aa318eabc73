"""pocketsphinx's hidden Markov models, which put word onsets most exactly, in processes of their own."""
