"""Large print: characters drawn several cells wide and high with block elements.

`fonts` gives a character's dots and `drawing` makes cells of dots; a `Typeface` (`faces`) is a font drawn
in one of three ways, each a division of the cell into dots, and `growing` has it in all sizes:

| drawing | dots a cell | characters | drawn by |
|---|---|---|---|
| half | 1 x 2 | space, half blocks | every terminal |
| quadrant | 2 x 2 | the sixteen quadrants | every terminal |
| sextant | 2 x 3 | U+1FB00 to U+1FB3B (Unicode 13) | `best_drawing` knows which |

Rules:
1. A text is drawn in a small font where this has its letters, so as to have room for more of them, else in
   a larger one; `faces` chooses. Words that it lacks are drawn in the next font that has them, in the same
   line and on the same base line. That for Arabic has the forms in which letters join.
2. Only the pages of 256 characters that a text needs are read, each once.
3. `setting` makes lines of characters: joined, from right to left where they are written so, marks over
   their base. What no font has stands among the others in the terminal's own letters, never dropped.

The fonts are told in SOURCES.md, the format of their archives in `scripts/make_glyphs`.
"""
