"""What a learner studies with elsewhere: sentences, each with its clip of sound.

`sentences` says which they are and when they are heard, `cards` what is told of each, `anki` and `sheet`
write it.
"""
