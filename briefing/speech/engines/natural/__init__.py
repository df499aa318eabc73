"""hibari's voice, in the worker's process: the only one that loads its network.

`voice` answers requests; `sounds` makes phonemes of a text, `network` sound of phonemes, with the time of
each; `tempo` makes that faster, slower, higher or deeper. Its tables and its network are kept in a form that
loads at once (`tables`, `copies`): read as they are installed they take a second.
"""
