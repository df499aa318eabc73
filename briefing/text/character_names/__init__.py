"""Names of characters and scripts, and words for Chinese characters: data of others.

`names.zip` is made by `scripts/make_character_names`, which tells its format; SOURCES.md says whose it is.
`known` reads it when it is needed. What we call characters ourselves does not belong here.
"""
