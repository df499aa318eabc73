"""Books: EPUB 2 and 3, DAISY 2.02 and 3, in one file or in a folder, read in a process that may die.

Nothing is unpacked: the process gets the open file as its standard input, and reads of it what it needs.

| module | what |
|---|---|
| `zipped`, `unpacked` | the formats: a book in one file, and one in a folder |
| `process`, `worker`, `answer`, `drafted` | the process, what it answers, and that as a draft |
| `names`, `markup` | which file of the book a name means; a file's tree, parsed within limits |
| `book`, `package`, `ncc`, `navigation`, `protection` | what it says of itself: files, order, contents |
| `chapter`, `vocabulary`, `telling` | a text file as blocks, and the places of what has a name in it |
| `overlay`, `clips` | which part of which sound file is heard with which text |
| `epub`, `reader` | all of it put together |
"""
