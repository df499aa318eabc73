"""How written tokens are spoken: text normalisation, as speech synthesis and alignment need it.

`readings` is the door. English: `rules` is a table of patterns, tried in order, each with a function in
the module of its kind (`counts`, `clocks`, `money`, `names`, ...); `lexicon` has what no pattern tells.
Other languages: `abroad`, by its tables of words, and `world` for numbers. A new kind of token is a
pattern in `rules` and a function; a new language is a row in each table.
"""
