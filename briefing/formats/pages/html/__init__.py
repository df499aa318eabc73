"""Web pages as their source: HTML, read by a process of its own that may die.

`page` is the format, as every other. It hands the bytes to `process`, whose child runs `worker`: there,
and nowhere else, libraries parse what a stranger wrote. What comes back over `answer` is a list of parts
in reading order and what the page says of itself; it becomes a draft here, made safe as all text is.
"""
