"""Every command, in one `table`: both faces, the palette, help and the README come from it.

A new command is a row there, which says all about it; what it does stands in one table more, that of its
carrier (`session.commands` or `ui.carriers`).
"""
