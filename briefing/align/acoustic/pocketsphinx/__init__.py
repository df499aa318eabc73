"""pocketsphinx's hidden Markov models, which put word onsets most exactly, in processes of their own.

`worker` alone imports pocketsphinx, and nothing else of ours, since its start counts; `pool` is who asks.
"""
