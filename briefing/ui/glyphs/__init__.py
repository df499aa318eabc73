"""Large print: characters drawn several cells wide and high with block elements.

`fonts` gives a character's dots and `drawing` makes cells of dots; a `Typeface` (`faces`) is a font drawn
in one of three ways, each a division of the cell into dots, and `growing` has it in all sizes:

| drawing | dots a cell | characters | drawn by |
|---|---|---|---|
| half | 1 x 2 | space, half blocks | every terminal |
| quadrant | 2 x 2 | the sixteen quadrants | every terminal |
| sextant | 2 x 3 | U+1FB00 to U+1FB3B (Unicode 13) | `best_drawing` knows which |

Rules:
1. A text is drawn in one face. One with wide characters (kanji, kana, Hangul) takes the
   13-dot fonts, where narrow and wide match; every other the smaller 6x9 and 6x10, and 6x13
   where letters grow.
2. Only the pages of 256 characters that a text needs are read, each once.
3. A character that no font has is drawn as a box, never dropped; marks are drawn over
   their base.

The fonts and the format of `fixed.zip` are told in SOURCES.md and `scripts/make_glyphs`.
"""
