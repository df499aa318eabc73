"""What a book's files stand in: a zip or a folder. A book names its files, and only its own are opened.

Nothing is unpacked to disk. What names a file elsewhere finds nothing: `..`, an absolute name, a drive,
a link that leads out. Names are written with `/`, from the top of the zip or the folder.
"""
